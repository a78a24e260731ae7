"""How the application, users, guilds and what is in them look on the wire."""

from __future__ import annotations

from tests.twins.discord.permissions import May, in_channel
from tests.twins.discord.wire import Payload
from tests.twins.discord.world import (
    Channel,
    Guild,
    Member,
    Role,
    ScheduledEvent,
    User,
    Webhook,
    World,
    iso,
)

APP_FLAG_MEMBERS_LIMITED = 1 << 15
APP_FLAG_MEMBERS = 1 << 14
APP_FLAG_CONTENT_LIMITED = 1 << 19
APP_FLAG_CONTENT = 1 << 18


class HousePayloads:
    """Renders guilds and who and what is in them.

    Args:
        world: what there is.
    """

    def __init__(self, world: World) -> None:
        self.world = world

    def application_flags(self) -> int:
        """Tells which privileged intents are granted; small apps have them in their limited form."""
        world = self.world
        members = APP_FLAG_MEMBERS if world.verified_limits else APP_FLAG_MEMBERS_LIMITED
        content = APP_FLAG_CONTENT if world.verified_limits else APP_FLAG_CONTENT_LIMITED
        return (members if world.members_intent else 0) | (content if world.message_content else 0)

    def application(self) -> Payload:
        world = self.world
        return {
            "id": str(world.application_id),
            "name": world.bot.name,
            "icon": None,
            "description": "",
            "rpc_origins": [],
            "bot_public": True,
            "bot_require_code_grant": False,
            "verify_key": "0" * 64,
            "flags": self.application_flags(),
            "owner": self.user(world.bot),
            "team": None,
            "summary": "",
            "hook": True,
            "redirect_uris": [],
            "interactions_endpoint_url": None,
            "role_connections_verification_url": None,
            "approximate_guild_count": len(world.guilds),
        }

    def user(self, user: User) -> Payload:
        return {
            "id": str(user.id),
            "username": user.name,
            "discriminator": user.discriminator,
            "global_name": user.global_name,
            "avatar": user.avatar,
            "bot": user.bot,
            "public_flags": 0,
            "avatar_decoration_data": None,
        }

    def member(self, member: Member, *, with_user: bool = True) -> Payload:
        payload: Payload = {
            "roles": [str(role) for role in sorted(member.roles)],
            "joined_at": iso(member.joined_at),
            "nick": member.nick,
            "avatar": None,
            "banner": None,
            "premium_since": None,
            "deaf": False,
            "mute": False,
            "flags": 0,
            "pending": member.pending,
            "communication_disabled_until": iso(member.timeout_until) if member.timeout_until else None,
        }
        if with_user:
            payload["user"] = self.user(self.world.users[member.user_id])
        return payload

    def role(self, role: Role) -> Payload:
        return {
            "id": str(role.id),
            "name": role.name,
            "color": role.color,
            "colors": {"primary_color": role.color, "secondary_color": None, "tertiary_color": None},
            "hoist": role.hoist,
            "position": role.position,
            "permissions": str(int(role.permissions)),
            "managed": role.managed,
            "mentionable": role.mentionable,
            "flags": 0,
            "icon": None,
            "unicode_emoji": None,
        }

    def channel(self, channel: Channel) -> Payload:
        world = self.world
        payload: Payload = {
            "id": str(channel.id),
            "type": channel.kind,
            "last_message_id": None if channel.last_message_id is None else str(channel.last_message_id),
            "flags": 0,
        }
        if channel.guild_id is None:
            others = [world.users[user] for user in channel.recipients if user != world.bot.id]
            return payload | {"recipients": [self.user(user) for user in others]}
        payload |= {
            "guild_id": str(channel.guild_id),
            "name": channel.name,
            "parent_id": None if channel.parent_id is None else str(channel.parent_id),
            "rate_limit_per_user": channel.rate_limit_per_user,
        }
        if channel.is_thread:
            payload |= {
                "owner_id": str(channel.owner_id),
                "message_count": len(channel.messages),
                "total_message_sent": len(channel.messages),
                "member_count": len(channel.thread_members),
                "applied_tags": [str(tag) for tag in channel.applied_tags],
                "thread_metadata": {
                    "archived": channel.archived,
                    "auto_archive_duration": channel.auto_archive_duration,
                    "archive_timestamp": iso(channel.archive_changed or world.wall()),
                    "locked": channel.locked,
                    "invitable": channel.invitable,
                    "create_timestamp": iso(channel.archive_changed or world.wall()),
                },
            }
            if world.bot.id in channel.thread_members:
                payload["member"] = self.thread_member(channel, world.bot.id)
            return payload
        payload |= {
            "position": channel.position,
            "nsfw": channel.nsfw,
            "permission_overwrites": [
                {
                    "id": str(over.id),
                    "type": 0 if over.is_role else 1,
                    "allow": str(int(over.allow)),
                    "deny": str(int(over.deny)),
                }
                for over in channel.overwrites.values()
            ],
        }
        if channel.kind == 2:
            payload |= {"bitrate": 64000, "user_limit": 0, "rtc_region": None}
        else:
            payload |= {"topic": channel.topic, "default_auto_archive_duration": 1440}
        if channel.kind == 15:
            payload |= {"available_tags": channel.tags, "default_reaction_emoji": None, "default_sort_order": None}
            payload["default_forum_layout"] = 0
        return payload

    def thread_member(self, thread: Channel, user_id: int) -> Payload:
        joined = iso(thread.thread_members[user_id])
        return {"id": str(thread.id), "user_id": str(user_id), "join_timestamp": joined, "flags": 0}

    def guild(self, guild: Guild) -> Payload:
        """Renders what REST gives; the gateway adds what `guild_create` adds."""
        return {
            "id": str(guild.id),
            "name": guild.name,
            "icon": None,
            "splash": None,
            "banner": None,
            "discovery_splash": None,
            "description": None,
            "owner_id": str(guild.owner_id),
            "preferred_locale": guild.locale,
            "features": ["COMMUNITY"] + (["MEMBER_VERIFICATION_GATE_ENABLED"] if guild.rules_screening else []),
            "roles": [self.role(role) for role in guild.roles.values()],
            "emojis": [],
            "stickers": [],
            "verification_level": 1,
            "default_message_notifications": 1,
            "explicit_content_filter": 0,
            "mfa_level": 0,
            "nsfw_level": 0,
            "premium_tier": 0,
            "premium_subscription_count": 0,
            "premium_progress_bar_enabled": False,
            "afk_channel_id": None,
            "afk_timeout": 300,
            "system_channel_id": None,
            "system_channel_flags": 0,
            "rules_channel_id": None,
            "public_updates_channel_id": None,
            "safety_alerts_channel_id": None,
            "vanity_url_code": None,
            "max_members": 500000,
            "application_id": None,
        }

    def guild_create(self, guild: Guild) -> Payload:
        """Renders GUILD_CREATE: only the bot itself among the members, since presences are never granted."""
        bot = self.world.bot.id
        return self.guild(guild) | {
            "joined_at": iso(guild.members[bot].joined_at),
            "large": len(guild.members) > 250,
            "member_count": len(guild.members),
            "members": [self.member(guild.members[bot])],
            "channels": [self.channel(channel) for channel in guild.channels.values()],
            "threads": [
                self.channel(thread)
                for thread in guild.threads.values()
                if not thread.archived and in_channel(self.world, thread, bot) & May.VIEW_CHANNEL
            ],
            "presences": [],
            "voice_states": [],
            "stage_instances": [],
            "soundboard_sounds": [],
            "guild_scheduled_events": [self.event(event) for event in guild.events.values()],
            "unavailable": False,
        }

    def event(self, event: ScheduledEvent) -> Payload:
        return {
            "id": str(event.id),
            "guild_id": str(event.guild_id),
            "channel_id": None if event.channel_id is None else str(event.channel_id),
            "creator_id": str(event.creator_id),
            "creator": self.user(self.world.users[event.creator_id]),
            "name": event.name,
            "description": event.description,
            "scheduled_start_time": event.start,
            "scheduled_end_time": event.end,
            "privacy_level": 2,
            "status": event.status,
            "entity_type": event.entity_type,
            "entity_id": None,
            "entity_metadata": {"location": event.location} if event.entity_type == 3 else None,
            "user_count": len(event.interested),
            "image": None,
            "recurrence_rule": None,
        }

    def webhook(self, webhook: Webhook) -> Payload:
        payload: Payload = {
            "id": str(webhook.id),
            "type": 1,
            "channel_id": str(webhook.channel_id),
            "guild_id": str(webhook.guild_id),
            "name": webhook.name,
            "avatar": webhook.avatar,
            "token": webhook.token,
            "application_id": None,
            "user": self.user(self.world.users[webhook.creator_id]),
        }
        if webhook.creator_id == self.world.bot.id:
            payload["application_id"] = str(self.world.application_id)
        return payload

"""How things of the world look on the wire."""

from __future__ import annotations

import zlib
from typing import cast
from urllib.parse import quote

from tests.twins.discord import limits
from tests.twins.discord.permissions import May, in_channel
from tests.twins.discord.wire import Payload, is_list, is_object, objects
from tests.twins.discord.world import (
    Attachment,
    Channel,
    Guild,
    Member,
    Message,
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


class Payloads:
    """Renders the world.

    Args:
        world: what there is.
        cdn_base: where attachments are served, e.g. ``http://127.0.0.1:1234``; set when the server listens.
    """

    def __init__(self, world: World) -> None:
        self.world = world
        self.cdn_base = ""

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
            "avatar": None,
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
        return {
            "id": str(webhook.id),
            "type": 1,
            "channel_id": str(webhook.channel_id),
            "guild_id": str(webhook.guild_id),
            "name": webhook.name,
            "avatar": webhook.avatar,
            "token": webhook.token,
            "application_id": str(self.world.application_id),
            "user": self.user(self.world.users[webhook.creator_id]),
        }

    def file_url(self, channel_id: int, file: Attachment) -> str:
        """Signs an address that lapses 24 hours later by the twin's clock."""
        until = int(self.world.wall()) + limits.FILE_URL_SECONDS
        sign = self.sign(file.id, until)
        folder = "ephemeral-attachments" if file.ephemeral else "attachments"
        name = quote(file.name)
        return f"{self.cdn_base}/{folder}/{channel_id}/{file.id}/{name}?ex={until:x}&is={until:x}&hm={sign}"

    def sign(self, file_id: int, until: int) -> str:
        """Signs a file's address; raising `World.file_signs` voids every earlier signature."""
        return f"{zlib.crc32(f'{file_id}:{until}:{self.world.file_signs}'.encode()):08x}"

    def attachment(self, channel_id: int, file: Attachment) -> Payload:
        url = self.file_url(channel_id, file)
        payload: Payload = {
            "id": str(file.id),
            "filename": file.name,
            "size": len(file.data),
            "url": url,
            "proxy_url": url,
            "flags": 0,
        }
        if file.content_type is not None:
            payload["content_type"] = file.content_type
            if file.content_type.startswith("image/"):
                payload |= {"width": 64, "height": 64}
        if file.description is not None:
            payload["description"] = file.description
        if file.ephemeral:
            payload["ephemeral"] = True
        return payload

    def message(self, message: Message, *, bare: bool = False, nested: bool = False) -> Payload:
        """Renders a message.

        Args:
            bare: leave out what the message-content intent guards.
            nested: as the target of a reply, without a target of its own.
        """
        world = self.world
        channel = world.channels.get(message.channel_id)
        payload: Payload = {
            "id": str(message.id),
            "type": message.kind,
            "channel_id": str(message.channel_id),
            "author": self._author(message),
            "content": "" if bare else message.content,
            "timestamp": iso(message.created),
            "edited_timestamp": None if message.edited is None else iso(message.edited),
            "tts": message.tts,
            "mention_everyone": message.mention_everyone,
            "mentions": [self._mentioned(channel, user) for user in message.mentions],
            "mention_roles": [str(role) for role in message.mention_roles],
            "mention_channels": [],
            "attachments": [] if bare else [self.attachment(message.channel_id, file) for file in message.files],
            "embeds": [] if bare else [self._media(message, embed) for embed in message.embeds],
            "components": [] if bare else [self._media(message, part) for part in message.components],
            "pinned": message.pinned,
            "flags": message.flags,
            "reactions": self.reactions(message),
        }
        if message.nonce is not None:
            payload["nonce"] = message.nonce
        if message.webhook_id is not None:
            payload["webhook_id"] = str(message.webhook_id)
        if message.application_id is not None:
            payload["application_id"] = str(message.application_id)
        if message.interaction is not None:
            payload["interaction_metadata"] = message.interaction
        if message.poll is not None and not bare:
            payload["poll"] = message.poll
        if message.reference is not None:
            payload["message_reference"] = message.reference
            if not nested:
                target = channel.messages.get(message.reply_to) if channel and message.reply_to else None
                hidden = bare or self.guarded(target) if target else False
                payload["referenced_message"] = self.message(target, bare=hidden, nested=True) if target else None
        if message.thread_id is not None and message.thread_id in world.channels:
            payload["thread"] = self.channel(world.channels[message.thread_id])
        return payload

    def guarded(self, message: Message) -> bool:
        """Says whether the message-content intent is what this message's content would need and is missing."""
        world = self.world
        if world.message_content or world.bot.id in (message.author.id, message.application_id):
            return False
        channel = world.channels.get(message.channel_id)
        return channel is not None and channel.guild_id is not None and world.bot.id not in message.mentions

    def in_event(self, message: Message, *, bare: bool = False) -> Payload:
        """Renders MESSAGE_CREATE and MESSAGE_UPDATE: with the guild and the author's membership."""
        channel = self.world.channels[message.channel_id]
        payload = self.message(message, bare=bare)
        payload["channel_type"] = channel.kind
        if channel.guild_id is not None:
            payload["guild_id"] = str(channel.guild_id)
            member = self.world.guilds[channel.guild_id].members.get(message.author.id)
            if member is not None and message.webhook_id is None:
                payload["member"] = self.member(member, with_user=False)
        return payload

    def reactions(self, message: Message) -> list[Payload]:
        bot = self.world.bot.id
        return [
            {
                "emoji": emoji(key),
                "count": len(users),
                "count_details": {"burst": 0, "normal": len(users)},
                "me": bot in users,
                "me_burst": False,
                "burst_colors": [],
            }
            for key, users in message.reactions.items()
        ]

    def _author(self, message: Message) -> Payload:
        author = self.user(message.author)
        if message.webhook_id is not None and message.shown_name is not None:
            author |= {"id": str(message.webhook_id), "username": message.shown_name, "discriminator": "0000"}
            author |= {"bot": True, "global_name": None, "avatar": message.shown_avatar}
        return author

    def _mentioned(self, channel: Channel | None, user_id: int) -> Payload:
        payload = self.user(self.world.users[user_id])
        if channel is not None and channel.guild_id is not None:
            member = self.world.guilds[channel.guild_id].members.get(user_id)
            if member is not None:
                payload["member"] = self.member(member, with_user=False)
        return payload

    def _media(self, message: Message, part: Payload) -> Payload:
        """Puts served addresses in place of ``attachment://`` ones, as Discord does when it shows them."""
        shown: Payload = {}
        for key, value in part.items():
            if is_object(value):
                shown[key] = self._media(message, value)
            elif is_list(value):
                entries = cast("list[object]", value)
                shown[key] = [self._media(message, entry) if is_object(entry) else entry for entry in entries]
            elif key == "url" and isinstance(value, str) and value.startswith("attachment://"):
                name = value.removeprefix("attachment://")
                file = next((file for file in message.files if file.name == name), None)
                shown[key] = value if file is None else self.file_url(message.channel_id, file)
                shown["proxy_url"] = shown[key]
            else:
                shown[key] = value
        if part.get("type") == 11 or "items" in part or part.get("type") == 13:
            for media in (
                shown.get("media"),
                shown.get("file"),
                *(i.get("media") for i in objects(shown.get("items"))),
            ):
                if is_object(media):
                    media.setdefault("proxy_url", media.get("url"))
                    media.setdefault("loading_state", 2)
                    media.setdefault("placeholder", "")
        return shown


def emoji(key: str) -> Payload:
    """Renders a reaction's emoji from its key: a character, or ``name:id``."""
    name, colon, number = key.rpartition(":")
    return {"id": number, "name": name} if colon and number.isdigit() else {"id": None, "name": key}

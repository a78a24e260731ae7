"""How messages and their files look on the wire; guilds and their members by :mod:`.house_payloads`."""

from __future__ import annotations

import zlib
from typing import cast
from urllib.parse import quote

from tests.twins.discord import limits
from tests.twins.discord.house_payloads import HousePayloads
from tests.twins.discord.wire import Payload, is_list, is_object, objects
from tests.twins.discord.world import Attachment, Channel, Message, World, iso


class Payloads(HousePayloads):
    """Renders the world.

    Args:
        world: what there is.

    Attributes:
        cdn_base: where attachments are served, e.g. ``http://127.0.0.1:1234``; set when the server listens.
    """

    def __init__(self, world: World) -> None:
        super().__init__(world)
        self.cdn_base = ""

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
        if message.sticker_ids and not bare:
            stickers = [world.stickers[number] for number in message.sticker_ids]
            payload["sticker_items"] = [{"id": str(s.id), "name": s.name, "format_type": s.format} for s in stickers]
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

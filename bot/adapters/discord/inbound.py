"""Messages, edits, deletions and reactions: first asked about by plain ids, and only then made into events."""

import re
from collections.abc import Callable
from datetime import datetime

import discord
from cachetools import LRUCache

from bot.adapters.discord.accounts import account, account_of
from bot.adapters.discord.cdn import Portraits
from bot.adapters.discord.files import attachments
from bot.adapters.discord.line import Line
from bot.adapters.discord.markdown import rich
from bot.adapters.discord.names import chat_ref, made_at, message_ref, user_ref
from bot.adapters.discord.whereabouts import Whereabouts
from bot.adapters.discord.wire import JsonObject, as_object, as_objects, as_text
from bot.domain.author import Account
from bot.domain.events import (
    Event,
    MessageDeleted,
    MessageEdited,
    MessagePosted,
    ReactionChanged,
)
from bot.domain.refs import MessageRef
from bot.domain.text import Mention, Part, RichText
from bot.ports.clock import Clock
from bot.ports.gateway import Intake

_SPOKEN_TYPES = frozenset({0, 19})  # docs, "Message Types": DEFAULT and REPLY; the others are the system's or answers
_BOTS = 1_000
"""Other bots remembered that react."""
_FORWARD = 1  # docs, "Message Reference Types"


class Inbound:
    """Takes in what is said.

    Args:
        line: the connection.
        whereabouts: looks up places.
        intake: the core's door.
        put: hands an event to the queue that keeps order.
        portraits: keeps the pictures of who is heard.
        content: whether the message-content intent is granted.
    """

    def __init__(
        self,
        line: Line,
        whereabouts: Whereabouts,
        intake: Intake,
        put: Callable[[Event], None],
        portraits: Portraits,
        clock: Clock,
        *,
        content: bool,
    ) -> None:
        self._line = line
        self._whereabouts = whereabouts
        self._intake = intake
        self._put = put
        self._portraits = portraits
        self._bots: LRUCache[str, None] = LRUCache(_BOTS)
        self._clock = clock
        self._content = content

    def message(self, data: JsonObject) -> None:
        """MESSAGE_CREATE. The idle path: what concerns no one ends here."""
        if self.wants(data, data.get("guild_id")):
            self._put(self.posted(data, data.get("guild_id")))

    def edit(self, data: JsonObject) -> None:
        """MESSAGE_UPDATE, which also comes for pins and link previews: those do not change when it was edited."""
        edited = data.get("edited_timestamp")
        if not edited or "author" not in data or not self.wants(data, data.get("guild_id"), answers=False):
            return
        guild, chat, number = data.get("guild_id"), data["channel_id"], data["id"]
        self._portraits.note(data["author"])
        self._put(
            MessageEdited(
                f"edit:{number}:{edited}",
                datetime.fromisoformat(edited),
                self._whereabouts.where(guild, chat),
                message_ref(chat, number),
                account(data["author"], as_object(data.get("member"))),
                self.text(data, guild),
                attachments(data, chat),
            )
        )

    def wants(self, data: JsonObject, guild: str | None, *, answers: bool = True) -> bool:
        """Whether a message concerns anyone. ``answers``: also because of the message that it answers."""
        author = data["author"]
        if author.get("bot") or "webhook_id" in data or data.get("type", 0) not in _SPOKEN_TYPES:
            return False
        chat = data["channel_id"]
        name = self._whereabouts.name(guild, chat)
        reference = data.get("message_reference") if answers else None
        reply_to = None if reference is None else _answered(reference, chat)
        return self._intake.wants_message(guild, chat, None, name, author["id"], data["content"], reply_to)

    def posted(self, data: JsonObject, guild: str | None) -> MessagePosted:
        """A message's JSON as an event."""
        chat, number = data["channel_id"], data["id"]
        self._portraits.note(data["author"])
        reference = as_object(data.get("message_reference"))
        forwarded = reference.get("type") == _FORWARD
        said = data
        if forwarded:
            snapshots = as_objects(data.get("message_snapshots"))
            said = as_object(snapshots[0].get("message")) | {"id": number} if snapshots else data
        answered = as_object(as_object(data.get("referenced_message")).get("author")).get("id") == self._line.me
        mentioned = any(one.get("id") == self._line.me for one in as_objects(data.get("mentions")))
        return MessagePosted(
            f"message:{number}",
            made_at(number),
            self._whereabouts.where(guild, chat),
            (message_ref(chat, number),),
            account(data["author"], as_object(data.get("member"))),
            self.text(said, guild),
            attachments(said, chat),
            reply_to=None if forwarded else _reply(reference),
            forwarded=forwarded,
            readable=self._content or guild is None or mentioned,
            to_bot=answered or mentioned,
        )

    def text(self, data: JsonObject, guild: str | None) -> RichText:
        """A message's words as its readers see them: formatted, with people as mentions."""
        people = {str(one["id"]): one for one in as_objects(data.get("mentions"))}

        def named(found: re.Match[str]) -> Part | str:
            person = people.get(found["user"] or "")
            if person is None:
                return self._named(found, guild)
            known = account(person, as_object(person.get("member")))
            return Mention(known.ref, known.name)

        return rich(as_text(data.get("content")), named)

    def _named(self, found: re.Match[str], guild: str | None) -> str:
        """What a reader sees of a custom emoji, channel or role."""
        if found["emoji"]:
            return f":{found['emoji']}:"
        if found["channel"] and (name := self._whereabouts.name(guild, found["channel"])):
            return f"#{name}"
        if found["role"] and guild is not None:
            house = self._line.get_guild(int(guild))
            role = None if house is None else house.get_role(int(found["role"]))
            return found[0] if role is None else f"@{role.name}"
        return found[0]

    # --- deletions and reactions ---

    def deleted(self, raw: discord.RawMessageDeleteEvent) -> None:
        """MESSAGE_DELETE."""
        self._gone(raw.guild_id, raw.channel_id, [raw.message_id])

    def deleted_in_bulk(self, raw: discord.RawBulkMessageDeleteEvent) -> None:
        """MESSAGE_DELETE_BULK."""
        self._gone(raw.guild_id, raw.channel_id, sorted(raw.message_ids))

    def _gone(self, guild: int | None, channel: int, numbers: list[int]) -> None:
        chat = str(channel)
        wanted = [str(number) for number in numbers if self._intake.wants_change(chat, str(number))]
        if not wanted:
            return
        where = self._whereabouts.where(None if guild is None else str(guild), chat)
        refs = tuple(message_ref(chat, number) for number in wanted)
        self._put(MessageDeleted(f"deleted:{wanted[0]}:{len(wanted)}", self._clock.now(), where, refs))

    def reacted(self, raw: discord.RawReactionActionEvent) -> None:
        """MESSAGE_REACTION_ADD."""
        self._reaction(raw, added=True)

    def unreacted(self, raw: discord.RawReactionActionEvent) -> None:
        """MESSAGE_REACTION_REMOVE."""
        self._reaction(raw, added=False)

    def _reaction(self, raw: discord.RawReactionActionEvent, *, added: bool) -> None:
        chat, number, user = str(raw.channel_id), str(raw.message_id), str(raw.user_id)
        if user == self._line.me or not self._intake.wants_change(chat, number):
            return
        by = Account(user_ref(user), "") if raw.member is None else account_of(raw.member)
        if by.bot:
            self._bots[user] = None
        # Of who takes a reaction away only the id is told.
        if by.bot or user in self._bots:
            return
        emoji = raw.emoji.name if raw.emoji.id is None else f"{raw.emoji.name}:{raw.emoji.id}"
        self._put(
            ReactionChanged(
                self._line.mark,
                self._clock.now(),
                self._whereabouts.where(None if raw.guild_id is None else str(raw.guild_id), chat),
                message_ref(chat, number),
                by,
                added=(emoji,) if added else (),
                removed=() if added else (emoji,),
            )
        )


def _answered(reference: JsonObject, chat: str) -> str | None:
    """The id of the message of the same chat that is answered: what is forwarded or crossposted answers nothing."""
    if reference.get("type") == _FORWARD or reference.get("channel_id", chat) != chat:
        return None
    number = reference.get("message_id")
    return number if isinstance(number, str) else None


def _reply(reference: JsonObject) -> MessageRef | None:
    number = reference.get("message_id")
    return None if not number else message_ref(chat_ref(str(reference.get("channel_id"))).id, number)

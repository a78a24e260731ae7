"""The scenario language: what members do and see, the same on the fake, on both twins and in the playground.

    async def test_a_cat_pays(stage: Stage) -> None:
        ana = await stage.newcomer("Ana", "es")
        await ana.says("Hola, soy Ana de Sevilla")
        await expect(ana).sees("Muéstrame tu gato")
        await ana.sends(CAT)
        await expect(ana).sees("Gracias")

A stage is one platform with one community, with the whole bot running against it.
"""

import asyncio
from collections.abc import Sequence
from typing import Protocol

from bot.domain.access import Access
from bot.domain.refs import ChatRef, SpaceRef, UserRef
from tests.kit.patience import PATIENCE
from tests.kit.seen import GENERAL, INTRODUCTIONS, PRIVATE, Key, Seen
from tests.kit.stages.whole import Whole

__all__ = [
    "GENERAL",
    "INTRODUCTIONS",
    "PRIVATE",
    "Expectation",
    "Key",
    "Member",
    "Seen",
    "Stage",
    "expect",
    "key_found",
]


class Member(Protocol):
    """A person at the other end. What they do is told to the bot at once; it may still be at work afterwards.

    What the platform does not let them do raises :class:`PermissionError`.
    """

    @property
    def name(self) -> str: ...

    @property
    def ref(self) -> UserRef:
        """Their account."""
        ...

    async def starts(self) -> None:
        """Opens the private chat with the bot."""
        ...

    async def joins(self, *, screening: bool = False) -> None:
        """Comes in; ``screening`` while the platform's rules, or another bot's captcha, hold them back."""
        ...

    async def passes_screening(self) -> None:
        """Accepts the rules, or solves the captcha."""
        ...

    async def asks_to_join(self) -> None:
        """Asks to be let in, where there are such requests."""
        ...

    async def leaves(self) -> None: ...

    async def says(self, text: str, *, to: Seen | None = None, chat: str = INTRODUCTIONS) -> Seen: ...

    async def sends(self, picture: bytes, text: str = "", *, to: Seen | None = None, chat: str = INTRODUCTIONS) -> Seen:
        """Sends a picture as a picture, maybe in answer to a message."""
        ...

    async def sends_album(
        self, pictures: Sequence[bytes], text: str = "", *, to: Seen | None = None, chat: str = INTRODUCTIONS
    ) -> Seen:
        """Sends two to ten pictures at once; where they become several messages, the first is given."""
        ...

    async def sends_file(
        self,
        content: bytes,
        name: str,
        media_type: str,
        text: str = "",
        *,
        to: Seen | None = None,
        chat: str = INTRODUCTIONS,
    ) -> Seen:
        """Sends a file whose name and type say anything, true or not."""
        ...

    async def reacts(self, emoji: str, on: Seen) -> None:
        """Sets a reaction; where there is one a person, in place of the former."""
        ...

    async def unreacts(self, emoji: str, on: Seen) -> None:
        """Takes a reaction away."""
        ...

    async def runs(self, command: str, words: str = "", *, to: Seen | None = None, chat: str = GENERAL) -> None:
        """Calls a command, by the platform's own way; ``words`` are its only parameter's."""
        ...

    async def attaches(
        self, command: str, content: bytes, name: str = "cat.png", media_type: str = "image/png", *, chat: str = GENERAL
    ) -> None:
        """Calls a command with a file: as its option, or under a picture that is sent with it."""
        ...

    async def asks_about(self, command: str, member: "Member", said: Seen, *, chat: str = GENERAL) -> None:
        """Calls a command with a member: as its option, or in answer to what they said."""
        ...

    async def uses_menu(self, label: str, on: Seen) -> None:
        """Picks the bot's entry in a message's menu, where the platform has such menus."""
        ...

    async def uses_menu_elsewhere(self, label: str, text: str) -> Sequence[Seen]:
        """Picks the bot's entry in the menu of a message with this text, where the bot is no member but brought along.

        Returns:
            What of the bot's they then see there.
        """
        ...

    async def asks_inline(self, text: str) -> Sequence[Seen]:
        """Types the bot's name and this, in some chat; gives what could be put in there, in order."""
        ...

    async def asks_as_guest(self, text: str, *, to: str = "") -> Sequence[Seen]:
        """Asks the bot in a chat that it has not joined, in answer to a message with the text ``to`` if there is one.

        Returns:
            What the bot says there.
        """
        ...

    async def edits(self, message: Seen, text: str) -> None: ...

    async def deletes(self, message: Seen) -> None:
        """Deletes a message: their own, a moderator's any. Not every platform tells the bot."""
        ...

    def choices(self) -> Sequence[Key]:
        """All that they could press or pick now, the oldest first."""
        ...

    async def finds(self, label: str) -> Key:
        """Waits for the newest key or option that begins with this label."""
        ...

    async def uses(self, key: Key, data: str | None = None) -> None:
        """Presses a key that they or somebody else saw, as it was or with made-up data."""
        ...

    async def presses(self, label: str) -> None:
        """Waits for a key or option that begins with this label, and presses or picks the newest."""
        ...

    async def fills(self, *answers: str | bytes) -> None:
        """Answers the form that is open, question by question: words, a picture's bytes, or "" to leave one open."""
        ...

    def visible(self) -> Sequence[Seen]:
        """All that they can see now, the oldest first: the community's chats, their private chat, notices."""
        ...


class Stage(Protocol):
    """A platform with a community, and the bot running."""

    @property
    def name(self) -> str: ...

    @property
    def whole(self) -> Whole:
        """The whole bot."""
        ...

    @property
    def has_menus(self) -> bool:
        """Whether messages have a menu with the bot's entries."""
        ...

    @property
    def has_roles(self) -> bool:
        """Whether members have roles that the bot can give."""
        ...

    @property
    def has_ranks(self) -> bool:
        """Whether roles have an order, so that one may stand above the bot's own."""
        ...

    @property
    def has_join_requests(self) -> bool:
        """Whether one can ask to be let in, and the bot decides."""
        ...

    @property
    def has_screening(self) -> bool:
        """Whether newcomers can be held back until they accepted rules or solved a captcha."""
        ...

    @property
    def has_inline(self) -> bool:
        """Whether the bot can be asked while a message is typed, in any chat."""
        ...

    @property
    def has_guests(self) -> bool:
        """Whether the bot can be asked in a chat that it has not joined."""
        ...

    @property
    def has_user_install(self) -> bool:
        """Whether somebody can bring the bot's menus along into a chat that it has not joined."""
        ...

    @property
    def space(self) -> SpaceRef:
        """What the community is bound to here."""
        ...

    @property
    def upload_bytes(self) -> int:
        """Most bytes of a file that members can send."""
        ...

    async def newcomer(self, name: str, language: str = "en", *, screening: bool = False) -> Member:
        """Somebody who joins now."""
        ...

    async def stranger(self, name: str, language: str = "en") -> Member:
        """Somebody who is not inside: they may join, or ask to."""
        ...

    async def member(self, name: str, language: str = "en", access: Access = Access.EVERYONE) -> Member:
        """Somebody who was there before the bot came."""
        ...

    async def neighbour(self, name: str, language: str = "en") -> Member:
        """An admin of another space on the same platform, who has opened the private chat."""
        ...

    async def removes_bot(self) -> None:
        """Throws the bot out of the space."""
        ...

    def is_inside(self, member: Member) -> bool:
        """Whether they are a member now."""
        ...

    def is_asking(self, member: Member) -> bool:
        """Whether their request to join is still open."""
        ...

    def restricted(self, member: Member) -> bool:
        """Whether a member is kept from writing now."""
        ...

    def roles(self, member: Member) -> frozenset[str]:
        """The names of their roles."""
        ...

    async def makes_role(self, name: str, *, above: bool = False) -> str:
        """Makes a role, above the bot's own if wanted, so that it may not give it; gives the platform's id of it."""
        ...

    async def deletes_role(self, role: str) -> None:
        """Deletes a role by its id."""
        ...

    async def adds_chat(self, name: str) -> None:
        """Makes another chat; from now on members write there with ``chat=name``."""
        ...

    async def adds_thread(self, name: str, under: str = GENERAL) -> None:
        """Opens a thread under a chat, or a topic beside the others; members write there with ``chat=name``."""
        ...

    async def deletes_chat(self, name: str) -> None:
        """Deletes a chat, thread or topic."""
        ...

    def chat_ref(self, chat: str) -> ChatRef:
        """A chat by the name that it began with."""
        ...

    def pinned(self, chat: str) -> Sequence[Seen]:
        """The pinned messages of a chat, the oldest first."""
        ...

    async def bans(self, member: Member) -> None:
        """A moderator bans somebody, by the platform's own means."""
        ...

    async def mutes(self, member: Member) -> None:
        """A moderator keeps somebody from writing, by the platform's own means."""
        ...

    async def removes_right(self, right: str) -> None:
        """Takes a right from the bot: ``webhooks``, to speak under others' names, or ``pins``.

        Raises:
            PermissionError: there is no such right here.
        """
        ...

    async def deletes_webhooks(self) -> None:
        """An admin deletes by hand what the bot speaks under others' names through.

        Raises:
            PermissionError: there is no such thing here.
        """
        ...

    async def renames(self, chat: str, name: str) -> None:
        """Renames a chat; members still write there with its first name."""
        ...

    async def settled(self) -> None:
        """Waits until the bot has handled everything that happened so far."""
        ...

    async def changed(self) -> None:
        """Waits until somebody sees something else than before."""
        ...


def expect(stage: Stage, member: Member) -> "Expectation":
    """What a member should come to see."""
    return Expectation(stage, member)


async def key_found(stage: Stage, member: Member, label: str) -> Key:
    """Waits for the newest key that begins with a label."""
    try:
        async with asyncio.timeout(PATIENCE):
            while (found := _newest(member.choices(), label)) is None:
                await stage.changed()
    except TimeoutError:
        there = [key.label for key in member.choices()]
        raise AssertionError(f"{member.name} finds no {label!r} among {there}") from None
    return found


def _newest(keys: Sequence[Key], label: str) -> Key | None:
    return next((key for key in reversed(keys) if key.label.casefold().startswith(label.casefold())), None)


class Expectation:
    """What a member should come to see."""

    def __init__(self, stage: Stage, member: Member) -> None:
        self._stage = stage
        self._member = member

    def _found(self, words: Sequence[str]) -> Seen | None:
        return next(
            (
                seen
                for seen in reversed(self._member.visible())
                if seen.by_bot and all(word.casefold() in seen.text.casefold() for word in words)
            ),
            None,
        )

    async def sees(self, *words: str) -> Seen:
        """The newest message of the bot that holds all these words; waits for it."""
        try:
            async with asyncio.timeout(PATIENCE):
                while (found := self._found(words)) is None:
                    await self._stage.changed()
        except TimeoutError:
            shown = "\n".join(f"  - {seen.text!r} {seen.labels}" for seen in self._member.visible())
            raise AssertionError(f"{self._member.name} does not see {words}, but:\n{shown}") from None
        return found

    async def no_longer_sees(self, *words: str) -> None:
        """Waits until no message of the bot holds all these words."""
        try:
            async with asyncio.timeout(PATIENCE):
                while self._found(words) is not None:
                    await self._stage.changed()
        except TimeoutError:
            raise AssertionError(f"{self._member.name} still sees {words}") from None

    async def does_not_see(self, *words: str) -> None:
        """Nothing of the kind stands there once everything so far was handled."""
        await self._stage.settled()
        found = self._found(words)
        if found is not None:
            raise AssertionError(f"{self._member.name} sees {found.text!r}")

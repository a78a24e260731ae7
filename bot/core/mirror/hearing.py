"""What happened where routes begin or end, made into what is due: all of it is kept before the event counts as handled.

Nothing that the bot or a webhook said is ever an original, nor what other bots say: so nothing goes round in circles,
whatever is tied to what.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from bot.api.mirror import Reacting
from bot.core.mirror.aiming import Aiming, Spoken
from bot.core.mirror.line import Due, Kept, Line, NewLine, State
from bot.core.mirror.lines import RouteEnded
from bot.core.mirror.parts import Parts
from bot.core.mirror.routes import Way
from bot.core.scene import chat_of
from bot.domain.author import Account, Author, ChatVoice
from bot.domain.events import Event, MessageDeleted, MessageEdited, MessagePosted, ReactionChanged
from bot.domain.refs import ChatRef, MessageRef, PersonId

Wake = Callable[[ChatRef], None]
"""Something is due in a chat."""

WakeOriginal = Callable[[MessageRef, ChatRef], None]
"""The reactions that an original, in a chat, shows are to be looked at."""


class Hearing:
    """Hears messages, edits, deletions and reactions.

    Args:
        wake: has what is due be done.
        wake_original: has an original show what was reacted to its copies.
    """

    def __init__(self, parts: Parts, wake: Wake, wake_original: WakeOriginal) -> None:
        self._parts = parts
        self._wake = wake
        self._wake_original = wake_original
        self._aiming = Aiming(parts)

    async def heard(self, event: Event) -> bool:
        """Takes in what happened; asks nothing of the database where nothing is tied.

        Returns:
            Whether it was a message in a chat that a route of a cog that is on leads from, wherever it goes.

        Raises:
            NotAimed: a cog could not say where it goes; it goes where the others said.
        """
        chat = chat_of(event)
        await self._parts.routes.fresh()
        if not self._parts.routes.knows(chat):
            return False
        match event:
            case MessagePosted():
                return await self._posted(event, chat)
            case MessageEdited():
                await self._edited(event)
            case MessageDeleted(messages=messages):
                await self._gone(messages)
            case ReactionChanged():
                await self._reacted(event)
            case _:
                pass
        return False

    def _wake_all(self, chats: Iterable[ChatRef]) -> None:
        for chat in set(chats):
            self._wake(chat)

    # ------------------------------------------------------------------------------------------------------------- said

    async def _posted(self, event: MessagePosted, chat: ChatRef) -> bool:
        ways = [way for way in self._parts.routes.leading_from(chat) if await self._on(way)]
        if ways and event.readable and (event.text or event.attachments) and may_be_original(event.author):
            kept = Kept(event.text, event.attachments)
            await self.repeat(ways, event.messages, event.author, kept, event.reply_to)
        return bool(ways)

    async def repeat(
        self,
        ways: Sequence[Way],
        messages: Sequence[MessageRef],
        author: Author,
        kept: Kept,
        answers: MessageRef | None,
    ) -> None:
        """Keeps an original's lines, for those ways that are open to its author and that it takes.

        Raises:
            NotAimed: a cog could not say where it goes; it goes where the others said.
        """
        account = author if isinstance(author, Account) else None
        person = None if account is None else (await self._parts.identity.person_of(account)).id
        spoken = Spoken(messages[0], person, kept.text, len(kept.files), answers)
        aimed, failed = await self._aiming.aimed([way for way in ways if await self._open(way, person)], spoken)
        now = self._parts.clock.now()
        lines = [
            NewLine(
                one.way.route.id,
                one.way.target,
                one.way.source,
                messages[0],
                person,
                author.name if one.author is None else one.author,
                None if account is None or one.author is not None else account.ref,
                kept,
                answers,
                now,
                held=one.held,
                keeps_former=one.way.route.manner.keeps_former,
            )
            for one in aimed
        ]
        if lines:
            await self._add(messages, lines)
        for failure in failed:
            raise failure

    async def _add(self, messages: Sequence[MessageRef], lines: Sequence[NewLine]) -> None:
        routes = self._parts.routes
        try:
            await self._parts.lines.add(messages, lines)
        except RouteEnded:  # with a place that was erased: what it is tied to is not told of it
            await routes.load()
            lines = [line for line in lines if routes.way(line.route) is not None]
            if not lines:
                return
            await self._parts.lines.add(messages, lines)
        self._wake_all(line.chat for line in lines)

    async def _open(self, way: Way, person: PersonId | None) -> bool:
        """Whether a way may be taken now: it is on, and nobody silenced who speaks."""
        if not await self._on(way):
            return False
        community = way.route.community
        return community is None or person is None or not await self._parts.silences.silenced(community, person)

    async def _on(self, way: Way) -> bool:
        """Whether a way may be taken at all: it is not closed, and its cog is on."""
        community = way.route.community
        if way.closed or community is None:
            return not way.closed
        return await self._parts.settings.cog_enabled(community, way.route.cog)

    # ---------------------------------------------------------------------------------------------------------- changed

    async def _edited(self, event: MessageEdited) -> None:
        roots = await self._parts.lines.roots([event.message])
        root = roots.get(event.message)
        if root is None:
            return
        changes: list[tuple[Line, Kept, Due]] = []
        for line in await self._parts.lines.of_root(root):
            due, kept = Due.NOTHING, line.kept
            # Of an album, one message bears the words; the others are told without any.
            if event.text != kept.text and (event.text or event.message == root):
                due |= Due.CHANGE
                kept = Kept(event.text, kept.files)
            if len(kept.files) == 1 and len(event.attachments) == 1 and event.attachments != kept.files:
                due |= Due.FILES
                kept = replace(kept, files=event.attachments)
            way = self._parts.routes.way(line.route)
            if due and line.state is not State.LOST and way is not None and await self._open(way, line.person):
                changes.append((line, kept, due))
        if changes:
            await self._parts.lines.say_again(changes)
            self._wake_all(line.chat for line, _, _ in changes)

    async def _gone(self, messages: Sequence[MessageRef]) -> None:
        self._wake_all(await self._parts.lines.gone(messages))

    # ---------------------------------------------------------------------------------------------------------- reacted

    async def _reacted(self, event: ReactionChanged) -> None:
        if event.by.bot:
            return
        at = event.message
        root = (await self._parts.lines.roots([at])).get(at)
        if root is not None:
            at = root  # whichever picture of an album it was
        else:
            copy = await self._parts.lines.copy_at(at)
            # Of a copy that holds several nobody knows which of them is meant.
            if copy is None or len(copy.lines) != 1:
                return
            root = copy.lines[0].root
        lines = await self._parts.lines.of_root(root)
        ways = [way for line in lines if (way := self._parts.routes.way(line.route)) is not None]
        added = event.added if await self._may_react(event.by, ways) else ()
        if not added and not event.removed:
            return
        self._wake_all(await self._parts.reactions.change(root, at, event.by, added, event.removed))
        if at != root:
            self._wake_original(root, lines[0].source)

    async def _may_react(self, by: Account, ways: Sequence[Way]) -> bool:
        known = await self._parts.identity.find(by.ref)
        for way in ways:
            if way.reacts is not Reacting.OFF and await self._open(way, None if known is None else known.id):
                return True
        return False


def may_be_original(author: Author) -> bool:
    """Whether what somebody says may ever be repeated: not what bots say, ours or others', nor what webhooks do."""
    if isinstance(author, Account):
        return not author.bot
    return author.voice is not ChatVoice.WEBHOOK

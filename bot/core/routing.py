"""Whether anyone is concerned: asked for every message of every platform, before any value is built or row is read.

Tables in memory answer; changes refresh them over the bus. A message that concerns no one costs a few look-ups.
"""

import re
from collections.abc import Awaitable, Callable, Iterable, Sequence

from cachetools import LRUCache

from bot.core.catalog import Catalog, Words
from bot.core.drafts import Drafts
from bot.core.inbox import Inbox
from bot.core.scene import chat_of
from bot.core.tokens import ActionTokens
from bot.core.watches import Watches
from bot.domain.events import CompletionAsked, Event
from bot.domain.locales import Locale
from bot.domain.refs import Platform
from bot.ports.gateway import AnswerMode, Offering, Suggestion

Handle = Callable[[Event], Awaitable[None]]
Suggest = Callable[[CompletionAsked], Awaitable[Sequence[Suggestion]]]
Arriving = Callable[[Platform, str], bool]

REMEMBERED_NAMES = 20_000
"""How many chat names are remembered with what was found in them."""

_TAG = re.compile(r"#\w+")
_DECORATION = re.compile(r"[\W_]+")


def squashed(name: str) -> str:
    """A chat's name without emoji, dashes and case: ``👋-Introductions`` becomes ``introductions``."""
    return _DECORATION.sub("", name.casefold())


def _listed(words: Words, pairs: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    """Comma-parted texts of all languages, by cog."""
    found: dict[str, set[str]] = {}
    for cog, key in pairs:
        for locale in Locale:
            text = words.texts(cog, locale).plain(key)
            found.setdefault(cog, set()).update(part.strip().casefold() for part in text.split(",") if part.strip())
    return {cog: frozenset(parts) for cog, parts in found.items()}


class NamesAndTags:
    """Which cogs hear a chat because of its name, or a message because of its ``#tag``; in every language."""

    def __init__(self, catalog: Catalog, words: Words) -> None:
        cogs = catalog.cogs.values()
        names = _listed(words, [(cog.name, key) for cog in cogs for key in cog.watched_names])
        self._names = {cog: frozenset(map(squashed, parts)) for cog, parts in names.items()}
        self._tags = _listed(words, [(cog.name, key) for cog in cogs for key in cog.watched_tags])
        self._seen: LRUCache[str, frozenset[str]] = LRUCache(REMEMBERED_NAMES)

    def by_name(self, name: str) -> frozenset[str]:
        """The cogs that hear a chat of this name."""
        known = self._seen.get(name)
        if known is None:
            bare = squashed(name)
            known = frozenset(cog for cog, parts in self._names.items() if any(part in bare for part in parts))
            self._seen[name] = known
        return known

    def by_tag(self, text: str) -> frozenset[str]:
        """The cogs that hear a message with one of this text's tags."""
        if "#" not in text:
            return frozenset()
        tags = {tag.casefold() for tag in _TAG.findall(text)}
        return frozenset(cog for cog, parts in self._tags.items() if parts & tags)


class PlatformIntake:
    """The core's door for one platform; implements :class:`bot.ports.gateway.Intake`."""

    def __init__(
        self,
        platform: Platform,
        *,
        catalog: Catalog,
        offering: Offering,
        names: NamesAndTags,
        watches: Watches,
        drafts: Drafts,
        tokens: ActionTokens,
        inbox: Inbox,
        handle: Handle,
        suggest: Suggest,
        arriving: Arriving,
    ) -> None:
        self._platform = platform
        self._catalog = catalog
        self._offering = offering
        self._names = names
        self._watches = watches
        self._drafts = drafts
        self._tokens = tokens
        self._inbox = inbox
        self._handle = handle
        self._suggest = suggest
        self._arriving = arriving

    @property
    def offering(self) -> Offering:
        """What the bot offers."""
        return self._offering

    def wants_message(
        self,
        space: str | None,
        chat: str,
        topic: str | None,
        chat_name: str,
        author: str,
        text: str,
        reply_to: str | None,
    ) -> bool:
        """Whether a posted or edited message concerns anyone."""
        return (
            space is None
            or self._watches.wants(self._platform, chat, topic, author, reply_to)
            or self._drafts.has(self._platform, chat, author)
            or (chat_name != "" and bool(self._names.by_name(chat_name)))
            or ("#" in text and bool(self._names.by_tag(text)))
            # Who is watched once their arrival was handled is not watched yet.
            or self._arriving(self._platform, author)
        )

    def wants_change(self, chat: str, message: str) -> bool:
        """Whether a deletion of or a reaction to a message concerns anyone: it is watched, or its whole chat is."""
        return self._watches.wants_chat(self._platform, chat) or self._watches.wants_replies(
            self._platform, chat, message
        )

    def mode_of(self, data: str) -> AnswerMode:
        """How a pressed key or sent form answers."""
        action = self._tokens.peek(data)
        return AnswerMode.PRIVATE if action is None else self._catalog.mode_of(action)

    async def accept(self, event: Event) -> None:
        """Takes an event over."""
        watched = self._watches.wants_chat(self._platform, event.where.chat.id)
        if await self._inbox.accept(event, lane_of(event), watched=watched):
            await self._handle(event)

    async def suggest(self, asked: CompletionAsked) -> Sequence[Suggestion]:
        """Completions."""
        return await self._suggest(asked)

    async def last_seen(self, chat: str) -> str | None:
        """The id of the last message accepted from a chat."""
        return await self._inbox.last_seen(self._platform, chat)

    async def watched_chats(self) -> Sequence[str]:
        """The chats whose messages concern somebody: watched, or heard by their name or a tag before."""
        seen = await self._inbox.chats_seen(self._platform)
        return list(dict.fromkeys([*self._watches.chats(self._platform), *seen]))


def lane_of(event: Event) -> str:
    """What keeps its order among itself: one chat."""
    return str(chat_of(event).whole)

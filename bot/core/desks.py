"""What the house offers to cogs on persons, clubs and records; every cog is told of what happens to its persons."""

from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence

import structlog

from bot.api.cog import Cog
from bot.api.context import JobContext
from bot.api.house import CodeFailure, JsonValue, PersonFile
from bot.core.audit import AuditLog
from bot.core.catalog import Catalog
from bot.core.communities import Communities, Joined
from bot.core.identity import Identity, Linked, Parted
from bot.core.locale.languages import endonym, language_named, languages_like, name_in
from bot.core.marks import Marks
from bot.core.mirror.mirror import CoreMirror
from bot.core.stations import Stations
from bot.domain.author import Account
from bot.domain.languages import Language
from bot.domain.locales import Locale
from bot.domain.refs import CommunityId, PersonId, SpaceRef, UserRef
from bot.ports.clock import Clock

log = structlog.get_logger(__name__)

ForCog = Callable[[Cog], JobContext]
"""Makes a context in which a cog acts for itself."""


ForgetUser = Callable[[UserRef], Awaitable[None]]


class Telling:
    """Tells every cog what became of its persons. What a kill interrupts is told again at the next start."""

    def __init__(
        self, identity: Identity, audit: AuditLog, mirror: CoreMirror, catalog: Catalog, for_cog: ForCog
    ) -> None:
        self._identity = identity
        self._audit = audit
        self._mirror = mirror
        self._catalog = catalog
        self._for_cog = for_cog

    async def tell(self, change: Linked | Parted) -> None:
        """Tells of one change."""
        if isinstance(change, Linked):
            await self._audit.merge(change.kept, change.gone)
            await self._mirror.linked(change.kept, change.gone)
        else:
            await self._mirror.parted(change.ref, change.person, change.new)
        for cog in self._catalog.cogs.values():
            ctx = self._for_cog(cog)
            if isinstance(change, Linked) and cog.merge_handler is not None:
                await cog.merge_handler(ctx, change.kept, change.gone)
            elif isinstance(change, Parted) and cog.unlink_handler is not None:
                await cog.unlink_handler(ctx, change.ref, change.person, change.new)
        await self._identity.told(change.change)

    async def tell_untold(self) -> None:
        """Tells of all that nobody was told of yet."""
        for change in await self._identity.untold():
            try:
                await self.tell(change)
            except Exception:
                # It stays untold and comes again with the next round; the others' changes do not wait for it.
                log.exception("a cog did not take a change of persons", change=change.change)


class AccountsDesk:
    """Implements :class:`bot.api.house.Accounts`."""

    def __init__(self, identity: Identity, telling: Telling, stations: Stations, marks: Marks) -> None:
        self._identity = identity
        self._telling = telling
        self._stations = stations
        self._marks = marks

    async def file(self, person: PersonId) -> PersonFile:
        """What is kept of a person."""
        return await self._identity.file(person)

    async def zones(self, people: Collection[PersonId]) -> Mapping[PersonId, str]:
        """The time zones of those of them who chose one."""
        return await self._identity.zones(people)

    async def of(self, person: PersonId) -> Sequence[UserRef]:
        """A person's accounts."""
        return await self._identity.accounts_of(person)

    async def of_all(self, persons: Collection[PersonId]) -> Mapping[PersonId, Sequence[UserRef]]:
        """The accounts of many persons at once."""
        return await self._identity.accounts_of_all(persons)

    async def find(self, user: UserRef) -> PersonId | None:
        """The person behind an account."""
        found = await self._identity.find(user)
        return None if found is None else found.id

    async def meet(self, account: Account) -> PersonId:
        """The person behind an account."""
        return (await self._identity.person_of(account)).id

    def mark(self, user: UserRef) -> str:
        """A keyed hash of an account's id."""
        return self._marks.of(user)

    async def choose_locale(self, person: PersonId, locale: Locale | None) -> None:
        """Keeps a person's own choice of language."""
        await self._identity.choose_locale(person, locale)
        if locale is not None:
            for user in await self._identity.accounts_of(person):
                await self._show_commands(user, locale)

    async def _show_commands(self, user: UserRef, locale: Locale) -> None:
        station = self._stations.of(user)
        private = None if station is None else await station.gateway.private_chat(user)
        if station is not None and private is not None:
            station.gateway.speak(private, locale)

    async def choose_translation(self, person: PersonId, allowed: bool) -> None:
        """Keeps whether their words may be sent to translation services."""
        await self._identity.choose_translation(person, allowed)

    async def choose_zone(self, person: PersonId, zone: str | None) -> None:
        """Keeps a person's time zone."""
        await self._identity.choose_zone(person, zone)

    async def start_link(self, person: PersonId) -> str:
        """A one-time code."""
        return await self._identity.start_link(person)

    async def finish_link(self, user: UserRef, code: str) -> CodeFailure | None:
        """Makes the account one with the person who started."""
        result = await self._identity.finish_link(user, code)
        if not isinstance(result, Linked):
            return result
        await self._telling.tell(result)
        return None

    async def unlink(self, user: UserRef) -> bool:
        """Makes an account a person of its own again."""
        new = await self._identity.unlink(user)
        await self._telling.tell_untold()
        return new is not None


class ClubsDesk:
    """Implements :class:`bot.api.house.Clubs`."""

    def __init__(
        self, communities: Communities, audit: AuditLog, clock: Clock, catalog: Catalog, for_cog: ForCog
    ) -> None:
        self._communities = communities
        self._audit = audit
        self._clock = clock
        self._catalog = catalog
        self._for_cog = for_cog

    async def _tell(self, space: SpaceRef, left: CommunityId, joined: CommunityId) -> None:
        for cog in self._catalog.cogs.values():
            if cog.rehome_handler is None:
                continue
            try:
                await cog.rehome_handler(self._for_cog(cog), space, left, joined)
            except Exception:
                # The space has moved: what one cog makes of it keeps no other from doing its part.
                log.exception("a cog did not take a space's move to another club", cog=cog.name)

    async def _note(self, community: CommunityId, act: str, space: SpaceRef, by: PersonId) -> None:
        await self._audit.record(community, "core", by, act, {"space": str(space)}, self._clock.now())

    async def spaces(self, community: CommunityId) -> Sequence[tuple[SpaceRef, str]]:
        """The spaces of a community with their names."""
        return [(space.ref, space.name) for space in await self._communities.spaces_of(community)]

    async def start(self, community: CommunityId) -> str:
        """A one-time code."""
        return await self._communities.start_club(community)

    async def finish(self, space: SpaceRef, by: PersonId, code: str) -> CodeFailure | None:
        """Binds a space to the community that started."""
        result = await self._communities.finish_club(space, code)
        if not isinstance(result, Joined):
            return result
        await self._tell(space, result.left, result.community)
        await self._note(result.community, "audit-club-joined", space, by)
        await self._note(result.left, "audit-club-joined", space, by)
        return None

    async def leave(self, space: SpaceRef, by: PersonId) -> bool:
        """Makes a space a community of its own again."""
        before = await self._communities.of_space(space)
        own = await self._communities.leave_club(space)
        if own is None:
            return False
        await self._tell(space, before, own)
        await self._note(before, "audit-club-left", space, by)
        await self._note(own, "audit-club-left", space, by)
        return True


class RecordsDesk:
    """Implements :class:`bot.api.house.Records`.

    Args:
        traces: each forgets what the engine keeps of an account for a while: tokens, drafts, watches.
    """

    def __init__(
        self,
        identity: Identity,
        audit: AuditLog,
        catalog: Catalog,
        for_cog: ForCog,
        traces: Sequence[ForgetUser],
        mirror: CoreMirror,
    ) -> None:
        self._identity = identity
        self._audit = audit
        self._traces = traces
        self._mirror = mirror
        self._catalog = catalog
        self._for_cog = for_cog

    async def export(self, person: PersonId) -> Mapping[str, JsonValue]:
        """What each cog keeps of a person, by cog."""
        accounts = await self._identity.accounts_of(person)
        found: dict[str, JsonValue] = {
            "house": await self._identity.export(person),
            "audit": await self._acts(person),
            "repeated": await self._mirror.export(accounts),
        }
        for cog in self._catalog.cogs.values():
            if cog.export_handler is not None:
                found[cog.name] = await cog.export_handler(self._for_cog(cog), person)
        return found

    async def _acts(self, person: PersonId) -> JsonValue:
        acts = await self._audit.of_person(person)
        return [{"at": act.at.isoformat(), "act": act.act, "about": dict(act.args)} for act in acts]

    async def forget(self, person: PersonId) -> None:
        """Erases a person from every cog first, and then from the house."""
        for user in await self._identity.accounts_of(person):
            # Before cogs end the routes: then nobody would know any more which copies are theirs.
            await self._mirror.forget(user)
        for cog in self._catalog.cogs.values():
            if cog.forget_handler is not None:
                await cog.forget_handler(self._for_cog(cog), person)
        await self._audit.forget(person)
        for user in await self._identity.accounts_of(person):
            for forget in self._traces:
                await forget(user)
        await self._identity.forget(person)


class LanguagesDesk:
    """Implements :class:`bot.api.house.Languages`."""

    def name_in(self, language: Language, locale: Locale) -> str:
        """A language's name in one of the bot's own."""
        return name_in(language, locale)

    def own_name(self, language: Language) -> str:
        """A language's name in itself."""
        return endonym(language)

    def language_named(self, words: str) -> Language | None:
        """The language that somebody means."""
        return language_named(words)

    def languages_like(self, typed: str, locale: Locale) -> Sequence[Language]:
        """The languages that begin like what was typed."""
        return languages_like(typed, locale)

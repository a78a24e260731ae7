"""Everybody in a club who may be matched now, as matching sees them."""

import asyncio
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from bot.api import JobContext
from bot.api.offers.giving import CatsGiven
from bot.domain.refs import CommunityId, PersonId
from cogs.spies.rules.asking import MOST_LINES, share, weeks_between
from cogs.spies.rules.people import Candidate, File, Slot
from cogs.spies.rules.times import hours_of
from cogs.spies.settings import MINORS
from cogs.spies.steps.barring import barred_among
from cogs.spies.store.blocks import Blocks
from cogs.spies.store.pairs import Pairs
from cogs.spies.store.persons import Persons, Standing
from cogs.spies.store.proposals import Proposals

AT_ONCE = 200
"""People who are looked at before others get their turn: a large club must not keep everybody waiting."""


def id_of(person: PersonId) -> str:
    """What matching calls somebody."""
    return str(person)


def person_of(candidate: Candidate | str) -> PersonId:
    """Whom matching calls so."""
    return PersonId(int(candidate if isinstance(candidate, str) else candidate.id))


async def candidates(
    ctx: JobContext, community: CommunityId, *, tried_since: datetime | None = None, around: PersonId | None = None
) -> Sequence[Candidate]:
    """Who opted in, is not paused, may be matched at all, and has room for another line.

    Who is being asked together with somebody right now is not matched with them.

    Args:
        ctx: of the community.
        community: whose members.
        tried_since: since when two who were asked in vain are not asked together again; None to forget about that.
        around: who looks: then only they, and those with whom they could exchange languages.
    """
    now = ctx.clock.now()
    files = await _allowed(ctx, community, around)
    people = [file.person for file in files]
    apart = set(await barred_among(ctx, community, people))
    apart |= await Proposals(ctx.db).tried(community, tried_since or now)
    given = await ctx.find(CatsGiven)
    making = _Making(
        now,
        await Persons(ctx.db).standings(community),
        await ctx.accounts.zones(people),
        _by_person(apart),
        _weeks_by_person(await Pairs(ctx.db).met(people), now),
        frozenset() if given is None else await given.gave(people),
    )
    made: list[Candidate] = []
    for start in range(0, len(files), AT_ONCE):
        made += [making.candidate(file) for file in files[start : start + AT_ONCE]]
        await asyncio.sleep(0)
    return made


async def _allowed(ctx: JobContext, community: CommunityId, around: PersonId | None) -> Sequence[File]:
    """Who may be matched with anybody at all, or with somebody."""
    files = await Persons(ctx.db).members(community)
    me = None if around is None else next((file for file in files if file.person == around), None)
    if me is not None:
        files = [
            file
            for file in files
            if file is me or (file.learns.keys() & me.speaks.keys() and file.speaks.keys() & me.learns.keys())
        ]
    if not await ctx.setting(MINORS):
        files = [file for file in files if file.adult]
    lines = Counter(person for pair in await Pairs(ctx.db).in_community(community) for person in pair.people)
    free = [file for file in files if lines[file.person] < MOST_LINES]
    banned = await Blocks(ctx.db).banned(community, ctx.clock.now())
    if not banned:
        return free
    accounts = await ctx.accounts.of_all([file.person for file in free])
    return [
        file for file in free if not any(ctx.accounts.mark(user) in banned for user in accounts.get(file.person, ()))
    ]


class _Making:
    """Makes candidates; the hours of those who say the same are counted once."""

    def __init__(
        self,
        now: datetime,
        standings: Mapping[PersonId, Standing],
        zones: Mapping[PersonId, str],
        apart: Mapping[PersonId, frozenset[str]],
        met: Mapping[PersonId, Mapping[str, float]],
        gave: Collection[PersonId],
    ) -> None:
        self._now = now
        self._standings = standings
        self._zones = zones
        self._apart = apart
        self._met = met
        self._gave = gave
        self._hours: dict[tuple[frozenset[Slot], str | None], frozenset[int]] = {}

    def candidate(self, file: File) -> Candidate:
        person, zone = file.person, self._zones.get(file.person)
        standing = self._standings.get(person, Standing(None, 0, 0))
        return Candidate(
            id=id_of(person),
            speaks=file.speaks,
            learns=file.learns,
            hours=self._hours_of(file.free, zone),
            zone=zone,
            free=file.free,
            interests=file.interests,
            wants=file.wants,
            blocked=self._apart.get(person, frozenset()),
            met=self._met.get(person, {}),
            waiting=0.0 if standing.waits is None else weeks_between(standing.waits, self._now),
            adult=file.adult,
            gender=file.gender,
            same_gender=file.same_gender,
            gave_cat=person in self._gave,
            answered=share(standing.asked, standing.answered),
        )

    def _hours_of(self, free: frozenset[Slot], zone: str | None) -> frozenset[int]:
        if (free, zone) not in self._hours:
            self._hours[free, zone] = hours_of(free, zone, self._now)
        return self._hours[free, zone]


def _by_person(apart: Collection[frozenset[PersonId]]) -> Mapping[PersonId, frozenset[str]]:
    found: dict[PersonId, set[str]] = {}
    for one, other in (sorted(two) for two in apart if len(two) > 1):
        found.setdefault(one, set()).add(id_of(other))
        found.setdefault(other, set()).add(id_of(one))
    return {person: frozenset(others) for person, others in found.items()}


def _weeks_by_person(
    met: Mapping[frozenset[PersonId], datetime], now: datetime
) -> Mapping[PersonId, Mapping[str, float]]:
    found: dict[PersonId, dict[str, float]] = {}
    for (one, other), last in ((sorted(two), last) for two, last in met.items()):
        weeks = weeks_between(last, now)
        found.setdefault(one, {})[id_of(other)] = weeks
        found.setdefault(other, {})[id_of(one)] = weeks
    return found

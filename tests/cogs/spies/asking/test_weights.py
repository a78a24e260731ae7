"""What an admin sets in the settings decides who is asked together in a round."""

from pathlib import Path

import pytest

from bot.domain.access import Access
from bot.domain.refs import PersonId
from cogs.spies.rules.people import File, Level, Tongue
from cogs.spies.store.persons import Persons
from cogs.spies.store.proposals import Proposals
from tests.cogs.spies.asking.kit import EN, ZH, community_of
from tests.kit.stage import GENERAL, Member, expect
from tests.kit.stages.fake import FakeStage, fake_stage

ANA, BEA, ZHEN, LULU = (PersonId(1_000_000 + number) for number in range(4))
HIKING, COOKING = frozenset({"hiking"}), frozenset({"cooking"})


async def _takes_part(
    stage: FakeStage, person: PersonId, speaks: Tongue, learns: Tongue, level: Level, interests: frozenset[str]
) -> None:
    persons, now = Persons(stage.whole.app.services.db), stage.whole.clock.now()
    await persons.save(File(person, True, {speaks: Level.NATIVE}, {learns: level}, interests=interests), now)
    await persons.join(await community_of(stage), person, now)


async def _sets(stage: FakeStage, admin: Member, setting: str, value: str) -> None:
    await admin.runs("settings", chat=GENERAL)
    for step in ("Spies", setting, "Write a new value"):
        await admin.presses(step)
        await stage.settled()
    await admin.fills(value)
    await expect(stage, admin).sees(setting, "Kept", value)
    await stage.settled()


@pytest.mark.parametrize(
    ("interests", "together"),
    [(None, {frozenset({ANA, ZHEN}), frozenset({BEA, LULU})}), ("0", {frozenset({ANA, LULU}), frozenset({BEA, ZHEN})})],
    ids=["what both like", "how far both are"],
)
async def test_a_weight_decides_who_is_asked_together(
    tmp_path: Path, interests: str | None, together: set[frozenset[PersonId]]
) -> None:
    async with fake_stage(tmp_path) as stage:
        await _takes_part(stage, ANA, EN, ZH, Level.A1, HIKING)
        await _takes_part(stage, BEA, EN, ZH, Level.B2, COOKING)
        await _takes_part(stage, ZHEN, ZH, EN, Level.B2, HIKING)
        await _takes_part(stage, LULU, ZH, EN, Level.A1, COOKING)
        admin = await stage.member("Amara", access=Access.ADMIN)
        await admin.starts()
        if interests is not None:
            await _sets(stage, admin, "Matching: how much interests count", interests)
        await admin.runs("spy", "rounds", chat=GENERAL)
        await admin.presses("Make a round now")
        await stage.settled()
        kept = await Proposals(stage.whole.app.services.db).caused("round ", after=0, most=9)
        assert {frozenset(one.proposal.people) for one in kept} == together

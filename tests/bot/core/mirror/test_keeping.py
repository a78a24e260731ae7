"""The mirror's stores by themselves, on both databases: what is held, how it read before, closed routes."""

from dataclasses import replace
from datetime import timedelta

from bot.core.mirror.line import Due, Kept, State
from bot.core.mirror.retention import FOLLOWED
from bot.domain.refs import PersonId
from bot.domain.text import RichText
from tests.bot.core.mirror.kit import ANA, HELLO, HERE, SAID, THERE, Kit, original, post

KNOT = ("repeater", "knot")


def _kept(words: str) -> Kept:
    return Kept(RichText.of(words))


# ----------------------------------------------------------------------------------------------------------------- held


async def test_what_is_held_is_not_due_until_it_is_let_go(kit: Kit) -> None:
    for number in (1, 2, 5):
        await kit.hears(number, album=2, held=number != 5)
        await kit.hears(number, album=2, held=number != 5)
    assert [line.root for line in await kit.lines.due([THERE.whole], 10)] == [original(5)]
    assert await kit.holding.of(*KNOT) == [original(1), original(2)]
    assert await kit.holding.of("repeater", "another") == []
    assert await kit.holding.let_go("another", "knot", None) == (0, [])
    assert await kit.holding.let_go(*KNOT, original(3)) == (1, [THERE.whole]), "whichever of an album is named"
    assert [line.root for line in await kit.lines.due([THERE.whole], 10)] == [original(2), original(5)]
    assert await kit.holding.let_go(*KNOT, None) == (1, [THERE.whole])
    assert await kit.holding.let_go(*KNOT, None) == (0, [])
    assert (await kit.line(1)).due == Due.SEND | Due.REACT


async def test_what_is_held_follows_its_original_without_being_due(kit: Kit) -> None:
    line = await kit.hears(1, held=True, keeps=True)
    assert (line.state, line.held, line.due) == (State.HELD, True, Due.NOTHING)
    assert await kit.lines.say_again([(line, _kept("better"), Due.CHANGE)]) == 1
    await kit.reactions.change(original(1), original(1), ANA, ["👍"], [])
    line = await kit.line()
    assert (line.state, line.due, line.kept) == (State.HELD, Due.NOTHING, _kept("better"))
    assert await kit.lines.begin(THERE, [(line, line.kept)], SAID) is None
    await kit.lines.gone([original(1)])
    line = await kit.line()
    assert (line.state, line.due, line.forgotten) == (State.GONE, Due.NOTHING, True)
    assert await kit.holding.of(*KNOT) == []
    assert await kit.utterances.of(line.id) is None, "nobody saw it"


async def test_what_is_dropped_is_forgotten(kit: Kit) -> None:
    await kit.hears(1, held=True)
    assert await kit.holding.drop("another", "knot", original(1)) == 0
    assert await kit.holding.drop(*KNOT, original(1)) == 1
    assert await kit.holding.drop(*KNOT, original(1)) == 0
    assert ((await kit.line()).state, (await kit.line()).forgotten) == (State.GONE, True)


async def test_what_is_held_for_a_week_goes(kit: Kit) -> None:
    await kit.hears(1, held=True)
    await kit.clock.move(FOLLOWED + timedelta(hours=1))
    await kit.retention.clean()
    assert (await kit.line()).state is State.GONE
    assert await kit.holding.let_go(*KNOT, None) == (0, [])


# --------------------------------------------------------------------------------------------------------------- former


async def test_every_wording_that_was_shown_is_kept_once(kit: Kit) -> None:
    line = await kit.hears(1, _kept("first"), keeps=True)
    await kit.lines.say_again([(line, _kept("second"), Due.CHANGE)])  # before anybody saw it
    copy = await kit.stands(await kit.line())
    begun = kit.clock.now()
    await kit.clock.move(60)
    await kit.lines.say_again([(await kit.line(), _kept("third"), Due.CHANGE)])
    await kit.lines.say_again([(await kit.line(), _kept("third"), Due.CHANGE)])  # its translation, say
    found = await kit.utterances.of(line.id)
    assert found is not None
    assert [(one.at, one.kept.text.plain) for one in found.said] == [(begun, "second"), (kit.clock.now(), "third")]
    await kit.lines.gone([original(1)])
    found = await kit.utterances.of(line.id)
    assert found is not None
    assert [one.kept.text.plain for one in found.said] == ["second", "third"]
    await kit.lines.dropped(copy)
    assert await kit.utterances.on_knot(*KNOT, begun) == [await kit.utterances.of(line.id)]
    assert await kit.utterances.on_knot(*KNOT, begun + timedelta(seconds=1)) == []
    await kit.clock.move(FOLLOWED)
    await kit.retention.clean()
    assert await kit.utterances.of(line.id) is None


async def test_what_is_being_sent_counts_as_shown(kit: Kit) -> None:
    line = await kit.hears(1, _kept("first"), keeps=True)
    await kit.begins(line)
    await kit.lines.say_again([(await kit.line(), _kept("second"), Due.CHANGE)])
    found = await kit.utterances.of(line.id)
    assert found is not None
    assert [one.kept.text.plain for one in found.said] == ["first", "second"]


async def test_who_spoke_under_another_name_is_forgotten_by_who_they_are(kit: Kit) -> None:
    line = await kit.hears(1, keeps=True, veiled=True)
    copy = await kit.stands(line)
    await kit.lines.say_again([(await kit.line(), _kept("again"), Due.CHANGE)])
    assert (await kit.line()).veiled
    assert await kit.retention.forget(ANA.ref, PersonId(2)) == []
    (exported,) = await kit.utterances.of_account(ANA.ref, PersonId(1))
    assert [one.kept for one in exported.said] == [HELLO, _kept("again")]
    assert await kit.retention.forget(ANA.ref, PersonId(1)) == [THERE.whole]
    assert await kit.utterances.of_account(ANA.ref, PersonId(1)) == []
    assert await kit.utterances.of(line.id) is None
    assert [one.id for one in await kit.lines.leaving([THERE.whole])] == [copy.id]


async def test_a_copy_of_who_is_forgotten_goes_even_when_its_route_went_first(kit: Kit) -> None:
    mine, together = await kit.stands(await kit.hears(1)), await kit.hears(2)
    theirs = await kit.hears(3, veiled=True)  # of the same person, whom another account names
    both = await kit.stands(together, theirs)
    await kit.retention.forget(ANA.ref, None)
    assert [one.id for one in await kit.lines.leaving([THERE.whole])] == [mine.id], (
        "the other holds somebody else's, too"
    )
    await kit.routes.untie("repeater", "knot", None)
    assert await kit.lines.lanes() == [THERE.whole]
    (leaving,) = await kit.lines.leaving([THERE.whole])
    assert leaving.posts == (post(mine.id),)
    await kit.lines.dropped(leaving)
    assert await kit.lines.lanes() == []
    assert await kit.lines.copy(both.id) is not None


# --------------------------------------------------------------------------------------------------------------- closed


async def test_a_closed_route_leads_nowhere_and_ends_after_a_week(kit: Kit) -> None:
    await kit.stands(await kit.hears(1))
    await kit.hears(2, held=True)
    now = kit.clock.now()
    assert await kit.routes.close("another", "knot", now) == 0
    assert await kit.routes.close(*KNOT, now) == 1
    assert await kit.routes.close(*KNOT, now) == 0
    for again in (False, True):
        if again:
            await kit.routes.load()
        assert kit.routes.leading_from(HERE) == ()
        assert kit.routes.of(*KNOT, None) == []
        assert kit.routes.knows(HERE), "what stands is still heard of"
        way = kit.routes.way(kit.route.id)
        assert way is not None
        assert way.closed
    assert (await kit.line(2)).state is State.GONE
    await kit.routes.expire(now)
    assert (await kit.line(1)).state is State.STANDS
    await kit.routes.expire(now + timedelta(seconds=1))
    assert kit.routes.way(kit.route.id) is None
    assert not kit.routes.knows(HERE)
    assert await kit.lines.of_root(original(1)) == []


async def test_what_is_held_is_handed_over_to_another_route_of_the_knot(kit: Kit) -> None:
    for number in (1, 2):
        await kit.hears(number, held=number == 2)
    back = replace(kit.route, source=kit.route.target, target=kit.route.source)
    other = await kit.routes.tie(back, THERE, HERE)
    assert await kit.routes.hand_over("another", kit.route.id, other.id, kit.clock.now()) == []
    assert await kit.routes.hand_over(KNOT[0], kit.route.id, other.id, kit.clock.now()) == []
    assert kit.routes.leading_from(HERE) == ()
    assert await kit.holding.of(*KNOT) == [original(2)]
    assert await kit.holding.let_go(*KNOT, None) == (1, [HERE.whole])
    assert [line.chat for line in await kit.lines.due([HERE.whole], 10)] == [HERE]
    await kit.routes.tie(kit.route, HERE, THERE)
    await kit.hears(3, held=True)
    await kit.routes.hand_over(KNOT[0], other.id, None, kit.clock.now())
    assert await kit.routes.hand_over(KNOT[0], kit.route.id, other.id, kit.clock.now()) == [original(3)], "it is closed"
    assert await kit.holding.of(*KNOT) == []


async def test_a_closed_route_is_opened_by_tying_it(kit: Kit) -> None:
    await kit.routes.close(*KNOT, kit.clock.now())
    assert (await kit.routes.tie(kit.route, HERE, THERE)).id == kit.route.id
    await kit.routes.load()
    assert [way.closed for way in kit.routes.leading_from(HERE)] == [False]
    await kit.routes.expire(kit.clock.now() + timedelta(days=1))
    assert len(kit.routes.leading_from(HERE)) == 1


async def test_a_closed_route_can_be_untied(kit: Kit) -> None:
    await kit.routes.close(*KNOT, kit.clock.now())
    assert await kit.routes.untie(*KNOT, None) == 1
    assert not kit.routes.knows(HERE)

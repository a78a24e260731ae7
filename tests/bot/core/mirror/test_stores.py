"""The mirror's stores by themselves, on both databases: lines, routes, reactions, silences."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.api.mirror import LineId, Manner, Reacting, RouteId
from bot.core.mirror.line import Due, Kept, Line, NewLine, State
from bot.core.mirror.lines import RouteEnded
from bot.core.mirror.retention import FOLLOWED, REMEMBERED
from bot.domain.languages import Language
from bot.domain.refs import ChatRef, PersonId, SpaceRef
from bot.domain.text import RichText
from bot.ports.bus import News, Topic
from bot.ports.translator import Translated
from tests.bot.core.mirror.kit import ANA, EVERY_FLAG, HELLO, HERE, SAID, THERE, Kit, original, post

# ---------------------------------------------------------------------------------------------------------------- lines


async def test_a_line_is_kept_once_however_often_it_is_told(kit: Kit) -> None:
    line = await kit.hears(album=3)
    await kit.hears(album=3)
    assert [one.id for one in await kit.lines.due([THERE.whole], 10)] == [line.id]
    assert (line.state, line.due, line.copy) == (State.OPEN, Due.SEND, None)
    assert await kit.lines.lanes() == [THERE.whole]
    assert await kit.lines.roots([original(3), original(9)]) == {original(3): original(1)}
    assert await kit.lines.messages_of(original(1)) == [original(1), original(2), original(3)]
    assert await kit.lines.waiting() == 1


async def test_a_line_of_a_route_that_ended_is_refused_and_holds_up_no_other(kit: Kit) -> None:
    living = await kit.hears(1)
    with pytest.raises(RouteEnded):
        await kit.lines.add([original(2)], [replace(_new(living), route=RouteId(99), root=original(2))])
    assert await kit.lines.roots([original(2)]) == {}


def _new(line: Line) -> NewLine:
    return NewLine(
        line.route,
        line.chat,
        line.source,
        line.root,
        line.person,
        line.author,
        line.account,
        line.kept,
        line.answers,
        line.made,
    )


async def test_what_stands_is_found_by_its_post_and_nothing_is_due(kit: Kit) -> None:
    copy = await kit.stands(await kit.hears(1), await kit.hears(2))
    assert (copy.chat, copy.spoken, copy.texts, copy.posts, copy.words) == (THERE, True, 1, (post(copy.id),), None)
    assert [line.state for line in copy.lines] == [State.STANDS, State.STANDS]
    assert await kit.lines.copy_at(post(copy.id)) == copy
    assert await kit.lines.due([THERE.whole], 10) == []
    assert await kit.lines.lanes() == []


async def test_what_was_changed_or_went_is_not_begun(kit: Kit) -> None:
    first, second = await kit.hears(1), await kit.hears(2)
    assert await kit.lines.say_again([(first, Kept(RichText.of("better")), Due.CHANGE)]) == 1
    assert await kit.lines.begin(THERE, [(first, first.kept), (second, second.kept)], SAID) is None
    assert await kit.lines.gone([original(2)]) == [THERE.whole]
    assert await kit.lines.begin(THERE, [(second, second.kept)], SAID) is None
    assert await kit.lines.uncertain([THERE.whole]) == []
    (due,) = await kit.lines.due([THERE.whole], 10)
    assert (due.kept.text.plain, due.due, due.revision) == ("better", Due.SEND, 1)


async def test_what_is_changed_while_it_is_sent_follows_and_what_went_is_taken(kit: Kit) -> None:
    first, second = await kit.hears(1), await kit.hears(2)
    number = await kit.begins(first, second)
    assert [copy.words for copy in await kit.lines.uncertain([THERE.whole])] == [SAID]
    await kit.lines.say_again([(first, Kept(RichText.of("better")), Due.CHANGE)])
    await kit.lines.gone([original(2)])
    await kit.lines.stands(number, [post(number)], [first, second], spoken=False, texts=1)
    first, second = await kit.line(1), await kit.line(2)
    assert (first.state, first.due) == (State.STANDS, Due.CHANGE)
    assert (second.state, second.due) == (State.GONE, Due.TAKE)


async def test_what_went_while_its_copy_was_refused_is_not_due_for_ever(kit: Kit) -> None:
    first, second = await kit.hears(1), await kit.hears(2)
    number = await kit.begins(first, second)
    await kit.lines.gone([original(2)])
    await kit.lines.ended([(first, first.kept), (second, second.kept)], State.LOST, number)
    assert await kit.lines.due([THERE.whole], 10) == []
    assert (await kit.line(1)).state is State.LOST
    assert await kit.lines.lanes() == []


async def test_what_went_while_its_copy_was_emptied_is_not_due_for_ever(kit: Kit) -> None:
    copy = await kit.stands(await kit.hears(1), await kit.hears(2), await kit.hears(3))
    await kit.lines.gone([original(1)])
    await kit.lines.say_again([(copy.lines[1], Kept(RichText.of("again")), Due.CHANGE)])
    await kit.lines.emptied(copy, [(line, line.kept) for line in copy.lines])
    assert await kit.lines.copy(copy.id) is None
    (again,) = await kit.lines.due([THERE.whole], 10)
    assert (again.root, again.state, again.copy) == (original(2), State.OPEN, None)
    assert again.kept.text.plain == "again"
    assert (await kit.line(3)).state is State.EMPTY


async def test_a_change_is_done_only_as_it_was_read(kit: Kit) -> None:
    copy = await kit.stands(await kit.hears())
    await kit.lines.say_again([(copy.lines[0], Kept(RichText.of("b")), Due.CHANGE)])
    read = await kit.line()
    await kit.lines.say_again([(read, Kept(RichText.of("c")), Due.CHANGE)])
    await kit.lines.changed(copy, copy.posts, texts=1, lines=[(read, replace(read.kept, settled=True))])
    line = await kit.line()
    assert (line.due, line.kept.text.plain, line.kept.settled) == (Due.CHANGE, "c", False)
    posts = (post(8), post(9))
    await kit.lines.changed(copy, posts, texts=2, lines=[(line, line.kept)])
    assert (await kit.line()).due is Due.NOTHING
    now = await kit.lines.copy(copy.id)
    assert now is not None
    assert (now.posts, now.texts) == (posts, 2)


async def test_a_correction_gives_way_to_an_edit(kit: Kit) -> None:
    copy = await kit.stands(await kit.hears())
    read = copy.lines[0]
    await kit.lines.say_again([(read, Kept(RichText.of("edited")), Due.CHANGE)])
    by_hand = (Translated(RichText.of("hola"), Language.ENGLISH, Language.SPANISH, ""),)
    corrected = replace(read.kept, translations=by_hand)
    assert await kit.lines.say_again([(read, corrected, Due.CHANGE)], as_read=True) == 0
    assert (await kit.line()).kept.text.plain == "edited"


async def test_what_had_nothing_to_say_is_open_once_it_is_changed(kit: Kit) -> None:
    line = await kit.hears()
    await kit.lines.ended([(line, line.kept)], State.EMPTY)
    line = await kit.line()
    assert (line.state, line.due) == (State.EMPTY, Due.NOTHING)
    await kit.lines.say_again([(line, HELLO, Due.CHANGE)])
    line = await kit.line()
    assert (line.state, Due.SEND in line.due) == (State.OPEN, True)
    await kit.lines.done([line], EVERY_FLAG)
    assert (await kit.line()).due is Due.NOTHING


async def test_an_album_is_gone_with_its_last_picture(kit: Kit) -> None:
    await kit.stands(await kit.hears(album=2))
    assert await kit.lines.gone([original(2)]) == []
    assert (await kit.line()).state is State.STANDS
    assert await kit.lines.gone([original(1), original(99)]) == [THERE.whole]
    assert ((await kit.line()).state, (await kit.line()).due) == (State.GONE, Due.TAKE)


async def test_who_is_forgotten_leaves_nothing_behind(kit: Kit) -> None:
    await kit.stands(await kit.hears(1))
    await kit.hears(2)
    await kit.reactions.change(original(1), post(1), ANA, ["👍"], [])
    assert len(await kit.utterances.of_account(ANA.ref, None)) == 2
    assert await kit.retention.forget(ANA.ref, None) == [THERE.whole]
    for number in (1, 2):
        line = await kit.line(number)
        assert (line.account, line.person, line.author, line.kept, line.forgotten) == (None, None, "", Kept(), True)
    assert ((await kit.line(1)).due, (await kit.line(2)).due) == (Due.TAKE, Due.NOTHING)
    assert await kit.reactions.of(original(1)) == []


async def test_a_post_that_is_told_under_an_older_ones_name_is_the_new_ones(kit: Kit) -> None:
    older, newer = await kit.stands(await kit.hears(1)), await kit.begins(await kit.hears(2))
    await kit.lines.stands(newer, older.posts, [await kit.line(2)], spoken=False, texts=1)
    found = await kit.lines.copy_at(older.posts[0])
    assert found is not None
    assert found.id == newer


async def test_words_are_forgotten_after_a_week_and_everything_after_half_a_year(kit: Kit) -> None:
    copy = await kit.stands(await kit.hears(1))
    await kit.hears(2)
    await kit.clock.move(FOLLOWED + timedelta(hours=1))
    assert await kit.retention.clean() == 0
    assert (await kit.line(1)).forgotten
    assert not (await kit.line(2)).forgotten, "it is still to be sent"
    assert [one.line for one in await kit.utterances.of_account(ANA.ref, None)] == [await kit.line(2)]
    await kit.clock.move(REMEMBERED)
    assert await kit.retention.clean() == 2
    assert await kit.lines.copy(copy.id) is None
    assert await kit.lines.line(LineId(copy.lines[0].id)) is None
    assert await kit.lines.roots([original(1)]) == {}


async def test_what_nobody_can_read_any_more_counts_as_forgotten(kit: Kit) -> None:
    await kit.hears(kept=Kept(RichText.of("ok")))
    async with kit.stores.database.writing() as connection:
        await connection.exec_driver_sql("UPDATE mirror_line SET said = 'of another age'")
    (line,) = await kit.lines.due([THERE.whole], 10)
    assert line.forgotten


# --------------------------------------------------------------------------------------------------------------- routes


async def test_lines_end_with_their_route_and_copies_stay_for_a_while(kit: Kit) -> None:
    copy = await kit.stands(await kit.hears())
    assert await kit.routes.untie("repeater", "knot", None) == 1
    assert await kit.lines.of_root(original(1)) == []
    assert (await kit.lines.copy_at(copy.posts[0])) == replace(copy, lines=())
    assert not kit.routes.knows(HERE)


async def test_a_route_is_read_as_it_was_tied_and_follows_its_places(kit: Kit) -> None:
    manner = Manner((Language.SPANISH,), gathers=30, reactions=Reacting.LINE, private=True)
    tied = await kit.routes.tie(replace(kit.route, manner=manner), HERE, THERE)
    assert tied.id == kit.route.id
    moved = ChatRef(THERE.platform, "-10020")
    await kit.stores.places.moved(THERE, moved, SpaceRef(moved.platform, moved.id))
    kit.routes.heard(News(Topic.WATCHES, f"moved {THERE} {moved}"))
    await kit.routes.fresh()
    way = kit.routes.way(tied.id)
    assert way is not None
    assert (way.route.manner, way.target) == (manner, ChatRef(moved.platform, moved.id, THERE.topic))
    assert kit.routes.spoken(way) == (Language.SPANISH,)


async def test_routes_end_with_the_space_that_they_lead_to(kit: Kit) -> None:
    await kit.stores.communities.erase(SpaceRef(THERE.platform, THERE.id))
    await kit.routes.load()
    assert kit.routes.way(kit.route.id) is None


# ------------------------------------------------------------------------------------------------------------ reactions


async def test_a_reaction_is_due_where_it_stands_and_where_it_will(kit: Kit) -> None:
    copy = await kit.stands(await kit.hears(1))
    await kit.hears(2)
    assert await kit.reactions.change(original(1), original(1), ANA, ["👍", "❤"], []) == [THERE.whole]
    await kit.reactions.change(original(2), original(2), ANA, ["👍"], [])
    first, second = await kit.line(1), await kit.line(2)
    assert (first.due, first.revision) == (Due.REACT, copy.lines[0].revision + 1)
    assert (second.due, second.revision) == (Due.SEND | Due.REACT, 0)
    number = await kit.begins(second)
    await kit.lines.stands(number, [post(number)], [second], spoken=False, texts=1)
    assert (await kit.line(2)).due is Due.REACT


async def test_a_reaction_that_comes_while_one_is_shown_is_due_again(kit: Kit) -> None:
    await kit.stands(await kit.hears())
    await kit.reactions.change(original(1), original(1), ANA, ["👍"], [])
    read = await kit.line()
    await kit.reactions.change(original(1), original(1), ANA, ["❤"], ["👍"])
    await kit.lines.done([read], Due.REACT)
    assert (await kit.line()).due is Due.REACT
    assert [one.emoji for one in await kit.reactions.of(original(1))] == ["❤"]
    await kit.lines.done([await kit.line()], Due.REACT)
    assert (await kit.line()).due is Due.NOTHING


async def test_changed_words_leave_reactions_due(kit: Kit) -> None:
    copy = await kit.stands(await kit.hears())
    await kit.reactions.change(original(1), original(1), ANA, ["👍"], [])
    await kit.lines.say_again([(await kit.line(), HELLO, Due.CHANGE)])
    line = await kit.line()
    assert line.due is Due.CHANGE | Due.REACT
    await kit.lines.changed(copy, copy.posts, texts=1, lines=[(line, line.kept)])
    assert (await kit.line()).due is Due.REACT


# ------------------------------------------------------------------------------------------------------------- silences


async def test_who_is_silenced_is_so_until_the_moment_or_released(kit: Kit) -> None:
    club = await kit.stores.communities.of_space(SpaceRef(THERE.platform, THERE.id))
    ana = (await kit.stores.identity.person_of(ANA)).id
    until = kit.clock.now() + timedelta(hours=1)
    await kit.silences.silence(club, ana, None)
    await kit.silences.silence(club, ana, until)
    assert await kit.silences.silenced(club, ana)
    assert await kit.silences.of(club) == [(ana, until)]
    await kit.clock.move(timedelta(hours=2))
    assert not await kit.silences.silenced(club, ana)
    assert await kit.silences.of(club) == []
    assert await kit.silences.clean() == 1
    await kit.silences.silence(club, ana, None)
    assert await kit.silences.release(club, ana)
    assert not await kit.silences.release(club, ana)
    assert not await kit.silences.silenced(club, ana)


async def test_linked_and_parted_accounts_stay_silenced_and_keep_their_words(kit: Kit) -> None:
    club = await kit.stores.communities.of_space(SpaceRef(THERE.platform, THERE.id))
    one, other, third = PersonId(1), PersonId(2), PersonId(3)
    until = kit.clock.now() + timedelta(hours=1)
    await kit.hears(1)  # of the first person
    await kit.silences.silence(club, one, until)
    assert not await kit.silences.silenced(club, other)
    await kit.retention.linked(other, one)
    await kit.silences.linked(other, one)
    assert await kit.silences.of(club) == [(other, until)]
    assert await kit.silences.silenced(club, other), "at once"
    assert (await kit.line(1)).person == other
    await kit.silences.silence(club, third, None)
    await kit.silences.linked(other, third)
    assert await kit.silences.of(club) == [(other, None)], "the longer of both"
    await kit.retention.parted(ANA.ref, third)
    await kit.silences.parted(other, third)
    assert await kit.silences.of(club) == [(other, None), (third, None)]
    assert (await kit.line(1)).person == third

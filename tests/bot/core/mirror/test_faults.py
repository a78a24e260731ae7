"""What goes wrong between two chats, and what becomes of what was said there."""

import pytest

from bot.api.mirror import CopyKind, Manner, Reacting, Trouble
from bot.domain.errors import Unreachable
from bot.domain.refs import MessageRef
from tests.bot.core.mirror.repeater import Repeater, community, desk, place, tie
from tests.kit.fake import FakeGateway
from tests.kit.stage import GENERAL, Member, Seen, expect
from tests.kit.stages.fake import FakeStage
from tests.kit.stages.pairs import Pair


async def _both(pair: Pair) -> tuple[Member, Member]:
    left, right = await pair.left.member("Ana"), await pair.right.member("Bo")
    await tie((pair.left, GENERAL), (pair.right, GENERAL))
    return left, right


def _told(member: Member, words: str) -> list[Seen]:
    return [seen for seen in member.visible() if words in seen.text and seen.by_bot]


def _gateway(pair: Pair, *, left: bool) -> FakeGateway:
    stage = pair.left if left else pair.right
    if not isinstance(stage, FakeStage):
        pytest.skip("only the fakes fail on demand in this way")
    return stage.gateway


async def test_without_the_right_to_webhooks_the_name_stands_before_the_words(pair: Pair) -> None:
    ana, bo = await _both(pair)
    try:
        await pair.left.removes_right("webhooks")
    except PermissionError:
        pytest.skip("no right of the kind here")
    await bo.says("still there, without a face", chat=GENERAL)
    seen = await expect(pair.left, ana).sees("without a face")
    assert "Bo" in seen.text


async def test_a_webhook_deleted_by_hand_is_made_anew(pair: Pair) -> None:
    ana, bo = await _both(pair)
    await bo.says("the first one", chat=GENERAL)
    await expect(pair.left, ana).sees("the first one")
    try:
        await pair.left.deletes_webhooks()
    except PermissionError:
        pytest.skip("there are none here")
    await bo.says("the second one", chat=GENERAL)
    seen = await expect(pair.left, ana).sees("the second one")
    assert "Bo" in (seen.text + seen.author)


@pytest.mark.parametrize("name", ["Discord Clyde", "N" * 120, "*bold* @everyone", "two\nlines"])
async def test_any_name_can_speak(pair: Pair, name: str) -> None:
    ana = await pair.left.member("Ana")
    odd = await pair.right.member(name)
    await tie((pair.left, GENERAL), (pair.right, GENERAL))
    await odd.says("I am called so", chat=GENERAL)
    seen = await expect(pair.left, ana).sees("I am called so")
    assert not seen.pinged


async def test_a_chat_that_is_gone_is_told_once_and_holds_nothing_up(pair: Pair, repeater: Repeater) -> None:
    ana, bo = await pair.left.member("Ana"), await pair.right.member("Bo")
    await pair.right.adds_chat("annex")
    await pair.settled()
    await tie((pair.left, GENERAL), (pair.right, "annex"))
    await pair.right.deletes_chat("annex")
    await pair.settled()
    await ana.says("is anybody there", chat=GENERAL)
    await ana.says("hello?", chat=GENERAL)
    await pair.settled()
    assert repeater.troubles.count(Trouble.GONE) == 1
    await tie((pair.left, GENERAL), (pair.right, GENERAL), knot="other")
    await ana.says("then over here", chat=GENERAL)
    await expect(pair.right, bo).sees("then over here")


async def test_two_bridges_in_a_ring_say_everything_once_in_each_chat(pair: Pair) -> None:
    ana, bo = await pair.left.member("Ana"), await pair.right.member("Bo")
    await pair.left.adds_chat("third")
    chats = [(pair.left, GENERAL), (pair.right, GENERAL), (pair.left, "third")]
    for index, knot in enumerate(("first", "second", "ring")):
        await tie(chats[index], chats[(index + 1) % 3], knot=knot)
    await ana.says("round and round", chat=GENERAL)
    await expect(pair.right, bo).sees("round and round")
    await pair.settled()
    assert len(_told(bo, "round and round")) == 1
    assert len(_told(ana, "round and round")) == 1, "in the third chat, and not where it was said"


async def test_an_edit_before_the_original_arrived_is_what_arrives(pair: Pair) -> None:
    ana, bo = await _both(pair)
    said = await ana.says("a first thought", chat=GENERAL)
    await ana.edits(said, "a second thought")
    await expect(pair.right, bo).sees("a second thought")
    await pair.settled()
    assert not _told(bo, "a first thought")


async def test_edited_and_deleted_within_a_moment_leaves_nothing(pair: Pair) -> None:
    ana, bo = await _both(pair)
    said = await ana.says("never mind this", chat=GENERAL)
    await ana.edits(said, "or that: never mind this")
    await ana.edits(said, "or the other: never mind this")
    await ana.deletes(said)
    if pair.name == "playground":  # both sides are told there
        await expect(pair.right, bo).no_longer_sees("never mind this")
    await pair.settled()
    assert not _told(bo, "never mind this")


async def test_an_answer_to_something_unknown_is_said_without_it(pair: Pair) -> None:
    ana, bo = await pair.left.member("Ana"), await pair.right.member("Bo")
    old = await ana.says("from before the bridge", chat=GENERAL)
    await tie((pair.left, GENERAL), (pair.right, GENERAL))
    await ana.says("as I said before", to=old, chat=GENERAL)
    seen = await expect(pair.right, bo).sees("as I said before")
    assert not seen.answers


async def test_ten_thousand_characters_arrive_and_shrink_again(pair: Pair) -> None:
    _, bo = await _both(pair)
    ana = await pair.left.member("Long Ana")
    words = " ".join(f"w{number}" for number in range(330))  # as much as the smallest of them lets a member send
    said = await ana.says(words, chat=GENERAL)
    await expect(pair.right, bo).sees("w329")
    await ana.edits(said, "w0 only")
    await expect(pair.right, bo).sees("w0 only")
    await pair.settled()
    assert not _told(bo, "w329")


async def test_what_a_cog_cannot_phrase_is_given_up_and_told_and_the_rest_goes_on(
    pair: Pair, repeater: Repeater
) -> None:
    ana, bo = await _both(pair)
    repeater.fails = True  # nobody knows then whether its author wants it to be said there at all
    await ana.says("with a broken cog", chat=GENERAL)
    while Trouble.GIVEN_UP not in repeater.troubles:
        await pair.whole.clock.move(30.0)
    repeater.fails = False
    await ana.says("with a mended cog", chat=GENERAL)
    await expect(pair.right, bo).sees("with a mended cog")
    assert not _told(bo, "a broken cog")


async def test_what_has_nothing_to_say_may_have_something_once_it_is_edited_and_nothing_again(pair: Pair) -> None:
    ana, bo = await _both(pair)
    said = await ana.says("nothing to see for whiskers", chat=GENERAL)
    await pair.settled()
    assert not _told(bo, "whiskers")
    await ana.edits(said, "something to see for whiskers")
    await expect(pair.right, bo).sees("something to see for whiskers")
    await ana.edits(said, "nothing to see for whiskers after all")
    await expect(pair.right, bo).no_longer_sees("whiskers")


async def test_a_lost_answer_is_told_where_nobody_can_look_it_up(pair: Pair, repeater: Repeater) -> None:
    ana, bo = await _both(pair)
    for left, doubtful in ((True, False), (False, True)):
        gateway = _gateway(pair, left=left)
        assert gateway.able.finds_sent is not doubtful
        gateway.lost.append(Unreachable("a lost answer", uncertain=True))
        await (bo if left else ana).says("once or twice", chat=GENERAL)
        await pair.settled()
        assert (Trouble.UNCERTAIN in repeater.troubles) is doubtful


async def test_who_is_silenced_does_not_cross_until_released(pair: Pair) -> None:
    ana, bo = await _both(pair)
    club = await community(pair.left)
    accounts = pair.whole.app.services.identity
    known = await accounts.find(ana.ref)
    if known is None:
        await ana.says("hello", chat=GENERAL)
        await pair.settled()
        known = await accounts.find(ana.ref)
    assert known is not None
    mirror = desk(pair.whole)
    await mirror.silence(club, known.id, None)
    await ana.says("spam spam spam", chat=GENERAL)
    await pair.settled()
    assert not _told(bo, "spam")
    assert await mirror.release(club, known.id)
    await ana.says("sorry about that", chat=GENERAL)
    await expect(pair.right, bo).sees("sorry about that")


async def test_what_is_taken_back_is_gone_everywhere_whichever_is_named(pair: Pair) -> None:
    ana, bo = await _both(pair)
    said = await bo.says("I regret this", chat=GENERAL)
    copy = await expect(pair.left, ana).sees("I regret this")
    await pair.settled()
    chat = pair.left.chat_ref(GENERAL)
    assert await desk(pair.whole).take_back(MessageRef(chat.platform, chat.id, copy.id))
    await expect(pair.left, ana).no_longer_sees("I regret this")
    await pair.settled()
    if pair.name != "fakes":  # where what members say is nobody's to delete
        assert said.id not in {seen.id for seen in bo.visible()}


async def test_who_is_forgotten_takes_their_words_along(pair: Pair) -> None:
    ana, bo = await _both(pair)
    await ana.says("remember me not", chat=GENERAL)
    await expect(pair.right, bo).sees("remember me not")
    await pair.whole.app.services.mirror.forget(ana.ref)
    await expect(pair.right, bo).no_longer_sees("remember me not")


async def test_reactions_can_be_told_as_a_line_or_not_at_all(pair: Pair) -> None:
    ana, bo = await pair.left.member("Ana"), await pair.right.member("Bo")
    line = Manner(reactions=Reacting.LINE)
    await tie((pair.left, GENERAL), (pair.right, GENERAL), there=line, back=Manner(reactions=Reacting.OFF))
    said = await ana.says("look at my cat", chat=GENERAL)
    await expect(pair.right, bo).sees("look at my cat")
    await ana.reacts("👍", said)
    seen = await expect(pair.right, bo).sees("look at my cat", "👍")
    assert "Ana" in seen.text


async def test_a_route_that_ended_says_nothing_more(pair: Pair) -> None:
    ana, bo = await _both(pair)
    await ana.says("the last one", chat=GENERAL)
    await expect(pair.right, bo).sees("the last one")
    assert await desk(pair.whole).untie("knot") == 2
    await ana.says("unheard of", chat=GENERAL)
    await pair.settled()
    assert not _told(bo, "unheard of")


async def test_the_same_place_twice_is_one_route(pair: Pair) -> None:
    here, there = await place(pair.left, GENERAL), await place(pair.right, GENERAL)
    mirror, club = desk(pair.whole), await community(pair.left)
    first = await mirror.tie("k", CopyKind.BRIDGED, source=here, target=there, manner=Manner(), community=club)
    plain = Manner(named=False)
    again = await mirror.tie("k", CopyKind.BRIDGED, source=here, target=there, manner=plain, community=club)
    assert first.id == again.id
    assert [route.manner for route in await mirror.routes(knot="k")] == [plain]


async def test_what_is_hidden_stays_hidden_where_it_is_quoted(pair: Pair) -> None:
    if pair.name == "fakes":
        pytest.skip("what is typed there has no looks")
    ana, bo = await _both(pair)
    await ana.says("how it ends: ||the cat wins||", chat=GENERAL)
    copy = await expect(pair.right, bo).sees("how it ends")
    await bo.says("I knew it all along", to=copy, chat=GENERAL)
    back = await expect(pair.left, ana).sees("I knew it all along")
    assert "the cat wins" not in back.text
    assert "how it ends" in back.text or back.answers

"""Chats are tied and untied by their admins: codes, notices, rings, and what becomes of a bridge whose end is gone."""

import pytest

from tests.cogs.bridge.kit import TOPIC, admin_of, bridged, code_from, only, opens_bridge, stands
from tests.kit.stage import GENERAL, Member, Stage, expect
from tests.kit.stages.pairs import Pair

UNTIED = "no longer there"


async def crosses(pair: Pair, by: Member, words: str, to: Member, stage: Stage, chat: str) -> None:
    """Somebody says something, which comes to the other side."""
    await by.says(words, chat=chat)
    await only(pair, stage, to, words)


async def stays(pair: Pair, by: Member, words: str, to: Member, chat: str) -> None:
    """Somebody says something, which does not come to the other side."""
    await by.says(words, chat=chat)
    await pair.settled()
    assert not stands(to, words)


async def test_the_notice_is_pinned_at_both_ends_and_says_how_not_to_be_carried(pair: Pair) -> None:
    await bridged(pair)
    for stage, chat in ((pair.left, GENERAL), (pair.right, TOPIC)):
        (pinned,) = stage.pinned(chat)
        assert "one conversation with" in pinned.text
        assert "/bridge me off" in pinned.text
        assert "no words go to any service" in pinned.text


async def test_a_code_is_shown_to_its_admin_alone(pair: Pair) -> None:
    admin, ana = await admin_of(pair.left), await pair.left.member("Ana")
    code = await code_from(pair.left, admin)
    assert not stands(ana, code)
    assert (await expect(pair.left, admin).sees(code)).only_me


async def test_only_admins_tie_and_others_are_shown_their_own_choice(pair: Pair) -> None:
    admin, bo = await admin_of(pair.left), await pair.right.member("Bo")
    await bo.starts()
    await bo.runs("bridge")
    await expect(pair.right, bo).sees("not tied to any other")
    code = await code_from(pair.left, admin)
    await bo.runs("bridge", code)
    await expect(pair.right, bo).sees("for admins")
    await pair.settled()
    second = await admin_of(pair.right)
    await second.runs("bridge", code)
    await expect(pair.right, second).sees("one conversation with")


async def test_a_wrong_or_used_code_or_one_of_the_same_chat_ties_nothing(pair: Pair) -> None:
    first, second = await admin_of(pair.left), await admin_of(pair.right)
    code = await code_from(pair.left, first)
    await first.runs("bridge", code)
    await expect(pair.left, first).sees("needs another bank")
    await second.runs("bridge", "ACDE-FGHJ-KMNP")
    await expect(pair.right, second).sees("don't know this code")
    await second.runs("bridge", code.lower())
    await expect(pair.right, second).sees("one conversation with")
    await pair.settled()
    await pair.right.adds_thread(TOPIC, GENERAL)
    await pair.settled()
    await second.runs("bridge", code, chat=TOPIC)
    await expect(pair.right, second).sees("used already")
    again = await code_from(pair.left, first)
    await second.runs("bridge", again)
    await expect(pair.right, second).sees("share a bridge already")


async def test_an_untied_chat_is_on_its_own_and_the_other_is_told(pair: Pair) -> None:
    admin, second = await bridged(pair)
    ana, bo = await pair.left.member("Ana"), await pair.right.member("Bo")
    await crosses(pair, ana, "Still together", bo, pair.right, GENERAL)
    await opens_bridge(pair.left, admin, TOPIC)
    await admin.presses("Untie this chat")
    await pair.settled()
    await admin.presses("Yes, untie")
    await expect(pair.left, admin).sees("on its own again")
    await expect(pair.right, second).sees("has left the bridge")
    await pair.settled()
    await stays(pair, ana, "Anybody there", bo, GENERAL)
    await stays(pair, bo, "So quiet here", ana, TOPIC)
    assert list(pair.left.pinned(GENERAL)) == list(pair.right.pinned(TOPIC)) == []


async def test_a_paused_bridge_carries_nothing_and_goes_on_when_it_is_opened_again(pair: Pair) -> None:
    admin, _ = await bridged(pair)
    ana, bo = await pair.left.member("Ana"), await pair.right.member("Bo")
    await opens_bridge(pair.left, admin, TOPIC)
    await admin.presses("Pause")
    await expect(pair.left, admin).sees("taking a nap")
    await stays(pair, ana, "Into the void", bo, GENERAL)
    await admin.presses("Go on")
    await expect(pair.left, admin).no_longer_sees("taking a nap")
    await pair.settled()
    await crosses(pair, ana, "Awake again", bo, pair.right, GENERAL)


async def test_an_end_may_only_hear(pair: Pair) -> None:
    admin, _ = await bridged(pair)
    ana, bo = await pair.left.member("Ana"), await pair.right.member("Bo")
    await opens_bridge(pair.left, admin, TOPIC)
    await admin.presses("Direction here")
    await pair.settled()
    await admin.presses("only in")
    await expect(pair.left, admin).sees("Files cross", "only in")
    await stays(pair, ana, "Only for us", bo, GENERAL)
    await crosses(pair, bo, "News from afar", ana, pair.left, TOPIC)


async def test_in_a_ring_of_bridges_each_message_stands_once_in_each_chat(pair: Pair) -> None:
    admin, second = await bridged(pair)
    await pair.left.adds_chat("harbour")
    await pair.settled()
    code = await code_from(pair.left, admin, "harbour")
    await admin.runs("bridge", code)
    await expect(pair.left, admin).sees("one conversation with", "harbour")
    code = await code_from(pair.left, admin, "harbour")
    await second.runs("bridge", code, chat=TOPIC)
    await expect(pair.right, second).sees("one conversation with", "harbour")
    await pair.settled()
    ana, bo = await pair.left.member("Ana"), await pair.right.member("Bo")
    await ana.says("Round and round", chat=GENERAL)
    await only(pair, pair.right, bo, "Round and round")
    await pair.settled()
    copies = [seen for seen in stands(ana, "Round and round") if seen.by_bot]
    assert len(copies) == 1
    assert len(stands(ana, "Round and round")) == 2
    await bo.says("And back", chat=TOPIC)
    await pair.settled()
    assert len(stands(ana, "And back")) == 2
    assert len(stands(bo, "And back")) == 1


async def test_a_deleted_end_is_untied_and_the_other_is_told(pair: Pair) -> None:
    await bridged(pair)
    ana = await pair.left.member("Ana")
    await pair.right.deletes_chat(TOPIC)
    await pair.settled()
    await ana.says("Are you there?", chat=GENERAL)  # not every platform tells that a topic is gone
    await expect(pair.left, ana).sees(UNTIED)
    await pair.settled()
    await ana.says("Hello?", chat=GENERAL)
    await pair.settled()
    assert len(stands(ana, UNTIED)) == 1


async def test_where_the_bot_was_removed_the_end_is_untied(pair: Pair) -> None:
    admin, _ = await bridged(pair)
    await pair.right.removes_bot()
    await expect(pair.left, admin).sees(UNTIED)
    await pair.settled()
    await admin.runs("bridge")
    await expect(pair.left, admin).sees("on its own")


async def test_a_code_is_worth_nothing_when_the_bot_was_removed_where_it_was_made(pair: Pair) -> None:
    first, second = await admin_of(pair.left), await admin_of(pair.right)
    code = await code_from(pair.right, second)
    await pair.right.removes_bot()
    await pair.settled()
    await first.runs("bridge", code)
    await expect(pair.left, first).sees("not at the other end")


async def test_without_webhooks_messages_go_on_with_the_name_in_front_and_this_is_told_once(pair: Pair) -> None:
    admin, _ = await bridged(pair)
    bo = await pair.right.member("Bo")
    try:
        await pair.left.removes_right("webhooks")
    except PermissionError:
        pytest.skip("nothing to lose here")
    for words in ("One by one", "Two by two"):
        await bo.says(words, chat=TOPIC)
        assert "Bo" in (await only(pair, pair.left, admin, words)).text
    (told,) = [seen for seen in stands(admin, "speak under others' names") if not seen.only_me]
    assert told.chat == pair.left.chat_ref(GENERAL).id


async def test_a_webhook_deleted_by_hand_is_made_anew(pair: Pair) -> None:
    admin, _ = await bridged(pair)
    bo = await pair.right.member("Bo")
    await crosses(pair, bo, "Before", admin, pair.left, TOPIC)
    try:
        await pair.left.deletes_webhooks()
    except PermissionError:
        pytest.skip("there are none here")
    await crosses(pair, bo, "After", admin, pair.left, TOPIC)
    assert (await expect(pair.left, admin).sees("After")).author.startswith("Bo")


@pytest.mark.parametrize("name", ["Discord Dan", "N" * 120, "clyde", "@everyone ||hi||", "*_~`"])
async def test_any_name_crosses(pair: Pair, name: str) -> None:
    admin, second = await bridged(pair)
    bo, ana = await pair.right.member(name), await pair.left.member(name[:32])
    await bo.says("From a good name", chat=TOPIC)
    copy = await only(pair, pair.left, admin, "From a good name")
    assert copy.pinged == ()
    await ana.says("From another", chat=GENERAL)
    assert (await only(pair, pair.right, second, "From another")).pinged == ()


async def test_nothing_comes_into_a_quiet_chat_and_its_own_words_still_cross(pair: Pair) -> None:
    _, second = await bridged(pair)
    ana, bo = await pair.left.member("Ana"), await pair.right.member("Bo")
    await second.runs("quiet", chat=TOPIC)
    await pair.settled()
    await stays(pair, ana, "Psst", bo, GENERAL)
    await crosses(pair, bo, "I am all ears", ana, pair.left, TOPIC)


async def test_where_bridges_are_turned_off_nothing_crosses_either_way(pair: Pair) -> None:
    await bridged(pair)
    second = await admin_of(pair.right, "Candela")
    ana, bo = await pair.left.member("Ana"), await pair.right.member("Bo")
    for step in ("Bridges", "On", "Turn off"):
        if step == "Bridges":
            await second.runs("settings")
            await pair.settled()
        await second.presses(step)
        await pair.settled()
    await stays(pair, ana, "Into the dark", bo, GENERAL)
    await stays(pair, bo, "Out of the dark", ana, TOPIC)

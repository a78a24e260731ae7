"""Whose words cross a bridge: their own choice, the moderators', a platform's bans; what is taken back and reported."""

import pytest

from bot.domain.access import Access
from tests.cogs.bridge.kit import TOPIC, admin_of, bridged, code_from, only, opens_bridge, stands
from tests.kit.stage import GENERAL, Member, Seen, Stage, expect
from tests.kit.stages.pairs import Pair
from tests.scenarios.steps import reports_go_here


async def stays(pair: Pair, by: Member, words: str, to: Member, chat: str) -> Seen:
    """Somebody says something, which does not come to the other side."""
    message = await by.says(words, chat=chat)
    await pair.settled()
    assert not stands(to, words)
    return message


async def crosses(pair: Pair, by: Member, words: str, to: Member, stage: Stage, chat: str) -> Seen:
    """Somebody says something; the copy of it."""
    await by.says(words, chat=chat)
    return await only(pair, stage, to, words)


async def uses(stage: Stage, member: Member, menu: str, command: str, on: Seen, words: str = "") -> None:
    """Uses an entry of a message's menu, or the command of its name in reply."""
    if stage.has_menus:
        await member.uses_menu(menu, on)
    else:
        await member.runs(command, words, to=on)


def gone(pair: Pair, author: Member, words: str) -> None:
    """An original is gone too, where the bot can delete what members wrote: not in memory."""
    assert pair.name == "fakes" or not stands(author, words)


async def test_who_does_not_want_to_be_carried_is_not_on_any_account_of_theirs(pair: Pair) -> None:
    await bridged(pair)
    ana, bo, cleo = await pair.left.member("Ana"), await pair.right.member("Bo"), await pair.left.member("Cleo")
    await ana.starts()
    await ana.runs("bridge", "me off")
    await expect(pair.left, ana).sees("Your words here stay here")
    await stays(pair, ana, "Only for my friends here", bo, GENERAL)
    await crosses(pair, cleo, "For everybody", bo, pair.right, GENERAL)
    await crosses(pair, bo, "Back to you all", ana, pair.left, TOPIC)
    await ana.presses("Carry mine again")
    await expect(pair.left, ana).sees("cross to the other side")
    await pair.settled()
    await crosses(pair, ana, "Here I am again", bo, pair.right, GENERAL)


async def test_a_moderator_mutes_by_a_copy_and_lets_the_words_cross_again(pair: Pair) -> None:
    await bridged(pair)
    ana, bo = await pair.left.member("Ana"), await pair.right.member("Bo")
    mod = await pair.right.member("Mo", access=Access.MODERATOR)
    await mod.starts()
    copy = await crosses(pair, ana, "Buy my fish", bo, pair.right, GENERAL)
    await uses(pair.right, mod, "Mute across", "muteacross", copy)
    await expect(pair.right, mod).sees("The words of Ana stay on their side")
    await pair.settled()
    await stays(pair, ana, "Buy more fish", bo, GENERAL)
    await mod.runs("bridge", "muted", chat=TOPIC)
    await expect(pair.right, mod).sees("Their words do not cross")
    await pair.settled()
    await mod.presses("Ana")
    await expect(pair.right, mod).sees("Everybody's words cross")
    await pair.settled()
    await crosses(pair, ana, "No more fish", bo, pair.right, GENERAL)


async def test_a_mute_for_some_hours_is_lifted(pair: Pair) -> None:
    _, second = await bridged(pair)
    ana, bo = await pair.left.member("Ana"), await pair.right.member("Bo")
    if pair.right.has_menus:
        pytest.skip("hours are written in an answer")
    copy = await crosses(pair, ana, "Buy my fish", bo, pair.right, GENERAL)
    await second.runs("bridge", "mute 2", to=copy, chat=TOPIC)
    await expect(pair.right, second).sees("The words of Ana stay on their side for 2 hours")
    await stays(pair, ana, "Buy more fish", bo, GENERAL)
    await second.runs("bridge", "unmute", to=copy, chat=TOPIC)
    await expect(pair.right, second).sees("The words of Ana cross again")
    await pair.settled()
    await crosses(pair, ana, "No more fish", bo, pair.right, GENERAL)


async def test_nobody_is_muted_who_is_not_named(pair: Pair) -> None:
    admin, _ = await bridged(pair)
    await admin.runs("bridge", "mute")
    await expect(pair.left, admin).sees("Whose words?")


async def test_members_cannot_mute_anybody(pair: Pair) -> None:
    await bridged(pair)
    ana, bo = await pair.left.member("Ana"), await pair.right.member("Bo")
    copy = await crosses(pair, ana, "Hello there", bo, pair.right, GENERAL)
    await bo.starts()
    await uses(pair.right, bo, "Mute across", "muteacross", copy)
    await expect(pair.right, bo).sees("for moderators")
    await crosses(pair, ana, "Still here", bo, pair.right, GENERAL)


async def test_who_is_banned_or_muted_by_the_platform_is_not_carried_any_more(pair: Pair) -> None:
    await bridged(pair)
    await pair.binds()
    ana, bo = await pair.left.member("Ana"), await pair.right.member("Bo")
    await ana.says("I was here", chat=GENERAL)
    await pair.settled()
    await pair.left.mutes(ana)
    await pair.settled()
    with pytest.raises(PermissionError):
        await ana.says("Am I loud?", chat=GENERAL)
    assert not stands(bo, "Am I loud?")


async def test_an_author_takes_a_message_back_on_every_side_and_nobody_else_can(pair: Pair) -> None:
    await bridged(pair)
    ana, bo = await pair.left.member("Ana"), await pair.right.member("Bo")
    await bo.says("My address is", chat=TOPIC)
    copy = await only(pair, pair.left, ana, "My address is")
    (original,) = [seen for seen in stands(bo, "My address is") if not seen.by_bot]
    await uses(pair.left, ana, "Delete everywhere", "unsend", copy)
    await expect(pair.left, ana).sees("Only its author or a moderator")
    await uses(pair.right, bo, "Delete everywhere", "unsend", original)
    await expect(pair.left, ana).no_longer_sees("My address is")
    await pair.settled()
    gone(pair, bo, "My address is")


async def test_a_moderator_takes_a_message_back_by_a_copy_and_it_is_written_down(pair: Pair) -> None:
    admin, _ = await bridged(pair)
    ana, bo = await pair.left.member("Ana"), await pair.right.member("Bo")
    await bo.says("Something rude", chat=TOPIC)
    copy = await only(pair, pair.left, ana, "Something rude")
    await uses(pair.left, admin, "Delete everywhere", "unsend", copy)
    await expect(pair.left, ana).no_longer_sees("Something rude")
    await pair.settled()
    gone(pair, bo, "Something rude")
    await admin.runs("settings")
    await pair.settled()
    await admin.presses("Who changed what")
    await expect(pair.left, admin).sees("deleted a message by Bo everywhere", "tied ")


async def test_what_was_never_repeated_is_not_taken_back(pair: Pair) -> None:
    ana = await pair.left.member("Ana")
    message = await ana.says("Just for us", chat=GENERAL)
    await uses(pair.left, ana, "Delete everywhere", "unsend", message)
    await expect(pair.left, ana).sees("never repeated")
    assert stands(ana, "Just for us")


async def test_a_report_of_a_copy_names_its_author_and_not_the_bot(pair: Pair) -> None:
    admin, _ = await bridged(pair)
    await reports_go_here(pair.left, admin)
    await pair.settled()
    ana, bo = await pair.left.member("Ana"), await pair.right.member("Bo")
    await ana.starts()
    copy = await crosses(pair, bo, "Something rude", ana, pair.left, TOPIC)
    await uses(pair.left, ana, "Report", "report", copy)
    await ana.fills("Rude")
    await expect(pair.left, admin).sees("Report", "About: Bo")


async def test_who_comes_in_is_told_on_the_other_side_where_that_is_wanted(pair: Pair) -> None:
    admin, _ = await bridged(pair)
    await pair.right.newcomer("Dora")
    await pair.settled()
    assert not stands(admin, "Dora")
    await opens_bridge(pair.left, admin, TOPIC)
    await admin.presses("Say who comes in")
    await expect(pair.left, admin).sees("Says who comes in: yes")
    await pair.settled()
    await pair.right.newcomer("Emma")
    told = await expect(pair.left, admin).sees("Emma came in")
    assert told.silent
    await pair.settled()
    assert len(stands(admin, "Emma came in")) == 1


async def test_two_bridges_of_a_chat_are_left_at_once(pair: Pair) -> None:
    admin, _ = await bridged(pair)
    await pair.left.adds_chat("harbour")
    await pair.settled()
    code = await code_from(pair.left, admin)
    await admin.runs("bridge", code, chat="harbour")
    await expect(pair.left, admin).sees("one conversation with", "general")
    await pair.settled()
    ana, bo = await pair.left.member("Ana"), await pair.right.member("Bo")
    await ana.starts()
    await ana.runs("bridge", "me off")
    await expect(pair.left, ana).sees("stay here")
    await ana.says("Not for elsewhere", chat=GENERAL)
    await pair.settled()
    assert not stands(bo, "Not for elsewhere")
    assert len(stands(ana, "Not for elsewhere")) == 1


async def test_an_admin_of_one_side_has_no_say_at_the_other(pair: Pair) -> None:
    first = await admin_of(pair.left)
    await bridged(pair)
    stranger = await pair.right.member("Stan", access=Access.MODERATOR)
    await stranger.starts()
    await stranger.runs("bridge", chat=TOPIC)
    await expect(pair.right, stranger).sees("Your words here cross")
    assert not [key for key in stranger.choices() if "Untie" in key.label]
    assert first.ref != stranger.ref

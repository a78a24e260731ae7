"""A member's own file: by a form where the platform has them, else step by step; the same on every stage."""

from tests.kit.stage import GENERAL, PRIVATE, Stage, expect
from tests.scenarios.spying import MINOR, admin_sets, answers, opens_file, picks, presses, spy_of


async def test_a_file_is_opened_with_only_what_is_needed_and_says_back_the_time_zone(stage: Stage) -> None:
    ana = await stage.member("Ana")
    await ana.starts()
    await opens_file(stage, ana, "English", "Chinese A2")
    await expect(stage, ana).sees("Europe/Madrid", "there now, right?")
    shown = await expect(stage, ana).sees("Your file", "Speaks: English (grew up with it)")
    assert "Learns: Chinese (A2: simple everyday talk)" in shown.text
    assert "You take part in" in shown.text
    assert shown.only_me
    assert "18 or" not in shown.text
    assert "under 18" not in shown.text.casefold()


async def test_in_a_group_nobody_else_sees_anything(stage: Stage) -> None:
    ana, bo = await stage.member("Ana"), await stage.member("Bo")
    await ana.starts()
    await bo.starts()
    await opens_file(stage, ana, "English", "Chinese A2")
    await ana.runs("spy", chat=GENERAL)
    await expect(stage, ana).sees("Your file", "Speaks")
    for words in ("Your file", "Looking for", "How old", "English"):
        await expect(stage, bo).does_not_see(words)


async def test_who_never_opened_the_private_chat_is_led_there(stage: Stage) -> None:
    ana = await stage.member("Ana")
    await ana.runs("spy", chat=GENERAL)
    await stage.settled()
    if not any("Looking for" in seen.text for seen in ana.visible()):
        await ana.presses("Open our chat")
    seen = await expect(stage, ana).sees("Looking for")
    assert seen.only_me


async def test_the_time_zone_is_asked_once_whoever_asked_it(stage: Stage) -> None:
    ana = await stage.member("Ana")
    await ana.starts()
    await ana.runs("me", "Asia/Kathmandu", chat=PRIVATE)
    await expect(stage, ana).sees("Asia/Kathmandu")
    await opens_file(stage, ana, "English", "Chinese A2", zone=None)
    await expect(stage, ana).sees("Your file", "Asia/Kathmandu")
    await ana.runs("spy", "forget", chat=PRIVATE)
    await ana.presses("Yes, erase it")
    await expect(stage, ana).sees("Erased")
    await opens_file(stage, ana, "Spanish", "English B1", zone=None)
    await expect(stage, ana).sees("Your file", "Speaks: Spanish", "Asia/Kathmandu")


async def test_a_place_of_several_is_chosen_and_an_unknown_one_is_told_kindly(stage: Stage) -> None:
    ana = await stage.member("Ana")
    await ana.starts()
    await opens_file(stage, ana, "English", "Chinese A2", zone="Middle of nowhere")
    await expect(stage, ana).sees("I don't know “Middle of nowhere”", "UTC+5:45")
    await answers(stage, ana, "Try again", "córdoba")
    await expect(stage, ana).sees("several places called “córdoba”")
    await ana.presses("🇪🇸")
    await expect(stage, ana).sees("Europe/Madrid", "right?")
    await answers(stage, ana, "Time zone", "深圳")
    await expect(stage, ana).sees("Your file", "Asia/Shanghai")
    await answers(stage, ana, "Time zone", "UTC+5:45")
    await expect(stage, ana).sees("Your file", "Asia/Kathmandu")


async def test_a_language_that_is_none_is_asked_for_once_more_and_nothing_else_is(stage: Stage) -> None:
    ana = await stage.member("Ana")
    await ana.starts()
    await opens_file(stage, ana, "English, xx", "中文 A2")
    await expect(stage, ana).sees("I don't know these languages", "“xx”", "en, zh")
    await answers(stage, ana, "Correct it", "en B2, Español")
    await expect(stage, ana).sees("Speaks: Spanish (grew up with it), English (B2", "Learns: Chinese (A2", "Madrid")


async def test_a_level_that_was_not_said_is_picked_from_a_list(stage: Stage) -> None:
    ana = await stage.member("Ana")
    await ana.starts()
    await opens_file(stage, ana, "English", "Chinese, French B1, Spanish")
    await expect(stage, ana).sees("How well do you know Chinese")
    await ana.presses("B1: gets by")
    await expect(stage, ana).sees("How well do you know Spanish")
    await ana.presses("A1: first words")
    await expect(stage, ana).sees("Chinese (B1", "French (B1", "Spanish (A1: first words)")
    await ana.presses("Levels")
    await ana.presses("Chinese, learning")
    await ana.presses("C1")
    await expect(stage, ana).sees("Your file", "Chinese (C1: fluent, also at work)")


async def test_everything_is_changed_one_by_one(stage: Stage) -> None:
    ana = await spy_of(stage, "Ana", "English", "Chinese A2")
    await picks(stage, ana, "Interests", "cats", "hiking", words="Me gustan los gatos 🐈, чай и 麻将")
    await expect(stage, ana).sees("Likes: cats, hiking", "Me gustan los gatos 🐈, чай и 麻将")
    await picks(stage, ana, "When", "weekday evenings")
    await picks(stage, ana, "What I want", "being corrected")
    await expect(stage, ana).sees("Has time: weekday evenings", "Looks for: being corrected")
    await answers(stage, ana, "Off duty", "11pm to 7:30")
    await expect(stage, ana).sees("Off duty: 23:00–07:30")
    await answers(stage, ana, "Off duty", "-")
    shown = await expect(stage, ana).sees("Your file")
    assert "23:00" not in shown.text
    await answers(stage, ana, "Languages", "English C1, Spanish", "Chinese A2, French A1")
    await expect(stage, ana).sees("Spanish (grew up with it), English (C1", "French (A1")


async def test_hours_that_are_none_are_told_kindly_and_change_nothing(stage: Stage) -> None:
    ana = await spy_of(stage, "Ana", "English", "Chinese A2")
    await answers(stage, ana, "Off duty", "when I sleep")
    await expect(stage, ana).sees("I can't read “when I sleep” as hours", "23:00–7:30")
    await ana.runs("spy", chat=PRIVATE)
    await expect(stage, ana).sees("Your file")
    await expect(stage, ana).does_not_see("Off duty:")


async def test_four_thousand_characters_of_any_script_and_not_one_more(stage: Stage) -> None:
    ana = await spy_of(stage, "Ana", "English", "Chinese A2")
    words = ("猫は好き, أحب القطط, я люблю котов - " * 200)[:3_999] + "!"
    await picks(stage, ana, "Interests", "cats", words=words)
    await expect(stage, ana).sees("Your file", words[:250])


async def test_pausing_going_on_and_forgetting_by_words_in_any_language(stage: Stage) -> None:
    ana = await spy_of(stage, "Ana", "English", "Chinese A2")
    await ana.runs("spy", "暂停", chat=PRIVATE)
    await expect(stage, ana).sees("Your file", "Paused")
    await ana.runs("spy", "Seguir", chat=PRIVATE)
    await expect(stage, ana).sees("Welcome back")
    await ana.runs("spy", "dance", chat=PRIVATE)
    await expect(stage, ana).sees("I don't know “dance”", "pause")
    await ana.runs("spy", "忘記", chat=PRIVATE)
    await expect(stage, ana).sees("Shall I erase your file?")
    await presses(stage, ana, "Back")
    await expect(stage, ana).sees("Your file")
    await presses(stage, ana, "Forget", "Yes, erase it")
    await expect(stage, ana).sees("Erased")
    await ana.runs("spy", chat=PRIVATE)
    await expect(stage, ana).sees("Looking for")


async def test_in_private_the_clubs_are_named_in_which_one_takes_part(stage: Stage) -> None:
    ana = await stage.member("Ana")
    await ana.starts()
    await opens_file(stage, ana, "English", "Chinese A2", chat=PRIVATE)
    await expect(stage, ana).sees("Your file", "You take part in no club yet")
    await ana.runs("spy", chat=GENERAL)
    await expect(stage, ana).sees("Your file", "You don't take part here yet")
    await presses(stage, ana, "Take part here")
    await expect(stage, ana).sees("You take part here now", "You take part in:")
    await ana.runs("spy", chat=PRIVATE)
    await stage.settled()
    await expect(stage, ana).sees("You take part in:")
    await ana.runs("spy", chat=GENERAL)
    await presses(stage, ana, "Leave here")
    await expect(stage, ana).sees("You no longer take part here")


async def test_who_is_under_18_does_not_take_part_where_lines_for_them_are_off(stage: Stage) -> None:
    ana = await stage.member("Ana")
    await ana.starts()
    await opens_file(stage, ana, "English", "Chinese A2", age=MINOR)
    await expect(stage, ana).sees("Thank you for being honest", "off in this club", "You don't take part here yet")
    await presses(stage, ana, "Take part here")
    await expect(stage, ana).does_not_see("You take part here now")
    boss = await admin_sets(stage, "Lines for those under 18", "Turn on")
    await expect(stage, boss).sees("nobody can check an age")
    await presses(stage, ana, "Take part here")
    await expect(stage, ana).does_not_see("You take part here now")
    await presses(stage, boss, "I have read this")
    await presses(stage, ana, "Take part here")
    shown = await expect(stage, ana).sees("You take part here now")
    assert "18 or" not in shown.text
    assert "under 18" not in shown.text.casefold()


async def test_two_who_seek_each_other_by_former_names_are_told_only_when_both_do(stage: Stage) -> None:
    ana = await spy_of(stage, "Ana", "English", "Chinese A2")
    li = await spy_of(stage, "Li", "Chinese", "English A2")
    await answers(stage, ana, "A former name", "@GatoAna", "小狗Li")
    await expect(stage, ana).sees("Once known as: @GatoAna", "Seeks: 小狗Li")
    await stage.settled()
    await answers(stage, li, "A former name", "小狗li", "Somebody")
    await expect(stage, li).sees("Seeks: Somebody")
    for one in (ana, li):
        await expect(stage, one).does_not_see("Look who is here")
    await answers(stage, li, "A former name", "小狗li", "gatoana")
    await expect(stage, ana).sees("Look who is here: 小狗Li", "They are Li here")
    await expect(stage, li).sees("Look who is here: gatoana", "They are Ana here")


async def test_limits_offer_ones_own_gender_only_where_the_club_does_and_never_show_it(stage: Stage) -> None:
    ana = await spy_of(stage, "Ana", "English", "Chinese A2")
    await presses(stage, ana, "Limits")
    await expect(stage, ana).sees("/spy never")
    await expect(stage, ana).does_not_see("own gender")
    await admin_sets(stage, "Offer matching within", "Turn on")
    await presses(stage, ana, "Back", "Limits")
    await expect(stage, ana).sees("own gender")
    await presses(stage, ana, "Only my own gender")
    await expect(stage, ana).sees("Choose first what you are")
    await presses(stage, ana, "a woman")
    await presses(stage, ana, "Only my own gender")
    await expect(stage, ana).sees("Now: only your own gender")
    await presses(stage, ana, "Back")
    shown = await expect(stage, ana).sees("Your file")
    assert "woman" not in shown.text


async def test_whom_never_to_meet_is_noted_and_they_are_not_told(stage: Stage) -> None:
    ana, bo = await spy_of(stage, "Ana", "English", "Chinese A2"), await stage.member("Bo")
    await bo.starts()
    await ana.runs("spy", "never", chat=GENERAL)
    await expect(stage, ana).sees("Whom?")
    await expect(stage, bo).does_not_see("never match")


async def test_a_community_calls_it_as_it_likes(stage: Stage) -> None:
    await admin_sets(stage, "What a buddy is called", "pen pal")
    ana = await stage.member("Ana")
    await ana.starts()
    await ana.runs("spy", chat=GENERAL)
    await expect(stage, ana).sees("Looking for: my pen pal")

"""What the house itself does, for everyone and on every platform."""

from bot.domain.access import Access
from tests.kit.stage import GENERAL, PRIVATE, Stage, expect
from tests.scenarios.steps import admin_of, reports_go_here


async def test_start_says_hello_by_name(stage: Stage) -> None:
    ana = await stage.member("Ana")
    await ana.starts()
    await ana.runs("start", chat=PRIVATE)
    hello = await expect(stage, ana).sees("Hello", "Ana", "a few jobs")
    assert "🌐" in hello.labels


async def test_help_lists_what_one_may_do_here(stage: Stage) -> None:
    ana, admin = await stage.member("Ana"), await admin_of(stage)
    await ana.starts()
    await ana.runs("help", chat=GENERAL)
    shown = await expect(stage, ana).sees("What I can do for you", "/cats", "/privacy")
    assert "/settings" not in shown.text
    assert shown.only_me

    await admin.runs("help", chat=GENERAL)
    await expect(stage, admin).sees("What I can do for you", "/settings")


async def test_help_in_private_tells_what_a_community_has(stage: Stage) -> None:
    ana = await stage.member("Ana")
    await ana.starts()
    await ana.runs("help", chat=PRIVATE)
    shown = await expect(stage, ana).sees("In a server or group", "/cats", "/report")
    assert "/settings" not in shown.text


async def test_who_never_wrote_to_the_bot_is_answered_or_invited(stage: Stage) -> None:
    ana = await stage.member("Ana")
    for command, answer in (("me", "About you"), ("privacy", "What I keep")):
        await ana.runs(command, chat=GENERAL)
        await stage.settled()
        shown = [seen for seen in ana.visible() if seen.by_bot]
        assert any(answer in seen.text or "between the two of us" in seen.text for seen in shown), command


async def test_what_belongs_into_a_community_says_so_in_private(stage: Stage) -> None:
    if stage.has_menus:
        return  # such a platform does not even offer the command there
    ana = await stage.member("Ana")
    await ana.starts()
    await ana.runs("cats", chat=PRIVATE)
    await expect(stage, ana).sees("server or group")


async def test_cancel_has_nothing_to_stop(stage: Stage) -> None:
    ana = await stage.member("Ana")
    await ana.starts()
    await ana.runs("cancel", chat=PRIVATE)
    await expect(stage, ana).sees("nothing to stop")


async def test_me_changes_the_language(stage: Stage) -> None:
    ana = await stage.member("Ana")
    await ana.starts()
    await ana.runs("me", chat=PRIVATE)
    await expect(stage, ana).sees("About you", "as your app says")
    await ana.presses("🌐")
    await ana.presses("Español")
    await stage.settled()

    await ana.runs("me", chat=PRIVATE)
    await expect(stage, ana).sees("Español", "Zona horaria")


async def test_me_takes_the_time_zone_by_a_form(stage: Stage) -> None:
    ana = await stage.member("Ana")
    await ana.starts()
    await ana.runs("me", chat=PRIVATE)
    await ana.presses("Time zone")
    await ana.fills("Madrid")
    await expect(stage, ana).sees("Noted", "Europe/Madrid")


async def test_a_wrong_time_zone_is_told_with_what_to_do(stage: Stage) -> None:
    ana = await stage.member("Ana")
    await ana.starts()
    await ana.runs("me", chat=PRIVATE)
    await ana.presses("Time zone")
    await ana.fills("the moon")
    await expect(stage, ana).sees("the moon", "Try a larger city")

    await ana.presses("Time zone")
    await ana.fills("+8")
    await expect(stage, ana).sees("Noted: UTC+8", "your clock says")
    await ana.runs("me", chat=PRIVATE)
    await expect(stage, ana).sees("About you", "UTC+8")


async def test_privacy_names_the_operator_and_hands_everything_out(stage: Stage) -> None:
    ana = await stage.member("Ana")
    await ana.starts()
    await ana.runs("privacy", chat=PRIVATE)
    await expect(stage, ana).sees("Mara Keeper", "mara@example.org", "a cupboard in Lisbon")
    await ana.presses("Take it along")
    handed = await expect(stage, ana).sees("everything I keep")
    assert handed.pictures == 1


async def test_forget_me_asks_once_more_and_forgets(stage: Stage) -> None:
    ana = await stage.member("Ana")
    await ana.starts()
    await ana.runs("privacy", chat=PRIVATE)
    await ana.presses("Forget me")
    await ana.presses("Yes, forget me")
    await expect(stage, ana).sees("I don't know you any more")
    await stage.settled()
    assert await stage.whole.app.services.identity.find(ana.ref) is None


async def test_a_message_is_reported_to_the_moderators(stage: Stage) -> None:
    admin, ana, eve = await admin_of(stage), await stage.member("Ana"), await stage.member("Eve")
    await ana.starts()
    await reports_go_here(stage, admin)
    said = await eve.says("Buy my coins now!", chat=GENERAL)
    if stage.has_menus:
        await ana.uses_menu("Report", said)
    else:
        await ana.runs("report", to=said, chat=GENERAL)
    await ana.fills("spam")

    await expect(stage, admin).sees("Report 1", "spam", "Eve", "Buy my coins now!")
    await expect(stage, ana).sees("The moderators have it now")


async def test_a_moderator_closes_a_report_and_nobody_else(stage: Stage) -> None:
    admin, ana, eve = await admin_of(stage), await stage.member("Ana"), await stage.member("Eve")
    mod = await stage.member("Mo", access=Access.MODERATOR)
    await ana.starts()
    await eve.starts()
    await reports_go_here(stage, admin)
    said = await eve.says("Buy my coins now!", chat=GENERAL)
    if stage.has_menus:
        await ana.uses_menu("Report", said)
    else:
        await ana.runs("report", to=said, chat=GENERAL)
    await ana.fills("spam")

    await eve.presses("Seen to")
    await expect(stage, eve).sees("This is for moderators")
    await mod.presses("Seen to")
    await expect(stage, mod).sees("Report 1 was seen to by", "Mo")
    await expect(stage, mod).sees("Report 1", "Buy my coins now!")


async def test_a_report_without_a_place_says_whom_to_turn_to(stage: Stage) -> None:
    ana, eve = await stage.member("Ana"), await stage.member("Eve")
    await ana.starts()
    said = await eve.says("Buy my coins now!", chat=GENERAL)
    if stage.has_menus:
        await ana.uses_menu("Report", said)
    else:
        await ana.runs("report", to=said, chat=GENERAL)
    await expect(stage, ana).sees("not told me where they read reports")


async def test_quiet_silences_a_chat_and_wakes_it_again(stage: Stage) -> None:
    admin, ana = await admin_of(stage), await stage.member("Ana")
    await admin.runs("quiet", chat=GENERAL)
    await expect(stage, admin).sees("I will be quiet here")
    await ana.runs("cats", chat=GENERAL)
    await expect(stage, ana).does_not_see("No cat is out")

    await admin.runs("quiet", "off", chat=GENERAL)
    await expect(stage, admin).sees("I am awake again")
    await ana.runs("cats", chat=GENERAL)
    await expect(stage, ana).sees("No cat is out")


async def test_settings_turn_the_question_off(stage: Stage) -> None:
    admin = await admin_of(stage)
    await admin.runs("settings", chat=GENERAL)
    await admin.presses("Cat tax")
    await admin.presses("Ask newcomers")
    await admin.presses("Turn off")
    await expect(stage, admin).sees("Ask newcomers", "Kept")

    ana = await stage.newcomer("Ana")
    await ana.says("Hello, I am Ana from Sevilla")
    await expect(stage, ana).does_not_see("Show me your cat")


async def test_the_audit_list_tells_who_changed_what(stage: Stage) -> None:
    admin = await admin_of(stage)
    await reports_go_here(stage, admin)
    await admin.runs("settings", chat=GENERAL)
    await admin.presses("Who changed what")
    await expect(stage, admin).sees("Who changed what", "Amara", "Reports go to")


async def test_two_accounts_become_one_person(stage: Stage) -> None:
    ana, ann = await stage.member("Ana"), await stage.member("Ann")
    await ana.starts()
    await ann.starts()
    await ana.runs("link", chat=PRIVATE)
    told = await expect(stage, ana).sees("/link ")
    code = told.text.split("/link ")[1].split()[0].strip("`")
    await ann.runs("link", code, chat=PRIVATE)
    await expect(stage, ann).sees("Linked!")
    await stage.settled()

    identity = stage.whole.app.services.identity
    first, second = await identity.find(ana.ref), await identity.find(ann.ref)
    assert first is not None
    assert second is not None
    assert first.id == second.id

    await ann.runs("unlink", chat=PRIVATE)
    await ann.presses("Yes, part it")
    await expect(stage, ann).sees("on its own again")


async def test_two_spaces_become_one_club(stage: Stage) -> None:
    admin = await admin_of(stage)
    neighbour = await stage.neighbour("Noor")
    await admin.runs("club", chat=GENERAL)
    await admin.presses("Add another space")
    told = await expect(stage, admin).sees("/club ")
    code = told.text.split("/club ")[1].split()[0].strip("`")
    await neighbour.runs("club", code, chat=GENERAL)
    await expect(stage, neighbour).sees("part of the club")

    await admin.runs("club", chat=GENERAL)
    await expect(stage, admin).sees("This club lives in 2 spaces")

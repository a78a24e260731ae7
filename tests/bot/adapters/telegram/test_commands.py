"""The command menus, by scope and language."""

from bot.adapters.telegram.commands import typed
from bot.adapters.telegram.names import chat_ref
from bot.domain.locales import Locale
from bot.ports.gateway import GatewayState
from tests.bot.adapters.telegram.rig import Rig, rigged


async def test_menus_differ_by_place_rights_and_language(rig: Rig) -> None:
    group = rig.twin.add_group("Club")
    group.add_bot()
    mia, bo = rig.twin.add_user("Mia", language_code="es"), rig.twin.add_user("Bo", language_code="zh-hans")
    group.join(mia)
    group.join(bo)
    group.make_admin(bo)
    assert [name for name, _ in rig.twin.menu(mia, mia.private)] == ["pay", "me", "help"]
    assert [name for name, _ in rig.twin.menu(mia, group)] == ["pay", "cats", "help", "thank", "buddy"]
    assert [name for name, _ in rig.twin.menu(bo, group)] == ["pay", "cats", "help", "setup", "thank", "buddy"]
    assert dict(rig.twin.menu(mia, group))["pay"] == "es does pay"
    assert dict(rig.twin.menu(bo, group))["pay"] == "简 does pay"
    assert rig.twin.commands("all_private_chats")[0] == ("pay", "does pay")


async def test_menus_are_published_only_when_they_changed() -> None:
    async with rigged() as rig:
        await rig.start()
        assert len(rig.twin.calls("setMyCommands")) == 9
        await rig.stop()
        rig.gateway = rig.build()
        await rig.start()
        assert len(rig.twin.calls("setMyCommands")) == 9


async def test_who_reads_traditional_chinese_gets_a_menu_of_their_own(rig: Rig) -> None:
    mei = rig.twin.add_user("Mei", language_code="zh-hant")
    mei.starts()
    await rig.until(lambda: dict(rig.twin.menu(mei, mei.private))["pay"] == "繁 does pay", "the menu")
    mei.starts()
    await rig.settled()
    scope = {"type": "chat", "chat_id": mei.id}
    assert len([call for call in rig.twin.calls("setMyCommands") if call.parameters.get("scope") == scope]) == 1


async def test_a_group_can_be_given_a_menu_in_a_language(rig: Rig) -> None:
    group = rig.twin.add_group("Club")
    group.add_bot()
    mia = rig.twin.add_user("Mia", language_code="zh")
    group.join(mia)
    rig.gateway.speak(chat_ref(group.id), Locale.TRADITIONAL_CHINESE)
    await rig.until(lambda: dict(rig.twin.menu(mia, group))["pay"] == "繁 does pay", "the menu")


async def test_menus_that_cannot_be_published_are_found_and_stop_nothing() -> None:
    async with rigged() as rig:
        rig.twin.faults.fail("setMyCommands", status=400, description="Bad Request: BOT_COMMAND_INVALID")
        await rig.start()
        assert rig.gateway.state is GatewayState.CONNECTED
        [finding] = rig.gateway.findings
        assert finding.key == "finding-telegram-commands"
        assert len(rig.twin.calls("setMyCommands")) == 8


def test_a_command_is_a_name_at_the_very_beginning() -> None:
    assert typed("/pay") is not None
    said = typed("/PAY@Some_Bot  two\ncats ")
    assert said is not None
    assert (said.name, said.addressee, said.rest) == ("pay", "some_bot", "two\ncats")
    for text in ("pay", " /pay", "//pay", "/", "/pay!", "/pay@x", "/päy", "/" + "a" * 33):
        assert typed(text) is None

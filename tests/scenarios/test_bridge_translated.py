"""Each side reads the other in its own language, the original hidden under it; and who sees the words is told."""

from collections.abc import AsyncGenerator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.core.deadline import Deadline
from bot.core.job_context import CoreJobContext
from bot.domain.author import Account
from bot.domain.languages import Language
from bot.domain.refs import MessageRef
from bot.domain.text import RichText
from bot.ports.translator import Lacking
from tests.cogs.bridge.kit import TOPIC, admin_of, bridged, code_from, code_in, only, opens_bridge, stands
from tests.kit.stage import GENERAL, Member, Stage, expect
from tests.kit.stages.pairs import PAIRS, Pair
from tests.kit.translator import SERVICE, SpokenTranslator

OWN = replace(SERVICE, public=False)
"""A service that an operator runs, which nobody needs to accept."""


@pytest.fixture
def translator() -> SpokenTranslator:
    """Who translates."""
    return SpokenTranslator(OWN)


@pytest.fixture(params=list(PAIRS))
async def pair(request: pytest.FixtureRequest, tmp_path: Path, translator: SpokenTranslator) -> AsyncGenerator[Pair]:
    """The whole bot with a translator on two platforms."""
    name: str = request.param
    async with PAIRS[name](tmp_path, translator=translator) as opened:
        yield opened


async def speaks(pair: Pair, stage: Stage, admin: Member, language: str, other: str, chat: str) -> None:
    """An admin chooses a chat's language by its screens."""
    await opens_bridge(stage, admin, other, chat)
    await admin.presses("Language here")
    await stage.settled()
    await admin.presses(language)
    await expect(stage, admin).sees("Files cross", f"{language}, both ways")
    await pair.settled()


async def english_and_chinese(pair: Pair) -> tuple[Member, Member]:
    """The left speaks English, the right Chinese. The admins."""
    first, second = await bridged(pair, language="English")
    await speaks(pair, pair.right, second, "Chinese (simplified)", "general", TOPIC)
    return first, second


async def test_each_side_reads_its_own_language_with_the_original_under_it(pair: Pair) -> None:
    await english_and_chinese(pair)
    ana, bo = await pair.left.member("Ana"), await pair.right.member("Bo")
    await ana.says("Where is my cat?", chat=GENERAL)
    copy = await only(pair, pair.right, bo, "我的猫在哪儿？")
    assert "Where is my cat?" in copy.text
    await bo.says("猫在屋顶上睡觉", chat=TOPIC)
    back = await only(pair, pair.left, ana, "The cat sleeps on the roof")
    assert "猫在屋顶上睡觉" in back.text


async def test_what_is_in_the_other_sides_language_already_crosses_as_it_is(
    pair: Pair, translator: SpokenTranslator
) -> None:
    await english_and_chinese(pair)
    ana, bo = await pair.left.member("Ana"), await pair.right.member("Bo")
    await ana.says("谢谢", chat=GENERAL)
    copy = await only(pair, pair.right, bo, "谢谢")
    assert copy.text.count("谢谢") == 1
    assert not translator.asked


async def test_an_edit_is_translated_anew(pair: Pair) -> None:
    await english_and_chinese(pair)
    ana, bo = await pair.left.member("Ana"), await pair.right.member("Bo")
    message = await ana.says("Good morning", chat=GENERAL)
    copy = await only(pair, pair.right, bo, "早上好")
    await ana.edits(message, "See you tomorrow")
    changed = await only(pair, pair.right, bo, "明天见")
    assert changed.id == copy.id
    assert not [seen for seen in stands(bo, "早上好") if seen.by_bot]


async def test_better_words_stand_in_the_copy_with_who_found_them(pair: Pair) -> None:
    await english_and_chinese(pair)
    ana, bo = await pair.left.member("Ana"), await pair.right.member("Bo")
    message = await ana.says("Good morning", chat=GENERAL)
    await only(pair, pair.right, bo, "早上好")
    mirror = CoreJobContext(pair.whole.app.services, "bridge", None, "test", Deadline()).mirror
    found = await mirror.find(MessageRef(pair.left.space.platform, message.chat, message.id))
    assert found is not None
    assert await mirror.correct(found.line, Language.SIMPLIFIED_CHINESE, RichText.of("早安"), "Bo") == 1
    better = await only(pair, pair.right, bo, "早安")
    assert "Bo" in better.text.split("早安")[1]
    assert "Good morning" in better.text


async def test_the_original_can_be_left_away(pair: Pair) -> None:
    admin, _ = await english_and_chinese(pair)
    await opens_bridge(pair.left, admin, TOPIC)
    await admin.presses("Hide originals")
    await expect(pair.left, admin).sees("Original under a translation: no")
    await pair.settled()
    ana, bo = await pair.left.member("Ana"), await pair.right.member("Bo")
    await ana.says("Good morning", chat=GENERAL)
    assert "Good morning" not in (await only(pair, pair.right, bo, "早上好")).text


async def test_the_notice_names_who_sees_the_words_in_the_chats_language_and_in_english(pair: Pair) -> None:
    await english_and_chinese(pair)
    (here,), (there,) = pair.left.pinned(GENERAL), pair.right.pinned(TOPIC)
    for notice in (here, there):
        assert "Spoken Words" in notice.text
        assert "/privacy translate off" in notice.text
        assert "/bridge me off" in notice.text
    assert "这里和" in there.text
    assert "one conversation with" in there.text
    assert "这里和" not in here.text


async def test_who_opted_out_of_translating_crosses_as_they_wrote(pair: Pair, translator: SpokenTranslator) -> None:
    await english_and_chinese(pair)
    ana, bo = await pair.left.member("Ana"), await pair.right.member("Bo")
    await opted_out(pair, ana)
    await ana.says("Where is my cat?", chat=GENERAL)
    copy = await only(pair, pair.right, bo, "Where is my cat?")
    assert "我的猫在哪儿" not in copy.text
    assert not translator.asked


async def opted_out(pair: Pair, member: Member) -> None:
    """Somebody does not want their words to be translated, as by ``/privacy translate off``."""
    identity = pair.whole.app.services.identity
    await identity.choose_translation((await identity.person_of(Account(member.ref, member.name))).id, allowed=False)


async def test_without_a_translation_words_cross_as_they_are_and_this_is_told_once(
    pair: Pair, translator: SpokenTranslator
) -> None:
    await english_and_chinese(pair)
    ana, bo = await pair.left.member("Ana"), await pair.right.member("Bo")
    translator.lacking = Lacking.FAILED
    for words in ("Good morning", "Thank you"):
        await ana.says(words, chat=GENERAL)
        await only(pair, pair.right, bo, words)
    await expect(pair.left, ana).sees("No service translates")
    await pair.settled()
    assert len(stands(ana, "No service translates")) == 1


async def test_a_public_service_is_asked_only_once_an_admin_accepted_it(
    pair: Pair, translator: SpokenTranslator
) -> None:
    translator.service = SERVICE
    await english_and_chinese(pair)
    ana, bo = await pair.left.member("Ana"), await pair.right.member("Bo")
    await ana.says("Good morning", chat=GENERAL)
    copy = await only(pair, pair.right, bo, "Good morning")
    assert "早上好" not in copy.text
    assert not translator.asked
    (notice,) = pair.left.pinned(GENERAL)
    assert "no service may be asked yet" in notice.text
    admin = await admin_of(pair.left)
    await admin.runs("translate", "services")
    await admin.presses(f"Accept {SERVICE.title}")
    await pair.settled()
    (notice,) = pair.left.pinned(GENERAL)
    assert f"words go to: {SERVICE.title}" in notice.text
    await ana.says("Good morning, my cat", chat=GENERAL)
    await expect(pair.right, bo).sees("Good morning, my cat")
    assert translator.asked


async def test_three_chats_of_three_languages_read_each_other(pair: Pair) -> None:
    admin, _ = await english_and_chinese(pair)
    await pair.left.adds_chat("harbour")
    await pair.settled()
    await opens_bridge(pair.left, admin, TOPIC)
    await admin.presses("Add a chat")
    await pair.settled()
    shown = await expect(pair.left, admin).sees("It works once")
    await admin.runs("bridge", code_in(shown), chat="harbour")
    await expect(pair.left, admin).sees("is on the bridge now")
    await pair.settled()
    await speaks(pair, pair.left, admin, "Spanish", TOPIC, "harbour")
    ana, bo = await pair.left.member("Ana"), await pair.right.member("Bo")
    await bo.says("我带了鱼来", chat=TOPIC)
    await expect(pair.left, ana).sees("I have brought fish")
    await expect(pair.left, ana).sees("He traído pescado")
    await pair.settled()
    assert len(stands(ana, "我带了鱼来")) == 2


async def test_bridging_works_where_translating_is_turned_off(pair: Pair) -> None:
    admin = await admin_of(pair.left)
    await admin.runs("settings")
    await pair.settled()
    for step in ("Translat", "On", "Turn off"):
        await admin.presses(step)
        await pair.settled()
    second = await admin_of(pair.right)
    code = await code_from(pair.left, admin)
    await second.runs("bridge", code)
    await expect(pair.right, second).sees("one conversation with")
    await pair.settled()
    await admin.says("Plain words", chat=GENERAL)
    await only(pair, pair.right, second, "Plain words")


async def test_words_that_do_not_cross_are_seen_by_no_service(pair: Pair, translator: SpokenTranslator) -> None:
    await english_and_chinese(pair)
    ana, bo = await pair.left.member("Ana"), await pair.right.member("Bo")
    await ana.runs("bridge", "me off", chat=GENERAL)
    await pair.settled()
    await ana.says("Good morning", chat=GENERAL)
    await pair.settled()
    assert not translator.asked
    await ana.runs("bridge", "me on", chat=GENERAL)
    await pair.settled()
    admin = await admin_of(pair.right)
    await admin.runs("quiet", "on", chat=TOPIC)
    await pair.settled()
    await ana.says("See you tomorrow", chat=GENERAL)
    await pair.settled()
    assert not translator.asked, "where nothing is said, nothing is translated"
    await admin.runs("quiet", "off", chat=TOPIC)
    await pair.settled()
    await ana.says("Thank you", chat=GENERAL)
    await only(pair, pair.right, bo, "谢谢")

"""What waits before it crosses a line, and of what who reads it is warned."""

from collections.abc import AsyncGenerator
from datetime import timedelta
from pathlib import Path

import pytest

from tests.cogs.spies.line.kit import OWN, Spy, line_between, says, sees, sees_no
from tests.kit.stages.pairs import PAIRS, Pair
from tests.kit.translator import SpokenTranslator
from tests.scenarios.safe_spying import moderated, moderator_sees, opened


@pytest.fixture(params=list(PAIRS))
async def pair(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncGenerator[Pair]:
    """The whole bot on two platforms, which are one community."""
    name: str = request.param
    async with PAIRS[name](tmp_path, translator=SpokenTranslator(OWN)) as opened:
        await opened.binds()
        yield opened


async def test_contact_data_waits_for_a_second_thought(pair: Pair) -> None:
    ana, bo = await opened(pair)
    await says(bo, "加我微信 lily_2020")
    await sees(bo, "联系方式", "Whisker")
    await sees_no(ana, "lily_2020")
    await bo.member.presses("不发了")
    await sees(bo, "那就留在这里")
    await says(bo, "我的微信号是lily_2021")
    await sees(bo, "联系方式")
    await bo.member.presses("还是发")
    await sees(ana, "lily_2021")
    await sees_no(ana, "lily_2020")


async def test_what_would_have_waited_cannot_be_put_in_by_a_change(pair: Pair) -> None:
    ana, bo = await opened(pair)
    said = await says(ana, "Good morning")
    await sees(bo, "早上好")
    await ana.member.edits(said, "Good morning, write to ana@example.org")
    await sees(ana, "in a new message")
    await sees_no(bo, "ana@example.org")
    await sees_no(bo, "早上好")
    said = await says(ana, "Thank you")
    await sees(bo, "谢谢")
    await ana.member.edits(said, "Thank you, see https://example.org/cats")
    await pair.settled()
    await sees_no(bo, "example.org")
    await ana.member.edits(said, "See you tomorrow")
    await sees(bo, "明天见")


async def test_contact_data_crosses_once_they_know_each_other(pair: Pair) -> None:
    ana, bo = await opened(pair)
    await pair.whole.clock.move(timedelta(days=4))
    said = await says(bo, "猫 0 号")
    await bo.member.edits(said, "加我微信 lily_2019")
    await sees(bo, "另发一条新消息")
    await sees_no(ana, "lily_2019")
    for number in range(1, 20):
        await says(bo, f"猫 {number} 号")
    said = await says(bo, "加我微信 lily_2020")
    await sees(ana, "lily_2020")
    await bo.member.edits(said, "加我微信 lily_2021")
    await sees(ana, "lily_2021")


async def test_links_wait_until_the_third_day(pair: Pair) -> None:
    ana, bo = await opened(pair)
    await says(bo, "https://cats.example/tea")
    await sees(bo, "第三天")
    await says(bo, "明天见")
    await sees(ana, "See you tomorrow")
    await sees_no(ana, "cats.example")
    await pair.whole.clock.move(timedelta(days=2, minutes=1))
    await pair.settled()
    await sees(ana, "cats.example/tea")
    await says(bo, "https://cats.example/fish")
    await sees(ana, "cats.example/fish")


async def test_links_cross_as_soon_as_both_agree(pair: Pair) -> None:
    ana, bo = await opened(pair)
    await says(bo, "https://cats.example/tea")
    await bo.member.presses("问问对方")
    await sees(bo, "已经问Whisker了")
    await sees_no(ana, "cats.example")
    await sees(ana, "Moonpaw would like to send links")
    await ana.member.presses("Yes, let them through")
    await sees(ana, "cats.example/tea")
    await says(ana, "https://cats.example/milk")
    await sees(bo, "cats.example/milk")


async def test_talk_of_money_crosses_and_warns_whoever_reads_it_once_a_day(pair: Pair) -> None:
    ana, bo = await opened(pair)
    await says(bo, "能不能借我点钱？")
    await sees(ana, "A word from your cat", "Moonpaw", "lending money")
    await sees(ana, "能不能借我点钱？")
    await says(bo, "你先转我五百块")
    await sees(ana, "你先转我五百块")
    assert len([seen for seen in ana.member.visible() if "A word from your cat" in seen.text]) == 1
    await sees_no(bo, "猫咪提醒")
    await pair.whole.clock.move(timedelta(days=1, minutes=1))
    said = await says(bo, "给我转杯茶")
    await pair.settled()
    assert len([seen for seen in ana.member.visible() if "A word from your cat" in seen.text]) == 1
    await bo.member.edits(said, "给我转500，急用")
    await pair.settled()
    assert len([seen for seen in ana.member.visible() if "A word from your cat" in seen.text]) == 2


async def test_the_same_opening_on_many_lines_is_told_to_the_moderators_once(pair: Pair) -> None:
    moderator = await moderated(pair)
    eve = Spy(pair.right, await pair.right.member("Eve", "zh-CN"), "Velvet")
    await eve.member.starts()
    said = "亲爱的你好，我是来自新加坡的珠宝设计师，很高兴认识你"
    for number in range(4):
        other = Spy(pair.left, await pair.left.member(f"Reader{number}"), f"Teaspoon{number}")
        await other.member.starts()
        await pair.settled()
        await line_between(pair.whole, other, eve)
        await says(eve, f"{said}{number}！")
        await other.member.presses("Goodbye")
        await sees(eve, "说了再见")
    await moderator_sees(pair, moderator, "The same opening, many times", "3 lines", "Eve", said)
    alerts = [seen for seen in moderator.visible() if "The same opening" in seen.text]
    assert len(alerts) == 1
    assert "Reader" not in alerts[0].text
    assert "Teaspoon" not in alerts[0].text

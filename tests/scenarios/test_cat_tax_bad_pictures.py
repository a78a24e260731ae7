"""Whatever is sent instead of a picture: it is told kindly, nothing is the worse for it, and the next picture pays."""

import asyncio
import os
from collections.abc import AsyncGenerator
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from bot.workers.processes import ProcessWorkers
from tests.cogs.cat_tax.work import samples
from tests.kit.patience import PATIENCE
from tests.kit.pictures import CAT, another_cat, png
from tests.kit.stage import GENERAL, INTRODUCTIONS, Stage, expect
from tests.kit.stages.fake import FakeStage, fake_stage
from tests.scenarios.steps import ASKS, SHARES, asked, questions, receipts

NO_PICTURE, BROKEN, TOO_LARGE, UNKNOWN = (
    "not a picture",
    "arrived in pieces",
    "What a big picture",
    "can't open this kind",
)


def saved(content: bytes, kind: str, **how: object) -> bytes:
    """A picture in another kind."""
    with Image.open(BytesIO(content)) as picture:
        out = BytesIO()
        picture.convert("RGB").save(out, kind, **how)
        return out.getvalue()


def moving_cat() -> bytes:
    """An animated GIF."""
    with Image.open(BytesIO(CAT)) as first, Image.open(BytesIO(another_cat(1))) as second:
        out = BytesIO()
        first.convert("RGB").save(out, "GIF", save_all=True, append_images=[second.convert("RGB")], duration=200)
        return out.getvalue()


BAD = {
    "no picture": (b"Dear all, please find my cat attached.", "cat.jpg", "image/jpeg", NO_PICTURE),
    "truncated": (CAT[:9_000], "cat.jpg", "image/jpeg", BROKEN),
    "60 megapixels": (samples.huge_png(10_000, 6_000), "cat.png", "image/png", TOO_LARGE),
    "bomb": (samples.claiming_png(2**31 - 1, 2**31 - 1), "cat.png", "image/png", TOO_LARGE),
    "25 MB": (CAT + bytes(25_000_000), "cat.jpg", "image/jpeg", TOO_LARGE),
    "HEIC": (samples.heic(), "IMG_1.HEIC", "image/heic", UNKNOWN),
    "SVG": (samples.svg(), "cat.svg", "image/svg+xml", UNKNOWN),
}


@pytest.fixture
async def fake(tmp_path: Path) -> AsyncGenerator[FakeStage]:
    """The platform in memory: what is read in a file is the same on each."""
    async with fake_stage(tmp_path) as opened:
        yield opened


@pytest.mark.parametrize("what", BAD)
async def test_a_bad_file_is_told_kindly_and_the_next_one_pays(fake: FakeStage, what: str) -> None:
    content, name, media_type, words = BAD[what]
    ana = await asked(fake)
    await ana.sends_file(content, name, media_type)
    await expect(fake, ana).sees(words)
    await fake.settled()
    assert len(questions(ana)) == 1
    await ana.sends(CAT)
    await ana.finds(SHARES)
    await expect(fake, ana).no_longer_sees(words)
    await expect(fake, ana).no_longer_sees(ASKS)


@pytest.mark.parametrize("what", ["AVIF", "a name that lies"])
async def test_an_odd_file_that_is_a_cat_pays(fake: FakeStage, what: str) -> None:
    content, name, media_type = {
        "AVIF": (saved(CAT, "AVIF", speed=10), "cat.avif", "image/avif"),
        "a name that lies": (CAT, "cat.svg", "image/svg+xml"),
    }[what]
    ana = await asked(fake)
    await ana.sends_file(content, name, media_type)
    await ana.finds(SHARES)
    await expect(fake, ana).no_longer_sees(ASKS)


async def test_a_moving_cat_pays_on_each_platform(stage: Stage) -> None:
    ana = await asked(stage)
    await ana.sends_file(moving_cat(), "cat.gif", "image/gif")
    await ana.finds(SHARES)
    await expect(stage, ana).no_longer_sees(ASKS)


async def test_what_only_calls_itself_a_picture_is_told_so_on_each_platform(stage: Stage) -> None:
    ana = await asked(stage)
    await ana.sends_file(b"no picture at all", "cat.jpg", "image/jpeg")
    await expect(stage, ana).sees(NO_PICTURE)
    await stage.settled()
    await ana.sends(CAT)
    await ana.finds(SHARES)
    for gone in (NO_PICTURE, ASKS):
        await expect(stage, ana).no_longer_sees(gone)


async def test_what_is_too_large_to_be_fetched_is_told_so_on_each_platform(stage: Stage) -> None:
    large = CAT + bytes(25_000_000)
    ana = await asked(stage)
    if stage.upload_bytes < len(large):
        with pytest.raises(PermissionError):
            await ana.sends_file(large, "cat.jpg", "image/jpeg")
        return
    await ana.sends_file(large, "cat.jpg", "image/jpeg")
    await expect(stage, ana).sees(TOO_LARGE)


async def test_a_link_is_never_followed(stage: Stage) -> None:
    reached: list[str] = []

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        reached.append((await reader.readline()).decode())
        writer.close()

    async with await asyncio.start_server(answer, "127.0.0.1", 0) as server:
        link = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/cat.jpg"
        ana = await stage.newcomer("Ana")
        await ana.starts()
        await ana.says(f"Hello, I am Ana, and this is my cat: {link}")
        await expect(stage, ana).sees(ASKS)
        await ana.says(link, to=questions(ana)[0])
        if not stage.has_menus:  # elsewhere the command's parameter is a file
            await ana.runs("cat", link, chat=GENERAL)
        await stage.settled()
        await expect(stage, ana).sees(ASKS)
        assert receipts(ana) == []
    assert reached == []


async def test_a_picture_that_is_deleted_before_it_is_looked_at_breaks_nothing(stage: Stage) -> None:
    ana = await asked(stage)
    await ana.deletes(await ana.sends(CAT))
    await stage.settled()
    # Where the file outlives its message it was looked at; else nothing was shown, and nothing is said.
    assert len(questions(ana)) + len(receipts(ana)) == 1
    await ana.sends(another_cat(1))
    await expect(stage, ana).no_longer_sees(ASKS)
    await ana.finds(SHARES)
    await stage.settled()
    assert len(receipts(ana)) == 1


async def test_twenty_pictures_at_once_are_one_payment_and_one_word_at_most(stage: Stage) -> None:
    ana = await asked(stage)
    dots = [png(number * 10, 255 - number * 10, 0) for number in range(18)]
    await asyncio.gather(
        ana.sends_album([*dots[:9], CAT], chat=INTRODUCTIONS), ana.sends_album([*dots[9:], another_cat(1)])
    )
    await ana.finds(SHARES)
    await expect(stage, ana).no_longer_sees(ASKS)
    await stage.settled()
    assert len(receipts(ana)) == 1
    assert sum("paid already" in seen.text for seen in ana.visible()) <= 1


async def test_a_worker_that_is_killed_while_it_looks_has_members_asked_and_the_next_one_looks(fake: FakeStage) -> None:
    workers = ProcessWorkers(idle=1_000)
    fake.whole.workers = workers
    await fake.whole.restart()
    await fake.gateway.running.wait()
    try:
        ana = await asked(fake)
        await ana.sends_file(saved(samples.huge_png(5_000, 5_000), "PNG"), "cat.png", "image/png")
        async with asyncio.timeout(PATIENCE):
            while workers.process_id is None:  # noqa: ASYNC110  # nobody tells that a process was started
                await asyncio.sleep(0.001)
        os.kill(workers.process_id, 9)
        await expect(fake, ana).sees("still not sure", "Ana")
        await fake.settled()
        bo = await asked(fake, "Bo")
        await bo.sends(CAT)
        while not receipts(bo):
            await fake.changed()
        assert receipts(bo)[0].pictures == 1
    finally:
        workers.end()

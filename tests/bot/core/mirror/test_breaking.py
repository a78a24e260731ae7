"""What happens between two steps: kills, races, what fails at the wrong moment. On the fakes, which fail on demand."""

import asyncio
from collections.abc import AsyncGenerator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.api.mirror import CopyKind, Manner, Trouble
from bot.core.mirror.carrying import Carrier
from bot.core.mirror.line import Kept, Line, State
from bot.core.room import Room
from bot.domain.attachments import Attachment, MediaKind
from bot.domain.capabilities import Capabilities
from bot.domain.languages import Language
from bot.domain.message import As, Outgoing
from bot.domain.refs import ChatRef
from bot.domain.text import RichText
from bot.ports.database import StorageUnavailable
from bot.ports.outcome import Reason, Refused
from tests.bot.core.mirror.midway import (
    Faulty,
    both_tied,
    fakes_with,
    faulty,
    gateway_of,
    kept_line,
    killed,
    parts_of,
    passes,
    told,
    wakes,
)
from tests.bot.core.mirror.repeater import Repeater, community, context, desk, place, tie
from tests.kit.clock import settle
from tests.kit.patience import PATIENCE
from tests.kit.stage import GENERAL, expect
from tests.kit.stages.pairs import Pair


@pytest.fixture
def translator() -> Faulty:
    """Who translates, and fails."""
    return faulty()


@pytest.fixture
async def pair(tmp_path: Path, repeater: Repeater, translator: Faulty) -> AsyncGenerator[Pair]:
    """The two fakes: the left one finds what it sent, the right one does not."""
    async with fakes_with(tmp_path, repeater, translator) as opened:
        yield opened


# ------------------------------------------------------------------------------------------------- failing by our fault


async def test_a_translation_that_failed_once_is_asked_for_again(pair: Pair, translator: Faulty) -> None:
    ana, bo = await pair.left.member("Ana"), await pair.right.member("Bo")
    await tie((pair.left, GENERAL), (pair.right, GENERAL), there=Manner((Language.SPANISH,)))
    translator.faults.append(StorageUnavailable("away for a moment"))
    await ana.says("Good morning", chat=GENERAL)
    await passes(pair, lambda: bool(told(bo, "Buenos días")), seconds=20)


async def test_what_fails_is_given_up_and_not_what_waits_beside_it(
    pair: Pair, repeater: Repeater, monkeypatch: pytest.MonkeyPatch
) -> None:
    ana, bo = await pair.left.member("Ana"), await pair.right.member("Bo")
    await tie((pair.left, GENERAL), (pair.right, GENERAL), knot="held", there=Manner(gathers=100_000))
    await tie((pair.left, GENERAL), (pair.right, GENERAL), knot="swift")
    composer = pair.whole.app.services.mirror.composer
    section = composer.section

    async def poisoned(line: Line, *args: object, **more: object) -> object:
        if "poison" in line.kept.text.plain and not _gathers(pair, line):
            raise RuntimeError("nobody expects this")
        return await section(line, *args, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(composer, "section", poisoned)
    await ana.says("poison", chat=GENERAL)
    await ana.says("and honey", chat=GENERAL)
    await passes(pair, lambda: bool(told(bo, "and honey")), seconds=100)
    assert not told(bo, "poison")
    assert Trouble.GIVEN_UP in repeater.troubles
    monkeypatch.undo()
    await tie((pair.left, GENERAL), (pair.right, GENERAL), knot="held")
    await ana.says("and tea", chat=GENERAL)
    await expect(pair.right, bo).sees("poison")


def _gathers(pair: Pair, line: Line) -> bool:
    way = parts_of(pair).routes.way(line.route)
    return way is not None and bool(way.route.manner.gathers)


# --------------------------------------------------------------------------------------------------------- after a kill


async def test_what_was_taken_back_is_not_said_again_to_find_it(pair: Pair, repeater: Repeater) -> None:
    _, bo = await both_tied(pair)
    words = Outgoing(RichText.of("a secret that slipped"))
    line = await kept_line(pair, pair.left, Kept(words.text))
    await killed(pair, line, words)
    await parts_of(pair).lines.gone([line.root])
    sent = gateway_of(pair.right).next_id()
    await wakes(pair, line)
    assert int(gateway_of(pair.right).next_id()) == int(sent) + 1, "nothing was sent, not even for a moment"
    assert repeater.troubles == [Trouble.UNCERTAIN]
    assert await parts_of(pair).lines.waiting() == 0
    assert not told(bo, "secret")


async def test_an_uncertain_copy_loses_its_borrowed_name_with_the_right_to_it(pair: Pair, repeater: Repeater) -> None:
    ana, _ = await both_tied(pair)
    line = await kept_line(pair, pair.right, Kept(RichText.of("no face")))
    await killed(pair, line, Outgoing(RichText.of("no face"), speaker=As("Ana")))
    gateway_of(pair.left).refusals.append(Refused(Reason.NO_RIGHT))  # before anybody told that the right is gone
    await wakes(pair, line)
    assert (await expect(pair.left, ana).sees("no face")).text.startswith("Ana")
    assert repeater.troubles == [Trouble.PLAIN]


async def test_an_uncertain_copy_whose_only_file_is_gone_is_reported(pair: Pair, repeater: Repeater) -> None:
    await both_tied(pair)
    file = Attachment(pair.right.space.platform, "gone", "cat.png", "image/png", 10, MediaKind.PICTURE)
    line = await kept_line(pair, pair.right, Kept(files=(file,)))
    await killed(pair, line, Outgoing(RichText(), speaker=As("Ana")))
    await wakes(pair, line)
    (line,) = await parts_of(pair).lines.of_root(line.root)
    assert line.state is State.LOST
    assert repeater.troubles == [Trouble.GIVEN_UP]
    assert await parts_of(pair).lines.lanes() == []


async def test_what_was_taken_back_while_it_was_translated_never_stands(pair: Pair, translator: Faulty) -> None:
    ana, bo = await pair.left.member("Ana"), await pair.right.member("Bo")
    await tie((pair.left, GENERAL), (pair.right, GENERAL), there=Manner((Language.SPANISH,)))
    translator.hold()
    said = await ana.says("Good morning", chat=GENERAL)
    await translator.begun()
    before = len(gateway_of(pair.right).posts)
    await ana.deletes(said)
    await pair.whole.app.lanes.idle()
    sent = gateway_of(pair.right).next_id()
    translator.release()
    await pair.settled()
    assert int(gateway_of(pair.right).next_id()) == int(sent) + 1, "not even for a moment"
    assert len(gateway_of(pair.right).posts) == before
    assert not told(bo, "Buenos")


async def test_what_more_words_need_is_known_at_once(pair: Pair, monkeypatch: pytest.MonkeyPatch) -> None:
    ana, bo = await both_tied(pair)
    said = await ana.says("short", chat=GENERAL)
    await pair.settled()
    gateway = gateway_of(pair.right)
    changed = parts_of(pair).lines.changed
    calls = 0

    async def failing(*args: object, **more: object) -> None:
        nonlocal calls
        calls += 1
        if calls == 3:  # both new posts are written down by now
            raise StorageUnavailable("away for a moment")
        await changed(*args, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(parts_of(pair).lines, "changed", failing)
    before = len(gateway.posts)
    await ana.edits(said, "long " * 2_000)
    await passes(pair, lambda: calls > 3, seconds=20)
    await pair.settled()
    assert len(gateway.posts) == before + 2, "each once"
    assert sum(seen.text.count("long") for seen in told(bo, "long")) == 2_000


# --------------------------------------------------------------------------------------------------- what is let across


async def test_who_is_silenced_does_not_cross_by_editing_or_reacting_either(pair: Pair) -> None:
    ana, bo = await both_tied(pair)
    said = await ana.says("an innocent word", chat=GENERAL)
    await expect(pair.right, bo).sees("innocent")
    known = await pair.whole.app.services.identity.find(ana.ref)
    assert known is not None
    await desk(pair.whole).silence(await community(pair.left), known.id, None)
    await ana.edits(said, "buy my spam")
    await ana.reacts("👍", said)
    await pair.settled()
    assert not told(bo, "spam")
    assert not gateway_of(pair.right).reactions


async def test_a_space_that_was_erased_takes_its_routes_along_and_nothing_else(pair: Pair) -> None:
    ana, _ = await both_tied(pair)
    await pair.left.adds_chat("annex")
    await pair.settled()
    await tie((pair.left, GENERAL), (pair.left, "annex"), knot="other")
    await pair.whole.app.services.communities.erase(pair.right.space)
    await ana.says("who is still here", chat=GENERAL)
    await pair.settled()
    assert len(told(ana, "who is still here")) == 1
    (way,) = parts_of(pair).routes.leading_from(pair.left.chat_ref(GENERAL))
    assert way.route.knot == "other"


async def test_routes_that_could_not_be_read_are_read_again(pair: Pair, monkeypatch: pytest.MonkeyPatch) -> None:
    await both_tied(pair)
    routes = parts_of(pair).routes

    async def away() -> None:
        raise StorageUnavailable("away for a moment")

    routes.forget_all_remembered()
    with monkeypatch.context() as patch:
        patch.setattr(routes, "_read_all", away)
        with pytest.raises(StorageUnavailable):
            await routes.fresh()
    await pair.whole.app.services.communities.erase(pair.right.space)
    await routes.fresh()
    assert routes.of("repeater", "knot", None) == []


# ------------------------------------------------------------------------------------------------------------ gathering


async def test_what_gathers_is_put_together_though_others_come_between(pair: Pair, translator: Faulty) -> None:
    ana = await pair.left.member("Ana")
    here = (pair.left, GENERAL)
    for knot, language in (("es", Language.SPANISH), ("zh", Language.SIMPLIFIED_CHINESE)):
        manner = Manner((language,), named=False, gathers=60)
        chat = await place(*here)
        club = await community(pair.left)
        await desk(pair.whole).tie(knot, CopyKind.INLINE, source=chat, target=chat, manner=manner, community=club)
    for words in ("Good morning", "Where is my cat?", "Thank you"):
        await ana.says(words, chat=GENERAL)
    await passes(pair, lambda: len(told(ana, "Ana:")) == 2, seconds=61)
    await pair.settled()
    assert [seen.text.count("Ana:") for seen in told(ana, "Ana:")] == [3, 3]


async def test_an_album_larger_than_the_room_holds_nothing_up(pair: Pair) -> None:
    gateway_of(pair.left).files |= {str(number): b"x" * 60 for number in range(3)}
    files = [
        Attachment(pair.left.space.platform, str(n), "cat.png", "image/png", 60, MediaKind.PICTURE) for n in range(3)
    ]
    carrier = Carrier(replace(parts_of(pair), room=Room(130)))
    source, target = pair.left.chat_ref(GENERAL), gateway_of(pair.right).able
    async with asyncio.timeout(PATIENCE), carrier.fetched(files, source, target) as luggage:
        assert [len(luggage.files), len(luggage.left)] == [2, 1]
        # Another album waits until all of this one is sent, with nothing in its hands.
        other = asyncio.create_task(_fetches(carrier, files[:2], source, target))
        await settle()
        assert not other.done()
    async with asyncio.timeout(PATIENCE):
        assert await other == 2


async def _fetches(carrier: Carrier, files: list[Attachment], source: ChatRef, target: Capabilities) -> int:
    async with carrier.fetched(files, source, target) as luggage:
        return len(luggage.files)


async def test_who_is_silenced_does_not_escape_by_linking_accounts(pair: Pair) -> None:
    ana, bo = await both_tied(pair)
    accounts = pair.whole.app.services.identity
    await bo.says("hello from the other account", chat=GENERAL)
    await ana.says("hello", chat=GENERAL)
    await pair.settled()
    old, new = await accounts.find(bo.ref), await accounts.find(ana.ref)
    assert old is not None
    assert new is not None
    await desk(pair.whole).silence(await community(pair.left), new.id, None)
    house = context(pair.whole)
    assert await house.accounts.finish_link(ana.ref, await house.accounts.start_link(old.id)) is None
    await ana.says("spam spam", chat=GENERAL)
    await pair.settled()
    assert not told(bo, "spam")

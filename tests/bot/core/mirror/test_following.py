"""What is said on one side stands on the other, and follows: the same on the fakes, both twins and the playground."""

from dataclasses import replace

import pytest

from bot.api.mirror import Manner
from bot.domain.languages import Language
from tests.bot.core.mirror.repeater import tie
from tests.kit.pictures import CAT, another_cat
from tests.kit.stage import GENERAL, Member, Seen, Stage, expect
from tests.kit.stages.pairs import Pair
from tests.kit.translator import SpokenTranslator


async def _both(pair: Pair) -> tuple[Member, Member]:
    left = await pair.left.member("Ana")
    right = await pair.right.member("Bo")
    await tie((pair.left, GENERAL), (pair.right, GENERAL))
    return left, right


def _copies(stage: Stage, member: Member, words: str) -> list[Seen]:
    del stage
    return [seen for seen in member.visible() if words in seen.text and seen.by_bot]


async def test_a_word_crosses_under_its_authors_name(pair: Pair) -> None:
    ana, bo = await _both(pair)
    await ana.says("good morning over there", chat=GENERAL)
    seen = await expect(pair.right, bo).sees("good morning over there")
    assert "Ana" in (seen.text + seen.author)
    await bo.says("good evening to you", chat=GENERAL)
    back = await expect(pair.left, ana).sees("good evening to you")
    assert "Bo" in (back.text + back.author)
    await pair.settled()
    assert len(_copies(pair.right, bo, "good morning")) == 1
    assert not _copies(pair.left, ana, "good morning"), "what the bot said is no original"
    assert not _copies(pair.right, bo, "good evening")


async def test_an_edit_edits_and_a_deletion_deletes(pair: Pair) -> None:
    ana, bo = await _both(pair)
    said = await ana.says("the meeting is at five", chat=GENERAL)
    await expect(pair.right, bo).sees("at five")
    await ana.edits(said, "the meeting is at six")
    await expect(pair.right, bo).sees("at six")
    await pair.settled()
    assert not _copies(pair.right, bo, "at five")
    await ana.deletes(said)
    await expect(pair.right, bo).no_longer_sees("at six")


async def test_an_answer_to_a_copy_answers_the_original_and_back(pair: Pair) -> None:
    ana, bo = await _both(pair)
    asked = await ana.says("who brings the fish", chat=GENERAL)
    copy = await expect(pair.right, bo).sees("who brings the fish")
    answer = await bo.says("I do, said the cat", to=copy, chat=GENERAL)
    there = await expect(pair.left, ana).sees("I do, said the cat")
    quoted = "who brings" in there.text
    assert there.answers == asked.id or quoted, there
    await ana.says("lovely, thank you", to=there, chat=GENERAL)
    back = await expect(pair.right, bo).sees("lovely, thank you")
    assert back.answers == answer.id or "I do, said" in back.text, back


async def test_an_album_goes_along_as_files(pair: Pair) -> None:
    ana, bo = await _both(pair)
    await ana.sends_album([CAT, another_cat(1)], "two of mine", chat=GENERAL)
    await expect(pair.right, bo).sees("two of mine")
    await pair.settled()
    files = [file for seen in bo.visible() if seen.by_bot for file in seen.files]
    assert len(files) == 2
    await bo.sends_album([CAT, another_cat(2)], "two of ours", chat=GENERAL)
    await expect(pair.left, ana).sees("two of ours")
    await pair.settled()
    assert len([file for seen in ana.visible() if seen.by_bot for file in seen.files]) == 2


async def test_a_reaction_shows_on_the_other_side(pair: Pair) -> None:
    ana, bo = await _both(pair)
    said = await ana.says("I made dumplings", chat=GENERAL)
    copy = await expect(pair.right, bo).sees("dumplings")
    await bo.reacts("❤", copy)
    await pair.settled()
    original = next(seen for seen in ana.visible() if seen.id == said.id)
    assert [one.replace("\ufe0f", "") for one in original.reactions] == ["❤"]
    await bo.unreacts("❤", copy)
    await pair.settled()
    assert not next(seen for seen in ana.visible() if seen.id == said.id).reactions


@pytest.mark.parametrize("killed", ["while it is translated", "once it stands"])
async def test_what_was_accepted_survives_a_kill_and_is_said_once(
    pair: Pair, killed: str, translator: SpokenTranslator
) -> None:
    translator.service = replace(translator.service, public=False)
    ana, bo = await pair.left.member("Ana"), await pair.right.member("Bo")
    await tie((pair.left, GENERAL), (pair.right, GENERAL), there=Manner(languages=(Language.SPANISH,)))
    if killed == "while it is translated":
        translator.hold()
    said = await ana.says("Good morning", chat=GENERAL)
    if killed == "while it is translated":
        await translator.begun()
    else:
        await pair.settled()
    await pair.restarts()
    translator.release()
    await expect(pair.right, bo).sees("Buenos días")
    await pair.settled()
    assert len(_copies(pair.right, bo, "Buenos días")) == 1
    await ana.edits(said, "See you tomorrow")
    await expect(pair.right, bo).sees("Hasta mañana")

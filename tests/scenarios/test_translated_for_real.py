"""English and Spanish, really translated by Apertium's own service, through the client libraries against both twins."""

from pathlib import Path

import pytest

from tests.cogs.bridge.kit import TOPIC, bridged, only, opens_bridge
from tests.kit.stage import GENERAL, Stage, expect
from tests.kit.stages.pairs import twin_pair
from tests.scenarios.steps import admin_of
from tests.twins.translation.apertium import RunningApertium

THREAD = "two tongues"


@pytest.mark.parametrize("side", ["left", "right"])
async def test_a_thread_in_english_and_spanish(side: str, tmp_path: Path, apertium: RunningApertium) -> None:
    async with twin_pair(tmp_path, translators="apertium", apertium_url=apertium.address) as pair:
        stage: Stage = pair.left if side == "left" else pair.right
        await stage.adds_thread(THREAD)
        await stage.settled()
        admin = await admin_of(stage)
        await admin.runs("translate", "here English, Spanish under", chat=THREAD)
        await stage.settled()
        maria, tom = await stage.member("María", "es"), await stage.member("Tom", "en")
        said = await maria.says("La casa de mi hermano es muy grande.", chat=THREAD)
        seen = await expect(stage, tom).sees("The house of my brother is very big.")
        assert seen.answers == said.id
        await tom.says("I eat bread with my friends every day.", chat=THREAD)
        await expect(stage, maria).sees("pan", "amigos")
        await maria.edits(said, "La casa de mi hermano es pequeña.")
        await expect(stage, tom).sees("The house of my brother is small.")


async def test_a_discord_channel_and_a_telegram_topic(tmp_path: Path, apertium: RunningApertium) -> None:
    async with twin_pair(tmp_path, translators="apertium", apertium_url=apertium.address) as pair:
        _, admin = await bridged(pair, language="English")
        await opens_bridge(pair.right, admin, "general", TOPIC)
        await admin.presses("Language here")
        await pair.right.settled()
        await admin.presses("Spanish")
        await pair.settled()
        tom, maria = await pair.left.member("Tom"), await pair.right.member("María", "es")
        await tom.says("The house of my brother is very big.", chat=GENERAL)
        seen = await only(pair, pair.right, maria, "La casa de mi hermano es muy grande.")
        assert "The house of my brother is very big." in seen.text
        await maria.says("La casa es grande.", to=seen, chat=TOPIC)
        await only(pair, pair.left, tom, "The house is big.")

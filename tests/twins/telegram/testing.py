"""What the twin's own tests share: a clock to move, a real client, a picture."""

from __future__ import annotations

import io
from dataclasses import dataclass

from PIL import Image
from telegram import Bot, Update
from telegram.request import HTTPXRequest

from tests.kit.patience import PATIENCE
from tests.twins.telegram.twin import TelegramTwin


@dataclass(slots=True)
class Clock:
    """Unix time that tests move."""

    now: float = 1_790_000_000.0

    def __call__(self) -> float:
        return self.now

    def forward(self, seconds: float) -> None:
        self.now += seconds


def client(twin: TelegramTwin, *, token: str = "") -> Bot:
    """An unmodified python-telegram-bot client of the twin, to be entered."""
    return Bot(
        token or twin.token,
        base_url=f"{twin.api_base}/bot",
        base_file_url=f"{twin.api_base}/file/bot",
        request=HTTPXRequest(connection_pool_size=8, read_timeout=PATIENCE),
        get_updates_request=HTTPXRequest(connection_pool_size=4, read_timeout=PATIENCE),
    )


def picture(width: int = 400, height: int = 300, colour: str = "orange") -> bytes:
    """A JPEG."""
    target = io.BytesIO()
    Image.new("RGB", (width, height), colour).save(target, "JPEG")
    return target.getvalue()


EVERYTHING = list(Update.ALL_TYPES)


async def drain(bot: Bot) -> list[Update]:
    """Take and confirm all that waits."""
    updates = list(await bot.get_updates(allowed_updates=EVERYTHING))
    if updates:
        await bot.get_updates(offset=updates[-1].update_id + 1, limit=1, allowed_updates=EVERYTHING)
    return updates

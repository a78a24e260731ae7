"""Keeps gateways running.

A broken connection, a failed handshake or an exception in a library ends neither the process nor the other gateway.
"""

import asyncio
import random

import structlog

from bot.domain.errors import GatewayRefused
from bot.ports.clock import Clock
from bot.ports.gateway import Gateway, Intake

FIRST_PAUSE = 1.0
"""Seconds before a gateway is started again."""

LONGEST_PAUSE = 120.0
"""Seconds that a pause never exceeds."""

HEALTHY_AFTER = 300.0
"""Seconds after which a run counts as having worked, so that the next pause is short again."""

log = structlog.get_logger(__name__)


async def supervise(gateway: Gateway, intake: Intake, clock: Clock, chance: random.Random) -> None:
    """Runs a gateway until cancelled, starting it again with growing pauses.

    Returns only when the platform will not let the bot in (:class:`GatewayRefused`): then trying again is useless, the
    gateway's findings say why, and the process goes on with the others.
    """
    pause = FIRST_PAUSE
    while True:
        began = clock.monotonic()
        try:
            await gateway.run(intake)
            log.warning("gateway ended, starting it again", platform=gateway.platform)
        except asyncio.CancelledError:
            raise
        except GatewayRefused as error:
            log.error("gateway refused", platform=gateway.platform, why=str(error))  # no traceback wanted
            return
        except Exception:  # whatever a library raises
            log.exception("gateway failed, starting it again", platform=gateway.platform)
        if clock.monotonic() - began > HEALTHY_AFTER:
            pause = FIRST_PAUSE
        await clock.sleep(pause * chance.uniform(0.8, 1.2))
        pause = min(pause * 2, LONGEST_PAUSE)

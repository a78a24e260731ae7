"""Thirty short messages a second into a chat that takes twenty a minute."""

from pathlib import Path

from bench.mirror.plan import MirrorPlan
from bench.mirror.rows import MirrorFindings, MirrorRow
from bench.mirror.stalling import A_MINUTE, standing

A_SECOND = 30


async def measure(plan: MirrorPlan, folder: Path, findings: MirrorFindings) -> None:
    """Measures one burst."""
    count = A_SECOND * plan.burst
    async with standing(folder) as bot:
        bot.fakes.right.most_a_minute = A_MINUTE
        for first in range(0, count, A_SECOND):
            await bot.say(range(first, first + A_SECOND))
            await bot.clock.move(1.0)
        said = bot.clock.monotonic()
        await bot.sent()
        posts, arrived = bot.fakes.right.posts, bot.fakes.arrived()
    of = f"{count} in {plan.burst} s"
    in_order = sum(one == other for one, other in zip(arrived, range(count), strict=False))
    findings.add(MirrorRow.FLOOD_MESSAGES, of, [len(posts)])
    findings.add(MirrorRow.FLOOD_LATE, of, [max(0.0, posts[-1].at - said) if posts else float("nan")])
    findings.add(MirrorRow.FLOOD_LOST, of, [count - in_order])

"""Parts of the benchmark as a process of their own: ``python -m bench.mirror.life PART[,PART...] PLAN FILE``.

``PLAN`` is JSON; what was found is written to the file. A migrated database stays beside it for the lives that follow.
"""

import asyncio
import json
import shutil
import sys
import tempfile
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path

from bench.mirror import crossing, flooding, growing, overhead, stalling
from bench.mirror.plan import MirrorPlan, Part
from bench.mirror.rows import MirrorFindings
from tests.kit.stages.whole import DATABASE, migrated_copy

_Measure = Callable[[MirrorPlan, Path, MirrorFindings], Awaitable[None]]


_MEASURES: Mapping[Part, _Measure] = {
    Part.PIPELINE: overhead.measure,
    Part.FAKES: partial(crossing.measure, crossing.FAKES),
    Part.TWINS: partial(crossing.measure, crossing.TWINS),
    Part.GROWTH: growing.measure,
    Part.STALL: stalling.measure,
    Part.FLOOD: flooding.measure,
}


async def measured(parts: Sequence[Part], plan: MirrorPlan, kept: Path) -> MirrorFindings:
    """Measures one part after the other, each on a new database.

    Args:
        parts: which.
        plan: how much.
        kept: a folder with the migrated database that the others are copied from; it is made if it is not there.
    """
    findings = MirrorFindings()
    await migrated_copy(kept)
    for part in parts:
        with tempfile.TemporaryDirectory(prefix="cattax-bench-") as folder:
            shutil.copy(kept / DATABASE, folder)
            await _MEASURES[part](plan, Path(folder), findings)
    return findings


def main(parts: str, plan: str, written: str) -> None:
    """Measures, on the event loop that the bot has, and writes down what was found."""
    factory = None
    with suppress(ImportError):
        import uvloop  # noqa: PLC0415  # not there on every system

        factory = uvloop.new_event_loop
    with asyncio.Runner(loop_factory=factory) as runner:
        chosen, folder = [Part(part) for part in parts.split(",")], Path(written).parent
        findings = runner.run(measured(chosen, MirrorPlan(**json.loads(plan)), folder))
    Path(written).write_text(json.dumps(findings.figures))


if __name__ == "__main__":
    main(*sys.argv[1:])

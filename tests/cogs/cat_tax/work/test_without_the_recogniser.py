"""Without the extra `recogniser` pictures are still opened, and people are asked what is on them."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[4]
CAT = Path(__file__).parent / "pictures" / "chelsea.jpg"

LOOKING = """
import sys
sys.modules[sys.argv[1]] = None
from pathlib import Path
from cogs.cat_tax.work.looking import look
for _ in range(2):
    looked = look(Path(sys.argv[2]).read_bytes())
    print(looked.sight.value, looked.score, looked.trouble, len(looked.thumbnail) > 1000, looked.fingerprint > 0)
print("loaded" if sys.modules.get("onnxruntime") else "not loaded")
"""

NAMING = """
import sys
import cogs.cat_tax.cog
import cogs.cat_tax.work.looking
print(*(name for name in ("PIL", "numpy", "onnxruntime") if name in sys.modules))
"""


def printed(program: str, *words: str) -> list[str]:
    command = [sys.executable, "-c", program, *words]
    return subprocess.check_output(command, text=True, cwd=ROOT).splitlines()  # noqa: S603  # ours


@pytest.mark.parametrize("missing", ["onnxruntime", "numpy"])
def test_a_picture_is_a_maybe(missing: str) -> None:
    seen = printed(LOOKING, missing, str(CAT))
    assert seen == ["unsure None None True True"] * 2 + ["not loaded"]


def test_the_bots_own_process_loads_none_of_it() -> None:
    assert printed(NAMING) == [""]

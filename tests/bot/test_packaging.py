"""The locks, the environments made from them, and the import rules' own completeness."""

import configparser
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping
from fnmatch import fnmatch
from pathlib import Path
from typing import cast

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
ENVIRONMENT = ROOT / ".ci" / "environment"
LOCKS = ("requirements.txt", "requirements-test.txt")
OLD_PYTHON = "#!/bin/sh\necho 3.10.14\n"

# Answers what `.ci/environment` asks of a Python, makes an environment in which it stands in itself, and writes down
# what pip is asked to do.
NEW_PYTHON = """#!/bin/sh
case "$1 $2" in
    "-c "*version_info*) echo 3.12.4 ;;
    "-c "*) ;;
    "-m venv") mkdir -p "$3/bin" && cp "$0" "$3/bin/python" ;;
    *) echo "$@" >>"$NOTES" ;;
esac
"""


def project() -> Mapping[str, dict[str, object]]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def declared(where: object) -> Iterator[Requirement]:
    assert isinstance(where, list)
    for line in cast(list[object], where):
        assert isinstance(line, str)
        yield Requirement(line)


def runtime() -> list[Requirement]:
    """What `make run` installs: the dependencies and the recogniser."""
    whole = project()["project"]
    extras = whole["optional-dependencies"]
    assert isinstance(extras, dict)
    return [*declared(whole["dependencies"]), *declared(cast(dict[str, object], extras)["recogniser"])]


def tools() -> list[Requirement]:
    return list(declared(project()["dependency-groups"]["test"]))


def locked(name: str) -> dict[str, set[str]]:
    """The versions of each name (some differ by Python version), each with at least one hash."""
    found: dict[str, set[str]] = {}
    text = (ROOT / name).read_text(encoding="utf-8")
    for entry in re.sub(r"\\\n", " ", text).splitlines():
        if entry and not entry.lstrip().startswith("#"):
            match = re.match(r"([a-z0-9-]+)==([^\s;]+)", entry)
            assert match, entry
            assert re.search(r"--hash=sha256:[0-9a-f]{64}", entry), f"{entry[:60]} has no hash"
            found.setdefault(match[1], set()).add(match[2])
    return found


def test_the_model_and_its_notice_are_in_the_package() -> None:
    patterns = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"][
        "package-data"
    ]
    model = [path.name for path in (ROOT / "cogs" / "cat_tax" / "work" / "model").iterdir()]
    assert sorted(model) == ["NOTICE.md", "efficientnet-lite0-int8.onnx"]
    assert all(any(fnmatch(name, pattern) for pattern in patterns["*"]) for name in model)


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_names_no_index_and_no_machine(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert not re.search(r"://|--(extra-)?index-url|--find-links|--trusted-host|^-[ief] |\s@\s|/\w+/\w+", text, re.M)


@pytest.mark.parametrize("name", LOCKS)
def test_what_is_declared_is_locked(name: str) -> None:
    wanted = runtime() if name == "requirements.txt" else runtime() + tools()
    versions = locked(name)
    for requirement in wanted:
        at = versions.get(canonicalize_name(requirement.name), set())
        assert at, f"{requirement.name} is not in {name}: make lock"
        assert all(map(requirement.specifier.contains, at)), f"{requirement} but {at}: make lock"


def test_the_bot_runs_without_the_test_tools() -> None:
    brought_by_onnxruntime = {"packaging"}
    unwanted = {canonicalize_name(tool.name) for tool in tools()} - brought_by_onnxruntime
    assert not unwanted & set(locked("requirements.txt"))


def test_tests_run_on_what_the_bot_runs_on() -> None:
    everything = locked("requirements-test.txt")
    assert {name: everything.get(name) for name in locked("requirements.txt")} == locked("requirements.txt")


def test_the_import_rules_name_every_room() -> None:
    rules = configparser.ConfigParser()
    rules.read(ROOT / ".importlinter", encoding="utf-8")
    surface = {"bot.api", "bot.ports", "bot.domain"}
    rooms = {
        f"bot.{path.stem}"
        for path in (ROOT / "bot").iterdir()
        if (path.is_dir() and (path / "__init__.py").exists()) or (path.suffix == ".py" and path.stem != "__init__")
    }
    forbidden = set(rules["importlinter:contract:cog-surface"]["forbidden_modules"].split())
    assert forbidden == rooms - surface


BREACHES = {
    "an undeclared room": ("bot/attic/__init__.py", "", "The house"),
    "a translation that knows an adapter": (
        "bot/translation/__init__.py",
        "import bot.adapters.telegram.limits",
        "The house",
    ),
    "a port that knows the core": ("bot/ports/knowing.py", "import bot.core.catalog", "The house"),
    "an adapter that knows another": (
        "bot/adapters/discord/knowing.py",
        "import bot.adapters.telegram.limits",
        "Platforms do not know each other",
    ),
    "a cog that knows the core": ("cogs/admin/views.py", "import bot.core.catalog", "A cog knows bot.api"),
    "a cog that knows another": ("cogs/admin/views.py", "import cogs.cat_tax.rules", "No cog knows another"),
    "a bot that knows a cog": ("bot/core/knowing.py", "import cogs.admin.cog", "The bot does not import cogs"),
    "a core that knows Discord": ("bot/core/knowing.py", "import discord", "Discord's library"),
    "a core that knows Telegram": ("bot/core/knowing.py", "import telegram", "Telegram's library"),
    "a view with queries": ("cogs/admin/views.py", "import sqlalchemy", "SQLAlchemy is known to stores alone"),
    "a core with a driver": ("bot/core/knowing.py", "import aiosqlite", "Engines and drivers"),
    "rules that wait": ("cogs/cat_tax/rules/standing.py", "import asyncio", "Rules are pure"),
    "rules that know the surface": ("cogs/cat_tax/rules/standing.py", "import bot.api", "Rules are pure"),
    "a store that knows views": ("cogs/cat_tax/store.py", "import cogs.cat_tax.views", "Inside a cog"),
    "a cog of another anatomy": ("cogs/cat_tax/helpers.py", "", "Inside a cog"),
    "a view that draws": ("cogs/cat_tax/views.py", "import PIL", "Pictures and models"),
    "a core that reckons": ("bot/core/knowing.py", "import numpy", "Pictures and models"),
    "a product that knows its tests": ("bot/core/knowing.py", "import tests.kit.clock", "The product knows neither"),
}


@pytest.fixture(scope="session")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what the import rules are about."""
    folder = tmp_path_factory.mktemp("house")
    for name in ("bot", "cogs"):
        shutil.copytree(ROOT / name, folder / name, ignore=lambda _, names: [one for one in names if unimported(one)])
    shutil.copy(ROOT / ".importlinter", folder)
    return folder


def unimported(name: str) -> bool:
    return name == "__pycache__" or ("." in name and not name.endswith(".py"))


def linted(folder: Path) -> "subprocess.CompletedProcess[str]":
    tool = Path(sys.executable).parent / "lint-imports"
    return subprocess.run([tool, "--no-cache"], cwd=folder, capture_output=True, text=True, check=False)  # noqa: S603  # ours


def test_the_house_keeps_its_rules(house: Path) -> None:
    ended = linted(house)
    assert ended.returncode == 0, ended.stdout


@pytest.mark.parametrize("breach", BREACHES)
def test_the_import_rules_notice(house: Path, breach: str) -> None:
    path, code, rule = BREACHES[breach]
    changed = house / path
    before = changed.read_text(encoding="utf-8") if changed.exists() else None
    changed.parent.mkdir(exist_ok=True)
    changed.write_text(f"{before or ''}\n{code}\n", encoding="utf-8")
    try:
        ended = linted(house)
    finally:
        if before is not None:
            changed.write_text(before, encoding="utf-8")
        else:
            changed.unlink()
            if not any(changed.parent.iterdir()):
                changed.parent.rmdir()
    assert ended.returncode != 0
    assert re.search(rf"^{re.escape(rule)}.* BROKEN", ended.stdout, re.M), ended.stdout


class Made:
    """Runs `.ci/environment` in a folder, with a stand-in for Python."""

    def __init__(self, folder: Path, python: str) -> None:
        self.folder = folder
        self.notes = folder / "notes"
        self.python = folder / "a python"
        self.python.write_text(python)
        self.python.chmod(0o755)
        (folder / "locked.txt").write_text("orjson==1 --hash=sha256:0\n")

    def run(self, python: str | None = None) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(  # noqa: S603  # ours
            ["/bin/sh", ENVIRONMENT, "env", "locked.txt"],
            cwd=self.folder,
            env={**os.environ, "PYTHON": python or str(self.python), "NOTES": str(self.notes)},
            capture_output=True,
            text=True,
            check=False,
        )

    def installs(self) -> int:
        return len(self.notes.read_text().splitlines()) if self.notes.exists() else 0


def test_another_python_is_refused_in_one_line(tmp_path: Path) -> None:
    made = Made(tmp_path, OLD_PYTHON)
    ended = made.run()
    assert ended.returncode == 1
    assert ended.stderr.startswith("Cat Tax needs Python 3.11, 3.12 or 3.13; found Python 3.10.14")
    assert ended.stderr.count("\n") == 1
    assert ended.stdout == ""
    assert not (tmp_path / "env").exists()


def test_no_python_is_refused_in_one_line(tmp_path: Path) -> None:
    ended = Made(tmp_path, NEW_PYTHON).run("/nowhere/python")
    assert ended.returncode == 1
    assert ended.stderr.startswith("Cat Tax needs Python 3.11, 3.12 or 3.13; found none")
    assert ended.stderr.count("\n") == 1


def test_an_environment_is_made_from_the_lock_alone_and_once(tmp_path: Path) -> None:
    made = Made(tmp_path, NEW_PYTHON)
    assert made.run().returncode == 0
    assert "--require-hashes --requirement locked.txt" in made.notes.read_text()
    assert (tmp_path / "env" / "bin" / "cattax").exists()
    assert made.run().stdout == ""
    assert made.installs() == 1


def test_a_changed_lock_makes_it_anew(tmp_path: Path) -> None:
    made = Made(tmp_path, NEW_PYTHON)
    made.run()
    left_over = tmp_path / "env" / "left over"
    left_over.touch()
    (tmp_path / "locked.txt").write_text("orjson==2 --hash=sha256:0\n")
    assert made.run().returncode == 0
    assert made.installs() == 2
    assert not left_over.exists()


@pytest.mark.parametrize("broken", ["half-made", "without its python"])
def test_a_broken_environment_is_made_anew(tmp_path: Path, broken: str) -> None:
    made = Made(tmp_path, NEW_PYTHON)
    made.run()
    (tmp_path / "env" / ("made" if broken == "half-made" else "bin/python")).unlink()
    assert made.run().returncode == 0
    assert made.installs() == 2


def test_an_install_that_fails_is_not_taken_for_an_environment(tmp_path: Path) -> None:
    made = Made(tmp_path, NEW_PYTHON.replace('echo "$@" >>"$NOTES"', 'echo "$@" >>"$NOTES" && exit 3'))
    assert made.run().returncode == 3
    assert made.run().returncode == 3
    assert made.installs() == 2


@pytest.mark.parametrize("script", [".ci/run", ".ci/environment"])
def test_what_ci_calls_is_executable_and_parses(script: str) -> None:
    path = ROOT / script
    assert os.access(path, os.X_OK)
    shell = shutil.which(path.read_text(encoding="utf-8").splitlines()[0].split("/")[-1].split()[-1])
    assert shell is not None
    subprocess.run([shell, "-n", path], check=True)  # noqa: S603  # ours

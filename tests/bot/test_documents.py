"""The documents say what the code is: nothing declared is left out, nothing that is gone is still told."""

import inspect
import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import fields
from pathlib import Path

import discord
import pytest
from packaging.requirements import Requirement

from bot.adapters.discord.limits import RIGHTS
from bot.adapters.telegram.limits import WANTED_RIGHTS
from bot.config import Config
from bot.core.house.cog import COG as HOUSE
from bot.domain import events
from bot.domain.capabilities import Capabilities
from bot.platforms import ROOT
from bot.ports.outcome import Reason
from tests.bot.documents import everything, generated

DOCS = ROOT / "docs"
PAGES = sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md")])

TELEGRAM_RIGHTS = {
    "can_delete_messages": "Delete messages",
    "can_restrict_members": "Ban users",
    "can_invite_users": "Add users",
    "can_pin_messages": "Pin messages",
    "can_manage_topics": "Manage topics",
}
"""Rights by the names that Telegram's own settings show."""


def read(path: str) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


def section(text: str, heading: str) -> str:
    """What stands under a heading, up to the next of the same or a higher level."""
    level = len(heading) - len(heading.lstrip("#"))
    _, found, rest = f"\n{text}".partition(f"\n{heading}\n")
    assert found, f"no {heading!r}"
    return re.split(rf"\n#{{1,{level}}} ", rest)[0]


def first_cells(text: str) -> list[str]:
    """The first cells of all tables' rows, without the heads."""
    rows = [line.strip().strip("|").split("|") for line in text.splitlines() if line.strip().startswith("|")]
    return [
        row[0].strip()
        for row, after in zip(rows, [*rows[1:], [""]], strict=True)
        if not set(row[0].strip()) <= {"-"} and not set(after[0].strip() or "x") <= {"-"}
    ]


def named(cells: Iterable[str]) -> list[str]:
    """What stands in backticks in cells."""
    return [name for cell in cells for name in re.findall(r"`([^`]+)`", cell)]


@pytest.mark.parametrize("name", [".env.example", "README.md", "docs/commands.md", "docs/settings.md"])
def test_a_generated_document_is_current(name: str) -> None:
    assert read(name) == generated()[ROOT / name], f"{name} is not what is declared: make docs"


def test_every_command_and_setting_is_documented() -> None:
    catalog, _ = everything()
    commands, settings = read("docs/commands.md"), read("docs/settings.md")
    for name in catalog.commands:
        assert re.search(rf"`/{name}[ `]", commands)
    for cog in catalog.cogs.values():
        for setting in cog.settings:
            assert f"(`{setting.key}`)" in settings
    assert HOUSE.name in catalog.cogs


def test_every_variable_is_documented() -> None:
    variables = named(first_cells(section(read("README.md"), "## Settings of the operator")))
    assert variables == [variable.name for variable in Config.variables()]


def test_the_readme_opens_with_the_cat_and_the_two_commands() -> None:
    text = read("README.md")
    picture = re.search(r'<img src="([^"]+)"[^>]* alt="[^"]*spy[^"]*"', text)
    assert picture
    assert (ROOT / picture[1]).is_file()
    assert text.index(picture[0]) < text.index("# Cat Tax") < text.index("make run ") < text.index("make test ")
    assert text.index("make test ") < text.index("## ")


def test_the_invitation_asks_for_the_rights_that_features_use() -> None:
    text = section(read("README.md"), "## Put it on Discord")
    invitation = re.search(r"scope=bot\+applications\.commands&permissions=(\d+)", text)
    assert invitation
    assert int(invitation[1]) == discord.Permissions(**{name: True for name, _ in RIGHTS}).value
    told = {cell.lower().replace(" ", "_").removesuffix("s") for cell in first_cells(text)}
    assert {name.removesuffix("s") for name, _ in RIGHTS} <= told


def test_telegrams_rights_are_told() -> None:
    cells = first_cells(section(read("README.md"), "## Put it into a Telegram group"))
    for right in (*WANTED_RIGHTS, "can_manage_topics"):
        assert any(cell.startswith(TELEGRAM_RIGHTS[right]) for cell in cells), right


def test_every_event_is_in_the_vocabulary() -> None:
    classes = [
        name
        for name, value in vars(events).items()
        if inspect.isclass(value) and issubclass(value, events.Event) and value is not events.Event
    ]
    assert named(first_cells(section(read("docs/vocabulary.md"), "## Events"))) == classes


def test_every_capability_is_in_the_vocabulary() -> None:
    told = named(first_cells(section(read("docs/vocabulary.md"), "## Capabilities")))
    assert sorted(told) == sorted(field.name for field in fields(Capabilities))


def test_every_refusal_is_in_the_vocabulary() -> None:
    told = named(first_cells(section(read("docs/vocabulary.md"), "## Refusals")))
    assert told == [reason.value for reason in Reason]


def test_every_dependency_has_its_reasons() -> None:
    project = tomllib.loads(read("pyproject.toml"))
    page = read("docs/dependencies.md")
    for heading, lines in (
        ("## What runs", project["project"]["dependencies"]),
        ("## What runs with the extra `recogniser`", project["project"]["optional-dependencies"]["recogniser"]),
        ("## What tests", project["dependency-groups"]["test"]),
    ):
        names = [Requirement(line).name for line in lines]
        assert names == sorted(names)
        assert first_cells(section(page, heading)) == names
    rows = [line for line in page.splitlines() if re.match(r"\| [a-z]", line) and not line.startswith("| name ")]
    for row in rows:
        cells = [cell.strip() for cell in row.strip("|").split("|")]
        assert len(cells) == 5, row
        assert all(cells), row
        assert re.fullmatch(r"20\d\d-\d\d", cells[3]), row


def test_every_metric_is_documented() -> None:
    source = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "bot").rglob("*.py"))
    counters = set(re.findall(r'Counter\(\s*"(cattax_\w+)"', source))
    gauges = set(re.findall(r'(?:Gauge|Histogram|Summary)\(\s*"(cattax_\w+)"', source))
    assert counters
    told = {name.split("{")[0] for name in named(first_cells(read("docs/operating.md"))) if name.startswith("cattax_")}
    assert told == {f"{name}_total" for name in counters} | gauges


def rooms() -> Iterator[str]:
    """The tree as it is: what stands in ``bot``, all packages, and the folders beside it."""
    for path in sorted((ROOT / "bot").glob("*.py")):
        if path.name != "__init__.py":
            yield f"bot/{path.name}"
    for top in ("bot", "cogs"):
        for path in sorted((ROOT / top).rglob("*.py")):
            folder = path.parent.relative_to(ROOT)
            if not (top == "cogs" and len(folder.parts) > 2):  # a cog's anatomy is its own
                yield f"{folder}/"
    for path in sorted((ROOT / "tests").iterdir()):
        if path.is_dir() and any(path.rglob("*.py")):
            yield f"tests/{path.name}/"


def test_the_tree_of_the_architecture_is_the_tree() -> None:
    block = section(read("docs/architecture.md"), "## The rooms").split("```")[1]
    told = [line.split()[0] for line in block.splitlines()[1:] if line.strip()]
    for place in told:
        assert (ROOT / place).is_dir() if place.endswith("/") else (ROOT / place).is_file(), place
    assert len(set(told)) == len(told)
    assert sorted(set(rooms()) - set(told)) == []
    assert all(len(line.split(maxsplit=1)) == 2 for line in block.splitlines()[1:] if line.strip())


def anchors(page: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.M)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_leads_somewhere(page: Path) -> None:
    text = re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.S)
    for target in re.findall(r"\]\(([^)\s]+)\)", text) + re.findall(r'(?:src|href)="([^"]+)"', text):
        if "://" in target:
            continue
        path, _, anchor = target.partition("#")
        to = (page.parent / path).resolve() if path else page
        assert to.exists(), f"{page.name}: {target}"
        assert not anchor or anchor in anchors(to), f"{page.name}: {target}"


def test_every_page_of_the_docs_is_in_the_readme() -> None:
    text = read("README.md")
    for page in DOCS.glob("*.md"):
        assert f"docs/{page.name}" in text, page.name


def test_the_changelog_has_what_is_to_come() -> None:
    assert re.search(r"^## Unreleased$", read("CHANGELOG.md"), re.M)


def test_the_licence_is_whole() -> None:
    text = read("LICENSE")
    assert "Version 2.0, January 2004" in text
    assert "END OF TERMS AND CONDITIONS" in text
    assert tomllib.loads(read("pyproject.toml"))["project"]["license"] == "Apache-2.0"


def test_nothing_names_an_index_or_a_machine() -> None:
    # Put together here, so that this file does not find itself.
    hosts = "|".join((r"pypi\." + "org", "python" + r"hosted\.org", r"registry\.npm" + r"js\.org"))
    machine = r"(?<!\w)/" + r"(?:work|root|tmp/bash_jobs)/\w"  # a cog's own work/ is none
    places = [ROOT / name for name in ("bot", "cogs", "tests", "bench", "docs", "locales", ".ci")]
    files = [
        path for place in places for path in place.rglob("*") if path.is_file() and "__pycache__" not in path.parts
    ]
    files += [path for path in ROOT.iterdir() if path.is_file() and path.name != ".env"]
    for path in files:
        found = re.search(rf"{hosts}|{machine}", path.read_bytes().decode("utf-8", "replace"))
        assert found is None, f"{path.relative_to(ROOT)}: {found and found[0]}"

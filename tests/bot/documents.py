"""The documents that are written from declarations: ``python -m tests.bot.documents`` writes them anew."""

from collections.abc import Mapping
from pathlib import Path

from bot.config import example
from bot.core.catalog import Catalog
from bot.core.discovery import discover
from bot.core.handbook import commands_page, settings_page, variables_table
from bot.core.house.cog import COG as HOUSE
from bot.core.locale import Library

ROOT = Path(__file__).parents[2]

VARIABLES = ("<!-- variables -->\n", "\n<!-- /variables -->")
"""What stands around the table of variables in the README."""


def declared() -> tuple[Catalog, Library]:
    """Everything that is declared, and its words."""
    found = discover()
    folders = [ROOT / "locales", *(one.locales for one in found if one.locales is not None)]
    return Catalog([HOUSE, *(one.cog for one in found)]), Library.load(folders, strict=True)


def readme(text: str) -> str:
    """The README with the table of variables as it should be."""
    begin, end = VARIABLES
    before, _, rest = text.partition(begin)
    _, _, after = rest.partition(end)
    return before + begin + variables_table() + end + after


def generated() -> Mapping[Path, str]:
    """What each generated document should say."""
    catalog, words = declared()
    front = ROOT / "README.md"
    return {
        front: readme(front.read_text(encoding="utf-8")),
        ROOT / ".env.example": example(),
        ROOT / "docs" / "commands.md": commands_page(catalog, words),
        ROOT / "docs" / "settings.md": settings_page(catalog, words),
    }


def write() -> None:
    """Writes them anew."""
    for path, text in generated().items():
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write()

"""The documents that are written from declarations: ``python -m tests.bot.documents`` writes them anew."""

import re
from collections.abc import Mapping
from pathlib import Path

from bot.bootstrap import declared
from bot.config import example
from bot.core.catalog import Catalog
from bot.core.handbook import commands_page, settings_page, variables_table
from bot.core.locale import Library
from bot.platforms import LOCALES, ROOT

_VARIABLES = re.compile(r"(?<=<!-- variables -->\n).*?(?=<!-- /variables -->)", re.DOTALL)


def everything() -> tuple[Catalog, Library]:
    """All that is declared, and its words; a missing one raises."""
    cogs = declared()
    own = [one.locales for one in cogs.found if one.locales is not None]
    return cogs.catalog, Library.load([LOCALES, *own], strict=True)


def readme(text: str) -> str:
    """The README with the table of variables as it should be."""
    written, count = _VARIABLES.subn(lambda _: variables_table() + "\n", text)
    if count != 1:
        raise ValueError("the README has no place for the variables")
    return written


def generated() -> Mapping[Path, str]:
    """What each generated document should say."""
    catalog, words = everything()
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

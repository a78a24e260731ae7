"""All tables of the core, in one place: importing this has imported every store that brings some."""

from bot.core import (
    audit,
    codes,
    communities,
    drafts,
    identity,
    inbox,
    jobs,
    outbox,
    places,
    settings_store,
    tokens,
    translation_store,
    watches,
)
from bot.core.house import store as reports
from bot.core.mirror import tables as mirror
from bot.core.tables import METADATA

__all__ = ["METADATA", "STORES"]

STORES = (
    audit,
    codes,
    communities,
    drafts,
    identity,
    inbox,
    jobs,
    mirror,
    outbox,
    places,
    reports,
    settings_store,
    tokens,
    translation_store,
    watches,
)
"""The modules that declare them."""

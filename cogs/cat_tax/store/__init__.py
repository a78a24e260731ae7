"""What the cat tax keeps, and its queries."""

from cogs.cat_tax.store.tables import METADATA

__all__ = ["METADATA"]

"""What translating keeps: chats, the words of one day, choices, consent and the glossary."""

from cogs.translate.store.tables import METADATA

__all__ = ["METADATA"]

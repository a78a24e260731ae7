"""What a community settled about translating, offered by the cog that translates; and who tells members of it."""

from collections.abc import Collection
from typing import Protocol, runtime_checkable

from bot.domain.languages import Language
from bot.ports.translator import Term


@runtime_checkable
class TranslationRules(Protocol):
    """Whom a community lets see its words, and its glossary."""

    async def consent(self) -> frozenset[str]:
        """Names of the public services that an admin accepted."""
        ...

    async def terms(self, languages: Collection[Language]) -> tuple[Term, ...]:
        """The glossary's terms between these languages."""
        ...


@runtime_checkable
class ServicesTold(Protocol):
    """Tells chats which services see their words; offered by a cog whose notices name them."""

    async def services_changed(self) -> None:
        """Puts the notices of the community right."""
        ...

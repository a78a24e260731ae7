"""What the house itself offers to cogs: accounts, clubs, settings, records and the catalogue of what there is."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Protocol

from bot.api.settings import DeclaredSetting, Stored
from bot.domain.author import Account
from bot.domain.languages import Language
from bot.domain.locales import Locale
from bot.domain.refs import CommunityId, PersonId, PlaceId, SpaceRef, UserRef
from bot.ports.gateway import CommandSpec

JsonValue = str | int | float | bool | None | Sequence["JsonValue"] | Mapping[str, "JsonValue"]
"""What an export is made of."""


class CodeFailure(Enum):
    """Why a one-time code did not work. The value is the end of the key of the text that tells so."""

    WRONG = "wrong"
    EXPIRED = "expired"
    SAME = "same"
    TOO_MANY = "too-many"


@dataclass(frozen=True, slots=True)
class PersonFile:
    """What is kept of a person by the house.

    Attributes:
        locale: their own choice of language, or None.
        zone: their time zone's IANA name, or None.
        hint: the language tag that their platform last gave.
        offered: True once they were offered the other languages.
        untranslated: True when their words are never to be sent to a translation service.
    """

    id: PersonId
    locale: Locale | None
    zone: str | None
    hint: str | None
    offered: bool = False
    untranslated: bool = False


class Accounts(Protocol):
    """Persons and their accounts."""

    async def file(self, person: PersonId) -> PersonFile:
        """What is kept of a person."""
        ...

    async def zones(self, people: Collection[PersonId]) -> Mapping[PersonId, str]:
        """The time zones (IANA names) of those of them who chose one, in one go."""
        ...

    async def of(self, person: PersonId) -> Sequence[UserRef]:
        """A person's accounts."""
        ...

    async def of_all(self, persons: Collection[PersonId]) -> Mapping[PersonId, Sequence[UserRef]]:
        """The accounts of many persons at once, by person; who is unknown is left out."""
        ...

    async def find(self, user: UserRef) -> PersonId | None:
        """The person behind an account, when they are known."""
        ...

    async def meet(self, account: Account) -> PersonId:
        """The person behind an account, who is known from now on."""
        ...

    def mark(self, user: UserRef) -> str:
        """A keyed hash of an account's id, the same for as long as this installation lives.

        By it an account is known again that was forgotten in between, and nobody can tell from it whose it is.
        """
        ...

    async def choose_locale(self, person: PersonId, locale: Locale | None) -> None:
        """Keeps a person's own choice of language; None follows the platform again."""
        ...

    async def choose_translation(self, person: PersonId, allowed: bool) -> None:
        """Keeps whether a person's words may be sent to translation services."""
        ...

    async def choose_zone(self, person: PersonId, zone: str | None) -> None:
        """Keeps a person's time zone by its IANA name."""
        ...

    async def start_link(self, person: PersonId) -> str:
        """A one-time code that another account redeems within ten minutes."""
        ...

    async def finish_link(self, user: UserRef, code: str) -> CodeFailure | None:
        """Makes the account one with the person who started; every cog is told. None when it worked."""
        ...

    async def unlink(self, user: UserRef) -> bool:
        """Makes an account a person of its own again; every cog is told. False when it was the only one."""
        ...


class Clubs(Protocol):
    """Communities and the spaces bound to them."""

    async def spaces(self, community: CommunityId) -> Sequence[tuple[SpaceRef, str]]:
        """The spaces of a community with their names."""
        ...

    async def start(self, community: CommunityId) -> str:
        """A one-time code by which another space joins this community."""
        ...

    async def finish(self, space: SpaceRef, by: PersonId, code: str) -> CodeFailure | None:
        """Binds a space to the community that started. None when it worked."""
        ...

    async def leave(self, space: SpaceRef, by: PersonId) -> bool:
        """Makes a space a community of its own again. False when it was alone already."""
        ...


@dataclass(frozen=True, slots=True)
class SettingEntry:
    """A declared setting and who declared it."""

    cog: str
    setting: DeclaredSetting


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """An act worth remembering: a text key of a cog's with what it names."""

    at: datetime
    cog: str
    act: str
    args: tuple[tuple[str, str], ...]
    by: PersonId | None


class SettingsBook(Protocol):
    """All declared settings and their values."""

    def cogs(self) -> Sequence[str]:
        """The cogs that have settings, in the order of their names."""
        ...

    def of(self, cog: str) -> Sequence[SettingEntry]:
        """A cog's settings, in the order declared."""
        ...

    async def value(self, community: CommunityId, entry: SettingEntry, place: PlaceId | None) -> Stored:
        """The value in force, as it is kept."""
        ...

    async def change(
        self, community: CommunityId, entry: SettingEntry, place: PlaceId | None, value: Stored, by: PersonId
    ) -> bool:
        """Puts a value in force and into the audit list; False when the setting does not take it."""
        ...

    async def cog_enabled(self, community: CommunityId, cog: str) -> bool:
        """Whether a cog is on."""
        ...

    async def audit(self, community: CommunityId, before: datetime | None, limit: int) -> Sequence[AuditEntry]:
        """The audit list, the newest first."""
        ...


class Records(Protocol):
    """Everything kept of a person, over all cogs."""

    async def export(self, person: PersonId) -> Mapping[str, JsonValue]:
        """What each cog keeps of a person, by cog."""
        ...

    async def forget(self, person: PersonId) -> None:
        """Erases a person from every cog and from the house."""
        ...


@dataclass(frozen=True, slots=True)
class Operator:
    """Who runs this bot and where, as ``/privacy`` tells. Empty when not configured."""

    name: str
    contact: str
    data_location: str


class Catalogue(Protocol):
    """What there is."""

    @property
    def commands(self) -> Sequence[tuple[str, CommandSpec]]:
        """All commands, each with its cog's name."""
        ...

    @property
    def operator(self) -> Operator:
        """Who runs this bot."""
        ...

    @property
    def kept(self) -> Sequence[tuple[str, str]]:
        """Texts in which cogs say what they keep of people, each with its cog's name and its key."""
        ...


class Languages(Protocol):
    """What languages are called."""

    def name_in(self, language: Language, locale: Locale) -> str:
        """A language's name in one of the bot's own, as it stands alone."""
        ...

    def own_name(self, language: Language) -> str:
        """A language's name in itself, or in English where that is not known."""
        ...

    def language_named(self, words: str) -> Language | None:
        """The language that somebody means by a name (in any of the bot's languages, or its own) or a tag."""
        ...

    def languages_like(self, typed: str, locale: Locale) -> Sequence[Language]:
        """The languages that begin like what was typed so far, the most used first; at most 25."""
        ...

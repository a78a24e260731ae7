"""The operator's settings, read explicitly from the environment and ``.env``, never at import.

Each field is a variable of ``.env.example``, which is written from these declarations (``python -m bot check
--example``).
A wrong value is one clear line that names the variable; a secret's value is never in it.
"""

import os
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Self, TypeVar, cast, get_type_hints
from urllib.parse import urlsplit

from bot.domain.errors import ConfigurationError
from bot.domain.locales import Locale


class PlaygroundSwitch(StrEnum):
    """When the playground is on."""

    AUTO = "auto"
    ON = "on"
    OFF = "off"


class LogFormat(StrEnum):
    """How log lines are written."""

    CONSOLE = "console"
    JSON = "json"


class LogLevel(StrEnum):
    """From which level on lines are logged."""

    DEBUG = "debug"
    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


class TranslationService(StrEnum):
    """Who translates. The order is the one that is used when none is set: what is one's own, paid, and public."""

    LIBRETRANSLATE = "libretranslate"
    DEEPL = "deepl"
    MICROSOFT = "microsoft"
    APERTIUM = "apertium"
    GOOGLE = "google"
    MYMEMORY = "mymemory"


@dataclass(frozen=True, slots=True)
class Secret:
    """Something that is not shown where it is printed by mistake."""

    value: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Variable:
    """A variable of the environment.

    Attributes:
        name: in capitals.
        default: when it is empty.
        description: what ``.env.example`` says.
        read: makes the value of what is written; raises ValueError with a hint that does not repeat it.
    """

    name: str
    default: object
    description: str
    read: Callable[[str], object]


@dataclass(frozen=True, slots=True)
class _As:
    """How a field is written: what reads it, and what it is for."""

    read: Callable[[str], object]
    description: str


_Choice = TypeVar("_Choice", bound=StrEnum)


def _choice(choices: type[_Choice]) -> Callable[[str], _Choice]:
    def read(written: str) -> _Choice:
        for one in choices:
            if one.value.casefold() == written.casefold():
                return one
        raise ValueError(f"is one of {', '.join(choices)}")

    return read


def _token(written: str) -> Secret | None:
    if re.search(r"\s", written):
        raise ValueError("a token has no spaces in it; copy it again")
    return Secret(written)


def _webhook_secret(written: str) -> Secret | None:
    if not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", written):
        raise ValueError("use 1 to 256 of A-Z a-z 0-9 _ -")
    return Secret(written)


def _address(written: str) -> str:
    try:
        parts = urlsplit(written)
    except ValueError:
        raise ValueError("is no address") from None
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise ValueError("write an address that begins with https://")
    return written.rstrip("/")


def _database(written: str) -> str:
    if not written.startswith(("sqlite+aiosqlite://", "postgresql+asyncpg://")):
        raise ValueError("begin it with sqlite+aiosqlite:/// or postgresql+asyncpg://")
    return written


def _port(written: str) -> int:
    if not re.fullmatch(r"[0-9]{1,5}", written) or int(written) > 65_535:
        raise ValueError("is a number from 0 to 65535")
    return int(written)


def _key(written: str) -> Secret | None:
    if re.search(r"\s", written):
        raise ValueError("a key has no spaces in it; copy it again")
    return Secret(written)


def _region(written: str) -> str:
    if not re.fullmatch(r"[A-Za-z0-9-]{1,40}", written):
        raise ValueError("is the name of a region, for example westeurope")
    return written


def _characters(written: str) -> int:
    if not re.fullmatch(r"[0-9]{1,15}", written):
        raise ValueError("is a number of characters, written in digits alone")
    return int(written)


def _services(written: str) -> tuple[TranslationService, ...]:
    names = [part.strip() for part in written.split(",") if part.strip()]
    read = _choice(TranslationService)
    try:
        return tuple(dict.fromkeys(read(name) for name in names))
    except ValueError:
        raise ValueError(f"has names parted by commas, each one of {', '.join(TranslationService)}") from None


def _ids(written: str) -> frozenset[str]:
    return frozenset(part.strip() for part in written.split(",") if part.strip())


@dataclass(frozen=True, slots=True)
class Config:
    """What an operator can set. The descriptions are what ``.env.example`` says."""

    discord_token: Annotated[Secret | None, _As(_token, "The Discord bot's token. Empty: Discord is off.")] = None
    discord_api_base: Annotated[
        str, _As(_address, "Discord's REST address: a proxy, or any compatible server. It is asked for the gateway's.")
    ] = "https://discord.com/api/v10"
    telegram_token: Annotated[Secret | None, _As(_token, "The Telegram bot's token. Empty: Telegram is off.")] = None
    telegram_api_base: Annotated[str, _As(_address, "The Bot API's address, for example of a server of your own.")] = (
        "https://api.telegram.org"
    )
    telegram_webhook_url: Annotated[
        str, _As(_address, "The public https address at which Telegram reaches this bot. Empty: long polling.")
    ] = ""
    telegram_webhook_secret: Annotated[
        Secret | None,
        _As(
            _webhook_secret,
            "Shared with Telegram, so that nobody else can post to the webhook: A-Z a-z 0-9 _ -, 1 to 256.",
        ),
    ] = None
    database_url: Annotated[
        str,
        _As(
            _database,
            "Where everything is kept: sqlite+aiosqlite:///FILE or postgresql+asyncpg://USER:PASSWORD@HOST/NAME.",
        ),
    ] = "sqlite+aiosqlite:///data/cattax.db"
    web_host: Annotated[str, _As(str, "The address that the web server listens on.")] = "127.0.0.1"
    web_port: Annotated[int, _As(_port, "Its port.")] = 8080
    web_base_url: Annotated[
        str,
        _As(
            _address,
            "The public https address of this web server, if there is one: members' pictures cross bridges by it.",
        ),
    ] = ""
    playground: Annotated[
        PlaygroundSwitch,
        _As(_choice(PlaygroundSwitch), "The playground in the browser: on, off, or auto (on when no token is set)."),
    ] = PlaygroundSwitch.AUTO
    default_locale: Annotated[
        Locale, _As(_choice(Locale), "The language when nothing else is known: en, zh-Hans, zh-Hant or es.")
    ] = Locale.ENGLISH
    log_level: Annotated[LogLevel, _As(_choice(LogLevel), "debug, info, warning or error.")] = LogLevel.INFO
    log_format: Annotated[LogFormat, _As(_choice(LogFormat), "console for people, json for machines.")] = (
        LogFormat.CONSOLE
    )
    allowed_spaces: Annotated[
        frozenset[str], _As(_ids, "Ids of the servers and groups it may be in, parted by commas. Empty: any.")
    ] = frozenset()
    translators: Annotated[
        tuple[TranslationService, ...],
        _As(
            _services,
            "Who translates, in this order, parted by commas: libretranslate, deepl, microsoft, apertium, google, "
            "mymemory. Empty: all that are set up below, then google and mymemory, which need no key, and which each "
            "community accepts first.",
        ),
    ] = ()
    libretranslate_url: Annotated[
        str, _As(_address, "A LibreTranslate server, for example http://127.0.0.1:5000 beside the bot.")
    ] = ""
    libretranslate_api_key: Annotated[Secret | None, _As(_key, "Its key, where it wants one.")] = None
    deepl_api_key: Annotated[Secret | None, _As(_key, "A key of DeepL; one that ends in :fx is of the free plan.")] = (
        None
    )
    microsoft_api_key: Annotated[Secret | None, _As(_key, "A key of Microsoft Translator.")] = None
    microsoft_region: Annotated[str, _As(_region, "The region that the key is of, where it is of one.")] = ""
    apertium_url: Annotated[str, _As(_address, "An Apertium web service, for example http://127.0.0.1:2737.")] = ""
    translation_daily_characters: Annotated[
        int, _As(_characters, "How much each paid or public service translates a day (UTC), in all.")
    ] = 500_000
    translation_daily_characters_per_community: Annotated[
        int, _As(_characters, "The same for each community: after 80 % only what somebody asks for.")
    ] = 100_000
    operator_name: Annotated[str, _As(str, "Who runs this bot, as /privacy tells.")] = ""
    operator_contact: Annotated[str, _As(str, "How to reach them, as /privacy tells.")] = ""
    data_location: Annotated[str, _As(str, "Where the data is kept (a country, a provider), as /privacy tells.")] = ""

    @classmethod
    def of(cls, written: Mapping[str, str]) -> Self:
        """Reads what is written.

        Args:
            written: by the variables' names; what is empty is not set, and what is no variable is not looked at.

        Raises:
            ExceptionGroup: of one :class:`ConfigurationError` for each wrong variable.
        """
        values: dict[str, object] = {}
        wrong: list[ConfigurationError] = []
        for variable in cls.variables():
            if words := written.get(variable.name, "").strip():
                try:
                    values[variable.name.lower()] = variable.read(words)
                except ValueError as error:
                    wrong.append(ConfigurationError(variable.name, str(error)))
        if wrong:
            raise ExceptionGroup("wrong configuration", wrong)
        return cast("Callable[..., Self]", cls)(**values)

    @classmethod
    def variables(cls) -> Sequence[Variable]:
        """What can be set, in the order of the declarations."""
        declared = get_type_hints(cls, include_extras=True)
        as_written = {name: next(iter(hint.__metadata__)) for name, hint in declared.items()}
        return [
            Variable(one.name.upper(), one.default, as_written[one.name].description, as_written[one.name].read)
            for one in fields(cls)
        ]

    @property
    def playground_on(self) -> bool:
        """Whether the playground is served."""
        if self.playground is PlaygroundSwitch.AUTO:
            return self.discord_token is None and self.telegram_token is None
        return self.playground is PlaygroundSwitch.ON

    @property
    def secrets(self) -> frozenset[str]:
        """What must never be logged."""
        given = (
            self.discord_token,
            self.telegram_token,
            self.telegram_webhook_secret,
            self.libretranslate_api_key,
            self.deepl_api_key,
            self.microsoft_api_key,
        )
        found = {one.value for one in given if one is not None}
        password = urlsplit(self.database_url).password
        return frozenset(found | ({password} if password else set()))


def read_config(env_file: Path | None = Path(".env")) -> Config:
    """Reads the environment, and a file beside it, which has less to say. What is empty is not set.

    Raises:
        ExceptionGroup: of one :class:`ConfigurationError` for each wrong variable.
    """
    written = {} if env_file is None else _in_file(env_file)
    config = Config.of(written | {name: value for name, value in os.environ.items() if value.strip()})
    wrong = list(_contradictions(config))
    if wrong:
        raise ExceptionGroup("wrong configuration", wrong)
    return config


def _in_file(env_file: Path) -> dict[str, str]:
    if not env_file.is_file():
        return {}
    from dotenv import dotenv_values  # noqa: PLC0415  # not where there is no such file

    try:
        found = dotenv_values(env_file, encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        wrong = ConfigurationError(str(env_file), "cannot be read; it has to be text in UTF-8 that this user may read")
        raise ExceptionGroup("wrong configuration", [wrong]) from None
    return {name: value for name, value in found.items() if value is not None}


def _contradictions(config: Config) -> Iterator[ConfigurationError]:
    if config.telegram_webhook_url and config.telegram_webhook_secret is None:
        yield ConfigurationError(
            "TELEGRAM_WEBHOOK_SECRET", "is needed with TELEGRAM_WEBHOOK_URL, or anybody could post to the webhook"
        )
    if config.telegram_webhook_url and not config.telegram_webhook_url.startswith("https://"):
        host = urlsplit(config.telegram_webhook_url).hostname
        if host not in {"127.0.0.1", "localhost", "::1"}:
            yield ConfigurationError("TELEGRAM_WEBHOOK_URL", "Telegram only posts to https:// addresses")
    needed = {
        TranslationService.LIBRETRANSLATE: ("LIBRETRANSLATE_URL", config.libretranslate_url),
        TranslationService.DEEPL: ("DEEPL_API_KEY", config.deepl_api_key),
        TranslationService.MICROSOFT: ("MICROSOFT_API_KEY", config.microsoft_api_key),
        TranslationService.APERTIUM: ("APERTIUM_URL", config.apertium_url),
    }
    for name, (variable, value) in needed.items():
        if name in config.translators and not value:
            yield ConfigurationError(variable, f"is needed, since TRANSLATORS names {name}")
    if config.playground_on and config.web_host not in {"127.0.0.1", "localhost", "::1"}:
        yield ConfigurationError(
            "PLAYGROUND", "anybody can be anybody in it, so it only runs while WEB_HOST is 127.0.0.1"
        )


def example() -> str:
    """The text of ``.env.example``."""
    lines = ["# Cat Tax: copy this file to .env and fill in what you need. Every line may stay empty.", ""]
    for variable in Config.variables():
        lines += [f"# {variable.description}", f"{variable.name}={_shown(variable.default)}", ""]
    return "\n".join(lines).rstrip() + "\n"


def _shown(default: object) -> str:
    """A default as it would be written."""
    return "" if default is None or default in (frozenset(), ()) else str(default)

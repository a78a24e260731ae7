"""The operator's settings, read explicitly from the environment and ``.env``, never at import.

Each field is a variable of ``.env.example``, which is written from these declarations (``python -m bot check
--example``).
A wrong value is one clear line that names the variable; a secret's value is never in it.
"""

import re
from collections.abc import Callable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated, cast
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

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


_SECRET_PATTERN = re.compile(r"[A-Za-z0-9_-]{1,256}")


class Config(BaseSettings):
    """What an operator can set. The descriptions are what ``.env.example`` says."""

    model_config = SettingsConfigDict(
        env_file=".env", env_file_encoding="utf-8", extra="ignore", frozen=True, env_ignore_empty=True
    )

    discord_token: SecretStr | None = Field(default=None, description="The Discord bot's token. Empty: Discord is off.")
    discord_api_base: str = Field(
        default="https://discord.com/api/v10",
        description="Discord's REST address: a proxy, or any compatible server. It is asked for the gateway's.",
    )
    telegram_token: SecretStr | None = Field(
        default=None, description="The Telegram bot's token. Empty: Telegram is off."
    )
    telegram_api_base: str = Field(
        default="https://api.telegram.org", description="The Bot API's address, for example of a server of your own."
    )
    telegram_webhook_url: str = Field(
        default="", description="The public https address at which Telegram reaches this bot. Empty: long polling."
    )
    telegram_webhook_secret: SecretStr | None = Field(
        default=None,
        description="Shared with Telegram, so that nobody else can post to the webhook: A-Z a-z 0-9 _ -, 1 to 256.",
    )
    database_url: str = Field(
        default="sqlite+aiosqlite:///data/cattax.db",
        description="Where everything is kept: sqlite+aiosqlite:///FILE or postgresql+asyncpg://USER:PASSWORD@HOST/NAME.",
    )
    web_host: str = Field(default="127.0.0.1", description="The address that the web server listens on.")
    web_port: int = Field(default=8080, ge=0, le=65535, description="Its port.")
    web_base_url: str = Field(default="", description="The public address of this web server, if there is one.")
    playground: PlaygroundSwitch = Field(
        default=PlaygroundSwitch.AUTO,
        description="The playground in the browser: on, off, or auto (on when no token is set).",
    )
    default_locale: Locale = Field(
        default=Locale.ENGLISH, description="The language when nothing else is known: en, zh-Hans, zh-Hant or es."
    )
    log_level: LogLevel = Field(default=LogLevel.INFO, description="debug, info, warning or error.")
    log_format: LogFormat = Field(default=LogFormat.CONSOLE, description="console for people, json for machines.")
    allowed_spaces: Annotated[frozenset[str], NoDecode] = Field(
        default=frozenset(), description="Ids of the servers and groups it may be in, parted by commas. Empty: any."
    )
    operator_name: str = Field(default="", description="Who runs this bot, as /privacy tells.")
    operator_contact: str = Field(default="", description="How to reach them, as /privacy tells.")
    data_location: str = Field(
        default="", description="Where the data is kept (a country, a provider), as /privacy tells."
    )

    @field_validator("allowed_spaces", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        if isinstance(value, str):
            return frozenset(part.strip() for part in value.split(",") if part.strip())
        return value

    @field_validator("log_level", "log_format", "playground", mode="before")
    @classmethod
    def _lower(cls, value: object) -> object:
        return value.strip().lower() if isinstance(value, str) else value

    @field_validator("discord_token", "telegram_token")
    @classmethod
    def _token(cls, value: SecretStr | None) -> SecretStr | None:
        if value is None or not value.get_secret_value().strip():
            return None
        if re.search(r"\s", value.get_secret_value().strip()):
            raise ValueError("a token has no spaces in it; copy it again")
        return SecretStr(value.get_secret_value().strip())

    @field_validator("telegram_webhook_secret")
    @classmethod
    def _webhook_secret(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and not _SECRET_PATTERN.fullmatch(value.get_secret_value()):
            raise ValueError("use 1 to 256 of A-Z a-z 0-9 _ -")
        return value

    @field_validator("discord_api_base", "telegram_api_base", "telegram_webhook_url", "web_base_url")
    @classmethod
    def _address(cls, value: str) -> str:
        if not value:
            return value
        parts = urlsplit(value)
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            raise ValueError("write an address that begins with https://")
        return value.rstrip("/")

    @field_validator("database_url")
    @classmethod
    def _database(cls, value: str) -> str:
        if not value.startswith(("sqlite+aiosqlite://", "postgresql+asyncpg://")):
            raise ValueError("begin it with sqlite+aiosqlite:/// or postgresql+asyncpg://")
        return value

    @property
    def playground_on(self) -> bool:
        """Whether the playground is served."""
        if self.playground is PlaygroundSwitch.AUTO:
            return self.discord_token is None and self.telegram_token is None
        return self.playground is PlaygroundSwitch.ON

    @property
    def secrets(self) -> frozenset[str]:
        """What must never be logged."""
        given = (self.discord_token, self.telegram_token, self.telegram_webhook_secret)
        found = {one.get_secret_value() for one in given if one is not None}
        password = urlsplit(self.database_url).password
        return frozenset(found | ({password} if password else set()))


def problems_in(error: ValidationError) -> Iterator[ConfigurationError]:
    """One error for each wrong variable, in our words and without its value."""
    for one in error.errors(include_input=False, include_context=True):
        variable = str(one["loc"][0]).upper() if one["loc"] else "configuration"
        yield ConfigurationError(variable, one["msg"].removeprefix("Value error, "))


def read_config(env_file: Path | None = Path(".env")) -> Config:
    """Reads the environment, and a file beside it.

    Raises:
        ExceptionGroup: of one :class:`ConfigurationError` for each wrong variable.
    """
    try:
        config = cast(Callable[..., Config], Config)(_env_file=env_file)
    except ValidationError as error:
        raise ExceptionGroup("wrong configuration", list(problems_in(error))) from None
    wrong = list(_contradictions(config))
    if wrong:
        raise ExceptionGroup("wrong configuration", wrong)
    return config


def _contradictions(config: Config) -> Iterator[ConfigurationError]:
    if config.telegram_webhook_url and config.telegram_webhook_secret is None:
        yield ConfigurationError(
            "TELEGRAM_WEBHOOK_SECRET", "is needed with TELEGRAM_WEBHOOK_URL, or anybody could post to the webhook"
        )
    if config.telegram_webhook_url and not config.telegram_webhook_url.startswith("https://"):
        host = urlsplit(config.telegram_webhook_url).hostname
        if host not in {"127.0.0.1", "localhost", "::1"}:
            yield ConfigurationError("TELEGRAM_WEBHOOK_URL", "Telegram only posts to https:// addresses")
    if config.playground_on and config.web_host not in {"127.0.0.1", "localhost", "::1"}:
        yield ConfigurationError(
            "PLAYGROUND", "anybody can be anybody in it, so it only runs while WEB_HOST is 127.0.0.1"
        )


def example() -> str:
    """The text of ``.env.example``."""
    lines = ["# Cat Tax: copy this file to .env and fill in what you need. Every line may stay empty.", ""]
    for name, field in Config.model_fields.items():
        default = field.default
        shown = "" if default is None or default == frozenset() else str(default)
        lines += [f"# {field.description}", f"{name.upper()}={shown}", ""]
    return "\n".join(lines).rstrip() + "\n"

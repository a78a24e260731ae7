"""What an operator writes, and what becomes of it."""

from pathlib import Path

import pytest

from bot.config import Config, LogLevel, PlaygroundSwitch, Secret, TranslationService, read_config
from bot.domain.locales import Locale


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in Config.variables():
        monkeypatch.delenv(variable.name, raising=False)


def test_every_variable_is_read() -> None:
    written = {
        "DISCORD_TOKEN": " abc ",
        "DISCORD_API_BASE": "http://127.0.0.1:1/api/",
        "TELEGRAM_TOKEN": "1:x",
        "TELEGRAM_API_BASE": "https://bots.example",
        "TELEGRAM_WEBHOOK_URL": "https://bots.example/hook",
        "TELEGRAM_WEBHOOK_SECRET": "s-1",
        "DATABASE_URL": "postgresql+asyncpg://cat@db/cats",
        "WEB_HOST": "::1",
        "WEB_PORT": "0",
        "WEB_BASE_URL": "https://cats.example/",
        "PLAYGROUND": "OFF",
        "DEFAULT_LOCALE": "ZH-hant",
        "LOG_LEVEL": "Debug",
        "LOG_FORMAT": "JSON",
        "ALLOWED_SPACES": "1, -2,,",
        "TRANSLATORS": "DeepL, libretranslate,deepl",
        "LIBRETRANSLATE_URL": "http://127.0.0.1:5000/",
        "LIBRETRANSLATE_API_KEY": "l-1",
        "DEEPL_API_KEY": "d-1:fx",
        "MICROSOFT_API_KEY": "m-1",
        "MICROSOFT_REGION": "westeurope",
        "APERTIUM_URL": "http://127.0.0.1:2737",
        "TRANSLATION_DAILY_CHARACTERS": "1000",
        "TRANSLATION_DAILY_CHARACTERS_PER_COMMUNITY": "0",
        "OPERATOR_NAME": "Mara",
        "OPERATOR_CONTACT": "mara@example.org",
        "DATA_LOCATION": "Lisbon",
    }
    assert set(written) == {variable.name for variable in Config.variables()}
    config = Config.of(written | {"PATH": "/bin"})
    assert config.discord_token == Secret("abc")
    assert config.discord_api_base == "http://127.0.0.1:1/api"
    assert config.telegram_token == Secret("1:x")
    assert config.telegram_webhook_secret == Secret("s-1")
    assert (config.web_port, config.web_base_url) == (0, "https://cats.example")
    assert config.playground is PlaygroundSwitch.OFF
    assert config.default_locale is Locale.TRADITIONAL_CHINESE
    assert config.log_level is LogLevel.DEBUG
    assert config.allowed_spaces == {"1", "-2"}
    assert config.operator_name == "Mara"
    assert config.translators == (TranslationService.DEEPL, TranslationService.LIBRETRANSLATE)
    assert config.libretranslate_url == "http://127.0.0.1:5000"
    assert {"l-1", "d-1:fx", "m-1"} <= config.secrets
    assert (config.translation_daily_characters, config.translation_daily_characters_per_community) == (1_000, 0)


def test_what_is_empty_is_not_set() -> None:
    assert Config.of({variable.name: " " for variable in Config.variables()}) == Config()


def test_the_environment_has_the_last_word_but_not_with_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / ".env"
    file.write_text("# mine\nWEB_PORT=1\nexport OPERATOR_NAME='Mara K.' # who\nLOG_LEVEL=error\nWEB_HOST\n", "utf-8")
    monkeypatch.setenv("WEB_PORT", "2")
    monkeypatch.setenv("LOG_LEVEL", "")
    config = read_config(file)
    assert (config.web_port, config.operator_name, config.log_level) == (2, "Mara K.", LogLevel.ERROR)
    assert config.web_host == "127.0.0.1"


def test_a_file_that_is_not_there_says_nothing(tmp_path: Path) -> None:
    assert read_config(tmp_path / ".env") == Config()


def test_a_file_that_is_no_text_is_one_line(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_bytes(b"DISCORD_TOKEN=\xff\xfe\n")
    with pytest.raises(ExceptionGroup) as caught:
        read_config(file)
    assert [str(error) for error in caught.value.exceptions] == [
        f"{file}: cannot be read; it has to be text in UTF-8 that this user may read"
    ]


def test_all_that_is_wrong_is_said_at_once() -> None:
    with pytest.raises(ExceptionGroup) as caught:
        Config.of({"WEB_PORT": "-1", "LOG_LEVEL": "loud", "TELEGRAM_API_BASE": "http://["})
    assert [str(error) for error in caught.value.exceptions] == [
        "TELEGRAM_API_BASE: is no address",
        "WEB_PORT: is a number from 0 to 65535",
        "LOG_LEVEL: is one of debug, info, warning, error",
    ]


def test_a_secret_does_not_show_where_a_configuration_is_printed() -> None:
    config = Config.of({"DISCORD_TOKEN": "hunter2", "TELEGRAM_WEBHOOK_SECRET": "hunter3"})
    assert "hunter" not in f"{config} {config!r} {config.discord_token}"
    assert config.secrets == {"hunter2", "hunter3"}


def test_the_password_of_the_database_is_a_secret() -> None:
    assert Config(database_url="postgresql+asyncpg://cat:hunter2@db/cats").secrets == {"hunter2"}


def test_an_unknown_translator_is_one_line_with_all_there_are() -> None:
    with pytest.raises(ExceptionGroup) as caught:
        Config.of({"TRANSLATORS": "libretranslate, babelfish"})
    assert [str(error) for error in caught.value.exceptions] == [
        "TRANSLATORS: has names parted by commas, each one of "
        "libretranslate, deepl, microsoft, apertium, google, mymemory"
    ]


def test_a_translator_that_is_named_needs_what_it_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRANSLATORS", "deepl,libretranslate,google")
    with pytest.raises(ExceptionGroup) as caught:
        read_config(None)
    assert [str(error) for error in caught.value.exceptions] == [
        "LIBRETRANSLATE_URL: is needed, since TRANSLATORS names libretranslate",
        "DEEPL_API_KEY: is needed, since TRANSLATORS names deepl",
    ]

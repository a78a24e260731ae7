"""What is written into the log, and what never is."""

import logging
from collections.abc import Generator

import pytest
import structlog

from bot.config import LogFormat, LogLevel
from bot.logs import set_up_logging

TOKEN = "8123456789:" + "Aq" * 17


@pytest.fixture(autouse=True)
def logging_as_before() -> Generator[None]:
    """Leaves the process's logging as it was."""
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)
    structlog.reset_defaults()


@pytest.mark.parametrize("form", list(LogFormat))
def test_a_traceback_holds_no_local_variables(form: LogFormat, capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logging(LogLevel.INFO, form, [TOKEN])

    def asked(token: str, diary: str) -> None:
        address = f"https://api.example/bot{token}/getMe?{'x' * 200}"
        raise RuntimeError(f"cannot ask {address}")

    try:
        asked(TOKEN, " ".join(("dear", "diary")))
    except RuntimeError:
        structlog.get_logger("test").exception("failed")
    written = capsys.readouterr().err
    assert "cannot ask https://api.example/bot[secret]/getMe" in written
    for secret in (TOKEN[:20], "dear diary"):
        assert secret not in written

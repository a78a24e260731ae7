"""Logging: structured lines, from us and from the libraries alike, out of which every secret is struck."""

import logging
import sys
from collections.abc import Iterable

import structlog

from bot.config import LogFormat, LogLevel

STRUCK = "[secret]"


class _StrikingFormatter(structlog.stdlib.ProcessorFormatter):
    """Replaces secrets in every finished line, tracebacks included."""

    secrets: tuple[str, ...] = ()

    def format(self, record: logging.LogRecord) -> str:
        """The line without secrets."""
        line = super().format(record)
        for secret in self.secrets:
            line = line.replace(secret, STRUCK)
        return line


def set_up_logging(level: LogLevel, form: LogFormat, secrets: Iterable[str]) -> None:
    """Sends all logging to standard error, in one form."""
    shared: list[structlog.typing.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.ExtraAdder(),
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    last: list[structlog.typing.Processor]
    if form is LogFormat.JSON:
        last = [structlog.processors.format_exc_info, structlog.processors.JSONRenderer(ensure_ascii=False)]
    else:
        # Plain: the prettier formatters print local variables (tokens, and what members say), shortened or broken into
        # lines in which no secret is found any more.
        plain = structlog.dev.plain_traceback
        last = [structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty(), exception_formatter=plain)]
    formatter = _StrikingFormatter(
        foreign_pre_chain=shared,
        processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *last],
    )
    formatter.secrets = tuple(sorted(filter(None, secrets), key=len, reverse=True))
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(formatter)
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level.value.upper())
    # At DEBUG the platforms' libraries write down addresses that hold tokens, and what members say.
    for library in ("discord", "telegram"):
        logging.getLogger(library).setLevel(max(logging.INFO, root.level))
    for chatty in ("aiosqlite", "alembic", "discord.gateway", "uvicorn.access", "uvicorn.error"):
        logging.getLogger(chatty).setLevel(logging.WARNING)
    # It warns twice at every start that voice is not supported, which nobody asked for.
    logging.getLogger("discord.client").setLevel(logging.ERROR)
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.make_filtering_bound_logger(getattr(logging, level.value.upper())),
        cache_logger_on_first_use=False,
    )

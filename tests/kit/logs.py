"""Logs of tests: one plain line each, tracebacks too. Drawn ones with all variables take seconds."""

import structlog


def plain_logs() -> None:
    """Has what is logged written plainly."""
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.format_exc_info,
            structlog.processors.KeyValueRenderer(key_order=["level", "event"]),
        ],
        cache_logger_on_first_use=False,
    )

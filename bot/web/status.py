"""Whether the process and its parts are well, and its figures."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence

from prometheus_client import CollectorRegistry
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

_LOG = logging.getLogger(__name__)

_PATIENCE_SECONDS = 5.0

Health = Callable[[], Awaitable[Mapping[str, bool]]]
"""Asks every part whether it is well: each configured gateway by its platform's name, and ``database``."""


def status_routes(health: Health, registry: CollectorRegistry) -> Sequence[BaseRoute]:
    """``/livez``, ``/healthz`` and ``/metrics``."""

    async def livez(_: Request) -> Response:
        return JSONResponse({"status": "ok"})

    async def healthz(_: Request) -> Response:
        parts = await _asked(health)
        well = parts is not None and all(parts.values())
        told = {name: "ok" if fine else "down" for name, fine in (parts or {}).items()}
        return JSONResponse({"status": "ok" if well else "down", "parts": told}, status_code=200 if well else 503)

    async def metrics(_: Request) -> Response:
        write, kind = await asyncio.to_thread(_writing)
        return Response(write(registry), headers={"Content-Type": kind})

    return (Route("/livez", livez), Route("/healthz", healthz), Route("/metrics", metrics))


def _writing() -> tuple[Callable[[CollectorRegistry], bytes], str]:
    """What writes figures down, and as what they are sent."""
    from prometheus_client.exposition import (  # noqa: PLC0415  # with two servers; many never look at /metrics
        CONTENT_TYPE_LATEST,
        generate_latest,
    )

    return generate_latest, CONTENT_TYPE_LATEST


async def _asked(health: Health) -> Mapping[str, bool] | None:
    """The parts' states, or None when they cannot be told."""
    try:
        async with asyncio.timeout(_PATIENCE_SECONDS):
            return await health()
    except Exception as error:  # whatever a part raises means that it is not well
        _LOG.warning("the health check failed: %s", type(error).__name__)
        return None

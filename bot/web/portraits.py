"""Members' pictures for platforms that fetch them: each under a name that was given out to one platform alone."""

from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

_HOUR = "private, max-age=3600"


def portrait_route(served: Callable[[str], bytes | None]) -> Route:
    """The route that serves them.

    Args:
        served: the picture of a name, or None.
    """

    async def portrait(request: Request) -> Response:
        content = served(str(request.path_params["name"]))
        if content is None:
            return Response(status_code=404)
        return Response(content, media_type=_kind(content), headers={"Cache-Control": _HOUR})

    return Route("/portraits/{name}", portrait, methods=["GET"])


def _kind(content: bytes) -> str:
    """Never what its owner claims: only the three kinds that a portrait may be, else nothing that a browser shows."""
    if content.startswith(b"\x89PNG"):
        return "image/png"
    if content.startswith(b"\xff\xd8"):
        return "image/jpeg"
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "image/webp"
    return "application/octet-stream"

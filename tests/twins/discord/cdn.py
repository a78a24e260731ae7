"""Attachments over HTTP: signed addresses that lapse."""

from __future__ import annotations

from aiohttp import web

from tests.twins.discord.hub import Hub


class Cdn:
    """Serves what was attached."""

    def __init__(self, hub: Hub) -> None:
        self._hub = hub

    async def serve(self, request: web.Request) -> web.StreamResponse:
        """Gives a file, or 404 where its address has lapsed or was made up."""
        hub = self._hub
        path = request.path
        planned = hub.faults.take("GET", path)
        if planned is not None:
            return web.Response(status=planned.status or 503)
        number = request.match_info["file"]
        file = hub.world.files.get(int(number)) if number.isdigit() else None
        until = request.query.get("ex", "")
        try:
            moment = int(until, 16)
        except ValueError:
            moment = 0
        signed = file is not None and hub.payloads.sign(file.id, moment) == request.query.get("hm")
        if file is None or not signed or moment < hub.world.wall():
            return web.Response(status=404, text="This content is no longer available.")
        return web.Response(body=file.data, content_type=file.content_type or "application/octet-stream")

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

    async def portrait(self, request: web.Request) -> web.StreamResponse:
        """Gives a user's picture by its hash; nobody is asked who they are."""
        number = request.match_info["user"]
        user = self._hub.world.users.get(int(number)) if number.isdigit() else None
        if user is None or user.avatar is None or request.match_info["avatar"] != user.avatar:
            return web.Response(status=404)
        return web.Response(body=f"portrait {user.avatar}".encode(), content_type="image/png")

    async def default_portrait(self, request: web.Request) -> web.StreamResponse:
        """Gives one of Discord's own six pictures."""
        if request.match_info["number"] not in "012345":
            return web.Response(status=404)
        return web.Response(body=b"portrait", content_type="image/png")

    async def sticker(self, request: web.Request) -> web.StreamResponse:
        """Gives a sticker under the one ending that its format has."""
        number, _, ending = request.match_info["name"].partition(".")
        sticker = self._hub.world.stickers.get(int(number)) if number.isdigit() else None
        if sticker is None or ending != {1: "png", 2: "png", 3: "json", 4: "gif"}[sticker.format]:
            return web.Response(status=404)
        return web.Response(
            body=sticker.data, content_type="application/json" if ending == "json" else f"image/{ending}"
        )

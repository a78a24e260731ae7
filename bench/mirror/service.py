"""A translation service with LibreTranslate's API as a process of its own: ``python -m bench.mirror.service SECONDS``.

It answers each request after so many seconds, says ``{"address": ...}`` once, and ends with its input.
"""

import asyncio
import json
import sys

from aiohttp import web

from bench.mirror.sentences import translated
from bot.domain.languages import Language

_CODES = {"en": Language.ENGLISH, "es": Language.SPANISH, "zh": Language.SIMPLIFIED_CHINESE}


def _app(seconds: float) -> web.Application:
    async def languages(request: web.Request) -> web.Response:
        del request
        return web.json_response([{"code": code, "name": code, "targets": list(_CODES)} for code in _CODES])

    async def translate(request: web.Request) -> web.Response:
        asked: dict[str, str] = await request.json()
        await asyncio.sleep(seconds)
        made = translated(asked["q"], _CODES[asked["source"]], _CODES[asked["target"]])
        return web.json_response({"translatedText": made})

    app = web.Application()
    app.router.add_get("/languages", languages)
    app.router.add_post("/translate", translate)
    return app


async def serve(seconds: float) -> None:
    """Serves until the input ends."""
    runner = web.AppRunner(_app(seconds))
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        port = int(runner.addresses[0][1])
        sys.stdout.write(json.dumps({"address": f"http://127.0.0.1:{port}"}) + "\n")
        sys.stdout.flush()
        await asyncio.to_thread(sys.stdin.read)
    finally:
        await runner.cleanup()


if __name__ == "__main__":
    asyncio.run(serve(float(sys.argv[1])))

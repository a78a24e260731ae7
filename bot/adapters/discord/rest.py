"""Requests to Discord, by discord.py's own HTTP clients, with ours for an answer to every failure.

The library repeats a request after a 5xx by itself, for up to 25 s. We stop it there: whether to ask again is the
outbound queue's decision (it hands the same nonce in), and a webhook's post must never be repeated unasked. Short
floods are waited out in the library, longer ones are raised.
"""

import io
import json
from types import SimpleNamespace
from typing import cast

import aiohttp
import discord
from discord.http import HTTPClient, Route
from discord.webhook.async_ import AsyncWebhookAdapter

from bot.adapters.discord.errors import translated
from bot.adapters.discord.render import Body, file_name
from bot.adapters.discord.wire import JsonObject, as_object, as_objects
from bot.domain.errors import Flooded, Unreachable

WAITED_OUT_SECONDS = 1.0
"""Floods up to this long are waited out within a request: shorter than what anything above would make of them."""


def watch() -> aiohttp.TraceConfig:
    """Stops the library's own retries of 5xx and long floods by raising at the response's arrival."""
    trace = aiohttp.TraceConfig()
    trace.on_request_end.append(_arrived)
    return trace


async def _arrived(
    session: aiohttp.ClientSession, context: SimpleNamespace, params: aiohttp.TraceRequestEndParams
) -> None:
    del session, context
    response = params.response
    if response.status < 429 or "Sec-WebSocket-Key" in params.headers:
        return
    if response.status >= 500:
        response.close()
        raise Unreachable(f"HTTP {response.status}", uncertain=params.method != "GET")
    if response.status == 429 and "X-RateLimit-Global" not in response.headers and "Via" in response.headers:
        try:
            told = as_object(json.loads(await response.read()))
            after = float(told.get("retry_after") or 0.0)
        except ValueError:
            return
        if after > WAITED_OUT_SECONDS:
            raise Flooded(after)


class Rest:
    """Asks Discord.

    Args:
        http: the logged-in library client's.
        patience: seconds after which a request that is not answered is given up.
    """

    def __init__(self, http: HTTPClient, patience: float) -> None:
        self._http = http
        self._timeout = aiohttp.ClientTimeout(total=patience)
        self._by_token = AsyncWebhookAdapter()  # type: ignore[no-untyped-call]
        self.session = aiohttp.ClientSession(
            connector=http.connector, connector_owner=False, timeout=self._timeout, trace_configs=[watch()]
        )
        """For what carries no bot token: webhooks, answers to interactions, files."""

    async def close(self) -> None:
        """Closes what it opened itself."""
        await self.session.close()

    async def call(
        self,
        method: str,
        path: str,
        body: Body | JsonObject | list[JsonObject] | None = None,
        *,
        query: JsonObject | None = None,
        **ids: str,
    ) -> object:
        """Asks as the bot.

        Args:
            method: HTTP method.
            path: with names in braces.
            body: what to send, with files or without.
            query: the query string.
            **ids: the names' values; ``channel_id``, ``guild_id`` and ``webhook_id`` tell the rate limits apart.

        Returns:
            The JSON that came back, None where there was none.

        Raises:
            NotDone: Discord will not.
            Flooded: too fast.
            Unreachable: network, 5xx, garbage or silence.
            GatewayRefused: the token is no longer accepted.
        """
        route = Route(method, path, **ids)
        try:
            if isinstance(body, Body) and body.files:
                files = _files(body)
                data = await self._http.request(
                    route, files=files, form=_multipart(body.form, files), params=query, timeout=self._timeout
                )
            elif body is not None:
                form = body.form if isinstance(body, Body) else body
                data = await self._http.request(route, json=form, params=query, timeout=self._timeout)
            else:
                data = await self._http.request(route, params=query, timeout=self._timeout)
        except Exception as error:
            raise translated(error, wrote=method != "GET") from error
        return _sound(data, wrote=method != "GET")

    async def call_by_token(
        self,
        method: str,
        path: str,
        body: Body | None = None,
        *,
        query: JsonObject | None = None,
        **ids: str,
    ) -> object:
        """Asks with the token that is part of the path (``webhook_id``, ``webhook_token``); otherwise as :meth:`call`.

        Files are told apart from the form by ``body.files``; their entries stand where ``attachments`` does.
        """
        route = Route(method, path, **ids)
        try:
            if body is not None and body.files:
                files = _files(body)
                data = await self._by_token.request(
                    route, self.session, files=files, multipart=_multipart(body.form, files), params=query
                )
            else:
                form = None if body is None else body.form
                data = await self._by_token.request(route, self.session, payload=form, params=query)
        except Exception as error:
            raise translated(error, wrote=method != "GET") from error
        return _sound(data, wrote=method != "GET")

    async def one(
        self,
        method: str,
        path: str,
        body: Body | JsonObject | None = None,
        *,
        query: JsonObject | None = None,
        **ids: str,
    ) -> JsonObject:
        """As :meth:`call`, for answers that are an object."""
        return as_object(await self.call(method, path, body, query=query, **ids))

    async def many(self, method: str, path: str, *, query: JsonObject | None = None, **ids: str) -> list[JsonObject]:
        """As :meth:`call`, for answers that are a list."""
        return as_objects(await self.call(method, path, None, query=query, **ids))


def _sound(data: object, *, wrote: bool) -> object:
    """What came back; the library hands on what is no JSON as a text."""
    if isinstance(data, str):
        if data:
            raise Unreachable("garbage", uncertain=wrote)
        return None
    return data


def _files(body: Body) -> list[discord.File]:
    return [discord.File(io.BytesIO(file.content), filename=file_name(file)) for file in body.files]


def _multipart(form: JsonObject, files: list[discord.File]) -> list[JsonObject]:
    parts: list[JsonObject] = [{"name": "payload_json", "value": json.dumps(form, ensure_ascii=False)}]
    for index, file in enumerate(files):
        parts.append(
            {
                "name": f"files[{index}]",
                "value": cast("io.BytesIO", file.fp),
                "filename": file.filename,
                "content_type": "application/octet-stream",
            }
        )
    return parts

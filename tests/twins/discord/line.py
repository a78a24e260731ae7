"""One socket, what it is compressed with, and the session that outlives it."""

from __future__ import annotations

import asyncio
import contextlib
import importlib
import zlib
from collections import deque
from dataclasses import dataclass, field
from typing import Protocol, cast

from aiohttp import web

KEPT_EVENTS = 20_000


class Squeezer(Protocol):
    """A transport compression that lasts as long as one socket."""

    def squeeze(self, data: bytes) -> bytes: ...


class _Zlib:
    def __init__(self) -> None:
        self._stream = zlib.compressobj()

    def squeeze(self, data: bytes) -> bytes:
        return self._stream.compress(data) + self._stream.flush(zlib.Z_SYNC_FLUSH)


class _ZstdStream(Protocol):
    def compress(self, data: bytes) -> bytes: ...

    def flush(self, mode: int) -> bytes: ...


class _Zstd:
    """zstd-stream, which discord.py asks for only where the `zstandard` package is installed for it as well."""

    def __init__(self) -> None:
        module = importlib.import_module("zstandard")
        self._stream = cast("_ZstdStream", module.ZstdCompressor().compressobj())
        self._flush_block = cast("int", module.COMPRESSOBJ_FLUSH_BLOCK)

    def squeeze(self, data: bytes) -> bytes:
        return self._stream.compress(data) + self._stream.flush(self._flush_block)


def squeezer_for(wanted: str | None) -> Squeezer | None:
    """The compression that a client asks for in the address."""
    match wanted:
        case "zlib-stream":
            return _Zlib()
        case "zstd-stream":
            return _Zstd()
        case _:
            return None


class Connection:
    """One socket, written to in order by one task."""

    def __init__(self, request: web.Request, socket: web.WebSocketResponse, squeezer: Squeezer | None) -> None:
        self.request = request
        self.socket = socket
        self.squeezer = squeezer
        self.session: Session | None = None
        self.outbox: asyncio.Queue[str | bytes | int] = asyncio.Queue()
        self.pings: dict[bytes, asyncio.Future[None]] = {}
        self.closing = False

    def send(self, text: str) -> None:
        self.outbox.put_nowait(text)

    def close(self, code: int) -> None:
        if not self.closing:
            self.closing = True
            self.outbox.put_nowait(code)

    async def write(self) -> None:
        """Writes until told to close; a code 1006 cuts the line without a farewell."""
        while True:
            item = await self.outbox.get()
            if isinstance(item, int):
                if item != 1006:
                    await self.socket.close(code=item)
                elif self.request.transport is not None:
                    self.request.transport.abort()
                return
            with contextlib.suppress(ConnectionError):
                if isinstance(item, bytes):
                    await self.socket.ping(item)
                elif self.squeezer is None:
                    await self.socket.send_str(item)
                else:
                    await self.socket.send_bytes(self.squeezer.squeeze(item.encode()))


@dataclass(slots=True, eq=False)
class Session:
    """What a client was told and what it may still be told again, over one socket after the other."""

    id: str
    intents: int
    shard: tuple[int, int] = (0, 1)
    seq: int = 0
    kept: deque[tuple[int, str]] = field(default_factory=lambda: deque(maxlen=KEPT_EVENTS))
    connection: Connection | None = None
    resumable: bool = True
    ready: bool = False
    resumed: int = 0

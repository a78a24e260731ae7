"""The gateway: sessions that outlive their sockets, and what each is told by its intents."""

from __future__ import annotations

import asyncio
import contextlib
import json
import secrets
from collections.abc import Callable
from typing import cast

from aiohttp import WSMsgType, web

from tests.twins.discord.line import Connection, Session, squeezer_for
from tests.twins.discord.payloads import Payloads
from tests.twins.discord.wire import Payload, as_id, is_list, is_object
from tests.twins.discord.world import Channel, Message, World

HEARTBEAT_MS = 41_250

GUILDS, MEMBERS, MODERATION, PRESENCES, CONTENT = 1 << 0, 1 << 1, 1 << 2, 1 << 8, 1 << 15
GUILD_MESSAGES, GUILD_REACTIONS, GUILD_TYPING = 1 << 9, 1 << 10, 1 << 11
DM_MESSAGES, DM_REACTIONS, DM_TYPING = 1 << 12, 1 << 13, 1 << 14
WEBHOOKS, EVENTS = 1 << 5, 1 << 16
ALL_INTENTS = (1 << 26) - 1

_NEEDS: tuple[tuple[str, int], ...] = (
    ("GUILD_MEMBER_", MEMBERS),
    ("GUILD_BAN_", MODERATION),
    ("GUILD_SCHEDULED_EVENT_", EVENTS),
    ("WEBHOOKS_", WEBHOOKS),
    ("THREAD_", GUILDS),
    ("CHANNEL_", GUILDS),
    ("GUILD_", GUILDS),
)


class Gateway:
    """Serves ``/gateway-ws`` and tells sessions what happens.

    Args:
        world: what there is.
        payloads: how it looks.
        changed: called after everything that a waiting test may look for.
    """

    def __init__(self, world: World, payloads: Payloads, changed: Callable[[], None]) -> None:
        self._world = world
        self._payloads = payloads
        self._changed = changed
        self.token = ""
        self.url = ""
        self.sessions: dict[str, Session] = {}
        self.connections: list[Connection] = []
        self.identified = 0
        self.resumed = 0
        self.handshakes = 0
        self.presences: list[Payload] = []
        self._refuse = 0
        self._held: list[Callable[[], None]] | None = None
        self._acks = True
        self._invalidate_next: bool | None = None
        self._ping = 0

    # --- what tests do to the line ---

    @property
    def connected(self) -> bool:
        """Whether some session is ready and has an open socket."""
        return any(session.ready and session.connection for session in self.sessions.values())

    def drop(self, *, resumable: bool = True, code: int = 1006) -> None:
        """Cuts every socket; what happens meanwhile is kept for a RESUME unless `resumable` is False."""
        for session in self.sessions.values():
            session.resumable = session.resumable and resumable
        for connection in list(self.connections):
            self._leave(connection)
            connection.close(code)

    def ask_reconnect(self) -> None:
        """Sends op 7 RECONNECT."""
        self._to_all({"op": 7, "d": None, "s": None, "t": None})

    def invalidate(self, *, resumable: bool = False) -> None:
        """Sends op 9 INVALID_SESSION on the open line."""
        for session in self.sessions.values():
            session.resumable = resumable
        self._to_all({"op": 9, "d": resumable, "s": None, "t": None})

    def refuse_handshake(self, times: int = 1) -> None:
        """Answers the next connections with HTTP 503 before they become websockets."""
        self._refuse += times

    def send_garbage(self, text: str = "this is {no json") -> None:
        for connection in self.connections:
            connection.send(text)

    def send_raw(self, event: str, data: Payload) -> None:
        """Dispatches an event of the test's own making, well formed or not."""
        for session in self.sessions.values():
            self._dispatch(session, event, data)

    def hold(self) -> None:
        """Keeps events back until `release`."""
        self._held = self._held or []

    def release(self) -> None:
        held, self._held = self._held or [], None
        for send in held:
            send()

    def pause_acks(self) -> None:
        """Leaves heartbeats unanswered."""
        self._acks = False

    def resume_acks(self) -> None:
        self._acks = True

    async def caught_up(self) -> None:
        """Waits until every open socket's reader has taken in all that was sent to it."""
        waits: list[asyncio.Future[None]] = []
        for connection in list(self.connections):
            if connection.closing:
                continue
            self._ping += 1
            mark = str(self._ping).encode()
            connection.pings[mark] = asyncio.get_running_loop().create_future()
            waits.append(connection.pings[mark])
            connection.outbox.put_nowait(mark)
        if waits:
            await asyncio.wait(waits)

    # --- what the world tells ---

    def tell(self, event: str, data: Payload, channel: Channel | None = None, guild_id: int | None = None) -> None:
        """Tells an event to the sessions whose intents, shard and view it falls in."""
        guild_id = channel.guild_id if channel is not None else guild_id
        if channel is not None and not self._may_see(event, channel):
            return
        need = self._need(event, guild_id)
        for session in self.sessions.values():
            if session.ready and self._on_shard(session, guild_id) and (not need or session.intents & need):
                self._offer(session, event, data)

    def tell_message(self, event: str, message: Message) -> None:
        """Tells MESSAGE_CREATE or MESSAGE_UPDATE, without content where the intent is missing."""
        channel = self._world.channels[message.channel_id]
        if message.ephemeral or not self._may_see(event, channel):
            return
        need = GUILD_MESSAGES if channel.guild_id is not None else DM_MESSAGES
        for session in self.sessions.values():
            if session.ready and session.intents & need and self._on_shard(session, channel.guild_id):
                lacking = not session.intents & CONTENT
                bot = self._world.bot.id
                own = bot in (message.author.id, message.application_id, *message.mentions)
                bare = lacking and channel.guild_id is not None and not own
                self._offer(session, event, self._payloads.in_event(message, bare=bare))

    def tell_pieces(self, event: str, pieces: list[str]) -> None:
        """Tells prebuilt JSON bodies as fast as possible, to every ready session (for benches)."""
        for session in self.sessions.values():
            for piece in pieces:
                session.seq += 1
                text = f'{{"op":0,"t":"{event}","s":{session.seq},"d":{piece}}}'
                session.kept.append((session.seq, text))
                if session.connection is not None:
                    session.connection.send(text)

    def _may_see(self, event: str, channel: Channel) -> bool:
        if event.startswith("CHANNEL_") and event != "CHANNEL_PINS_UPDATE":
            return True
        return self._world.sees(channel, self._world.bot.id)

    @staticmethod
    def _need(event: str, guild_id: int | None) -> int:
        if event.startswith("MESSAGE_REACTION"):
            return GUILD_REACTIONS if guild_id is not None else DM_REACTIONS
        if event.startswith("MESSAGE_"):
            return GUILD_MESSAGES if guild_id is not None else DM_MESSAGES
        if event == "TYPING_START":
            return GUILD_TYPING if guild_id is not None else DM_TYPING
        if guild_id is None:
            return 0
        return next((need for start, need in _NEEDS if event.startswith(start)), 0)

    @staticmethod
    def _on_shard(session: Session, guild_id: int | None) -> bool:
        number, count = session.shard
        return (0 if guild_id is None else (guild_id >> 22) % count) == number

    def _offer(self, session: Session, event: str, data: Payload) -> None:
        if self._held is not None:
            self._held.append(lambda: self._dispatch(session, event, data))
        else:
            self._dispatch(session, event, data)

    def _dispatch(self, session: Session, event: str, data: Payload) -> None:
        session.seq += 1
        text = json.dumps({"op": 0, "t": event, "s": session.seq, "d": data}, ensure_ascii=False)
        session.kept.append((session.seq, text))
        if session.connection is not None:
            session.connection.send(text)

    def _to_all(self, frame: Payload) -> None:
        for connection in self.connections:
            connection.send(json.dumps(frame))

    # --- the line itself ---

    async def serve(self, request: web.Request) -> web.StreamResponse:
        """Speaks with one client from HELLO to its close."""
        self.handshakes += 1
        if self._refuse > 0:
            self._refuse -= 1
            return web.Response(status=503, text="upstream connect error")
        socket = web.WebSocketResponse(autoping=False, max_msg_size=4096 * 4, compress=False)
        await socket.prepare(request)
        connection = Connection(request, socket, squeezer_for(request.query.get("compress")))
        self.connections.append(connection)
        writer = asyncio.create_task(connection.write())
        connection.send(json.dumps({"op": 10, "d": {"heartbeat_interval": HEARTBEAT_MS}, "s": None, "t": None}))
        try:
            async for frame in socket:
                if frame.type is WSMsgType.TEXT:
                    self._heard(connection, cast("str", frame.data))
                elif frame.type is WSMsgType.PING:
                    await socket.pong(cast("bytes", frame.data))
                elif frame.type is WSMsgType.PONG:
                    waiting = connection.pings.pop(bytes(cast("bytes", frame.data)), None)
                    if waiting is not None and not waiting.done():
                        waiting.set_result(None)
        finally:
            farewell = socket.close_code
            session = connection.session
            self._leave(connection)
            if session is not None and farewell in (1000, 1001) and not connection.closing:
                session.resumable = False
                self.sessions.pop(session.id, None)
            writer.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await writer
            self._changed()
        return socket

    def _leave(self, connection: Connection) -> None:
        if connection in self.connections:
            self.connections.remove(connection)
        if connection.session is not None and connection.session.connection is connection:
            connection.session.connection = None
        for waiting in connection.pings.values():
            if not waiting.done():
                waiting.set_result(None)
        connection.pings.clear()

    def _heard(self, connection: Connection, text: str) -> None:
        try:
            frame: object = json.loads(text)
        except ValueError:
            connection.close(4002)
            return
        if not is_object(frame):
            connection.close(4002)
            return
        data = frame.get("d")
        match frame.get("op"):
            case 1:
                if self._acks:
                    connection.send('{"op":11,"d":null,"s":null,"t":null}')
            case 2 if connection.session is not None:
                connection.close(4005)
            case 2 if is_object(data):
                self._identify(connection, data)
            case 6 if is_object(data):
                self._resume(connection, data)
            case 3 | 4 | 8 if connection.session is None:
                connection.close(4003)
            case 3 if is_object(data):
                self.presences.append(data)
            case 4:
                return
            case 8 if is_object(data):
                self._members(connection, data)
            case _:
                connection.close(4001)
        self._changed()

    def _identify(self, connection: Connection, data: Payload) -> None:
        if data.get("token") != self.token:
            connection.close(4004)
            return
        intents = data.get("intents")
        if not isinstance(intents, int) or intents & ~ALL_INTENTS:
            connection.close(4013)
            return
        refused = PRESENCES
        refused |= 0 if self._world.members_intent else MEMBERS
        refused |= 0 if self._world.message_content else CONTENT
        if intents & refused:
            connection.close(4014)
            return
        shard = data.get("shard")
        number, count = (shard[0], shard[1]) if is_list(shard) and len(shard) == 2 else (0, 1)
        if not 0 <= number < count:
            connection.close(4010)
            return
        session = Session(secrets.token_hex(16), intents, (number, count), connection=connection)
        for stale in [old.id for old in self.sessions.values() if old.connection is None]:
            del self.sessions[stale]
        self.sessions[session.id] = session
        connection.session = session
        self.identified += 1
        world, payloads = self._world, self._payloads
        guilds = [g for g in world.guilds.values() if world.bot.id in g.members and self._on_shard(session, g.id)]
        ready: Payload = {
            "v": 10,
            "user": payloads.user(world.bot) | {"verified": True, "mfa_enabled": False, "email": None, "flags": 0},
            "guilds": [{"id": str(guild.id), "unavailable": True} for guild in guilds],
            "session_id": session.id,
            "session_type": "normal",
            "resume_gateway_url": self.url,
            "shard": [number, count],
            "application": {"id": str(world.application_id), "flags": payloads.application_flags()},
            "private_channels": [],
            "relationships": [],
            "_trace": [],
        }
        self._dispatch(session, "READY", ready)
        for guild in guilds:
            if intents & GUILDS:
                self._dispatch(session, "GUILD_CREATE", payloads.guild_create(guild))
        session.ready = True

    def _resume(self, connection: Connection, data: Payload) -> None:
        if data.get("token") != self.token:
            connection.close(4004)
            return
        session = self.sessions.get(str(data.get("session_id")))
        seq = data.get("seq")
        known = session is not None and session.resumable and isinstance(seq, int) and seq <= session.seq
        if session is None or not known or (session.kept and session.kept[0][0] > cast("int", seq) + 1):
            if session is not None:
                del self.sessions[session.id]
            connection.send('{"op":9,"d":false,"s":null,"t":null}')
            return
        if session.connection is not None:
            session.connection.close(4000)
        session.connection = connection
        connection.session = session
        for number, text in session.kept:
            if number > cast("int", seq):
                connection.send(text)
        session.resumed += 1
        self.resumed += 1
        self._dispatch(session, "RESUMED", {"_trace": []})

    def _members(self, connection: Connection, data: Payload) -> None:
        session = connection.session
        guild = self._world.guilds.get(as_id(data.get("guild_id")) or 0)
        if session is None or guild is None or self._world.bot.id not in guild.members:
            return
        query, wanted = data.get("query"), data.get("user_ids")
        limit = data.get("limit") or 0
        if query == "" and limit == 0 and not session.intents & MEMBERS:
            return
        ids = {as_id(entry) for entry in cast("list[object]", wanted)} if is_list(wanted) else set[int | None]()
        found = [member for member in guild.members.values() if not wanted or member.user_id in ids]
        if isinstance(query, str) and query:
            names = self._world.users
            found = [m for m in found if (m.nick or names[m.user_id].name).lower().startswith(query.lower())]
        found = found[: limit or None]
        pages = [found[start : start + 1000] for start in range(0, len(found), 1000)] or [[]]
        for index, page in enumerate(pages):
            chunk: Payload = {
                "guild_id": str(guild.id),
                "members": [self._payloads.member(member) for member in page],
                "chunk_index": index,
                "chunk_count": len(pages),
                "not_found": [str(i) for i in sorted(i for i in ids if i and i not in guild.members)],
            }
            if data.get("nonce") is not None:
                chunk["nonce"] = data["nonce"]
            self._dispatch(session, "GUILD_MEMBERS_CHUNK", chunk)

"""A Discord of our own on loopback, which the unmodified discord.py logs into.

    async with DiscordTwin() as twin:                      # clock=..., message_content=..., members=... if wanted
        club = twin.add_guild("Cat club", locale="en-US")  # the bot is a member of it
        lounge = club.add_channel("lounge")                # kind: text news forum voice category private
        ann = twin.add_user("ann", locale="es-ES"); club.join(ann)
        ...                                                # start the bot on twin.api_base with twin.token
        await twin.connected()                             # a session is READY and its socket is open
        said = ann.posts(lounge, "hello", files=[("cat.png", b"...", "image/png")])
        reply = await twin.until(lambda: twin.messages(lounge)[1:] and twin.messages(lounge)[-1])
        press = ann.presses(reply, label="Pay")            # or custom_id=...
        await press.answered()
        assert twin.messages(lounge, viewer=ann)[-1].ephemeral

Setting up: `twin.add_guild`, `guild.add_channel/add_role/add_thread`, `guild.channels`, `guild.join(user,
pending=)`, `guild.accepts_rules`, `guild.leave`, `guild.ban`, `guild.unban`, `guild.give_role/take_role`,
`guild.delete_role`, `guild.rename_channel`,
`guild.set_bot_permissions("send_messages", ...)`, `guild.overwrite(channel, who, allow=, deny=)`,
`guild.remove_bot/add_bot`, `twin.add_user(name, locale=, global_name=)`, `guild.create_event`, `guild.add_emoji`,
`twin.add_sticker(name, kind)`, `twin.add_group(*people)` (direct messages that the bot is not in); somebody's picture
is `person.user.avatar`, served at `twin.cdn_base` with stickers.

People (`Person`, all synchronous, seen by the bot through its gateway): `posts(channel, text, files=,
reply_to=, mentions=)`, `edits`, `deletes`, `reacts`, `unreacts`, `presses(message, label=|custom_id=)`,
`selects(message, values, custom_id=)`, `invokes(channel, "name sub", options={...})` (an option's value may be
a Person, Role, Channel or a file triple), `uses_menu(message | person, "Menu", channel=)`, `await
completes(channel, "name sub", option, "text")` -> choices, `submits(modal, {label or custom_id: value | list |
[file triple]})`, `forges(message, custom_id, component_type=, values=)` (a press that the client would not
offer), `opens_dm()`, `closes_dms()`, `modals`, `pins(message)`, `brings_bot_along()` (a user install: what is offered
for that can be used where the bot is no member). What a member may not do raises
`NotAllowed`, a PermissionError. An interaction is an `Asked`: `.state`, `.failed`, `await .answered()`, `.choices`,
`.modal`.

Reading: `twin.messages(channel, viewer=)` (ephemerals only with their viewer) -> `SeenMessage` with `id,
content, embeds, components, files, author_name, from_bot, reply_to, reactions, pinged, silent, ephemeral,
pinned, thread, buttons, selects, text`; `twin.channels(guild)`, `twin.commands`, `twin.requests`,
`twin.violations`, `await twin.until(predicate)`, `await twin.settled()`, `twin.message(message)` (as it is
now).

Faults: `twin.faults.fail(method, pattern, status=, times=, retry_after=, scope=)`, `.garbage(...)`,
`.silence(...)`, `.lose(...)` (done, but the answer never comes), `.limit(...)`, `.limit_globally()`;
`twin.expire_attachments()`;
`twin.gateway.drop(resumable=)`, `.ask_reconnect()`, `.invalidate(resumable=)`, `.refuse_handshake(times)`,
`.send_garbage()`, `.hold()` / `.release()`, `.pause_acks()` / `.resume_acks()`; `twin.grant(message_content=,
members=)`.

`scene.Scene` has a twin with a guild, a room and two members, and runs a bare client at it.

Speed: give the client `guild_ready_timeout=0.01` and an empty `before_identify_hook`, or discord.py itself waits
2 s before READY and 5 s before each new IDENTIFY.

Time is the twin's `clock` (seconds, monotonic): interactions lapse after 3 s, tokens after 15 min, files'
addresses after 24 h. Standing alone for benches: `python -m tests.twins.discord` (see `__main__`).
"""

from tests.twins.discord.asking import FileTriple
from tests.twins.discord.faults import Faults
from tests.twins.discord.gateway import Gateway
from tests.twins.discord.guilds import TwinGuild
from tests.twins.discord.hub import RequestSeen
from tests.twins.discord.people import Asked, Person
from tests.twins.discord.seen import SeenMessage, SeenModal
from tests.twins.discord.twin import DiscordTwin
from tests.twins.discord.world import Channel, Message, NotAllowed, Role

__all__ = [
    "Asked",
    "Channel",
    "DiscordTwin",
    "Faults",
    "FileTriple",
    "Gateway",
    "Message",
    "NotAllowed",
    "Person",
    "RequestSeen",
    "Role",
    "SeenMessage",
    "SeenModal",
    "TwinGuild",
]

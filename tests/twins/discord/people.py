"""People: what a member does at their own client, and what they may not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from tests.kit.patience import PATIENCE
from tests.twins.discord import asking, limits
from tests.twins.discord.asking import FileTriple, Resolved
from tests.twins.discord.forms import FieldValue, filled
from tests.twins.discord.hub import Hub, Interaction
from tests.twins.discord.permissions import May, in_channel
from tests.twins.discord.posting import edited_at, mentions_in
from tests.twins.discord.rest_messages import emoji_key, set_pin, set_reaction
from tests.twins.discord.seen import SeenMessage, SeenModal, SeenSelect, buttons_in, see, see_modal, selects_in
from tests.twins.discord.wire import Payload
from tests.twins.discord.world import Attachment, Channel, Message, NotAllowed, Role, Sticker, User

SomeMessage: TypeAlias = SeenMessage | Message
LOADING, VOICE = 1 << 7, 1 << 13


class Asked:
    """An interaction as the one who asked sees it."""

    def __init__(self, hub: Hub, interaction: Interaction) -> None:
        self._hub = hub
        self.interaction = interaction

    @property
    def state(self) -> str:
        """How far it is: ``asked``, ``answered``, ``deferred``, ``deferred_update``, ``updated``, ``modal``,
        ``completed`` or ``late``."""
        return self.interaction.state

    @property
    def failed(self) -> bool:
        """Whether the client shows "This interaction failed": no answer came in three seconds."""
        waited = self._hub.clock() - self.interaction.created
        return self.state == "late" or (self.state == "asked" and waited > limits.ANSWER_SECONDS)

    @property
    def message(self) -> SeenMessage | None:
        """The first answer's message, where there is one."""
        original = self.interaction.original
        return None if original is None else see(self._hub, original)

    @property
    def followups(self) -> list[SeenMessage]:
        return [see(self._hub, message) for message in self.interaction.followups]

    @property
    def modal(self) -> SeenModal | None:
        return None if self.interaction.modal is None else see_modal(self.interaction)

    @property
    def choices(self) -> list[tuple[str, object]]:
        """What completion offers: (name, value)."""
        return [(str(choice["name"]), choice["value"]) for choice in self.interaction.choices or []]

    async def answered(self, timeout: float = PATIENCE) -> Asked:
        """Waits for the first answer, a defer included."""
        await self._hub.until(lambda: self.state != "asked", timeout)
        return self

    async def finished(self, timeout: float = PATIENCE) -> Asked:
        """Waits for an answer that says something: past a defer, its edit or first follow-up."""

        def done() -> bool:
            original = self.interaction.original
            if self.state in ("asked", "deferred"):
                return original is not None and (original.deleted or not original.flags & LOADING)
            if self.state == "deferred_update":
                return original is not None and (original.edited is not None or bool(self.interaction.followups))
            return True

        await self._hub.until(done, timeout)
        return self


class Person:
    """Someone at their own client.

    Args:
        hub: the twin's middle.
        user: who they are.
    """

    def __init__(self, hub: Hub, user: User) -> None:
        self._hub = hub
        self.user = user

    @property
    def id(self) -> int:
        return self.user.id

    @property
    def name(self) -> str:
        return self.user.name

    @property
    def mention(self) -> str:
        return f"<@{self.user.id}>"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Person) and other.user is self.user

    def __hash__(self) -> int:
        return hash(self.user.id)

    def __repr__(self) -> str:
        return f"<Person {self.user.name} {self.user.id}>"

    # --- messages ---

    def _need(self, channel: Channel, wanted: May) -> None:
        have = in_channel(self._hub.world, channel, self.id)
        if (May.VIEW_CHANNEL | wanted) & ~have:
            raise NotAllowed(f"{self.name} lacks {(May.VIEW_CHANNEL | wanted) & ~have!r} in {channel.name!r}")

    def _need_rules(self, channel: Channel) -> None:
        """Whoever has not accepted a guild's rules only reads."""
        if channel.guild_id is None:
            return
        member = self._hub.world.guilds[channel.guild_id].members.get(self.id)
        if member is not None and member.pending:
            raise NotAllowed(f"{self.name} has not accepted the rules yet")

    def _own(self, message: SomeMessage) -> Message:
        found = self._find(message)
        if found.author.id != self.id:
            raise NotAllowed("someone else's message")
        return found

    def _find(self, message: SomeMessage) -> Message:
        channel = self._hub.world.channels.get(message.channel_id)
        found = channel.messages.get(message.id) if channel is not None else None
        if channel is None or found is None or found.seen_only_by not in (None, self.id):
            raise NotAllowed("that message is not to be seen")
        self._need(channel, May.VIEW_CHANNEL)
        return found

    def posts(
        self,
        channel: Channel,
        text: str = "",
        files: Sequence[FileTriple] = (),
        *,
        reply_to: SomeMessage | None = None,
        mentions: Sequence[Person | Role] = (),
        ping_reply: bool = True,
        stickers: Sequence[Sticker] = (),
        voice: bool = False,
    ) -> SeenMessage:
        """Writes a message; `mentions` are put behind the text as a client's picker would.

        Args:
            voice: its one file is a recorded voice message.
        """
        hub, world = self._hub, self._hub.world
        self._need(channel, May.SEND_MESSAGES | (May.ATTACH_FILES if files else May(0)))
        self._need_rules(channel)
        text = " ".join([text, *(who.mention for who in mentions)]).strip()
        if not text and not files and not stickers:
            raise NotAllowed("an empty message")
        if len(text) > limits.CONTENT:
            raise NotAllowed("longer than a message may be")
        target = None if reply_to is None else self._find(reply_to)
        allowed: Payload = {"parse": ["users", "roles", "everyone"], "replied_user": ping_reply}
        rung = mentions_in(hub, channel, self.user, text, allowed, target)
        made = [Attachment(world.new_id(), name, data, kind) for name, data, kind in files]
        world.files |= {file.id: file for file in made}
        message = Message(
            world.new_id(),
            channel.id,
            self.user,
            world.wall(),
            text,
            files=made,
            kind=0 if target is None else 19,
            reply_to=None if target is None else target.id,
            mentions=rung.users,
            mention_roles=rung.roles,
            mention_everyone=rung.everyone,
            sticker_ids=[sticker.id for sticker in stickers],
            flags=VOICE if voice else 0,
        )
        if target is not None:
            message.reference = {"type": 0, "message_id": str(target.id), "channel_id": str(channel.id)}
        hub.keep(message)
        return see(hub, message)

    def edits(self, message: SomeMessage, text: str) -> SeenMessage:
        found = self._own(message)
        channel = self._hub.world.channels[found.channel_id]
        target = channel.messages.get(found.reply_to) if found.reply_to else None
        rung = mentions_in(self._hub, channel, self.user, text, None, target)
        found.content, found.edited = text, edited_at(found.edited, self._hub.world.wall())
        found.mentions, found.mention_roles, found.mention_everyone = rung.users, rung.roles, rung.everyone
        self._hub.tell_message("MESSAGE_UPDATE", found)
        return see(self._hub, found)

    def deletes(self, message: SomeMessage) -> None:
        """Deletes their own message, or as a moderator another's; an ephemeral one is dismissed."""
        found = self._find(message)
        if found.author.id != self.id and not found.ephemeral:
            self._need(self._hub.world.channels[found.channel_id], May.MANAGE_MESSAGES)
        self._hub.remove(found)

    def reacts(self, message: SomeMessage, emoji: str) -> None:
        found = self._find(message)
        key, channel = emoji_key(emoji), self._hub.world.channels[found.channel_id]
        self._need_rules(channel)
        if key not in found.reactions:
            self._need(channel, May.ADD_REACTIONS)
            if not self._hub.world.may_use_emoji(key, self.id):
                raise NotAllowed(f"{self.name} does not have {key!r}")
        set_reaction(self._hub, found, key, self.id, present=True)

    def unreacts(self, message: SomeMessage, emoji: str) -> None:
        found = self._find(message)
        set_reaction(self._hub, found, emoji_key(emoji), self.id, present=False)

    def pins(self, message: SomeMessage) -> None:
        """Pins a message, and unpins one that is pinned."""
        found = self._find(message)
        channel = self._hub.world.channels[found.channel_id]
        self._need(channel, May.PIN_MESSAGES)
        set_pin(self._hub, found, self.user, wanted=not found.pinned)

    def brings_bot_along(self) -> None:
        """Installs the bot for themselves: its commands for that are offered in every chat of theirs."""
        self.user.installed = True

    # --- controls ---

    def presses(self, message: SomeMessage, *, label: str | None = None, custom_id: str | None = None) -> Asked:
        """Presses a button by its label or custom_id."""
        found = self._find(message)
        for button in buttons_in(found.components):
            if custom_id is not None and button.custom_id != custom_id:
                continue
            if label is not None and label not in (button.label, button.emoji):
                continue
            if button.custom_id is None:
                raise NotAllowed("a link only opens a page")
            if button.disabled:
                raise NotAllowed("the button is disabled")
            return self.forges(found, button.custom_id)
        raise NotAllowed(f"there is no such button among {[b.label for b in buttons_in(found.components)]}")

    def selects(
        self,
        message: SomeMessage,
        values: Sequence[str | Person | Role | Channel],
        *,
        custom_id: str | None = None,
    ) -> Asked:
        """Chooses in a select: options by value or label, or people, roles, channels."""
        found = self._find(message)
        offered = [s for s in selects_in(found.components) if custom_id in (None, s.custom_id)]
        if len(offered) != 1:
            raise NotAllowed(f"{len(offered)} selects fit")
        select = offered[0]
        if select.disabled or not select.least <= len(values) <= select.most:
            raise NotAllowed("the select does not take that")
        resolved = Resolved(self._hub, self._hub.world.channels[found.channel_id])
        picked = [self._pick(select, value, resolved) for value in values]
        return self.forges(
            found, select.custom_id, component_type=select.kind, values=picked, resolved=resolved.payload
        )

    @staticmethod
    def _pick(select: SeenSelect, value: str | Person | Role | Channel, resolved: Resolved) -> str:
        if isinstance(value, Person):
            return resolved.user(value.user)
        if isinstance(value, Role):
            return resolved.role(value)
        if isinstance(value, Channel):
            return resolved.channel(value)
        for label, option in select.options:
            if value in (label, option):
                return option
        raise NotAllowed(f"{value!r} is not among {select.options}")

    def forges(
        self,
        message: SomeMessage,
        custom_id: str,
        *,
        component_type: int = 2,
        values: Sequence[str] = (),
        resolved: Payload | None = None,
    ) -> Asked:
        """Sends a press that no client of ours offers: stale, foreign, made up, of a deleted message."""
        world = self._hub.world
        channel = world.channels[message.channel_id]
        source = message if isinstance(message, Message) else channel.messages.get(message.id)
        data: Payload = {"custom_id": custom_id, "component_type": component_type, "id": 1}
        if component_type != 2:
            data |= {"values": list(values), "resolved": resolved or {}}
        if source is None:
            source = Message(message.id, channel.id, world.bot, world.wall(), deleted=True)
        return Asked(self._hub, asking.ask(self._hub, 3, self.user, channel, data, source=source))

    # --- commands ---

    def invokes(
        self, channel: Channel, command: str, options: Mapping[str, asking.Value | Person] | None = None
    ) -> Asked:
        """Runs a slash command, ``"name"`` or ``"name group sub"``."""
        return Asked(self._hub, self._command(channel, command, options or {}, focused=None))

    async def completes(
        self,
        channel: Channel,
        command: str,
        option: str,
        text: str,
        others: Mapping[str, asking.Value | Person] | None = None,
    ) -> list[tuple[str, object]]:
        """Types into an option and gives what is offered: (name, value)."""
        interaction = self._command(channel, command, dict(others or {}) | {option: text}, focused=option)
        return (await Asked(self._hub, interaction).answered()).choices

    def _command(
        self, channel: Channel, path: str, options: Mapping[str, asking.Value | Person], focused: str | None
    ) -> Interaction:
        self._need(channel, May.VIEW_CHANNEL)
        name, *rest = path.removeprefix("/").split()
        command = asking.find_command(self._hub, channel, self.user, name, 1)
        leaf, wrappers = asking.descend(command, rest)
        resolved = Resolved(self._hub, channel)
        values = {key: value.user if isinstance(value, Person) else value for key, value in options.items()}
        typed = values.pop(focused) if focused is not None else None
        filled_in = asking.fill(leaf, values, resolved, partly=focused is not None)
        if focused is not None:
            offered = {o["name"]: o for o in leaf.get("options", [])}
            if not offered.get(focused, {}).get("autocomplete"):
                raise NotAllowed(f"{focused!r} does not complete")
            filled_in.append({"name": focused, "type": offered[focused]["type"], "value": typed, "focused": True})
        data: Payload = {"id": command["id"], "name": name, "type": 1, "options": asking.wrap(wrappers, filled_in)}
        if resolved.payload:
            data["resolved"] = resolved.payload
        if "guild_id" in command:
            data["guild_id"] = command["guild_id"]
        return asking.ask(self._hub, 2 if focused is None else 4, self.user, channel, data)

    def uses_menu(self, target: SomeMessage | Person, name: str, *, channel: Channel | None = None) -> Asked:
        """Picks an app's entry in the menu of a message, or of a person (then `channel` says where)."""
        hub = self._hub
        if isinstance(target, Person):
            if channel is None:
                raise NotAllowed("say in which channel the person's menu is opened")
            resolved = Resolved(hub, channel)
            command, target_id = asking.find_command(hub, channel, self.user, name, 2), resolved.user(target.user)
        else:
            found = self._find(target)
            channel = hub.world.channels[found.channel_id]
            resolved = Resolved(hub, channel)
            command, target_id = asking.find_command(hub, channel, self.user, name, 3), resolved.message(found)
        data: Payload = {"id": command["id"], "name": name, "type": command["type"], "target_id": target_id}
        if "guild_id" in command:
            data["guild_id"] = command["guild_id"]
        return Asked(hub, asking.ask(hub, 2, self.user, channel, data | {"resolved": resolved.payload}))

    # --- forms ---

    @property
    def modals(self) -> list[SeenModal]:
        """The forms that were opened for them, the newest last."""
        asked = self._hub.interactions.values()
        return [see_modal(one) for one in asked if one.modal is not None and one.asker.id == self.id]

    def submits(self, modal: SeenModal, values: Mapping[str, FieldValue | Person]) -> Asked:
        """Sends a form, its fields named by label or custom_id."""
        if modal.asked.asker.id != self.id:
            raise NotAllowed("someone else's form")
        channel = modal.asked.channel
        resolved = Resolved(self._hub, channel)
        plain = {key: value.user if isinstance(value, Person) else value for key, value in values.items()}
        data: Payload = {"custom_id": modal.custom_id, "components": filled(modal, plain, resolved)}
        if resolved.payload:
            data["resolved"] = resolved.payload
        source = modal.asked.source
        return Asked(self._hub, asking.ask(self._hub, 5, self.user, channel, data, source=source, via=modal.asked))

    # --- direct messages ---

    def opens_dm(self) -> Channel:
        """Opens the direct messages with the bot."""
        return self._hub.world.dm_with(self.user)

    def closes_dms(self) -> None:
        """Lets no more direct messages in: the bot is refused with 50007."""
        self.user.dms_open = False

    def reopens_dms(self) -> None:
        self.user.dms_open = True

"""Scripted chats: private ones, groups with members, topics and admins, channels."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.twins.telegram.jsons import Json
from tests.twins.telegram.methods.topics import open_topic
from tests.twins.telegram.seen import Post
from tests.twins.telegram.stage import Stage
from tests.twins.telegram.texts import found_in
from tests.twins.telegram.wire import chat_json, user_json
from tests.twins.telegram.world import (
    FIRST_CONTACT_WINDOW,
    LINKED_CHANNEL_POSTER,
    RIGHTS,
    USUAL_RIGHTS,
    ChatState,
    MediaState,
    MemberState,
)

if TYPE_CHECKING:
    from tests.twins.telegram.people import Person

_SUPERGROUPS = -1_002_000_000_000


@dataclass(slots=True)
class Chat:
    """Any chat; `id` is the Bot API's."""

    stage: Stage
    state: ChatState

    @property
    def id(self) -> int:
        return self.state.id

    @property
    def title(self) -> str:
        return self.state.title

    @property
    def messages(self) -> list[Post]:
        """All messages that are still there, in order."""
        return [Post(self.stage.world, message) for _, message in sorted(self.state.messages.items())]

    @property
    def last(self) -> Post:
        """The newest message.

        Raises:
            LookupError: When there is none.
        """
        if not self.state.messages:
            raise LookupError("no message yet")
        return self.messages[-1]

    @property
    def actions(self) -> list[str]:
        """The chat actions the bot showed ("typing" ...)."""
        return self.state.actions


@dataclass(frozen=True, slots=True)
class Topic:
    """A forum topic."""

    id: int
    name: str


@dataclass(slots=True)
class Channel(Chat):
    """A channel; its posts appear in the group it is linked with."""

    def posts(self, text: str, *, photo: bytes | None = None) -> Post:
        """Publish; returns the copy in the linked group if there is one, else the channel's post."""
        world, chronicle = self.stage.world, self.stage.chronicle
        post = chronicle.draft(self.state, None)
        post.sender_chat_id, post.text, post.entities = self.id, text, found_in(text)
        if photo is not None:
            stored = world.files.add("photo", photo)
            post.media = MediaState("photo", stored.id, world.files.describe(stored))
        chronicle.publish(self.state, post)
        if not self.state.linked_chat:
            return Post(world, post)
        group = world.chats[self.state.linked_chat]
        copy = chronicle.draft(group, LINKED_CHANNEL_POSTER)
        copy.sender_chat_id, copy.text, copy.entities, copy.media = self.id, post.text, post.entities, post.media
        copy.automatic_forward = True
        copy.forward_origin = {
            "type": "channel",
            "chat": chat_json(world, self.state),
            "message_id": post.id,
            "date": post.date,
        }
        return Post(world, chronicle.publish(group, copy))


@dataclass(slots=True)
class Group(Chat):
    """A group or supergroup; what its owner does is done without naming him."""

    owner_id: int = 0
    former_id: int = 0

    def _place(self, user: Person) -> MemberState:
        return self.state.member(user.id)

    def add_bot(self, *, admin: bool | Iterable[str] = False) -> None:
        """Let the bot in.

        Args:
            admin: False for an ordinary member, True for an admin with the usual rights, or the rights' names.
        """
        bot = self.stage.world.bot.id
        self.stage.chronicle.place_member(self.state, _bot_place(bot, admin), self.owner_id)
        who = user_json(self.stage.world.bot)
        self.stage.chronicle.service(
            self.state,
            self.owner_id,
            {"new_chat_participant": who, "new_chat_member": who, "new_chat_members": [who]},
        )

    def promote_bot(self, rights: Iterable[str] | bool = True) -> None:
        """Make the bot an admin with the usual or the named rights; False demotes it."""
        self.stage.chronicle.place_member(self.state, _bot_place(self.stage.world.bot.id, rights), self.owner_id)

    def restrict_bot(self, *permissions: str) -> None:
        """Leave the bot only some permissions, e.g. `can_send_messages`."""
        place = MemberState(self.stage.world.bot.id, "restricted", permissions=frozenset(permissions))
        self.stage.chronicle.place_member(self.state, place, self.owner_id)

    def allow(self, *permissions: str) -> None:
        """Set what ordinary members may do here."""
        self.state.permissions = frozenset(permissions)

    def remove_bot(self) -> None:
        """Throw the bot out."""
        self.stage.chronicle.place_member(self.state, MemberState(self.stage.world.bot.id, "kicked"), self.owner_id)

    def add_topic(self, name: str, by: Person | None = None) -> Topic:
        """Open a forum topic."""
        if not self.state.forum:
            raise PermissionError("not a forum")
        topic = open_topic(self.stage.chronicle, self.state, name, by.id if by else self.owner_id)
        return Topic(topic.id, topic.name)

    def close_topic(self, topic: Topic) -> None:
        """Close a topic."""
        self.state.topics[topic.id].closed = True
        self.stage.chronicle.service(self.state, self.owner_id, {"forum_topic_closed": {}}, topic=topic.id)

    def reopen_topic(self, topic: Topic) -> None:
        """Open a closed topic again."""
        self.state.topics[topic.id].closed = False
        self.stage.chronicle.service(self.state, self.owner_id, {"forum_topic_reopened": {}}, topic=topic.id)

    def join(self, user: Person, *, added_by: Person | None = None) -> None:
        """A person joins by themselves, or is added."""
        self.stage.world.lapse(self.state)
        if self._place(user).status == "kicked":
            raise PermissionError(f"{user.name} is banned from {self.title}")
        if self._place(user).present:
            raise PermissionError(f"{user.name} is in {self.title} already")
        if self.state.join_by_request and added_by is None:
            raise PermissionError(f"one has to ask to be let into {self.title}")
        self.stage.chronicle.join(self.state, user.id, (added_by or user).id)

    def hold_back(self, user: Person, by: Person) -> None:
        """A captcha bot takes a newcomer's voice until they solved its riddle; `by` is that bot, an admin here."""
        place = MemberState(user.id, "restricted", permissions=frozenset())
        self.stage.chronicle.place_member(self.state, place, by.id)

    def let_speak(self, user: Person, by: Person) -> None:
        """The captcha is solved."""
        self.stage.chronicle.place_member(self.state, MemberState(user.id), by.id)

    def had_before(self, *users: Person) -> None:
        """Members from before the bot came: nothing is told about them."""
        for user in users:
            self.state.members[user.id] = MemberState(user.id)

    def leave(self, user: Person) -> None:
        """A person leaves."""
        if not self._place(user).present:
            raise PermissionError(f"{user.name} is not in {self.title}")
        self.stage.chronicle.leave(self.state, MemberState(user.id, "left"), user.id)

    def ban(self, user: Person) -> None:
        """The owner bans a person."""
        self.stage.chronicle.leave(self.state, MemberState(user.id, "kicked"), self.owner_id)

    def unban(self, user: Person) -> None:
        """The owner lets a person come back."""
        self.stage.chronicle.place_member(self.state, MemberState(user.id, "left"), self.owner_id)

    def request_to_join(self, user: Person, bio: str = "") -> None:
        """A person asks to be let in; the bot may write to them for five minutes.

        Raises:
            PermissionError: They are inside, banned, or have asked already.
        """
        world = self.stage.world
        if self._place(user).present or self._place(user).status == "kicked" or user.id in self.state.requests:
            raise PermissionError(f"{user.name} cannot ask to be let into {self.title}")
        self.state.requests[user.id] = bio
        world.changed.fire()
        place = self.state.member(world.bot.id)
        if not place.may("can_invite_users"):
            return
        user.state.writable_until = world.clock() + FIRST_CONTACT_WINDOW
        request: Json = {
            "chat": chat_json(world, self.state),
            "from": user_json(user.state),
            "user_chat_id": user.id,
            "date": world.now,
        }
        if bio:
            request["bio"] = bio
        self.stage.updates.push("chat_join_request", request)

    def require_requests(self, *, required: bool = True) -> None:
        """Have people ask before they come in (`join_by_request`), or not."""
        if self.state.kind != "supergroup":
            raise PermissionError("only supergroups have requests to join")
        self.state.join_by_request = required

    def withdraw_request(self, user: Person) -> None:
        """A person no longer wants in; nobody is told."""
        del self.state.requests[user.id]
        user.state.writable_until = 0.0
        self.stage.world.changed.fire()

    def accept_request(self, user: Person) -> None:
        """The owner lets in who asked."""
        del self.state.requests[user.id]
        self.stage.chronicle.join(self.state, user.id, self.owner_id, via_join_request=True)

    def is_asking(self, user: Person) -> bool:
        """Whether a request of theirs is open."""
        return user.id in self.state.requests

    def rename(self, title: str) -> None:
        """The owner gives the group another name."""
        self.state.title = title
        self.stage.chronicle.service(self.state, self.owner_id, {"new_chat_title": title})

    def rename_topic(self, topic: Topic, name: str) -> None:
        """The owner gives a topic another name."""
        self.state.topics[topic.id].name = name
        what: Json = {"forum_topic_edited": {"name": name}}
        self.stage.chronicle.service(self.state, self.owner_id, what, topic=topic.id)

    def make_admin(self, user: Person, *, anonymous: bool = False, rights: Iterable[str] | None = None) -> None:
        """The owner makes somebody an admin; an anonymous one speaks as the group."""
        granted = USUAL_RIGHTS if rights is None else _checked(rights)
        place = MemberState(user.id, "administrator", granted, anonymous=anonymous)
        self.stage.chronicle.place_member(self.state, place, self.owner_id)

    def unmake_admin(self, user: Person) -> None:
        """The owner makes an admin an ordinary member again."""
        self.stage.chronicle.place_member(self.state, MemberState(user.id), self.owner_id)

    def is_member(self, user: Person) -> bool:
        return self._place(user).present

    def is_banned(self, user: Person) -> bool:
        return self._place(user).status == "kicked"

    def permissions_of(self, user: Person) -> frozenset[str]:
        """What a member may do: the group's permissions, less what was taken from them."""
        place = self._place(user)
        return place.permissions & self.state.permissions if place.status == "restricted" else self.state.permissions

    def link(self, channel: Channel) -> None:
        """Make this group the channel's discussion."""
        self.state.linked_chat, channel.state.linked_chat = channel.id, self.id

    def upgrade(self) -> int:
        """Turn a basic group into a supergroup; this handle follows. Returns the new id."""
        if self.state.kind != "group":
            raise PermissionError("only a basic group is upgraded")
        old, world = self.state, self.stage.world
        new = ChatState(_SUPERGROUPS - abs(old.id) - 1, "supergroup", old.title)
        new.members, new.permissions = dict(old.members), old.permissions
        world.chats[new.id] = new
        self.stage.chronicle.service(old, self.owner_id, {"migrate_to_chat_id": new.id})
        self.stage.chronicle.service(new, self.owner_id, {"migrate_from_chat_id": old.id})
        old.migrated_to = new.id
        self.former_id, self.state = old.id, new
        world.changed.fire()
        return new.id


def _checked(rights: Iterable[str]) -> frozenset[str]:
    names = frozenset(rights)
    if strange := names - RIGHTS:
        raise ValueError(f"no such rights: {sorted(strange)}")
    return names


def _bot_place(bot: int, admin: bool | Iterable[str]) -> MemberState:
    if isinstance(admin, bool):
        return MemberState(bot, "administrator", USUAL_RIGHTS) if admin else MemberState(bot)
    return MemberState(bot, "administrator", _checked(admin) | {"can_manage_chat"})

"""Methods about chats and the people in them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count

from tests.twins.telegram.calls import Call, Handler
from tests.twins.telegram.chronicle import Chronicle
from tests.twins.telegram.jsons import Json, as_flag, without_none
from tests.twins.telegram.refusals import bad, check_fields
from tests.twins.telegram.wire import chat_json, member_json, message_json, permissions_json, user_json
from tests.twins.telegram.world import PERMISSIONS, RIGHTS, ChatState, MemberState, Status, World

# https://core.telegram.org/bots/api#restrictchatmember: outside of these it is for ever.
_SHORTEST = 30
_LONGEST = 366 * 24 * 3600


@dataclass(slots=True)
class Members:
    """getChat, getChatMember, restrictChatMember and their kin."""

    world: World
    chronicle: Chronicle
    _links: count[int]

    def methods(self) -> dict[str, Handler]:
        """This area's methods by name."""
        return {
            "getChat": self.get_chat,
            "getChatMember": self.get_member,
            "getChatAdministrators": self.get_administrators,
            "getChatMemberCount": self.get_count,
            "restrictChatMember": self.restrict,
            "banChatMember": self.ban,
            "unbanChatMember": self.unban,
            "promoteChatMember": self.promote,
            "approveChatJoinRequest": self.approve,
            "declineChatJoinRequest": self.decline,
            "leaveChat": self.leave,
            "createChatInviteLink": self.create_link,
            "exportChatInviteLink": self.export_link,
            "editChatInviteLink": self.edit_link,
            "revokeChatInviteLink": self.revoke_link,
        }

    def _chat(self, call: Call) -> ChatState:
        return self.world.reachable(call.values.get("chat_id"))

    def _group(self, call: Call) -> ChatState:
        chat = self._chat(call)
        if chat.kind == "private":
            raise bad("method is available for supergroup and channel chats only")
        return chat

    async def get_chat(self, call: Call) -> object:
        chat = self._known(call)
        body: Json = {
            **chat_json(self.world, chat),
            "accent_color_id": 0,
            "max_reaction_count": 11,
            "accepted_gift_types": {
                "unlimited_gifts": False,
                "limited_gifts": False,
                "unique_gifts": False,
                "premium_subscription": False,
                "gifts_from_channels": False,
            },
        }
        if chat.kind != "private":
            pinned = chat.messages.get(chat.pinned[-1]) if chat.pinned else None
            body |= without_none(
                description=chat.description or None,
                permissions=permissions_json(chat.permissions),
                linked_chat_id=chat.linked_chat or None,
                join_by_request=chat.join_by_request or None,
                pinned_message=message_json(self.world, pinned) if pinned else None,
            )
        return body

    def _known(self, call: Call) -> ChatState:
        # Reading about a private chat works for whoever was met, even when writing does not.
        chat = self.world.chat(call.values.get("chat_id"))
        return chat if chat.kind == "private" else self.world.reachable(chat.id)

    async def get_member(self, call: Call) -> object:
        chat = self._known(call)
        user = self.world.user(call.integer("user_id"))
        if chat.kind == "private":
            return {"user": user_json(user), "status": "member"}
        return member_json(self.world, chat, chat.member(user.id))

    async def get_administrators(self, call: Call) -> object:
        chat = self._group(call)
        return [
            member_json(self.world, chat, place)
            for place in chat.members.values()
            if place.admin and (call.flag("return_bots") or not self._other_bot(place))
        ]

    def _other_bot(self, place: MemberState) -> bool:
        return place.user_id != self.world.bot.id and self.world.users[place.user_id].is_bot

    async def get_count(self, call: Call) -> object:
        chat = self._known(call)
        return 2 if chat.kind == "private" else sum(place.present for place in chat.members.values())

    def _subject(self, call: Call, right: str, doing: str) -> tuple[ChatState, MemberState]:
        chat = self._group(call)
        self.world.need(chat, right, doing)
        user = self.world.user(call.integer("user_id"))
        place = chat.member(user.id)
        if place.status == "creator":
            raise bad("can't remove chat owner")
        if user.id == self.world.bot.id:
            raise bad("can't restrict self")
        if place.admin and right == "can_restrict_members":
            raise bad("user is an administrator of the chat")
        return chat, place

    async def restrict(self, call: Call) -> object:
        chat, place = self._subject(call, "can_restrict_members", "restrict/unrestrict chat member")
        if chat.kind != "supergroup":
            raise bad("method is available only for supergroups")
        wanted = call.mapping("permissions")
        if wanted is None:
            raise bad("permissions must be specified")
        check_fields("ChatPermissions", wanted, PERMISSIONS)
        granted = frozenset(name for name, value in wanted.items() if as_flag(value))
        if place.status == "kicked":
            raise bad("USER_KICKED")
        away = not place.present
        restricted = not granted >= chat.permissions
        status: Status = "restricted" if restricted else ("left" if away else "member")
        new = MemberState(place.user_id, status, permissions=granted, until=self._until(call), gone=restricted and away)
        self.chronicle.place_member(chat, new, self.world.bot.id)
        return True

    def _until(self, call: Call) -> int:
        """When a ban or restriction ends; 0 for never, as which the server takes what is very soon or very late."""
        until = call.integer("until_date") or 0
        return until if _SHORTEST <= until - self.world.now <= _LONGEST else 0

    async def ban(self, call: Call) -> object:
        chat, place = self._subject(call, "can_restrict_members", "restrict/unrestrict chat member")
        new = MemberState(place.user_id, "kicked", until=self._until(call))
        if place.present:
            self.chronicle.leave(chat, new, self.world.bot.id)
        else:
            self.chronicle.place_member(chat, new, self.world.bot.id)
        if call.flag("revoke_messages"):
            for message in [one for one in chat.messages.values() if one.sender_id == place.user_id]:
                del chat.messages[message.id]
        return True

    async def unban(self, call: Call) -> object:
        chat, place = self._subject(call, "can_restrict_members", "restrict/unrestrict chat member")
        # Unbanning somebody who is in the chat removes them, unless only_if_banned says otherwise.
        if place.status == "kicked" or (place.present and not call.flag("only_if_banned")):
            self.chronicle.place_member(chat, MemberState(place.user_id, "left"), self.world.bot.id)
        return True

    async def promote(self, call: Call) -> object:
        chat, place = self._subject(call, "can_promote_members", "promote chat member")
        if not place.present:
            raise bad("USER_NOT_PARTICIPANT")
        rights = frozenset(name for name in RIGHTS if call.flag(name))
        if not rights <= chat.member(self.world.bot.id).rights:
            raise bad("not enough rights")
        status: Status = "administrator" if rights else "member"
        new = MemberState(place.user_id, status, rights, anonymous=call.flag("is_anonymous"))
        self.chronicle.place_member(chat, new, self.world.bot.id)
        return True

    def _request(self, call: Call) -> tuple[ChatState, int]:
        chat = self._group(call)
        self.world.need(chat, "can_invite_users", "manage chat join requests")
        user = self.world.user(call.integer("user_id"))
        if chat.member(user.id).present:
            raise bad("USER_ALREADY_PARTICIPANT")
        if user.id not in chat.requests:
            raise bad("HIDE_REQUESTER_MISSING")
        del chat.requests[user.id]
        # The way into the private chat closes with the decision.
        user.writable_until = 0.0
        return chat, user.id

    async def approve(self, call: Call) -> object:
        chat, user_id = self._request(call)
        self.chronicle.join(chat, user_id, self.world.bot.id, via_join_request=True)
        return True

    async def decline(self, call: Call) -> object:
        self._request(call)
        self.world.changed.fire()
        return True

    async def leave(self, call: Call) -> object:
        chat = self._group(call)
        self.chronicle.place_member(chat, MemberState(self.world.bot.id, "left"), self.world.bot.id)
        return True

    def _inviting(self, call: Call) -> ChatState:
        chat = self._group(call)
        self.world.need(chat, "can_invite_users", "manage chat invite link")
        return chat

    async def create_link(self, call: Call) -> object:
        chat = self._inviting(call)
        if call.flag("creates_join_request") and call.has("member_limit"):
            raise bad("member limit can't be specified for links requiring administrator approval")
        if len(call.text("name")) > 32:
            raise bad("invite link name is too long")
        url = f"https://t.me/+twin{next(self._links):012d}"
        chat.links[url] = {"invite_link": url, "creator": user_json(self.world.bot), "is_revoked": False}
        chat.links[url] |= self._link_settings(call)
        return chat.links[url]

    @staticmethod
    def _link_settings(call: Call) -> Json:
        return {
            "creates_join_request": call.flag("creates_join_request"),
            "is_primary": False,
            **without_none(
                name=call.text("name") or None,
                expire_date=call.integer("expire_date"),
                member_limit=call.integer("member_limit"),
            ),
        }

    async def export_link(self, call: Call) -> object:
        self._inviting(call)
        return f"https://t.me/+twin{next(self._links):012d}"

    def _link(self, call: Call) -> Json:
        found = self._inviting(call).links.get(call.text("invite_link"))
        if found is None:
            raise bad("INVITE_HASH_EXPIRED")
        return found

    async def edit_link(self, call: Call) -> object:
        found = self._link(call)
        found |= self._link_settings(call)
        return found

    async def revoke_link(self, call: Call) -> object:
        found = self._link(call)
        found["is_revoked"] = True
        return found

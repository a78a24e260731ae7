"""Interactions: commands, menus, completions, keys and forms, from Discord's JSON to events."""

from dataclasses import dataclass

from bot.adapters.discord import commands, custom_ids
from bot.adapters.discord.accounts import account, told_access
from bot.adapters.discord.cdn import Portraits
from bot.adapters.discord.files import Uploads, attachments
from bot.adapters.discord.forms import answers
from bot.adapters.discord.inbound import Inbound
from bot.adapters.discord.names import chat_ref, made_at, message_ref, space_ref
from bot.adapters.discord.tickets import Kind, Ticket
from bot.adapters.discord.whereabouts import Whereabouts, is_thread_type
from bot.adapters.discord.wire import JsonObject, as_object, as_objects, as_text, as_texts
from bot.domain.attachments import Attachment
from bot.domain.author import Account, Author, ChatAuthor, ChatVoice
from bot.domain.events import (
    ActionPressed,
    CommandInvoked,
    Community,
    CompletionAsked,
    FormSubmitted,
    Given,
    Private,
    Visiting,
    Where,
)
from bot.ports.gateway import AnswerMode, Intake, Offering

COMMAND, COMPONENT, COMPLETION, SUBMISSION = 2, 3, 4, 5  # docs, "Interaction Type"
_BOT_DM = 1  # docs, "Interaction Context Types"
_GUILD_INSTALLED = "0"
_EPHEMERAL = 1 << 6


@dataclass(frozen=True, slots=True)
class PrivatePress:
    """A key that leads into the private chat was pressed: the adapter opens it before the core hears of it."""

    key: str
    by: Account
    data: str
    ticket: Ticket


Asked = CommandInvoked | ActionPressed | FormSubmitted | CompletionAsked | PrivatePress


class Questions:
    """Makes events of interactions.

    Args:
        inbound: reads the messages that menus are used on.
        whereabouts: told of chats that the bot is only brought along to.
        uploads: keeps the addresses of files that come along.
        portraits: keeps the pictures of who asks, and of who wrote what they ask about.
    """

    def __init__(
        self, intake: Intake, inbound: Inbound, whereabouts: Whereabouts, uploads: Uploads, portraits: Portraits
    ) -> None:
        self._intake = intake
        self._inbound = inbound
        self._whereabouts = whereabouts
        self._uploads = uploads
        self._portraits = portraits

    def read(self, data: JsonObject) -> tuple[Asked, Ticket] | None:
        """An interaction's JSON as what happened, with what it takes to answer; None for kinds that we do not know."""
        match data.get("type"):
            case 2:
                return self._command(data)
            case 3:
                return self._pressed(data)
            case 4:
                return self._completion(data)
            case 5:
                return self._submitted(data)
            case _:
                return None

    # --- what all have ---

    def _by(self, data: JsonObject) -> Account:
        member = data.get("member")
        user = data["user"] if member is None else member["user"]
        self._portraits.note(user)
        return account(user, member, as_text(data.get("locale")))

    def _where(self, data: JsonObject) -> Where:
        chat, guild = chat_ref(str(data.get("channel_id") or "0")), data.get("guild_id")
        owners = as_object(data.get("authorizing_integration_owners"))
        brought = bool(owners) and _GUILD_INSTALLED not in owners
        if data.get("context", _BOT_DM) != _BOT_DM if guild is None else brought:
            self._whereabouts.visit(chat.id)
            return Visiting(chat)
        if guild is None:
            return Private(chat)
        channel = as_object(data.get("channel"))
        parent = channel.get("parent_id") if is_thread_type(channel.get("type")) else None
        name = as_text(channel.get("name"))
        return Community(space_ref(guild), chat, name, None if parent is None else chat_ref(str(parent)))

    def _ticket(self, data: JsonObject, kind: Kind, mode: AnswerMode) -> Ticket:
        message = as_object(data.get("message"))
        private = bool(int(message.get("flags") or 0) & _EPHEMERAL)
        number = str(message.get("id") or "0")
        chat = str(data.get("channel_id") or "0")
        return Ticket(data["id"], str(data["application_id"]), kind, mode, chat, number, private, data["token"])

    # --- commands and menus ---

    def _command(self, data: JsonObject) -> tuple[Asked, Ticket]:
        told = as_object(data.get("data"))
        name, mode = _offered(self._intake.offering, told)
        ticket = self._ticket(data, Kind.COMMAND, mode)
        resolved = as_object(told.get("resolved"))
        chat, guild = str(data.get("channel_id") or "0"), data.get("guild_id")
        given = self._given(told, chat)
        target = str(told.get("target_id") or "")
        message = as_object(as_object(resolved.get("messages")).get(target))
        found = as_object(as_object(resolved.get("users")).get(target))
        member = as_object(as_object(resolved.get("members")).get(target))
        event = CommandInvoked(
            f"interaction:{data['id']}",
            made_at(data["id"]),
            self._where(data),
            name,
            self._by(data),
            given=given,
            attachments=tuple(one.attachment for one in given if one.attachment is not None),
            reply_to=message_ref(chat, target) if message else None,
            target_author=self._author(message) if message else None,
            target_text=self._inbound.text(message, guild),
            target_attachments=attachments(message, chat),
            target_user=account(found, member) if found else None,
            rights=told_access(data.get("member")),
            handle=ticket.handle,
        )
        return event, ticket

    def _author(self, message: JsonObject) -> Author:
        """Who wrote what a menu is used on: a webhook is nobody's account."""
        author = as_object(message.get("author"))
        if message.get("webhook_id") and message.get("webhook_id") != message.get("application_id"):
            return ChatAuthor(str(message["webhook_id"]), as_text(author.get("username")), ChatVoice.WEBHOOK)
        self._portraits.note(author)
        return account(author)

    def _completion(self, data: JsonObject) -> tuple[Asked, Ticket]:
        told = as_object(data.get("data"))
        name, mode = _offered(self._intake.offering, told)
        asked = as_object(next((one for one in as_objects(told.get("options")) if one.get("focused")), None))
        event = CompletionAsked(
            f"interaction:{data['id']}",
            made_at(data["id"]),
            self._where(data),
            name,
            as_text(asked.get("name")),
            str(asked.get("value") or ""),
            self._by(data),
            given=self._given(told, str(data.get("channel_id") or "0")),
        )
        return event, self._ticket(data, Kind.COMMAND, mode)

    def _given(self, told: JsonObject, chat: str) -> tuple[Given, ...]:
        resolved = as_object(told.get("resolved"))
        found: list[Given] = []
        for option in as_objects(told.get("options")):
            name, value = as_text(option.get("name")), option.get("value")
            if option.get("focused"):
                continue
            number = str(value)
            match option.get("type"):
                case 6:
                    user = as_object(as_object(resolved.get("users")).get(number))
                    member = as_object(as_object(resolved.get("members")).get(number))
                    found.append(Given(name, user=account(user, member) if user else None))
                case 7:
                    found.append(Given(name, chat=chat_ref(number)))
                case 11:
                    found.append(Given(name, attachment=self._upload(resolved, number, chat)))
                case _:
                    found.append(Given(name, text=_written(value)))
        return tuple(found)

    def _upload(self, resolved: JsonObject, number: str, chat: str) -> Attachment | None:
        payload = as_object(as_object(resolved.get("attachments")).get(number))
        return self._uploads.keep(payload, chat) if payload else None

    # --- keys and forms ---

    def _pressed(self, data: JsonObject) -> tuple[Asked, Ticket]:
        told = as_object(data.get("data"))
        custom_id, key = as_text(told.get("custom_id")), f"interaction:{data['id']}"
        if custom_ids.is_private(custom_id):
            ticket = self._ticket(data, Kind.KEY, AnswerMode.UPDATE)
            return PrivatePress(key, self._by(data), custom_ids.data_of(custom_id), ticket), ticket
        picked = as_texts(told.get("values"))
        pressed = custom_ids.data_of(picked[0] if picked else custom_id)
        ticket = self._ticket(data, Kind.KEY, self._intake.mode_of(pressed))
        event = ActionPressed(
            key,
            made_at(data["id"]),
            self._where(data),
            pressed,
            self._by(data),
            message=message_ref(ticket.chat, ticket.message),
            rights=told_access(data.get("member")),
            handle=ticket.handle,
        )
        return event, ticket

    def _submitted(self, data: JsonObject) -> tuple[Asked, Ticket]:
        told = as_object(data.get("data"))
        sent = custom_ids.data_of(as_text(told.get("custom_id")))
        kind = Kind.FORM_ON_MESSAGE if data.get("message") else Kind.FORM
        ticket = self._ticket(data, kind, self._intake.mode_of(sent))
        resolved = as_object(told.get("resolved"))
        event = FormSubmitted(
            f"interaction:{data['id']}",
            made_at(data["id"]),
            self._where(data),
            sent,
            self._by(data),
            answers(told.get("components"), lambda number: self._upload(resolved, number, ticket.chat)),
            message=message_ref(ticket.chat, ticket.message) if kind is Kind.FORM_ON_MESSAGE else None,
            rights=told_access(data.get("member")),
            handle=ticket.handle,
        )
        return event, ticket


def _offered(offering: Offering, told: JsonObject) -> tuple[str, AnswerMode]:
    """The declared name and mode of what Discord calls so; a name that we do not offer (any more) as it is."""
    kind, name = told.get("type", commands.SLASH), as_text(told.get("name"))
    if kind == commands.SLASH:
        return name, next((one.mode for one in offering.commands if one.name == name), AnswerMode.PRIVATE)
    for one in offering.menus:
        if commands.menu_kind(one.target) == kind and commands.menu_name(one) == name:
            return one.name, one.mode
    return name, AnswerMode.PRIVATE


def _written(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)

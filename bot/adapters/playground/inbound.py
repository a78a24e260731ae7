"""What happened in the world -> events for the core. The core is asked whether anyone is concerned before one is built.

Each function gives a :data:`Telling`: what is to be told, if anyone is concerned at the moment when the core listens.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from bot.adapters.playground.accounts import account_of, attachments_of, author_of
from bot.adapters.playground.commands import BOT_HANDLE, Typed, typed_command
from bot.adapters.playground.handles import Interaction
from bot.adapters.playground.limits import Side
from bot.adapters.playground.marks import said_in
from bot.adapters.playground.state import BOT, Chat, ChatKind, Person, Post, Space
from bot.adapters.playground.world import World
from bot.domain.access import Access
from bot.domain.events import (
    ActionPressed,
    BotAdded,
    BotRemoved,
    CommandInvoked,
    Community,
    Event,
    FormSubmitted,
    Given,
    GuestAsked,
    InlineAsked,
    JoinRequested,
    MemberBanned,
    MemberJoined,
    MemberLeft,
    MessageDeleted,
    MessageEdited,
    MessagePosted,
    PlaceClosed,
    PlaceOpened,
    Private,
    PrivateOpened,
    ReactionChanged,
    SpaceSeen,
    Visiting,
    Where,
)
from bot.domain.form import Answers
from bot.domain.text import RichText
from bot.ports.gateway import CommandSpec, Intake

_NAME = re.compile(rf"@{BOT_HANDLE}\b\s*", re.IGNORECASE)

Telling = Callable[[Intake], Event | None]


def where(chat: Chat, world: World) -> Where:
    """Where a chat is."""
    space = world.space(chat.space)
    if chat.kind is ChatKind.ELSEWHERE:
        return Visiting(chat.ref)
    if space is None:
        return Private(chat.ref)
    parent = None if chat.parent is None else world.chat(chat.parent)
    return Community(space.ref, chat.ref, chat.name, None if parent is None else parent.ref)


def wrote(world: World, chat: Chat, person: Person, post: Post) -> Telling:
    """A member's message; on the right it may be a command."""
    post = replace(post)  # as it is now: before the core listens it may be changed or gone

    def tell(intake: Intake) -> Event | None:
        if chat.side is Side.RIGHT and chat.owner is not None and post.drawn.plain.split()[:1] == ["/start"]:
            data = post.drawn.plain.strip().removeprefix("/start").strip()
            return PrivateOpened(f"m{post.id}", post.at, where(chat, world), account_of(person), data)
        if chat.side is Side.RIGHT:
            typed = typed_command(post.drawn.plain, intake.offering)
            if typed is not None and _obeyed(typed, world, chat, post):
                return _typed(world, chat, person, post, typed)
        if not _wanted(intake, chat, person, post, post.reply_to):
            return None
        answered = world.post(post.reply_to)
        return MessagePosted(
            key=f"m{post.id}",
            at=post.at,
            where=where(chat, world),
            messages=(post.ref,),
            author=account_of(person),
            text=said_in(post, world),
            attachments=attachments_of(post),
            reply_to=None if answered is None else answered.ref,
            to_bot=_to_bot(post, world),
        )

    return tell


def _wanted(intake: Intake, chat: Chat, person: Person, post: Post, reply_to: str | None) -> bool:
    name = "" if chat.owner is not None else chat.name
    return intake.wants_message(chat.space, chat.id, chat.topic, name, person.id, post.drawn.plain, reply_to)


def _to_bot(post: Post, world: World) -> bool:
    answered = world.post(post.reply_to)
    answers_bot = answered is not None and answered.author == BOT and answered.drawn.speaker is None
    return answers_bot or f"@{BOT_HANDLE}" in post.drawn.plain.casefold()


def _obeyed(typed: Typed, world: World, chat: Chat, post: Post) -> bool:
    """In a group a name that other bots use too is obeyed only with the bot's name or in reply to it."""
    shared = isinstance(typed.command, CommandSpec) and typed.command.shared
    return chat.owner is not None or not shared or typed.named or _to_bot(post, world)


def _typed(world: World, chat: Chat, person: Person, post: Post, typed: Typed) -> CommandInvoked:
    answered = world.post(post.reply_to)
    return CommandInvoked(
        key=f"m{post.id}",
        at=post.at,
        where=where(chat, world),
        command=typed.command.name,
        by=account_of(person),
        rest=typed.rest,
        attachments=attachments_of(post),
        message=post.ref,
        reply_to=None if answered is None else answered.ref,
        target_author=None if answered is None else author_of(answered, world),
        target_text=RichText() if answered is None else said_in(answered, world),
        target_attachments=() if answered is None else attachments_of(answered),
    )


def edited(world: World, chat: Chat, person: Person, post: Post, at: datetime, key: str) -> Telling:
    """A member changed their message."""
    post = replace(post)  # as it is now: before the core listens it may be changed again

    def tell(intake: Intake) -> Event | None:
        if not _wanted(intake, chat, person, post, None):
            return None
        return MessageEdited(
            f"e{key}",
            at,
            where(chat, world),
            post.ref,
            account_of(person),
            said_in(post, world),
            attachments_of(post),
        )

    return tell


def erased(world: World, chat: Chat, post: Post, at: datetime) -> Telling:
    """A message was deleted; only the left platform tells."""

    def tell(intake: Intake) -> Event | None:
        if chat.side is Side.RIGHT or not intake.wants_change(chat.id, post.id):
            return None
        return MessageDeleted(f"d{post.id}", at, where(chat, world), (post.ref,))

    return tell


def reacted(
    world: World,
    chat: Chat,
    person: Person,
    post: Post,
    changed: tuple[tuple[str, ...], tuple[str, ...]],
    at: datetime,
    key: str,
) -> Telling:
    """Somebody's reactions changed; ``changed`` is what was added and what was removed."""

    def tell(intake: Intake) -> Event | None:
        if not intake.wants_change(chat.id, post.id):
            return None
        added, removed = changed
        return ReactionChanged(f"r{key}", at, where(chat, world), post.ref, account_of(person), added, removed)

    return tell


def _whole(world: World, space: Space) -> Where:
    """Where something concerns a space as a whole: its lobby."""
    return where(world.lobby(space), world)


def joined(world: World, person: Person, space: Space, at: datetime, key: str) -> Telling:
    """A member came in."""
    return lambda _: MemberJoined(f"j{key}", at, _whole(world, space), account_of(person))


def screened(world: World, person: Person, space: Space, at: datetime, key: str) -> Telling:
    """A member came in and has yet to solve the captcha."""
    return lambda _: MemberJoined(f"j{key}", at, _whole(world, space), account_of(person), screening=True)


def asked_in(world: World, person: Person, space: Space, at: datetime, key: str) -> Telling:
    """Somebody asks to be let in; the bot may write to them until they have an answer."""
    chat = world.private_chat(person.ref)
    answer_in = None if chat is None else chat.ref
    return lambda _: JoinRequested(f"q{key}", at, _whole(world, space), account_of(person), answer_in)


def left(world: World, person: Person, space: Space, at: datetime, key: str) -> Telling:
    """A member went, by themselves or not."""
    return lambda _: MemberLeft(f"l{key}", at, _whole(world, space), account_of(person))


def banned(world: World, person: Person, space: Space, at: datetime, key: str) -> Telling:
    """A member was banned."""
    return lambda _: MemberBanned(f"b{key}", at, _whole(world, space), account_of(person))


def bot_came(world: World, space: Space, by: Person | None, at: datetime, key: str) -> Telling:
    """The bot was taken into a space."""
    return lambda _: BotAdded(f"c{key}", at, _whole(world, space), space.name, None if by is None else by.ref)


def bot_went(world: World, space: Space, at: datetime, key: str) -> Telling:
    """The bot was put out of a space."""
    return lambda _: BotRemoved(f"w{key}", at, _whole(world, space))


def space_seen(world: World, space: Space, at: datetime, key: str) -> Telling:
    """The bot is in a space at a start."""
    return lambda _: SpaceSeen(f"s{key}", at, _whole(world, space), space.name)


def place_opened(world: World, chat: Chat, at: datetime) -> Telling:
    """A chat is new."""
    return lambda _: PlaceOpened(f"o{chat.place}", at, where(chat, world))


def place_renamed(world: World, chat: Chat, at: datetime, key: str) -> Telling:
    """A chat is called something else now; where it is says what."""
    return lambda _: PlaceOpened(f"n{key}", at, where(chat, world))


def place_closed(world: World, chat: Chat, at: datetime) -> Telling:
    """A thread or topic is closed."""
    return lambda _: PlaceClosed(f"x{chat.place}", at, where(chat, world), deleted=False)


def place_gone(world: World, chat: Chat, at: datetime) -> Telling:
    """A chat is deleted."""
    was = where(chat, world)
    return lambda _: PlaceClosed(f"g{chat.place}", at, was)


def commanded(
    world: World, chat: Chat, person: Person, interaction: Interaction, command: CommandSpec, given: Sequence[Given]
) -> Telling:
    """A command was run by its dialogue, on the left."""
    now = world.clock.now()
    return lambda _: CommandInvoked(
        key=f"i{interaction.id}",
        at=now,
        where=where(chat, world),
        command=command.name,
        by=account_of(person, interacting=True),
        given=tuple(given),
        rights=rights(person, chat, world),
        handle=interaction.handle(now),
    )


def menu_used(world: World, chat: Chat, person: Person, interaction: Interaction, target: Post | Person) -> Telling:
    """A menu entry was used on a message or a member, on the left."""
    now = world.clock.now()
    post = target if isinstance(target, Post) else None
    member = target if isinstance(target, Person) else None
    return lambda _: CommandInvoked(
        key=f"i{interaction.id}",
        at=now,
        where=where(chat, world),
        command=interaction.name,
        by=account_of(person, interacting=True),
        reply_to=None if post is None else post.ref,
        target_author=None if post is None else author_of(post, world),
        target_text=RichText() if post is None else said_in(post, world),
        target_attachments=() if post is None else attachments_of(post),
        target_user=None if member is None else account_of(member),
        rights=rights(person, chat, world),
        handle=interaction.handle(now),
    )


def pressed(world: World, chat: Chat, person: Person, post: Post, interaction: Interaction, data: str) -> Telling:
    """A key was pressed; ``data`` is what the page says, true or not."""
    now = world.clock.now()
    return lambda _: ActionPressed(
        key=f"i{interaction.id}",
        at=now,
        where=where(chat, world),
        data=data,
        by=account_of(person, interacting=True),
        message=post.ref,
        rights=rights(person, chat, world),
        handle=interaction.handle(now),
    )


def submitted(
    world: World, chat: Chat, person: Person, interaction: Interaction, data: str, answers: Answers
) -> Telling:
    """A form was sent; ``data`` is what the page says, true or not."""
    now = world.clock.now()
    post = world.post(interaction.message)
    return lambda _: FormSubmitted(
        key=f"i{interaction.id}",
        at=now,
        where=where(chat, world),
        data=data,
        by=account_of(person, interacting=True),
        answers=answers,
        message=None if post is None else post.ref,
        rights=rights(person, chat, world),
        handle=interaction.handle(now),
    )


def asked_inline(world: World, chat: Chat, person: Person, interaction: Interaction, query: str) -> Telling:
    """The bot's name and a query are typed, on the right; ``chat`` is the private one: where they type is not told."""
    now = world.clock.now()
    return lambda _: InlineAsked(
        f"i{interaction.id}", now, Visiting(chat.ref), account_of(person), query, interaction.handle(now)
    )


def asked_as_guest(world: World, chat: Chat, person: Person, post: Post, interaction: Interaction) -> Telling:
    """The bot is named in a chat that it has not joined, on the right."""
    answered = world.post(post.reply_to)
    text = RichText.of(_NAME.sub("", post.drawn.plain).strip())
    target = RichText() if answered is None else said_in(answered, world)
    author = None if answered is None else author_of(answered, world)
    now = world.clock.now()
    return lambda _: GuestAsked(
        f"i{interaction.id}", now, Visiting(chat.ref), account_of(person), text, interaction.handle(now), target, author
    )


def opened_private(chat: Chat, person: Person, data: str, at: datetime, key: str) -> Telling:
    """The private chat was opened by its start button, or by a key that leads there."""
    return lambda _: PrivateOpened(f"p{key}", at, Private(chat.ref), account_of(person, interacting=True), data)


def rights(person: Person, chat: Chat, world: World) -> Access | None:
    """What the left platform says about the caller with each interaction; the right one says nothing."""
    if chat.side is Side.RIGHT or chat.space is None:
        return None
    space = world.space(chat.space)
    return person.access if space is not None and person.id in space.members else Access.EVERYONE

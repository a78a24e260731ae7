"""What a handler is given: who, where, and everything it may do."""

from collections.abc import Collection, Mapping
from contextlib import AbstractAsyncContextManager
from datetime import datetime
from typing import Protocol, TypeVar

from bot.api.house import Accounts, Catalogue, Clubs, Languages, Records, SettingsBook
from bot.api.mirror import Mirror
from bot.api.settings import Setting
from bot.api.texts import Texts
from bot.domain.access import Access
from bot.domain.action import Job
from bot.domain.attachments import Attachment
from bot.domain.author import Account
from bot.domain.capabilities import Capabilities
from bot.domain.events import Event
from bot.domain.form import Form
from bot.domain.locales import Locale
from bot.domain.message import Outgoing
from bot.domain.refs import ChatRef, CommunityId, MessageRef, PersonId, PlaceId, PostId, SpaceRef, UserRef
from bot.ports.clock import Clock
from bot.ports.database import Database
from bot.ports.members import Members
from bot.ports.outcome import Delivery, Outcome
from bot.ports.places import Places
from bot.ports.translator import Readings, Translator
from bot.ports.workers import Workers

T = TypeVar("T")


class Jobs(Protocol):
    """Work for later, of one cog."""

    async def schedule(self, job: Job, at: datetime, *, key: str | None = None) -> None:
        """Has a job done at a moment, at least once. A job with the same ``key`` is replaced."""
        ...

    async def cancel(self, key: str) -> None:
        """Forgets the job with this key, if it has not begun."""
        ...


class JobContext(Protocol):
    """What every handler may do, also one that nobody's message woke."""

    @property
    def community(self) -> CommunityId | None:
        """The club that it is about, or None in private."""
        ...

    @property
    def db(self) -> Database:
        """The database; this cog's store is built on it."""
        ...

    @property
    def clock(self) -> Clock:
        """The time."""
        ...

    @property
    def jobs(self) -> Jobs:
        """Work for later."""
        ...

    @property
    def workers(self) -> Workers:
        """Heavy work outside the event loop."""
        ...

    @property
    def accounts(self) -> Accounts:
        """Persons and their accounts."""
        ...

    @property
    def clubs(self) -> Clubs:
        """Communities and their spaces."""
        ...

    @property
    def settings(self) -> SettingsBook:
        """All declared settings."""
        ...

    @property
    def records(self) -> Records:
        """Everything kept of a person."""
        ...

    @property
    def catalogue(self) -> Catalogue:
        """What there is."""
        ...

    @property
    def mirror(self) -> Mirror:
        """This cog's routes, and what the mirror knows of messages."""
        ...

    @property
    def translator(self) -> Translator:
        """Translates, and tells languages apart."""
        ...

    @property
    def readings(self) -> Readings:
        """Pinyin, and a dictionary."""
        ...

    @property
    def languages(self) -> Languages:
        """What languages are called."""
        ...

    def texts_in(self, locale: Locale) -> Texts:
        """This cog's texts in a language."""
        ...

    def texts_of(self, cog: str, locale: Locale) -> Texts:
        """Another cog's texts, for screens that are generated from declarations."""
        ...

    async def texts_for(self, person: PersonId) -> Texts:
        """This cog's texts in a person's language."""
        ...

    async def locales_of(self, people: Collection[PersonId]) -> Mapping[PersonId, Locale]:
        """In which language each of many persons is spoken to, in one go."""
        ...

    async def community_texts(self) -> Texts:
        """This cog's texts in the community's language."""
        ...

    async def find(self, offer: type[T], *, also_off: bool = False) -> T | None:
        """What another cog offers under this Protocol; None when it is absent, or off in this community.

        Args:
            offer: the Protocol.
            also_off: also where it is off: for what must be forgotten all the same.
        """
        ...

    async def setting(self, setting: Setting[T]) -> T:
        """The value in force here: the place's own, else the community's, else the default."""
        ...

    async def change(self, setting: Setting[T], value: T, *, here_only: bool = False) -> None:
        """Puts a value in force and into the audit list."""
        ...

    async def audit(self, act: str, values: Mapping[str, str] | None = None) -> None:
        """Writes an act into the community's audit list."""
        ...

    async def send(self, place: PlaceId, outgoing: Outgoing) -> Delivery:
        """Says something in a place, now; waits for flood control."""
        ...

    async def entrust(self, place: PlaceId, outgoing: Outgoing, *, key: str) -> None:
        """Has something said that must not be lost: kept in the database until it stands there. Same key, said once."""
        ...

    async def send_directly(self, person: PersonId, outgoing: Outgoing) -> Delivery:
        """Says something in the private chat of a person, on the account used last that can be written to."""
        ...

    async def edit(self, message: MessageRef, outgoing: Outgoing) -> Outcome:
        """Changes a message of the bot's own."""
        ...

    async def delete(self, message: MessageRef) -> Outcome:
        """Deletes a message."""
        ...

    async def react(self, message: MessageRef, emoji: str | None) -> Outcome:
        """Sets the bot's reaction; UNSUPPORTED where the chat does not have this emoji."""
        ...

    def room_for(self, size: int) -> AbstractAsyncContextManager[None]:
        """Waits until a file of so many bytes has room in memory; what is fetched is held inside, and no longer."""
        ...

    async def fetch(self, attachment: Attachment, limit: int) -> bytes | None:
        """A file's bytes, at most ``limit``; None when it is gone or larger. See :meth:`room_for`."""
        ...

    async def keep_place(self, chat: ChatRef, *, private: bool = False) -> PlaceId:
        """Our id of a chat, thread or topic; ``private``: it is somebody's alone, and belongs to no club."""
        ...

    async def place_chat(self, place: PlaceId) -> ChatRef | None:
        """Where a place is now, or None when it is gone."""
        ...

    async def all_can_read(self, place: PlaceId) -> bool:
        """Whether all members, or anybody at all, can read a place; raises as a gateway does."""
        ...

    async def place_name(self, place: PlaceId) -> str:
        """What a place was last called, "" when that is not known."""
        ...

    async def keep_post(self, message: MessageRef) -> PostId:
        """Our id of a message."""
        ...

    async def find_post(self, message: MessageRef) -> PostId | None:
        """Our id of a message, when it was kept before."""
        ...

    async def post_message(self, post: PostId) -> MessageRef | None:
        """Where a kept message is now, or None when it is gone."""
        ...

    async def watch(self, place: PlaceId, *, person: UserRef | None = None, until: datetime | None = None) -> None:
        """From now on, hears the messages, edits and reactions of a place (of one person there) until a moment.

        There is an end to how much is heard: what is too much is only logged.
        """
        ...

    async def unwatch(self, place: PlaceId, *, person: UserRef | None = None) -> None:
        """Stops hearing them."""
        ...

    async def watch_message(self, message: MessageRef, *, until: datetime) -> None:
        """From now on, hears by anybody the answers to a message and the reactions to it, until a moment."""
        ...

    async def unwatch_message(self, message: MessageRef) -> None:
        """Stops hearing them."""
        ...

    async def watch_private(self, person: PersonId, *, until: datetime) -> None:
        """From now on, hears what somebody writes to the bot in private, until a moment."""
        ...

    async def unwatch_private(self, person: PersonId) -> None:
        """Stops hearing it."""
        ...

    async def about(self, community: CommunityId) -> "JobContext":
        """The same cog acting for a club from somewhere else, as for a key in private that carries the club.

        Settings, texts, jobs, audit, sends and offers are that club's; whoever acts here is the actor there. What they
        may do there it does not say, nor whether they are a member: ask ``members(space)``.

        Raises:
            Told: the bot is in none of the club's spaces any more, or the cog is off there.
        """
        ...

    def members(self, space: SpaceRef) -> Members:
        """What can be done to members of a space."""
        ...

    def places(self, space: SpaceRef) -> Places:
        """What can be done to the chats of a space."""
        ...


class PlaceContext(JobContext, Protocol):
    """What a handler is given of what happened somewhere, whoever did it."""

    @property
    def event(self) -> Event:
        """What happened."""
        ...

    @property
    def space(self) -> SpaceRef | None:
        """The guild or group, or None in private."""
        ...

    @property
    def chat(self) -> ChatRef:
        """Where it happened."""
        ...

    @property
    def place(self) -> PlaceId:
        """Our id of where it happened."""
        ...

    @property
    def capabilities(self) -> Capabilities:
        """What the chat can do."""
        ...


class Context(PlaceContext, Protocol):
    """What a handler of somebody's doing is given."""

    @property
    def account(self) -> Account:
        """Who did it, as their platform shows them."""
        ...

    @property
    def person(self) -> PersonId:
        """Who did it."""
        ...

    @property
    def texts(self) -> Texts:
        """This cog's texts in the language of who did it."""
        ...

    @property
    def message(self) -> MessageRef | None:
        """The message that was posted, that carries the pressed key, or that the command answers or is a menu of."""
        ...

    async def access(self) -> Access:
        """What the platform lets them do here, asked now. In private EVERYONE."""
        ...

    async def require(self, level: Access) -> None:
        """Goes on only when they have this level now; else tells them kindly (raises ``Told``)."""
        ...

    async def reply(self, outgoing: Outgoing) -> Delivery:
        """Answers: in the declared mode, else in the same chat. ``Only(...)`` is as private as the chat can.

        Who asks to be let in is answered in private, where the platform says that they can be written to.
        """
        ...

    async def update(self, outgoing: Outgoing) -> Outcome:
        """Changes the message that carries the pressed key; where there is none, replies."""
        ...

    async def notice(self, key: str, **values: str | int) -> None:
        """A short word that only they see."""
        ...

    async def open_form(self, form: Form) -> None:
        """Asks by a form; its ``submit`` action is handled with the answers."""
        ...

    async def cancel_form(self) -> bool:
        """Stops the form that is being filled in here step by step; False when there is none."""
        ...

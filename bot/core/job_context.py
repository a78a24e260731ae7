"""What every handler may do: the core's :class:`bot.api.context.JobContext`."""

from collections.abc import Callable, Collection, Mapping
from contextlib import AbstractAsyncContextManager
from datetime import datetime
from typing import TypeVar

from bot.api.cog import Cog
from bot.api.context import JobContext
from bot.api.house import Accounts, Catalogue, Clubs, Languages, Records, SettingEntry, SettingsBook
from bot.api.settings import Setting
from bot.api.texts import Texts
from bot.core.choices import choices_of
from bot.core.cog_chats import CogChats
from bot.core.deadline import Deadline
from bot.core.desks import AccountsDesk, ClubsDesk, LanguagesDesk, RecordsDesk, Telling
from bot.core.house.settings import QUIET
from bot.core.mirror.desk import MirrorDesk
from bot.core.outbound import send_key
from bot.core.services import Services
from bot.domain.action import Job
from bot.domain.attachments import Attachment
from bot.domain.errors import PlatformError, Told
from bot.domain.locales import Locale
from bot.domain.message import Outgoing
from bot.domain.refs import ChatRef, CommunityId, MessageRef, PersonId, PlaceId, UserRef
from bot.ports.clock import Clock
from bot.ports.database import Database
from bot.ports.outcome import Delivery, Outcome, Reason, Refused
from bot.ports.translator import Readings, Translator
from bot.ports.workers import Workers

T = TypeVar("T")
P = TypeVar("P")
R = TypeVar("R")


class CogJobs:
    """Work for later of one cog, about one community."""

    def __init__(self, services: Services, cog: str, community: CommunityId | None) -> None:
        self._services = services
        self._cog = cog
        self._community = community

    async def schedule(self, job: Job, at: datetime, *, key: str | None = None) -> None:
        """Has a job done at a moment."""
        await self._services.jobs.schedule(self._cog, job, at, key=key, community=self._community)

    async def cancel(self, key: str) -> None:
        """Forgets the job with this key."""
        await self._services.jobs.cancel(self._cog, key)


class PatientWorkers:
    """Workers whose time is not the handler's: each work has a limit of its own."""

    def __init__(self, workers: Workers, deadline: Deadline) -> None:
        self._workers = workers
        self._deadline = deadline

    async def run(self, work: Callable[[P], R], argument: P, *, timeout: float) -> R:
        """Runs a module-level function."""
        async with self._deadline.paused():
            return await self._workers.run(work, argument, timeout=timeout)


class CoreJobContext(CogChats):
    """Acts for one cog.

    Args:
        services: the engine.
        cog: whose texts, settings and jobs.
        community: the club that it is about, or None in private.
        cause: names what woke it, the same when it is woken again: sends get their keys from it.
        deadline: stops while a platform makes us wait.
        actor: whose doing it is, for the audit list.
    """

    def __init__(
        self,
        services: Services,
        cog: str,
        community: CommunityId | None,
        cause: str,
        deadline: Deadline,
        actor: PersonId | None = None,
    ) -> None:
        super().__init__(services, cog, community)
        self._cause = cause
        self._deadline = deadline
        self._by = actor
        self._sends = 0
        self._elsewhere = 0

    @property
    def community(self) -> CommunityId | None:
        """The club that it is about."""
        return self._community

    @property
    def db(self) -> Database:
        """The database."""
        return self._services.db

    @property
    def clock(self) -> Clock:
        """The time."""
        return self._services.clock

    @property
    def jobs(self) -> CogJobs:
        """Work for later."""
        return CogJobs(self._services, self._cog, self._community)

    @property
    def workers(self) -> Workers:
        """Heavy work."""
        return PatientWorkers(self._services.workers, self._deadline)

    @property
    def accounts(self) -> Accounts:
        """Persons and their accounts."""
        services = self._services
        return AccountsDesk(services.identity, self.telling, services.stations, services.marks)

    @property
    def clubs(self) -> Clubs:
        """Communities and their spaces."""
        services = self._services
        return ClubsDesk(services.communities, services.audit, services.clock, services.catalog, self._for_cog)

    @property
    def settings(self) -> SettingsBook:
        """All declared settings."""
        return self._services.settings

    @property
    def records(self) -> Records:
        """Everything kept of a person."""
        services = self._services
        traces = (
            services.tokens.forget,
            services.drafts.forget,
            services.watches.forget_user,
            services.mirror.forget,
            self._forget_private_chat,
        )
        return RecordsDesk(services.identity, services.audit, services.catalog, self._for_cog, traces, services.mirror)

    async def _forget_private_chat(self, user: UserRef) -> None:
        """The private chat's ref tells whose it is; on some platforms it is the user's own id, also once closed."""
        named = {ChatRef(user.platform, user.id)}
        station = self._services.stations.of(user)
        try:
            opened = None if station is None else await station.gateway.private_chat(user)
        except PlatformError:
            opened = None
        for chat in named if opened is None else named | {opened}:
            await self._services.places.forget_private(chat)

    @property
    def catalogue(self) -> Catalogue:
        """What there is."""
        return self._services.catalogue

    @property
    def telling(self) -> Telling:
        """Tells every cog what became of its persons."""
        services = self._services
        return Telling(services.identity, services.audit, services.mirror, services.catalog, self._for_cog)

    def _for_cog(self, cog: Cog) -> JobContext:
        return CoreJobContext(self._services, cog.name, None, f"{self._cause}/{cog.name}", self._deadline)

    @property
    def mirror(self) -> MirrorDesk:
        """This cog's routes."""
        return MirrorDesk(self._services.mirror, self._cog)

    @property
    def translator(self) -> Translator:
        """Translates."""
        return self._services.translator

    @property
    def readings(self) -> Readings:
        """Reading aids."""
        return self._services.readings

    @property
    def languages(self) -> Languages:
        """What languages are called."""
        return LanguagesDesk()

    def texts_in(self, locale: Locale) -> Texts:
        """This cog's texts in a language."""
        return self._services.speech.texts(self._cog, locale)

    def texts_of(self, cog: str, locale: Locale) -> Texts:
        """Another cog's texts."""
        return self._services.speech.texts(cog, locale)

    async def texts_for(self, person: PersonId) -> Texts:
        """This cog's texts in a person's language."""
        file = await self.accounts.file(person)
        return self.texts_in(await self._services.speech.of_person(file.locale, file.hint, self._community))

    async def locales_of(self, people: Collection[PersonId]) -> Mapping[PersonId, Locale]:
        """In which language each of many persons is spoken to."""
        choices = await choices_of(self._services.db, people)
        of_person = self._services.speech.of_person
        return {
            person: await of_person(choice.locale, choice.hint, self._community) for person, choice in choices.items()
        }

    async def community_texts(self) -> Texts:
        """This cog's texts in the community's language."""
        return self.texts_in(await self._services.speech.of_community(self._community))

    async def find(self, offer: type[T], *, also_off: bool = False) -> T | None:
        """What another cog offers; None when it is off here, unless that does not matter."""
        found = self._services.offers.of(offer)
        if found is None:
            return None
        cog, make = found
        off = self._community is not None and not await self._services.settings.cog_enabled(self._community, cog)
        if off and not also_off:
            return None
        made = make(CoreJobContext(self._services, cog, self._community, f"{self._cause}/{cog}", self._deadline))
        return made if isinstance(made, offer) else None

    async def setting(self, setting: Setting[T]) -> T:
        """The value in force here."""
        if self._community is None:
            return setting.default
        return await self._services.settings.read(self._community, self._cog, setting, self._setting_place)

    @property
    def _setting_place(self) -> PlaceId | None:
        return None

    @property
    def _actor(self) -> PersonId | None:
        return self._by

    async def change(self, setting: Setting[T], value: T, *, here_only: bool = False) -> None:
        """Puts a value in force."""
        if self._community is None:
            return
        place = self._setting_place if here_only else None
        entry = SettingEntry(self._cog, setting)
        await self._services.settings.change(self._community, entry, place, setting.store(value), self._actor)

    async def audit(self, act: str, values: Mapping[str, str] | None = None) -> None:
        """Writes an act into the community's audit list."""
        if self._community is not None:
            await self._services.audit.record(
                self._community, self._cog, self._actor, act, values or {}, self._services.clock.now()
            )

    def set_apart(self, what: str) -> None:
        """What is sent from now on counts as other messages than what a handler sends, also when it runs again."""
        self._cause = f"{self._cause}/{what}"

    def _next_key(self, outgoing: Outgoing) -> str:
        """The same when a handler says the same again; another when a second run takes another way."""
        self._sends += 1
        return send_key(self._cause, self._cog, self._sends, outgoing.text.plain)

    async def send_to(self, chat: ChatRef, outgoing: Outgoing) -> Delivery:
        """Says something in a chat, now."""
        async with self._deadline.paused():
            return await self._services.outbound.send(chat, outgoing, key=self._next_key(outgoing))

    async def send(self, place: PlaceId, outgoing: Outgoing) -> Delivery:
        """Says something in a place, now."""
        chat = await self._services.places.chat_of(place)
        if chat is None:
            return Refused(Reason.GONE)
        return (
            Refused(Reason.NO_RIGHT, "quiet here") if await self._quiet(place) else await self.send_to(chat, outgoing)
        )

    async def _quiet(self, place: PlaceId) -> bool:
        community = await self._services.places.community_of(place)
        return community is not None and await self._services.settings.read(community, "core", QUIET, place)

    async def entrust(self, place: PlaceId, outgoing: Outgoing, *, key: str) -> None:
        """Has something said that must not be lost."""
        chat = await self._services.places.chat_of(place)
        if chat is not None and not await self._quiet(place):
            await self._services.entrusted.add(chat, outgoing, send_key(self._cog, key))

    async def send_directly(self, person: PersonId, outgoing: Outgoing) -> Delivery:
        """Says something in the private chat of a person, on the first account that can be written to."""
        async for chat, _ in self._private_chats(person):
            delivery = await self.send_to(chat, outgoing)
            if not isinstance(delivery, Refused):
                return delivery
        return Refused(Reason.CLOSED)

    async def edit(self, message: MessageRef, outgoing: Outgoing) -> Outcome:
        """Changes a message of the bot's own."""
        async with self._deadline.paused():
            return await self._services.outbound.edit(message, ChatRef(message.platform, message.chat), outgoing)

    async def delete(self, message: MessageRef) -> Outcome:
        """Deletes a message."""
        async with self._deadline.paused():
            return await self._services.outbound.delete(message)

    async def react(self, message: MessageRef, emoji: str | None) -> Outcome:
        """Sets the bot's reaction."""
        async with self._deadline.paused():
            return await self._services.outbound.react(message, emoji)

    def room_for(self, size: int) -> AbstractAsyncContextManager[None]:
        """Room in memory for a file."""
        return self._services.room.taken(size)

    async def fetch(self, attachment: Attachment, limit: int) -> bytes | None:
        """A file's bytes."""
        station = self._services.stations.by_platform.get(attachment.platform)
        return None if station is None else await station.gateway.fetch(attachment, limit)

    async def about(self, community: CommunityId) -> JobContext:
        """The same cog acting for a club from somewhere else."""
        if not await self._services.communities.spaces_of(community):
            raise Told("error-stale")
        if not await self._services.settings.cog_enabled(community, self._cog):
            raise Told("error-cog-off")
        self._elsewhere += 1  # each has a count of sends of its own, and none may take another's for a repeat
        cause = f"{self._cause}/about {self._elsewhere}"
        return CoreJobContext(self._services, self._cog, community, cause, self._deadline, self._actor)

"""Finds out what an event is about: whose doing it is, where it happened, and in which language to answer."""

from datetime import timedelta

from bot.core.scene import Scene, Spot, chat_of
from bot.core.services import Services
from bot.domain.author import Account
from bot.domain.events import (
    ActionPressed,
    CommandInvoked,
    Community,
    Event,
    FormSubmitted,
    GuestAsked,
    InlineAsked,
    JoinRequested,
    MemberBanned,
    MemberJoined,
    MemberLeft,
    MessageEdited,
    MessagePosted,
    PrivateOpened,
    ReactionChanged,
    ReplyHandle,
)
from bot.domain.refs import ChatRef, CommunityId
from bot.ports.gateway import AnswerMode


def actor_of(event: Event) -> Account | None:
    """Whose doing an event is, when it is a user's."""
    match event:
        case MessagePosted(author=author) | MessageEdited(author=author):
            return author if isinstance(author, Account) else None
        case (
            CommandInvoked(by=by)
            | ActionPressed(by=by)
            | FormSubmitted(by=by)
            | PrivateOpened(by=by)
            | ReactionChanged(by=by)
            | InlineAsked(by=by)
            | GuestAsked(by=by)
        ):
            return by
        case (
            MemberJoined(member=member)
            | MemberLeft(member=member)
            | MemberBanned(member=member)
            | JoinRequested(member=member)
        ):
            return member
        case _:
            return None


class Scenes:
    """Looks up persons, communities and places; none of it asks the database when it was seen lately."""

    def __init__(self, services: Services) -> None:
        self._services = services

    async def spot(self, event: Event, answer_in: ChatRef | None) -> Spot:
        """Where something happened."""
        chat = chat_of(event)
        community: CommunityId | None = None
        space, name = None, ""
        if isinstance(event.where, Community):
            space, name = event.where.space, event.where.chat_name
            community = await self._services.communities.of_space(space)
        return Spot(
            event=event,
            community=community,
            place=await self._services.places.place_of(chat, community, name, space=space),
            chat=answer_in or chat,
            station=self._services.stations.by_platform[chat.platform],
        )

    async def scene(
        self,
        event: Event,
        account: Account,
        cog: str,
        *,
        mode: AnswerMode | None = None,
        handle: ReplyHandle | None = None,
        stays: timedelta | None = None,
        answer_in: ChatRef | None = None,
    ) -> Scene:
        """Who did what, where."""
        services = self._services
        spot = await self.spot(event, answer_in)
        person = await services.identity.person_of(account)
        locale = await services.speech.of_person(person.locale, person.hint, spot.community)
        return Scene(
            event=event,
            community=spot.community,
            place=spot.place,
            chat=spot.chat,
            station=spot.station,
            account=account,
            person=person.id,
            texts=services.speech.texts(cog, locale),
            mode=mode,
            stays=stays,
            handle=handle,
            guessed=person.locale is None and not person.offered,
        )

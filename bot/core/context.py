"""What a handler of somebody's doing is given: the core's :class:`bot.api.context.Context`."""

from collections.abc import AsyncGenerator
from dataclasses import replace
from datetime import timedelta
from functools import partial

from bot.api.texts import Texts
from bot.core.deadline import Deadline
from bot.core.house.views import languages_button
from bot.core.job_context import CoreJobContext
from bot.core.scene import Scene, Spot, chat_of
from bot.core.services import Services
from bot.domain.access import Access
from bot.domain.author import Account
from bot.domain.capabilities import Capabilities, PrivateReplies
from bot.domain.errors import Told
from bot.domain.events import (
    ActionPressed,
    CommandInvoked,
    Community,
    Event,
    FormSubmitted,
    JoinRequested,
    MessagePosted,
    Private,
)
from bot.domain.form import Form
from bot.domain.message import Only, Outgoing
from bot.domain.refs import ChatRef, MessageRef, PersonId, PlaceId, SpaceRef, UserRef
from bot.domain.text import RichText
from bot.ports.gateway import AnswerMode, Responder
from bot.ports.outcome import Delivery, Done, Outcome, Reason, Refused, Sent

RIGHTS_HOLD = timedelta(minutes=1)
"""How long the rights told with an event count: it may be handled much later, by another process after a kill."""


class CorePlaceContext(CoreJobContext):
    """Acts for one cog where something happened; implements :class:`bot.api.context.PlaceContext`."""

    def __init__(self, services: Services, cog: str, spot: Spot, deadline: Deadline) -> None:
        super().__init__(services, cog, spot.community, f"{spot.chat.platform}:{spot.event.key}", deadline)
        self._spot = spot

    @property
    def event(self) -> Event:
        """What happened."""
        return self._spot.event

    @property
    def _setting_place(self) -> PlaceId | None:
        return self._spot.place

    @property
    def space(self) -> SpaceRef | None:
        """The guild or group."""
        where = self._spot.event.where
        return where.space if isinstance(where, Community) else None

    @property
    def chat(self) -> ChatRef:
        """Where it happened."""
        return chat_of(self._spot.event)

    @property
    def place(self) -> PlaceId:
        """Our id of where it happened."""
        return self._spot.place

    @property
    def capabilities(self) -> Capabilities:
        """What the chat of the answers can do."""
        return self._spot.station.gateway.capabilities(self._spot.chat)


class CoreContext(CorePlaceContext):
    """Acts for one cog in answer to somebody; implements :class:`bot.api.context.Context`."""

    def __init__(self, services: Services, cog: str, scene: Scene, deadline: Deadline) -> None:
        super().__init__(services, cog, scene, deadline)
        self._scene = scene
        self._offered = False
        self._responder: Responder | None = (
            scene.station.gateway.responder(scene.handle) if scene.handle is not None else None
        )

    @property
    def account(self) -> Account:
        """Who did it."""
        return self._scene.account

    @property
    def person(self) -> PersonId:
        """Who did it."""
        return self._scene.person

    @property
    def _actor(self) -> PersonId | None:
        return self._scene.person

    @property
    def texts(self) -> Texts:
        """This cog's texts."""
        return self._scene.texts

    @property
    def message(self) -> MessageRef | None:
        """The message that it is about."""
        event = self._scene.event
        match event:
            case MessagePosted(messages=messages):
                return messages[0]
            case CommandInvoked(reply_to=target):
                return target
            case ActionPressed(message=carrier) | FormSubmitted(message=carrier):
                return carrier
            case _:
                return None

    async def access(self) -> Access:
        """What the platform lets them do here, asked now."""
        event = self._scene.event
        told = event.rights if isinstance(event, CommandInvoked | ActionPressed | FormSubmitted) else None
        if told is not None and self.clock.now() - event.at <= RIGHTS_HOLD:
            return told
        if self.space is None:
            return Access.EVERYONE
        return await self._scene.station.members.access(self.space, self._scene.account.ref)

    async def require(self, level: Access) -> None:
        """Goes on only when they have this level now."""
        if level is Access.EVERYONE:
            return
        if self.space is None:
            raise Told("error-only-in-community")
        if await self.access() < level:
            raise Told(f"error-needs-{level.name.lower()}")

    # ------------------------------------------------------------------------------------------------- answering

    async def reply(self, outgoing: Outgoing) -> Delivery:
        """Answers; a first answer in a guessed language offers the others."""
        offers = self._scene.guessed and not self._offered and not isinstance(self._scene.event, FormSubmitted)
        if not offers or self._fits_a_notice(outgoing):
            return await self._answer(outgoing)
        self._offered = True
        delivery = await self._answer(with_languages(outgoing, self._scene.account.ref))
        if not isinstance(delivery, Refused):
            await self._services.identity.offered(self._scene.person)
        return delivery

    async def _private_chats(self, person: PersonId) -> AsyncGenerator[tuple[ChatRef, UserRef]]:
        """First the one that they are answered in now, which is not open otherwise to who only knocks.

        Of somebody with several accounts, then the one of the account that they use now: its keys are for it alone.
        """
        user = self._scene.account.ref
        first: list[tuple[ChatRef, UserRef]] = []
        if person == self._scene.person:
            if self._scene.chat != self.chat:
                first.append((self._scene.chat, user))
                yield first[0]
            own = await self._scene.station.gateway.private_chat(user)
            if own is not None and (own, user) not in first:
                first.append((own, user))
                yield own, user
        async for known in super()._private_chats(person):
            if known not in first:
                yield known

    def _fits_a_notice(self, outgoing: Outgoing) -> bool:
        """Whether a pressed key can answer with this alone: with one more key it would need a private chat."""
        if isinstance(self._scene.event.where, Private) or self._responder is None:
            return False
        if self.capabilities.private_replies is not PrivateReplies.NOTICE:
            return False
        private = isinstance(outgoing.audience, Only) or self._scene.mode in {AnswerMode.PRIVATE, AnswerMode.FORM}
        return private and not (outgoing.controls or outgoing.files or outgoing.card)

    async def _answer(self, outgoing: Outgoing) -> Delivery:
        if isinstance(self._scene.event, JoinRequested) and self._scene.chat == self.chat:
            # They are not in yet: nothing is said to the others instead.
            return await self.send_directly(self._scene.person, replace(outgoing, lifetime=None, silent=False))
        private = isinstance(outgoing.audience, Only) or self._scene.mode in {AnswerMode.PRIVATE, AnswerMode.FORM}
        if isinstance(self._scene.event.where, Private) or self._scene.chat != self.chat:
            return await self._send_in_private(replace(outgoing, lifetime=None, silent=False))
        if private:
            return await self._reply_privately(outgoing)
        if outgoing.lifetime is None and self._scene.stays is not None:
            outgoing = replace(outgoing, lifetime=self._scene.stays)
        if self._responder is not None:
            return await self._respond(self._responder, outgoing, private=False)
        if outgoing.reply_to is None:
            outgoing = replace(outgoing, reply_to=self.message)
        return await self.send_to(self._scene.chat, outgoing)

    async def _send_in_private(self, outgoing: Outgoing) -> Delivery:
        delivery = await self.send_to(self._scene.chat, outgoing)
        if isinstance(delivery, Refused) and delivery.reason is Reason.CLOSED and self._responder is not None:
            await self._responder.notice(self.core_texts.plain("private-closed"))
        return delivery

    async def _reply_privately(self, outgoing: Outgoing) -> Delivery:
        outgoing = replace(outgoing, lifetime=None)
        if self._responder is None:
            delivery = await self.send_directly(self._scene.person, outgoing)
        else:
            delivery = await self._respond(self._responder, outgoing, private=True)
        if isinstance(delivery, Refused) and delivery.reason is Reason.CLOSED and self._scene.continued is not None:
            invitation = Outgoing(
                self.core_texts("private-invitation", name=self._scene.account),
                controls=((self._scene.continued,),),
                lifetime=timedelta(minutes=5),
            )
            return await self.send_to(self._scene.chat, invitation)
        return delivery

    async def _respond(self, responder: Responder, outgoing: Outgoing, *, private: bool) -> Delivery:
        async with self._deadline.paused():
            pieces = await self._services.outbound.packed(self._scene.station, self._scene.chat, outgoing)
            sent: list[MessageRef] = []
            for piece in pieces:
                delivery = await self._services.outbound.trying(partial(responder.reply, piece, private=private))
                if isinstance(delivery, Refused):
                    return delivery
                sent.extend(delivery.messages)
            if outgoing.lifetime is not None and sent:
                await self._services.outbound.take_away(sent, outgoing.lifetime)
        return Sent(tuple(sent))

    async def update(self, outgoing: Outgoing) -> Outcome:
        """Changes the message that carries the pressed key."""
        if self._responder is None or not isinstance(self._scene.event, ActionPressed | FormSubmitted):
            return _as_outcome(await self.reply(outgoing))
        responder = self._responder
        async with self._deadline.paused():
            pieces = await self._services.outbound.packed(self._scene.station, self._scene.chat, outgoing)
            if not pieces:
                return Refused(Reason.INVALID, "nothing to say")
            outcome = await self._services.outbound.trying(partial(responder.update, pieces[0]))
        if isinstance(outcome, Refused) and outcome.reason in {Reason.GONE, Reason.UNSUPPORTED}:
            return _as_outcome(await self.reply(outgoing))
        return outcome

    async def notice(self, key: str, **values: str | int) -> None:
        """A short word that only they see."""
        await self.notice_text(self._scene.texts.plain(key, **values))

    async def notice_text(self, text: str) -> None:
        """A short word that only they see, written out already."""
        if self._responder is not None:
            responder = self._responder
            async with self._deadline.paused():
                outcome = await self._services.outbound.trying(lambda: responder.notice(text))
            if not isinstance(outcome, Refused):
                return
        await self._answer(Outgoing(RichText.of(text), audience=Only(self._scene.account.ref)))

    async def open_form(self, form: Form) -> None:
        """Asks by a form."""
        await self._services.flow.open(self, self._scene, self._responder, form)

    async def cancel_form(self) -> bool:
        """Stops the form that is being filled in here step by step."""
        draft = await self._services.drafts.of(self._scene.account.ref, self._scene.chat)
        if draft is None:
            return False
        await self._services.drafts.drop(draft.id)
        return True

    @property
    def core_texts(self) -> Texts:
        """The house's texts, in the language of who did it."""
        return self._services.speech.texts("core", self._scene.texts.locale)

    @property
    def responder(self) -> Responder | None:
        """What answers the interaction, where there is one."""
        return self._responder

    async def finish(self) -> None:
        """Acknowledges what was not answered."""
        if self._responder is not None:
            await self._responder.finish()


FULL_ROW = 3
"""Keys that share a row well on a phone."""


def with_languages(outgoing: Outgoing, user: UserRef) -> Outgoing:
    """A message with 🌐, unless it has it already."""
    button = languages_button(user)
    if any(button in row for row in outgoing.controls):
        return outgoing
    *rows, last = outgoing.controls or ((),)
    if len(last) < FULL_ROW:
        return replace(outgoing, controls=(*rows, (*last, button)))
    return replace(outgoing, controls=(*rows, last, (button,)))


def _as_outcome(delivery: Delivery) -> Outcome:
    return delivery if isinstance(delivery, Refused) else Done()

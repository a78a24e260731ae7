"""Telegram as the core sees it: the connection, and the gateway's port."""

import asyncio
import logging
from collections.abc import Coroutine, Sequence
from datetime import datetime
from typing import Any, Final, cast

from telegram import Bot, User
from telegram.error import InvalidToken, TelegramError

from bot.adapters.telegram import findings, limits
from bot.adapters.telegram.chats import Chats, place_of
from bot.adapters.telegram.commands import publish, publish_for_chat
from bot.adapters.telegram.errors import attempt, raised
from bot.adapters.telegram.handles import unpacked
from bot.adapters.telegram.inbound import Inbound, updates_for
from bot.adapters.telegram.members import TelegramMembers
from bot.adapters.telegram.names import PLATFORM, chat_ref, number
from bot.adapters.telegram.places import TelegramPlaces
from bot.adapters.telegram.places_changed import moved_chat
from bot.adapters.telegram.polling import Polling
from bot.adapters.telegram.request import FILES, METHODS, AiohttpRequest
from bot.adapters.telegram.responder import TelegramResponder
from bot.adapters.telegram.sending import Sending, done
from bot.adapters.telegram.webhook import Door, Webhook
from bot.domain.attachments import Attachment, MediaKind
from bot.domain.capabilities import Capabilities, LengthUnit
from bot.domain.errors import Flooded, PlatformError, Unreachable
from bot.domain.events import ReplyHandle
from bot.domain.locales import Locale, nearest
from bot.domain.piece import Piece
from bot.domain.refs import ChatRef, MessageRef, Platform, SpaceRef, UserRef
from bot.domain.text import RichText
from bot.ports.clock import Clock
from bot.ports.gateway import Finding, GatewayState, Intake, Portrait
from bot.ports.outcome import Delivery, Outcome, Reason, Refused

_LONGEST_PAUSE: Final = 60.0  # seconds between tries
_WEBHOOK_CHECK: Final = 60.0  # seconds; nobody tells when somebody else takes the webhook away
_ERRANDS: Final = 5_000
_TRIES: Final = 3


class TelegramGateway:
    """The gateway to Telegram.

    Args:
        token: the bot's, as BotFather gave it.
        api_base: the Bot API server.
        webhook: where updates are sent to; None: they are polled.
        clock: for pauses, quiet times and what comes without a time.
        logger: gets one line for each failure; never a token, a secret or a member's words.
        answer_within: seconds to wait for an answer.
        poll_for: seconds that the server may hold a poll.
    """

    def __init__(
        self,
        *,
        token: str,
        clock: Clock,
        api_base: str = "https://api.telegram.org",
        webhook: Webhook | None = None,
        logger: logging.Logger | None = None,
        answer_within: float = 30.0,
        poll_for: int = limits.POLL_SECONDS,
    ) -> None:
        self._clock = clock
        self._log = logger or logging.getLogger(__name__)
        self._poll_for = poll_for
        self._request = AiohttpRequest(api_base, token, answer_within=answer_within)
        # The library wants some token; the real one is known to the request alone (see there).
        self._bot = Bot(
            "hidden",
            base_url=lambda _: METHODS,
            base_file_url=lambda _: FILES,
            request=self._request,
            get_updates_request=self._request,
        )
        self._chats = Chats()
        self._sending = Sending(self._bot, self._chats, self._moved)
        self._webhook = webhook
        self.door = None if webhook is None else Door(webhook, clock, self._log)
        self.members = TelegramMembers(self._bot, self._sending, clock.now)
        self.places = TelegramPlaces(self._bot, self._sending, self._chats)
        self._me: User | None = None
        self._intake: Intake | None = None
        self._state = GatewayState.STARTING
        self._problems: dict[str, Finding] = {}
        self._unlearnt: asyncio.Queue[int] = asyncio.Queue(_ERRANDS)
        self._unpublished: asyncio.Queue[tuple[int, Locale]] = asyncio.Queue(_ERRANDS)
        self._own_menus: dict[int, Locale] = {}

    # What it is

    @property
    def platform(self) -> Platform:
        """Telegram."""
        return PLATFORM

    @property
    def state(self) -> GatewayState:
        """Whether updates come."""
        return self._state

    @property
    def findings(self) -> Sequence[Finding]:
        """What is missing: of the connection, of the bot's settings, and in each group seen."""
        found = list(self._problems.values())
        if self._me is not None:
            found += findings.of_bot(self._me)
            found += findings.of_chats(self._me, self._chats)
        return tuple(found)

    def capabilities(self, chat: ChatRef) -> Capabilities:
        """What a chat can do, from what is known in memory."""
        chat_id = self._chats.current(number(chat.id) or 0)
        reads_all = self._me is not None and bool(self._me.can_read_all_group_messages)
        return limits.capabilities(chat_id, self._chats.of(chat_id), reads_all=reads_all)

    def measure(self, text: RichText) -> int:
        """A text's UTF-16 units: entities stand beside it, and what keeps names from pinging only takes free room."""
        return LengthUnit.UTF16.measure(text.plain)

    # The connection

    async def probe(self) -> Sequence[Finding]:
        """Asks who the bot is, once."""
        try:
            found = User.de_json(cast("dict[str, Any]", await self._request.ask("getMe", {})), None)
        except InvalidToken:
            return (findings.TOKEN,)
        except TelegramError as error:
            raise raised(error) from error
        finally:
            await self._request.shutdown()
        return tuple(findings.of_bot(found))

    async def run(self, intake: Intake) -> None:
        """Connects, publishes the menus and hands events in until cancelled.

        Raises:
            GatewayRefused: the token is not taken.
        """
        self._intake = intake
        self._state = GatewayState.STARTING
        try:
            me = await self._introduce()
            inbound = Inbound(intake, me, self._chats, self._clock.now, learn=self._to_learn, met=self._to_publish)
            await self._publish(intake)
            for chat in await intake.watched_chats():
                self._to_learn(number(chat) or 0)
            await _together(self._receive(intake, inbound, me), self._learning(me), self._publishing(intake))
        finally:
            self._state = GatewayState.DOWN
            self._intake = None
            await self._request.shutdown()

    async def close(self) -> None:
        """Closes what a send after the end of ``run`` may have opened."""
        await self._request.shutdown()

    async def _receive(self, intake: Intake, inbound: Inbound, me: User) -> None:
        if self.door is not None and self._webhook is not None:
            await _together(self.door.run(intake, inbound), self._keep_webhook(self._webhook, me))
            return
        await self._persist("deleteWebhook", {})
        polling = Polling(
            self._request,
            intake,
            inbound,
            self._clock,
            self._log,
            poll_for=self._poll_for,
            allowed=updates_for(me),
            told=self._polled,
        )
        await polling.run()

    async def _introduce(self) -> User:
        self._me = User.de_json(cast("dict[str, Any]", await self._persist("getMe", {})), None)
        return self._me

    async def _persist(self, method: str, parameters: dict[str, object]) -> object:
        """Asks until it is answered; only a refused token ends it."""
        pause = 1.0
        while True:
            try:
                return await self._request.ask(method, parameters)
            except InvalidToken as error:
                raise raised(error) from error
            except TelegramError as error:
                self._state = GatewayState.DOWN
                failure = raised(error)
                wait = failure.retry_after if isinstance(failure, Flooded) else pause
                self._log.warning("telegram: %s failed (%s); again in %g s", method, failure, wait)
                await self._clock.sleep(wait)
                pause = min(pause * 2, _LONGEST_PAUSE)

    def _polled(self, state: GatewayState, conflict: bool) -> None:
        self._state = state
        if conflict:
            self._problems["poller"] = findings.CONFLICT
        else:
            self._problems.pop("poller", None)

    async def _keep_webhook(self, webhook: Webhook, me: User) -> None:
        """Sets the webhook, and sets it again when somebody took it away."""
        wanted: dict[str, object] = {
            "url": webhook.url,
            "secret_token": webhook.secret,
            "allowed_updates": updates_for(me),
        }
        await self._persist("setWebhook", wanted)
        self._state = GatewayState.CONNECTED
        while True:
            await self._clock.sleep(_WEBHOOK_CHECK)
            try:
                info = await self._bot.get_webhook_info()
                if info.url != webhook.url:
                    await self._request.ask("setWebhook", wanted)
            except InvalidToken as error:
                raise raised(error) from error
            except TelegramError as error:
                self._state = GatewayState.DOWN
                self._log.warning("telegram: the webhook could not be looked at (%s)", error.message)
                continue
            self._state = GatewayState.CONNECTED
            self._problems.pop("webhook", None)
            if info.last_error_message and info.pending_update_count:
                args = (("problem", info.last_error_message),)
                self._problems["webhook"] = Finding("finding-telegram-webhook", args)

    # Errands: what is asked of Telegram aside, so that no update waits for it

    def _to_learn(self, chat_id: int) -> None:
        if chat_id < 0 and not self._unlearnt.full():
            self._unlearnt.put_nowait(chat_id)

    def _to_publish(self, user_id: int, language: str | None) -> None:
        locale = nearest(language)
        known = self._own_menus.get(user_id)
        if locale is Locale.TRADITIONAL_CHINESE and known is not locale and not self._unpublished.full():
            self._unpublished.put_nowait((user_id, locale))

    def speak(self, chat: ChatRef, locale: Locale) -> None:
        """Gives one chat a command menu in a language, whatever its readers' apps are set to.

        The general menus go by two letters and know one Chinese; this is how a chat gets the other. Done aside.
        """
        chat_id = number(chat.id)
        if chat.platform == PLATFORM and chat_id is not None and not self._unpublished.full():
            self._unpublished.put_nowait((chat_id, locale))

    async def _learning(self, me: User) -> None:
        while True:
            chat_id = await self._unlearnt.get()
            for attempt_number in range(_TRIES):
                try:
                    member = await self._sending.follow(chat_id, lambda to: self._bot.get_chat_member(to, me.id))
                except Flooded as error:
                    await self._clock.sleep(error.retry_after)
                except PlatformError:
                    await self._clock.sleep(2.0**attempt_number)
                else:
                    if not isinstance(member, Refused):
                        self._chats.placed(self._chats.current(chat_id), place_of(member))
                    break

    async def _publishing(self, intake: Intake) -> None:
        while True:
            chat_id, locale = await self._unpublished.get()
            try:
                answer = await publish_for_chat(self._bot, intake.offering, chat_id, locale)
            except PlatformError as error:
                self._log.warning("telegram: a chat's menu was not published (%s)", error)
            else:
                if not isinstance(answer, Refused):
                    self._own_menus[chat_id] = locale

    async def _publish(self, intake: Intake) -> None:
        problem = ""
        try:
            answer = await publish(self._bot, intake.offering)
            problem = answer.detail if isinstance(answer, Refused) else ""
        except (Flooded, Unreachable) as error:
            problem = str(error)
        self._problems.pop("commands", None)
        if problem:
            self._log.warning("telegram: the command menus were not published (%s)", problem)
            self._problems["commands"] = Finding("finding-telegram-commands", (("problem", problem),))

    async def _moved(self, old: int, new: int) -> None:
        """An upgrade that a send ran into."""
        if self._intake is not None:
            await self._intake.accept(moved_chat(old, new, self._chats.of(old).title, self._clock.now()))
        self._chats.move(old, new)

    # What it does

    async def _own_name(self) -> str:
        if self._me is None:
            answer = await attempt(self._bot.get_me())
            if isinstance(answer, Refused):
                raise Unreachable(answer.detail)
            self._me = answer
        return self._me.username or ""

    async def send(self, chat: ChatRef, piece: Piece, *, key: str, since: datetime | None = None) -> Delivery:
        """Sends a piece.

        Telegram cannot tell a repeated send, and a bot cannot look anything up in a chat: ``since`` changes nothing. Of
        several messages (an album, files of several kinds) those known to be sent are not sent again under the key.
        """
        return await self._sending.send(chat, piece, await self._own_name(), key)

    async def edit(self, message: MessageRef, piece: Piece) -> Outcome:
        """Changes a message of the bot's own."""
        return await self._sending.edit(message, piece, await self._own_name())

    async def delete(self, message: MessageRef) -> Outcome:
        """Deletes a message; another's for 48 hours, with the right to."""
        return await self._sending.delete(message)

    async def react(self, message: MessageRef, emoji: str | None) -> Outcome:
        """Sets the bot's one reaction, or takes it away."""
        return await self._sending.react(message, emoji)

    async def fetch(self, attachment: Attachment, limit: int) -> bytes | None:
        """A file's bytes; None when it is gone, or larger than the limit or than bots can have."""
        if attachment.platform != PLATFORM or (attachment.size or 0) > min(limit, limits.DOWNLOAD_BYTES):
            return None
        file = await attempt(self._bot.get_file(attachment.locator))
        if isinstance(file, Refused) or not file.file_path or (file.file_size or 0) > limit:
            return None
        content = await attempt(self._request.download(file.file_path, limit))
        return None if isinstance(content, Refused) else content

    async def portrait(self, user: UserRef) -> Portrait | None:
        """A user's newest picture: the smallest size that is not tiny. Its bytes, for its address holds the token."""
        user_id = number(user.id)
        if user.platform != PLATFORM or user_id is None or user_id <= 0:
            return None
        pictures = await attempt(self._bot.get_user_profile_photos(user_id, limit=1))
        if isinstance(pictures, Refused) or not pictures.photos or not pictures.photos[0]:
            return None
        sizes = sorted(pictures.photos[0], key=lambda size: min(size.width, size.height))
        size = next((size for size in sizes if min(size.width, size.height) >= limits.PORTRAIT_SIDE), sizes[-1])
        picture = Attachment(PLATFORM, size.file_id, "", "image/jpeg", size.file_size, MediaKind.PICTURE)
        content = await self.fetch(picture, limits.PORTRAIT_BYTES)
        return Portrait(content=content) if content else None

    async def private_chat(self, user: UserRef) -> ChatRef | None:
        """The private chat with a user, or None when they never opened it or closed it.

        Where neither is known, Telegram is asked by a "typing" that a stranger does not see.
        """
        user_id = number(user.id)
        if user.platform != PLATFORM or user_id is None or user_id <= 0:
            return None
        known = self._chats.opened.get(user_id)
        if known is None:
            answer = await attempt(self._bot.send_chat_action(user_id, "typing"), private=True)
            known = not isinstance(answer, Refused)
            self._chats.opened[user_id] = known
        return chat_ref(user_id) if known else None

    def responder(self, handle: ReplyHandle) -> TelegramResponder:
        """What answers an interaction.

        Raises:
            Unreadable: the handle is none of ours.
        """
        return TelegramResponder(unpacked(handle), self._bot, self._sending, self._chats, self._own_name, self._log)

    async def leave(self, space: SpaceRef) -> Outcome:
        """Leaves a group."""
        chat_id = number(space.id)
        if space.platform != PLATFORM or chat_id is None:
            return Refused(Reason.INVALID, "not a group of Telegram")
        return done(await self._sending.follow(chat_id, self._bot.leave_chat))


async def _together(*works: Coroutine[None, None, None]) -> None:
    """Runs endless works until one fails, whose error is raised, or all are cancelled."""
    tasks = [asyncio.create_task(work) for work in works]
    try:
        ended, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        for task in ended:
            task.result()
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

"""Forum topics, and addresses of messages."""

from collections.abc import Sequence
from typing import Final

from telegram import Bot

from bot.adapters.telegram.chats import Chats
from bot.adapters.telegram.limits import TOPIC_NAME
from bot.adapters.telegram.names import PLATFORM, chat_ref, number
from bot.adapters.telegram.sending import Sending, done
from bot.domain.capabilities import LengthUnit
from bot.domain.refs import ChatRef, MessageRef, SpaceRef, UserRef
from bot.ports.outcome import Outcome, Reason, Refused
from bot.ports.places import PlaceName, RoleName

_SUPERGROUP: Final = "-100"
"""What a supergroup's id begins with; https://core.telegram.org/api/bots/ids"""


class TelegramPlaces:
    """Topics of forums, and links. Raises as the gateway does."""

    def __init__(self, bot: Bot, sending: Sending, chats: Chats) -> None:
        self._bot = bot
        self._sending = sending
        self._chats = chats

    def known(self, space: SpaceRef) -> Sequence[PlaceName]:
        """A group and those of its topics that were seen since the start; they cannot be listed."""
        chat_id = number(space.id)
        if space.platform != PLATFORM or chat_id is None:
            return ()
        group = PlaceName(chat_ref(chat_id), self._chats.of(chat_id).title)
        topics = [
            PlaceName(chat_ref(chat_id, topic), name)
            for (chat, topic), name in self._chats.topics.items()
            if chat == chat_id
        ]
        return (group, *topics)

    def roles(self, space: SpaceRef) -> Sequence[RoleName]:
        """Telegram has no roles that a bot gives."""
        return ()

    async def open_thread(self, chat: ChatRef, name: str, start: MessageRef | None) -> ChatRef | Refused:
        """Opens a topic of a forum. Telegram cannot open one from a message."""
        chat_id = number(chat.id)
        if chat.platform != PLATFORM or chat_id is None or chat_id > 0:
            return Refused(Reason.UNSUPPORTED, "not a group of Telegram")
        while LengthUnit.UTF16.measure(name) > TOPIC_NAME:
            name = name[:-1]
        answer = await self._sending.follow(chat_id, lambda to: self._bot.create_forum_topic(to, name))
        if isinstance(answer, Refused):
            return answer
        current = self._chats.current(chat_id)
        self._chats.topics[current, answer.message_thread_id] = answer.name
        return chat_ref(current, answer.message_thread_id)

    async def open_private_thread(self, chat: ChatRef, name: str, members: Sequence[UserRef]) -> ChatRef | Refused:
        """A topic is seen by the whole group, and a bot makes no groups."""
        del chat, name, members
        return Refused(Reason.UNSUPPORTED, "topics are everybody's")

    async def close_thread(self, chat: ChatRef, members: Sequence[UserRef] = ()) -> Outcome:
        """Closes a topic: nobody but admins writes there any more."""
        del members  # nobody opens it again by a word
        chat_id, topic = number(chat.id), number(chat.topic or "")
        if chat.platform != PLATFORM or chat_id is None or topic is None:
            return Refused(Reason.UNSUPPORTED, "not a topic of Telegram")
        return done(await self._sending.follow(chat_id, lambda to: self._bot.close_forum_topic(to, topic)))

    async def pin(self, message: MessageRef) -> Outcome:
        """Pins a message without a sound; NO_RIGHT where the bot may not."""
        chat_id, message_id = number(message.chat), number(message.id)
        if message.platform != PLATFORM or chat_id is None or message_id is None:
            return Refused(Reason.INVALID, "not a message of Telegram")
        return done(
            await self._sending.follow(
                chat_id, lambda to: self._bot.pin_chat_message(to, message_id, disable_notification=True)
            )
        )

    async def unpin(self, message: MessageRef) -> Outcome:
        """Takes a pin away; GONE where the message is not pinned."""
        chat_id, message_id = number(message.chat), number(message.id)
        if message.platform != PLATFORM or chat_id is None or message_id is None:
            return Refused(Reason.INVALID, "not a message of Telegram")
        return done(await self._sending.follow(chat_id, lambda to: self._bot.unpin_chat_message(to, message_id)))

    def link(self, message: MessageRef) -> str | None:
        """An address that leads to a message of a supergroup; others have none."""
        chat_id = number(message.chat)
        if message.platform != PLATFORM or chat_id is None or not message.chat.startswith(_SUPERGROUP):
            return None
        username = self._chats.of(chat_id).username
        if username:
            return f"https://t.me/{username}/{message.id}"
        return f"https://t.me/c/{message.chat.removeprefix(_SUPERGROUP)}/{message.id}"

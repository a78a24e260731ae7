"""What is missing, as findings; their words stand in ``locales/*/core.ftl``."""

from collections.abc import Iterator

from telegram import User

from bot.adapters.telegram.chats import ChatFacts, Chats
from bot.adapters.telegram.membership import MUTED, NOT_ADMIN, missing_rights
from bot.adapters.telegram.names import space_ref
from bot.ports.gateway import Finding

CONFLICT = Finding("finding-telegram-conflict")
TOKEN = Finding("finding-telegram-token", stops=True)


def of_bot(me: User) -> Iterator[Finding]:
    """What the bot's own settings at BotFather turn off."""
    name = (("bot", me.username or ""),)
    if not me.can_join_groups:
        yield Finding("finding-telegram-groups", name)
    if not me.can_read_all_group_messages:
        yield Finding("finding-telegram-privacy", name)


def of_chats(me: User, chats: Chats) -> Iterator[Finding]:
    """What is turned off in each group whose rights are known."""
    for chat_id, facts in chats.facts.items():
        if facts.place is not None and facts.place.present and chat_id < 0:
            yield from _of_chat(me, chat_id, facts)


def _of_chat(me: User, chat_id: int, facts: ChatFacts) -> Iterator[Finding]:
    place = facts.place
    missing = () if place is None else missing_rights(place, forum=facts.forum)
    if not missing:
        return
    where = str(space_ref(chat_id))
    names = (("bot", me.username or ""), ("chat", facts.title))
    if MUTED in missing:
        yield Finding("finding-telegram-muted", names, where)
    elif NOT_ADMIN in missing and not me.can_read_all_group_messages:
        yield Finding("finding-telegram-privacy-chat", names, where)
    elif NOT_ADMIN in missing:
        yield Finding("finding-telegram-admin", names, where)
    else:
        yield Finding("finding-telegram-rights", (*names, ("missing", ", ".join(missing))), where)

"""What chats are told: the notice that is pinned, what becomes of a bridge, and what is said to one member."""

from collections.abc import Sequence

from bot.api import Texts
from bot.domain.controls import Button
from bot.domain.locales import Locale
from bot.domain.message import Outgoing
from bot.domain.refs import PlaceId, UserRef
from bot.domain.text import RichText, Style
from cogs.bridge.actions import CarryMe
from cogs.bridge.rules import TELLS_FOR, Bridge, Direction, End
from cogs.bridge.views.naming import NamedEnd, listed


def notice(
    texts: Texts, bridge: Bridge, here: End, ends: Sequence[NamedEnd], services: Sequence[str] | None
) -> Outgoing:
    """The notice that is pinned in a chat, in its language and in English.

    Args:
        texts: in the chat's language.
        bridge: what it is tied to.
        here: the chat.
        ends: all ends by name, in the chat's language.
        services: who sees the words that are said here, by title; None where nothing is translated.
    """
    spoken = [texts]
    if texts.locale is not Locale.ENGLISH:
        spoken.append(texts.in_(Locale.ENGLISH))
    return Outgoing(RichText.join([_notice(one, bridge, here, ends, services) for one in spoken], "\n\n"))


def _notice(
    texts: Texts, bridge: Bridge, here: End, ends: Sequence[NamedEnd], services: Sequence[str] | None
) -> RichText:
    chats = listed(texts, [end.name(texts) for end in ends if end.end.place != here.place])
    lines = [texts(f"notice-{here.direction.value}", chats=RichText.of(chats, Style.BOLD))]
    lines.append(texts("notice-files" if bridge.crossing.files else "notice-no-files"))
    if bridge.crossing.joins:
        lines.append(texts("notice-joins"))
    if here.direction is not Direction.IN:
        if services is None:
            lines.append(_untranslated(texts, ends))
        elif services:
            lines.append(texts("notice-services", services=listed(texts, list(services))))
            lines.append(texts("notice-opt-out"))
        else:
            lines.append(texts("notice-no-service"))
        lines.append(texts("notice-me-off"))
    return RichText.join(lines, "\n")


def _untranslated(texts: Texts, ends: Sequence[NamedEnd]) -> RichText:
    """That nothing is, and why: an admin who meant another language sees it here first."""
    spoken = {end.language for end in ends}
    only = spoken.pop() if len(spoken) == 1 else ""
    return texts("notice-same-language", language=only) if only else texts("notice-untranslated")


def line(texts: Texts, key: str, **values: str | int) -> Outgoing:
    """A quiet line for a chat, which goes away again."""
    return Outgoing(texts(key, **values), lifetime=TELLS_FOR)


def me(texts: Texts, place: PlaceId, user: UserRef, *, carried: bool) -> Outgoing:
    """Whether somebody's own words cross, and a key for the other."""
    label = texts.plain("me-turn-off" if carried else "me-turn-on")
    key = Button(label, CarryMe(place, not carried), only=user)
    return Outgoing(texts("me-on" if carried else "me-off"), controls=((key,),))


def copy(text: RichText, original: RichText | None, corrected: RichText | None) -> RichText:
    """A translation; who made it better, and under it what was said, hidden until it is touched."""
    blocks = [text]
    if corrected is not None:
        blocks.append(corrected)
    if original is not None:
        blocks.append(original.styled(Style.SPOILER))
    return RichText.join(blocks, "\n")

"""What is said about pictures that were not surely recognised."""

from bot.api import Texts
from bot.domain.attachments import File
from bot.domain.author import Account
from bot.domain.controls import Button, ButtonStyle, Control
from bot.domain.locales import second_language
from bot.domain.message import Outgoing
from bot.domain.refs import MessageRef
from bot.domain.text import RichText
from cogs.cat_tax.actions import AskMembers, NoCat, Skip, Stamp, Vouch
from cogs.cat_tax.rules.pictures import Trouble
from cogs.cat_tax.rules.standing import DECIDED_WITHIN


def members_asked(
    texts: Texts,
    account: Account,
    showing: int,
    *,
    vouched: int,
    needed: int,
    reply_to: MessageRef | None = None,
    picture: bytes | None = None,
) -> Outgoing:
    """The spy is not sure, and asks who is there.

    Args:
        texts: in the language of whose picture it is.
        account: whose picture it is.
        showing: its number.
        vouched: how many said that it is a cat.
        needed: how many make it one.
        reply_to: the message with the picture.
        picture: the picture, a WebP, when it stands in no message: covered, since nobody has looked at it yet.
    """
    again = texts.in_(second_language(texts.locale))
    lines = [one("unsure", name=account, needed=needed) for one in (texts, again)]
    label = texts.plain("vouch", vouched=vouched, needed=needed)
    keys: tuple[Control, ...] = (
        Button(label, Vouch(showing), ButtonStyle.GOOD),
        Button(texts.plain("stamp"), Stamp(showing)),
    )
    alt = texts.plain("unsure-alt", name=account.name)
    files = () if picture is None else (File("picture.webp", "image/webp", picture, alt=alt, spoiler=True),)
    text = RichText.join(lines, "\n")
    return Outgoing(text, files=files, controls=(keys,), reply_to=reply_to, lifetime=DECIDED_WITHIN)


def second_chance(texts: Texts, account: Account, tax: int | None, showing: int | None) -> Outgoing:
    """It looks like no cat; that is fine, and there are ways on.

    Args:
        texts: in the language of whose picture it is.
        account: whose picture it is.
        tax: their row, when they were asked for a cat.
        showing: the picture's number, where there are members who could look at it.
    """
    keys: tuple[Control, ...] = ()
    if showing is not None:
        keys = (Button(texts.plain("but-it-is"), AskMembers(showing), only=account.ref),)
    if tax is not None:
        keys = (
            *keys,
            Button(texts.plain("no-cat"), NoCat(tax), only=account.ref),
            Button(texts.plain("skip"), Skip(tax), only=account.ref),
        )
    rows = (keys,) if keys else ()
    return Outgoing(texts("second-chance", name=account), controls=rows, lifetime=DECIDED_WITHIN)


def unreadable(texts: Texts, trouble: Trouble) -> Outgoing:
    """What could not be opened, and what to do."""
    return Outgoing(texts(f"trouble-{trouble.value}"), lifetime=DECIDED_WITHIN)

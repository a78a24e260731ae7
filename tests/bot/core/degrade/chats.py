"""Two chats to tell examples in, and a renderer's measure."""

from dataclasses import replace

from bot.domain.capabilities import Capabilities, Forms, LengthUnit, PrivateReplies, Reactions
from bot.domain.text import RichText, Span, Style, written
from tests.kit.fake import RICH

PLAIN_CHAT = Capabilities(
    unit=LengthUnit.UTF16,
    text=60,
    caption=30,
    styles=Style.BOLD | Style.ITALIC,
    links=False,
    moments=False,
    cards=False,
    card_text=0,
    card_fields=0,
    key_columns=3,
    key_rows=3,
    keys=8,
    label=10,
    callback=64,
    lists=0,
    forms=Forms.STEPS,
    form_fields=1,
    form_title=40,
    form_label=40,
    private_replies=PrivateReplies.NOTICE,
    notice=200,
    reactions=Reactions.FIXED,
    fixed_reactions=frozenset({"👍"}),
    files=2,
    file_bytes=20,
    picture_bytes=10,
    download_bytes=100,
    speaks_as=False,
    replies=True,
    edits=True,
    deletes_others=True,
    tells_deletions=False,
    reads_all=True,
    sees_joins=True,
    holds_back=False,
    threads=False,
    native_events=False,
)

RICH_CHAT = replace(
    RICH, card_text=100, card_fields=2, lists=4, notice=0, file_bytes=1_000, picture_bytes=1_000, download_bytes=1_000
)

_MARKS = frozenset("\\*_~`|[]()<>#@-")


def escaped(text: RichText) -> int:
    """A length as a Markdown renderer would have it: a backslash before each mark, four marks a style, addresses."""
    length = 0
    for part in text.parts:
        shown = written(part)
        length += len(shown) + sum(character in _MARKS for character in shown)
        if isinstance(part, Span):
            length += 4 * part.style.value.bit_count() + (len(part.url) + 4 if part.url else 0)
    return length

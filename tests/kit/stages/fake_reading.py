"""How a message of the platform in memory reads."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.domain.attachments import Attachment
from bot.domain.author import Account
from bot.domain.message import As
from bot.domain.piece import LinkKey, ListKey, Piece, PressKey, PrivateKey
from bot.domain.refs import ChatRef, MessageRef, SpaceRef, UserRef
from tests.kit.fake import ELSEWHERE, Post
from tests.kit.seen import Key, Seen

if TYPE_CHECKING:
    from tests.kit.stages.fake import FakeStage

BOT_NAME = "Cat Tax"


@dataclass(slots=True)
class Written:
    """A message of a member.

    Attributes:
        chat: where, with the topic.
    """

    ref: MessageRef
    chat: ChatRef
    author: Account
    text: str
    attachments: tuple[Attachment, ...]
    answers: str = ""
    edited: bool = False


def keys_of(post: Post) -> list[Key]:
    found: list[Key] = []
    for row in post.piece.keys:
        for key in row:
            match key:
                case PressKey(label=label, data=data):
                    found.append(Key(label, post.chat.id, post.ref.id, data))
                case PrivateKey(label=label, data=data):
                    found.append(Key(label, post.chat.id, post.ref.id, data, leads=True))
                case ListKey(choices=choices):
                    found += [Key(one.label, post.chat.id, post.ref.id, one.data, picks=True) for one in choices]
                case LinkKey():
                    continue
    return found


def words_of(piece: Piece) -> str:
    """All words of a message, those of a card included."""
    parts = [piece.text.plain]
    if piece.card is not None:
        parts += [piece.card.title, piece.card.body.plain]
        parts += [f"{one.name}\n{one.value.plain}" for one in piece.card.fields]
        parts.append(piece.card.footer)
    return "\n".join(part for part in parts if part)


def sees(stage: "FakeStage", user: UserRef, space: SpaceRef, post: Post) -> bool:
    """Whether somebody of a space sees a message of the bot's."""
    return reads(stage, user, space, post.chat.id) if post.only is None else post.only == user


def reads(stage: "FakeStage", user: UserRef, space: SpaceRef, chat: str) -> bool:
    """Whether somebody of a space sees what is written in a chat."""
    inside = chat.startswith(f"{space.id}-") and user in stage.members.present
    return inside or chat in {user.id, f"{ELSEWHERE}{user.id}"}


def all_seen(stage: "FakeStage", user: UserRef, space: SpaceRef) -> Sequence[Seen]:
    """All that somebody of a space sees, the oldest first."""
    seen = [seen_post(stage, post) for post in stage.gateway.posts if sees(stage, user, space, post)]
    seen += [seen_written(stage, one) for one in stage.written.values() if reads(stage, user, space, one.ref.chat)]
    seen.sort(key=lambda one: int(one.id))
    told = [text for who, text in stage.gateway.notices if who == user]
    return [*seen, *(Seen(f"notice{number}", text, True, only_me=True) for number, text in enumerate(told))]


def seen_post(stage: "FakeStage", post: Post) -> Seen:
    """A message of the bot's."""
    piece = post.piece
    names = {ref: account.name for ref, account in stage.members.present.items()}
    return Seen(
        post.ref.id,
        words_of(piece),
        by_bot=True,
        labels=tuple(key.label for key in keys_of(post)),
        only_me=post.only is not None or "-" not in post.chat.id,
        pinged=tuple(names.get(user, "somebody") for user in piece.mentions),
        chat=post.chat.id,
        files=tuple(file.content for file in piece.files),
        reactions=_own_reactions(stage, post.ref),
        answers="" if piece.reply_to is None else piece.reply_to.id,
        silent=piece.silent,
        author=piece.speaker.name if isinstance(piece.speaker, As) else BOT_NAME,
        edited=post.edited,
    )


def seen_written(stage: "FakeStage", written: Written) -> Seen:
    """A member's message."""
    return Seen(
        written.ref.id,
        written.text,
        by_bot=False,
        chat=written.ref.chat,
        files=tuple(stage.gateway.files.get(file.locator, b"") for file in written.attachments),
        reactions=_own_reactions(stage, written.ref),
        answers=written.answers,
        author=written.author.name,
        edited=written.edited,
    )


def _own_reactions(stage: "FakeStage", ref: MessageRef) -> tuple[str, ...]:
    own = stage.gateway.reactions.get(ref)
    return () if own is None else (own,)


def target_of(stage: "FakeStage", seen: Seen) -> Written:
    """A message that something is done about: a member's, or one of the bot's."""
    written = stage.written.get(seen.id)
    if written is not None:
        return written
    post = next(post for post in stage.gateway.posts if post.ref.id == seen.id)
    author = Account(UserRef(stage.platform, "bot"), seen_post(stage, post).author, bot=True)
    return Written(post.ref, post.chat, author, post.piece.text.plain, ())

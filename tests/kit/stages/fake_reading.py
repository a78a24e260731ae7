"""How a message of the platform in memory reads."""

from bot.domain.piece import LinkKey, ListKey, Piece, PressKey, PrivateKey
from tests.kit.fake import Post
from tests.kit.stage import Key


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

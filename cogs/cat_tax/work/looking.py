"""Looks at a picture: what it is, whether a cat is on it, and how to know it again. Runs in a worker's process.

Nothing heavy is loaded by importing this: the bot's own process does so only to name the work.
"""

from cogs.cat_tax.rules.pictures import MOST_BYTES, Looked, Sight, Trouble, sight_of


def look(content: bytes) -> Looked:
    """Looks at a file's content; its name and claimed type are not asked. What is wrong with it is never raised."""
    if len(content) > MOST_BYTES:
        return Looked(Sight.UNREADABLE, trouble=Trouble.TOO_LARGE)

    from cogs.cat_tax.work.fingerprint import fingerprint_of  # noqa: PLC0415  # Pillow: in the worker alone
    from cogs.cat_tax.work.opening import Unreadable, opened, thumbnail_of  # noqa: PLC0415  # the same
    from cogs.cat_tax.work.recogniser import score_of  # noqa: PLC0415  # the same

    try:
        picture = opened(content)
    except Unreadable as unreadable:
        return Looked(Sight.UNREADABLE, trouble=unreadable.trouble)
    score = score_of(picture)
    return Looked(sight_of(score), score, fingerprint_of(picture), thumbnail_of(picture))

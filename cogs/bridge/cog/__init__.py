"""``/bridge`` ties chats, here and elsewhere, so that they are one conversation, each in its own language.

A file for each of its stories. Every key says what it is about, and every step asks the platform again whether who
pressed it is an admin there.
"""

from cogs.bridge.cog import changing, command, crossing, moderating, records, tying
from cogs.bridge.cog.base import COG

__all__ = ["COG", "changing", "command", "crossing", "moderating", "records", "tying"]

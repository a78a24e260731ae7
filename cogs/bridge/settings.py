"""What a community settles for the bridges that are begun in it."""

from bot.api import ChoiceSetting, Toggle
from cogs.bridge.rules import Reactions

FILES = Toggle("files", True)
REACTIONS = ChoiceSetting("reactions", Reactions.NEAREST)
JOINS = Toggle("joins", False)
ORIGINALS = Toggle("originals", True)

ALL = (FILES, REACTIONS, JOINS, ORIGINALS)

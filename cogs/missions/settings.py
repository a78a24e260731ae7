"""What a community settles about missions."""

from bot.api import ChoiceSetting
from cogs.missions.rules.cards import Level

CEILING = ChoiceSetting("ceiling", Level.SENSITIVE)
"""How near cards may come here at most. What is above light opens on each line for itself."""

ALL = (CEILING,)

"""The declaration that all parts of this cog add to."""

from bot.api import Cog
from cogs.bridge import settings

COG = Cog("bridge")
for _setting in settings.ALL:
    COG.setting(_setting)

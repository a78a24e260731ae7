"""The declaration that all parts of this cog add to."""

from bot.api import Cog
from cogs.spies import settings

COG = Cog("spies")
for _setting in settings.ALL:
    COG.setting(_setting)

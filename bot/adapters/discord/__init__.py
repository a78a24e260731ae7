"""Discord, by discord.py. The only package that imports it.

Findings that it reports, by their keys in ``locales/*/core.ftl`` and their variables: ``finding-discord-token``,
``finding-discord-message-content``, ``finding-discord-members``, ``finding-discord-commands`` (``detail``),
``finding-missing-right`` (``right``: a name of ``limits.RIGHTS``; ``space``: the guild's name).
"""

from bot.adapters.discord.gateway import DiscordGateway
from bot.adapters.discord.members import DiscordMembers
from bot.adapters.discord.names import PLATFORM
from bot.adapters.discord.places import DiscordPlaces

__all__ = ["PLATFORM", "DiscordGateway", "DiscordMembers", "DiscordPlaces"]

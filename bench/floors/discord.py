"""A bare discord.py client whose handler does nothing, with the library's own defaults and the bot's intents."""

import os

import discord
from discord.gateway import DiscordWebSocket
from discord.http import Route
from yarl import URL


def intents() -> discord.Intents:
    """What the bot asks for when everything is granted; a test holds it against the bot's own."""
    return discord.Intents(
        guilds=True,
        members=True,
        moderation=True,
        guild_messages=True,
        dm_messages=True,
        guild_reactions=True,
        dm_reactions=True,
        guild_scheduled_events=True,
        message_content=True,
    )


class Floor(discord.Client):
    """Hears every message."""

    async def on_message(self, message: discord.Message) -> None:
        """Does nothing."""


def main() -> None:
    """Runs until it is ended."""
    Route.BASE = os.environ["DISCORD_API_BASE"]
    DiscordWebSocket.DEFAULT_GATEWAY = URL(os.environ["FLOOR_GATEWAY"])
    Floor(intents=intents()).run(os.environ["DISCORD_TOKEN"])


if __name__ == "__main__":
    main()

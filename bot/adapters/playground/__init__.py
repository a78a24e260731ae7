"""A platform in a browser page: a chat with Discord's capabilities beside one with Telegram's, for trying and showing.

The people, spaces and messages are the platform (`world`); the bot meets it through the same ports as any other.
"""

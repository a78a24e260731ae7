"""What admins can choose about the cat tax."""

from enum import Enum

from bot.api import ChatSetting, ChoiceSetting, NumberSetting, RoleSetting, Toggle, WordsSetting


class Door(Enum):
    """What the cat tax keeps closed until somebody has paid, skipped or owes."""

    OPEN = "open"
    """Nothing: it only greets."""
    KEPT = "kept"
    """Writing (or, by a role, what the role opens), and requests to join. It opens by itself after ten minutes."""


ASK = Toggle("ask", True)
ASK_HERE = Toggle("ask-here", True, per_place=True)
INTRODUCTIONS = ChatSetting("introductions", hears=True)
"""Where members introduce themselves, when the chat's name does not say so."""
VOUCHES = NumberSetting("vouches", 2, least=1, most=20)
"""How many members make an unsure picture a cat."""
DOOR = ChoiceSetting("door", Door.OPEN)
ROLE = RoleSetting("role")
"""Given to who has paid, skipped, owes or was let off."""
RUSH = NumberSetting("rush", 10, least=2, most=1_000)
"""From so many greetings in a minute on they are put together."""
THEME = WordsSetting("theme", "", longest=40)
"""As what the asker introduces itself; empty for the spy."""
REMINDERS = Toggle("reminders", True)

SETTINGS = (ASK, ASK_HERE, INTRODUCTIONS, VOUCHES, DOOR, ROLE, RUSH, THEME, REMINDERS)
"""All of them, in the order shown."""

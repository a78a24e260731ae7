"""The fixed set of emoji a message can be reacted to with (Bot API, ReactionTypeEmoji)."""

from __future__ import annotations

_ROWS = (
    "👍 👎 ❤ 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢",
    "🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳",
    "❤️‍🔥 🌚 🌭 💯 🤣 ⚡ 🍌 🏆 💔 🤨 😐 🍓",
    "🍾 💋 🖕 😈 😴 😭 🤓 👻 👨‍💻 👀 🎃 🙈",
    "😇 😨 🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿",
    "🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷‍♂️ 🤷 🤷‍♀️",
    "😡",
)
REACTIONS = frozenset(emoji for row in _ROWS for emoji in row.split())
PAID = "paid"
CUSTOM = "custom:"
"""What a premium member's own emoji begins with here; its id follows."""

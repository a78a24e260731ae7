"""News between the parts of the bot, in one process."""

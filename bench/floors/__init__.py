"""The bare libraries: the least that a bot of these libraries costs. They know nothing of the bot."""

"""Bridges: chats that are one conversation, each in its own language."""

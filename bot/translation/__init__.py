"""Translating: detect, shield, remember, ask one service after the other, unshield, check."""

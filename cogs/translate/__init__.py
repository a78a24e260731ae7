"""Translating: everybody reads and writes their own language, and the conversation stays one."""

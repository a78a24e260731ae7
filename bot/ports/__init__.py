"""Protocols between the core, the adapters and the machines underneath. No code that does anything."""

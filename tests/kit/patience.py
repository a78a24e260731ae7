"""How long a test waits for what should come."""

PATIENCE = 30.0
"""Seconds of real time that anything waited for may take, however slow and busy the machine is.

Reached only by a test that fails. What a test waits for is seen when it comes, so that a longer patience costs nothing;
a shorter one fails on a machine that others keep busy.
"""

"""Who may do what: four levels, mapped by each adapter from its platform's own rights."""

from enum import IntEnum


class Access(IntEnum):
    """Levels in rising order: each may do what the lower ones may."""

    EVERYONE = 0
    ORGANISER = 1
    """Runs events and topics."""
    MODERATOR = 2
    """Deletes others' messages and restricts members."""
    ADMIN = 3
    """Configures the space."""

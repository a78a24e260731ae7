"""What is kept of bridges: which chats they tie, the codes that tie them, and whose words do not cross."""

from cogs.bridge.store.bridges import Bridges, Left, Passage
from cogs.bridge.store.codes import Codes, Invitation
from cogs.bridge.store.persons import Persons
from cogs.bridge.store.tables import METADATA

__all__ = ["METADATA", "Bridges", "Codes", "Invitation", "Left", "Passage", "Persons"]

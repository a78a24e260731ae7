"""What is kept of missions: the cards on lines and their answers, what may be dealt, own cards, and clocks."""

from cogs.missions.store.clocks import Clocks
from cogs.missions.store.draws import Draws
from cogs.missions.store.limits import Limits
from cogs.missions.store.own import OwnCards
from cogs.missions.store.persons import Persons
from cogs.missions.store.posts import Posts
from cogs.missions.store.tables import METADATA

__all__ = ["METADATA", "Clocks", "Draws", "Limits", "OwnCards", "Persons", "Posts"]

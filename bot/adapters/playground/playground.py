"""Puts the playground together, for bootstrap."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from starlette.routing import BaseRoute

from bot.adapters.playground.acts import Acts
from bot.adapters.playground.cast import Texts
from bot.adapters.playground.gateway import PlaygroundGateway
from bot.adapters.playground.guard import Guard
from bot.adapters.playground.members import PlaygroundMembers
from bot.adapters.playground.places import PlaygroundPlaces
from bot.adapters.playground.routes import Pages
from bot.adapters.playground.shelf import Shelf
from bot.adapters.playground.tabs import Tabs
from bot.adapters.playground.world import World
from bot.ports.clock import Clock


@dataclass(frozen=True, slots=True)
class Playground:
    """A world, its gateway and its pages."""

    gateway: PlaygroundGateway
    members: PlaygroundMembers
    places: PlaygroundPlaces
    routes: Sequence[BaseRoute]

    @classmethod
    def open(
        cls, folder: Path, texts: Texts, clock: Clock, *, address: str, also_served_at: Iterable[str] = ()
    ) -> "Playground":
        """Opens the world in a folder, as it was left or new.

        Args:
            folder: made when it is not there; holds the snapshot and the files that were sent.
            texts: the page's texts by key in a language (:class:`~bot.adapters.playground.texts.PageTexts`).
            clock: the time.
            address: where the page is, for links to messages.
            also_served_at: public addresses whose browsers may drive the page too; else only this machine's may.

        Raises:
            OSError: the folder cannot be used.
        """
        world = World.open(Shelf(folder), texts, clock)
        tabs = Tabs(world)
        gateway = PlaygroundGateway(world, tabs)
        pages = Pages(world, tabs, Acts(world, tabs, gateway), texts, Guard(also_served_at))
        return cls(
            gateway,
            PlaygroundMembers(world, gateway),
            PlaygroundPlaces(world, gateway, address),
            pages.routes,
        )

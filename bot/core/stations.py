"""A platform as bootstrap wired it: its gateway and what goes with it."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.domain.refs import ChatRef, MessageRef, Platform, UserRef
from bot.ports.gateway import Gateway
from bot.ports.members import Members
from bot.ports.places import Places


@dataclass(frozen=True, slots=True)
class Station:
    """One platform's ports."""

    gateway: Gateway
    members: Members
    places: Places


@dataclass(frozen=True, slots=True)
class Stations:
    """All platforms that are on."""

    by_platform: Mapping[Platform, Station]

    def of(self, ref: ChatRef | MessageRef | UserRef) -> Station | None:
        """The platform that a ref belongs to, or None when it is not on (any more)."""
        return self.by_platform.get(ref.platform)

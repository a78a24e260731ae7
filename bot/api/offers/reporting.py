"""Bringing something to the moderators; offered by the house."""

from typing import Protocol, runtime_checkable

from bot.domain.author import Account
from bot.domain.controls import Button
from bot.domain.refs import UserRef


@runtime_checkable
class Reporting(Protocol):
    """Makes buttons by which members report what a cog shows."""

    def button(self, label: str, *, about: Account | UserRef | None, what: str) -> Button:
        """A button that opens the report's form.

        Args:
            label: short plain words.
            about: whose it is, or None.
            what: what is reported, in a few words, as moderators will read it.
        """
        ...

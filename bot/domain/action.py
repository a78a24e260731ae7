"""What a control does when it is used, as a typed value.

A cog writes ``@dataclass(frozen=True, slots=True) class Join(Action): event_id: int`` and declares a handler for it.
An action is packed into the platform's callback (or kept in the database behind a token), never held as a closure:
it works after a restart and on another process. Fields may be ``int``, ``str``, ``bool``, ``float``, enums, our ids,
refs, other frozen dataclasses, ``None``-able ones, and tuples of these.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Action:
    """The base of every action."""


@dataclass(frozen=True, slots=True)
class Job:
    """The base of every piece of work that is done later. Same fields as an :class:`Action`."""

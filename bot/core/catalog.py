"""Everything that the cogs declare, to be found by name, by class and by event; and how platforms are shown it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, Protocol, TypeVar

from bot.api.cog import Cog, Command, Done, Handled, Heard, Menu, Repeated
from bot.api.mirror import CopyKind
from bot.api.parameters import Parameter
from bot.api.texts import Texts
from bot.core.codec import Codec
from bot.core.house.actions import ENGINE_MODES
from bot.domain.action import Action, Job
from bot.domain.events import Event
from bot.domain.locales import Locale
from bot.ports.gateway import AnswerMode, ChoiceSpec, CommandSpec, Localised, MenuSpec, Offering, ParameterSpec

D = TypeVar("D", Command, Menu, Handled, Heard, Done, Repeated)


@dataclass(frozen=True, slots=True)
class Of(Generic[D]):
    """A declaration and the cog that made it."""

    cog: Cog
    declared: D


class Words(Protocol):
    """Where texts come from, by cog and language."""

    def texts(self, namespace: str, locale: Locale) -> Texts:
        """A cog's texts in a language."""
        ...


class Clash(Exception):
    """Two cogs declare the same."""


class Catalog:
    """All declarations, indexed. Built once by bootstrap; it never changes."""

    def __init__(self, cogs: Sequence[Cog]) -> None:
        self.cogs: Mapping[str, Cog] = {cog.name: cog for cog in cogs}
        self.commands: dict[str, Of[Command]] = {}
        self.menus: dict[str, Of[Menu]] = {}
        self.actions: dict[type[Action], Of[Handled]] = {}
        self.jobs: dict[type[Job], Of[Done]] = {}
        self.repeated: dict[tuple[str, CopyKind], Of[Repeated]] = {}
        self._heard: dict[type[Event], list[Of[Heard]]] = {}
        for cog in cogs:
            self._add(cog)

    def _add(self, cog: Cog) -> None:
        for command in cog.commands:
            _put(self.commands, command.name, Of(cog, command))
        for menu in cog.menus:
            _put(self.menus, menu.name, Of(cog, menu))
        for handled in cog.actions:
            _put(self.actions, handled.action, Of(cog, handled))
        for job in cog.jobs:
            _put(self.jobs, job.job, Of(cog, job))
        for repeated in cog.repeated:
            _put(self.repeated, (cog.name, repeated.kind), Of(cog, repeated))
        for heard in cog.heard:
            self._heard.setdefault(heard.event, []).append(Of(cog, heard))

    @property
    def action_classes(self) -> Sequence[tuple[str, type[Action]]]:
        """All classes of actions with the name of whoever handles them."""
        return [("engine", action) for action in ENGINE_MODES] + [
            (of.cog.name, action) for action, of in self.actions.items()
        ]

    @property
    def job_classes(self) -> Sequence[tuple[str, type[Job]]]:
        """All classes of jobs with their cog's name."""
        return [(of.cog.name, job) for job, of in self.jobs.items()]

    @cached_property
    def codec(self) -> Codec:
        """Encodes and decodes all that is kept, these actions and jobs among it; made when it is first wanted."""
        return Codec(self.action_classes, self.job_classes)

    def mode_of(self, action: type[Action]) -> AnswerMode:
        """How an action answers."""
        if action in ENGINE_MODES:
            return ENGINE_MODES[action]
        of = self.actions.get(action)
        return AnswerMode.PRIVATE if of is None else of.declared.mode

    def heard(self, event: type[Event]) -> Sequence[Of[Heard]]:
        """Who hears a kind of event, in the order of the cogs' names."""
        return self._heard.get(event, [])

    def offering(self, words: Words, default: Locale = Locale.ENGLISH) -> Offering:
        """What platforms show of all this, in every language."""
        return Offering(
            tuple(_Shown(words, of.cog.name, default).command(of.declared) for of in self.commands.values()),
            tuple(_Shown(words, of.cog.name, default).menu(of.declared) for of in self.menus.values()),
        )


K = TypeVar("K")
V = TypeVar("V")


def _put(table: dict[K, V], key: K, value: V) -> None:
    if key in table:
        raise Clash(f"declared twice: {key}")
    table[key] = value


@dataclass(frozen=True, slots=True)
class _Shown:
    """Writes one cog's declarations out in every language."""

    words: Words
    cog: str
    default: Locale

    def text(self, key: str) -> Localised:
        others = [(locale, self.words.texts(self.cog, locale).plain(key)) for locale in Locale]
        return Localised(dict(others)[self.default], tuple((at, said) for at, said in others if at is not self.default))

    def command(self, command: Command) -> CommandSpec:
        key = f"command-{command.name}"
        return CommandSpec(
            name=command.name,
            label=self.text(key),
            description=self.text(f"{key}.description"),
            parameters=tuple(self.parameter(key, parameter) for parameter in command.parameters),
            mode=command.mode,
            scope=command.scope,
            access=command.access,
            shared=command.shared,
            visiting=command.visiting,
        )

    def parameter(self, key: str, parameter: Parameter) -> ParameterSpec:
        options = [str(option.value) for option in parameter.choices] if parameter.choices else []
        return ParameterSpec(
            name=parameter.name,
            kind=parameter.kind,
            label=self.text(f"{key}.{parameter.name}"),
            description=self.text(f"{key}.{parameter.name}-description"),
            required=parameter.required,
            choices=tuple(ChoiceSpec(value, self.text(f"{key}.{parameter.name}-{value}")) for value in options),
            completes=parameter.completer is not None,
            least=parameter.limits.least,
            most=parameter.limits.most,
        )

    def menu(self, menu: Menu) -> MenuSpec:
        label = self.text(f"menu-{menu.name}")
        return MenuSpec(menu.name, label, menu.target, menu.mode, menu.access, visiting=menu.visiting)

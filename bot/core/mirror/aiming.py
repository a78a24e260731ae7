"""Which routes a message takes: all that lead from its chat, but where a cog declared that it says so itself."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.api.cog import AimHandler
from bot.api.mirror import CopyKind, Heard, RouteId
from bot.core.deadline import Deadline
from bot.core.mirror.parts import Parts
from bot.core.mirror.routes import Way
from bot.domain.errors import Unreachable
from bot.domain.refs import CommunityId, MessageRef, PersonId
from bot.domain.text import RichText
from bot.ports.database import StorageUnavailable


@dataclass(frozen=True, slots=True)
class Aimed:
    """A way that a message takes.

    Attributes:
        author: the name that is shown instead of the account's, or None.
        held: it is kept until it is let go.
    """

    way: Way
    author: str | None = None
    held: bool = False


@dataclass(frozen=True, slots=True)
class Spoken:
    """What was said, before anybody knows where it goes."""

    message: MessageRef
    person: PersonId | None
    text: RichText
    files: int
    answers: MessageRef | None


class NotAimed(Exception):
    """A cog could not say which routes a message takes; the cause is what it raised.

    Attributes:
        cog: its name.
    """

    def __init__(self, cog: str) -> None:
        super().__init__(f"{cog} did not say where it goes")
        self.cog = cog


class Aiming:
    """Asks cogs where messages go."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    async def aimed(self, ways: Sequence[Way], spoken: Spoken) -> tuple[list[Aimed], list[NotAimed]]:
        """The ways that a message takes, and what kept cogs from saying so.

        Args:
            ways: those that lead from its chat and are open to who said it.
            spoken: the message.

        Raises:
            StorageUnavailable: a cog could not say so now; Unreachable likewise. It is worth another try.
        """
        aimed: list[Aimed] = []
        failed: list[NotAimed] = []
        asked: dict[tuple[str, CopyKind], list[Way]] = {}
        for way in ways:
            if self._asks(way) is None:
                aimed.append(Aimed(way))
            else:
                asked.setdefault((way.route.cog, way.route.kind), []).append(way)
        for (cog, _), group in asked.items():
            handler = self._asks(group[0])
            if handler is None:
                continue
            try:
                aimed += await self._ask(handler, group, spoken)
            except (StorageUnavailable, Unreachable):
                raise
            except Exception as error:  # the others' words must not suffer for it
                failure = NotAimed(cog)
                failure.__cause__ = error
                failed.append(failure)
        return aimed, failed

    def _asks(self, way: Way) -> AimHandler | None:
        declared = self._parts.catalog.repeated.get((way.route.cog, way.route.kind))
        return None if declared is None else declared.declared.aims

    async def _ask(self, handler: AimHandler, group: Sequence[Way], spoken: Spoken) -> list[Aimed]:
        by_id = {way.route.id: way for way in group}
        heard = Heard(
            spoken.message,
            spoken.person,
            spoken.text,
            spoken.files,
            None if spoken.answers is None else await self._answered(spoken.answers, by_id),
            self._parts.clock.now(),
            spoken.answers,
        )
        ctx = self._parts.context_for(group[0].route.cog, _shared(group), f"aims {spoken.message}")
        async with Deadline():
            aims = await handler(ctx, [way.route for way in group], heard)
        found = {aim.route: Aimed(by_id[aim.route], aim.author, aim.held) for aim in aims if aim.route in by_id}
        return list(found.values())

    async def _answered(self, message: MessageRef, by_id: dict[RouteId, Way]) -> RouteId | None:
        """Of these routes the one by whose conversation an answered message is known."""
        root = (await self._parts.lines.roots([message])).get(message)
        if root is not None:
            lines = await self._parts.lines.of_root(root)
            return next((line.route for line in lines if line.route in by_id), None)
        copy = await self._parts.lines.copy_at(message)
        if copy is None or not copy.lines:
            return None
        # Of a copy that holds several the last: it is what stands nearest.
        came = self._parts.routes.way(copy.lines[-1].route)
        if came is None:
            return None
        knot = (came.route.cog, came.route.knot)
        return next((id_ for id_, way in by_id.items() if (way.route.cog, way.route.knot) == knot), None)


def _shared(group: Sequence[Way]) -> CommunityId | None:
    """The community of all these routes, or None where they are of several."""
    communities = {way.route.community for way in group}
    return communities.pop() if len(communities) == 1 else None

"""A cog of the tests' own that ties chats as a test says, and phrases copies plainly."""

from dataclasses import dataclass, field

from bot.api import Cog, JobContext
from bot.api.mirror import CopyKind, Manner, Phrase, Route, Said, Trouble
from bot.core.deadline import Deadline
from bot.core.job_context import CoreJobContext
from bot.core.mirror.desk import MirrorDesk
from bot.domain.refs import CommunityId, PlaceId
from bot.domain.text import RichText
from tests.kit.stage import Stage
from tests.kit.stages.whole import Whole

TEXTS = """
cog-title = Repeater
    .description = Repeats.
"""


@dataclass(slots=True)
class Repeater:
    """The cog, and what it was told.

    Attributes:
        troubles: in order.
        phrased: how often a copy was phrased.
        fails: True while phrasing raises.
        mute: words for which it says nothing.
    """

    cog: Cog = field(default_factory=lambda: Cog("repeater"))
    troubles: list[Trouble] = field(default_factory=list[Trouble])
    phrased: list[str] = field(default_factory=list[str])
    fails: bool = False
    mute: str = "nothing to see"

    def __post_init__(self) -> None:
        async def trouble(ctx: JobContext, route: Route, trouble: Trouble) -> None:
            del ctx, route
            self.troubles.append(trouble)

        async def phrase(ctx: JobContext, route: Route, said: Said) -> Phrase | None:
            del ctx
            self.phrased.append(said.text.plain)
            if self.fails:
                raise RuntimeError("no words")
            if self.mute in said.text.plain:
                return None
            if route.kind is CopyKind.INLINE:
                if not said.translations:
                    return None
                name = "" if said.alone else f"{said.author}: "
                return Phrase(RichText.join([RichText.of(name) + one.text for one in said.translations], "\n"))
            return Phrase(said.translations[0].text if said.translations else said.text)

        for kind in CopyKind:
            self.cog.route(kind, trouble=trouble)(phrase)


def desk(whole: Whole) -> MirrorDesk:
    """The repeater's desk at the mirror."""
    return MirrorDesk(whole.app.services.mirror, "repeater")


def context(whole: Whole, community: CommunityId | None = None) -> JobContext:
    """A context of the repeater's."""
    return CoreJobContext(whole.app.services, "repeater", community, "test", Deadline())


async def place(stage: Stage, chat: str) -> PlaceId:
    """Our id of a stage's chat."""
    services = stage.whole.app.services
    return await services.places.place_of(stage.chat_ref(chat), await community(stage), "", space=stage.space)


async def community(stage: Stage) -> CommunityId:
    """The community that a stage's space is bound to."""
    return await stage.whole.app.services.communities.of_space(stage.space)


async def tie(
    one: tuple[Stage, str],
    other: tuple[Stage, str],
    *,
    knot: str = "knot",
    kind: CopyKind = CopyKind.BRIDGED,
    there: Manner | None = None,
    back: Manner | None = None,
) -> None:
    """Ties two chats in both directions."""
    here, opposite = await place(*one), await place(*other)
    club = await community(one[0])
    mirror = desk(one[0].whole)
    await mirror.tie(knot, kind, source=here, target=opposite, manner=there or Manner(), community=club)
    await mirror.tie(knot, kind, source=opposite, target=here, manner=back or Manner(), community=club)

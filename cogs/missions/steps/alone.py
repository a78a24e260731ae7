"""A mission for one who has nobody yet."""

from bot.api import Context, JobContext, Texts
from bot.domain.errors import Told
from bot.domain.languages import spoken_by
from bot.domain.message import Outgoing
from bot.domain.refs import PersonId
from cogs.missions.actions import Another
from cogs.missions.rules.cards import CARDS, Level
from cogs.missions.rules.draws import Choice, next_card
from cogs.missions.steps.wording import shipped
from cogs.missions.views import cards as views


async def mission(ctx: JobContext, person: PersonId, texts: Texts) -> Outgoing | None:
    """The one of the day; None when there is none."""
    return _numbered(texts, person, ctx.clock.now().toordinal())


async def another(ctx: Context, action: Another) -> None:
    """The next one."""
    outgoing = _numbered(ctx.texts, ctx.person, action.number)
    if outgoing is None:
        raise Told("no-cards")
    await ctx.update(outgoing)


def _numbered(texts: Texts, person: PersonId, number: int) -> Outgoing | None:
    light = [Choice(card.key, card.level) for card in CARDS if card.level is Level.LIGHT and card.bands is None]
    if not light:
        return None
    order: list[str] = []
    for _ in range(number % len(light) + 1):
        key = next_card(light, order, f"alone {person}")
        if key is not None:
            order.append(key)
    card = shipped(order[-1])
    return None if card is None else views.alone(texts, views.worded(texts, card, spoken_by(texts.locale)), number)

"""The album asks first: an owner's own word, and only for what was surely looked at."""

from bot.api import Context
from bot.api.offers.album import Album
from bot.domain.errors import Told
from cogs.cat_tax.steps.ground import club_of
from cogs.cat_tax.store.taxes import Taxes


async def share(ctx: Context, number: int) -> None:
    """Puts one's cat into the album; pressed twice, it is there once. The album itself gives it back."""
    tax = await Taxes(ctx.db).numbered(number)
    if tax is None or tax.person != ctx.person or tax.thumbnail is None or tax.settled is None:
        raise Told("share-not-there")
    if tax.proof is None or not tax.proof.may_be_shown:
        raise Told("share-not-there")
    album = await (await club_of(ctx, tax.community)).find(Album)
    if album is None:
        raise Told("share-not-there")
    shown = await album.show(tax.person, tax.thumbnail, cause=f"{tax.settled_by}", at=tax.settled)
    if shown is None:
        raise Told("share-taken-down")
    await ctx.notice("shared")

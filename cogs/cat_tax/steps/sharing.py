"""The album asks first: an owner's own word, and only for what was surely looked at."""

from dataclasses import replace

from bot.api import Context
from bot.api.offers.album import Album
from bot.domain.errors import Told
from bot.domain.message import Only
from cogs.cat_tax.rules.tax import Tax
from cogs.cat_tax.steps.ground import club_of
from cogs.cat_tax.store.taxes import Taxes
from cogs.cat_tax.views.thanking import kept_in_album


async def share(ctx: Context, number: int, *, agreed: bool) -> None:
    """Puts one's cat into the album, or takes it out again."""
    tax = await Taxes(ctx.db).numbered(number)
    if tax is None or tax.person != ctx.person:
        raise Told("share-not-there")
    here = await club_of(ctx, tax.community)
    album = await here.find(Album)
    if album is None:
        raise Told("share-not-there")
    await (_show(ctx, album, tax) if agreed else _hide(ctx, album, tax))
    outgoing = kept_in_album(ctx.texts, ctx.account, tax.id, shown=agreed)
    await ctx.reply(replace(outgoing, audience=Only(ctx.account.ref)))


async def _show(ctx: Context, album: Album, tax: Tax) -> None:
    if tax.thumbnail is None or tax.proof is None or not tax.proof.may_be_shown or tax.settled is None:
        raise Told("share-not-there")
    shown = await album.show(tax.person, tax.thumbnail, cause=f"tax:{tax.id}:{tax.settled_by}", at=tax.settled)
    await Taxes(ctx.db).shared(tax.id, shown)


async def _hide(ctx: Context, album: Album, tax: Tax) -> None:
    if tax.album is not None:
        await album.take_back(tax.person, tax.album)
        await Taxes(ctx.db).shared(tax.id, None)

"""``/cats`` leafs through the album of cats, which others put in by their owners' word; once a week one is told of."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from bot.api import ChatSetting, Cog, Context, JobContext, JsonValue, Texts, Toggle
from bot.api.offers.album import Album
from bot.api.offers.reporting import Reporting
from bot.domain.access import Access
from bot.domain.author import Account
from bot.domain.controls import Button
from bot.domain.errors import Told
from bot.domain.message import Outgoing
from bot.domain.refs import ChatRef, CommunityId, PersonId, SpaceRef
from bot.ports.gateway import AnswerMode, CommandScope
from bot.ports.outcome import Refused
from cogs.cats import rules, views
from cogs.cats.actions import CatOfTheWeek, Leafing, Like, TakeDown, Turn
from cogs.cats.rules import Cat, Order, Show
from cogs.cats.store import Cats, Owners

COG = Cog("cats")
WEEKLY = COG.setting(Toggle("weekly", False))
WEEKLY_IN = COG.setting(ChatSetting("weekly-in"))

STAYS = timedelta(hours=1)
"""How long a page stays in the chat."""


# ---------------------------------------------------------------------------------------------------------- the offer


@dataclass(frozen=True, slots=True)
class CommunityAlbum:
    """Implements :class:`bot.api.offers.album.Album`."""

    ctx: JobContext

    async def show(self, owner: PersonId, picture: bytes, *, cause: str, at: datetime) -> int | None:
        """Puts a cat in."""
        if not rules.fits(picture):
            raise ValueError(f"not a WebP of at most {rules.MOST_BYTES} bytes")
        number = await self._cats.show(owner, picture, cause=cause, at=at)
        await _look_forward(self.ctx, self._cats.community)
        return number

    @property
    def _cats(self) -> Cats:
        if self.ctx.community is None:
            raise ValueError("an album is a community's")
        return Cats(self.ctx.db, self.ctx.community)


@COG.offers(Album)
def album(ctx: JobContext) -> Album:
    """The album of a community."""
    return CommunityAlbum(ctx)


# ------------------------------------------------------------------------------------------------------------- looking


@COG.command("cats", mode=AnswerMode.PUBLIC, scope=CommandScope.COMMUNITY, stays=STAYS)
async def cats(
    ctx: Context, show: Show | None = None, number: int | None = None, member: Account | None = None
) -> None:
    """Shows a cat: a random one, or the one that was asked for."""
    found = _cats_here(ctx)
    leafing = Leafing(Order.NEWEST, ctx.texts.locale)
    if member is not None and (member.bot or show not in {None, Show.NEWEST}):
        member = None  # where commands are written, it is the author of the message that was merely answered
    if number is not None:
        cat, leafing, nothing = await found.one(number), replace(leafing, order=Order.ALONE), "no-such-cat"
    elif member is not None or show is Show.MINE:
        owner = ctx.person if member is None else await ctx.accounts.find(member.ref)
        cat = None if owner is None else await found.newest(owner)
        leafing, nothing = replace(leafing, owner=owner), "no-cat-of-theirs" if member else "no-cat-of-yours"
    elif show is Show.NEWEST:
        cat, nothing = await found.newest(), "empty"
    elif show is Show.TOP:
        best = await found.top()
        cat = await found.one(best[0].number) if best else None
        leafing, nothing = replace(leafing, order=Order.TOP, rank=1), "no-hearts"
    else:
        cat, leafing, nothing = await found.random(), replace(leafing, order=Order.RANDOM), "empty"
    if cat is None:
        values = {"name": member.name} if member else {}
        await ctx.reply(views.empty(ctx.texts, nothing, **values))
        return
    await ctx.reply(await _page(ctx, cat, leafing))


@COG.action(Turn, mode=AnswerMode.UPDATE)
async def turn(ctx: Context, action: Turn) -> None:
    """Leafs on, or back, from where the message stands; also when the cat shown there is gone."""
    found, leafing = _cats_here(ctx), action.leafing
    if leafing.order is Order.TOP:
        best = await found.top()
        rank = rules.rank_near(leafing.rank + (-1 if action.back else 1), len(best))
        leafing = replace(leafing, rank=rank)
        cat = await found.one(best[rank - 1].number) if best else None
    elif leafing.order is Order.RANDOM:
        cat = await found.random(but=action.number)
    elif leafing.order is Order.NEWEST:
        cat = await found.beside(action.number, leafing.owner, newer=action.back)
    else:
        cat = None
    if cat is None:
        raise Told("no-more")
    await ctx.update(await _page(ctx, cat, leafing))


@COG.action(Like, mode=AnswerMode.UPDATE)
async def like(ctx: Context, action: Like) -> None:
    """Gives a heart, or takes it back; nobody likes their own, which they do anyway."""
    found = _cats_here(ctx)
    cat = await found.one(action.number)
    if cat is not None and cat.owner == ctx.person:
        raise Told("like-own")
    cat = await found.like(action.number, ctx.person, cause=_cause(ctx), at=ctx.clock.now())
    if cat is None:
        raise Told("gone-home")
    await _look_forward(ctx, found.community)
    await ctx.update(await _page(ctx, cat, action.leafing))


@COG.action(TakeDown, mode=AnswerMode.UPDATE)
async def take_down(ctx: Context, action: TakeDown) -> None:
    """Owners take theirs out, moderators any."""
    found = _cats_here(ctx)
    cat = await found.one(action.number)
    if cat is not None:
        mine = cat.owner == ctx.person
        if not rules.may_take_down(ctx.person, cat.owner, Access.EVERYONE if mine else await ctx.access()):
            raise Told("take-down-not-yours")
        if mine:
            await found.take_back(ctx.person, action.number)
        elif await found.take_down(action.number):
            await ctx.audit("audit-taken-down", {"number": str(action.number)})
    # A picture cannot be taken out of a message everywhere: the message goes, and where it cannot, it says so.
    if ctx.message is None or isinstance(await ctx.delete(ctx.message), Refused):
        await ctx.update(Outgoing(ctx.texts("gone-home")))
    else:
        await ctx.notice("gone-home")


def _cats_here(ctx: JobContext) -> Cats:
    if ctx.community is None:
        raise Told("error-only-in-community")
    return Cats(ctx.db, ctx.community)


async def _page(ctx: Context, cat: Cat, leafing: Leafing) -> Outgoing:
    texts = ctx.texts.in_(leafing.locale)
    found = _cats_here(ctx)
    owner = await _owner(ctx, ctx.space, cat.owner)
    page = views.Page(cat, "" if owner is None else owner.name, leafing, report=await _report(ctx, cat, owner, texts))
    if leafing.order is Order.TOP:
        best = await found.top()
        rank = next((rank for rank, one in enumerate(best, 1) if one.number == cat.number), leafing.rank)
        page = replace(page, leafing=replace(leafing, rank=rank), back=rank > 1, on=rank < len(best), ranking=best)
    elif leafing.order is Order.NEWEST:
        newer, older = await found.has_beside(cat.number, leafing.owner)
        page = replace(page, back=newer, on=older)
    elif leafing.order is Order.RANDOM:
        page = replace(page, on=any(await found.has_beside(cat.number, None)))
    return views.page(texts, page)


async def _owner(ctx: JobContext, space: SpaceRef | None, person: PersonId) -> Account | None:
    """A cat's owner as shown in a space now, or None when they are not there."""
    for user in await ctx.accounts.of(person):
        if space is not None and user.platform == space.platform:
            found = await ctx.members(space).account(space, user)
            if found is not None:
                return found
    return None


async def _report(ctx: JobContext, cat: Cat, owner: Account | None, texts: Texts) -> Button | None:
    reporting = await ctx.find(Reporting)
    what = (await ctx.community_texts()).plain("reported", number=cat.number)
    return None if reporting is None else reporting.button(texts.plain("report"), about=owner, what=what)


# ---------------------------------------------------------------------------------------------------- cat of the week


async def _look_forward(ctx: JobContext, community: CommunityId) -> None:
    """A cat was shown or liked, so this week has one. Whether it is told of is asked when the week is over."""
    ends = rules.week_ends(ctx.clock.now())
    await ctx.jobs.schedule(CatOfTheWeek(int(ends.timestamp())), ends, key=f"{community} {ends:%Y-%m-%d}")


@COG.job(CatOfTheWeek)
async def cat_of_the_week(ctx: JobContext, job: CatOfTheWeek) -> None:
    """Tells of the cat of the week, where that is wanted."""
    place = await ctx.setting(WEEKLY_IN)
    if place is None or ctx.community is None or not await ctx.setting(WEEKLY):
        return
    ends = datetime.fromtimestamp(job.ends, UTC)
    cat = await Cats(ctx.db, ctx.community).of_week(ends - rules.WEEK, ends)
    chat = await ctx.place_chat(place)
    if cat is None or chat is None:
        return
    texts = await ctx.community_texts()
    owner = await _owner_near(ctx, chat, cat.owner)
    page = views.Page(
        cat,
        "" if owner is None else owner.name,
        Leafing(Order.ALONE, texts.locale),
        report=await _report(ctx, cat, owner, texts),
    )
    await ctx.entrust(place, views.week(texts, page), key=f"week {ctx.community} {ends:%Y-%m-%d}")


async def _owner_near(ctx: JobContext, chat: ChatRef, person: PersonId) -> Account | None:
    """A cat's owner as shown where a chat is: a community has few spaces on one platform."""
    if ctx.community is None:
        return None
    for space, _ in await ctx.clubs.spaces(ctx.community):
        found = await _owner(ctx, space, person) if space.platform == chat.platform else None
        if found is not None:
            return found
    return None


# --------------------------------------------------------------------------------------------------------- what is kept


@COG.on_export
async def export(ctx: JobContext, person: PersonId) -> JsonValue:
    """A person's cats and hearts."""
    return await Owners(ctx.db).export(person)


@COG.on_forget
async def forget(ctx: JobContext, person: PersonId) -> None:
    """Erases a person."""
    await Owners(ctx.db).forget(person)


@COG.on_merge
async def merge(ctx: JobContext, kept: PersonId, gone: PersonId) -> None:
    """Two persons are one. When an account parts again, cats and hearts stay with who stays."""
    await Owners(ctx.db).merge(kept, gone)


@COG.on_erase
async def erase(ctx: JobContext, community: CommunityId) -> None:
    """Erases a community."""
    await Owners(ctx.db).erase(community)


def _cause(ctx: Context) -> str:
    """The event by a name that is the same when it is handled again."""
    return f"{ctx.chat.platform}:{ctx.event.key}"

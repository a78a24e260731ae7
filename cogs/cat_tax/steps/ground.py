"""What every step begins with: which event, whose row, which community, which language."""

from bot.api import Context, JobContext, PlaceContext, Texts
from bot.domain.author import Account
from bot.domain.errors import Told
from bot.domain.locales import Locale
from bot.domain.refs import CommunityId, PersonId
from cogs.cat_tax.rules import introductions
from cogs.cat_tax.rules.tax import Tax
from cogs.cat_tax.store.doors import DoorKind, Doors
from cogs.cat_tax.store.taxes import Taxes


def cause_of(ctx: PlaceContext) -> str:
    """The event by a name that is the same when it is handled again."""
    return f"{ctx.chat.platform}:{ctx.event.key}"


def in_all_languages(ctx: Context, key: str) -> frozenset[str]:
    """The entries of a text that lists, in every language."""
    return frozenset(entry for locale in Locale for entry in introductions.listed(ctx.texts.in_(locale).plain(key)))


async def club_of(ctx: Context, community: CommunityId) -> JobContext:
    """What acts for a community: here, or from the private chat."""
    return ctx if ctx.community == community else await ctx.about(community)


async def own_tax(ctx: Context, number: int) -> Tax:
    """The presser's own row, if it is open or was settled by this very press.

    Raises:
        Told: it is settled, or none of theirs: keys outlive what they were for.
    """
    taxes = Taxes(ctx.db)
    if number:
        tax = await taxes.numbered(number)
    else:
        tax = None if ctx.community is None else await taxes.of(ctx.community, ctx.person)
    if tax is None or tax.person != ctx.person:
        raise Told("settled-already")
    if tax.state.opens_the_door and tax.settled_by != cause_of(ctx):
        raise Told("settled-already")
    return tax


async def is_held_back(ctx: Context) -> bool:
    """Whether they cannot write here, because the door is kept."""
    if ctx.space is None:
        return False
    door = await Doors(ctx.db).of_account(ctx.space, ctx.account.ref)
    return door is not None and door.kind is DoorKind.RESTRICTED


async def texts_of(ctx: Context, written: str, tax: Tax | None) -> Texts:
    """In the language they chose or their platform tells, else in the one they wrote in."""
    guessed = introductions.written_in(written) or (None if tax is None else tax.locale)
    if guessed is None or ctx.account.language is not None:
        return ctx.texts
    file = await ctx.accounts.file(ctx.person)
    return ctx.texts if file.locale is not None or file.hint is not None else ctx.texts.in_(guessed)


async def account_of(here: JobContext, person: PersonId) -> Account | None:
    """Somebody as shown in a space of the community now, or None when they are in none."""
    if here.community is None:
        return None
    spaces = [space for space, _ in await here.clubs.spaces(here.community)]
    for user in await here.accounts.of(person):
        for space in spaces:
            if space.platform == user.platform:
                found = await here.members(space).account(space, user)
                if found is not None:
                    return found
    return None


async def name_of(here: JobContext) -> str:
    """What the community is called: by the name of its first space."""
    spaces = () if here.community is None else await here.clubs.spaces(here.community)
    return spaces[0][1] if spaces else ""

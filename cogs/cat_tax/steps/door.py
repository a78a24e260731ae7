"""The kept door: closed until the toll is behind somebody, and never for longer than ten minutes."""

from contextlib import suppress
from datetime import datetime

import structlog

from bot.api import Context, JobContext, PlaceContext
from bot.domain.errors import PlatformError, Told
from bot.domain.events import JoinRequested, MemberJoined
from bot.domain.refs import PersonId, SpaceRef, UserRef
from bot.ports.outcome import Done, Outcome, Reason, Refused
from cogs.cat_tax.actions import OpenDoor
from cogs.cat_tax.rules.drawings import pose_of
from cogs.cat_tax.rules.standing import DOOR_OPENS_AFTER, NEWLY_JOINED, WORTH_CLOSING, State
from cogs.cat_tax.rules.tax import Asking
from cogs.cat_tax.settings import DOOR, ROLE, Door
from cogs.cat_tax.steps import asking
from cogs.cat_tax.steps.ground import cause_of, name_of
from cogs.cat_tax.store.doors import DoorKind, Doors, KeptDoor
from cogs.cat_tax.store.taxes import Taxes
from cogs.cat_tax.views.asking import asked_in_private

log = structlog.get_logger(__name__)


# -------------------------------------------------------------------------------------------------------------- closing


async def closed(ctx: Context, event: MemberJoined) -> bool:
    """Keeps the door closed for a newcomer, when the community wants that.

    Returns:
        True when they cannot write now.
    """
    if ctx.space is None or ctx.community is None:
        return False
    tax = await Taxes(ctx.db).of(ctx.community, ctx.person)
    if tax is not None and tax.state.opens_the_door:
        await open_for(ctx, ctx.person)  # also where no door is kept: a role is lost by leaving
        return False
    if await ctx.setting(DOOR) is Door.OPEN or not await asking.is_wanted(ctx):
        return False  # who is not asked has no key to press
    opens = event.at + DOOR_OPENS_AFTER
    # Nobody is asked twice, so who was asked before they came in would wait without a key to press.
    asked_before = tax is not None and tax.state is State.ASKED and tax.asked_by != cause_of(ctx)
    if opens - ctx.clock.now() < WORTH_CLOSING or asked_before:
        await _give_role(ctx, ctx.space, ctx.account.ref)  # they have waited long enough: the bot was away, or slow
        return False
    kind = DoorKind.RESTRICTED if ctx.capabilities.holds_back else DoorKind.ROLE
    await _keep(ctx, ctx.space, kind, opens)
    if kind is DoorKind.ROLE:
        return False
    outcome = await ctx.members(ctx.space).restrict(ctx.space, ctx.account.ref, opens)
    return not isinstance(outcome, Refused)


async def asked_at_the_door(ctx: Context, event: JoinRequested) -> None:
    """Answers a request to join with the toll, in private; where the door is not kept, admins decide as ever."""
    if ctx.space is None or ctx.community is None or await ctx.setting(DOOR) is Door.OPEN:
        return
    if not await asking.is_wanted(ctx):
        return
    tax = await Taxes(ctx.db).of(ctx.community, ctx.person)
    opens = event.at + DOOR_OPENS_AFTER
    if opens <= ctx.clock.now() or (tax is not None and tax.state.opens_the_door):
        await ctx.members(ctx.space).approve(ctx.space, ctx.account.ref)
        return
    await _keep(ctx, ctx.space, DoorKind.REQUESTED, opens)
    why = Asking(None, None, None, cause_of(ctx), ctx.clock.now())
    tax = await Taxes(ctx.db).ask(ctx.community, ctx.person, why) or tax
    if tax is None:
        # They were expected, or asked, before: the question is theirs all the same.
        tax = await Taxes(ctx.db).of(ctx.community, ctx.person)
    if tax is None:
        return
    picture = await asking.spy_picture_for(ctx, ctx.texts, pose_of(tax.id))
    theme = await asking.theme_of(ctx)
    await ctx.watch_private(ctx.person, until=opens)
    await ctx.reply(asked_in_private(ctx.texts, await name_of(ctx), tax.id, picture, theme))


async def given_over(ctx: Context) -> None:
    """A captcha holds them now: to lift that is its business, and the toll begins when it is done."""
    kept = None if ctx.space is None else await Doors(ctx.db).of_account(ctx.space, ctx.account.ref)
    if kept is not None and kept.kind is DoorKind.RESTRICTED:
        await Doors(ctx.db).opened(kept)
        await ctx.jobs.cancel(_key(kept.space, kept.user))


def _key(space: SpaceRef, user: UserRef) -> str:
    return f"door:{space}:{user}"


async def _keep(ctx: Context, space: SpaceRef, kind: DoorKind, opens: datetime) -> None:
    if ctx.community is None:
        return
    await Doors(ctx.db).close(KeptDoor(ctx.community, ctx.person, space, ctx.account.ref, kind, opens))
    await ctx.jobs.schedule(OpenDoor(space, ctx.account.ref), opens, key=_key(space, ctx.account.ref))


# -------------------------------------------------------------------------------------------------------------- opening


async def is_knocked_at(here: JobContext, person: PersonId) -> bool:
    """Whether somebody asks to be let in, and has not been yet."""
    if here.community is None:
        return False
    return any(kept.kind is DoorKind.REQUESTED for kept in await Doors(here.db).of_person(here.community, person))


async def open_for(here: JobContext, person: PersonId) -> None:
    """Opens every door of a community for somebody, and gives them its role."""
    if here.community is None:
        return
    for kept in await Doors(here.db).of_person(here.community, person):
        await _open(here, kept)
        await here.jobs.cancel(_key(kept.space, kept.user))
    spaces = [space for space, _ in await here.clubs.spaces(here.community)]
    for user in await here.accounts.of(person):
        for space in spaces:
            if space.platform == user.platform:
                await _give_role(here, space, user)


async def open_everywhere(ctx: JobContext, person: PersonId) -> None:
    """Opens what is closed for somebody in any community: once they are forgotten, nobody would."""
    for community in await Doors(ctx.db).communities_of(person):
        # What cannot be opened now is no reason to go on remembering them.
        with suppress(Told, PlatformError):
            await open_for(await ctx.about(community), person)


async def due(ctx: JobContext, job: OpenDoor) -> None:
    """It was closed for long enough."""
    kept = await Doors(ctx.db).of_account(job.space, job.user)
    if kept is not None:
        await _open(ctx, kept)
        await _give_role(ctx, kept.space, kept.user)


async def _open(here: JobContext, kept: KeptDoor) -> None:
    members = here.members(kept.space)
    outcome: Outcome = Done()
    if kept.kind is DoorKind.RESTRICTED:
        # Only our own: who a moderator silenced meanwhile stays silent.
        outcome = await members.release(kept.space, kept.user, until=kept.opens)
    elif kept.kind is DoorKind.REQUESTED:
        outcome = await members.approve(kept.space, kept.user)
        await here.unwatch_private(kept.person)
    if isinstance(outcome, Refused) and outcome.reason is not Reason.GONE:
        log.warning("a door could not be opened", space=str(kept.space), why=outcome.detail or outcome.reason.value)
    await Doors(here.db).opened(kept)


async def _give_role(here: JobContext, space: SpaceRef, user: UserRef) -> None:
    role = await here.setting(ROLE)
    if role is None:
        return
    outcome = await here.members(space).add_role(space, user, role)
    if not isinstance(outcome, Refused) or outcome.reason is Reason.UNSUPPORTED:
        return
    if outcome.reason is Reason.GONE and await _is_deleted(here, role, space, user):
        # Deleted: said once, where admins look, and not tried again.
        await here.change(ROLE, None)
        await here.audit("audit-role-gone")
        return
    log.warning("a role could not be given", space=str(space), why=outcome.detail or outcome.reason.value)


async def _is_deleted(here: JobContext, role: str, space: SpaceRef, user: UserRef) -> bool:
    """Whether none of a community's spaces on a platform has a role; of two guilds only one does."""
    spaces = () if here.community is None else await here.clubs.spaces(here.community)
    known = [here.places(one).roles(one) for one, _ in spaces if one.platform == space.platform]
    if any(role == one.id for roles in known for one in roles):
        return False
    if known and all(known):
        return True
    # None is left, or none is told yet: what is gone is the role, when it is not the member.
    return len(known) == 1 and await here.members(space).account(space, user) is not None


async def let_in_who_came_meanwhile(ctx: PlaceContext) -> None:
    """Who joined while the bot was away has waited long enough: where a role opens the door, they get it."""
    if ctx.space is None or ctx.community is None or await ctx.setting(DOOR) is Door.OPEN:
        return
    if await ctx.setting(ROLE) is None:
        return
    now = ctx.clock.now()
    for account in await ctx.members(ctx.space).joined_since(ctx.space, now - NEWLY_JOINED):
        person = await ctx.accounts.meet(account)
        if await Taxes(ctx.db).of(ctx.community, person) is None:
            await _give_role(ctx, ctx.space, account.ref)
            await Taxes(ctx.db).expect(ctx.community, person, None, now)

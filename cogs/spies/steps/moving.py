"""Those who showed themselves may move into a private thread, where their platform has such and the club says where."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.api import Context, JobContext
from bot.domain.errors import Told
from bot.domain.message import Outgoing
from bot.domain.refs import ChatRef, PersonId, PlaceId, SpaceRef, UserRef
from bot.ports.outcome import Refused
from cogs.spies.rules.pairs import Pair, PairId, Side
from cogs.spies.settings import LOUNGE
from cogs.spies.steps.clubs import at_club
from cogs.spies.steps.sides import own_line, talking_line, texts_on
from cogs.spies.steps.tying import retie
from cogs.spies.store.pairs import Pairs
from cogs.spies.views import line as views


@dataclass(frozen=True, slots=True)
class Room:
    """Where a thread could be opened.

    Attributes:
        chat: under which chat.
        members: an account of each who is on the line, all of them in the space.
    """

    space: SpaceRef
    chat: ChatRef
    members: tuple[UserRef, ...]


async def room_for(ctx: JobContext, pair: Pair) -> Room | None:
    """Where those on a line could have a thread; None where nowhere, or while they have not shown themselves."""
    there = await at_club(ctx, pair.community)
    if there is None or not pair.shown:
        return None
    lounge = await there.setting(LOUNGE)
    chat = None if lounge is None else await there.place_chat(lounge)
    if chat is None:
        return None
    for space, _ in await there.clubs.spaces(pair.community):
        if space.platform == chat.platform:
            found = [await _account_in(there, space, side.person) for side in pair.sides]
            members = tuple(user for user in found if user is not None)
            if len(members) == len(found):
                return Room(space, chat, members)
    return None


async def _account_in(there: JobContext, space: SpaceRef, person: PersonId) -> UserRef | None:
    for user in await there.accounts.of(person):
        if user.platform == space.platform and await there.members(space).account(space, user) is not None:
            return user
    return None


async def move(ctx: Context, pair_id: PairId) -> Outgoing:
    """Opens a thread, and goes on there.

    Raises:
        Told: the line has ended, or rests; or no thread can be opened.
    """
    pair, _ = await talking_line(ctx, pair_id, ctx.person)
    texts = await texts_on(ctx, pair, ctx.person)
    if pair.thread is not None:
        return views.moved_there(texts, pair, ctx.person)
    room = await room_for(ctx, pair)
    there = await at_club(ctx, pair.community)
    if room is None or there is None:
        raise Told("line-no-thread")
    name = " & ".join(pair.called(side.person) for side in pair.sides)
    opened = await there.places(room.space).open_private_thread(room.chat, name, room.members)
    if isinstance(opened, Refused):
        raise Told("line-no-thread")
    place = await there.keep_place(opened)
    if not await Pairs(ctx.db).put_thread(pair_id, place):  # the other moved, or ended it, in this very moment
        await there.places(room.space).close_thread(opened, room.members)
        found, _ = await own_line(ctx, pair_id, ctx.person)
        return views.moved_there(texts, found, ctx.person)
    moved, _ = await own_line(ctx, pair_id, ctx.person)
    await retie(there, moved)
    await there.entrust(place, views.moved(texts), key=f"moved {pair_id} {place}")
    return views.moved_there(texts, pair, ctx.person)


async def move_back(ctx: Context, pair_id: PairId) -> Outgoing:
    """Goes on in the private chats; the others are told there."""
    pair, _ = await own_line(ctx, pair_id, ctx.person)
    await go_back(ctx, pair)
    await _tell_back(ctx, pair, pair.others(ctx.person))
    return views.moved_back(await texts_on(ctx, pair, ctx.person), pair, ctx.person)


async def _tell_back(ctx: JobContext, pair: Pair, sides: Sequence[Side]) -> None:
    for side in sides:
        if side.place is not None and pair.thread is not None:
            told = views.moved_back(await texts_on(ctx, pair, side.person), pair, side.person)
            await ctx.entrust(side.place, told, key=f"back {pair.id} {pair.thread} {side.person}")


async def thread_gone(ctx: JobContext, place: PlaceId) -> None:
    """Somebody deleted a thread: its line goes on in the private chats, and all are told there."""
    for pair in await Pairs(ctx.db).at(place):
        if pair.thread == place:
            await go_back(ctx, pair)
            await _tell_back(ctx, pair, pair.sides)


async def leave_thread(ctx: JobContext, pair_id: PairId) -> None:
    """Takes a line that rests out of its thread, in which those on it would go on without us."""
    pair = await Pairs(ctx.db).of(pair_id)
    if pair is not None and pair.ended is None:
        await go_back(ctx, pair)


async def go_back(ctx: JobContext, pair: Pair) -> None:
    """Leaves the thread, which is closed."""
    if pair.thread is None:
        return
    await Pairs(ctx.db).put_thread(pair.id, None)
    await retie(ctx, await Pairs(ctx.db).of(pair.id) or pair)
    await close_thread(ctx, pair)


async def close_thread(ctx: JobContext, pair: Pair) -> None:
    """Closes a line's thread, if it is there still, to all who are on the line."""
    chat = None if pair.thread is None else await ctx.place_chat(pair.thread)
    if chat is None:
        return
    accounts = await ctx.accounts.of_all(pair.people)
    members = [user for users in accounts.values() for user in users if user.platform == chat.platform]
    for space, _ in await ctx.clubs.spaces(pair.community):
        if space.platform == chat.platform:
            await ctx.places(space).close_thread(chat, members)
            return

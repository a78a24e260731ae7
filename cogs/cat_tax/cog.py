"""The spy cat asks who introduces themselves for a cat; who shows one gets a receipt. Declared here, done in steps."""

from collections.abc import Collection
from dataclasses import dataclass

from bot.api import Cog, Context, JobContext, JsonValue, PlaceContext
from bot.api.offers.giving import CatsGiven
from bot.domain.access import Access
from bot.domain.attachments import Attachment
from bot.domain.author import Account
from bot.domain.events import JoinRequested, MemberJoined, MemberLeft, MessagePosted, ReactionChanged, SpaceSeen
from bot.domain.form import Answers
from bot.domain.refs import CommunityId, PersonId, UserRef
from bot.ports.gateway import AnswerMode, CommandScope
from cogs.cat_tax.actions import (
    AskAgain,
    AskMembers,
    BackToAsk,
    ForgetNewcomers,
    ForgetThumbnail,
    GreetTogether,
    LetLapse,
    LetOff,
    NoCat,
    OpenDoor,
    PayNow,
    PayWith,
    Remind,
    SendCat,
    SendMine,
    ShareCat,
    ShowMine,
    Skip,
    Stamp,
    StampPerson,
    StartOver,
    Vouch,
)
from cogs.cat_tax.settings import SETTINGS
from cogs.cat_tax.steps import answering, asking, desk, door, hearing, later, paying, sharing, vouching
from cogs.cat_tax.store.answers import CatAnswers
from cogs.cat_tax.store.persons import Persons
from cogs.cat_tax.work import looking_tool

COG = Cog("cat_tax", watched_names=("introduction-names",), watched_tags=("introduction-tags",))
for declared in SETTINGS:
    COG.setting(declared)
COG.tool("look", looking_tool.arguments)(looking_tool.look_at_files)


# ----------------------------------------------------------------------------------------------------- coming and going


@COG.on(MemberJoined)
async def joined(ctx: Context, event: MemberJoined) -> None:
    """A newcomer's introduction is waited for."""
    await hearing.joined(ctx, event)


@COG.on(JoinRequested)
async def asked_to_join(ctx: Context, event: JoinRequested) -> None:
    """Who asks to be let in meets the spy cat in private."""
    await door.asked_at_the_door(ctx, event)


@COG.on(MemberLeft)
async def left(ctx: Context, event: MemberLeft) -> None:
    """The question goes with whom it was for."""
    del event
    await hearing.left(ctx)


@COG.on_place(SpaceSeen)
async def space_seen(ctx: PlaceContext, event: SpaceSeen) -> None:
    """The bot is back: nobody waits for it at a door."""
    del event
    await door.let_in_who_came_meanwhile(ctx)


# -------------------------------------------------------------------------------------------------- words and reactions


@COG.on(MessagePosted)
async def said(ctx: Context, event: MessagePosted) -> None:
    """Introductions, and cats."""
    await hearing.said(ctx, event)


@COG.on(ReactionChanged)
async def reacted(ctx: Context, event: ReactionChanged) -> None:
    """A cat or a heart vouches."""
    await vouching.reacted(ctx, event)


# ------------------------------------------------------------------------------------------------------- the newcomer's


@COG.command("cat", mode=AnswerMode.PUBLIC, scope=CommandScope.COMMUNITY, stays=None)
async def cat(ctx: Context, picture: Attachment | None = None) -> None:
    """Pays with a picture sent along; without one, says how."""
    await paying.by_command(ctx, picture)


@COG.action(PayNow, mode=AnswerMode.FORM)
async def pay_now(ctx: Context, action: PayNow) -> None:
    """Asks for the picture."""
    await paying.asked_for_picture(ctx, action)


@COG.form(SendCat)
async def cat_sent(ctx: Context, action: SendCat, answers: Answers) -> None:
    """Pays with the form's pictures."""
    await paying.by_form(ctx, action.tax, answers.files("cat"))


@COG.action(NoCat, mode=AnswerMode.UPDATE)
async def no_cat(ctx: Context, action: NoCat) -> None:
    """Offers what else pays."""
    await asking.turn(ctx, action.tax, without=True)


@COG.action(BackToAsk, mode=AnswerMode.UPDATE)
async def back_to_ask(ctx: Context, action: BackToAsk) -> None:
    """Goes back to the question."""
    await asking.turn(ctx, action.tax, without=False)


@COG.action(PayWith, mode=AnswerMode.UPDATE)
async def pay_with(ctx: Context, action: PayWith) -> None:
    """Pays with something that is no cat."""
    await paying.by_word(ctx, action.tax, action.tender)


@COG.action(Skip, mode=AnswerMode.UPDATE)
async def skip(ctx: Context, action: Skip) -> None:
    """Lets them off."""
    await paying.skip(ctx, action.tax)


@COG.action(ShareCat, mode=AnswerMode.PRIVATE)
async def share_cat(ctx: Context, action: ShareCat) -> None:
    """Lets others see it."""
    await sharing.share(ctx, action.tax)


@COG.action(AskMembers, mode=AnswerMode.UPDATE)
async def ask_members(ctx: Context, action: AskMembers) -> None:
    """It is a cat, says its owner."""
    await vouching.insisted(ctx, action.showing)


# ---------------------------------------------------------------------------------------------------------- everybody's


@COG.action(Vouch, mode=AnswerMode.UPDATE)
async def vouch(ctx: Context, action: Vouch) -> None:
    """It is a cat, says a member."""
    await vouching.pressed(ctx, action.showing)


@COG.action(ShowMine, mode=AnswerMode.FORM)
async def show_mine(ctx: Context, action: ShowMine) -> None:
    """Asks for the answering cat."""
    await answering.pressed(ctx, action.tax)


@COG.form(SendMine)
async def mine_sent(ctx: Context, action: SendMine, answers: Answers) -> None:
    """Answers a cat with a cat."""
    await answering.by_form(ctx, action.tax, answers.files("cat"))


# ---------------------------------------------------------------------------------------------------------- moderators'


@COG.action(Stamp, mode=AnswerMode.UPDATE, access=Access.MODERATOR)
async def stamp(ctx: Context, action: Stamp) -> None:
    """It is a cat, says a moderator."""
    await vouching.stamped(ctx, action.showing)


@COG.message_menu("stamp", mode=AnswerMode.PRIVATE, access=Access.MODERATOR)
async def stamp_message(ctx: Context) -> None:
    """Stamps the picture of a message."""
    await desk.stamp_message(ctx)


@COG.command("tax", mode=AnswerMode.PRIVATE, scope=CommandScope.COMMUNITY, access=Access.MODERATOR)
async def tax(ctx: Context, member: Account | None = None) -> None:
    """How a member stands, and what can be done about it; without one, the numbers of the week."""
    await desk.open_desk(ctx, member)


@COG.action(LetOff, mode=AnswerMode.UPDATE)
async def let_off(ctx: Context, action: LetOff) -> None:
    """Exempts a member."""
    await desk.let_off(ctx, action)


@COG.action(StampPerson, mode=AnswerMode.UPDATE)
async def stamp_person(ctx: Context, action: StampPerson) -> None:
    """Counts a member as paid."""
    await desk.stamp_person(ctx, action)


@COG.action(AskAgain, mode=AnswerMode.UPDATE)
async def ask_again(ctx: Context, action: AskAgain) -> None:
    """Asks a member now."""
    await desk.ask_again(ctx, action)


@COG.action(StartOver, mode=AnswerMode.UPDATE)
async def start_over(ctx: Context, action: StartOver) -> None:
    """Makes a member a newcomer again."""
    await desk.start_over(ctx, action)


# ---------------------------------------------------------------------------------------------------------------- later


@COG.job(GreetTogether)
async def greet_together(ctx: JobContext, job: GreetTogether) -> None:
    """Greets all who came at once."""
    await asking.greet_together(ctx, job)


@COG.job(Remind)
async def remind(ctx: JobContext, job: Remind) -> None:
    """Reminds of a promised cat."""
    await later.remind(ctx, job)


@COG.job(OpenDoor, also_off=True)
async def open_door(ctx: JobContext, job: OpenDoor) -> None:
    """Opens a door that was closed for long enough."""
    await door.due(ctx, job)


@COG.job(ForgetNewcomers, also_off=True)
async def forget_newcomers(ctx: JobContext, job: ForgetNewcomers) -> None:
    """Forgets who joined long ago and said nothing."""
    del job
    await later.forget_newcomers(ctx)


@COG.job(ForgetThumbnail, also_off=True)
async def forget_thumbnail(ctx: JobContext, job: ForgetThumbnail) -> None:
    """Forgets a thumbnail."""
    await later.forget_thumbnail(ctx, job)


@COG.job(LetLapse, also_off=True)
async def let_lapse(ctx: JobContext, job: LetLapse) -> None:
    """Forgets a picture that nobody decided about."""
    await vouching.lapse(ctx, job)


# ------------------------------------------------------------------------------------------------------ for other cogs


@dataclass(frozen=True, slots=True)
class Given:
    """Implements :class:`bot.api.offers.giving.CatsGiven`."""

    ctx: JobContext

    async def gave(self, people: Collection[PersonId]) -> frozenset[PersonId]:
        """Those of them who once answered a cat with a cat here."""
        community = self.ctx.community
        return frozenset() if community is None else await CatAnswers(self.ctx.db).givers(community, people)


@COG.offers(CatsGiven)
def given(ctx: JobContext) -> CatsGiven:
    """Who gave a cat in answer."""
    return Given(ctx)


# --------------------------------------------------------------------------------------------------------- what is kept


@COG.on_export
async def export(ctx: JobContext, person: PersonId) -> JsonValue:
    """How a person stands in each community."""
    return await Persons(ctx.db).export(person)


@COG.on_forget
async def forget(ctx: JobContext, person: PersonId) -> None:
    """Erases a person, for whom nothing stays closed."""
    await door.open_everywhere(ctx, person)
    await Persons(ctx.db).forget(person)


@COG.on_merge
async def merge(ctx: JobContext, kept: PersonId, gone: PersonId) -> None:
    """Two persons are one."""
    await Persons(ctx.db).merge(kept, gone)


@COG.on_unlink
async def unlink(ctx: JobContext, account: UserRef, stays: PersonId, new: PersonId) -> None:
    """An account parts: it is not asked again."""
    del account
    await Persons(ctx.db).part(stays, new, ctx.clock.now())


@COG.on_erase
async def erase(ctx: JobContext, community: CommunityId) -> None:
    """Erases a community."""
    await Persons(ctx.db).erase(community)

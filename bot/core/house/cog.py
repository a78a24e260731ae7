"""``/start``, ``/help``, ``/cancel``, ``/me``, ``/privacy``, ``/report``, ``/quiet``: always there, for everyone."""

from dataclasses import replace
from typing import Annotated

from bot.api.cog import Cog
from bot.api.context import Context, JobContext
from bot.api.house import JsonValue, SettingEntry
from bot.api.offers.reporting import Reporting
from bot.api.parameters import Completing
from bot.core.house import views
from bot.core.house.actions import (
    AllowTranslation,
    AskForget,
    AskReport,
    AskZone,
    ChooseLocale,
    CloseReport,
    ExportMe,
    ForgetMe,
    OfferLocales,
    SendReport,
    SetZone,
    ShowHelp,
    TakeAway,
)
from bot.core.house.rules import quoted, zone_named, zones_like
from bot.core.house.settings import LANGUAGE, QUIET, REPORTS, OnOff, PrivacyTopic
from bot.core.house.store import Reports
from bot.domain.access import Access
from bot.domain.author import Account
from bot.domain.errors import Told
from bot.domain.events import CommandInvoked
from bot.domain.form import Answers
from bot.domain.message import Outgoing
from bot.domain.refs import CommunityId, PersonId
from bot.ports.gateway import AnswerMode, CommandScope, CommandSpec, Suggestion

COG = Cog("core", always_on=True)
COG.setting(LANGUAGE)
COG.setting(REPORTS)
COG.setting(QUIET)


@COG.command("start", mode=AnswerMode.PRIVATE, shared=True)
async def start(ctx: Context) -> None:
    """Says hello and what there is."""
    await ctx.reply(views.started(ctx.texts, ctx.account))


@COG.command("help", mode=AnswerMode.PRIVATE, shared=True)
async def help_(ctx: Context) -> None:
    """Shows every command that the caller may use here."""
    await ctx.reply(await _help(ctx))


@COG.action(ShowHelp, mode=AnswerMode.PRIVATE)
async def show_help(ctx: Context, action: ShowHelp) -> None:
    """The same, by a button."""
    del action
    await ctx.reply(await _help(ctx))


async def _help(ctx: Context) -> Outgoing:
    level = await ctx.access()
    here: dict[str, list[CommandSpec]] = {}
    elsewhere: list[CommandSpec] = []
    for cog, spec in ctx.catalogue.commands:
        if spec.access > level:
            continue
        if ctx.space is None and spec.scope is CommandScope.COMMUNITY:
            elsewhere.append(spec)
        else:
            here.setdefault(cog, []).append(spec)
    locale = ctx.texts.locale
    blocks = [
        (ctx.texts_of(cog, locale).plain("cog-title"), specs)
        for cog, specs in here.items()
        if ctx.community is None or await ctx.settings.cog_enabled(ctx.community, cog)
    ]
    if elsewhere:
        blocks.append((ctx.texts.plain("help-elsewhere"), elsewhere))
    return views.helped(ctx.texts, blocks, locale)


@COG.command("cancel", mode=AnswerMode.PRIVATE, shared=True)
async def cancel(ctx: Context) -> None:
    """Stops the form that is being filled in."""
    stopped = await ctx.cancel_form()
    await ctx.reply(views.briefly(ctx.texts("form-cancelled" if stopped else "cancel-nothing")))


# ------------------------------------------------------------------------------------------------------------- about me


async def zones(ctx: Context, typed: str) -> list[Suggestion]:
    """Time zones whose name holds what was typed."""
    del ctx
    return [Suggestion(zone.replace("_", " "), zone) for zone in zones_like(typed)]


@COG.command("me", mode=AnswerMode.PRIVATE)
async def me(ctx: Context, zone: Annotated[str | None, Completing(zones)] = None) -> None:
    """Shows and changes one's own languages and time zone."""
    if zone is not None:
        await _keep_zone(ctx, zone)
        return
    file = await ctx.accounts.file(ctx.person)
    accounts = await ctx.accounts.of(ctx.person)
    await ctx.reply(views.me(ctx.texts, ctx.account.ref, file, len(accounts)))


@COG.action(OfferLocales, mode=AnswerMode.PRIVATE)
async def offer_locales(ctx: Context, action: OfferLocales) -> None:
    """Offers the other languages."""
    del action
    file = await ctx.accounts.file(ctx.person)
    await ctx.reply(views.languages(ctx.texts, ctx.account.ref, file.locale))


@COG.action(ChooseLocale, mode=AnswerMode.UPDATE)
async def choose_locale(ctx: Context, action: ChooseLocale) -> None:
    """Speaks another language from now on."""
    await ctx.accounts.choose_locale(ctx.person, action.locale)
    texts = await ctx.texts_for(ctx.person)
    await ctx.update(Outgoing(texts("language-chosen")))


@COG.action(AskZone, mode=AnswerMode.FORM)
async def ask_zone(ctx: Context, action: AskZone) -> None:
    """Asks for the time zone. Nothing is read before: the platform wants the form at once."""
    del action
    await ctx.open_form(views.zone_form(ctx.texts, ""))


@COG.form(SetZone)
async def set_zone(ctx: Context, action: SetZone, answers: Answers) -> None:
    """Keeps the time zone."""
    del action
    await _keep_zone(ctx, answers.text("zone"))


async def _keep_zone(ctx: Context, said: str) -> None:
    zone = zone_named(said)
    if zone is None:
        await ctx.reply(views.zone_unknown(ctx.texts, ctx.account.ref, said[:60]))
        return
    await ctx.accounts.choose_zone(ctx.person, zone)
    await ctx.reply(views.zone_kept(ctx.texts, zone, ctx.clock.now()))


# -------------------------------------------------------------------------------------------------------------- privacy


@COG.command("privacy", mode=AnswerMode.PRIVATE)
async def privacy(ctx: Context, topic: PrivacyTopic | None = None, state: OnOff | None = None) -> None:
    """Says what is kept, where and by whom, and who sees words that are translated; settles the latter for oneself."""
    if topic is PrivacyTopic.TRANSLATE and state is not None:
        await _settle_translation(ctx, allowed=state is OnOff.ON)
        return
    file = await ctx.accounts.file(ctx.person)
    services, operator = ctx.translator.services, ctx.catalogue.operator
    kept = [ctx.texts_of(cog, ctx.texts.locale)(key) for cog, key in ctx.catalogue.kept]
    said = views.privacy(ctx.texts, ctx.account.ref, operator, services, kept, untranslated=file.untranslated)
    await ctx.reply(said)


@COG.action(AllowTranslation, mode=AnswerMode.PRIVATE)
async def allow_translation(ctx: Context, action: AllowTranslation) -> None:
    """The same by a button."""
    await _settle_translation(ctx, allowed=action.allowed)


async def _settle_translation(ctx: Context, *, allowed: bool) -> None:
    await ctx.accounts.choose_translation(ctx.person, allowed)
    await ctx.reply(Outgoing(ctx.texts("privacy-translated" if allowed else "privacy-untranslated")))


@COG.action(ExportMe, mode=AnswerMode.PRIVATE)
async def export_me(ctx: Context, action: ExportMe) -> None:
    """Hands out everything."""
    del action
    await ctx.reply(views.exported(ctx.texts, await ctx.records.export(ctx.person)))


@COG.action(AskForget, mode=AnswerMode.PRIVATE)
async def ask_forget(ctx: Context, action: AskForget) -> None:
    """Asks once more."""
    del action
    await ctx.reply(views.forget_asked(ctx.texts, ctx.account.ref))


@COG.action(ForgetMe, mode=AnswerMode.UPDATE)
async def forget_me(ctx: Context, action: ForgetMe) -> None:
    """Erases everything, and says so."""
    del action
    done = Outgoing(ctx.texts("privacy-forgotten"))
    await ctx.records.forget(ctx.person)
    await ctx.update(done)


# -------------------------------------------------------------------------------------------------------------- reports


@COG.command("report", mode=AnswerMode.FORM, scope=CommandScope.COMMUNITY, shared=True)
async def report(ctx: Context, member: Account | None = None) -> None:
    """Reports a member, or the message that is answered."""
    await _open_report(ctx, member)


@COG.message_menu("report", mode=AnswerMode.FORM)
async def report_message(ctx: Context) -> None:
    """Reports a message by its menu."""
    await _open_report(ctx, None)


@COG.action(AskReport, mode=AnswerMode.FORM)
async def ask_report(ctx: Context, action: AskReport) -> None:
    """Reports what a cog shows, by the button that the cog put there."""
    await _require_reports(ctx)
    about = SendReport(message=ctx.message, member=action.member, name=action.name, text=action.what)
    await ctx.open_form(views.report_form(ctx.texts, about))


@COG.offers(Reporting)
def reporting(ctx: JobContext) -> Reporting:
    """Lets cogs put such buttons."""
    del ctx
    return views.ReportButtons()


async def _require_reports(ctx: Context) -> None:
    """Stops before anybody writes a report that nobody would read. The settings were read lately: no form waits."""
    if ctx.community is not None and await ctx.setting(REPORTS) is None:
        raise Told("report-no-place")


async def _open_report(ctx: Context, member: Account | None) -> None:
    event = ctx.event
    if not isinstance(event, CommandInvoked):
        raise Told("error-stale")
    await _require_reports(ctx)
    author = member or (event.target_author if isinstance(event.target_author, Account) else None)
    about = SendReport(
        message=event.reply_to,
        member=author.ref if author else None,
        name=author.name[:60] if author else "",
        text=quoted(event.target_text.plain) if event.reply_to else "",
        pictures=len(event.target_attachments) if event.reply_to else 0,
    )
    if about.message is None and about.member is None:
        raise Told("report-what")
    await ctx.open_form(views.report_form(ctx.texts, about))


@COG.form(SendReport)
async def send_report(ctx: Context, action: SendReport, answers: Answers) -> None:
    """Brings a report to the moderators' place."""
    if ctx.community is None or ctx.space is None:
        raise Told("error-only-in-community")
    to = await ctx.setting(REPORTS)
    quiet_there = to is not None and await ctx.settings.value(ctx.community, SettingEntry("core", QUIET), to)
    if to is None or quiet_there or await ctx.place_chat(to) is None:
        raise Told("report-no-place")
    number = await Reports(ctx.db).add(ctx.community, ctx.person, action.pictures, ctx.clock.now())
    found = await ctx.mirror.find(action.message) if action.message else None
    if found is not None and found.copy:
        # Whoever it stands under over here: what is reported is what its author said.
        action = replace(action, name=found.author[:60], text=quoted(found.text.plain))
    link = ctx.places(ctx.space).link(action.message) if action.message else None
    texts = await ctx.community_texts()
    said = views.reported(texts, action, by=ctx.account, reason=answers.text("reason"), link=link, number=number)
    # By the event, not the number: handled again after a kill it must not be said again.
    await ctx.entrust(to, said, key=f"report {ctx.chat.platform} {ctx.event.key}")
    await ctx.reply(Outgoing(ctx.texts("report-sent")))


@COG.action(CloseReport, mode=AnswerMode.PUBLIC, access=Access.MODERATOR)
async def close_report(ctx: Context, action: CloseReport) -> None:
    """Marks a report as seen to."""
    if ctx.community is None or not await Reports(ctx.db).close(
        action.report, ctx.community, ctx.person, ctx.clock.now()
    ):
        raise Told("report-closed-already")
    await ctx.audit("audit-report-closed", {"number": str(action.report)})
    # Beside the report, whose words stay for the moderators to read again.
    await ctx.reply(views.report_closed(await ctx.community_texts(), ctx.account, action.report))


# ---------------------------------------------------------------------------------------------------------------- quiet


@COG.command("quiet", mode=AnswerMode.PUBLIC, scope=CommandScope.COMMUNITY, access=Access.ADMIN)
async def quiet(ctx: Context, state: OnOff = OnOff.ON) -> None:
    """Silences the bot in this chat, or wakes it. Which of both is said, so that handling it twice turns nothing."""
    silent = state is OnOff.ON
    # Said first, since what cannot be said now is tried again.
    await ctx.reply(Outgoing(ctx.texts("quiet-on" if silent else "quiet-off")))
    await ctx.change(QUIET, silent, here_only=True)


@COG.job(TakeAway)
async def take_away(ctx: JobContext, job: TakeAway) -> None:
    """Deletes messages whose time is over; those that are gone already are fine."""
    for message in job.messages:
        await ctx.delete(message)


# --------------------------------------------------------------------------------------------------------- what is kept


@COG.on_export
async def export(ctx: JobContext, person: PersonId) -> JsonValue:
    """The reports that a person made."""
    return {"reports": await Reports(ctx.db).of(person)}


@COG.on_forget
async def forget(ctx: JobContext, person: PersonId) -> None:
    """Leaves reports without names."""
    await Reports(ctx.db).forget(person)


@COG.on_merge
async def merge(ctx: JobContext, kept: PersonId, gone: PersonId) -> None:
    """Hands reports over."""
    await Reports(ctx.db).merge(kept, gone)


@COG.on_erase
async def erase(ctx: JobContext, community: CommunityId) -> None:
    """Erases a community's reports."""
    await Reports(ctx.db).erase(community)

"""``/settings``, ``/club``, ``/link`` and ``/unlink``.

Every key says what it is about, and every step asks the platform again whether who pressed it is an admin there.
"""

from enum import Enum
from typing import Annotated

from bot.api import Cog, Context, Limits
from bot.api.house import AuditEntry, CodeFailure, SettingEntry
from bot.api.settings import ChatSetting, ChoiceSetting, NumberSetting, RoleSetting, Stored, Toggle, WordsSetting
from bot.domain.access import Access
from bot.domain.author import Account
from bot.domain.capabilities import PrivateReplies
from bot.domain.errors import Told
from bot.domain.form import Answers
from bot.domain.message import Outgoing
from bot.domain.refs import ChatRef, PersonId, PlaceId, SpaceRef
from bot.domain.text import RichText
from bot.ports.gateway import AnswerMode, CommandScope
from cogs.admin import club_views, rules, views
from cogs.admin.actions import (
    AskLeave,
    AskValue,
    Home,
    InviteSpace,
    KeepValue,
    LeaveClub,
    OpenClub,
    OpenCog,
    OpenCogs,
    OpenHistory,
    OpenSetting,
    PutChat,
    PutValue,
    Unlink,
)
from cogs.admin.views import Act, Line, Screen

COG = Cog("admin", always_on=True)

Code = Annotated[str, Limits(most=40)]
"""A one-time code as somebody types it."""


def _home(ctx: Context) -> Home:
    if ctx.community is None or ctx.space is None:
        raise Told("error-only-in-community")
    return Home(ctx.community, ctx.space, ctx.place)


async def _enter(ctx: Context, home: Home) -> Screen:
    """Goes on only for who is an admin there now, of a space that is of that community still."""
    if home.space not in [space for space, _ in await ctx.clubs.spaces(home.community)]:
        raise Told("error-stale")
    if await ctx.members(home.space).access(home.space, ctx.account.ref) < Access.ADMIN:
        raise Told("error-needs-admin")
    return Screen(ctx.texts, home, ctx.account.ref)


# ------------------------------------------------------------------------------------------------------------- settings


@COG.command("settings", mode=AnswerMode.PRIVATE, scope=CommandScope.COMMUNITY, access=Access.ADMIN, shared=True)
async def settings(ctx: Context) -> None:
    """Shows what can be set."""
    await ctx.reply(_cogs(ctx, Screen(ctx.texts, _home(ctx), ctx.account.ref)))


@COG.action(OpenCogs, mode=AnswerMode.UPDATE)
async def open_cogs(ctx: Context, action: OpenCogs) -> None:
    """Goes back to the list."""
    await ctx.update(_cogs(ctx, await _enter(ctx, action.home)))


def _cogs(ctx: Context, screen: Screen) -> Outgoing:
    locale = ctx.texts.locale
    return views.cogs(screen, [(cog, ctx.texts_of(cog, locale).plain("cog-title")) for cog in ctx.settings.cogs()])


@COG.action(OpenCog, mode=AnswerMode.UPDATE)
async def open_cog(ctx: Context, action: OpenCog) -> None:
    """Shows a cog's settings with their values."""
    screen = await _enter(ctx, action.home)
    if action.cog not in ctx.settings.cogs():
        raise Told("error-stale")
    shown = [entry for entry in ctx.settings.of(action.cog) if _offered(ctx, action.home.space, entry)]
    lines = [await _line(ctx, action.home, entry, await _value(ctx, action.home, entry)) for entry in shown]
    texts = ctx.texts_of(action.cog, ctx.texts.locale)
    title, description = texts.plain("cog-title"), texts.plain("cog-title.description")
    await ctx.update(views.cog(screen, action.cog, title, description, lines))


@COG.action(OpenSetting, mode=AnswerMode.UPDATE)
async def open_setting(ctx: Context, action: OpenSetting) -> None:
    """Shows one setting and how to change it."""
    screen = await _enter(ctx, action.home)
    await ctx.update(await _setting(ctx, screen, _entry(ctx, action.cog, action.key)))


@COG.action(PutValue, mode=AnswerMode.UPDATE)
async def put_value(ctx: Context, action: PutValue) -> None:
    """Puts a value in force."""
    screen = await _enter(ctx, action.home)
    entry = _entry(ctx, action.cog, action.key)
    value: Stored = action.value
    if isinstance(entry.setting, Toggle):
        value = action.value == rules.ON
        if value and entry.setting.warns and not action.warned:
            warning = ctx.texts_of(action.cog, ctx.texts.locale)(f"setting-{action.key}.warning")
            await ctx.update(views.warned(screen, action.cog, action.key, warning))
            return
    await _put(ctx, screen, entry, value)


@COG.action(PutChat, mode=AnswerMode.UPDATE)
async def put_chat(ctx: Context, action: PutChat) -> None:
    """Puts a chat in force, or none."""
    screen = await _enter(ctx, action.home)
    entry = _entry(ctx, action.cog, action.key)
    value = None if action.chat is None else await ctx.keep_place(action.chat)
    if await _too_open(ctx, entry, value):
        raise Told("settings-chat-open")
    await _put(ctx, screen, entry, value)


async def _too_open(ctx: Context, entry: SettingEntry, value: Stored) -> bool:
    """Whether all members read a chat in which only moderators are to."""
    if not isinstance(value, int) or not isinstance(entry.setting, ChatSetting) or not entry.setting.closed:
        return False
    return await ctx.all_can_read(PlaceId(value))


@COG.action(AskValue, mode=AnswerMode.FORM)
async def ask_value(ctx: Context, action: AskValue) -> None:
    """Asks for a number or words. Whether they may is asked when the form is sent: nothing may take time before it."""
    entry = _entry(ctx, action.cog, action.key)
    texts = ctx.texts_of(action.cog, ctx.texts.locale)
    title = texts.plain(f"setting-{action.key}")
    submit = KeepValue(action.home, action.cog, action.key)
    match entry.setting:
        case NumberSetting(least=least, most=most):
            hint = ctx.texts.plain("settings-number-hint", least=least, most=most)
            await ctx.open_form(views.value_form(submit, title, hint, action.now, 18))
        case WordsSetting(longest=longest):
            await ctx.open_form(views.value_form(submit, title, "", action.now, longest))
        case _:
            raise Told("error-stale")


@COG.form(KeepValue, mode=AnswerMode.UPDATE)
async def keep_value(ctx: Context, action: KeepValue, answers: Answers) -> None:
    """Puts a number or words in force."""
    screen = await _enter(ctx, action.home)
    entry = _entry(ctx, action.cog, action.key)
    said = answers.text("value").strip()
    value: Stored = said
    if isinstance(entry.setting, NumberSetting):
        value = rules.whole_number(said)
        if value is None or not entry.setting.accepts(value):
            raise Told("settings-not-a-number", {"least": entry.setting.least, "most": entry.setting.most})
    await _put(ctx, screen, entry, value)


async def _put(ctx: Context, screen: Screen, entry: SettingEntry, value: Stored) -> None:
    home = screen.home
    if not await ctx.settings.change(home.community, entry, home.place, value, ctx.person):
        raise Told("settings-refused")
    await ctx.update(await _setting(ctx, screen, entry, changed=True))


def _entry(ctx: Context, cog: str, key: str) -> SettingEntry:
    """The setting that a key is about: it may be gone since the key was made."""
    if cog in ctx.settings.cogs():
        for entry in ctx.settings.of(cog):
            if entry.setting.key == key:
                return entry
    raise Told("error-stale")


def _offered(ctx: Context, space: SpaceRef, entry: SettingEntry) -> bool:
    """Roles are not offered where there are none."""
    return not isinstance(entry.setting, RoleSetting) or bool(ctx.places(space).roles(space))


async def _value(ctx: Context, home: Home, entry: SettingEntry) -> Stored:
    return await ctx.settings.value(home.community, entry, home.place)


async def _setting(ctx: Context, screen: Screen, entry: SettingEntry, *, changed: bool = False) -> Outgoing:
    home, cog, key = screen.home, entry.cog, entry.setting.key
    value = await _value(ctx, home, entry)
    texts = ctx.texts_of(cog, ctx.texts.locale)
    match entry.setting:
        case Toggle():
            controls = views.toggle(screen, cog, key, on=value is True)
        case ChoiceSetting() as choice:
            options = [(one, texts.plain(f"setting-{key}.option-{one}")) for one in _options(choice)]
            controls = views.choices(screen, cog, key, options, str(value))
        case ChatSetting():
            here = await ctx.place_chat(home.place)
            known = [place for place in ctx.places(home.space).known(home.space) if place.chat != here]
            now = await _chat_of(ctx, value)
            controls = views.chats(screen, cog, key, known[: rules.CHATS], here, now)
        case RoleSetting():
            known_roles = ctx.places(home.space).roles(home.space)[: rules.ROLES]
            controls = views.roles(screen, cog, key, known_roles, None if value is None else str(value))
        case _:
            controls = views.by_form(screen, cog, key, "" if value is None else str(value))
    too_open = await _too_open(ctx, entry, value)
    line = await _line(ctx, home, entry, value)
    return views.setting(screen, cog, line, controls, changed=changed, too_open=too_open)


def _options(setting: ChoiceSetting[Enum]) -> list[str]:
    return [str(option.value) for option in setting.options]


# ------------------------------------------------------------------------------------------------------ values in words


async def _line(ctx: Context, home: Home, entry: SettingEntry, value: Stored) -> Line:
    texts = ctx.texts_of(entry.cog, ctx.texts.locale)
    name = f"setting-{entry.setting.key}"
    return Line(
        key=entry.setting.key,
        title=texts.plain(name),
        description=texts.plain(f"{name}.description"),
        value=await _in_words(ctx, home.space, entry, value),
        per_place=entry.setting.per_place,
    )


async def _in_words(ctx: Context, space: SpaceRef, entry: SettingEntry, value: Stored) -> str:
    if value is None or value == "":
        return ctx.texts.plain("value-none")
    match entry.setting:
        case Toggle():
            return ctx.texts.plain("value-on" if value else "value-off")
        case ChoiceSetting():
            return ctx.texts_of(entry.cog, ctx.texts.locale).plain(f"setting-{entry.setting.key}.option-{value}")
        case ChatSetting():
            return await _chat_name(ctx, space, value)
        case RoleSetting():
            names = {role.id: role.name for role in ctx.places(space).roles(space)}
            return names.get(str(value)) or ctx.texts.plain("value-gone")
        case _:
            return str(value)


async def _chat_of(ctx: Context, value: Stored) -> ChatRef | None:
    return await ctx.place_chat(PlaceId(value)) if isinstance(value, int) else None


async def _chat_name(ctx: Context, space: SpaceRef, value: Stored) -> str:
    chat = await _chat_of(ctx, value)
    names = {place.chat: place.name for place in ctx.places(space).known(space)}
    if chat is None:
        return ctx.texts.plain("value-gone")
    # Topics cannot be listed: after a restart only what was kept knows the name.
    kept = await ctx.place_name(PlaceId(value)) if isinstance(value, int) else ""
    return names.get(chat) or kept or ctx.texts.plain("value-elsewhere")


# ------------------------------------------------------------------------------------------------------- the audit list


@COG.action(OpenHistory, mode=AnswerMode.UPDATE)
async def open_history(ctx: Context, action: OpenHistory) -> None:
    """Shows who did what."""
    screen = await _enter(ctx, action.home)
    before = None if action.before is None else rules.from_micros(action.before)
    entries, more = rules.page_of(await ctx.settings.audit(action.home.community, before, rules.PAGE + 1))
    acts = [Act(one.at, await _doer(ctx, action.home, one.by), await _act(ctx, action.home, one)) for one in entries]
    older = rules.to_micros(entries[-1].at) if more else None
    await ctx.update(views.history(screen, acts, older))


async def _doer(ctx: Context, home: Home, person: PersonId | None) -> Account | None:
    for user in () if person is None else await ctx.accounts.of(person):
        if user.platform == home.space.platform:
            found = await ctx.members(home.space).account(home.space, user)
            if found is not None:
                return found
    return None


async def _act(ctx: Context, home: Home, entry: AuditEntry) -> RichText:
    """An act in words. A changed setting is named as its screen names it."""
    values = dict(entry.args)
    cog, key = values.get("cog", ""), values.get("setting", "")
    if entry.act == "audit-setting" and cog in ctx.settings.cogs():
        texts = ctx.texts_of(cog, ctx.texts.locale)
        values["cog"] = texts.plain("cog-title")
        for known in ctx.settings.of(cog):
            if known.setting.key == key:
                values["setting"] = texts.plain(f"setting-{key}")
                value = rules.kept_again(values.get("value", ""))
                values["value"] = await _in_words(ctx, home.space, known, value)
    return ctx.texts_of(entry.cog, ctx.texts.locale)(entry.act, **values)


# ---------------------------------------------------------------------------------------------------------------- clubs


@COG.command("club", mode=AnswerMode.PRIVATE, scope=CommandScope.COMMUNITY, access=Access.ADMIN)
async def club(ctx: Context, code: Code | None = None) -> None:
    """Shows the club's spaces; with a code of another, joins it."""
    home = _home(ctx)
    if code is None:
        await ctx.reply(await _club(ctx, home))
        return
    failure = await ctx.clubs.finish(home.space, ctx.person, code)
    if failure is not None:
        raise Told(_failed("club", failure))
    # Said to all: it concerns all, and a private answer that cannot be given here would have this command run again.
    await ctx.send(ctx.place, Outgoing(ctx.texts("club-joined")))


@COG.action(OpenClub, mode=AnswerMode.UPDATE)
async def open_club(ctx: Context, action: OpenClub) -> None:
    """Goes back to the club's spaces."""
    await _enter(ctx, action.home)
    await ctx.update(await _club(ctx, action.home))


@COG.action(InviteSpace, mode=AnswerMode.UPDATE)
async def invite_space(ctx: Context, action: InviteSpace) -> None:
    """Makes a one-time code."""
    await _enter(ctx, action.home)
    code = await ctx.clubs.start(action.home.community)
    await ctx.update(club_views.invited(ctx.texts, action.home, ctx.account.ref, code))


@COG.action(AskLeave, mode=AnswerMode.UPDATE)
async def ask_leave(ctx: Context, action: AskLeave) -> None:
    """Asks once more."""
    await _enter(ctx, action.home)
    await ctx.update(club_views.leave_asked(ctx.texts, action.home, ctx.account.ref))


@COG.action(LeaveClub, mode=AnswerMode.UPDATE)
async def leave_club(ctx: Context, action: LeaveClub) -> None:
    """Leaves the club."""
    await _enter(ctx, action.home)
    left = await ctx.clubs.leave(action.home.space, ctx.person)
    await ctx.update(Outgoing(ctx.texts("club-left" if left else "club-alone")))


async def _club(ctx: Context, home: Home) -> Outgoing:
    names = [name for _, name in await ctx.clubs.spaces(home.community)]
    return club_views.club(ctx.texts, home, ctx.account.ref, names)


def _failed(what: str, failure: CodeFailure) -> str:
    return f"{what}-{failure.value}"


# ------------------------------------------------------------------------------------------------------ linked accounts


@COG.command("link", mode=AnswerMode.PRIVATE)
async def link(ctx: Context, code: Code | None = None) -> None:
    """Gives a one-time code; with one from another account, makes the two one person's."""
    if code is None:
        await ctx.reply(Outgoing(ctx.texts("link-code", code=await ctx.accounts.start_link(ctx.person))))
        return
    if ctx.space is not None and ctx.capabilities.private_replies is PrivateReplies.NOTICE:
        # A code works once, so it is not spent where the answer may have to move to the private chat.
        await ctx.reply(Outgoing(ctx.texts("link-in-private", code=code)))
        return
    failure = await ctx.accounts.finish_link(ctx.account.ref, code)
    if failure is not None:
        raise Told(_failed("link", failure))
    await ctx.reply(Outgoing(ctx.texts("link-done")))


@COG.command("unlink", mode=AnswerMode.PRIVATE)
async def unlink(ctx: Context) -> None:
    """Asks whether this account shall be on its own again."""
    accounts = len(await ctx.accounts.of(ctx.person))
    if accounts < 2:
        await ctx.reply(Outgoing(ctx.texts("unlink-alone")))
        return
    await ctx.reply(club_views.unlink_asked(ctx.texts, ctx.account.ref, accounts))


@COG.action(Unlink, mode=AnswerMode.UPDATE)
async def unlink_now(ctx: Context, action: Unlink) -> None:
    """Parts this account from the others."""
    del action
    done = await ctx.accounts.unlink(ctx.account.ref)
    await ctx.update(Outgoing(ctx.texts("unlink-done" if done else "unlink-alone")))

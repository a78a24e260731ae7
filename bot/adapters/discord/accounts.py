"""Discord's users and members as accounts and access levels."""

from datetime import datetime

import discord

from bot.adapters.discord.names import user_ref
from bot.adapters.discord.wire import JsonObject, as_object
from bot.domain.access import Access
from bot.domain.author import Account


def account(user: JsonObject, member: JsonObject | None = None, language: str | None = None) -> Account:
    """A user's JSON, with the membership's where there is one.

    Args:
        user: the user's.
        member: the membership's, for the name used in the guild.
        language: the locale that an interaction told.
    """
    nick = None if member is None else member.get("nick")
    name = nick or user.get("global_name") or user.get("username") or ""
    joined = None if member is None else member.get("joined_at")
    return Account(
        user_ref(user["id"]),
        str(name),
        user.get("username"),
        bot=bool(user.get("bot")),
        language=language or None,
        since=datetime.fromisoformat(joined) if isinstance(joined, str) else None,
    )


def account_of(user: discord.User | discord.Member | discord.ClientUser) -> Account:
    """A library user's account."""
    return Account(user_ref(user.id), user.display_name, user.name, bot=user.bot)


def member_account(payload: JsonObject) -> Account:
    """A membership's JSON that holds its user."""
    return account(as_object(payload.get("user")), payload)


def access(rights: discord.Permissions) -> Access:
    """What a member's permissions in a guild amount to."""
    if rights.administrator or rights.manage_guild:
        return Access.ADMIN
    if rights.moderate_members or rights.manage_messages or rights.kick_members or rights.ban_members:
        return Access.MODERATOR
    if rights.manage_events:
        return Access.ORGANISER
    return Access.EVERYONE


def told_access(member: JsonObject | None) -> Access | None:
    """The access that an interaction's member has, or None where Discord does not say."""
    bits = None if member is None else member.get("permissions")
    return access(discord.Permissions(int(bits))) if isinstance(bits, str) and bits.isdigit() else None

"""What happened, by a name that is the same when it is handled again."""

from bot.api import Context


def cause_of(ctx: Context) -> str:
    """The press, command or form that is being handled."""
    return f"{ctx.chat.platform}:{ctx.event.key}"

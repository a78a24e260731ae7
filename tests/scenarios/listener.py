"""A cog of the tests' own that writes down what it is told, and does to members what a test says."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from bot.api import Cog, Context, PlaceContext
from bot.domain.access import Access
from bot.domain.action import Action
from bot.domain.attachments import Attachment
from bot.domain.author import Account
from bot.domain.events import Community, JoinRequested, MemberJoined, MessagePosted, PlaceOpened, ReactionChanged
from bot.domain.form import Answers, FileField, Form, TextField
from bot.domain.message import Outgoing
from bot.domain.text import RichText
from bot.ports.gateway import AnswerMode, CommandScope

MOST = 20_000_000
"""Most bytes of a file that it takes."""

TEXTS = """
cog-title = Listener
    .description = Writes down what it is told.
command-listen = listen
    .description = Listens here
command-act = act
    .description = Does what the test says
command-show = show
    .description = Takes a picture
    .picture = picture
    .picture-description = Yours
command-upload = upload
    .description = Asks for a picture
"""


@dataclass(frozen=True, slots=True)
class Upload(Action):
    """What the form sends."""


@dataclass(frozen=True, slots=True)
class HeardFile:
    """A file as it was told, with its bytes; None when they could not be had."""

    told: Attachment
    content: bytes | None


@dataclass(frozen=True, slots=True)
class Heard:
    """A message as it was told."""

    who: str
    text: str
    files: tuple[HeardFile, ...]
    answers: str
    refs: int


@dataclass(slots=True)
class Listener:
    """The cog, and what it was told.

    Attributes:
        act: what ``/act`` does.
        reaction: what it reacts with to each message, or "".
    """

    cog: Cog = field(default_factory=lambda: Cog("listener"))
    messages: list[Heard] = field(default_factory=list[Heard])
    reactions: list[tuple[str, tuple[str, ...], tuple[str, ...]]] = field(
        default_factory=list[tuple[str, tuple[str, ...], tuple[str, ...]]]
    )
    joined: list[tuple[str, bool]] = field(default_factory=list[tuple[str, bool]])
    asked: list[Account] = field(default_factory=list[Account])
    named: list[str] = field(default_factory=list[str])
    shown: list[HeardFile] = field(default_factory=list[HeardFile])
    uploads: list[tuple[str, tuple[HeardFile, ...]]] = field(default_factory=list[tuple[str, tuple[HeardFile, ...]]])
    act: Callable[[Context], Awaitable[object]] | None = None
    reaction: str = ""

    def __post_init__(self) -> None:  # one declaration after the other
        cog = self.cog

        @cog.command("listen", mode=AnswerMode.PUBLIC, scope=CommandScope.COMMUNITY)
        async def listen(ctx: Context) -> None:
            await ctx.watch(ctx.place)
            await ctx.reply(Outgoing(RichText.of("all ears")))

        @cog.command("act", mode=AnswerMode.PUBLIC, scope=CommandScope.COMMUNITY, access=Access.ADMIN)
        async def act(ctx: Context) -> None:
            assert self.act is not None
            done = await self.act(ctx)
            await ctx.reply(Outgoing(RichText.of(f"acted: {done}")))

        @cog.command("show", mode=AnswerMode.PUBLIC)
        async def show(ctx: Context, picture: Attachment) -> None:
            self.shown.append(await _taken(ctx, picture))
            await ctx.reply(Outgoing(RichText.of("seen it")))

        @cog.command("upload", mode=AnswerMode.FORM)
        async def upload(ctx: Context) -> None:
            fields = (TextField("name", "Name"), FileField("picture", "Picture"))
            await ctx.open_form(Form("A picture", fields, Upload()))

        @cog.form(Upload)
        async def uploaded(ctx: Context, action: Upload, answers: Answers) -> None:
            del action
            files = [await _taken(ctx, one) for one in answers.files("picture")]
            self.uploads.append((answers.text("name"), tuple(files)))
            await ctx.reply(Outgoing(RichText.of("upload kept")))

        @cog.on(MessagePosted)
        async def posted(ctx: Context, event: MessagePosted) -> None:
            files = [await _taken(ctx, one) for one in event.attachments]
            answers = "" if event.reply_to is None else event.reply_to.id
            heard = Heard(ctx.account.name, event.text.plain, tuple(files), answers, len(event.messages))
            self.messages.append(heard)
            if self.reaction:
                await ctx.react(event.messages[0], self.reaction)

        @cog.on(ReactionChanged)
        async def reacted(ctx: Context, event: ReactionChanged) -> None:
            self.reactions.append((event.message.id, event.added, event.removed))

        @cog.on(MemberJoined)
        async def joined(ctx: Context, event: MemberJoined) -> None:
            self.joined.append((event.member.name, event.screening))

        @cog.on(JoinRequested)
        async def asked(ctx: Context, event: JoinRequested) -> None:
            self.asked.append(event.member)
            await ctx.reply(Outgoing(RichText.of("first a cat, please")))

        @cog.on_place(PlaceOpened)
        async def opened(ctx: PlaceContext, event: PlaceOpened) -> None:
            if isinstance(event.where, Community):
                self.named.append(event.where.chat_name)

        _ = (listen, act, show, upload, uploaded, posted, reacted, joined, asked, opened)


async def _taken(ctx: Context, file: Attachment) -> HeardFile:
    return HeardFile(file, await ctx.fetch(file, MOST))

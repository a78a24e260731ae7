"""What the stories of the cat tax begin with, on the platform in memory."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TypeVar, cast

from sqlalchemy import select

from bot.api.settings import Setting
from bot.core.audit import AUDIT
from bot.core.deadline import Deadline
from bot.core.job_context import CoreJobContext
from bot.domain.access import Access
from bot.domain.attachments import Attachment, MediaKind
from bot.domain.events import CommandInvoked, Given, MessagePosted
from bot.domain.refs import MessageRef, PersonId
from bot.domain.text import RichText
from bot.ports.workers import Workers, WorkFailed
from cogs.cat_tax.rules.pictures import Looked, Sight
from cogs.cat_tax.rules.tax import Tax
from cogs.cat_tax.store.taxes import Taxes
from cogs.cat_tax.work.looking import look
from tests.cogs.cats.kit import WEBP, community_of, person_of
from tests.kit.fake import FAKE
from tests.kit.pictures import CAT
from tests.kit.stage import GENERAL, INTRODUCTIONS, Member, Seen, expect
from tests.kit.stages.fake import SPACE, FakeStage
from tests.kit.stages.fake_member import FakeMember
from tests.kit.workers import SharedWorkers

ASKS = "Show me your cat"
SAID = "Hello, I am Ana from Sevilla"
THANKED = "Show mine back"
"""The key under every receipt."""
UNSURE = "I am still not sure"
CHANCE = "I don't spot a cat"

P = TypeVar("P")
R = TypeVar("R")
T = TypeVar("T")


@dataclass(slots=True)
class Eyes:
    """Workers that see what a test wants; what is drawn is drawn as ever.

    Attributes:
        sights: what is seen in the next pictures, one after the other; the last one goes on.
        fails: True when nothing can be looked at or drawn.
    """

    sights: list[Sight]
    fails: bool = False
    looked_at: int = 0
    drawn: list[object] = field(default_factory=list[object])

    async def run(self, work: Callable[[P], R], argument: P, *, timeout: float) -> R:
        """Implements :class:`bot.ports.workers.Workers`."""
        if self.fails:
            raise WorkFailed("no worker today")
        if cast("object", work) is not look:
            self.drawn.append(argument)
            return await SharedWorkers().run(work, argument, timeout=timeout)
        self.looked_at += 1
        sight = self.sights.pop(0) if len(self.sights) > 1 else self.sights[0]
        score = {Sight.CAT: 0.9, Sight.UNSURE: 0.05, Sight.OTHER: 0.001}.get(sight)
        # Fingerprints that no two pictures of a test share.
        fingerprint = 0x1111_1111_1111_1111 * (self.looked_at % 15 + 1)
        return cast("R", Looked(sight, score, fingerprint, WEBP))


async def sees(stage: FakeStage, *sights: Sight, fails: bool = False) -> Eyes:
    """From now on this is what is seen in pictures."""
    eyes = Eyes(list(sights), fails)
    await works(stage, eyes)
    return eyes


async def works(stage: FakeStage, workers: Workers) -> None:
    """Starts the bot again with other workers."""
    await stage.settled()
    stage.whole.workers = workers
    await stage.whole.restart()
    await stage.gateway.running.wait()


async def here(stage: FakeStage) -> CoreJobContext:
    """The cat tax, acting for the stage's community."""
    community = await community_of(stage, SPACE)
    return CoreJobContext(stage.whole.app.services, "cat_tax", community, "test", Deadline())


async def sets(stage: FakeStage, setting: Setting[T], value: T) -> None:
    """Puts a setting in force."""
    await (await here(stage)).change(setting, value)


async def tax_of(stage: FakeStage, member: FakeMember) -> Tax | None:
    """How somebody stands."""
    community = await community_of(stage, SPACE)
    return await Taxes(stage.whole.app.services.db).of(community, await person_of(stage, member))


async def state_of(stage: FakeStage, member: FakeMember) -> str | None:
    """How somebody stands, by its name."""
    await stage.settled()
    tax = await tax_of(stage, member)
    return None if tax is None else tax.state.value


async def audited(stage: FakeStage) -> list[str]:
    """What the audit list has of the cat tax, the oldest first."""
    await stage.settled()
    async with stage.whole.app.services.db.reading() as reading:
        rows = await reading.execute(select(AUDIT.c.act).where(AUDIT.c.cog == "cat_tax").order_by(AUDIT.c.id))
        return [str(row[0]) for row in rows if str(row[0]).startswith("audit-")]


async def links(stage: FakeStage, first: FakeMember, second: FakeMember) -> PersonId:
    """Two accounts become one person."""
    accounts = (await here(stage)).accounts
    kept = await person_of(stage, first)
    await person_of(stage, second)
    assert await accounts.finish_link(second.ref, await accounts.start_link(kept)) is None
    await stage.settled()
    return await person_of(stage, first)


async def moderator(stage: FakeStage, name: str = "Mona") -> FakeMember:
    """A moderator who has opened the private chat."""
    member = await stage.member(name, access=Access.MODERATOR)
    await member.starts()
    return member


async def here_before(stage: FakeStage, name: str = "Bo") -> FakeMember:
    """A member from before, who can be told something in private."""
    member = await stage.member(name)
    await member.starts()
    return member


async def asked(stage: FakeStage, name: str = "Ana", language: str = "en") -> FakeMember:
    """Somebody whom the spy has asked."""
    member = await stage.newcomer(name, language)
    await member.says(SAID)
    await stage.settled()
    assert asks(stage), "nobody asked"
    return member


async def paid(stage: FakeStage, name: str = "Ana", picture: bytes = CAT) -> FakeMember:
    """Somebody who has paid with a picture."""
    member = await stage.newcomer(name)
    await member.sends(picture)
    await member.finds(THANKED)
    await stage.settled()
    return member


def count(stage: FakeStage, words: str) -> int:
    """How many messages of the bot hold these words."""
    return sum(words in post.piece.text.plain for post in stage.gateway.posts)


def asks(stage: FakeStage) -> int:
    """How many questions stand."""
    return count(stage, ASKS)


def thanks(stage: FakeStage) -> int:
    """How many receipts stand."""
    return sum(THANKED in str(post.piece.keys) for post in stage.gateway.posts)


async def told(stage: FakeStage, member: FakeMember, *words: str) -> None:
    """They, and nobody else, come to read this."""
    seen = await expect(stage, member).sees(*words)
    assert seen.only_me


def file_of(stage: FakeStage, content: bytes = CAT, media_type: str = "image/png") -> Attachment:
    """A file that the platform has."""
    locator = f"own{len(stage.gateway.files)}"
    stage.gateway.files[locator] = content
    return Attachment(FAKE, locator, "cat.png", media_type, len(content), MediaKind.PICTURE)


def posted(stage: FakeStage, member: FakeMember, text: str = SAID, *, chat: str = INTRODUCTIONS) -> MessagePosted:
    """A member's message, to be told as it is or changed."""
    where = stage.where(chat, member.ref)
    message = MessageRef(FAKE, where.chat.id, stage.gateway.next_id())
    now = stage.whole.clock.now()
    return MessagePosted(stage.next_key(), now, where, (message,), member.account, RichText.of(text))


async def chosen(stage: FakeStage, admin: Member, *steps: str, chat: str = GENERAL) -> None:
    """Goes through the settings' screens, opened in a chat."""
    await admin.runs("settings", chat=chat)
    for step in steps:
        await admin.presses(step)
        await stage.settled()


async def desk(stage: FakeStage, by: FakeMember, member: FakeMember | None = None, *, bot: bool = False) -> None:
    """A moderator opens the desk, for a member if given: by the parameter, or in reply to something they said."""
    where = stage.where(GENERAL, by.ref)
    account = None if member is None else replace(member.account, bot=bot)
    given = (Given("member", user=account),) if stage.rich and account is not None else ()
    ref = MessageRef(FAKE, where.chat.id, stage.gateway.next_id())
    invoked = CommandInvoked(
        stage.next_key(),
        stage.whole.clock.now(),
        where,
        "tax",
        by.account,
        given=given,
        reply_to=None if stage.rich or account is None else ref,
        target_author=None if stage.rich else account,
        rights=stage.members.levels.get(by.ref) if stage.rich else None,
        handle=stage.gateway.handle(by.ref, where.chat, None) if stage.rich else None,
    )
    await stage.tell(invoked)
    await stage.settled()


async def stamped(stage: FakeStage, by: FakeMember, picture: Seen) -> None:
    """A moderator stamps a message, as the platform has it."""
    if stage.has_menus:
        await by.uses_menu("Stamp", picture)
    else:
        await by.runs("stamp", to=picture)
    await stage.settled()

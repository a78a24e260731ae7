"""Users' portraits and stickers, by their public addresses; files as they were sent."""

import aiohttp
import pytest

from bot.adapters.discord import PLATFORM
from bot.adapters.discord.cdn import KEPT_PORTRAITS, LOTTIE, Cdn, Portraits
from bot.domain.attachments import MediaKind
from bot.domain.events import CommandInvoked, MessagePosted, ReactionChanged
from bot.domain.refs import Platform, UserRef
from bot.ports.gateway import Portrait
from tests.bot.adapters.discord.kit import Recorder, clubbed, who

CDN = Cdn()


@pytest.mark.parametrize(
    ("user", "ending"),
    [
        ({"id": "42", "avatar": "abc"}, "/avatars/42/abc.png?size=256"),
        ({"id": "42", "avatar": "a_moving"}, "/avatars/42/a_moving.png?size=256"),
        ({"id": str(7 << 22), "avatar": None, "discriminator": "0"}, "/embed/avatars/1.png"),
        ({"id": "42", "avatar": None, "discriminator": "0007"}, "/embed/avatars/2.png"),
        ({"id": "42"}, "/embed/avatars/0.png"),
    ],
)
def test_a_portraits_address_is_public(user: dict[str, object], ending: str) -> None:
    assert CDN.portrait(user) == f"https://cdn.discordapp.com{ending}"


def test_portraits_are_not_kept_without_end() -> None:
    portraits = Portraits(CDN)
    for number in range(KEPT_PORTRAITS + 1):
        portraits.note({"id": str(number)})
    assert portraits.of("0") is None
    assert portraits.of("1") is not None
    assert portraits.note({"id": "../x"}) is None
    assert portraits.note({}) is None


async def test_a_portrait_is_known_from_what_somebody_did_and_else_asked_for_once() -> None:
    async with clubbed() as club:
        bob = club.twin.add_user("bob")
        club.ann.user.avatar, bob.user.avatar = "annface", "bobface"
        club.ann.posts(club.lounge, "hi")
        await club.intake.next(MessagePosted)
        asked = len(club.twin.requests)
        anns = await club.gateway.portrait(who(club.ann))
        assert anns == Portrait(f"{club.twin.cdn_base}/avatars/{club.ann.id}/annface.png?size=256")
        assert len(club.twin.requests) == asked
        bobs = await club.gateway.portrait(who(bob))
        assert bobs is not None
        assert "bobface" in bobs.address
        assert await club.gateway.portrait(who(bob)) == bobs
        assert [one.path for one in club.twin.requests[asked:]] == [f"/users/{bob.id}"]
        async with aiohttp.ClientSession() as session, session.get(bobs.address) as response:
            assert response.status == 200
        # A new picture shows with what they do next.
        club.ann.user.avatar = "newface"
        club.ann.invokes(club.lounge, "hello")
        await club.intake.next(CommandInvoked)
        changed = await club.gateway.portrait(who(club.ann))
        assert changed is not None
        assert "newface" in changed.address


async def test_what_concerns_nobody_leaves_no_portrait() -> None:
    async with clubbed(Recorder(wanted=lambda text: text != "idle")) as club:
        club.ann.posts(club.lounge, "idle")
        await club.twin.settled()
        before = len(club.twin.asked("GET", f"/users/{club.ann.id}"))
        portrait = await club.gateway.portrait(who(club.ann))
        assert portrait is not None
        assert "/embed/avatars/" in portrait.address
        assert len(club.twin.asked("GET", f"/users/{club.ann.id}")) == before + 1


async def test_nobodys_portrait_is_none() -> None:
    async with clubbed() as club:
        assert await club.gateway.portrait(UserRef(PLATFORM, "1234")) is None
        assert await club.gateway.portrait(UserRef(PLATFORM, "../@me")) is None
        assert await club.gateway.portrait(UserRef(Platform("telegram"), str(club.ann.id))) is None


@pytest.mark.parametrize(
    ("kind", "claimed", "content"),
    [(1, "image/png", b"p"), (2, "image/apng", b"a"), (4, "image/gif", b"g"), (3, LOTTIE, None)],
)
async def test_stickers_are_fetched_as_pictures_but_for_drawings(
    kind: int, claimed: str, content: bytes | None
) -> None:
    async with clubbed() as club:
        sticker = club.twin.add_sticker("Wave", kind, content or b"{}")
        club.ann.posts(club.lounge, stickers=[sticker])
        event = await club.intake.next(MessagePosted)
        [found] = event.attachments
        assert (found.kind, found.name, found.media_type) == (MediaKind.STICKER, "Wave", claimed)
        assert await club.gateway.fetch(found, 100) == content
        assert await club.gateway.fetch(found, 0) is None


async def test_voice_messages_and_hidden_files_come_in_as_what_they_are() -> None:
    async with clubbed() as club:
        club.ann.posts(club.lounge, files=[("voice-message.ogg", b"miau", "audio/ogg")], voice=True)
        club.ann.posts(club.lounge, files=[("SPOILER_cat.png", b"cat", "image/png"), ("dog.png", b"dog", "image/png")])
        voice = (await club.intake.next(MessagePosted)).attachments[0]
        hidden, open_ = (await club.intake.next(MessagePosted, 2)).attachments
        assert (voice.kind, voice.spoiler) == (MediaKind.VOICE, False)
        assert (hidden.name, hidden.spoiler) == ("cat.png", True)
        assert (open_.name, open_.spoiler) == ("dog.png", False)
        assert await club.gateway.fetch(voice, 100) == b"miau"


async def test_reactions_of_many_and_with_emoji_of_the_guilds_own() -> None:
    async with clubbed() as club:
        emoji = club.guild.add_emoji("blobcat")
        bob = club.twin.add_user("bob")
        club.guild.join(bob)
        said = club.ann.posts(club.lounge, "hi")
        club.ann.reacts(said, emoji)
        club.ann.reacts(said, "🐈")
        bob.reacts(said, "🐈")
        await club.intake.next(ReactionChanged, 3)
        assert [(one.by.ref, one.added) for one in club.intake.of(ReactionChanged)] == [
            (who(club.ann), (emoji,)),
            (who(club.ann), ("🐈",)),
            (who(bob), ("🐈",)),
        ]

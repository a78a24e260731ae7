"""Answers: in time or put off, in the declared mode, once, and after what other processes said."""

import pytest

from bot.domain.errors import Unreachable
from bot.domain.events import ActionPressed, CommandInvoked
from bot.domain.piece import Piece
from bot.domain.text import RichText
from bot.ports.gateway import AnswerMode
from bot.ports.outcome import Done, Reason, Refused, Sent
from tests.bot.adapters.discord.kit import SAID, clubbed, clubbed_again, key, put_off, ref, responder, staged


@pytest.mark.parametrize(
    ("command", "private", "thinking"), [("hello", True, True), ("shout", False, True), ("ask", False, False)]
)
async def test_a_late_answer_is_put_off_in_the_declared_mode(command: str, private: bool, thinking: bool) -> None:
    async with clubbed() as club:
        asked = club.ann.invokes(club.lounge, command)
        answers = await responder(club)
        if not thinking:
            assert club.clock.sleepers == 0
            assert asked.state == "asked"
            return
        await put_off(club, asked)
        assert asked.message is not None
        assert (asked.message.thinking, asked.message.ephemeral) == (True, private)
        sent = await answers.reply(SAID, private=private)
        assert isinstance(sent, Sent)
        assert (asked.message.content, asked.message.thinking, asked.followups) == ("said", False, [])
        assert sent.messages == (ref(asked.message),)
        more = await answers.reply(Piece(RichText.of("more")), private=private)
        assert isinstance(more, Sent)
        assert [(one.content, one.ephemeral) for one in asked.followups] == [("more", private)]
        assert not club.twin.violations


@pytest.mark.parametrize(("command", "private"), [("hello", False), ("shout", True)])
async def test_an_answer_against_the_mode_takes_thinking_away_first(command: str, private: bool) -> None:
    async with clubbed() as club:
        asked = club.ann.invokes(club.lounge, command)
        answers = await responder(club)
        await put_off(club, asked)
        await answers.reply(SAID, private=private)
        seen = club.twin.messages(club.lounge, viewer=club.ann)
        assert [(one.content, one.ephemeral) for one in seen] == [("said", private)]
        assert not club.twin.violations


async def test_a_prompt_answer_is_not_put_off() -> None:
    async with clubbed() as club:
        asked = club.ann.invokes(club.lounge, "hello")
        answers = await responder(club)
        await answers.reply(SAID, private=True)
        club.clock.move(2)
        await club.twin.settled()
        assert asked.state == "answered"
        assert len(club.twin.asked("POST", "/callback")) == 1


async def test_finish_leaves_nothing_hanging() -> None:
    async with clubbed() as club:
        first = club.ann.invokes(club.lounge, "shout")
        await (await responder(club)).finish()
        assert first.state == "deferred"
        second = club.ann.invokes(club.lounge, "shout")
        answers = await responder(club, 2)
        await put_off(club, second)
        await answers.finish()
        asking = await club.offers(club.lounge, key("Pay", "pay"))
        club.ann.presses(asking, label="Pay")
        event = await club.intake.next(ActionPressed)
        assert event.handle is not None
        await club.gateway.responder(event.handle).finish()
        assert [one.content for one in club.twin.messages(club.lounge, viewer=club.ann)] == ["pick"]
        assert not club.twin.violations


async def test_notices_are_private_even_after_a_public_defer() -> None:
    async with clubbed() as club:
        asked = club.ann.invokes(club.lounge, "shout")
        answers = await responder(club)
        await put_off(club, asked)
        assert await answers.notice("*psst*") == Done()
        [seen] = club.twin.messages(club.lounge, viewer=club.ann)
        assert (seen.content, seen.ephemeral) == (r"\*psst\*", True)


async def test_a_key_updates_its_message_or_is_answered_beside_it() -> None:
    async with clubbed() as club:
        club.intake.modes["u"] = AnswerMode.UPDATE
        asking = await club.offers(club.lounge, key("Up", "u"))
        asked = club.ann.presses(asking, label="Up")
        event = await club.intake.next(ActionPressed)
        assert (event.message, event.data) == (ref(asking), "u")
        assert event.handle is not None
        answers = club.gateway.responder(event.handle)
        await put_off(club, asked)
        assert asked.state == "deferred_update"
        assert await answers.update(Piece(RichText.of("new"), keys=((key("Up", "u"),),))) == Done()
        assert await answers.notice("done") == Done()
        seen = club.twin.messages(club.lounge, viewer=club.ann)
        assert [(one.content, one.ephemeral) for one in seen] == [("new", False), ("done", True)]
        # A second update comes after the answer: as the bot's own edit or by the token, but it comes.
        assert await answers.update(Piece(RichText.of("newer"))) == Done()
        assert club.twin.messages(club.lounge)[0].content == "newer"


async def test_an_update_of_a_privately_answered_key_is_an_edit() -> None:
    async with clubbed() as club:
        asking = await club.offers(club.lounge, key("Up", "u"))
        club.ann.presses(asking, label="Up")
        event = await club.intake.next(ActionPressed)
        assert event.handle is not None
        answers = club.gateway.responder(event.handle)
        await answers.reply(SAID, private=True)
        assert await answers.update(Piece(RichText.of("new"))) == Done()
        assert club.twin.messages(club.lounge)[0].content == "new"


async def test_a_private_answers_keys_and_edits_go_by_its_token() -> None:
    async with clubbed() as club:
        club.ann.invokes(club.lounge, "hello")
        answers = await responder(club)
        sent = await answers.reply(Piece(RichText.of("pick"), keys=((key("Up", "u"),),)), private=True)
        assert isinstance(sent, Sent)
        assert (
            await club.gateway.edit(sent.messages[0], Piece(RichText.of("picked"), keys=((key("Up", "u"),),))) == Done()
        )
        [seen] = club.twin.messages(club.lounge, viewer=club.ann)
        assert (seen.content, seen.ephemeral) == ("picked", True)
        club.intake.modes["u"] = AnswerMode.UPDATE
        club.ann.presses(seen, label="Up")
        event = await club.intake.next(ActionPressed)
        assert event.handle is not None
        assert await club.gateway.responder(event.handle).update(SAID) == Done()
        assert await club.gateway.delete(sent.messages[0]) == Done()
        assert not club.twin.messages(club.lounge, viewer=club.ann)
        club.clock.move(16 * 60)
        late = await club.gateway.edit(sent.messages[0], SAID)
        assert isinstance(late, Refused)


async def test_an_answer_after_a_restart_finds_what_stands() -> None:
    async with clubbed() as club:
        thinking = club.ann.invokes(club.lounge, "hello")
        await club.intake.next(CommandInvoked)
        await put_off(club, thinking)
        fresh = club.ann.invokes(club.lounge, "shout")
        await club.intake.next(CommandInvoked, 2)
        club.running.cancel()
        async with clubbed_again(club) as later:
            first, second = club.intake.of(CommandInvoked)
            assert first.handle is not None
            assert second.handle is not None
            later.clock.move(4)  # the first was asked too long ago for a first answer
            assert isinstance(await later.gateway.responder(first.handle).reply(SAID, private=True), Sent)
            assert thinking.message is not None
            assert (thinking.message.content, thinking.message.ephemeral) == ("said", True)
            later.clock.move(-4)
            assert isinstance(await later.gateway.responder(second.handle).reply(SAID, private=False), Sent)
            assert fresh.message is not None
            assert (fresh.message.content, fresh.message.ephemeral) == ("said", False)


async def test_a_lapsed_interaction_is_gone() -> None:
    now = [1_000.0]
    async with clubbed(clock=lambda: now[0]) as club:
        asked = club.ann.invokes(club.lounge, "hello")
        answers = await responder(club)
        now[0] += 3.5
        refused = await answers.reply(SAID, private=True)
        assert isinstance(refused, Refused)
        assert refused.reason is Reason.GONE
        assert asked.failed
        await answers.finish()  # never raises
        other = club.ann.invokes(club.lounge, "hello")
        kept = await responder(club, 2)
        await kept.reply(SAID, private=True)
        now[0] += 15 * 60 + 1
        late = await kept.reply(SAID, private=True)
        assert isinstance(late, Refused)
        assert late.reason is Reason.GONE
        assert other.state == "answered"


@pytest.mark.parametrize("seconds", [0, 4])
async def test_a_lost_first_answer_is_not_said_twice(seconds: int) -> None:
    async with clubbed() as club:
        club.ann.invokes(club.lounge, "shout")
        answers = await responder(club)
        club.twin.faults.fail("POST", "/interactions/*/*/callback", 500, after_effect=True)
        with pytest.raises(Unreachable):
            await answers.reply(SAID, private=False)
        club.clock.move(seconds)
        sent = await answers.reply(SAID, private=False)
        assert isinstance(sent, Sent)
        [seen] = club.twin.messages(club.lounge)
        assert sent.messages == (ref(seen),)
        await answers.reply(SAID, private=False)
        assert len(club.twin.messages(club.lounge)) == 2


async def test_an_answer_that_never_arrived_is_given_again() -> None:
    async with clubbed() as club:
        asked = club.ann.invokes(club.lounge, "shout")
        answers = await responder(club)
        club.twin.faults.fail("POST", "/interactions/*/*/callback", 500)
        with pytest.raises(Unreachable):
            await answers.reply(SAID, private=False)
        assert isinstance(await answers.reply(SAID, private=False), Sent)
        assert asked.state == "answered"


async def test_an_answer_follows_a_first_one_of_another_process() -> None:
    async with clubbed() as club:
        asked = club.ann.invokes(club.lounge, "shout")
        event = await club.intake.next(CommandInvoked)
        assert event.handle is not None
        async with staged(club.twin) as other:
            await club.twin.until(lambda: club.twin.gateway.identified == 2)
            theirs = other.gateway.responder(event.handle)
            assert isinstance(await theirs.reply(SAID, private=False), Sent)
            ours = await club.gateway.responder(event.handle).reply(Piece(RichText.of("more")), private=True)
            assert isinstance(ours, Sent)
        assert [(one.content, one.ephemeral) for one in asked.followups] == [("more", True)]


async def test_an_answer_minds_what_another_process_promised() -> None:
    async with clubbed() as club:
        asked = club.ann.invokes(club.lounge, "shout")
        event = await club.intake.next(CommandInvoked)
        assert event.handle is not None
        await put_off(club, asked)
        async with staged(club.twin) as other:
            await club.twin.until(lambda: club.twin.gateway.identified == 2)
            await other.gateway.responder(event.handle).reply(SAID, private=True)
        seen = club.twin.messages(club.lounge, viewer=club.ann)
        assert [(one.content, one.ephemeral) for one in seen] == [("said", True)]

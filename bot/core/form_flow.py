"""Forms on their way: pages of a platform's own form, or one question after the other; both survive a restart.

Step by step happens in the member's private chat, so that a group is not disturbed and a bot that does not read along
is still answered; when that chat is not open yet, a button leads there.
"""

import secrets
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Protocol

from bot.api.texts import Texts
from bot.core.drafts import Draft, Drafts
from bot.core.form_rules import check, pages, with_answer
from bot.core.house.actions import CancelForm, EndQuestion, FormPage, FormStep, NextSheet, PickOption, ResumeForm
from bot.core.outbound import Outbound
from bot.core.pieces import PiecePacker
from bot.core.scene import Scene
from bot.domain.action import Action
from bot.domain.author import Account
from bot.domain.capabilities import Capabilities, Forms
from bot.domain.controls import Button, ButtonStyle, Control, OpenPrivately
from bot.domain.errors import Told
from bot.domain.events import Event, FormSubmitted, MessagePosted, Private, PrivateOpened
from bot.domain.form import Answer, Answers, ChoiceField, Field, FileField, Form, TextField
from bot.domain.message import Only, Outgoing
from bot.domain.piece import Sheet
from bot.domain.refs import ChatRef, MessageRef
from bot.domain.text import RichText, Style
from bot.ports.clock import Clock
from bot.ports.gateway import Responder
from bot.ports.outcome import Delivery, Outcome, Refused

DRAFT_LASTS = timedelta(minutes=15)
"""How long a form waits for its next answer."""


@dataclass(frozen=True, slots=True)
class Finished:
    """All is answered: what the form submits, and the event that says so.

    Attributes:
        draft: which was kept for it, to be dropped once its answers were handled; None when nothing was.
    """

    action: Action
    event: FormSubmitted
    answer_in: ChatRef
    draft: str | None = None


class FormContext(Protocol):
    """What a form needs of the context in which it is asked."""

    @property
    def event(self) -> Event: ...
    @property
    def account(self) -> Account: ...
    @property
    def chat(self) -> ChatRef: ...
    @property
    def capabilities(self) -> Capabilities: ...
    @property
    def core_texts(self) -> Texts: ...
    @property
    def responder(self) -> Responder | None: ...
    async def send_to(self, chat: ChatRef, outgoing: Outgoing) -> Delivery: ...
    async def reply(self, outgoing: Outgoing) -> Delivery: ...
    async def update(self, outgoing: Outgoing) -> Outcome: ...
    async def edit(self, message: MessageRef, outgoing: Outgoing) -> Outcome: ...
    async def notice_text(self, text: str) -> None: ...


class FormFlow:
    """Moves forms on."""

    def __init__(self, drafts: Drafts, packing: PiecePacker, outbound: Outbound, clock: Clock) -> None:
        self._drafts = drafts
        self._packing = packing
        self._outbound = outbound
        self._clock = clock

    async def open(self, ctx: FormContext, scene: Scene, responder: Responder | None, form: Form) -> None:
        """Asks a form the way its chat does."""
        draft = Draft(
            id=secrets.token_hex(6),
            user=scene.account.ref,
            chat=scene.chat,
            origin=scene.event.where,
            form=form,
            step=0,
            answers=Answers(),
            question=None,
            expires=self._clock.now() + DRAFT_LASTS,
        )
        if ctx.capabilities.forms is Forms.NATIVE and responder is not None:
            if isinstance(scene.event, PrivateOpened):
                # What led here was answered where it was pressed: a form can only answer a key of the private chat.
                await self._offer_page(ctx, draft)
            else:
                await self._show_page(ctx, responder, draft)
        else:
            await self._begin_steps(ctx, scene, draft)

    # ------------------------------------------------------------------------------------------- the platform's forms

    async def _show_page(self, ctx: FormContext, responder: Responder, draft: Draft) -> None:
        """Opens the page at ``draft.step``. The form is opened first: nothing may come before it."""
        capabilities = ctx.capabilities
        sheets = pages(draft.form, capabilities.form_fields)
        submit = draft.form.submit if len(sheets) == 1 else FormPage(draft.id, draft.step)
        packed = self._packing.prepare(
            submit, only=draft.user, limit=capabilities.callback, platform=draft.user.platform
        )
        title = draft.form.title if len(sheets) == 1 else f"{draft.form.title} ({draft.step + 1}/{len(sheets)})"
        fields = tuple(
            replace(field, label=_shortened(field.label, capabilities.form_label)) for field in sheets[draft.step]
        )
        outcome = await responder.open_form(Sheet(_shortened(title, capabilities.form_title), fields, packed.tokens[0]))
        if isinstance(outcome, Refused):
            raise Told("form-could-not-open")
        await self._packing.keep(packed)
        if len(sheets) > 1:
            await self._drafts.keep(draft)

    async def _offer_page(self, ctx: FormContext, draft: Draft) -> None:
        await self._drafts.keep(draft)
        button = Button(ctx.core_texts.plain("form-open"), NextSheet(draft.id), ButtonStyle.MAIN, only=draft.user)
        text = draft.form.intro or RichText.of(draft.form.title, Style.BOLD)
        await ctx.reply(Outgoing(text, controls=((button,),)))

    async def page_sent(self, ctx: FormContext, page: FormPage, event: FormSubmitted) -> Finished | None:
        """Takes a page's answers; goes on to the next page, or says that all are there."""
        draft = await self._drafts.find(page.draft)
        if draft is None or draft.user != event.by.ref or draft.step != page.page:
            raise Told("error-stale")
        answers = draft.answers
        for answer in event.answers.given:
            answers = with_answer(answers, answer)
        count = len(pages(draft.form, ctx.capabilities.form_fields))
        draft = self._later(replace(draft, answers=answers, step=draft.step + 1))
        if draft.step >= count:
            return Finished(draft.form.submit, replace(event, answers=answers), ctx.chat, draft.id)
        await self._drafts.keep(draft)
        label = ctx.core_texts.plain("form-next-page", page=draft.step + 1, pages=count)
        button = Button(label, NextSheet(draft.id), ButtonStyle.MAIN, only=draft.user)
        await ctx.reply(Outgoing(ctx.core_texts("form-page-kept"), controls=((button,),), audience=Only(draft.user)))
        return None

    def _later(self, draft: Draft) -> Draft:
        return replace(draft, expires=self._clock.now() + DRAFT_LASTS)

    # --------------------------------------------------------------------------------------------------- step by step

    async def _begin_steps(self, ctx: FormContext, scene: Scene, draft: Draft) -> None:
        if not isinstance(scene.event.where, Private) and scene.chat == ctx.chat:
            private = await scene.station.gateway.private_chat(draft.user)
            draft = replace(draft, chat=private or ChatRef(draft.user.platform, "unopened"))
            if private is None or not await self._ask(ctx, draft):
                await self._drafts.keep(draft)
                await self._invite(ctx, scene, draft)
            # Without a handle the word would land in the private chat itself, under the question.
            elif ctx.responder is not None:
                await ctx.responder.notice(ctx.core_texts.plain("form-goes-on-in-private"))
            return
        await self._ask(ctx, draft)

    async def _invite(self, ctx: FormContext, scene: Scene, draft: Draft) -> None:
        button = OpenPrivately(ctx.core_texts.plain("private-continue"), ResumeForm(draft.id))
        text = ctx.core_texts("private-invitation", name=scene.account)
        await ctx.send_to(scene.chat, Outgoing(text, controls=((button,),), lifetime=timedelta(minutes=5)))

    async def _ask(self, ctx: FormContext, draft: Draft, problem: RichText = RichText()) -> bool:
        """Asks the question at ``draft.step``; False when it could not be asked there."""
        field = draft.form.fields[draft.step]
        text = _question(ctx.core_texts, draft, field)
        if problem:
            text = problem + "\n\n" + text
        elif draft.step == 0 and draft.form.intro:
            text = draft.form.intro + "\n\n" + text
        outgoing = Outgoing(text, controls=_controls(ctx.core_texts, draft, field), silent=False)
        delivery = await ctx.send_to(draft.chat, outgoing)
        if isinstance(delivery, Refused):
            return False
        question = delivery.messages[-1] if delivery.messages else None
        await self._drafts.keep(self._later(replace(draft, question=question)))
        return True

    async def step(self, ctx: FormContext, step: FormStep, event_chat: ChatRef) -> Finished | None:
        """Moves a form on by a pressed key.

        Raises:
            Told: the form is over, or is another's.
        """
        draft = await self._drafts.find(step.draft)
        if draft is None or draft.user != ctx.account.ref:
            raise Told("error-stale")
        match step:
            case ResumeForm():
                await self._ask(ctx, replace(draft, chat=event_chat))
                return None
            case NextSheet() if ctx.responder is not None:
                await self._show_page(ctx, ctx.responder, draft)
                return None
            case CancelForm():
                await self._drafts.drop(draft.id)
                await ctx.update(Outgoing(ctx.core_texts("form-cancelled")))
                return None
            case PickOption(step=at, option=option):
                return await self._pick(ctx, draft, at, option)
            case EndQuestion(step=at):
                return await self._end_question(ctx, draft, at)
            case _:
                raise Told("error-stale")

    async def _pick(self, ctx: FormContext, draft: Draft, at: int, option: int) -> Finished | None:
        field = draft.form.fields[draft.step]
        if at != draft.step or not isinstance(field, ChoiceField) or option >= len(field.options):
            raise Told("error-stale")
        value = field.options[option].value
        if field.most == 1:
            return await self._answered(ctx, draft, Answer(field.key, picked=(value,)))
        picked = draft.answers.picked(field.key)
        picked = tuple(one for one in picked if one != value) if value in picked else (*picked, value)
        if len(picked) > field.most:
            raise Told("form-too-many-options", {"most": field.most})
        ordered = tuple(one.value for one in field.options if one.value in picked)
        draft = self._later(replace(draft, answers=with_answer(draft.answers, Answer(field.key, picked=ordered))))
        await self._drafts.keep(draft)
        await ctx.update(
            Outgoing(_question(ctx.core_texts, draft, field), controls=_controls(ctx.core_texts, draft, field))
        )
        return None

    async def _end_question(self, ctx: FormContext, draft: Draft, at: int) -> Finished | None:
        field = draft.form.fields[draft.step]
        if at != draft.step:
            raise Told("error-stale")
        given = Answer(field.key, picked=draft.answers.picked(field.key), files=draft.answers.files(field.key))
        check(field, given)
        return await self._answered(ctx, draft, given)

    async def takes(self, ctx: FormContext, draft: Draft, event: MessagePosted) -> Finished | None:
        """Takes a message as the answer to the question that is asked."""
        field = draft.form.fields[draft.step]
        try:
            answer = _written_answer(field, draft, event)
            check(field, answer)
        except Told as told:
            await self._ask(ctx, draft, ctx.core_texts(told.key, **told.args_for_text))
            return None
        if isinstance(field, FileField) and len(answer.files) < field.most:
            await self._ask(ctx, replace(draft, answers=with_answer(draft.answers, answer)))
            return None
        return await self._answered(ctx, draft, answer)

    async def _answered(self, ctx: FormContext, draft: Draft, answer: Answer) -> Finished | None:
        draft = replace(draft, answers=with_answer(draft.answers, answer), step=draft.step + 1)
        if draft.question is not None:
            asked = draft.form.fields[draft.step - 1]
            done = RichText.of(asked.label, Style.BOLD) + "\n" + _shown(ctx.core_texts, asked, answer)
            await ctx.edit(draft.question, Outgoing(done))
        if draft.step < len(draft.form.fields):
            await self._ask(ctx, draft)
            return None
        event = FormSubmitted(ctx.event.key, ctx.event.at, draft.origin, data="", by=ctx.account, answers=draft.answers)
        return Finished(draft.form.submit, event, draft.chat, draft.id)


def _shortened(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"


def _question(texts: Texts, draft: Draft, field: Field) -> RichText:
    text = RichText.of(field.label, Style.BOLD)
    if draft.step == 0 and draft.form.title != field.label:
        text = RichText.of(draft.form.title) + "\n" + text
    if len(draft.form.fields) > 1:
        text = text + " " + texts("form-progress", step=draft.step + 1, steps=len(draft.form.fields))
    if isinstance(field, TextField | FileField) and field.hint:
        text = text + "\n" + RichText.of(field.hint, Style.ITALIC)
    if isinstance(field, TextField) and field.value:
        text = text + "\n" + texts("form-now", value=field.value)
    if isinstance(field, FileField):
        text = text + "\n" + texts("form-send-file", count=len(draft.answers.files(field.key)))
    return text


def _controls(texts: Texts, draft: Draft, field: Field) -> tuple[tuple[Control, ...], ...]:
    rows: list[tuple[Control, ...]] = []
    if isinstance(field, ChoiceField):
        chosen = draft.answers.picked(field.key) or field.value
        rows.extend(
            (Button(("✓ " if option.value in chosen else "") + option.label, PickOption(draft.id, draft.step, index)),)
            for index, option in enumerate(field.options)
        )
    last: list[Control] = []
    if _can_end(draft, field):
        label = texts.plain("form-done" if _begun(draft, field) else "form-skip")
        last.append(Button(label, EndQuestion(draft.id, draft.step), ButtonStyle.MAIN))
    last.append(Button(texts.plain("form-cancel"), CancelForm(draft.id)))
    return (*rows, tuple(last))


def _begun(draft: Draft, field: Field) -> bool:
    return bool(draft.answers.picked(field.key) or draft.answers.files(field.key))


def _can_end(draft: Draft, field: Field) -> bool:
    return not field.required or _begun(draft, field)


def _written_answer(field: Field, draft: Draft, event: MessagePosted) -> Answer:
    match field:
        case TextField():
            return Answer(field.key, text=event.text.plain.strip())
        case FileField():
            return Answer(field.key, files=(*draft.answers.files(field.key), *event.attachments))
        case ChoiceField():
            said = event.text.plain.strip().casefold()
            found = [one.value for one in field.options if said in {one.label.casefold(), one.value.casefold()}]
            if not found:
                raise Told("form-not-an-option")
            return Answer(field.key, picked=(found[0],))


def _shown(texts: Texts, field: Field, answer: Answer) -> RichText:
    match field:
        case TextField():
            return RichText.of(answer.text) if answer.text else texts("form-skipped")
        case ChoiceField():
            labels = [option.label for option in field.options if option.value in answer.picked]
            return RichText.of(", ".join(labels)) if labels else texts("form-skipped")
        case FileField():
            return texts("form-files", count=len(answer.files)) if answer.files else texts("form-skipped")

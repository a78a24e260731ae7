"""Detect, shield, remember, ask one service after the other, check, unshield."""

import asyncio
import hashlib
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

import structlog

from bot.domain.languages import CHINESE, Language
from bot.domain.text import RichText
from bot.ports.translator import Ask, Lacking, Needless, Service, Term, Translated, Translation, Unneeded, Untranslated
from bot.translation.calming import calm
from bot.translation.checking import Flaw, cleaned, flaw_of, is_judged, words_of
from bot.translation.chinese import ChineseConversion
from bot.translation.detecting import Detector
from bot.translation.engine import (
    Budgets,
    Engine,
    EngineFailed,
    Fault,
    Memory,
    MemoryKey,
    Purse,
    can_be_done,
    candidates,
)
from bot.translation.flights import Flights
from bot.translation.interjections import are_interjections
from bot.translation.kinship import could_be
from bot.translation.scripts import has_letters
from bot.translation.shielding import Item, Kept, shield, with_terms
from bot.translation.splitting import Piece, apart_from_tokens, requests
from bot.translation.structure import Layout, laid_out

LONG = 2_000
"""Characters from which on a text is shielded in a thread: regular expressions take their time."""

LINE_BY_LINE = 100
"""Requests for which a service is given each line alone, once it has dropped line breaks; then it is tried again."""

T = TypeVar("T")

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class _Task:
    """What services are asked for; equal ones at the same time are one."""

    lines: tuple[str, ...]
    tokens: tuple[tuple[int, int], ...]
    source: Language
    glossary: str
    ask: Ask

    @property
    def key(self) -> tuple[object, ...]:
        ask = self.ask
        return self.lines, self.source, ask.to, self.glossary, ask.community, ask.consent, ask.private, ask.requested

    @property
    def size(self) -> int:
        return sum(len(line) for line in self.lines)

    def remembered_as(self, engine: Engine) -> MemoryKey:
        return MemoryKey("\n".join(self.lines), self.source, self.ask.to, engine.service.name, self.glossary)


@dataclass(frozen=True, slots=True)
class _Answer:
    lines: tuple[str, ...]
    service: str
    remembered: bool


_Asking = Callable[[Engine, _Task, Sequence[str]], Awaitable[tuple[str, ...]]]


class Pipeline:
    """The :class:`~bot.ports.translator.Translator`.

    Args:
        engines: the services, in the order in which they are asked.
        memory: where translations are remembered.
        budgets: how much may be spent.
        detector: tells languages apart.
    """

    def __init__(self, engines: Sequence[Engine], memory: Memory, budgets: Budgets, detector: Detector) -> None:
        self._engines = tuple(engines)
        self._memory = memory
        self._budgets = budgets
        self._detector = detector
        self._chinese = ChineseConversion()
        self._flights: Flights[_Answer | Lacking] = Flights()
        self._line_by_line: dict[str, int] = {}

    @property
    def services(self) -> Sequence[Service]:
        """Who may be asked, in order, as configured."""
        return tuple(engine.service for engine in self._engines)

    def knows(self, source: Language, to: Language, consent: frozenset[str] = frozenset()) -> bool:
        """Whether any service that may be asked translates this pair."""
        return can_be_done(self._engines, source, to, consent)

    async def detect(self, text: RichText, among: Sequence[Language] = ()) -> Language | None:
        """The language that a text is in, or None where nobody would say."""
        items = await self._shielded(text)
        return await self._detector.detect(_words(items), among)

    async def translate(self, ask: Ask) -> Translation:
        """Translates a text; equal asks at the same time are one. Never raises for what a service does."""
        items = await self._shielded(ask.text)
        words = _words(items)
        if not has_letters(words):
            return Unneeded(Needless.NO_WORDS, ask.source)
        if are_interjections(words):
            return Unneeded(Needless.TOO_SHORT, ask.source)
        source = ask.source or await self._detector.detect(words, ask.among)
        if source is None:
            return Unneeded(Needless.TOO_SHORT if _is_short(words) else Needless.UNSURE)
        if source is ask.to:
            return Unneeded(Needless.SAME_LANGUAGE, source)
        if source in CHINESE and ask.to in CHINESE:
            return await self._rewritten(items, source, ask.to)
        return await self._translated(items, source, ask)

    async def _shielded(self, text: RichText) -> tuple[Item, ...]:
        return await _worked(len(text.plain), lambda: shield(text))

    async def _rewritten(self, items: tuple[Item, ...], source: Language, to: Language) -> Translation:
        """One way of writing Chinese in the other: done here, nobody is asked."""
        made = await self._chinese.rewritten(items, to)
        if made is None:
            return Unneeded(Needless.SAME_LANGUAGE, source)
        return Translated(made, source, to, self._chinese.name)

    async def _translated(self, items: tuple[Item, ...], source: Language, ask: Ask) -> Translation:
        terms = [term for term in ask.terms if term.source is source and term.target is ask.to]
        layout = await self._laid_out(items, terms)
        if not layout.sent:  # nothing but the glossary's words
            return Translated(layout.untouched, source, ask.to, "glossary")
        lines = tuple(calm(sent.line) for sent in layout.sent)
        tokens = tuple((sent.first, len(sent.kept)) for sent in layout.sent)
        task = _Task(lines, tokens, source, _digest(terms), ask)
        answer = await self._flights.join(task.key, lambda: self._answered(task))
        if isinstance(answer, Lacking):
            return Untranslated(answer, source)
        filled = await _worked(task.size, lambda: layout.filled(answer.lines))
        if filled is None:  # cannot be: checked before
            return Untranslated(Lacking.FAILED, source)
        return Translated(filled, source, ask.to, answer.service, answer.remembered)

    async def _laid_out(self, items: tuple[Item, ...], terms: Sequence[Term]) -> Layout:
        size = sum(len(item.text) for item in items if not isinstance(item, Kept))
        return await _worked(size, lambda: laid_out(with_terms(items, terms)))

    async def _answered(self, task: _Task) -> _Answer | Lacking:
        asked = candidates(self._engines, task.source, task.ask.to, task.ask.consent)
        if not asked:
            return Lacking.NO_SERVICE
        for engine in asked:
            known = await self._memory.get(task.remembered_as(engine), private=task.ask.private)
            if known is not None:
                lines = tuple(known.split("\n"))
                if len(lines) == len(task.lines) and await self._flaw(lines, task) is None:
                    return _Answer(lines, engine.service.name, True)
        why: set[Lacking] = set()
        losing: list[Engine] = []
        for engine in asked:
            answer = await self._asked(engine, task, self._lines)
            if answer is Flaw.TOKENS:
                losing.append(engine)
            if not isinstance(answer, Lacking | Flaw):
                return await self._kept(engine, task, answer)
            why.add(answer if isinstance(answer, Lacking) else Lacking.FAILED)
        for engine in losing:  # a rougher translation, but with everything in it
            answer = await self._asked(engine, task, self._lines_apart)
            if not isinstance(answer, Lacking | Flaw):
                return await self._kept(engine, task, answer)
        return next(lacking for lacking in (Lacking.FAILED, Lacking.SAVING, Lacking.SPENT) if lacking in why)

    async def _kept(self, engine: Engine, task: _Task, lines: tuple[str, ...]) -> _Answer:
        await self._memory.put(task.remembered_as(engine), "\n".join(lines), private=task.ask.private)
        return _Answer(lines, engine.service.name, False)

    async def _asked(self, engine: Engine, task: _Task, asking: _Asking) -> tuple[str, ...] | Lacking | Flaw:
        """What one service makes of it, if that holds up."""
        service = engine.service
        purse = await self._budgets.state(service, task.ask.community, task.size)
        if purse is Purse.SPENT:
            return Lacking.SPENT
        if purse is Purse.SAVING and not task.ask.requested:
            return Lacking.SAVING
        try:
            answers = await asking(engine, task, task.lines)
        except EngineFailed as failed:
            log.info(
                "a translation service failed", service=service.name, fault=failed.fault.value, detail=failed.detail
            )
            return Lacking.FAILED
        except Exception:  # whatever a service's library raises
            log.exception("a translation service broke", service=service.name)
            return Lacking.FAILED
        flaw = await self._flaw(answers, task) or await self._wrong_language(answers, task)
        if flaw is not None:
            log.info("a translation does not hold up", service=service.name, flaw=flaw.value)
            return flaw
        return answers

    async def _flaw(self, answers: Sequence[str], task: _Task) -> Flaw | None:
        are_names = self._detector.are_names
        return await _worked(task.size, lambda: flaw_of(task.lines, answers, task.tokens, task.ask.to, are_names))

    async def _wrong_language(self, answers: Sequence[str], task: _Task) -> Flaw | None:
        words = words_of(answers)
        if not is_judged(words):
            return None
        found = await self._detector.detect(words, (task.ask.to,))
        return None if found is None or could_be(found, task.ask.to) else Flaw.WRONG_LANGUAGE

    async def _lines_apart(self, engine: Engine, task: _Task, lines: Sequence[str]) -> tuple[str, ...]:
        """What a service makes of what stands between tokens: for one that loses them."""
        apart = [apart_from_tokens(line) for line in lines]
        words = [piece for pieces in apart for piece in pieces if has_letters(piece)]
        coming = iter(await self._lines(engine, task, words))
        return tuple("".join(next(coming) if has_letters(piece) else piece for piece in pieces) for pieces in apart)

    async def _lines(self, engine: Engine, task: _Task, lines: Sequence[str]) -> tuple[str, ...]:
        """What a service makes of each line: many to a request, or each alone where it drops line breaks."""
        answers = ["" for _ in lines]
        for request in requests(lines, engine.longest):
            for piece, answer in zip(request, await self._pieces(engine, request, task), strict=True):
                answers[piece.line] += cleaned(piece.text, answer) + piece.gap
        return tuple(answer.rstrip() for answer in answers)

    async def _pieces(self, engine: Engine, request: Sequence[Piece], task: _Task) -> list[str]:
        name = engine.service.name
        alone = self._line_by_line.get(name, 0)
        if len(request) > 1 and not alone:
            whole = await self._said(engine, "\n".join(piece.text for piece in request), task)
            lines = [line for line in whole.splitlines() if line.strip()]
            if len(lines) == len(request):
                return lines
            alone = LINE_BY_LINE
        self._line_by_line[name] = max(alone - 1, 0)
        return [" ".join((await self._said(engine, piece.text, task)).splitlines()) for piece in request]

    async def _said(self, engine: Engine, text: str, task: _Task) -> str:
        try:
            said = await engine.translate(text, task.source, task.ask.to)
        except EngineFailed as failed:
            if failed.fault is Fault.EMPTY:
                await self._budgets.spend(engine.service, task.ask.community, len(text))
            raise
        await self._budgets.spend(engine.service, task.ask.community, len(text))
        return said


async def _worked(size: int, work: Callable[[], T]) -> T:
    """Does what takes longer for longer texts, in a thread where it takes too long to hold the event loop up."""
    return await asyncio.to_thread(work) if size > LONG else work()


def _words(items: Sequence[Item]) -> str:
    return "".join(" " if isinstance(item, Kept) else item.text for item in items)


def _is_short(words: str) -> bool:
    return sum(c.isalpha() for c in words) < 4


def _digest(terms: Sequence[Term]) -> str:
    if not terms:
        return ""
    written = "\0".join(sorted(f"{term.words.casefold()}\1{term.becomes}" for term in terms))
    return hashlib.sha256(written.encode("utf-8", "surrogatepass")).hexdigest()[:16]

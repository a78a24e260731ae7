"""``python -m bot match FILE``: a round of an organiser's list, without making it."""

import json
import sys
from argparse import ArgumentParser, Namespace
from datetime import UTC, datetime
from pathlib import Path

from bot.api import JsonValue
from cogs.spies.cog.base import COG
from cogs.spies.rules.explaining import explained
from cogs.spies.rules.listing import Listing, PersonName, Unreadable, listing
from cogs.spies.work.matching import Match, RoundAsk, RoundResult, every_match, match_round

_LONGEST = 500
"""Characters of a complaint; what it quotes may be of any length."""


def arguments(parser: ArgumentParser) -> None:
    """Declares what ``match`` is given."""
    parser.add_argument("file", metavar="FILE", help="a JSON list of people; - for the standard input")
    parser.add_argument("--edges", action="store_true", help="also list every pair that may be matched")


@COG.tool("match", arguments)
def match_a_list(given: Namespace) -> int:
    """Match a list of people, and show the round without making it: one object of JSON.

    A person has an `id`, and may have `speaks` and `learns` (language codes with levels), `timezone`, `free`,
    `interests`, `blocked`, `met` (with `weeks_ago`), `waiting_weeks` and `adult`; docs/matching.md tells how they are
    written. The object has `pairs` (`people`, `score`, `reasons`), their `total`, who is `unmatched`, the `bound` that
    no round of these people exceeds with the `gap` up to it, and `trios` that somebody unmatched could make.
    """
    file: str = given.file
    try:
        people = listing(_read(file), datetime.now(UTC))
    except Unreadable as wrong:
        return _refused(f"{file}: {wrong}")
    ask = RoundAsk(people.candidates)
    told = _round(match_round(ask), people)
    if given.edges:
        told["edges"] = [
            {"people": _names(match.people, people), "score": match.score.value} for match in every_match(ask)
        ]
    sys.stdout.write(json.dumps(told) + "\n")
    return 0


def _read(file: str) -> object:
    try:
        written = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    except (OSError, ValueError) as wrong:  # ValueError: no file can be called that
        raise Unreadable(f"cannot be read ({getattr(wrong, 'strerror', None) or wrong})") from wrong
    try:
        read: object = json.loads(written.decode("utf-8-sig"))
    except (ValueError, RecursionError) as wrong:
        raise Unreadable(f"not JSON ({wrong})") from wrong
    return read


def _round(result: RoundResult, people: Listing) -> dict[str, JsonValue]:
    return {
        "pairs": [_pair(match, people) for match in result.pairs],
        "total": result.total,
        "unmatched": _names(result.unmatched, people),
        "bound": result.bound,
        "gap": round(result.gap, 6),
        "trios": [
            {"pair": _names(joining.pair, people), "third": people.names[joining.third]} for joining in result.trios
        ],
    }


def _pair(match: Match, people: Listing) -> JsonValue:
    reasons: list[JsonValue] = [explained(reason, match.people, people.names) for reason in match.score.reasons]
    return {"people": _names(match.people, people), "score": match.score.value, "reasons": reasons}


def _names(ids: tuple[str, ...], people: Listing) -> list[JsonValue]:
    names: list[PersonName] = [people.names[each] for each in ids]
    return [*names]


def _refused(why: str) -> int:
    sys.stderr.write(" ".join(why.split())[:_LONGEST] + "\n")
    return 2

"""What an HTTP status means, whichever service it comes from and whichever library asked."""

import math
import re
from collections.abc import Mapping
from email.utils import parsedate_to_datetime

from bot.translation.engine import EngineFailed, Fault

MOST_BYTES = 1024 * 1024
"""Of an answer: more than the longest translation there is, and little enough to be held in memory."""

LONGEST_DETAIL = 200
"""Characters of a service's own words that are kept for the log."""

USER_AGENT = "CatTax (a community's translation bot)"

_FAULTS: Mapping[int, Fault] = {
    400: Fault.UNSUITABLE,
    401: Fault.REFUSED,
    402: Fault.REFUSED,
    403: Fault.REFUSED,
    413: Fault.UNSUITABLE,
    414: Fault.UNSUITABLE,
    422: Fault.UNSUITABLE,
    429: Fault.FLOODED,
    456: Fault.REFUSED,  # DeepL: the month's quota is spent
}


def failure(status: int, headers: Mapping[str, str], words: str = "") -> EngineFailed:
    """What a status means that is no success.

    Args:
        status: of HTTP.
        headers: by their names in any case, as both libraries hand them out.
        words: what the service says of it, in which no key may stand.
    """
    fault = _FAULTS.get(status, Fault.UNREACHABLE)
    return EngineFailed(fault, f"{status} {brief(words)}".strip(), retry_after=_retry_after(headers))


def brief(words: str) -> str:
    """A service's words on one line, cut for the log."""
    return re.sub(r"\s+", " ", words).strip()[:LONGEST_DETAIL]


def _retry_after(headers: Mapping[str, str]) -> float | None:
    """Seconds; a date is held against the answer's own, so that it does not matter whose clock is right."""
    written = headers.get("Retry-After", "").strip()
    if re.fullmatch(r"\d{1,9}(\.\d+)?", written):
        return float(written)
    try:
        seconds = (parsedate_to_datetime(written) - parsedate_to_datetime(headers.get("Date", ""))).total_seconds()
    except (TypeError, ValueError):
        return None
    return max(0.0, seconds) if math.isfinite(seconds) else None

"""Who may drive the page: a browser that shows it from here, and no stranger's page.

The playground lets anyone be anyone, so it is for the own machine. A foreign site cannot reach it by a rebound name
(the Host must be one of ours), nor by a request from its page (the Origin must be the same as the Host).
"""

from collections.abc import Iterable
from urllib.parse import urlsplit

from starlette.datastructures import Headers

_LOOPBACK = frozenset({"127.0.0.1", "localhost", "[::1]"})


class Guard:
    """Checks requests.

    Args:
        addresses: public addresses under which the page is served too (``https://demo.example``), for who puts it
            behind a server of their own.
    """

    def __init__(self, addresses: Iterable[str] = ()) -> None:
        self._hosts = frozenset(filter(None, (urlsplit(address).netloc.lower() for address in addresses)))

    def knows_host(self, headers: Headers) -> bool:
        """True when the request names this machine's loopback, or a configured address."""
        host = headers.get("host", "").lower()
        return host in self._hosts or _without_port(host) in _LOOPBACK

    def same_origin(self, headers: Headers) -> bool:
        """True when the request comes from our own page: its Origin is there, and is the Host."""
        origin = urlsplit(headers.get("origin", "").lower())
        return (
            self.knows_host(headers)
            and origin.scheme in {"http", "https"}
            and origin.netloc == headers.get("host", "").lower()
        )


def _without_port(host: str) -> str:
    name, colon, port = host.rpartition(":")
    return name if colon and port.isdigit() else host

"""What can go wrong, typed.

CatTaxError
├── MalformedRef          a string that is no ref
├── Unreadable            stored or received data that does not decode
├── ConfigurationError    a setting of the operator is wrong: one clear line naming the variable
├── Told                  the member is told, by a locale key, what to do next
└── PlatformError         a platform did not do what it was asked
    ├── Flooded           too fast: try again after so many seconds
    ├── Unreachable       network, 5xx, garbage or silence: try again later
    └── GatewayRefused    the platform will not let us in at all (a wrong token): trying again is useless
"""

from collections.abc import Mapping


class CatTaxError(Exception):
    """The root of everything we raise ourselves."""


class MalformedRef(CatTaxError, ValueError):
    """A string that is not the string form of a ref."""

    def __init__(self, what: str) -> None:
        super().__init__(f"not a {what} ref")


class Unreadable(CatTaxError, ValueError):
    """Data that does not decode to the value it should be."""


class ConfigurationError(CatTaxError):
    """A wrong setting.

    Attributes:
        variable: the environment variable's name.
        problem: what is wrong and how to mend it, in one line, never containing a secret.
    """

    def __init__(self, variable: str, problem: str) -> None:
        super().__init__(f"{variable}: {problem}")
        self.variable = variable
        self.problem = problem


class Told(CatTaxError):
    """Raised by a handler to stop and tell the member why, and what to do next.

    Attributes:
        key: the text's key in ``locales/``, of the cog that raised it (or of core).
        args: what the text names.
    """

    def __init__(self, key: str, args: Mapping[str, str | int] | None = None) -> None:
        super().__init__(key)
        self.key = key
        self.args_for_text: Mapping[str, str | int] = dict(args or {})


class PlatformError(CatTaxError):
    """A platform did not do what it was asked."""


class Flooded(PlatformError):
    """Too fast.

    Attributes:
        retry_after: seconds, as the platform said.
    """

    def __init__(self, retry_after: float) -> None:
        super().__init__(f"flooded, again in {retry_after:g} s")
        self.retry_after = retry_after


class Unreachable(PlatformError):
    """A network failure, a 5xx, garbage or silence: worth another try.

    Attributes:
        uncertain: True when the platform may have done it all the same (the answer was lost, not the request).
    """

    def __init__(self, why: str, *, uncertain: bool = False) -> None:
        super().__init__(why)
        self.uncertain = uncertain


class GatewayRefused(PlatformError):
    """The platform will not let us in (a wrong token, a second poller that stays)."""

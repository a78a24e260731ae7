"""Marks: an account that is to be known again after it was forgotten, without its id being kept."""

import hmac
from dataclasses import dataclass, field

from bot.domain.refs import UserRef


@dataclass(frozen=True, slots=True)
class Marks:
    """Makes them.

    Attributes:
        key: this installation's; whoever reads the database's other tables alone can try no ids against them.
    """

    key: bytes = field(repr=False)

    def of(self, user: UserRef) -> str:
        """64 hexadecimal digits: the same for the same account, and of no use without the key.

        >>> from bot.domain.refs import Platform
        >>> marks = Marks(b"secret")
        >>> marks.of(UserRef(Platform("discord"), "1")) == marks.of(UserRef(Platform("telegram"), "1"))
        False
        """
        return hmac.digest(self.key, str(user).encode(), "sha256").hex()

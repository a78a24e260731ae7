"""What the platform does not let a person do."""


class NotAllowed(Exception):
    """Refused by the platform itself, before the bot hears of it.

    Attributes:
        key: a page text's key.
        about: what the text names, or "".
    """

    def __init__(self, key: str, about: str = "") -> None:
        super().__init__(key)
        self.key = key
        self.about = about

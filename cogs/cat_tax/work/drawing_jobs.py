"""Drawing, as jobs: nothing heavy is loaded by importing this, as the bot's own process does to name the work."""

from cogs.cat_tax.rules.drawings import ReceiptOrder, SpyOrder


def draw_spy(order: SpyOrder) -> bytes:
    """The spy cat with its words, a PNG."""
    from cogs.cat_tax.work.drawing import spy_picture  # noqa: PLC0415  # Pillow: in the worker alone

    return spy_picture(order)


def draw_receipt(order: ReceiptOrder) -> bytes:
    """A receipt; see :func:`cogs.cat_tax.work.receipts.receipt` for its kind."""
    from cogs.cat_tax.work.receipts import receipt  # noqa: PLC0415  # the same

    return receipt(order)

"""Cards: several frames where one is too small, text where there are no frames. Characters keep their order."""

from dataclasses import dataclass, field, replace

from bot.core.degrade.losses import Loss, TextCut
from bot.core.degrade.room import Room
from bot.core.degrade.shown import blank, shown
from bot.core.degrade.splitting import split
from bot.domain.message import Card, CardField
from bot.domain.text import RichText, Style


def card_length(card: Card, room: Room) -> int:
    """How much of ``Capabilities.card_text`` a card takes."""
    texts = [RichText.of(card.title), card.body, RichText.of(card.footer)]
    for one in card.fields:
        texts += [RichText.of(one.name), one.value]
    return sum(room.measure(text) for text in texts)


def texts_of(card: Card) -> tuple[RichText, ...]:
    """A card's rich texts: the body, and what its fields say."""
    return (card.body, *(one.value for one in card.fields))


def empty(card: Card) -> bool:
    """Whether there is nothing to see in a card."""
    plain = (card.title, card.footer, *(one.name for one in card.fields))
    return not any(words.strip() for words in plain) and all(blank(text) for text in texts_of(card))


def as_text(card: Card, styles: Style) -> RichText:
    """A card as text: title and names of fields in bold, the footer in italics, where these styles are shown."""
    bold, italic = Style.BOLD & styles, Style.ITALIC & styles
    head = [text for text in (RichText.of(card.title, bold), card.body) if text]
    sections = [RichText.join(head, "\n")]
    for one in card.fields:
        sections.append(RichText.join([text for text in (RichText.of(one.name, bold), one.value) if text], "\n"))
    sections.append(RichText.of(card.footer, italic))
    return RichText.join([section for section in sections if section], "\n\n")


@dataclass(slots=True)
class _Frames:
    """Cards that are being filled, one after the other."""

    room: Room
    colour: int | None
    cards: list[Card] = field(default_factory=list[Card])
    used: int = 0
    losses: list[Loss] = field(default_factory=list[Loss])

    @property
    def limit(self) -> int:
        return self.room.capabilities.card_text

    def open(self, card: Card) -> None:
        self.cards.append(replace(card, colour=self.colour))
        self.used = card_length(card, self.room)

    def put(self, card: Card) -> None:
        self.cards[-1] = card
        self.used = card_length(card, self.room)

    def body(self, text: RichText, *, after_title: bool) -> None:
        parted = split(text, self.limit, self.room.measure, first=self.limit - self.used if after_title else None)
        if parted.cut:
            self.losses.append(TextCut(parted.cut))
        for index, piece in enumerate(parted.pieces):
            if index == 0 and after_title:
                self.put(replace(self.cards[-1], body=piece))
            else:
                self.open(Card(body=piece))

    def add_field(self, one: CardField) -> None:
        length = card_length(Card(fields=(one,)), self.room)
        most = self.room.capabilities.card_fields
        if length > self.limit or most < 1:
            bold = Style.BOLD & self.room.capabilities.styles
            self.body(RichText.of(one.name, bold) + ("\n" if one.name else "") + one.value, after_title=False)
            return
        if not self.cards or len(self.cards[-1].fields) >= most or self.used + length > self.limit:
            self.open(Card(fields=(one,)))
        else:
            self.put(replace(self.cards[-1], fields=(*self.cards[-1].fields, one)))

    def footer(self, words: str) -> None:
        length = self.room.measure(RichText.of(words))
        if length > self.limit:
            self.body(RichText.of(words, Style.ITALIC & self.room.capabilities.styles), after_title=False)
        elif not self.cards or self.used + length > self.limit:
            self.open(Card(footer=words))
        else:
            self.put(replace(self.cards[-1], footer=words))


def framed(card: Card, room: Room) -> tuple[tuple[Card, ...], tuple[Loss, ...]]:
    """A card as the frames that it needs: usually one, none when it is empty."""
    limit = room.capabilities.card_text
    body, body_losses = shown(card.body, room, limit)
    losses = list(body_losses)
    fields: list[CardField] = []
    for one in card.fields:
        value, value_losses = shown(one.value, room, limit)
        fields.append(replace(one, value=value))
        losses.extend(value_losses)
    card = replace(card, body=body, fields=tuple(fields))
    if empty(card):
        return (), tuple(losses)
    if card_length(card, room) <= limit and len(fields) <= room.capabilities.card_fields:
        return (card,), tuple(losses)
    frames = _Frames(room, card.colour, losses=losses)
    if card.title and room.holds(RichText.of(card.title), limit):
        frames.open(Card(title=card.title))
        frames.body(body, after_title=True)
    else:
        title = RichText.of(card.title, Style.BOLD & room.capabilities.styles)
        frames.body(title + ("\n" if card.title else "") + body, after_title=False)
    for one in fields:
        frames.add_field(one)
    if card.footer:
        frames.footer(card.footer)
    return tuple(one for one in frames.cards if not empty(one)), tuple(frames.losses)

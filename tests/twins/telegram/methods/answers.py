"""Methods that answer what a person asked: a pressed button, an inline query, a guest's question."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from tests.twins.telegram.calls import Call, Handler
from tests.twins.telegram.jsons import Json, as_object, as_text
from tests.twins.telegram.keyboards import check_markup
from tests.twins.telegram.methods.compose import Composer
from tests.twins.telegram.refusals import Refused, bad, check_fields
from tests.twins.telegram.texts import Formatted
from tests.twins.telegram.world import InlineMessage

ANSWER_LIMIT = 200
_TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
_TEXT_CONTENT = frozenset({"message_text", "parse_mode", "entities", "link_preview_options"})
_ARTICLE = frozenset(
    {
        "type",
        "id",
        "title",
        "input_message_content",
        "reply_markup",
        "url",
        "description",
        "thumbnail_url",
        "thumbnail_width",
        "thumbnail_height",
    }
)


@dataclass(frozen=True, slots=True)
class CallbackAnswer:
    """What the one who pressed sees: a short notice, an alert to dismiss, or an address that opens."""

    text: str = ""
    alert: bool = False
    url: str = ""


@dataclass(frozen=True, slots=True)
class InlineResult:
    """One suggestion in the list under an inline query."""

    id: str
    title: str
    text: str
    entities: tuple[Json, ...] = ()
    markup: Json | None = None
    description: str = ""


AnswerT = TypeVar("AnswerT")


@dataclass(slots=True)
class Asked(Generic[AnswerT]):
    """A question that waits for the bot, for as long as the platform lets it.

    Attributes:
        id: The query's id.
        asked_at: By the twin's clock.
        answers: What came, normally one.
        button: Over an inline list: what it says, and the payload it opens the private chat with.
    """

    id: str
    asked_at: float
    answers: list[AnswerT] = field(default_factory=list[AnswerT])
    button: tuple[str, str] | None = None


Button = Asked[CallbackAnswer]
InlineQuery = Asked[tuple[InlineResult, ...]]
GuestQuery = Asked[InlineMessage]


@dataclass(slots=True)
class Answers:
    """answerCallbackQuery, answerInlineQuery, answerGuestQuery.

    Attributes:
        lifetime: Seconds after which a query cannot be answered any more.
    """

    composer: Composer
    lifetime: float = 15.0
    presses: dict[str, Button] = field(default_factory=dict[str, Button])
    inline_queries: dict[str, InlineQuery] = field(default_factory=dict[str, InlineQuery])
    guest_queries: dict[str, GuestQuery] = field(default_factory=dict[str, GuestQuery])

    def methods(self) -> dict[str, Handler]:
        """This area's methods by name."""
        return {
            "answerCallbackQuery": self.answer_callback,
            "answerInlineQuery": self.answer_inline,
            "answerGuestQuery": self.answer_guest,
        }

    def _fresh(self, queries: dict[str, Asked[AnswerT]], query_id: str) -> Asked[AnswerT]:
        query = queries.get(query_id)
        if query is None or self.composer.world.clock() - query.asked_at > self.lifetime:
            raise bad(_TOO_OLD)
        return query

    async def answer_callback(self, call: Call) -> object:
        text = call.text("text")
        if len(text) > ANSWER_LIMIT:
            raise bad("MESSAGE_TOO_LONG")
        if (url := call.text("url")) and not url.startswith(("https://t.me/", "tg://")):
            raise bad("URL_INVALID")
        query = self._fresh(self.presses, call.text("callback_query_id"))
        query.answers.append(CallbackAnswer(text, call.flag("show_alert"), url))
        self.composer.world.changed.fire()
        return True

    async def answer_inline(self, call: Call) -> object:
        listed = call.listing("results")
        if listed is None:
            raise bad("can't parse inline query results JSON array")
        if len(listed) > 50:
            raise bad("RESULTS_TOO_MUCH")
        results = tuple(self._result(item) for item in listed)
        if len({result.id for result in results}) < len(results):
            raise bad("RESULT_ID_DUPLICATE")
        button = call.mapping("button")
        if button is not None:
            check_fields("InlineQueryResultsButton", button, frozenset({"text", "web_app", "start_parameter"}))
            if not re.fullmatch(r"[A-Za-z0-9_-]{1,64}", as_text(button.get("start_parameter"))):
                raise bad("START_PARAM_INVALID")
        query = self._fresh(self.inline_queries, call.text("inline_query_id"))
        if query.answers:
            raise bad(_TOO_OLD)
        if button is not None:
            query.button = as_text(button.get("text")), as_text(button.get("start_parameter"))
        query.answers.append(results)
        self.composer.world.changed.fire()
        return True

    async def answer_guest(self, call: Call) -> object:
        result = self._result(call.mapping("result"))
        query = self._fresh(self.guest_queries, call.text("guest_query_id"))
        if query.answers:
            raise bad(_TOO_OLD)
        sent = self.send_inline(result)
        query.answers.append(sent)
        self.composer.world.changed.fire()
        return {"inline_message_id": sent.id}

    def send_inline(self, result: InlineResult) -> InlineMessage:
        """Put a result into a chat that the bot itself may not be in."""
        world = self.composer.world
        sent = InlineMessage(f"AAAAinline{next(world.numbers):06d}", result.text, result.entities, result.markup)
        world.inline_messages[sent.id] = sent
        return sent

    def _result(self, item: object) -> InlineResult:
        result = as_object(item)
        if result is None:
            raise bad("can't parse inline query result: expected an Object")
        if result.get("type") != "article":
            raise Refused(
                400,
                f"Bad Request: the twin knows results of type article, not {result.get('type')}",
                violation=f"inline result of type {result.get('type')}",
            )
        check_fields("InlineQueryResultArticle", result, _ARTICLE)
        name, title = as_text(result.get("id")), as_text(result.get("title"))
        if not 1 <= len(name.encode()) <= 64:
            raise bad("RESULT_ID_INVALID")
        if not title:
            raise bad("can't parse inline query result: Can't find field \"title\"")
        content = as_object(result.get("input_message_content"))
        if content is None:
            raise bad("can't parse inline query result: Can't find field \"input_message_content\"")
        check_fields("InputTextMessageContent", content, _TEXT_CONTENT)
        written: Formatted = self.composer.message_text(
            as_text(content.get("message_text")), as_text(content.get("parse_mode")), content.get("entities")
        )
        markup = check_markup(result.get("reply_markup"), inline_only=True)
        return InlineResult(name, title, written.text, written.entities, markup, as_text(result.get("description")))

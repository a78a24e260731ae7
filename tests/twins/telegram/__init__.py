"""The Telegram twin: a Bot API 10.0 server on loopback, with a scripted world of people and groups.

The unmodified python-telegram-bot runs against it:

    async with TelegramTwin(clock=clock) as twin:
        bot = Bot(twin.token, base_url=f"{twin.api_base}/bot", base_file_url=f"{twin.api_base}/file/bot")

**People and places.** All of them act at once and synchronously; the bot learns of it through updates.

    ana = twin.add_user("Ana", language_code="es", username="ana")
    group = twin.add_group("Cats", supergroup=True, forum=False)       # with an owner, without the bot
    group.add_bot(admin=False | True | {"can_delete_messages", ...}); group.promote_bot(rights); group.remove_bot()
    group.restrict_bot("can_send_messages"); group.allow("can_send_messages", ...)      # the members' permissions
    group.join(ana); group.leave(ana); group.ban(ana); group.unban(ana); group.had_before(ana)   # told / not told
    group.require_requests(); group.request_to_join(ana, bio="")    # opens 5 minutes in which the bot may write to her
    group.withdraw_request(ana); group.accept_request(ana); group.is_asking(ana)
    group.hold_back(ana, by=captcha_bot); group.let_speak(ana, by=captcha_bot)   # a restriction outlasts leaving
    group.rename("Cats!"); group.rename_topic(topic, "Hello")
    group.make_admin(ana, anonymous=False); group.unmake_admin(ana); topic = group.add_topic("Intros")
    group.upgrade()                              # basic group -> supergroup: `group.id`, `group.former_id`
    group.is_member(ana); group.is_banned(ana); group.permissions_of(ana)
    channel = twin.add_channel("News"); group.link(channel); channel.posts("...")    # 777000, automatic forward

    message = ana.posts(group, "hello", reply_to=..., topic=topic, photo=jpeg | document=(name, bytes, mime)
                        | album=[jpeg, jpeg] | sticker= | voice= | animation= | video= | video_note= | audio=,
                        spoiler=True, as_chat=group | channel, quote=..., more={"location": {...}})
    ana.posts(ana.private, "hi"); ana.starts("payload"); ana.blocks_bot(); ana.unblocks_bot()
    ana.edits(message, "text"); ana.deletes(message); ana.reacts(message, "👍"); ana.reacts(message)  # takes it away
    press = ana.presses(message, "label" | data="forged"); press.answer  # None or CallbackAnswer(text, alert, url)
    answer = await press                                                 # waits for it
    ask = ana.asks_inline("cats"); results = await ask.results(); ask.choose(results[0], group)
    ask.button                                   # over the list: what it says and the payload it opens the bot with
    guest = ana.asks_guest(group_without_bot, "@bot hi", reply_to=..., quote=...); inline_message = await guest
    ana.state.portraits.append(jpeg)             # the newest first

**Reading.** `twin.messages(chat, viewer=None)`, `chat.messages`, `chat.last` give live `Post`s: `.id .text .entities
.kind .photo .document .file .buttons .button(label) .keyboard .force_reply .removes_keyboard .reply_to .silent
.reactions .author .by_bot .topic .edited .deleted .pinned .album .pinged`. `chat.actions` ("typing"),
`twin.commands(scope, language)`, `twin.menu(person, chat)` (what she really sees), `twin.words("description", "es")`,
`twin.requests`, `twin.calls("sendMessage")`, `twin.counts`, `twin.violations` (assert that it is empty!).
`await twin.until(lambda: ...)` returns the predicate's value; it is woken by every change.

**Flood control.** Off until `twin.limit(a_minute=20, a_second=1, edits_a_minute=None)`; then 429 with an honest
`retry_after` by the twin's clock.

**Updates.** `twin.updates_pending`, `twin.repeat_last_update()`, `twin.hold()`, `twin.release(order=[2, 0, 1])`,
`twin.privacy = False`, `twin.guest_mode = False`, `twin.query_lifetime` (15 s by the twin's clock).

**Faults.** `twin.faults.fail("send*", status=429, retry_after=3, times=1, description="", after=False)`,
`.garble(pattern)`, `.silence(pattern)`, `.drop(pattern)`, `.clear()`; the pattern `file` means downloads. With
`after=True` the request is carried out and only its answer is lost.

`python -m tests.twins.telegram` runs it as a process of its own for benches; see `__main__.py`.
"""

from tests.twins.telegram.faults import Faults
from tests.twins.telegram.methods.answers import CallbackAnswer, InlineResult
from tests.twins.telegram.people import Document, InlineAsk, Person
from tests.twins.telegram.places import Channel, Chat, Group, Topic
from tests.twins.telegram.seen import Entity, Post, SeenButton, SeenFile
from tests.twins.telegram.server import Request
from tests.twins.telegram.stage import Waiting
from tests.twins.telegram.twin import TelegramTwin
from tests.twins.telegram.world import InlineMessage

__all__ = [
    "CallbackAnswer",
    "Channel",
    "Chat",
    "Document",
    "Entity",
    "Faults",
    "Group",
    "InlineAsk",
    "InlineMessage",
    "InlineResult",
    "Person",
    "Post",
    "Request",
    "SeenButton",
    "SeenFile",
    "TelegramTwin",
    "Topic",
    "Waiting",
]

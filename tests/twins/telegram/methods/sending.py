"""Methods that write new messages."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count

from tests.twins.telegram.calls import Call, Handler, Upload
from tests.twins.telegram.files import UPLOAD_LIMIT, FileState, check_photo, check_sticker
from tests.twins.telegram.jsons import Json, as_array, as_flag, as_object, as_text
from tests.twins.telegram.methods.compose import Composer
from tests.twins.telegram.refusals import Refused, bad, check_fields
from tests.twins.telegram.wire import chat_json, message_json, sender_json
from tests.twins.telegram.world import ChatState, MediaState, MessageState

_KINDS = {
    "sendPhoto": "photo",
    "sendDocument": "document",
    "sendAnimation": "animation",
    "sendVoice": "voice",
    "sendAudio": "audio",
    "sendVideo": "video",
    "sendVideoNote": "video_note",
    "sendSticker": "sticker",
}
# https://core.telegram.org/bots/api#sendvoice and its neighbours: what is shown as what it was sent as.
_TAKEN = {
    "voice": frozenset({"audio/ogg", "audio/mpeg", "audio/mp4"}),
    "audio": frozenset({"audio/mpeg", "audio/mp4"}),
    "video": frozenset({"video/mp4"}),
    "animation": frozenset({"image/gif", "video/mp4"}),
}
_UNTOLD = "application/octet-stream"
_WITHOUT_CAPTION = frozenset({"video_note", "sticker"})
_MEDIA_FIELDS = frozenset(
    {
        "type",
        "media",
        "caption",
        "parse_mode",
        "caption_entities",
        "show_caption_above_media",
        "has_spoiler",
        "thumbnail",
        "cover",
        "start_timestamp",
        "width",
        "height",
        "duration",
        "supports_streaming",
        "disable_content_type_detection",
        "performer",
        "title",
    }
)
_ACTIONS = frozenset(
    {
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    }
)


@dataclass(slots=True)
class MediaIntake:
    """Turns what a call carries (an upload, a known id) into stored files."""

    composer: Composer

    def take(self, call: Call, value: object, kind: str, field_name: str) -> FileState:
        """Find or store one file.

        Raises:
            Refused: Missing, empty, too big, no picture, unknown id.
        """
        files = self.composer.world.files
        upload: Upload | None = call.uploads.get(field_name) if value is None else None
        if isinstance(value, str) and value.startswith("attach://"):
            upload = call.uploads.get(value.removeprefix("attach://"))
            if upload is None:
                raise bad("failed to get attached file: there is no such file in the request")
        if upload is None:
            if not isinstance(value, str) or not value:
                raise bad(f"there is no {kind} in the request")
            if value.startswith(("http://", "https://")):
                raise Refused(
                    400, "Bad Request: failed to get HTTP URL content", violation=f"{kind} by address: {value}"
                )
            return files.known(value, kind)
        if not upload.content:
            raise bad("file must be non-empty")
        if len(upload.content) > UPLOAD_LIMIT:
            raise Refused(413, "Request Entity Too Large")
        if kind == "photo":
            check_photo(upload.content)
        if kind == "sticker":
            check_sticker(upload.content)
        taken = _TAKEN.get(kind)
        if taken is not None and upload.mime not in {*taken, _UNTOLD}:
            # Nothing is said about it: what cannot be shown so is simply shown as a file.
            kind = "document"
        return files.add(kind, upload.content, upload.name, upload.mime)

    def shown(self, stored: FileState) -> MediaState:
        return MediaState(stored.shown_as, stored.id, self.composer.world.files.describe(stored))


@dataclass(slots=True)
class Sending:
    """sendMessage and its kin."""

    composer: Composer
    media: MediaIntake
    _albums: count[int]

    def methods(self) -> dict[str, Handler]:
        """This area's methods by name."""
        return {
            "sendMessage": self.send_message,
            **dict.fromkeys(_KINDS, self.send_media),
            "sendMediaGroup": self.send_media_group,
            "sendChatAction": self.send_chat_action,
            "copyMessage": self.copy_message,
            "copyMessages": self.copy_messages,
            "forwardMessage": self.forward_message,
            "forwardMessages": self.forward_messages,
        }

    def _finish(self, chat: ChatState, message: MessageState) -> Json:
        self.composer.chronicle.add(chat, message)
        return message_json(self.composer.world, message)

    async def send_message(self, call: Call) -> object:
        chat, message = self.composer.frame(call, "text")
        written = self.composer.text(call)
        message.text, message.entities = written.text, written.entities
        return self._finish(chat, message)

    async def send_media(self, call: Call) -> object:
        kind = _KINDS[call.method]
        chat, message = self.composer.frame(call, kind)
        stored = self.media.take(call, call.values.get(kind), kind, kind)
        if kind not in _WITHOUT_CAPTION:
            caption = self.composer.caption(call)
            message.text, message.entities = caption.text, caption.entities
        message.media, message.spoiler = self.media.shown(stored), call.flag("has_spoiler")
        return self._finish(chat, message)

    async def send_media_group(self, call: Call) -> object:
        items = call.listing("media")
        if items is None or not 2 <= len(items) <= 10:
            raise bad("wrong number of media: media group must contain 2-10 items")
        if self.composer.world.rates is not None:
            chat = self.composer.world.reachable(call.values.get("chat_id"))
            self.composer.world.rates.send(chat.id, len(items), self.composer.world.clock())
        album = f"{next(self._albums) + 13_000_000_000_000_000}"
        made: list[tuple[ChatState, MessageState]] = []
        kinds: set[str] = set()
        for item in items:
            part = as_object(item)
            if part is None:
                raise bad("can't parse InputMedia: expected an Object")
            check_fields("InputMedia", part, _MEDIA_FIELDS)
            kind = as_text(part.get("type"))
            if kind not in {"photo", "video", "document", "audio"}:
                raise bad(f"media of type {kind or 'unknown'} can't be sent in an album")
            kinds.add(kind)
            chat, message = self.composer.frame(call, kind)
            message.media = self.media.shown(self.media.take(call, part.get("media"), kind, ""))
            message.spoiler = as_flag(part.get("has_spoiler"))
            caption = self.composer.caption_of(
                as_text(part.get("caption")), as_text(part.get("parse_mode")), part.get("caption_entities")
            )
            message.text, message.entities, message.media_group_id = caption.text, caption.entities, album
            made.append((chat, message))
        if len(kinds) > 1 and kinds & {"document", "audio"}:
            raise bad("document can't be mixed with other media types")
        return [self._finish(chat, message) for chat, message in made]

    async def send_chat_action(self, call: Call) -> object:
        chat = self.composer.world.reachable(call.values.get("chat_id"))
        if (action := call.text("action")) not in _ACTIONS:
            raise bad("wrong parameter action in request")
        chat.actions.append(action)
        return True

    def _source(self, call: Call, message_id: int | None, purpose: str) -> tuple[ChatState, MessageState]:
        source = self.composer.world.reachable(call.values.get("from_chat_id"))
        original = self.composer.world.message(source, message_id, purpose)
        if original.service or original.protected:
            raise bad(f"message can't be {'copied' if purpose == 'copy' else 'forwarded'}")
        return source, original

    def _copied(self, call: Call, original: MessageState) -> MessageState:
        chat, message = self.composer.frame(call, original.media.kind if original.media else "text")
        message.text, message.entities, message.media = original.text, original.entities, original.media
        if original.media is not None and call.has("caption"):
            caption = self.composer.caption(call)
            message.text, message.entities = caption.text, caption.entities
        if call.flag("remove_caption") and original.media is not None:
            message.text, message.entities = "", ()
        return self.composer.chronicle.add(chat, message)

    async def copy_message(self, call: Call) -> object:
        _, original = self._source(call, call.integer("message_id"), "copy")
        return {"message_id": self._copied(call, original).id}

    async def copy_messages(self, call: Call) -> object:
        found = self._many(call, "copy")
        return [{"message_id": self._copied(call, original).id} for original in found]

    async def forward_message(self, call: Call) -> object:
        source, original = self._source(call, call.integer("message_id"), "forward")
        return message_json(self.composer.world, self._forwarded(call, source, original))

    async def forward_messages(self, call: Call) -> object:
        source = self.composer.world.reachable(call.values.get("from_chat_id"))
        found = self._many(call, "forward")
        return [{"message_id": self._forwarded(call, source, original).id} for original in found]

    def _many(self, call: Call, purpose: str) -> list[MessageState]:
        numbers = as_array(call.structure("message_ids")) or []
        if not 1 <= len(numbers) <= 100:
            raise bad("wrong number of message identifiers")
        source = self.composer.world.reachable(call.values.get("from_chat_id"))
        # Missing ones are skipped, as the real server does; nothing left is refused.
        found = [source.messages[number] for number in numbers if isinstance(number, int) and number in source.messages]
        if not found:
            raise bad(f"there are no messages to {purpose}")
        return found

    def _forwarded(self, call: Call, source: ChatState, original: MessageState) -> MessageState:
        world = self.composer.world
        chat, message = self.composer.frame(call, original.media.kind if original.media else "text")
        message.text, message.entities, message.media = original.text, original.entities, original.media
        origin: Json = {"date": original.date}
        if original.sender_chat_id is not None:
            origin |= {"type": "chat", "sender_chat": chat_json(world, world.chats[original.sender_chat_id])}
        elif original.sender_id is not None:
            origin |= {"type": "user", "sender_user": sender_json(world, original.sender_id)}
        else:
            origin |= {"type": "channel", "chat": chat_json(world, source), "message_id": original.id}
        message.forward_origin = original.forward_origin or origin
        return self.composer.chronicle.add(chat, message)

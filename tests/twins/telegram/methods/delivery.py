"""Methods by which the bot gets its updates and files."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tests.twins.telegram.calls import Call, Handler
from tests.twins.telegram.files import DOWNLOAD_LIMIT
from tests.twins.telegram.jsons import without_none
from tests.twins.telegram.refusals import Refused, bad, conflict
from tests.twins.telegram.updates import ASKED_FOR, UPDATE_TYPES, Pending, Updates
from tests.twins.telegram.webhook import Webhook
from tests.twins.telegram.world import World


@dataclass(frozen=True, slots=True)
class Batch:
    """Updates that are JSON already, so that a flood costs nothing to serialise."""

    updates: list[Pending]

    def body(self) -> bytes:
        return b'{"ok":true,"result":[' + b",".join(update.body for update in self.updates) + b"]}"


@dataclass(slots=True)
class Delivery:
    """getUpdates, setWebhook, getFile and their kin."""

    world: World
    updates: Updates
    webhook: Webhook

    def methods(self) -> dict[str, Handler]:
        """This area's methods by name."""
        return {
            "getUpdates": self.get_updates,
            "setWebhook": self.set_webhook,
            "deleteWebhook": self.delete_webhook,
            "getWebhookInfo": self.webhook_info,
            "getFile": self.get_file,
        }

    @staticmethod
    def _allowed(call: Call) -> list[str] | None:
        listed = call.listing("allowed_updates")
        if listed is None:
            return None
        names = [name for name in listed if isinstance(name, str)]
        if strange := sorted(set(names) - UPDATE_TYPES):
            raise Refused(
                400, f"Bad Request: unknown update types {strange}", violation=f"allowed_updates with {strange}"
            )
        return names

    async def get_updates(self, call: Call) -> object:
        if self.webhook.active:
            raise conflict(
                "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
            )
        self.updates.allow(self._allowed(call))
        limit = call.integer("limit")
        limit = 100 if limit is None else limit
        if not 1 <= limit <= 100:
            raise bad("limit must be 1-100")
        timeout = call.number("timeout") or 0.0
        return Batch(await self.updates.poll(call.integer("offset") or 0, limit, min(timeout, 50.0)))

    async def set_webhook(self, call: Call) -> object:
        url, secret = call.text("url"), call.text("secret_token")
        if secret and not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", secret):
            raise bad("secret token contains unallowed characters")
        if url and not (url.startswith("https://") or re.match(r"http://(127\.0\.0\.1|localhost|\[::1\])[:/]", url)):
            raise bad("bad webhook: An HTTPS URL must be provided for webhook")
        self.updates.allow(self._allowed(call))
        if call.flag("drop_pending_updates"):
            self.updates.drop()
        if url:
            await self.webhook.start(url, secret, call.integer("max_connections") or 40)
        else:
            await self.webhook.stop()
        return True

    async def delete_webhook(self, call: Call) -> object:
        await self.webhook.stop()
        if call.flag("drop_pending_updates"):
            self.updates.drop()
        return True

    async def webhook_info(self, call: Call) -> object:
        usual = self.updates.allowed == UPDATE_TYPES - ASKED_FOR
        return without_none(
            url=self.webhook.url,
            has_custom_certificate=False,
            pending_update_count=self.updates.pending,
            max_connections=self.webhook.max_connections if self.webhook.active else None,
            last_error_date=self.webhook.last_error_date or None,
            last_error_message=self.webhook.last_error or None,
            allowed_updates=None if usual else sorted(self.updates.allowed),
        )

    async def get_file(self, call: Call) -> object:
        stored = self.world.files.by_id.get(call.text("file_id"))
        if stored is None:
            raise bad("invalid file_id")
        if len(stored.content) > DOWNLOAD_LIMIT:
            raise bad("file is too big")
        return {
            "file_id": stored.id,
            "file_unique_id": stored.unique_id,
            "file_size": len(stored.content),
            "file_path": stored.path,
        }

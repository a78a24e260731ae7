"""How the world is kept: a change is told to the open pages and written to the disk, and files lie on the shelf."""

import asyncio
import logging
from collections.abc import Iterable
from typing import Protocol

from bot.adapters.playground.drawn import Drawn, DrawnFile
from bot.adapters.playground.limits import LOOSE_FILE_LIFETIME
from bot.adapters.playground.shelf import Shelf, picture_type, played_type, shown_as
from bot.adapters.playground.state import KeptFile, Post, State, packed
from bot.adapters.playground.view import View
from bot.domain.attachments import File, MediaKind
from bot.ports.clock import Clock

_LOG = logging.getLogger(__name__)

_GATHERING_SECONDS = 0.4


class Watcher(Protocol):
    """Who wants to know of changes: the open pages."""

    def post_changed(self, post: Post) -> None:
        """A message was written or is different now."""
        ...

    def post_gone(self, post: Post) -> None:
        """A message is gone without a trace."""
        ...

    def shape_changed(self) -> None:
        """People, members, chats or the bot's presence are different now."""
        ...


class Keeping(View):
    """The state, told of and saved. Everything happens in the event loop; only :meth:`save` works in a thread."""

    def __init__(self, state: State, shelf: Shelf, clock: Clock) -> None:
        super().__init__(state, shelf, clock)
        self._watchers: list[Watcher] = []
        self._unsaved = asyncio.Event()

    # Changes

    def watch(self, watcher: Watcher) -> None:
        """Tells a watcher of every change from now on."""
        self._watchers.append(watcher)

    async def save(self) -> None:
        """Waits for a change and writes the snapshot with what follows shortly after.

        A disk error is logged, and the next change tries again.
        """
        await self._unsaved.wait()
        await self._clock.sleep(_GATHERING_SECONDS)
        self._unsaved.clear()
        content = packed(self._state)
        try:
            await asyncio.to_thread(self._shelf.write, content)
        except OSError as error:
            _LOG.warning("the playground could not be saved: %s", error)

    def save_now(self) -> None:
        """Writes the snapshot at once, at the end."""
        try:
            self._shelf.write(packed(self._state))
        except OSError as error:
            _LOG.warning("the playground could not be saved: %s", error)

    def _shape_changed(self) -> None:
        self._unsaved.set()
        for watcher in self._watchers:
            watcher.shape_changed()

    def _post_changed(self, post: Post) -> None:
        self._unsaved.set()
        for watcher in self._watchers:
            watcher.post_changed(post)

    def _post_gone(self, post: Post) -> None:
        self._unsaved.set()
        for watcher in self._watchers:
            watcher.post_gone(post)

    def next_id(self) -> str:
        """A new id, larger than all before, also than those lost when a process was killed before it saved."""
        self._state.last_id = max(self._state.last_id + 1, int(self._clock.now().timestamp() * 1_000))
        return str(self._state.last_id)

    # Files

    def keep(
        self,
        content: bytes,
        name: str,
        media_type: str,
        *,
        alt: str = "",
        spoiler: bool = False,
        kind: MediaKind | None = None,
    ) -> DrawnFile:
        """Puts a file on the shelf, to be shown as its kind, else as what its bytes are; raises :class:`OSError`."""
        seen, played = picture_type(content), played_type(content)
        file = DrawnFile(
            self._shelf.put(content),
            name,
            seen or played or media_type,
            len(content),
            seen is not None and kind is not MediaKind.FILE,
            alt,
            spoiler,
            shown_as(seen, played, kind).value,
        )
        self._state.files[file.id] = KeptFile(file, self._clock.now())
        self._unsaved.set()
        return file

    def keep_all(self, files: Iterable[File]) -> tuple[DrawnFile, ...]:
        """Puts files that the bot sends on the shelf; raises :class:`OSError`."""
        return tuple(
            self.keep(file.content, file.name, file.media_type, alt=file.alt, spoiler=file.spoiler, kind=file.kind)
            for file in files
        )

    def sweep(self) -> None:
        """Takes files away that nothing carries and that are old, and those that nobody knows."""
        carried = {file.id for post in self._state.posts.values() for file in post.drawn.files}
        oldest = self._clock.now() - LOOSE_FILE_LIFETIME
        for identifier, kept in list(self._state.files.items()):
            if identifier not in carried and kept.at < oldest:
                del self._state.files[identifier]
        for identifier in self._shelf.listed() - self._state.files.keys():
            self._shelf.drop(identifier)

    def _drop_files(self, drawn: Drawn) -> None:
        for file in drawn.files:
            self._state.files.pop(file.id, None)
            self._shelf.drop(file.id)

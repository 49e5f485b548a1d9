"""Reads documents in a process of its own, which is ended where one keeps it too long.

A page or PDF made to be costly to read can cost no more than the time allowed for it.
"""

import asyncio
import contextlib
import logging
from multiprocessing import get_context
from multiprocessing.connection import Connection
from types import TracebackType
from typing import Final, Self

from claimbook.links.answer import Answer
from claimbook.links.page import Page
from claimbook.links.reading import kind_of, read

try:
    import resource
except ImportError:  # Windows
    resource = None  # type: ignore[assignment]

_NOTHING: Final = Answer("", 0, {})
_LONGEST_START: Final = 60.0  # seconds, on a machine that is busy with other things
_LONGEST: Final = 20.0  # seconds for one document
_MEMORY: Final = 2 * 1024**3  # bytes of address space for the process


class Reader:
    """Reads one document after another; an asynchronous context."""

    def __init__(self, longest: float = _LONGEST) -> None:
        self._longest = longest
        self._turn = asyncio.Lock()
        self._is_ready = False

    async def __aenter__(self) -> Self:
        self._start()
        await self.read(_NOTHING)  # whoever asks for pages can count on them being read
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._stop()

    async def read(self, answer: Answer) -> Page:
        """The document in an answer; unread where it took too long or the process fell."""
        async with self._turn:
            page = await asyncio.to_thread(self._ask, answer)
            if page is None:
                self._stop()
                self._start()
        return page or Page(kind=kind_of(answer.body), is_read=False)

    def _ask(self, answer: Answer) -> Page | None:
        with contextlib.suppress(EOFError, OSError):
            if not self._is_ready:
                self._is_ready = self._door.poll(_LONGEST_START) and bool(self._door.recv())
            self._door.send(answer)
            if self._door.poll(self._longest):
                page: Page = self._door.recv()
                return page
        return None

    def _start(self) -> None:
        context = get_context("spawn")
        self._door, inside = context.Pipe()
        self._process = context.Process(target=_serve, args=(inside,), daemon=True)
        self._process.start()
        inside.close()
        self._is_ready = False

    def _stop(self) -> None:
        self._door.close()
        self._process.kill()
        self._process.join()


def _serve(door: Connection) -> None:
    logging.disable()  # what pypdf thinks of a document is nobody's concern
    if resource:
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    with contextlib.suppress(EOFError, KeyboardInterrupt):
        door.send("ready")
        while True:
            door.send(_read(door.recv()))


def _read(answer: Answer) -> Page:
    try:
        return read(answer)
    except Exception:  # noqa: BLE001 -- a damaged document may raise anything in its reader
        return Page(kind=kind_of(answer.body), is_read=False)

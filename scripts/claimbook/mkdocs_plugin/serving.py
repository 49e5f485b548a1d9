"""A site that is served while its claims are edited: each page is made when it is asked for.

MkDocs would build all pages again after each change. Once it has done so, a change of claims or
sources alone needs no more than the page that is looked at, and the data that its scripts read.
"""

import logging
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from importlib.metadata import version
from itertools import chain
from pathlib import Path
from threading import Lock
from typing import Any, Final, Protocol, TypeAlias
from urllib.parse import unquote

from jinja2 import Environment
from mkdocs.commands.build import _build_page, _populate_page
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from watchdog.observers.polling import PollingObserver

MADE_FOR: Final = "1.6."
"""The version of MkDocs whose way to build one page is taken; with others it builds all."""

LOOK: Final = 0.1
"""Seconds from one look at the files to the next: at fifty each costs a core a fortieth."""

WHOLE: Final = 0.03
"""Seconds without a change after which what was changed is taken to be whole."""

_LASTING: Final = re.compile(r"\.[0-9a-f]{8}\.min\.(?:css|js)$")
"""Names with a fingerprint of what they name, which browsers need not ask for at every reload."""

Headers: TypeAlias = list[tuple[str, str]]
Start: TypeAlias = Callable[..., Any]

_log: Final = logging.getLogger("mkdocs.plugins.claimbook")


@dataclass(frozen=True)
class Ground:
    """What a build of all pages leaves, for single pages to be built again."""

    config: MkDocsConfig
    files: Files
    nav: Navigation
    environment: Environment

    @property
    def urls(self) -> set[str]:
        """The addresses of all pages below that of the site; the first page's is empty."""
        return {_url(file.url) for file in self.files.documentation_pages()}

    def build(self, url: str) -> None:
        """Write the page that stands at an address."""
        pages = self.files.documentation_pages()
        for file in pages:
            if _url(file.url) == url and file.page:
                _populate_page(file.page, self.config, self.files)
                _build_page(file.page, self.config, pages, self.nav, self.environment)


class Site(Protocol):
    """What is served: what the last build of all pages left, and data files by their path."""

    ground: Ground | None
    read: tuple[str, ...]
    """The paths of claims and sources."""

    @property
    def data(self) -> Mapping[str, str]: ...

    def renewed(self, config: MkDocsConfig) -> bool:
        """Read claims and sources again; whether the same pages can tell of them."""


class Preview:
    """Takes the place of MkDocs' builder, and stands before its server."""

    def __init__(self, site: Site, server: LiveReloadServer, config: MkDocsConfig) -> None:
        self._site, self._server, self._build_all = site, server, server.builder
        self._watched = (config.docs_dir, config.config_file_path)
        self._read_elsewhere = (*self._watched, *(set(config.watch) - set(site.read)))
        self._busy = Lock()
        self._stale: set[str] = set()
        self._rest = self._others()

    def begin(self) -> None:
        """Look at the files more often, and build no more than what is asked for."""
        for path in self._watched:
            self._server.unwatch(path)
        self._server.observer = PollingObserver(timeout=LOOK)
        for path in self._watched:
            self._server.watch(path)
        self._server.build_delay = WHOLE
        self._server.builder = self.build
        self._server.set_app(self.answer)

    def build(self) -> None:
        """Note which pages a change made stale; build all where it is one of other files."""
        with self._busy:
            rest = self._others()
            ground = self._site.ground if version("mkdocs").startswith(MADE_FOR) else None
            if ground and rest == self._rest and self._site.renewed(ground.config):
                self._stale = ground.urls | set(self._site.data)
            else:
                self._build_all()
                self._rest, self._stale = rest, set()

    def answer(self, environ: dict[str, Any], start: Start) -> Iterable[bytes]:
        """What MkDocs answers, with the page made that is asked for."""
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
        with self._busy:
            self._freshen(path.removeprefix(self._server.mount_path))
        begin = partial(_lasting, start) if _LASTING.search(path) else start
        return self._server.serve_request(environ, begin)

    def _freshen(self, url: str) -> None:
        if url in self._stale and (ground := self._site.ground):
            self._stale.remove(url)
            if url in self._site.data:
                file = Path(ground.config.site_dir, url)
                file.write_text(self._site.data[url], encoding="utf-8")
            else:
                ground.build(url)

    def _others(self) -> dict[Path, int]:
        """When each file was changed that is neither a claim nor a source."""
        return dict(chain.from_iterable(map(_times, self._read_elsewhere)))


def _lasting(start: Start, status: str, headers: Headers) -> Any:  # noqa: ANN401 -- as WSGI has it
    """Begin an answer that browsers keep, where there is one."""
    kept = [("Cache-Control", "max-age=31536000, immutable")] if status.startswith("200") else []
    return start(status, [*headers, *kept])


def _times(path: str) -> Iterator[tuple[Path, int]]:
    for file in (Path(path), *Path(path).rglob("*")):
        with suppress(OSError):  # an editor's own file may be gone again
            yield file, file.stat().st_mtime_ns


def _url(url: str) -> str:
    return unquote(url.removeprefix("./"))

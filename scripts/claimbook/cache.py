"""What was worked out before, kept by all that it was worked out from.

The file is safe to delete, and safe under several builds at once: what is damaged, locked or
not to be written is worked out anew. One that is committed, and so was made by who knows whom, is
not looked at.
"""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Final, NamedTuple, Protocol

FILE: Final = ".cache/claimbook.sqlite"
READINGS: Final = ".cache/readings.sqlite"  # of files, which other runs ask for than for pages
RUNS: Final = 20  # a value that none of so many runs asked for is dropped
PATIENCE: Final = 5.0  # seconds to wait for another build that writes

LIBRARIES: Final = frozenset(  # whose output is kept, as installers spell them
    {
        "bibtexparser",
        "markdown_it_py",
        "pillow",
        "pydantic",
        "pygraphviz",
        "pylatexenc",
        "pyyaml",
    }
)
_INSTALLED: Final = (".dist-info", ".egg-info")  # ends of names that tell what is installed
_TABLE: Final = "CREATE TABLE IF NOT EXISTS kept (key BLOB PRIMARY KEY, value BLOB, run INTEGER)"


class News(NamedTuple):
    """What was made, by the digests of keys, and the digests of all keys that were asked for."""

    made: dict[bytes, bytes]
    used: set[bytes]


Keep = Callable[[str, Callable[[], bytes]], bytes]
"""Gives what was made before from all that its first argument names, else makes it."""


class Memory(Protocol):
    """Keeps what is made; a process that was split off hands its news on, to be learned here."""

    def __call__(self, key: str, make: Callable[[], bytes], /) -> bytes: ...

    def found(self, key: str, /) -> bytes | None: ...

    def put(self, key: str, value: bytes, /) -> None: ...

    def news(self) -> News: ...

    def learn(self, news: News, /) -> None: ...


class Anew:
    """Keeps nothing."""

    def __call__(self, _: str, make: Callable[[], bytes], /) -> bytes:
        """What is made."""
        return make()

    def found(self, _: str, /) -> None:
        """Nothing."""

    def put(self, _: str, __: bytes, /) -> None:
        """Nothing."""

    def news(self) -> News:
        """None."""
        return News({}, set())

    def learn(self, _: News, /) -> None:
        """Nothing."""


anew: Final = Anew()


@dataclass(frozen=True)
class Cache:
    """Values by key: those that a file holds, and those made since it was read."""

    file: Path
    made: dict[bytes, bytes] = field(default_factory=dict)
    used: set[bytes] = field(default_factory=set)
    stores: dict[int, sqlite3.Connection] = field(default_factory=dict)  # one for each process

    def __call__(self, key: str, make: Callable[[], bytes], /) -> bytes:
        """The value that is kept under a key, else made. The key names all that it depends on."""
        value = self.found(key)
        if value is None:
            value = make()
            self.put(key, value)
        return value

    def knows(self, key: str) -> bool:
        """Whether there is a value under a key."""
        digest = _digest(key)
        return digest in self.made or self._kept(digest) is not None

    def found(self, key: str, /) -> bytes | None:
        """The value that is kept under a key, if there is one."""
        digest = _digest(key)
        self.used.add(digest)
        return self.made[digest] if digest in self.made else self._kept(digest)

    def put(self, key: str, value: bytes, /) -> None:
        """Keep a value under a key, in the place of another one if there is."""
        self.made[_digest(key)] = value

    def news(self) -> News:
        """What was made here, and asked for."""
        return News(self.made, self.used)

    def learn(self, news: News, /) -> None:
        """Take over what was made and asked for elsewhere."""
        self.made.update(news.made)
        self.used.update(news.used)

    def save(self) -> None:
        """Add what was made, and drop what nobody asked for in many runs that made something."""
        if not self.made:
            return
        with self._store() as store:
            store.execute("BEGIN IMMEDIATE")  # waits for another build that writes
            run = store.execute("SELECT ifnull(max(run), 0) + 1 FROM kept").fetchone()[0]
            new = ((key, value, run) for key, value in self.made.items())
            store.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?)", new)
            used = ((run, key) for key in self.used)
            store.executemany("UPDATE kept SET run = ? WHERE key = ?", used)
            store.execute("DELETE FROM kept WHERE run <= ?", (run - RUNS,))

    def close(self) -> None:
        """Let go of the file."""
        while self.stores:
            self.stores.popitem()[1].close()

    def _kept(self, digest: bytes) -> bytes | None:
        with suppress(sqlite3.Error):
            rows = self._store().execute("SELECT value FROM kept WHERE key = ?", (digest,))
            return next((bytes(value) for (value,) in rows), None)
        return None

    def _store(self) -> sqlite3.Connection:
        """The store as this process opened it: to carry it over a split would damage it."""
        process = os.getpid()
        if process not in self.stores:
            self.stores[process] = _opened(self.file)
        return self.stores[process]


@contextmanager
def opened(root: Path, file: str = FILE) -> Iterator[Cache]:
    """What is kept for a project in a file; what is made meanwhile is added at the end."""
    kept = Cache(root / file)
    try:
        yield kept
        with suppress(sqlite3.Error):
            kept.save()
    finally:
        kept.close()


def _digest(key: str) -> bytes:
    return sha256(f"{engine()}\n{key}".encode(errors="surrogatepass")).digest()


def _opened(file: Path) -> sqlite3.Connection:
    """The file as a store, emptied where it is damaged; one in memory where it cannot be used."""
    if _is_committed(file.parent):
        return _connected(":memory:")
    with suppress(OSError, sqlite3.Error):
        _make_folder(file.parent)
        if not _sound(file):
            file.unlink(missing_ok=True)
        return _connected(file)
    return _connected(":memory:")


def _make_folder(folder: Path) -> None:
    """Make a folder that is never committed."""
    if not folder.exists():
        folder.mkdir()
        (folder / ".gitignore").write_text("*\n", encoding="utf-8")


def _is_committed(folder: Path) -> bool:
    """Whether anything in a folder is in git."""
    command = ("git", "-C", str(folder.resolve()), "ls-files")
    with suppress(OSError):  # without git nothing is committed
        return bool(subprocess.run(command, capture_output=True, check=False).stdout)  # noqa: S603
    return False


def _sound(file: Path) -> bool:
    try:
        _connected(file).close()
    except sqlite3.OperationalError:  # in use, or not to be opened
        return True
    except sqlite3.DatabaseError:
        return False
    return True


def _connected(file: Path | str) -> sqlite3.Connection:
    store = sqlite3.connect(file, timeout=PATIENCE, check_same_thread=False)
    try:
        store.execute(_TABLE)
    except sqlite3.Error:
        store.close()
        raise
    return store


@cache
def engine() -> str:
    """A fingerprint of the code and of the libraries whose output is kept."""
    digest = sha256(f"{sys.version} {sorted(libraries())}".encode())
    for content in _contents(files("claimbook")):
        digest.update(content)
    return digest.hexdigest()


def libraries() -> Iterator[str]:
    """What folders call `LIBRARIES`, version included; to ask for that in another way is slow."""
    for folder in sys.path:
        with suppress(OSError):  # no folder, or not to be looked into
            names = (file.name for file in Path(folder).iterdir())
            yield from (n for n in names if n.endswith(_INSTALLED) and _library(n) in LIBRARIES)


def _library(name: str) -> str:
    return name.partition("-")[0].lower()


def _contents(folder: Traversable) -> Iterator[bytes]:
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        if file.is_dir() and file.name != "__pycache__":
            yield from _contents(file)
        elif file.is_file():
            yield file.read_bytes()

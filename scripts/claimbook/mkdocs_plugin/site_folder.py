"""The folder of a site, in which no more is written than what changed.

MkDocs empties it and writes every file again; to write thousands takes a disk longer than to make
them. What was written is kept as a fingerprint, with how the file stood then: one that somebody
touched since is written.
"""

import json
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path
from typing import Final, TypeAlias

from mkdocs import utils
from mkdocs.structure.files import File

from claimbook.cache import Memory

MADE_FOR: Final = "1.6."
"""The version of MkDocs whose way to write is taken; with others the folder is emptied."""

Stand: TypeAlias = tuple[int, ...]
"""How a file stands: its size, when it was written, when it was changed, its number."""

Written: TypeAlias = dict[str, tuple[str, Stand]]
"""The fingerprint of each file by its path in the folder, and how it stood when written."""


class MadeFile(File):
    """A file whose content is there already, which is written as pages are."""

    def copy_file(self, dirty: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002 -- as inherited
        """Write the content."""
        utils.write_file(self.content_bytes, self.abs_dest_path)


class SiteFolder:
    """A folder as the last build left it, and what this one writes there."""

    def __init__(self, folder: Path, standing: dict[str, Stand], keep: Memory) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder, self._start = folder, f"{folder}{os.sep}"
        self._standing, self._is_new = standing, not standing
        self._keep, self._before = keep, _read(keep.found(_key(folder)))
        self._now: Written = {}

    def write(self, write: Callable[[bytes, str], None], content: bytes, path: str) -> None:
        """Write a file, unless it stands there as it was once written with this content."""
        name = path.removeprefix(self._start)
        print_ = blake2b(content, digest_size=32).hexdigest()
        standing = self._standing.get(name)
        if standing is None or self._before.get(name) != (print_, standing):
            self._standing.pop(name, None)
            self._make_way(Path(path))
            write(content, path)
            standing = _stand(Path(path).stat())
        self._now[name] = print_, standing

    def empty(self, empty: Callable[[str], None], folder: str) -> None:
        """Empty a folder; this one but for what earlier builds wrote and nobody touched since."""
        if Path(folder) != self._folder:
            empty(folder)
            return
        for name, standing in [*self._standing.items()]:
            if self._before.get(name, ("", ()))[1] != standing:
                self._drop(Path(self._start, name), self._standing.pop(name))

    def end(self) -> None:
        """Drop what was left from earlier builds, and keep what was written."""
        for name in self._standing.keys() - self._now.keys():
            self._drop(Path(self._start, name), self._standing[name])
        if self._now != self._before:
            self._keep.put(_key(self._folder), json.dumps(self._now).encode())

    def _drop(self, file: Path, standing: Stand) -> None:
        """Delete a file that nobody wrote since, and the folders that are empty without it."""
        with suppress(OSError):
            if _stand(file.lstat()) == standing:
                file.unlink()
                for folder in file.parents[: len(file.parents) - len(self._folder.parents) - 1]:
                    folder.rmdir()

    def _make_way(self, file: Path) -> None:
        """Delete a folder that stands where a file is to be, or a file where its folder is."""
        if self._is_new:
            return
        if file.is_dir():
            shutil.rmtree(file)
        for folder in file.parents[: len(file.parents) - len(self._folder.parents) - 1]:
            if folder.is_file():
                folder.unlink()


@contextmanager
def only_changes(folder: Path, keep: Memory) -> Iterator[SiteFolder | None]:
    """Let MkDocs write into a folder what differs; nothing where it has to be emptied."""
    standing = _standing(folder) if version("mkdocs").startswith(MADE_FOR) else None
    if standing is None or os.name == "nt":  # where the system does not tell when a file changed
        yield None
        return
    site = SiteFolder(folder, standing, keep)
    empty, write = utils.clean_directory, utils.write_file
    utils.clean_directory = partial(site.empty, empty)
    utils.write_file = partial(site.write, write)
    try:
        yield site
    finally:
        utils.clean_directory, utils.write_file = empty, write


def _key(folder: Path) -> str:
    facts = folder.stat()  # a folder that is renamed stays the same one
    return f"files of the folder {facts.st_dev} {facts.st_ino}"


def _standing(folder: Path) -> dict[str, Stand] | None:
    """How each file in a folder stands, but for what is hidden; none where there are links."""
    found: dict[str, Stand] = {}
    entries = [entry for entry in _entries(folder) if not entry.name.startswith(".")]
    while entries:
        entry = entries.pop()
        if entry.is_symlink():
            return None
        if entry.is_dir():
            entries += _entries(entry.path)
        else:
            found[entry.path.removeprefix(f"{folder}{os.sep}")] = _stand(entry.stat())
    return found


def _entries(folder: Path | str) -> list[os.DirEntry[str]]:
    with suppress(FileNotFoundError), os.scandir(folder) as entries:
        return list(entries)
    return []


def _stand(facts: os.stat_result) -> Stand:
    return facts.st_size, facts.st_mtime_ns, facts.st_ctime_ns, facts.st_ino


def _read(content: bytes | None) -> Written:
    """What was kept of a folder; nothing where that is damaged."""
    try:
        found = json.loads(content or b"{}")
        return {name: (print_, tuple(stand)) for name, (print_, stand) in found.items()}
    except (AttributeError, TypeError, ValueError):
        return {}

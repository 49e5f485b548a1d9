"""The files of a project as they were, read out of its git history without touching any file."""

import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from claimbook.read.decoding import LARGEST

FOLDERS: Final = ("claims", "docs", "references.bib")

_PLAIN: Final = ("100644", "100755")  # modes of plain files; links and modules are not followed


class RevisionError(Exception):
    """Git is missing, the folder is no repository, or the revision is not known."""


def collect_at(root: Path, revision: str, folders: Iterable[str] = FOLDERS) -> dict[str, bytes]:
    """What `collect` would have read of some folders at a revision; raises `RevisionError`."""
    commit = _commit(root, revision)
    listing = git(root, "ls-tree", "-r", "-z", commit, "--", *folders).decode()
    wanted = sorted(filter(_is_read, _plain_files(listing.split("\0"))))
    return dict(_contents(root, commit, wanted))


def fork_point(root: Path, base: str, head: str) -> str:
    """The commit from which two revisions parted; raises `RevisionError`."""
    return git(root, "merge-base", _commit(root, base), _commit(root, head)).decode().strip()


def _commit(root: Path, revision: str) -> str:
    try:
        name = f"{revision}^{{commit}}"
        found = git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", name)
    except RevisionError as error:
        if str(error):
            raise
        raise RevisionError(f"git knows no revision `{revision}` here") from None
    return found.decode().strip()


def _plain_files(lines: Iterable[str]) -> Iterator[str]:
    for line in filter(None, lines):
        mode, _, name = line.partition("\t")
        if mode.startswith(_PLAIN):
            yield name


def _is_read(name: str) -> bool:
    if "\n" in name:
        return False
    folder, _, rest = name.partition("/")
    if folder == "claims":
        return "/" not in rest and rest.endswith((".yml", ".yaml"))
    return name == "references.bib" or name.endswith(".md")


def _contents(root: Path, commit: str, names: list[str]) -> Iterator[tuple[str, bytes]]:
    wanted = "".join(f"{commit}:./{name}\n" for name in names)
    out = git(root, "cat-file", "--batch", stdin=wanted.encode())
    for name in names:
        head, _, out = out.partition(b"\n")
        size = int(head.split()[-1])
        yield name, out[: min(size, LARGEST + 1)]
        out = out[size + 1 :]


def git(root: Path, *arguments: str, stdin: bytes = b"") -> bytes:
    """What git prints for a repository; raises `RevisionError` where it is missing or refuses."""
    command = ("git", "-C", str(root), *arguments)
    try:
        done = subprocess.run(command, input=stdin, capture_output=True, check=True)  # noqa: S603
    except FileNotFoundError:
        raise RevisionError("git is not installed here") from None
    except subprocess.CalledProcessError as error:
        raise RevisionError(error.stderr.decode(errors="replace").strip()) from None
    return done.stdout

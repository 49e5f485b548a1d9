"""Whether a site already is what its files would give. Standard library only."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
from contextlib import suppress
from datetime import date
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

NOTE = ".cache/built"
FOLDERS = ("claims", "docs", "scripts", ".ci")


def inputs(root: Path, environment: str) -> str:
    """A fingerprint of all that a site depends on."""
    today = date.today()  # noqa: DTZ011 -- whatever day it is here
    digest = hashlib.sha256(f"{environment}\n{today}\n{_commit(root)}".encode())
    for file in _files(root):
        digest.update(f"\n{file.relative_to(root)}\n".encode(errors="surrogateescape"))
        digest.update(file.read_bytes())
    for name in _settings(root):
        digest.update(f"\n{name}={os.environ.get(name)}".encode(errors="surrogateescape"))
    return digest.hexdigest()


def noted(root: Path, made_from: str) -> bool:
    """Whether the site is noted down as made from these inputs, and nobody has changed it."""
    with suppress(OSError):
        return (root / NOTE).read_text() == f"{made_from} {_outputs(root)}"
    return False


def note(root: Path, made_from: str) -> None:
    """Note down what the site was made from: the inputs as they were when the build began."""
    with suppress(OSError):
        (root / NOTE).write_text(f"{made_from} {_outputs(root)}")


def asked(root: Path, *question: str) -> str:
    """What git says of a folder; empty where it says nothing."""
    command = ("git", "-C", str(root), *question)
    with suppress(OSError):
        return subprocess.run(command, capture_output=True, text=True, check=False).stdout
    return ""


def _outputs(root: Path) -> str:
    """A fingerprint of the site."""
    digest = hashlib.sha256()
    for file in _all_in(root / "site"):
        facts = file.stat()
        line = f"\n{file.relative_to(root)} {facts.st_size} {facts.st_mtime_ns}"
        digest.update(line.encode(errors="surrogateescape"))
    return digest.hexdigest()


def _files(root: Path) -> Iterator[Path]:
    """The files that a site is made from; the project's own ones stand at the top."""
    top = (path for path in sorted(root.iterdir()) if path.is_file())
    return chain(top, *(_all_in(root / folder) for folder in FOLDERS))


def _all_in(folder: Path) -> Iterator[Path]:
    for path, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        yield from (Path(path, name) for name in sorted(names))


def _settings(root: Path) -> list[str]:
    """The names of the variables that mkdocs.yml may ask for."""
    with suppress(OSError):
        return sorted(set(re.findall(r"\b[A-Z][A-Z0-9_]+\b", (root / "mkdocs.yml").read_text())))
    return []


def _commit(root: Path) -> str:
    """The commit that is checked out, since the site tells the history; empty without one."""
    return asked(root, "rev-parse", "HEAD")

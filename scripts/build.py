"""Set up the environment, check the claims and build the site: `python3 scripts/build.py`.

Standard library only. A build goes to another folder and takes the place of site/ when all went
well, so a failed or interrupted build leaves the last good site where it was.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

try:
    import fcntl
except ImportError:  # Windows, where two builds at once are not told apart
    fcntl = None  # type: ignore[assignment]

from freshness import asked, inputs, note, noted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ROOT = Path(__file__).resolve().parents[1]
OLDEST_PYTHON = (3, 11)
STAMP = "claimbook-stamp"
EDITOR_SCHEMA = ".vscode/claims.schema.json"


class StoppedError(Exception):
    """Why nothing more can be done, in a sentence for the person at the keyboard."""


def main(arguments: Sequence[str] | None = None, root: Path = ROOT) -> int:
    """Build the site, or serve it; give the exit code."""
    options = _options(arguments)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        if options.serve:
            serve(root, options.address)
        else:
            build(root)
    except StoppedError as reason:
        print(reason, file=sys.stderr)
        return 1
    except PermissionError as error:
        owner = "does it belong to another user?"
        print(f"No permission for {error.filename}: {owner}", file=sys.stderr)
        return 1
    except OSError as error:  # a full disk, say
        print(f"{error.filename or root}: {error.strerror or error}.", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Stopped. The last good site, if there is one, stays in place.", file=sys.stderr)
        return 130
    return 0


def build(root: Path) -> None:
    """Check the claims and put a fresh site into site/, where anything has changed."""
    with alone(root):
        recover(root)
        python = environment(root)
        made_from = inputs(root, fingerprint(root))
        if noted(root, made_from):
            print("Nothing has changed since the site was built.")
            begin_schema(root, python)
        else:
            _build(root, python)
            note(root, made_from)
    print(f"The site is in {root / 'site'}: open its index.html, or run this with --serve.")


def _build(root: Path, python: Path) -> None:
    with stage("check"):
        run(root, python, "-m", "claimbook", "check")
        begin_schema(root, python)
    with stage("build"):
        publish(root, python)


def begin_schema(root: Path, python: Path) -> None:
    """Write what editors complete and check by where it is missing; later builds keep it fresh."""
    if not (root / EDITOR_SCHEMA).exists():
        run(root, python, "-m", "claimbook", "schema", "--write")


def serve(root: Path, address: str) -> None:
    """Show the site at `address`, built again whenever a claim, a source or a page changes."""
    python = environment(root)
    print(f"Serving at http://{address} until Ctrl-C.", flush=True)
    run(root, python, "-m", "mkdocs", "serve", "--livereload", "--dev-addr", address)


def environment(root: Path) -> Path:
    """The Python of an environment that holds exactly what the lock names, made where needed."""
    python = root / ".venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    with stage("environment"):
        if not installed(root):
            refuse_unsupported(sys.version_info[:2])
            _install(root, python)
    return python


def refuse_unsupported(version: tuple[int, ...]) -> None:
    """Stop with a sentence where this Python is too old or cannot make environments."""
    if version < OLDEST_PYTHON:
        wanted, found = (".".join(map(str, numbers)) for numbers in (OLDEST_PYTHON, version))
        raise StoppedError(f"Python {wanted} or newer is needed; this is Python {found}.")
    if not all(importlib.util.find_spec(name) for name in ("venv", "ensurepip")):
        raise StoppedError(
            "This Python cannot make virtual environments. "
            "On Debian and Ubuntu: apt install python3-venv"
        )


def installed(root: Path) -> bool:
    """Whether the environment was made in this folder from the lock as it is now."""
    stamp = root / ".venv" / STAMP
    return stamp.is_file() and stamp.read_text() == fingerprint(root)


def fingerprint(root: Path) -> str:
    """What an environment depends on: its folder, the Python, the lock and the project."""
    digest = hashlib.sha256(f"{root}\n{sys.version_info[:2]}\n".encode())
    for name in ("requirements.lock", "pyproject.toml"):
        digest.update((root / name).read_bytes())
    return digest.hexdigest()


def publish(root: Path, python: Path) -> None:
    """Build into a folder beside it, and swap that with site/ once it is whole.

    The folder is that of the site before the last, of which most files can stay as they are.
    """
    cache = root / ".cache"
    cache.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="build-", dir=cache) as folder:
        fresh, last, spare = Path(folder, "site"), Path(folder, "last"), cache / "spare"
        if spare.exists():
            spare.rename(fresh)
        date_by_commit(root)
        run(root, python, "-m", "mkdocs", "build", "--strict", "--site-dir", str(fresh))
        swap(fresh, root / "site", last)
        if last.exists() and not any(last.glob(".*")):  # builds leave hidden files where they are
            last.rename(spare)


def date_by_commit(root: Path) -> None:
    """Let the site bear the day of the commit, not of the build: the same bytes on any day."""
    if day := asked(root, "log", "-1", "--format=%ct").strip():
        os.environ.setdefault("SOURCE_DATE_EPOCH", day)


def swap(fresh: Path, site: Path, last: Path) -> None:
    """Put `fresh` in the place of `site`, which goes to `last`, or back where that fails."""
    if site.exists():
        site.rename(last)
    try:
        fresh.rename(site)
    except BaseException:
        if last.exists():
            last.rename(site)
        raise


def recover(root: Path) -> None:
    """Put right what a killed build left behind, perhaps in the middle of its swap."""
    for folder in sorted((root / ".cache").glob("build-*")):
        if (folder / "last").exists() and not (root / "site").exists():
            (folder / "last").rename(root / "site")
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def alone(root: Path) -> Iterator[None]:
    """Wait for another build of this folder to end; a killed one holds nobody up."""
    (root / ".cache").mkdir(exist_ok=True)
    with (root / ".cache" / "building").open("w") as file:
        if fcntl:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                print("Another build is at work in this folder: waiting for it.", flush=True)
                fcntl.flock(file, fcntl.LOCK_EX)
        yield


def run(root: Path, *command: str | Path) -> None:
    """Run a command in the project's folder; stop where it fails."""
    settings = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}
    code = subprocess.run(command, cwd=root, env=settings, check=False).returncode
    if code:
        raise StoppedError(f"Failed ({' '.join(map(str, command[1:4]))}: exit code {code}).")


@contextmanager
def stage(name: str) -> Iterator[None]:
    """Tell how long a stage took, and whether it failed."""
    start, outcome = time.monotonic(), "failed"
    try:
        yield
        outcome = "done"
    finally:
        report(name, outcome, time.monotonic() - start)


def report(name: str, outcome: str, seconds: float) -> None:
    """Print what came of a stage on a line of its own."""
    print(f"{name:<12}{outcome:<7}{seconds:6.1f} s", flush=True)


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Check the claims and build the site.")
    parser.add_argument("--serve", action="store_true", help="show it and follow every change")
    parser.add_argument("--address", default="127.0.0.1:8000", help="where (default %(default)s)")
    return parser.parse_args(arguments)


def _install(root: Path, python: Path) -> None:
    print("Installing the locked packages, about a minute the first time.", flush=True)
    stamp = root / ".venv" / STAMP
    stamp.unlink(missing_ok=True)
    if not _usable(python):
        run(root, sys.executable, "-m", "venv", "--clear", str(root / ".venv"))
    pip = (python, "-m", "pip", "--disable-pip-version-check", "install", "-qq")
    locked = ("--require-hashes", "--only-binary", ":all:", "-r", "requirements.lock")
    run(root, *pip, *locked)
    run(root, *pip, "--no-deps", "--no-build-isolation", "-e", ".")
    stamp.write_text(fingerprint(root))


def _usable(python: Path) -> bool:
    question = f"import pip, sys; sys.exit(sys.version_info[:2] != {tuple(sys.version_info[:2])})"
    if not python.exists():
        return False
    answer = subprocess.run((python, "-c", question), check=False, stderr=subprocess.DEVNULL)
    return answer.returncode == 0


if __name__ == "__main__":
    sys.exit(main())

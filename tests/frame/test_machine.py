"""Faults of the machine, each really brought about; the last good site stays, and words say why."""

import os
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from functools import partial
from pathlib import Path

import pytest

import build
from tests.frame.conftest import copied

LOST = "-dac_override,-dac_read_search"  # to pass over the permissions of files
Full = tuple[Path, subprocess.Popen[str], str]

GOOD = "the last good site"
ROOM = 600_000  # bytes that are free on a small disk: less than a site takes


def started(root: Path, *, limit: int | None = None) -> subprocess.Popen[str]:
    def narrow() -> None:
        if limit:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    return subprocess.Popen(
        (*as_an_ordinary_user(), sys.executable, root / "scripts" / "build.py"),
        cwd=root,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        start_new_session=True,
        preexec_fn=narrow,  # noqa: PLW1509 - no other thread is at work here
    )


def as_an_ordinary_user() -> tuple[str, ...]:
    """What takes from root the right to pass over the permissions of files."""
    if os.geteuid():
        return ()
    tool = shutil.which("setpriv")
    assert tool, "setpriv, of util-linux, is needed for these tests as root"
    return tool, f"--inh-caps={LOST}", f"--bounding-set={LOST}"


def finished(process: subprocess.Popen[str]) -> str:
    """All that a build said; a traceback is no sentence."""
    said, _ = process.communicate()
    assert "Traceback" not in said, said
    return said


def built(root: Path) -> str:
    process = started(root)
    said = finished(process)
    assert process.returncode == 0, said
    return said


def with_good_site(root: Path) -> Path:
    (root / "site").mkdir(parents=True)
    (root / "site" / "index.html").write_text(GOOD)
    return root


def is_good(root: Path) -> bool:
    files = [path for path in (root / "site").rglob("*") if path.is_file()]
    return [path.read_bytes() for path in files] == [GOOD.encode()]


def reword(root: Path, words: str) -> Path:
    section = next(p for p in sorted((root / "claims").glob("*.yml")) if p.stem != "map")
    text = section.read_text(encoding="utf-8")
    section.write_text(
        re.sub(r"^title: .*$", f"title: {words}", text, count=1, flags=re.MULTILINE), "utf-8"
    )
    return section


def appeared(folder: Path, pattern: str) -> bool:
    return any(folder.glob(pattern))


def wait_until(process: subprocess.Popen[str], there: Callable[[], bool]) -> None:
    while not there():
        assert process.poll() is None, "the build ended before its time"
        time.sleep(0.005)


def test_two_builds_at_once_both_end_well(checkout: Path) -> None:
    one = started(checkout)
    wait_until(one, partial(appeared, checkout / ".cache", "build-*/site/*"))
    other = started(checkout)
    said, heard = finished(one), finished(other)
    assert (one.returncode, other.returncode) == (0, 0), said + heard
    assert "Another build is at work in this folder: waiting for it." in heard
    assert "Nothing has changed" in heard
    assert list((checkout / ".cache").glob("build-*")) == []


def test_a_build_killed_at_any_moment_leaves_the_last_good_site(checkout: Path) -> None:
    with_good_site(checkout)
    cache = checkout / ".cache"
    for moment in ("building", "build-*", "build-*/site/claims/*/index.html"):
        process = started(checkout)
        wait_until(process, partial(appeared, cache, moment))
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        assert process.returncode == -signal.SIGKILL
        assert is_good(checkout), moment
        build.recover(checkout)
        assert is_good(checkout), moment
    built(checkout)
    assert not is_good(checkout)
    assert list(cache.glob("build-*")) == []


def test_a_change_during_a_build_is_seen_even_if_the_clock_is_then_set_back(checkout: Path) -> None:
    process = started(checkout)
    wait_until(process, partial(appeared, checkout / ".cache", "build-*/site/*"))
    section = reword(checkout, "Zugzwang")
    said = finished(process)
    assert process.returncode == 0, said
    assert not tells(checkout, "Zugzwang")
    date_files_ahead(checkout)
    os.utime(section, (0, 0))
    assert "Nothing has changed" not in built(checkout)
    assert tells(checkout, "Zugzwang")


def tells(root: Path, words: str) -> bool:
    """Whether any page of the site has these words."""
    pages = (root / "site").rglob("index.html")
    return any(words in page.read_text(encoding="utf-8") for page in pages)


def date_files_ahead(root: Path) -> None:
    """What a project looks like to a machine whose clock was set back by ten years."""
    ahead = time.time() + 10 * 365 * 24 * 3600
    for path in root.rglob("*"):
        if ".venv" not in path.parts:
            os.utime(path, (ahead, ahead))


@contextmanager
def small_disk(folder: Path, size: int) -> Iterator[Path]:
    """A folder on a disk of its own, which only root can make."""
    folder.mkdir()
    mount("-t", "tmpfs", "-o", f"size={size}", "tmpfs", folder)
    try:
        yield folder
    finally:
        build.run(folder.parent, str(shutil.which("umount")), "--lazy", folder)


def mount(*options: str | Path) -> None:
    build.run(Path(), str(shutil.which("mount")), *options)


def size_of(folder: Path) -> int:
    """Bytes that a folder takes on a disk, its environment left out."""
    return sum(path.lstat().st_size // 4096 + 1 for path in folder.rglob("*")) * 4096


def mountable() -> bool:
    """Whether a small disk can be made here; if not, only the limit on files is tried."""
    with (
        suppress(build.StoppedError),
        tempfile.TemporaryDirectory() as folder,
        small_disk(Path(folder, "disk"), ROOM),
    ):
        return True
    return False


@contextmanager
def full(checkout: Path, folder: Path) -> Iterator[Full]:
    """A build on a disk that becomes full, and what it is told; then there is room."""
    with small_disk(folder / "disk", size_of(checkout) + ROOM) as disk:
        project = copied(checkout, disk / "a kopię")
        yield project, started(project), "No space left on device"
        mount("-o", "remount,size=50m", disk)
        built(project)
        assert not is_good(project)


@contextmanager
def limited(checkout: Path, _: Path) -> Iterator[Full]:
    """A build that may write no large file, and what it is told."""
    yield checkout, started(checkout, limit=30_000), "File too large"


@pytest.mark.parametrize("disk", [limited, full] if mountable() else [limited])
def test_a_disk_that_is_full_leaves_the_last_good_site(
    checkout: Path, tmp_path: Path, disk: Callable[..., AbstractContextManager[Full]]
) -> None:
    with disk(with_good_site(checkout), tmp_path) as (project, process, words):
        said = finished(process)
        assert process.returncode == 1, said
        assert words in said
        assert is_good(project)


def allow(root: Path, mode: int) -> None:
    """Set the permissions of the folders of a project."""
    for path in (root, *root.rglob("*")):
        if path.is_dir() and ".venv" not in path.parts:
            path.chmod(mode)


@pytest.mark.parametrize("open_", [(), (".cache", ".vscode")], ids=["at the start", "at the end"])
def test_a_folder_that_may_not_be_written(checkout: Path, open_: tuple[str, ...]) -> None:
    with_good_site(checkout)
    for name in open_:
        (checkout / name).mkdir(exist_ok=True)
    allow(checkout, 0o555)
    for name in open_:
        (checkout / name).chmod(0o755)
    process = started(checkout)
    said = finished(process)
    allow(checkout, 0o755)
    assert process.returncode == 1, said
    assert f"No permission for {checkout}" in said
    assert is_good(checkout)


def test_a_file_that_may_not_be_read_is_named(checkout: Path) -> None:
    with_good_site(checkout)
    section = reword(checkout, "Zugzwang")
    section.chmod(0)
    process = started(checkout)
    said = finished(process)
    assert process.returncode == 1, said
    assert f"claims/{section.name}" in said
    assert is_good(checkout)

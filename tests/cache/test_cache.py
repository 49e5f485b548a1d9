import sqlite3
import subprocess
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from functools import partial
from importlib.metadata import version
from pathlib import Path

import pytest

from claimbook import cache
from claimbook.model import Argument, Text
from claimbook.pages import Settings
from claimbook.pipeline import Edition, edition


def forbidden() -> bytes:
    raise AssertionError("made although it is kept")


def kept(root: Path, key: str, make: Callable[[], bytes] = forbidden) -> bytes:
    with cache.opened(root) as keep:
        return keep(key, make)


def test_what_was_made_is_kept(tmp_path: Path) -> None:
    assert kept(tmp_path, "key", lambda: b"value") == b"value"
    assert kept(tmp_path, "key") == b"value"
    assert kept(tmp_path, "another key", lambda: b"another") == b"another"


def test_what_is_committed_is_not_believed(tmp_path: Path) -> None:
    git = partial(subprocess.run, cwd=tmp_path, check=True, capture_output=True)
    git(["git", "init"])
    kept(tmp_path, "key", lambda: b"planted")
    assert kept(tmp_path, "key") == b"planted"
    git(["git", "add", "--force", cache.FILE])
    assert kept(tmp_path, "key", lambda: b"made here") == b"made here"


def test_what_is_committed_elsewhere_and_pointed_at_is_not_believed(tmp_path: Path) -> None:
    git = partial(subprocess.run, cwd=tmp_path, check=True, capture_output=True)
    git(["git", "init"])
    kept(tmp_path, "key", lambda: b"planted")
    (tmp_path / ".cache").rename(tmp_path / "docs")
    (tmp_path / ".cache").symlink_to("docs")
    git(["git", "add", "--force", "docs/claimbook.sqlite"])
    assert kept(tmp_path, "key", lambda: b"made here") == b"made here"


def test_nothing_is_made_twice_in_a_run(tmp_path: Path) -> None:
    with cache.opened(tmp_path) as keep:
        keep("key", lambda: b"")
        assert keep("key", forbidden) == b""


def test_other_code_makes_everything_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept(tmp_path, "key", lambda: b"old")
    monkeypatch.setattr(cache, "engine", lambda: "another version")
    assert kept(tmp_path, "key", lambda: b"new") == b"new"


def test_each_library_is_found_with_its_version() -> None:
    found = set(cache.libraries())
    assert {name.partition("-")[0].lower() for name in found} == cache.LIBRARIES
    assert f"pillow-{version('pillow')}.dist-info" in found


@pytest.mark.parametrize("content", [b"not a database" * 100, b""])
def test_a_damaged_file_is_made_anew(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / cache.FILE
    file.parent.mkdir()
    file.write_bytes(content)
    assert kept(tmp_path, "key", lambda: b"value") == b"value"
    assert kept(tmp_path, "key") == b"value"


def test_a_file_damaged_in_the_middle_is_no_fault(tmp_path: Path) -> None:
    kept(tmp_path, "key", lambda: b"value" * 9999)
    file = tmp_path / cache.FILE
    content = bytearray(file.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    file.write_bytes(content)
    assert kept(tmp_path, "key", lambda: b"value") == b"value"


def test_where_nothing_can_be_kept_all_is_made(tmp_path: Path) -> None:
    (tmp_path / ".cache").write_text("a file in the way")
    assert kept(tmp_path, "key", lambda: b"value") == b"value"
    assert kept(tmp_path, "key", lambda: b"again") == b"again"


def test_a_file_in_use_is_no_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept(tmp_path, "key", lambda: b"value")
    monkeypatch.setattr(cache, "PATIENCE", 0.01)
    with sqlite3.connect(tmp_path / cache.FILE) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert kept(tmp_path, "key", lambda: b"made anew") == b"made anew"
    other.close()
    assert kept(tmp_path, "key") == b"value"


def test_what_nobody_asks_for_is_dropped(tmp_path: Path) -> None:
    kept(tmp_path, "asked for once", lambda: b"value")
    for number in range(cache.RUNS):
        with cache.opened(tmp_path) as keep:
            keep("asked for always", lambda: b"value")
            keep(f"new {number}", lambda: b"value")
    assert kept(tmp_path, "asked for always") == b"value"
    assert kept(tmp_path, "asked for once", lambda: b"made anew") == b"made anew"


def test_a_run_that_makes_nothing_writes_nothing(tmp_path: Path) -> None:
    kept(tmp_path, "key", lambda: b"value")
    content = (tmp_path / cache.FILE).read_bytes()
    for _ in range(cache.RUNS + 1):
        kept(tmp_path, "key")
    assert (tmp_path / cache.FILE).read_bytes() == content


FEW = cache.RUNS // 2 - 1  # of each of two builds, so that nothing is dropped meanwhile


def keep_many(root: Path, name: str) -> None:
    for number in range(FEW):
        kept(root, f"{name} {number}", lambda: b"value")


def test_several_builds_keep_at_once(tmp_path: Path) -> None:
    with ProcessPoolExecutor(2) as pool:
        list(pool.map(keep_many, (tmp_path, tmp_path), ("one", "other")))
    assert kept(tmp_path, f"one {FEW - 1}") == kept(tmp_path, f"other {FEW - 1}") == b"value"


def reworded(argument: Argument, id_: str) -> Argument:
    def changed(claim_id: str, text: Text) -> Text:
        return Text(f"{text} And more.", text.place) if claim_id == id_ else text

    sections = tuple(
        replace(
            section,
            claims=tuple(replace(c, statement=changed(c.id, c.statement)) for c in section.claims),
        )
        for section in argument.sections
    )
    return replace(argument, sections=sections)


def test_a_warm_edition_is_the_same_as_a_cold_one(twin: Argument, tmp_path: Path) -> None:
    first = edition_of(twin, tmp_path)
    other = reworded(twin, next(iter(twin.claims)))
    assert edition_of(twin, tmp_path) == first == edition(twin, Settings())
    assert edition_of(other, tmp_path) == edition(other, Settings()) != first


def edition_of(argument: Argument, root: Path) -> Edition:
    with cache.opened(root) as keep:
        return edition(argument, Settings(), keep=keep)

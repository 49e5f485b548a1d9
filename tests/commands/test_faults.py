"""Faults of the machine end in a sentence, and what was there stays whole."""

import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.conftest import TWIN

SMALL = 4096  # bytes: less than any page, as on a disk that is full
STRANGE = "ein Ort, größer – と 'quoted'"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return shutil.copytree(TWIN, tmp_path / STRANGE)


def claimbook(
    *words: str | Path, full: bool = False, settings: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    def fill() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (SMALL, SMALL))

    return subprocess.run(
        (sys.executable, "-m", "claimbook", *map(str, words)),
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, **(settings or {})},
        preexec_fn=fill if full else None,
        check=False,
    )


def test_a_full_disk_is_told_in_a_sentence(project: Path, tmp_path: Path) -> None:
    done = claimbook("write", tmp_path / "pages", project, full=True)
    assert done.returncode == 1
    assert "File too large" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_full_disk_leaves_the_claims_as_they_were(project: Path) -> None:
    file = project / "claims" / "time.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("\n  ", "\n\n  ", 1) + "# " + "long " * SMALL + "\n", "utf-8")
    before = file.read_bytes()
    done = claimbook("fmt", "-C", project, "--yes", full=True)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert file.read_bytes() == before


def test_what_stands_in_the_way_is_named(project: Path, tmp_path: Path) -> None:
    (tmp_path / "pages").write_text("no folder")
    done = claimbook("write", tmp_path / "pages" / "x", project)
    assert done.returncode != 0
    assert str(tmp_path / "pages") in done.stderr.replace("\n", "")
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "settings",
    [
        {"LC_ALL": "C", "PYTHONUTF8": "0"},
        {"LC_ALL": "tr_TR.UTF-8"},
        {"TZ": "Pacific/Kiritimati"},
        {"PYTHONHASHSEED": "7"},
    ],
    ids=lambda settings: next(iter(settings)) + "-" + next(iter(settings.values())),
)
def test_locale_zone_and_hashes_change_no_byte(
    project: Path, tmp_path: Path, settings: Mapping[str, str]
) -> None:
    for name, given in (("plain", {"PYTHONHASHSEED": "0"}), ("other", settings)):
        done = claimbook("write", tmp_path / name, project, settings=given)
        assert done.returncode == 0, done.stderr
    plain, other = (contents(tmp_path / name) for name in ("plain", "other"))
    assert plain == other
    assert len(plain) > 40


def contents(folder: Path) -> Mapping[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}

"""The commits of a project, in a repository made for the test."""

import shutil
import subprocess
from pathlib import Path

import pytest

from claimbook.read.history import commits, thinned
from claimbook.read.revisions import RevisionError

GIT = shutil.which("git") or "git"


def commit(root: Path, file: str, time: str) -> None:
    (root / file).parent.mkdir(parents=True, exist_ok=True)
    (root / file).write_text(time)
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    dates = {"GIT_AUTHOR_DATE": time, "GIT_COMMITTER_DATE": time}
    subprocess.run([GIT, "add", "."], cwd=root, check=True)
    subprocess.run([GIT, *who, "commit", "-qm", file], cwd=root, check=True, env=dates)


def test_commits_that_touch_the_argument_oldest_first(tmp_path: Path) -> None:
    subprocess.run([GIT, "init", "-q"], cwd=tmp_path, check=True)
    commit(tmp_path, "claims/map.yml", "2026-11-20T10:00:00+0200")
    commit(tmp_path, "README.md", "2026-11-21T10:00:00+0000")
    commit(tmp_path, "references.bib", "2026-11-22T10:00:00+0000")
    assert [found.time for found in commits(tmp_path)] == [
        "2026-11-20T08:00:00Z",
        "2026-11-22T10:00:00Z",
    ]


def test_a_folder_without_git_has_no_history(tmp_path: Path) -> None:
    with pytest.raises(RevisionError):
        commits(tmp_path)


def test_a_long_history_is_thinned_evenly() -> None:
    assert thinned(range(3), 4) == (0, 1, 2)
    assert thinned(range(11), 4) == (0, 3, 7, 10)

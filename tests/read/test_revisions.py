"""States out of a real git history."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from claimbook.read import collect
from claimbook.read.revisions import RevisionError, collect_at, fork_point
from tests.conftest import TWIN


def git(folder: Path, *arguments: str) -> str:
    who = {
        f"GIT_{role}_{part}": "a@b"
        for role in ("AUTHOR", "COMMITTER")
        for part in ("NAME", "EMAIL")
    }
    command = ["git", "-C", str(folder), *arguments]
    done = subprocess.run(
        command, check=True, capture_output=True, text=True, env={**os.environ, **who}
    )
    return done.stdout.strip()


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Two commits of the twin in a folder of a repository; the second adds a file and a link."""
    project = tmp_path / "re po" / "map"
    shutil.copytree(TWIN, project)
    git(project.parent.parent, "init", "-q", "-b", "main", "re po")
    git(project, "add", ".")
    git(project, "commit", "-qm", "one")
    (project / "claims" / "more.yml").write_text("title: More — “ö”\n")
    (project / "claims" / "link.yml").symlink_to("more.yml")
    (project / "claims" / "deeper").mkdir()
    (project / "claims" / "deeper" / "not.yml").write_text("no\n")
    git(project, "add", ".")
    git(project, "commit", "-qm", "two")
    return project


def test_what_was_there_is_what_would_have_been_read(repository: Path) -> None:
    assert collect_at(repository, "HEAD~1") == collect(TWIN)


def test_added_files_are_in_and_links_and_deeper_folders_are_not(repository: Path) -> None:
    added = set(collect_at(repository, "HEAD")) - set(collect(TWIN))
    assert added == {"claims/more.yml"}


def test_what_is_not_committed_is_not_there(repository: Path) -> None:
    (repository / "claims" / "more.yml").write_text("title: Other\n")
    assert collect_at(repository, "main")["claims/more.yml"] == "title: More — “ö”\n".encode()


def test_where_two_branches_parted(repository: Path) -> None:
    parted = git(repository, "rev-parse", "HEAD")
    git(repository, "checkout", "-qb", "topic")
    git(repository, "commit", "-qm", "three", "--allow-empty")
    assert fork_point(repository, "main", "topic") == parted


@pytest.mark.parametrize("revision", ["nothing", "--help", "HEAD:claims/map.yml", ""])
def test_an_unknown_revision(repository: Path, revision: str) -> None:
    with pytest.raises(RevisionError, match="git knows no revision"):
        collect_at(repository, revision)


def test_no_repository(tmp_path: Path) -> None:
    with pytest.raises(RevisionError, match="repository"):
        collect_at(tmp_path, "HEAD")

"""A repository in which the tiny twin of a project came about, commit by commit."""

import shutil
import subprocess
from pathlib import Path

from tests.conftest import TWIN

GIT = shutil.which("git") or "git"
WHO = ("-c", "user.name=A", "-c", "user.email=a@example.org")


def git(root: Path, *arguments: str, day: int = 1) -> str:
    date = f"2026-03-{day:02}T10:00:00+0200"
    dates = {"GIT_AUTHOR_DATE": date, "GIT_COMMITTER_DATE": date, "HOME": str(root)}
    command = (GIT, *WHO, *arguments)
    done = subprocess.run(command, cwd=root, check=True, env=dates, capture_output=True, text=True)
    return done.stdout.strip()


def commit(root: Path, subject: str, day: int) -> None:
    git(root, "add", "claims", "docs", "references.bib", "mkdocs.yml")
    git(root, "commit", "-qm", subject, day=day)


def edit(root: Path, file: str, old: str, new: str) -> None:
    text = (root / file).read_text(encoding="utf-8")
    assert old in text
    (root / file).write_text(text.replace(old, new), encoding="utf-8")


def repository(root: Path) -> Path:
    """Seven: no state, the first, a rename, words and an attack, a page, nothing, a source."""
    shutil.copytree(TWIN, root, ignore=shutil.ignore_patterns(".cache"))
    git(root, "init", "-q", "-b", "main")
    costs, time = "claims/cost.yml", "claims/time.yml"
    whole = (root / costs).read_text(encoding="utf-8")
    (root / costs).write_bytes(b"title: \xff\xfe\n")
    commit(root, "A beginning", 1)
    (root / costs).write_text(whole, encoding="utf-8")
    edit(root, time, "    aliases: [people-look-at-clock]\n", "")
    edit(root, time, "people-look-up", "people-look-at-clock")
    commit(root, "Costs & <b>benefits</b>", 2)
    shutil.copy(TWIN / time, root / time)
    commit(root, "Name what people do", 3)
    edit(root, time, "Phones run flat, and not", "Phones run flat, but not")
    edit(root, time, "    searched:\n", "    but: [repair-is-cheap]\n    searched:\n")
    commit(root, "An answer to the answer", 4)
    (root / "docs" / "method.md").write_text("# Method\n", encoding="utf-8")
    commit(root, "A page by hand", 5)
    (root / time).write_text((root / time).read_text() + "\n\n", encoding="utf-8")
    commit(root, "Empty lines", 6)
    edit(root, "references.bib", "{Counting", "{Recounting")
    commit(root, "Another title", 7)
    return root

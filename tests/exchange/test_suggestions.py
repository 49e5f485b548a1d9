"""Fixes as suggestions: at the lines that a proposal changed, and nowhere else."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from claimbook.exchange.suggestions import Suggestion, review, suggestions
from tests.commands.running import run
from tests.conftest import TWIN

BASE, HEAD = {"a.yml": "one\ntwo\nthree\n"}, {"a.yml": "one\ntwoo\nthreee\nfour\n"}


def found(better: str) -> list[Suggestion]:
    return list(suggestions(BASE, HEAD, {"a.yml": better}))


def test_a_fix_of_what_was_changed() -> None:
    assert found("one\ntwo\nthreee\nfour\n") == [Suggestion("a.yml", 2, 2, ("two",))]


def test_neighbouring_fixes_are_one() -> None:
    assert found("one\ntwo\nthree\nfour\n") == [Suggestion("a.yml", 2, 3, ("two", "three"))]


def test_a_fix_of_what_was_not_changed_is_left_out() -> None:
    assert found("ONE\ntwoo\nthreee\nfour\n") == []


def test_a_line_too_few_hangs_on_the_one_before() -> None:
    assert found("one\ntwoo\nnew\nthreee\nfour\n") == [Suggestion("a.yml", 2, 2, ("twoo", "new"))]


def test_a_line_too_many() -> None:
    assert found("one\nthreee\nfour\n") == [Suggestion("a.yml", 2, 2, ())]


def test_all_of_a_new_file_was_changed() -> None:
    made = list(suggestions({}, {"b.yml": "x \ny\n"}, {"b.yml": "x\ny\n"}))
    assert made == [Suggestion("b.yml", 1, 1, ("x",))]


def test_a_text_cannot_leave_its_suggestion() -> None:
    (comment,) = review([Suggestion("a.yml", 1, 1, ("```", "@everybody", "````"))])["comments"]
    assert comment["body"].endswith("`````suggestion\n```\n@everybody\n````\n`````")
    assert (comment["path"], comment["line"], comment["side"]) == ("a.yml", 1, "RIGHT")
    assert "start_line" not in comment


def test_a_review_is_not_endless() -> None:
    made = review([Suggestion("a.yml", n, n + 1, ("x",)) for n in range(1, 41)])
    assert len(made["comments"]) == 30
    assert made["comments"][0]["start_line"] == 1
    assert "10 more" in made["body"]


@pytest.fixture
def history(tmp_path: Path) -> Path:
    """The twin under git, and a commit that misspells a kind."""
    root = Path(shutil.copytree(TWIN, tmp_path / "twin"))
    git = shutil.which("git")
    assert git

    def commit() -> None:
        who = ("-c", "user.name=A", "-c", "user.email=a@example.org")
        subprocess.run((git, "add", "."), cwd=root, check=True)
        subprocess.run((git, *who, "commit", "-qm", "x"), cwd=root, check=True)

    subprocess.run((git, "init", "-q", "-b", "main"), cwd=root, check=True)
    commit()
    file = root / "claims/time.yml"
    file.write_text(
        file.read_text("utf-8").replace("kind: normative", "kind: normativ", 1), "utf-8"
    )
    commit()
    return root


def test_out_of_git(history: Path) -> None:
    status, said = run("suggest", "HEAD~1...HEAD", "-C", str(history))
    assert status == 0, said
    (comment,) = json.loads(said)["comments"]
    assert comment["path"] == "claims/time.yml"
    assert "    kind: normative\n" in comment["body"]


def test_a_state_that_is_not_there(history: Path) -> None:
    assert run("suggest", "v0...HEAD", "-C", str(history))[0] == 1

"""From a folder to an argument and its problems, with what is kept beside the claims."""

import gc
import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from claimbook import judging
from claimbook.judging import judged, problems
from claimbook.links.results import FILE as LINKS
from claimbook.links.results import Result
from claimbook.links.states import State
from claimbook.links.store import Store
from claimbook.problems import ProblemsError
from claimbook.read import Loaded, collect, load
from claimbook.read.retractions import FILE as RETRACTIONS
from claimbook.rules import Outside
from tests.rules.test_cases import CASES

CASE = CASES / "retracted-work" / "breaks"
TODAY = date(2026, 11, 23)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / ".ci").mkdir()
    return shutil.copytree(CASES / "base", tmp_path, dirs_exist_ok=True)


def rules(root: Path, today: date | None = None) -> list[str]:
    return [problem.rule for problem in problems(root, today)[1]]


def reword(root: Path, old: str, new: str) -> None:
    file = root / "claims" / "stone.yml"
    text = file.read_text()
    assert old in text
    file.write_text(text.replace(old, new, 1))


def test_nothing_is_wrong_with_the_base(project: Path) -> None:
    argument, found = problems(project, TODAY)
    assert found == ()
    assert argument == judging.argument(project)


def test_a_notice_that_a_project_keeps_is_held_against_its_sources(project: Path) -> None:
    shutil.copy(CASE / "references.bib", project)
    assert rules(project) == []
    notices = (CASE / "retractions.csv").read_bytes().replace(b"Ben Okafor", b"Ren\xe9 Okafor")
    (project / RETRACTIONS).write_bytes(notices)  # not all of it UTF-8
    assert rules(project) == ["retracted-work"]


@pytest.mark.parametrize(
    ("file", "rule"), [(RETRACTIONS, "damaged-retractions"), (LINKS, "damaged-links")]
)
def test_a_damaged_file_beside_the_claims_is_one_problem_among_others(
    project: Path, file: str, rule: str
) -> None:
    (project / file).write_text("damaged")
    assert rules(project, TODAY) == [rule]
    reword(project, "kind: causal", "kind: cusal")
    assert rules(project) == [rule, "unknown-value"]


@pytest.mark.parametrize(("day", "old"), [("2026-09-24", []), ("2026-09-23", ["links-too-old"])])
def test_addresses_seen_sixty_days_ago_are_relied_on(
    project: Path, day: str, old: list[str]
) -> None:
    store = Store(project)
    store.record(Result("https://example.org/", State.OK, day, day))
    store.save()
    assert rules(project, TODAY) == old
    assert rules(project) == []


def test_only_an_error_keeps_an_argument_back(project: Path) -> None:
    shutil.copytree(CASES / "absolute-word" / "breaks", project, dirs_exist_ok=True)
    assert set(rules(project)) == {"absolute-word"}
    assert judging.argument(project).claims
    reword(project, "kind: causal", "kind: cusal")
    with pytest.raises(ProblemsError, match="unknown-value") as raised:
        judging.argument(project)
    assert "absolute-word" in str(raised.value)


def test_what_had_to_be_left_out_is_told(project: Path) -> None:
    assert judged(collect(project), Outside()).intact
    reword(project, "paragraph: 2", "paragraph: twice")
    assert not judged(collect(project), Outside()).intact


@pytest.mark.parametrize("collects", [True, False])
def test_garbage_is_collected_afterwards_as_before(
    project: Path, monkeypatch: pytest.MonkeyPatch, *, collects: bool
) -> None:
    seen: list[bool] = []

    def reading(files: Mapping[str, bytes], keep: None) -> Loaded:
        seen.append(gc.isenabled())
        return load(files, keep)

    monkeypatch.setattr(judging, "load", reading)
    (gc.enable if collects else gc.disable)()
    try:
        judged(collect(project), Outside())
        assert (seen, gc.isenabled()) == ([False], collects)
    finally:
        gc.enable()

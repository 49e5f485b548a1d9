"""Every law against projects that break it and projects that nearly do: tests/cases/README.md."""

import os
from datetime import date
from pathlib import Path

import pytest

from claimbook.problems import Problem
from claimbook.read import collect, load, retractions
from claimbook.read.laws import LAWS
from claimbook.rules import RULES, Outside, check, name_of

CASES = Path(__file__).parents[1] / "cases"
BASE = collect(CASES / "base")
FOLDERS = sorted(path for path in CASES.glob("*/*") if path.parent.name != "base")
TODAY = date(2026, 11, 23)
BLESS = "CLAIMBOOK_BLESS" in os.environ

# A file of more than 1 MiB and one that cannot be opened are made in tests/read/test_files.py, a
# damaged list in tests/read/test_retractions.py.
MADE_ELSEWHERE = {"damaged-retractions", "too-large", "unreadable-file"}


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_case(folder: Path) -> None:
    lines = problems(folder)
    if BLESS and lines:
        (folder / "expected.txt").write_text("".join(f"{line}\n" for line in lines))
    assert lines == expected(folder)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_case_is_of_its_kind(folder: Path) -> None:
    broken = [line for line in expected(folder) if f": {folder.parent.name}: " in line]
    assert bool(broken) == folder.name.startswith("breaks")
    assert folder.name.startswith("breaks") or not expected(folder)


def test_every_law_has_its_cases() -> None:
    laws = {*LAWS, *map(name_of, RULES)} - MADE_ELSEWHERE
    assert {path.parent.name for path in FOLDERS if path.name == "breaks"} == laws
    assert {path.parent.name for path in FOLDERS if path.name == "near-miss"} == laws


def test_every_law_is_a_sentence_that_says_what_holds() -> None:
    for sentence in (*LAWS.values(), *(rule.__doc__ or "" for rule in RULES)):
        assert sentence.startswith("Every ")
        assert sentence.endswith(".")


def problems(folder: Path) -> list[str]:
    """What the check prints for the base project with the files of a case over it."""
    return [str(problem) for problem in found(folder)]


def found(folder: Path) -> list[Problem]:
    """What is wrong with the base project with the files of a case over it."""
    files = {**BASE, **collect(folder)}
    for name in lines_of(folder / "absent.txt"):
        del files[name]
    loaded = load(files)
    notices = retractions.notices(text) if (text := text_of(folder / "retractions.csv")) else {}
    outside = Outside(TODAY, notices)
    broken = check(loaded.argument, whole=loaded.whole, intact=loaded.intact, outside=outside)
    return sorted({*loaded.problems, *broken})


def expected(folder: Path) -> list[str]:
    return lines_of(folder / "expected.txt")


def lines_of(file: Path) -> list[str]:
    return text_of(file).splitlines()


def text_of(file: Path) -> str:
    return file.read_text() if file.exists() else ""

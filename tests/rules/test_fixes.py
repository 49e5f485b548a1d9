"""What each problem of the cases would change if it were asked to: tests/cases/fixes.txt."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from claimbook.problems import Change
from claimbook.read import collect
from tests.rules.test_cases import BASE, BLESS, CASES, FOLDERS, found

FIXES = CASES / "fixes.txt"


def fixes(folder: Path) -> Iterator[Change]:
    for problem in found(folder):
        yield from problem.fix


def test_each_fix_is_as_it_was_looked_at() -> None:
    lines = [
        f"{folder.parent.name}/{folder.name} {change.place}: {change.old!r} -> {change.new!r}\n"
        for folder in FOLDERS
        for change in fixes(folder)
    ]
    if BLESS:
        FIXES.write_text("".join(lines))
    assert lines == FIXES.read_text().splitlines(keepends=True)
    assert len(lines) > 20


def test_what_a_fix_replaces_stands_at_its_place() -> None:
    for folder in FOLDERS:
        files = {**BASE, **collect(folder)}
        for change in fixes(folder):
            assert rest_of_text(files, change).startswith(change.old), (folder, change)


def rest_of_text(files: Mapping[str, bytes], change: Change) -> str:
    lines = files[change.place.file].decode("utf-8-sig").splitlines(keepends=True)
    if change.place.line > len(lines):
        return ""
    first, *others = lines[change.place.line - 1 :]
    return "".join([first[change.place.column - 1 :], *others])

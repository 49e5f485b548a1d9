"""Pages that a change did not touch are taken as they were, and are what they would be anew."""

import random
import re
import shutil
import sqlite3
from pathlib import Path

import pytest

from claimbook import cache
from claimbook.cache import Anew
from claimbook.judging import argument
from claimbook.pages import Book, Page, Settings, again, made_again, makers
from claimbook.pipeline import edition, record
from tests.bench.synthetic import write
from tests.conftest import EDIT, ISSUE, SITE, TWIN

SETTINGS = Settings(EDIT, SITE, issue=ISSUE)


CHANGES: dict[str, tuple[str, str, str]] = {
    "nothing": ("claims/time.yml", r"\A", ""),
    "a statement": ("claims/time.yml", "The village should keep", "The village must keep"),
    "a line before all others": ("claims/time.yml", r"\A", "# A remark.\n"),
    "the title of a section": ("claims/time.yml", "title: ", "title: Really "),
    "the title of the map": ("claims/map.yml", "title: ", "title: Really "),
    "a source": ("references.bib", r"title += {", "title = {Really "),
    "a year": ("references.bib", r"{20", "{19"),
    "how a finding bears": ("claims/time.yml", "bearing: supports", "bearing: opposes"),
    "a claim that is gone": (
        "claims/time.yml",
        r" +but: .*run.*\n|\n  phones-run-flat:\n( {4}.*\n)+",
        "",
    ),
    "a page by hand": ("docs/glossary.md", r"(?m)^: +", ": Really "),
    "an id": ("claims/*.yml", "phones-run-flat", "phones-die"),
}


def changed(project: Path, name: str) -> None:
    pattern, old, new = CHANGES[name]
    for file in project.glob(pattern):
        text = file.read_text(encoding="utf-8")
        file.write_text(re.sub(old, new, text), encoding="utf-8")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return shutil.copytree(TWIN, tmp_path / "twin", ignore=shutil.ignore_patterns(".cache"))


class Counting(Anew):
    """Keeps in memory, and counts what is put there."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}
        self.pages: list[str] = []

    def found(self, key: str, /) -> bytes | None:  # type: ignore[override]
        return self.kept.get(key)

    def put(self, key: str, value: bytes, /) -> None:
        self.kept[key] = value
        if key.startswith("page "):
            self.pages.append(key.split()[1])


def made(project: Path, keep: Counting) -> dict[str, Page]:
    keep.pages.clear()
    book = Book(argument(project), SETTINGS, record(project), keep)
    found = made_again(makers(book), book, keep)
    fresh = {path: make() for path, make in makers(book).items()}
    assert found == fresh
    assert list(found) == list(fresh)
    assert {p: (f.headings, f.ids) for p, f in found.items()} == {
        p: (f.headings, f.ids) for p, f in fresh.items()
    }
    return found


@pytest.mark.parametrize("name", CHANGES)
def test_after_a_change_every_page_is_what_it_would_be_anew(project: Path, name: str) -> None:
    keep = Counting()
    before = made(project, keep)
    assert len(keep.pages) == len(before)
    changed(project, name)
    after = made(project, keep)
    other = {path for path in after if after[path] != before.get(path)}
    assert other <= set(keep.pages), "what is otherwise was made"
    assert bool(other) == (name != "nothing"), "the change is one"
    if name == "nothing":
        assert keep.pages == []


def test_a_change_of_one_claim_touches_few_pages(tmp_path: Path) -> None:
    write(tmp_path / "made", 100)
    keep = Counting()
    every = made(tmp_path / "made", keep)
    file = tmp_path / "made" / "claims" / "s0003.yml"
    file.write_text(file.read_text().replace("claim: ", "claim: Really ", 1))
    made(tmp_path / "made", keep)
    assert "claims/c00075.md" in keep.pages
    assert len([page for page in keep.pages if page in every and page.count("/")]) < 30


def test_after_many_changes_every_page_is_what_it_would_be_anew(tmp_path: Path) -> None:
    project, keep, chance = tmp_path / "made", Counting(), random.Random(5)  # noqa: S311 -- repeatable
    write(project, 30)
    made(project, keep)
    files = [*sorted((project / "claims").glob("s*.yml")), project / "references.bib"]
    for _ in range(6):
        file = chance.choice(files)
        text = file.read_text(encoding="utf-8")
        word = chance.choice([*re.finditer(r"(?<=[a-z] )[a-z]{4,}(?= [a-z])", text)])
        file.write_text(f"{text[: word.start()]}anything{text[word.end() :]}", encoding="utf-8")
        made(project, keep)
        assert keep.pages


def test_an_edition_is_the_same_from_what_was_kept(project: Path) -> None:
    for name in ("nothing", "a statement", "an id"):
        changed(project, name)
        read = argument(project)
        with cache.opened(project) as keep:
            found = edition(read, SETTINGS, record(project), keep)
            dict(found.pictures)
        assert found == edition(read, SETTINGS, record(project))


@pytest.mark.parametrize("content", [b"", b"\x00", b"x\x9c", b"cos\nsystem\n(S'exit 3'\ntR."])
def test_what_is_damaged_is_made_anew(project: Path, content: bytes) -> None:
    book = Book(argument(project), SETTINGS)
    with cache.opened(project) as keep:
        fresh = made_again(makers(book), book, keep)
    with sqlite3.connect(project / cache.FILE) as store:
        assert store.execute("UPDATE kept SET value = ?", (content,)).rowcount
    with cache.opened(project) as keep:
        assert made_again(makers(book), book, keep) == fresh


def test_pages_that_many_make_are_kept(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(again, "FEWEST", 2)
    keep = Counting()
    found = made(project, keep)
    assert sorted(keep.pages) == sorted(found)

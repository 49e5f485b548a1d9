"""What changed in an argument, out of a repository made for the test."""

from collections.abc import Callable
from pathlib import Path

import pytest

from claimbook import cache
from claimbook.exchange.chronicle import Event, History
from claimbook.exchange.difference.report import Item, Sort
from claimbook.history import history
from tests.history.repository import commit, edit, git, repository


def told(root: Path) -> History:
    with cache.opened(root) as keep:
        return history(root, keep)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return repository(tmp_path_factory.mktemp("history") / "map")


@pytest.fixture(scope="module")
def found(root: Path) -> History:
    return told(root)


def by_subject(found: History) -> dict[str, Event]:
    return {event.subject: event for event in found.events}


def words(items: tuple[Item, ...]) -> str:
    marks = {Sort.ADDED: "+{}+", Sort.REMOVED: "-{}-"}
    rows = ("".join(marks.get(s.sort, "{}").format(s.text) for s in i.spans) for i in items)
    return "; ".join(filter(None, (*rows, *(words(i.items) for i in items if i.items))))


def test_commits_that_change_the_argument_the_newest_first(found: History) -> None:
    assert [(e.subject, e.time) for e in found.events] == [
        ("Another title", "2026-03-07T08:00:00Z"),
        ("An answer to the answer", "2026-03-04T08:00:00Z"),
        ("Name what people do", "2026-03-03T08:00:00Z"),
        ("Costs & <b>benefits</b>", "2026-03-02T08:00:00Z"),
    ]


def test_a_state_that_cannot_be_read_is_counted(found: History) -> None:
    assert (found.skipped, found.older, found.missing) == (1, 0, "")


def test_the_first_state_enters_every_claim(found: History) -> None:
    first = found.events[-1]
    assert first.summary.startswith("6 claims added")
    assert words(first.claims["repair-is-cheap"]) == (
        "entered: Repairing the clock costs less than a bench."
    )


def test_a_rename_is_a_rename(found: History) -> None:
    event = by_subject(found)["Name what people do"]
    assert event.renamed["people-look-at-clock"] == "people-look-up"
    assert words(event.claims["people-look-up"]) == (
        "renamed people-look-at-clock to people-look-up"
    )
    assert not any(part.title in {"New claims", "Removed"} for part in event.parts)


def test_words_and_statuses(found: History) -> None:
    event = by_subject(found)["An answer to the answer"]
    told = words(event.claims["phones-run-flat"])
    assert told.startswith("reworded: Phones run flat, -and-+but+ not everybody has one.")
    assert "challenged by ‘Repair is cheap’" in told
    titles = [part.title for part in event.parts]
    assert titles == ["Statuses that change", "Reworded", "Reasons and objections"]
    assert "Everybody carries a phone" in words(event.parts[0].items)


def test_sources_alone(found: History) -> None:
    event = by_subject(found)["Another title"]
    assert [part.title for part in event.parts] == ["Sources"]
    assert not event.claims


def test_what_is_known_is_not_read_again(tmp_path: Path) -> None:
    root = repository(tmp_path / "map")
    first = told(root)
    git(root, "commit", "-q", "--amend", "-m", "Renamed", day=7)
    with cache.opened(root) as keep:
        made: list[str] = []
        again = history(root, lambda key, make: keep(key, lambda: noted(key, make, made)))
    assert again.events[0].subject == "Renamed"
    assert again.events[1:] == first.events[1:]
    assert len(made) == 1


def noted(key: str, make: Callable[[], bytes], made: list[str]) -> bytes:
    made.append(key)
    return make()


@pytest.mark.parametrize("damage", [b"", b"no database" * 500])
def test_what_is_kept_may_be_damaged(tmp_path: Path, damage: bytes) -> None:
    root = repository(tmp_path / "map")
    (root / cache.FILE).parent.mkdir()
    (root / cache.FILE).write_bytes(damage)
    assert len(told(root).events) == 4


def test_an_unwritable_folder_does_no_harm(tmp_path: Path) -> None:
    root = repository(tmp_path / "map")
    (root / ".cache").write_text("a file in the way", encoding="utf-8")
    assert len(told(root).events) == 4


def test_a_clone_tells_the_same(root: Path, found: History, tmp_path: Path) -> None:
    git(tmp_path, "clone", "-q", str(root), "copy")
    assert told(tmp_path / "copy") == found


def test_a_shallow_clone_says_so(root: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{root}", "copy")
    assert "holds only a part of its history" in told(tmp_path / "copy").missing


def test_no_repository_and_no_commit_are_told_apart(tmp_path: Path) -> None:
    assert "knows no history" in told(tmp_path).missing
    git(tmp_path, "init", "-q")
    assert told(tmp_path).missing
    (tmp_path / "README").write_text("x")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "x")
    assert "committed yet" in told(tmp_path).missing


def test_of_a_long_history_the_older_part_is_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = repository(tmp_path / "map")
    monkeypatch.setattr("claimbook.history.MOST", 2)
    found = told(root)
    assert [event.subject for event in found.events] == ["Another title"]
    assert found.older == 4


def test_a_new_commit_is_told(tmp_path: Path) -> None:
    root = repository(tmp_path / "map")
    told(root)
    edit(root, "claims/cost.yml", "Repairing the clock costs", "Mending the clock costs")
    commit(root, "A note", 8)
    assert told(root).events[0].subject == "A note"


def test_two_lines_of_work_are_told_each_by_itself(tmp_path: Path) -> None:
    root = repository(tmp_path / "map")
    git(root, "checkout", "-qb", "aside")
    edit(root, "claims/time.yml", "Phones run flat, but not", "Phones run flat, and not")
    commit(root, "Beside", 8)
    git(root, "checkout", "-q", "main")
    edit(root, "claims/cost.yml", "Repairing the clock costs", "Mending the clock costs")
    commit(root, "Straight on", 9)
    git(root, "merge", "-q", "--no-ff", "-m", "Together", "aside", day=10)
    edit(root, "claims/cost.yml", "Mending the clock costs", "To mend the clock costs")
    commit(root, "After that", 11)
    found = told(root)
    assert [event.subject for event in found.events[:3]] == ["After that", "Straight on", "Beside"]
    assert [list(event.claims) for event in found.events[:3]] == [
        ["repair-is-cheap"],
        ["repair-is-cheap"],
        ["phones-run-flat"],
    ]

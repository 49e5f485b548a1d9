import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Event, Thread

import pytest

from claimbook import cache, shares
from claimbook.cache import anew
from claimbook.model import Argument
from claimbook.pages import Book, Page, makers
from claimbook.shares import FEWEST, made

HERE = os.getpid()


def pids(count: int) -> dict[str, Callable[[], int]]:
    return {f"thing {number}": os.getpid for number in range(count)}


def test_two_processes_share_and_the_order_stays() -> None:
    found = made(pids(5), anew, processes=2)
    assert list(found) == list(pids(5))
    assert list(found.values()).count(HERE) == 3
    assert len(set(found.values())) == 2


def test_the_pages_are_the_same_from_one_process_and_from_two(twin: Argument) -> None:
    asked = makers(Book(twin))
    assert made(asked, anew, processes=2) == made(asked, anew, processes=1)


def test_pages_can_be_handed_over(twin: Argument) -> None:
    asked = {path: partial(_with_place, make) for path, make in makers(Book(twin)).items()}
    assert len({place for place, _ in made(asked, anew, processes=2).values()}) == 2


def _with_place(make: Callable[[], Page]) -> tuple[int, Page]:
    return os.getpid(), make()


def test_few_things_are_made_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shares, "_processors", lambda: 2)
    assert set(made(pids(FEWEST - 1), anew).values()) == {HERE}
    assert len(set(made(pids(FEWEST), anew).values())) == 2


def test_beside_a_thread_all_is_made_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shares, "_processors", lambda: 2)
    done = Event()
    thread = Thread(target=done.wait)
    thread.start()
    found = made(pids(FEWEST), anew)
    done.set()
    thread.join()
    assert set(found.values()) == {HERE}


def test_what_another_process_makes_is_kept(tmp_path: Path) -> None:
    with cache.opened(tmp_path) as keep:
        made({key: partial(keep, key, key.encode) for key in "abcd"}, keep, processes=2)
        assert len(keep.made) == len(keep.used) == 4
    with cache.opened(tmp_path) as keep:
        assert [keep(key, pytest.fail) for key in "abcd"] == [b"a", b"b", b"c", b"d"]


def test_what_is_kept_is_found_by_both(tmp_path: Path) -> None:
    with cache.opened(tmp_path) as keep:
        for key in "abcd":
            keep(key, key.encode)
    with cache.opened(tmp_path) as keep:
        keep("a", pytest.fail)  # the file is open before the process is split
        asked = {key: partial(keep, key, lambda: b"made again") for key in "abcd"}
        assert b"".join(made(asked, keep, processes=2).values()) == b"abcd"


def test_a_fault_is_told_wherever_it_happens() -> None:
    for place in range(2):  # here, and in the other process
        asked: dict[str, Callable[[], object]] = dict(pids(4))
        asked[f"thing {place}"] = partial(int, "no number")
        with pytest.raises(ValueError, match="no number"):
            made(asked, anew, processes=2)


def test_what_a_killed_process_left_is_made_here() -> None:
    def fall() -> int:
        if os.getpid() != HERE:
            os._exit(1)
        return 0

    found = made({**pids(3), "fatal": fall}, anew, processes=2)
    assert found["thing 1"] == HERE
    assert found["fatal"] == 0

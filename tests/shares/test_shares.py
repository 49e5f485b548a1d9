import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from functools import partial
from multiprocessing import get_context
from multiprocessing.synchronize import Event
from pathlib import Path
from subprocess import PIPE
from threading import Event as Flag
from threading import Thread
from typing import TypeVar

import pytest

from claimbook import cache, shares
from claimbook.cache import anew
from claimbook.model import Argument
from claimbook.pages import Book, Page, makers
from claimbook.shares import FEWEST, begun, made

Thing = TypeVar("Thing")

HERE = os.getpid()


def pids(count: int) -> dict[str, Callable[[], int]]:
    return {f"thing {number}": os.getpid for number in range(count)}


def both(makers: Mapping[str, Callable[[], Thing]]) -> dict[str, Callable[[], Thing]]:
    """Makers of which two processes take some, since the first two wait for each other."""
    here, there = get_context("fork").Event(), get_context("fork").Event()

    def met(own: Event, other: Event, make: Callable[[], Thing]) -> Thing:
        own.set()
        assert other.wait(60)
        return make()

    first, second, *others = makers
    meet = {
        first: partial(met, here, there, makers[first]),
        second: partial(met, there, here, makers[second]),
    }
    return meet | {name: makers[name] for name in others}


def test_two_processes_share_and_the_order_stays() -> None:
    found = made(both(pids(5)), anew, processes=2)
    assert list(found) == list(pids(5))
    assert len(set(found.values())) == 2


@pytest.mark.parametrize("count", [1, 4096, 4097, 10_000])
def test_each_of_many_things_is_made_once(count: int) -> None:
    asked = {str(number): partial(int, number) for number in range(count)}
    assert list(made(asked, anew, processes=2).values()) == list(range(count))


def test_what_is_begun_goes_on_elsewhere() -> None:
    begins, goes_on = os.pipe()
    end = begun({"thing": lambda: os.write(goes_on, b"!") and os.getpid()}, anew, processes=2)
    assert os.read(begins, 1)
    assert end()["thing"] != HERE


def test_the_pages_are_the_same_from_one_process_and_from_two(twin: Argument) -> None:
    asked = makers(Book(twin))
    assert made(both(asked), anew, processes=2) == made(asked, anew, processes=1)


def test_pages_can_be_handed_over(twin: Argument) -> None:
    asked = {path: partial(_with_place, make) for path, make in makers(Book(twin)).items()}
    assert len({place for place, _ in made(both(asked), anew, processes=2).values()}) == 2


def _with_place(make: Callable[[], Page]) -> tuple[int, Page]:
    return os.getpid(), make()


def test_few_things_are_made_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shares, "_processors", lambda: 2)
    assert set(made(pids(FEWEST - 1), anew).values()) == {HERE}
    assert len(set(made(both(pids(FEWEST)), anew).values())) == 2


def test_beside_a_thread_all_is_made_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shares, "_processors", lambda: 2)
    done = Flag()
    thread = Thread(target=done.wait)
    thread.start()
    found = made(pids(FEWEST), anew)
    done.set()
    thread.join()
    assert set(found.values()) == {HERE}


def test_what_another_process_makes_is_kept(tmp_path: Path) -> None:
    with cache.opened(tmp_path) as keep:
        made(both({key: partial(keep, key, key.encode) for key in "abcd"}), keep, processes=2)
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
        assert b"".join(made(both(asked), keep, processes=2).values()) == b"abcd"


def test_a_fault_is_told_wherever_it_happens() -> None:
    for place in range(2):  # here, and in the other process
        asked: dict[str, Callable[[], object]] = dict(both(pids(4)))
        asked[f"thing {place}"] = partial(_refused, asked[f"thing {place}"])
        with pytest.raises(ValueError, match="no number"):
            made(asked, anew, processes=2)


def _refused(make: Callable[[], object]) -> object:
    return make() and int("no number")


def test_what_a_killed_process_left_is_made_here() -> None:
    def fall() -> int:
        return HERE if os.getpid() == HERE else os._exit(1)

    found = made(both({"fatal": fall, "fateful": fall, **pids(3)}), anew, processes=2)
    assert set(found.values()) == {HERE}


def test_a_process_ends_where_the_first_one_was_killed() -> None:
    code = "import os; from claimbook.shares import *; from claimbook.cache import anew"
    work = "begun({'large': lambda: b' ' * 10_000_000}, anew, processes=3); os._exit(0)"
    command = (sys.executable, "-c", f"{code}; {work}")
    subprocess.run(command, check=True, stdout=PIPE, timeout=30)  # till nobody can write to it

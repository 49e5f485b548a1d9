"""Work that is shared out among the processors of a machine.

Each process finds everything as it was when the work was begun, takes from what is left whenever
it is free, and hands back what it made. Where a process cannot be split, or one of them fails,
the work is done here.
"""

import os
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from functools import partial
from io import FileIO
from math import ceil
from multiprocessing import get_all_start_methods, get_context
from multiprocessing.connection import Connection
from typing import Final, TypeVar

from claimbook.cache import Memory, News

Made = TypeVar("Made")
Makers = Mapping[str, Callable[[], Made]]

FEWEST: Final = 100  # things below which another process is not worth its start

_TURNS: Final = 4096  # of four bytes each: what a pipe holds on any system


def made(
    makers: Makers[Made], keep: Memory, processes: int | None = None, *, fewest: int = FEWEST
) -> dict[str, Made]:
    """What each maker makes, in their order, whichever process made it; `keep` learns of all.

    Fewer makers than `fewest` are not shared out.
    """
    return begun(makers, keep, processes, fewest=fewest)()


def begun(
    makers: Makers[Made], keep: Memory, processes: int | None = None, *, fewest: int = FEWEST
) -> Callable[[], dict[str, Made]]:
    """Let other processes begin. What comes back does here what is left, and gives all."""
    count = processes or (_processors() if len(makers) >= fewest and _splits() else 1)
    turns = _turns(len(makers))
    others = [_split(makers, turns, keep) for _ in range(count - 1)]
    return partial(_ended, makers, turns, others, keep)


def _ended(
    makers: Makers[Made], turns: FileIO, others: list[Connection], keep: Memory
) -> dict[str, Made]:
    with turns:
        found = _part(makers, turns)
    for pipe in others:
        found |= _received(pipe, keep)
    return {name: found[name] if name in found else make() for name, make in makers.items()}


def _part(makers: Makers[Made], turns: FileIO) -> dict[str, Made]:
    """What this process makes of all."""
    return {name: makers[name]() for name in _taken(list(makers), turns)}


def _turns(count: int) -> FileIO:
    """Where each process reads, four bytes at a time, which things it is to make next."""
    read, write = os.pipe()
    with FileIO(write, "w") as pipe:
        pipe.write(b"".join(first.to_bytes(4, "big") for first in range(0, count, _step(count))))
    return FileIO(read)


def _taken(names: list[str], turns: FileIO) -> Iterator[str]:
    while turn := turns.read(4):
        first = int.from_bytes(turn, "big")
        yield from names[first : first + _step(len(names))]


def _step(count: int) -> int:
    """How many things are taken at once."""
    return max(ceil(count / _TURNS), 1)


def _split(makers: Makers[Made], turns: FileIO, keep: Memory) -> Connection:
    """Where what another process makes can be read."""
    ours, theirs = _FORK.Pipe(duplex=False)
    _FORK.Process(target=_sent, args=(ours, theirs, makers, turns, keep), daemon=True).start()
    theirs.close()  # so that reading ends where the other process does
    return ours


def _sent(
    ours: Connection, pipe: Connection, makers: Makers[Made], turns: FileIO, keep: Memory
) -> None:
    ours.close()  # so that sending ends where nobody is left to read
    with suppress(Exception), pipe:  # what fails is made again, and fails, where it can be told of
        pipe.send((_part(makers, turns), keep.news()))


def _received(pipe: Connection, keep: Memory) -> dict[str, Made]:
    """What another process sent; nothing where it ended without."""
    received: tuple[dict[str, Made], News]
    try:
        with pipe:
            received = pipe.recv()
    except (EOFError, OSError):
        return {}
    keep.learn(received[1])
    return received[0]


def _splits() -> bool:
    """Whether a process can be split in two that go on alike; with threads it must not be."""
    return "fork" in get_all_start_methods() and threading.active_count() == 1


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


_FORK: Final = get_context("fork") if "fork" in get_all_start_methods() else get_context()

"""Work that is shared out among the processors of a machine.

Each process finds everything as it was when the work was shared out, and hands back what it
made. Where a process cannot be split, or a part of it fails, the work is done here.
"""

import os
import threading
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from multiprocessing import get_all_start_methods, get_context
from multiprocessing.connection import Connection
from typing import Final, TypeVar

from claimbook.cache import Memory, News

Made = TypeVar("Made")
Makers = Mapping[str, Callable[[], Made]]

FEWEST: Final = 100  # things below which another process is not worth its start


def made(
    makers: Makers[Made], keep: Memory, processes: int | None = None, *, fewest: int = FEWEST
) -> dict[str, Made]:
    """What each maker makes, in their order, whichever process made it; `keep` learns of all.

    Fewer makers than `fewest` are not shared out.
    """
    count = processes or (_processors() if len(makers) >= fewest and _splits() else 1)
    names = list(makers)
    own, *others = [names[number::count] for number in range(count)]
    begun = [_begun(makers, share, keep) for share in others]
    found = _share(makers, own)
    for share, pipe in zip(others, begun, strict=True):
        found |= _received(pipe, keep) or _share(makers, share)
    return {name: found[name] for name in names}


def _share(makers: Makers[Made], names: Sequence[str]) -> dict[str, Made]:
    return {name: makers[name]() for name in names}


def _begun(makers: Makers[Made], names: Sequence[str], keep: Memory) -> Connection:
    """Where what another process makes can be read."""
    ours, theirs = _FORK.Pipe(duplex=False)
    _FORK.Process(target=_sent, args=(theirs, makers, names, keep), daemon=True).start()
    theirs.close()  # so that reading ends where the other process does
    return ours


def _sent(pipe: Connection, makers: Makers[Made], names: Sequence[str], keep: Memory) -> None:
    with suppress(Exception), pipe:  # what fails is made again, and fails, where it can be told of
        pipe.send((_share(makers, names), keep.news()))


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

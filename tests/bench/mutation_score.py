"""How many small faults in the engine the tests find: a mutation score of each room.

    python -m tests.bench.mutation_score [ROOM ...] [--every N] [--survivors FILE] [--again FILE]

A fault inside a function is put into the running program: each gets a process of its own, split
off where all tests are collected, with only the tests that ran that function, the quickest first.
A fault outside of functions (tables, patterns, shapes) gets a copy of the engine and a new run.
Tests of more than half a second are left out, which can only lower the score.
"""

import argparse
import ast
import contextlib
import gc
import inspect
import operator
import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import _lru_cache_wrapper, cache
from itertools import compress
from pathlib import Path
from types import CodeType, FrameType, FunctionType

import pytest

from tests.bench.mutants import Mutant, mutants

ROOT = Path(__file__).parents[2]
ENGINE = ROOT / "scripts" / "claimbook"
ROOMS = ("rules", "reason", "read")
TESTS = [f"tests/{room}" for room in (*ROOMS, "diff")]
SLOW = 0.5
PATIENCE = 30
MEMORY = 4 * 2**30


@dataclass(frozen=True)
class Watched:
    """The tests that reached each function, the quickest first, and those that take too long."""

    reached: dict[tuple[str, str], list[pytest.Item]]
    slow: dict[str, float]


class Score:
    """A plugin of pytest's that runs mutants in place of the tests."""

    def __init__(self, wanted: list[Mutant], tests: list[str]) -> None:
        self.wanted, self.tests = wanted, tests
        self.ends: dict[Mutant, str] = {}

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Try every mutant on the collected tests."""
        seen = watched(session)
        assert not session.testsfailed, "the tests fail without any fault"
        told(
            f"{len(session.items)} tests, {len(seen.slow)} of them left out: {', '.join(seen.slow)}"
        )
        for number, mutant in enumerate(self.wanted, start=1):
            self.ends[mutant] = end = attempt(session, mutant, self.tests, seen)
            told(f"{number}/{len(self.wanted)} {end}: {mutant}")
        return True


def watched(session: pytest.Session) -> Watched:
    """Which tests ran which functions, the quickest first, and those that take too long."""
    reached: dict[tuple[str, str], list[tuple[float, pytest.Item]]] = defaultdict(list)
    slow: dict[str, float] = {}
    for item in session.items:
        ran: set[CodeType] = set()
        start = time.process_time()
        with watching(ran):
            run(item)
        if (took := time.process_time() - start) > SLOW:
            slow[item.nodeid] = took
            continue
        for code in {
            (code.co_filename, code.co_qualname.partition(".<locals>")[0]) for code in ran
        }:
            reached[code].append((took, item))
    ordered = {code: sorted(items, key=lambda pair: pair[0]) for code, items in reached.items()}
    return Watched({c: [item for _, item in items] for c, items in ordered.items()}, slow)


@contextlib.contextmanager
def watching(ran: set[CodeType]) -> Iterator[None]:
    """Note every function of the engine that begins meanwhile."""

    def note(frame: FrameType, event: str, _: object) -> None:
        if event == "call":
            ran.add(frame.f_code)

    sys.setprofile(note)
    try:
        yield
    finally:
        sys.setprofile(None)


def run(item: pytest.Item) -> None:
    """Run one test with nothing remembered from others."""
    forget()
    item.config.hook.pytest_runtest_protocol(item=item, nextitem=None)


def forget() -> None:
    """Empty what functions of the engine and of the tests remember."""
    for memory in memories():
        memory.cache_clear()


@cache
def memories() -> "tuple[_lru_cache_wrapper[object], ...]":
    """The functions of the engine and of the tests that remember their results."""
    things = (thing for thing in gc.get_objects() if isinstance(thing, _lru_cache_wrapper))
    return tuple(thing for thing in things if ours(thing))


def ours(thing: object) -> bool:
    """Whether a function belongs to the engine or its tests."""
    return str(getattr(thing, "__module__", "")).partition(".")[0] in ("claimbook", "tests")


def attempt(session: pytest.Session, mutant: Mutant, tests: list[str], seen: Watched) -> str:
    """What became of a mutant: killed, timed out, or survived."""
    old, new = function_at(compiled(mutant.path), mutant.line), None
    if old:
        new = function_named(compile(mutant.tree, mutant.path, "exec"), old)
    if not (old and new and (holders := functions_of(mutant.path, old))):
        return rerun(mutant, tests, seen.slow)
    items = seen.reached.get((str(mutant.path), old.co_qualname), [])
    if not items:
        return "unreached"
    if child := os.fork():
        return ended(child)
    swallow_output()
    for function in holders:
        function.__code__ = new
    os._exit(first_failure(session, items))


def first_failure(session: pytest.Session, items: list[pytest.Item]) -> int:
    """Run tests up to the first that fails; 0 where none does."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    signal.alarm(PATIENCE)
    try:
        for item in items:
            run(item)
            if session.testsfailed:
                return 1
    except BaseException:  # noqa: BLE001 - whatever it is, it was noticed
        return 1
    return 0


def ended(child: int) -> str:
    """How a process ended, in a word."""
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return "timed out" if os.WTERMSIG(status) == signal.SIGALRM else "killed"
    return "killed" if os.WEXITSTATUS(status) else "survived"


@cache
def compiled(path: Path) -> CodeType:
    """The code of a module as it stands."""
    return compile(path.read_text(encoding="utf-8"), path, "exec")


def function_at(module: CodeType, line: int) -> CodeType | None:
    """The function or method of a module that a line is inside of, and not its decorators."""
    return next((part for part in functions(module) if line in lines(part)), None)


def function_named(module: CodeType, old: CodeType) -> CodeType:
    """The function of a module that stands where one stood in another version of it."""
    place = (old.co_qualname, old.co_firstlineno)
    parts = functions(module)
    return next(part for part in parts if (part.co_qualname, part.co_firstlineno) == place)


def functions(code: CodeType) -> Iterator[CodeType]:
    """The functions of a module and the methods of its classes."""
    for part in (part for part in code.co_consts if isinstance(part, CodeType)):
        if part.co_flags & inspect.CO_OPTIMIZED:
            yield part
        else:
            yield from functions(part)  # the body of a class


def lines(code: CodeType) -> set[int]:
    """The lines of the body of a function, its inner functions among them."""
    found = {line for _, _, line in code.co_lines() if line and line > code.co_firstlineno}
    return found.union(*(lines(part) for part in code.co_consts if isinstance(part, CodeType)))


def functions_of(path: Path, old: CodeType) -> list[FunctionType]:
    """The living functions that were made from a piece of code."""
    return living()[str(path), old.co_firstlineno, old.co_qualname]


@cache
def living() -> dict[tuple[str, int, str], list[FunctionType]]:
    """The functions of the engine by their place."""
    found = defaultdict(list)
    for thing in gc.get_objects():
        if isinstance(thing, FunctionType) and ours(thing):
            code = thing.__code__
            found[code.co_filename, code.co_firstlineno, code.co_qualname].append(thing)
    return found


def swallow_output() -> None:
    """Let a process say nothing more."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)


def rerun(mutant: Mutant, tests: list[str], slow: dict[str, float]) -> str:
    """Run the tests in a new process, with a copy of the engine that has the fault."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(ENGINE.parent, folder, dirs_exist_ok=True)
        there = Path(folder, mutant.path.relative_to(ENGINE.parent))
        there.write_text(ast.unparse(mutant.tree), encoding="utf-8")
        left_out = [word for name in slow for word in ("--deselect", name)]
        options = ("-o", f"pythonpath=. {folder}", *OPTIONS, "-x")
        command = (sys.executable, "-m", "pytest", *options, *left_out, *tests)
        try:
            done = subprocess.run(
                command, cwd=ROOT, capture_output=True, timeout=PATIENCE * 4, check=False
            )
        except subprocess.TimeoutExpired:
            return "timed out"
    return "killed" if done.returncode else "survived"


OPTIONS = (
    "-q",
    "--no-header",
    "-p",
    "no:cacheprovider",
    "-p",
    "no:xdist",
    "--import-mode=importlib",
)


def told(line: str) -> None:
    """Print a line at once, past what pytest keeps to itself."""
    os.write(2, f"{line}\n".encode())


def main() -> None:
    """Print the score of each room and write down what survived."""
    options = asked_for()
    score = Score(chosen(options), options.tests)
    pytest.main([*OPTIONS, "-s", *options.tests], plugins=[score])
    survivors = [f"{mutant} ({end})" for mutant, end in score.ends.items() if end in LIVING]
    options.survivors.write_text("".join(f"{line}\n" for line in survivors), encoding="utf-8")
    for room in options.rooms:
        ends = Counter(end for mutant, end in score.ends.items() if room_of(mutant) == room)
        found = ends.total() - sum(ends[end] for end in LIVING)
        share = found / max(ends.total(), 1)
        told(f"{room}: {found} of {ends.total()} found, {share:.1%}: {dict(ends)}")


def asked_for() -> argparse.Namespace:
    """What the command line asks for."""
    words = argparse.ArgumentParser(description="How many small faults the tests find.")
    words.add_argument("rooms", nargs="*", default=ROOMS)
    words.add_argument("--every", type=int, default=1, help="one in so many, inside functions")
    words.add_argument("--tables", type=int, default=8, help="one in so many, outside of them")
    words.add_argument("--again", type=Path, help="only the mutants that this file names")
    words.add_argument("--tests", nargs="+", default=TESTS, help="paths of tests")
    words.add_argument("--survivors", type=Path, default=Path(os.devnull), help="write them here")
    return words.parse_args()


def chosen(options: argparse.Namespace) -> list[Mutant]:
    """The mutants to try: a sample, or those that a file of survivors names."""
    paths = (path for room in options.rooms for path in sorted((ENGINE / room).glob("**/*.py")))
    every = [mutant for path in paths for mutant in mutants(path)]
    if options.again:
        lines = options.again.read_text(encoding="utf-8").splitlines()
        named = {line.rpartition(" (")[0] for line in lines}
        return [mutant for mutant in every if str(mutant) in named]
    inside = [function_at(compiled(mutant.path), mutant.line) is not None for mutant in every]
    outside = list(compress(every, map(operator.not_, inside)))
    return [*list(compress(every, inside))[:: options.every], *outside[:: options.tables]]


def room_of(mutant: Mutant) -> str:
    """The room that a mutant stands in."""
    return mutant.path.relative_to(ENGINE).parts[0]


LIVING = ("survived", "unreached")

if __name__ == "__main__":
    main()

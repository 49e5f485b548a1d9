"""Real files, damaged in thousands of ways: each ends as an argument or as problems with a place.

    python -m tests.bench.mutations [COUNT [SEED]]

Lines are left out, doubled, swapped, cut and indented; bytes are turned, and other signs put in.
"""

import random
import sys
import time
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path

from claimbook.judging import judged
from claimbook.problems import ProblemsError
from claimbook.read import collect
from claimbook.rules import Outside

ROOT = Path(__file__).parents[2]
TWIN = ROOT / "tests" / "site"
SIGNS = [b"\x00", b"\t", b"\r", b"\xff", b"{", b"}", b"[", b"]", b"&a ", b"*a", b"!t ", b"'", b'"']
SIGNS += [b": ", b"- ", b"#", b"@", b"|", b">", b"%", b"\\", b"<b>", "\u202e".encode(), b"9" * 400]

Lines = list[bytes]


def left_out(lines: Lines, at: int, _: random.Random) -> Lines:
    """Without a line."""
    return [*lines[:at], *lines[at + 1 :]]


def doubled(lines: Lines, at: int, _: random.Random) -> Lines:
    """With a line twice."""
    return [*lines[:at], lines[at], *lines[at:]]


def swapped(lines: Lines, at: int, chance: random.Random) -> Lines:
    """With two lines in each other's place."""
    other, new = chance.randrange(len(lines)), [*lines]
    new[at], new[other] = lines[other], lines[at]
    return new


def cut(lines: Lines, at: int, chance: random.Random) -> Lines:
    """Ended in the middle of a line."""
    return [*lines[:at], lines[at][: chance.randrange(len(lines[at]) + 1)]]


def indented(lines: Lines, at: int, chance: random.Random) -> Lines:
    """With a line moved to the left or right."""
    line = b" " * chance.randrange(5) + lines[at].lstrip()
    return [*lines[:at], line, *lines[at + 1 :]]


def turned(lines: Lines, at: int, chance: random.Random) -> Lines:
    """With one byte of a line turned into any other."""
    line = bytearray(lines[at] or b" ")
    line[chance.randrange(len(line))] = chance.randrange(256)
    return [*lines[:at], bytes(line), *lines[at + 1 :]]


def disturbed(lines: Lines, at: int, chance: random.Random) -> Lines:
    """With signs that mean something put into a line."""
    where = chance.randrange(len(lines[at]) + 1)
    line = lines[at][:where] + chance.choice(SIGNS) + lines[at][where:]
    return [*lines[:at], line, *lines[at + 1 :]]


WAYS: tuple[Callable[[Lines, int, random.Random], Lines], ...] = (
    *(left_out, doubled, swapped, cut, indented, turned, disturbed),
)


def mutant(files: Mapping[str, bytes], chance: random.Random) -> dict[str, bytes]:
    """The files with one of them damaged in one to three ways."""
    name = chance.choice(sorted(files))
    lines = files[name].split(b"\n")
    for _ in range(chance.randint(1, 3)):
        lines = chance.choice(WAYS)(lines, chance.randrange(len(lines)), chance) or [b""]
    return {**files, name: b"\n".join(lines)}


def outcome(files: Mapping[str, bytes]) -> str:
    """What became of files; anything but the words of a problem is a fault of ours."""
    try:
        found = judged(files, Outside()).problems
    except ProblemsError as error:
        found = error.problems
    assert all(problem.place.file and problem.message for problem in found)
    return "problems" if found else "an argument"


def tried(root: Path, count: int, seed: int) -> tuple[Counter[str], float]:
    """How many mutants ended how, and the longest time that one took."""
    files, chance = collect(root), random.Random(seed)  # noqa: S311 - chance, not secrecy
    ends: Counter[str] = Counter()
    longest = 0.0
    for number in range(count):
        made = mutant(files, chance)
        start = time.process_time()
        try:
            ends[outcome(made)] += 1
        except Exception as error:
            error.add_note(f"mutant {number} of seed {seed} in {root.name}")
            raise
        longest = max(longest, time.process_time() - start)
    return ends, longest


def main() -> None:
    """Damage the tiny project many times and the real one a few times; print how all ended."""
    count, seed = (int(word) for word in (*sys.argv[1:], *("50000", "1")[len(sys.argv) - 1 :]))
    for root, share in ((TWIN, count), (ROOT, count // 500)):
        ends, longest = tried(root, share, seed)
        told = ", ".join(f"{number} as {end}" for end, number in sorted(ends.items()))
        sys.stdout.write(f"{root.name}: {share} inputs ended: {told}; longest {longest:.2f} s\n")


if __name__ == "__main__":
    main()

"""What a build costs against plain MkDocs with the same theme and the very same pages, ready-made.

    [HUGO=…] python -m tests.bench.building 100 1000 5000 10000

prints seconds, peak memory, and ratios to the plain build of the same size in the same run, and
keeps them. `TMPDIR` says on which disk; with `HUGO`, the program of that name builds the same
pages too. Medians are of five runs up to a thousand claims, and of one beyond.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median

from tests.bench.history import keep
from tests.bench.hugo import write_hugo
from tests.bench.synthetic import write, write_plain

MANY = 1000
HEAD = "claims  what                processor ratio     wall ratio   memory"
MKDOCS = (sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir")
CLAIMBOOK = (sys.executable, "-m", "claimbook")


@dataclass(frozen=True)
class Cost:
    """Processor seconds (median), wall seconds (median), megabytes at most."""

    processor: float
    wall: float
    memory: float


def main(sizes: Sequence[int]) -> None:
    """Print a table for each number of claims."""
    print(HEAD)  # noqa: T201
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            _compare(Path(folder), size)


def _compare(folder: Path, claims: int) -> None:
    project, plain, runs = folder / "project", folder / "plain", 5 if claims <= MANY else 1
    write(project, claims)
    _run((*CLAIMBOOK, "write", str(plain / "docs"), str(project)), folder)
    write_plain(plain)
    base = _median(_costs(plain, folder / "plain-site", runs))
    tell = partial(_row, folder, claims, base)
    tell("plain MkDocs", base)
    tell("cold build", _median(_costs(project, folder / "site", runs, cold=True)))
    tell("nothing changed", _median(_costs(project, folder / "site", runs)))
    tell("one claim changed", _median(_changes(project, folder / "site", runs)))
    tell("check", _median(_run((*CLAIMBOOK, "check"), project) for _ in range(runs)))
    if hugo := os.environ.get("HUGO"):
        write_hugo(folder / "hugo", plain / "docs")
        tell("Hugo", _median(_run((hugo, "--quiet"), folder / "hugo") for _ in range(runs)))


def _costs(project: Path, site: Path, runs: int, *, cold: bool = False) -> Iterator[Cost]:
    for _ in range(runs):
        if cold:
            (project / ".cache" / "claimbook.sqlite").unlink(missing_ok=True)
        yield _run((*MKDOCS, str(site)), project)


def _changes(project: Path, site: Path, runs: int) -> Iterator[Cost]:
    file = project / "claims" / "s0000.yml"
    for number in range(runs):
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace("claim: ", f"claim: Change {number} ", 1), encoding="utf-8")
        yield _run((*MKDOCS, str(site)), project)


def _run(command: Sequence[str], folder: Path) -> Cost:
    settings = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    start = os.times().elapsed
    with subprocess.Popen(command, cwd=folder, env=settings, stdout=subprocess.DEVNULL) as process:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"failed: {' '.join(command)}")
    wall = os.times().elapsed - start
    return Cost(used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1024)


def _median(costs: Iterator[Cost]) -> Cost:
    found = list(costs)
    return Cost(
        median(cost.processor for cost in found),
        median(cost.wall for cost in found),
        max(cost.memory for cost in found),
    )


def _row(folder: Path, claims: int, base: Cost, what: str, cost: Cost) -> None:
    processor, wall = cost.processor / base.processor, cost.wall / base.wall
    times = f"{cost.processor:9.2f} s {processor:5.2f} {cost.wall:7.2f} s {wall:5.2f}"
    print(f"{claims:6}  {what:18}{times} {cost.memory:6.0f} MB", flush=True)  # noqa: T201
    figures = {"processor": cost.processor, "wall": cost.wall, "memory": round(cost.memory)}
    ratios = {"processor ratio": processor, "wall ratio": wall}
    rounded = {name: round(value, 3) for name, value in (figures | ratios).items()}
    keep("building", {"claims": claims, "what": what, **rounded}, folder)


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [MANY])

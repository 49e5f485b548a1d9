"""What a build costs against plain MkDocs with the same theme and the very same pages, ready-made.

`python -m tests.bench.building 200 1000` prints seconds of processor time, peak memory, and
ratios to the plain build of the same size in the same run. `TMPDIR` says on which disk.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from tests.bench.synthetic import write, write_plain

RUNS = 3
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
    print("claims  what                processor      wall    memory   ratio")  # noqa: T201
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            _compare(Path(folder), size)


def _compare(folder: Path, claims: int) -> None:
    project, plain = folder / "project", folder / "plain"
    write(project, claims)
    _run((*CLAIMBOOK, "write", str(plain / "docs"), str(project)), folder)
    write_plain(plain)
    base = _median(_costs(plain, folder / "plain-site"))
    _row(claims, "plain MkDocs", base, base)
    _row(claims, "cold build", _median(_costs(project, folder / "site", cold=True)), base)
    _row(claims, "nothing changed", _median(_costs(project, folder / "site")), base)
    _row(claims, "one claim changed", _median(_changes(project, folder / "site")), base)
    _row(claims, "check", _run((*CLAIMBOOK, "check"), project), base)


def _costs(project: Path, site: Path, *, cold: bool = False) -> Iterator[Cost]:
    for _ in range(RUNS):
        if cold:
            (project / ".cache" / "claimbook.sqlite").unlink(missing_ok=True)
        yield _run((*MKDOCS, str(site)), project)


def _changes(project: Path, site: Path) -> Iterator[Cost]:
    file = project / "claims" / "s0000.yml"
    for number in range(RUNS):
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


def _row(claims: int, what: str, cost: Cost, base: Cost) -> None:
    ratio = cost.processor / base.processor
    figures = f"{cost.processor:7.1f} s {cost.wall:7.1f} s {cost.memory:6.0f} MB {ratio:7.2f}"
    print(f"{claims:6}  {what:18}  {figures}", flush=True)  # noqa: T201


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [1000])

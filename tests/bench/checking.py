"""What a check costs, and what Argdown takes to write an equal map as JSON.

    python -m tests.bench.checking [CLAIMS] [ARGDOWN]

ARGDOWN is the program of `@argdown/cli`, as npm installs it. In each round of one run everything
is timed in turn: a check that has read nothing before, one after a change of one claim, one after
no change, and Argdown; printed is the median of five rounds, by the clock and by processor.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from statistics import median

from claimbook.read import collect, load
from tests.bench.argdown import argdown
from tests.bench.synthetic import write

CLAIMS = 3000
ROUNDS = 5
CHECK = (sys.executable, "-m", "claimbook", "check")


def main(claims: str = str(CLAIMS), program: str = "") -> None:
    """Print a table."""
    with tempfile.TemporaryDirectory() as name:
        project = Path(name) / "project"
        project.mkdir()
        write(project, int(claims))
        each = {"nothing read before": cold, "one claim changed": changed, "no change": check}
        if program:
            text = argdown(load(collect(project)).argument)
            (Path(name) / "map.argdown").write_text(text, encoding="utf-8")
            each["Argdown to JSON"] = lambda project: exported(project.parent, program)
        rounds = [measured(each, project) for _ in range(ROUNDS)]
    print(f"{claims} claims, {os.cpu_count()} processors, median of {ROUNDS} rounds, seconds:")  # noqa: T201
    medians = {name: [median(r[name][i] for r in rounds) for i in (0, 1)] for name in each}
    for name, (wall, processor) in medians.items():
        ratio = f", {wall / medians['Argdown to JSON'][0]:.2f} of Argdown" if program else ""
        print(f"  {name:<20} {wall:.2f}, by processor {processor:.2f}{ratio}")  # noqa: T201


def measured(
    each: Mapping[str, Callable[[Path], None]], project: Path
) -> dict[str, tuple[float, float]]:
    """What each took in turn, by the clock and by the processors together."""
    found = {}
    for name, run in each.items():
        begin, before = time.perf_counter(), used()
        run(project)
        found[name] = time.perf_counter() - begin, used() - before
    return found


def cold(project: Path) -> None:
    """Check as if for the first time."""
    shutil.rmtree(project / ".cache", ignore_errors=True)
    check(project)


def changed(project: Path) -> None:
    """Change one claim and check."""
    file = min(project.glob("claims/s*.yml"))
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("claim: ", "claim: Indeed ", 1), encoding="utf-8")
    check(project)


def check(project: Path) -> None:
    """Check."""
    subprocess.run((*CHECK, str(project)), check=True, stdout=subprocess.DEVNULL)


def exported(folder: Path, program: str) -> None:
    """Let Argdown write its map as JSON; it must hold the last claim."""
    command = (program, "json", "map.argdown", "out")
    subprocess.run(command, check=True, cwd=folder, stdout=subprocess.DEVNULL)
    assert (folder / "out" / "map.json").stat().st_size > (folder / "map.argdown").stat().st_size


def used() -> float:
    """Processor time of all processes that have ended."""
    times = os.times()
    return times.children_user + times.children_system


if __name__ == "__main__":
    main(*sys.argv[1:])

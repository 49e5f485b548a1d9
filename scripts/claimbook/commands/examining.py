"""What a machine and a folder have of what the commands need."""

import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path
from typing import Final

from claimbook.problems import ProblemsError
from claimbook.read import collect, load

OLDEST: Final = (3, 11)
BROWSERS: Final = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


@dataclass(frozen=True)
class Finding:
    """One thing that was looked for; `there` is None where one can do without it."""

    what: str
    there: bool | None
    found: str
    advice: str = ""


def examine(project: Path) -> Iterator[Finding]:
    """Everything that is looked for, what is needed first."""
    yield _python()
    yield _packages()
    yield _layout()
    yield _files(project)
    yield _writable(project)
    yield _site(project)
    yield _git(project)
    yield _browser()


def _python() -> Finding:
    advice = f"install Python {'.'.join(map(str, OLDEST))} or later"
    return Finding("Python", sys.version_info >= OLDEST, platform.python_version(), advice)


def _packages() -> Finding:
    """The packages that claimbook needs, whatever their extras and markers."""
    named = (line.split(";")[0] for line in requires("claimbook") or ())
    names = [_name(requirement) for requirement in named]
    lacking = [name for name in names if not _version(name)]
    found = f"lacking {', '.join(lacking)}" if lacking else f"all {len(names)} of them"
    return Finding("packages", not lacking, found, "run `python3 scripts/build.py`, or pip again")


def _layout() -> Finding:
    advice = "reinstall pygraphviz; its wheel carries Graphviz"
    return Finding("layout of maps", *_layout_works(), advice)


def _files(project: Path) -> Finding:
    advice = "go to the folder of a project, name it by -C, or begin one with `claimbook init`"
    try:
        loaded = load(collect(project))
    except ProblemsError as error:
        return Finding("argument", there=False, found=str(error.problems[0]), advice=advice)
    if not loaded.argument.claims:
        return Finding("argument", there=False, found=f"none in {project.resolve()}", advice=advice)
    size = f"{len(loaded.argument.claims)} claims in {project.resolve()}"
    return Finding("argument", loaded.whole, size, "run `claimbook check` to see what is wrong")


def _writable(project: Path) -> Finding:
    can = os.access(project, os.W_OK)
    found = "can be written" if can else "cannot be written"
    return Finding("folder", can, found, "take a copy of your own, or ask for the right to write")


def _site(project: Path) -> Finding:
    there = (project / "mkdocs.yml").exists() or None
    advice = "pages can be written by `claimbook write`; `serve` and `build.py` need mkdocs.yml"
    return Finding("site", there, "mkdocs.yml" if there else "no mkdocs.yml", advice)


def _git(project: Path) -> Finding:
    git = shutil.which("git")
    advice = "install git: without it `diff` compares folders only, and there is no history"
    if git is None:
        return Finding("git", there=None, found="not installed", advice=advice)
    command = [git, "-C", str(project), "rev-parse", "--is-shallow-repository"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    states = {
        "false": (True, "whole history"),
        "true": (None, "part of the history"),
    }
    there, found = states.get(done.stdout.strip(), (None, "the folder is no repository"))
    return Finding("git", there, found, "`git fetch --unshallow` gets it all, `git init` begins it")


def _browser() -> Finding:
    named = os.environ.get("CHROMIUM", "")
    found = next(filter(None, map(shutil.which, (named, *BROWSERS))), None)
    advice = "only tests and the PDF need one: install chromium, or name it in CHROMIUM"
    return Finding("Chromium", True if found else None, found or "none found", advice)


def _layout_works() -> tuple[bool, str]:
    try:
        from pygraphviz import AGraph  # noqa: PLC0415 - whether it can be imported is the question

        graph = AGraph(string='digraph {node [label="" fixedsize=true]; a -> b}')
        graph.layout("dot")
    except Exception as error:  # noqa: BLE001 - whatever is wrong is to be told
        return False, str(error)
    return True, f"Graphviz in pygraphviz {_version('pygraphviz')}"


def _name(requirement: str) -> str:
    return "".join(c if c.isalnum() or c in "-_." else " " for c in requirement).split()[0]


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""

"""Run every check of the project: `python3 scripts/test.py`.

Standard library only. All checks run even when one fails; the last line counts them.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as ET
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import build

if TYPE_CHECKING:
    from collections.abc import Callable

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
CONTRACTS = "from importlinter.cli import lint_imports_command; lint_imports_command()"


@dataclass(frozen=True)
class Tally:
    """How many checks passed and failed."""

    passed: int = 0
    failed: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.passed + other.passed, self.failed + other.failed)

    def __str__(self) -> str:
        return f"{self.passed} passed, {self.failed} failed"


PASS, FAIL = Tally(passed=1), Tally(failed=1)


def main(root: Path = build.ROOT) -> int:
    """Run all checks, print the tally alone on the last line and give the exit code."""
    tally = _run_all(root)
    print(tally)
    return 1 if tally.failed else 0


def check(name: str, work: Callable[[], Tally]) -> Tally:
    """Do one kind of check, tell how it went and how long it took, and count it."""
    print(f"\n--- {name}", flush=True)
    start = time.monotonic()
    try:
        tally = work()
    except build.StoppedError as reason:
        print(reason, file=sys.stderr)
        tally = FAIL
    build.report(name, "failed" if tally.failed else "done", time.monotonic() - start)
    return tally


def run_command(root: Path, *command: str | Path) -> Tally:
    """Run a command that passes or fails as a whole."""
    build.run(root, *command)
    return PASS


def run_pytest(root: Path, python: Path, *arguments: str) -> Tally:
    """Run tests and count each; a run that breaks without a failed test counts as one."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder, "report.xml")
        options = ("-q", "--junit-xml", str(report))
        command = (str(python), "-m", "pytest", *arguments, *options)
        code = subprocess.run(command, cwd=root, check=False).returncode
        tally = _read(report) if report.exists() else Tally()
    return tally + FAIL if code and not tally.failed else tally


def chromium() -> str:
    """The path of a Chromium: the one that CHROMIUM names, one on PATH, or Debian's package."""
    if path := _installed_chromium():
        return path
    if shutil.which("apt-get") and getattr(os, "geteuid", lambda: 1)() == 0:
        with suppress(build.StoppedError):
            _install_chromium()
    if path := _installed_chromium():
        return path
    raise build.StoppedError(
        "The browser tests need Chromium: install it (Debian: apt install chromium), "
        "or set CHROMIUM to the path of a Chromium or Chrome."
    )


def _run_all(root: Path) -> Tally:
    try:
        python = build.environment(root)
    except build.StoppedError as reason:
        print(reason, file=sys.stderr)
        return FAIL
    command, tests = partial(run_command, root, python), partial(run_pytest, root, python)
    work: dict[str, Callable[[], Tally]] = {
        "format": partial(command, "-m", "ruff", "format", "--check", "."),
        "lint": partial(command, "-m", "ruff", "check", "."),
        "types": partial(command, "-m", "mypy"),
        "imports": partial(command, "-c", CONTRACTS),
        "audit": partial(command, "scripts/supply.py", "audit"),
        "units": partial(_run_units, tests),
        "site": partial(_build_site, root, python),
        "built": partial(tests, "tests/built"),
        "browser": partial(_run_browser, tests),
    }
    return sum((check(name, part) for name, part in work.items()), Tally())


def _run_units(tests: Callable[..., Tally]) -> Tally:
    later = ("--ignore", "tests/built", "--ignore", "tests/browser")
    return tests("tests", *later, "-n", "auto")


def _build_site(root: Path, python: Path) -> Tally:
    with build.alone(root):
        build.recover(root)
        build.run(root, python, "-m", "claimbook", "check")
        build.publish(root, python)
    return PASS


def _run_browser(tests: Callable[..., Tally]) -> Tally:
    os.environ["CHROMIUM"] = chromium()
    return tests("tests/browser", "-n", "auto")


def _read(report: Path) -> Tally:
    """Count a report of pytest's; a skipped test has not passed, so it has failed."""
    tally = Tally()
    for suite in ET.parse(report).iter("testsuite"):  # noqa: S314 - pytest wrote it just now
        failed = sum(int(suite.get(word, "0")) for word in ("failures", "errors", "skipped"))
        tally += Tally(int(suite.get("tests", "0")) - failed, failed)
    return tally


def _installed_chromium() -> str | None:
    named = os.environ.get("CHROMIUM", "")
    return shutil.which(named) or next(filter(None, map(shutil.which, BROWSERS)), None)


def _install_chromium() -> None:
    print("Installing Debian's Chromium.", flush=True)
    os.environ["DEBIAN_FRONTEND"] = "noninteractive"
    build.run(build.ROOT, "apt-get", "update", "-qq")
    install = ("install", "-qq", "-y", "--no-install-recommends")
    build.run(build.ROOT, "apt-get", *install, "chromium", "fonts-liberation")


if __name__ == "__main__":
    sys.exit(main())

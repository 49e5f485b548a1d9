"""What Lighthouse thinks of the kinds of page: accessibility, best practices, performance, SEO.

    CHROMIUM=… python -m tests.bench.lighthouse [FOLDER]

Needs Node 18.20 or later. Lighthouse is installed by npm into FOLDER, which is kept, or else into
a folder that is not. It looks as it does by itself: at a phone, a slow line and a slow processor
simulated from one load at full speed, so that other work on the machine shows in performance.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any, Final

from tests.bench.host import hosting
from tests.bench.load import SITE, kinds

LIGHTHOUSE: Final = "lighthouse@12.8.2"  # runs on Node 18 and 20, which 13 does not
BUDGETS: Final = {"accessibility": 100, "best-practices": 100, "performance": 95, "seo": 95}


def main(folder: Path) -> None:
    """Print the scores of a page of each kind, a star where one falls short, and why it does."""
    install(folder)
    print(f"{'':<10}{''.join(f'{name:>16}' for name in BUDGETS)}")  # noqa: T201
    with hosting(SITE) as address:
        for name, path in kinds().items():
            found = judged(folder, address + path)
            cells = (f"{cell(found, part, least):>16}" for part, least in BUDGETS.items())
            print(f"{name:<10}{''.join(cells)}", *faults(found), sep="\n  ", flush=True)  # noqa: T201


def install(folder: Path) -> None:
    """Fetch Lighthouse unless it is there."""
    if not (folder / "node_modules" / "lighthouse").exists():
        npm = ("npm", "install", "--no-audit", "--no-fund", "--silent", "--prefix", str(folder))
        subprocess.run((*npm, LIGHTHOUSE), check=True)


def judged(folder: Path, address: str) -> dict[str, Any]:
    """The whole report on a page."""
    program = folder / "node_modules" / "lighthouse" / "cli" / "index.js"
    options = ("--quiet", "--output=json", "--chrome-flags=--headless --no-sandbox --disable-gpu")
    parts = f"--only-categories={','.join(BUDGETS)}"
    environment = {**os.environ, "CHROME_PATH": os.environ["CHROMIUM"]}
    command = ("node", str(program), address, parts, *options)
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    report: dict[str, Any] = json.loads(done.stdout)
    return report


def cell(report: dict[str, Any], part: str, least: int) -> str:
    """A score of 100, with a star where it is less than it should be."""
    score = round(100 * report["categories"][part]["score"])
    return f"{score}{'*' if score < least else ' '}"


def faults(report: dict[str, Any]) -> list[str]:
    """What was marked down, but for the figures of performance."""
    audits = report["audits"]
    named = {
        reference["id"]
        for part in ("accessibility", "best-practices", "seo")
        for reference in report["categories"][part]["auditRefs"]
        if reference["weight"] and (audits[reference["id"]]["score"] or 0) < 1
    }
    wanting = (audits[id_] for id_ in sorted(named) if audits[id_]["score"] is not None)
    return [f"{audit['id']}: {audit['title']}" for audit in wanting]


if __name__ == "__main__":
    if sys.argv[1:]:
        main(Path(sys.argv[1]))
    else:
        with tempfile.TemporaryDirectory() as temporary:
            main(Path(temporary))

"""Figures as they were measured: printed, and kept in `history.jsonl` with where and when."""

import json
import os
import subprocess
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

HISTORY: Final = Path(__file__).with_name("history.jsonl")

Figures = Mapping[str, float | int | str]


def keep(bench: str, figures: Figures, folder: Path) -> None:
    """Add a line for figures that were measured with files in a folder."""
    line = {"bench": bench, **_circumstances(folder), **figures}
    with HISTORY.open("a", encoding="utf-8") as history:
        history.write(f"{json.dumps(line)}\n")


def kept() -> list[dict[str, float | int | str]]:
    """All that was measured, the oldest first."""
    if not HISTORY.is_file():
        return []
    return [json.loads(line) for line in HISTORY.read_text(encoding="utf-8").splitlines()]


def _circumstances(folder: Path) -> Figures:
    return {
        "day": datetime.now(UTC).date().isoformat(),
        "commit": _said("git", "rev-parse", "--short", "HEAD"),
        "processors": len(os.sched_getaffinity(0)),
        "load": round(os.getloadavg()[0], 1),
        "disk": _said("stat", "-f", "-c", "%T", str(folder)),
    }


def _said(*command: str) -> str:
    done = subprocess.run(command, cwd=HISTORY.parent, capture_output=True, text=True, check=True)
    return done.stdout.strip()

"""The scripts and styles of our own, and what stands beside the search index of the theme."""

from importlib.resources import files
from pathlib import Path

from mkdocs import utils

from claimbook.pages.delivery import delivered
from claimbook.pages.search_parts import SCRIPT, parted


def assets() -> dict[str, str]:
    """The scripts and styles as they travel, by name."""
    folder = files("claimbook") / "assets"
    return delivered({path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()})


def part_search(folder: Path) -> None:
    """Cut an index that is too large for browsers; lay the script beside it that reads it."""
    index = folder / "search_index.json"
    parts = parted(index.read_text(encoding="utf-8")) if index.is_file() else {}
    if parts:
        parts[SCRIPT] = assets()[SCRIPT]
    for name, text in parts.items():
        write(folder / name, text)


def write(file: Path, text: str) -> None:
    """Write a file of the site, unless it stands there already."""
    utils.write_file(text.encode(), str(file))

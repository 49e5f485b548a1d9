"""Where each page stands, and how one page links to another wherever the site is served."""

from functools import lru_cache
from pathlib import PurePosixPath
from posixpath import commonprefix

HOME = "index.md"
CLAIMS = "claims/index.md"
SECTIONS = "sections/index.md"
SOURCES = "sources/index.md"
ARTICLE = "article.md"
OBJECTIONS = "objections.md"
GAPS = "gaps.md"
MAP = "map.md"
GAP_MAP = "gap-map.md"
TIMELINE = "timeline.md"
PRINT = "print.md"
CHECKS = "checks.md"
CHANGES = "changes.md"
FEED = "changes/feed.xml"


def claim(id_: str) -> str:
    """The path of a claim's page."""
    return f"claims/{id_}.md"


def section(id_: str) -> str:
    """The path of a section's page."""
    return f"sections/{id_}.md"


def source(key: str) -> str:
    """The path of a source's page."""
    return f"sources/{key}.md"


def by_hand(file: str) -> str:
    """The path of the page that a file of docs/ becomes."""
    path = PurePosixPath(file.removeprefix("docs/"))
    return str(path.with_name("index.md") if path.name == "README.md" else path)


def address(path: str) -> str:
    """The address of a page in the site: `claims/x.md` is served as `claims/x/`."""
    stem = path.removesuffix(".md")
    stem = "" if stem == "index" else stem.removesuffix("/index")
    return f"{stem}/" if stem else ""


@lru_cache(maxsize=1 << 16)
def link(start: str, target: str, fragment: str = "") -> str:
    """The relative address that leads from one page to another, or to a file (`data/x.json`)."""
    goal = address(target) if target.endswith(".md") else target
    way = _way(_folders(address(start)), _folders(goal))
    slash = "/" if target.endswith(".md") else ""
    return f"{way}{slash}" + (f"#{fragment}" if fragment else "")


def _folders(path: str) -> list[str]:
    return path.rstrip("/").split("/") if path else []


def _way(start: list[str], goal: list[str]) -> str:
    """Up to the folder that both have in common, and down from there."""
    common = len(commonprefix([start, goal]))
    return "/".join([".."] * (len(start) - common) + goal[common:]) or "."

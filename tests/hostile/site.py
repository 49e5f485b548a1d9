"""Sites built from what strangers sent: with what the check lets through, and with everything."""

import subprocess
import sys
from collections.abc import Collection
from pathlib import Path

from claimbook.judging import problems
from claimbook.problems import Level, Problem, ProblemsError
from tests.hostile.payloads import PAYLOADS
from tests.hostile.project import Draft, Slot, draft

TWIN = Path(__file__).parents[1] / "site"
UNCHECKED = """
from claimbook import judging
from claimbook.mkdocs_plugin import plugin
from mkdocs.__main__ import cli
plugin.argument = lambda root, keep: judging.problems(root, keep=keep)[0]
cli()
"""
"""Builds whatever can be read, as if there were no rule."""

ADDRESSES = ("url", "archiveurl", "doi")
"""Fields of the bibliography that become links, for which the rules alone stand guard."""


OF_TEXTS = {"raw-html", "unsafe-link", "invisible-character", "unescaped-latex", "long-quote"}
"""Rules of texts, which could be shown although they break them."""


def write_unguarded(root: Path) -> None:
    """Settings with nothing in browsers to fall back on, and pages that cite every source."""
    text = (TWIN / "mkdocs.yml").read_text(encoding="utf-8").replace("guard: true", "guard: false")
    (root / "mkdocs.yml").write_text(text, encoding="utf-8")
    cited = " ".join(f"[@source{number}]" for number in range(len(PAYLOADS)))
    (root / "docs").mkdir()
    for name in ("method", "glossary"):
        (root / "docs" / f"{name}.md").write_text(f"# {name}\n\n{cited}\n", encoding="utf-8")


def errors(root: Path) -> list[Problem]:
    """Every error in a project."""
    try:
        _, found = problems(root)
    except ProblemsError as error:
        found = error.problems
    return [problem for problem in found if problem.level is Level.ERROR]


def let_through(root: Path) -> Draft:
    """Write the payloads that the check lets through; all others are harmless words there."""
    off: set[Slot] = set()
    while True:
        made = draft(PAYLOADS, off)
        made.save(root)
        refused = {Slot(found.place.file, found.place.line) for found in errors(root)}
        if not refused:
            return made
        assert not refused & off, "a harmless line was refused"
        off |= refused


def everything(root: Path) -> Draft:
    """Write every payload everywhere, but for lines that cannot be read or lead to an address."""
    off: set[Slot] = set()
    for _ in range(3):
        made = draft(PAYLOADS, off, without=ADDRESSES)
        made.save(root)
        off |= unreadable(errors(root))
    return made


def unreadable(found: Collection[Problem]) -> set[Slot]:
    """The lines of a form that nothing can be made of: dates, codes, names of sources."""
    return {Slot(p.place.file, p.place.line) for p in found if p.rule not in OF_TEXTS}


def build(root: Path, site: Path, *, checked: bool) -> None:
    """Build a project with MkDocs, with the rules or without any."""
    how = ("-m", "mkdocs") if checked else ("-c", UNCHECKED)
    command = (sys.executable, *how, "build", "--quiet", "--site-dir", str(site))
    done = subprocess.run(
        command, cwd=root, capture_output=True, text=True, timeout=600, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]

"""A small project whose sources stand on a server of the test."""

from collections.abc import Iterable, Mapping
from pathlib import Path

MAP = "title: A map\ntext: text2026\nthesis: a-claim\nsections: [one]\n"
SECTION = """\
title: One
paragraphs: 1
question: Does it hold?
summary: It may.

claims:
  a-claim:
    claim: Something is so.
    kind: empirical
    paragraph: 1
"""


def write(
    root: Path, sources: Mapping[str, Mapping[str, str]], evidence: Iterable[str] = ()
) -> Path:
    """Write a project with these fields of sources by key, and these blocks of evidence."""
    (root / "claims").mkdir(parents=True, exist_ok=True)
    (root / "claims" / "map.yml").write_text(MAP)
    blocks = [f"      - {block}\n" for block in evidence]
    listed = ["    evidence:\n", *blocks] if blocks else []
    (root / "claims" / "one.yml").write_text(SECTION + "".join(listed), encoding="utf-8")
    entries = [_entry(key, fields) for key, fields in sources.items()]
    (root / "references.bib").write_text("\n".join(entries), encoding="utf-8")
    return root


def piece(source: str, *lines: str) -> str:
    """A block of evidence from a source, with further lines."""
    known = ("bearing: supports", "finding: It was so.", "read: full text")
    return "\n        ".join((f"source: {source}", *known, *lines))


def _entry(key: str, fields: Mapping[str, str]) -> str:
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
    return f"@misc{{{key},\n{lines}}}\n"

"""A project into which strangers wrote, each payload in every field of a claim and a source."""

import re
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import NamedTuple

HARMLESS = "Harmless words."
PER_SECTION = 40
_UNPRINTABLE = re.compile(r"[^\x20-\x7e\xa1-\u1fff\u2010-\u2027\u2030-\u205e\u3000-\ud7ff]")
_FIELDS = (
    *("author", "title", "journal", "publisher", "institution", "booktitle", "series", "editor"),
    *("note", "remarks", "readnote", "edition", "volume", "number", "pages", "people", "funder"),
    *("address", "month", "howpublished", "language", "abstract", "keywords", "urldate"),
    *("url", "archiveurl", "doi", "isbn", "issn", "places", "period", "evidencetype", "read"),
    *("family", "checked", "year", "unconfirmed", "cites", "derivedfrom", "accept", "readat"),
)
_NEEDED = {"author": "Word, Harm", "title": HARMLESS, "year": "2020"}
_SECTION = "title: {0}\nparagraphs:\n  - {0}\nquestion: {0}\nsummary: {0}\nclaims:"
_CLAIM = """  claim-{n}:
    claim: {0}
    short: {0}
    kind: empirical
    paragraph: 1
    because:
      - premises: [base]
        warrant: {0}
    evidence:
      - source: source{n}
        bearing: supports
        finding: {0}
        locator: {0}
        limits: {0}
        read: abstract
        read_at: {0}
        quote: {0}
        figures:
          - {0}
        reader: {0}
        scope:
          people: {0}
    assessment: {0}
    note: {0}
    scope:
      people: {0}
    searched:
      - where: {0}
        query: {0}
        found: {0}"""
_BASE = """title: The base
paragraphs: 1
question: Is it so?
summary: It is.
claims:
  base:
    claim: All rest on this.
    kind: empirical
    paragraph: 1"""
_MAP = "title: {0}\nabout: {0}\ntext: text\nthesis: base\nsections: [base, {sections}]"
_TEXT = "@misc{text,\n  author = {Text, An},\n  title = {The text},\n  year = {2020},\n}"


class Slot(NamedTuple):
    """A line of a file on which a payload may stand."""

    file: str
    line: int


class Draft:
    """Files in the making: slots in `off` stay harmless, or empty in the bibliography."""

    def __init__(self, off: Collection[Slot], without: Collection[str]) -> None:
        self.used: list[Slot] = []
        self._off, self._without = off, without
        self._files: dict[str, list[str]] = {}

    def add(self, file: str, template: str, payload: str = HARMLESS, **names: object) -> None:
        """Add the lines of a template, with the payload where `{0}` stands."""
        lines = self._files.setdefault(file, [])
        for line in template.split("\n"):
            slot = Slot(file, len(lines) + 1)
            is_on = "{0}" in line and slot not in self._off
            self.used += [slot] * is_on
            lines.append(line.format(quoted(payload if is_on else HARMLESS), **names))

    def enter(self, key: str, payload: str) -> None:
        """Add an entry of the bibliography with the payload in every field."""
        lines = self._files.setdefault("references.bib", [])
        lines.append(f"@misc{{{key},")
        for name in _FIELDS:
            slot = Slot("references.bib", len(lines) + 1)
            is_on = slot not in self._off and name not in self._without
            self.used += [slot] * is_on
            value = payload if is_on else _NEEDED.get(name, "")
            lines.append(f"  {name} = {{{value}}}," if value else "")
        lines.append("}")

    def save(self, root: Path) -> None:
        """Write the files."""
        for file, lines in self._files.items():
            (root / file).parent.mkdir(parents=True, exist_ok=True)
            (root / file).write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


def draft(
    payloads: Sequence[str], off: Collection[Slot] = (), without: Collection[str] = ()
) -> Draft:
    """A project with every payload but those in slots that are off, and without some fields."""
    made = Draft(off, without)
    names = [f"section{n}" for n in range(-(-len(payloads) // PER_SECTION))]
    made.add("claims/map.yml", _MAP, payloads[0], sections=", ".join(names))
    made.add("claims/base.yml", _BASE)
    made.add("references.bib", _TEXT.replace("{", "{{").replace("}", "}}"))
    for number, payload in enumerate(payloads):
        file = f"claims/{names[number // PER_SECTION]}.yml"
        if number % PER_SECTION == 0:
            made.add(file, _SECTION, payload)
        made.add(file, _CLAIM, payload, n=number)
        made.enter(f"source{number}", for_bibtex(payload))
    return made


def quoted(text: str) -> str:
    """A text as YAML holds it on one line, whatever is in it."""
    plain = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{_UNPRINTABLE.sub(_escaped, plain)}"'


def for_bibtex(text: str) -> str:
    """A text on one line whose braces close, so that it stays in its field."""
    line = text.replace("\r", " ").replace("\n", " ")[:400]
    depth = 0
    for sign in line:
        depth += (sign == "{") - (sign == "}")
        if depth < 0:
            break
    closed = line if depth == 0 else re.sub(r"[{}]", "", line)
    return f"{closed} " if closed.endswith("\\") else closed


def _escaped(found: re.Match[str]) -> str:
    return f"\\U{ord(found[0]):08x}"

"""The glossary as people wrote it: one text for its page and for what stands beside a word."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from claimbook.model import Argument
from claimbook.prose import to_plain

PAGE: Final = "glossary.md"

_ENTRY: Final = re.compile(
    r"^(?P<name>\S.*?) *\{ *#(?P<id>[\w-]+) *\}\n: +(?P<text>.+)", re.MULTILINE
)


@dataclass(frozen=True)
class Term:
    """A word of the glossary: the fragment that leads to it, and what it means, without markup."""

    id: str
    name: str
    meaning: str


def glossary(argument: Argument) -> Mapping[str, Term]:
    """The entries of `docs/glossary.md` that carry an id, by that id; none where there is none."""
    texts = (page.text for page in argument.documents if page.file == f"docs/{PAGE}")
    entries = (entry for text in texts for entry in _ENTRY.finditer(text))
    return {
        entry["id"]: Term(entry["id"], entry["name"], to_plain(entry["text"])) for entry in entries
    }

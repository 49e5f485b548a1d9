"""A search index in parts, of which a reader fetches those that hold the words sought.

Beside each other stand files of words (which pages hold each, by number) in the order of the
alphabet, and files of pages as the whole index holds them. A script beside them reads both.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from html import unescape
from itertools import groupby, pairwise
from typing import Any, Final

SCRIPT: Final = "search.js"
MANY: Final = 1_500  # entries: from so many on, a browser takes seconds to read the whole index
PAGES: Final = 16  # in a file
LETTERS: Final = 32_000  # in a file of words

_TAG: Final = re.compile(r"<[^>]+>")
_WORD: Final = re.compile(r"[^\W_]+")

Entry = Mapping[str, Any]


def parted(index: str, many: int = MANY) -> dict[str, str]:
    """The files in place of a search index, by name; none where a browser can take it whole."""
    whole = json.loads(index)
    if len(whole["docs"]) < many:
        return {}
    pages = [list(entries) for _, entries in groupby(whole["docs"], key=_page)]
    words = list(_in_files(sorted(_places(pages).items())))
    parts = {"words": [next(iter(file)) for file in words], "pages": PAGES, "all": len(pages)}
    head = {"config": {**whole["config"], "parts": parts}, "docs": []}
    files = {
        "search_index": head,
        **{f"words-{number}": file for number, file in enumerate(words)},
        **{f"pages-{n // PAGES}": pages[n : n + PAGES] for n in range(0, len(pages), PAGES)},
    }
    return {f"{name}.json": _packed(value) for name, value in files.items()}


def _page(entry: Entry) -> str:
    return str(entry["location"]).partition("#")[0]


def _places(pages: Sequence[Sequence[Entry]]) -> Mapping[str, Sequence[int]]:
    """For each word the pages that hold it: twice the number, and one more if in a title."""
    found: dict[str, list[int]] = defaultdict(list)
    for number, entries in enumerate(pages):
        titles = {word for entry in entries for word in _words(entry["title"])}
        texts = {word for entry in entries for word in _words(entry["text"])}
        for word in titles | texts:
            found[word].append(2 * number + (word in titles))
    return found


def _words(html: str) -> Iterator[str]:
    return (word.lower() for word in _WORD.findall(unescape(_TAG.sub(" ", html))))


def _in_files(words: Sequence[tuple[str, Sequence[int]]]) -> Iterator[dict[str, list[int]]]:
    file: dict[str, list[int]] = {}
    size = 0
    for word, places in words:
        file[word] = _steps(places)
        size += len(_packed(file[word])) + len(word) + 4
        if size > LETTERS:
            yield file
            file, size = {}, 0
    if file:
        yield file


def _steps(places: Sequence[int]) -> list[int]:
    """Rising numbers as the first and the steps between them, which take less room."""
    return [places[0], *(after - before for before, after in pairwise(places))]


def _packed(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))

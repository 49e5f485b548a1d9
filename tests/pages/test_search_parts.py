"""A search index in parts holds what the whole one holds."""

import json
from itertools import accumulate
from typing import Any

import pytest

from claimbook.pages.search_parts import LETTERS, PAGES, parted

CONFIG = {"lang": ["en"], "separator": r"[\s\-]+"}
WORDS = ["clock", "tower", "bell", "ring", "over", "quiet", "village", "hour", "night"]


def entry(number: int) -> dict[str, str]:
    one, two = WORDS[number % len(WORDS)], WORDS[number * 5 % len(WORDS)]
    text = f"<p>It’s said: {two.title()} &amp; n{number} – so it was.</p>"
    return {"location": f"claims/{number}/", "title": f"On the {one}", "text": text}


DOCS = [
    *map(entry, range(3_000)),
    {"location": "about/", "title": "About", "text": "<p>First.</p>"},
    {"location": "about/#more", "title": "More", "text": "<p>Second.</p>"},
]


@pytest.fixture(scope="module")
def files() -> dict[str, Any]:
    made = parted(json.dumps({"config": CONFIG, "docs": DOCS}))
    return {name: json.loads(text) for name, text in made.items()}


def head(files: dict[str, Any]) -> dict[str, Any]:
    return {**files["search_index.json"]["config"]["parts"]}


def words(files: dict[str, Any]) -> list[dict[str, list[int]]]:
    return [files[f"words-{number}.json"] for number in range(len(head(files)["words"]))]


def pages(files: dict[str, Any]) -> list[list[dict[str, str]]]:
    count = -(-head(files)["all"] // PAGES)
    return [page for number in range(count) for page in files[f"pages-{number}.json"]]


def test_a_small_index_stays_whole() -> None:
    assert parted(json.dumps({"config": CONFIG, "docs": DOCS[:1_000]})) == {}


def test_every_entry_is_in_one_part_beside_those_of_its_page(files: dict[str, Any]) -> None:
    assert [entry for page in pages(files) for entry in page] == DOCS
    assert [entry["title"] for entry in pages(files)[-1]] == ["About", "More"]
    assert all(len(page) <= PAGES for name, page in files.items() if name.startswith("pages"))


def test_the_index_itself_is_empty_and_keeps_its_settings(files: dict[str, Any]) -> None:
    whole = files["search_index.json"]
    assert whole["docs"] == []
    assert {**whole["config"], "parts": None} == {**CONFIG, "parts": None}


def test_words_stand_in_their_order_in_files_of_like_size(files: dict[str, Any]) -> None:
    found = [word for file in words(files) for word in file]
    assert found == sorted(set(found))
    assert head(files)["words"] == [next(iter(file)) for file in words(files)]
    assert len(words(files)) > 1
    longest = max(len(json.dumps(places)) for file in words(files) for places in file.values())
    assert all(len(json.dumps(file)) < 1.5 * LETTERS + longest for file in words(files))


def test_each_word_leads_to_the_pages_that_hold_it(files: dict[str, Any]) -> None:
    index = {word: list(accumulate(steps)) for file in words(files) for word, steps in file.items()}
    found = {place // 2: place % 2 for place in index["clock"]}
    for number, (page, *_) in enumerate(pages(files)):
        title, text = (page[part].lower() for part in ("title", "text"))
        assert (number in found) == ("clock" in title or "clock" in text)
        assert found.get(number, 0) == ("clock" in title)
    assert not {"p", "amp", "&", "–", ""} & index.keys()
    assert [place // 2 for place in index["second"]] == [3_000]

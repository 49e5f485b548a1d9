"""Parts of the map inside hand-written pages."""

from xml.etree import ElementTree as ET

import pytest

from claimbook.model import Argument
from claimbook.pages import Book, Inset, insets
from claimbook.pipeline import Edition
from claimbook.read import collect, load
from tests.conftest import TWIN

PAGE = """\
# By hand

```claimbook
claim keep-the-clock
claim people-look-at-clock
map time
map keep-the-clock
map
```
"""


@pytest.fixture(scope="module")
def shown() -> dict[str, Inset]:
    return {**dict(insets(Book(with_page("docs/a/page.md"))))["a/page.md"]}


def with_page(file: str) -> Argument:
    loaded = load({**collect(TWIN), file: PAGE.encode()})
    assert not loaded.problems
    return loaded.argument


def test_a_claim_is_shown_as_in_lists(shown: dict[str, Inset]) -> None:
    html = shown["claim keep-the-clock"].html
    assert 'href="../../claims/keep-the-clock/">The village should keep its clock.</a>' in html
    assert "its reasons do not hold" in html


def test_a_former_id_stands_for_the_present_one(shown: dict[str, Inset]) -> None:
    assert "../../claims/people-look-up/" in shown["claim people-look-at-clock"].html


@pytest.mark.parametrize(
    ("wish", "page"),
    [
        ("map time", "../../sections/time/"),
        ("map keep-the-clock", "../../claims/keep-the-clock/"),
        ("map", "../../map/"),
    ],
)
def test_a_map_is_drawn_with_its_outline_and_its_page(
    shown: dict[str, Inset], wish: str, page: str
) -> None:
    inset = shown[wish]
    assert f'href="{page}">Open its page</a>' in inset.html
    assert "cb-outline" in inset.html
    (svg,) = inset.maps.values()
    links = {e.get("href") for e in ET.fromstring(svg).iter() if e.get("href")}  # noqa: S314
    assert "../../claims/keep-the-clock/" in links
    assert svg in inset.drawn


def test_several_maps_share_neither_place_nor_ids(shown: dict[str, Inset]) -> None:
    maps = [item for inset in shown.values() for item in inset.maps.items()]
    ids = [e.get("id") for _, svg in maps for e in ET.fromstring(svg).iter() if e.get("id")]  # noqa: S314
    assert len(maps) == 3
    assert len({placeholder for placeholder, _ in maps}) == 3
    assert ids
    assert len(ids) == len(set(ids))


def test_no_inset_has_a_blank_line_at_which_markdown_would_end_it(
    shown: dict[str, Inset],
) -> None:
    assert all("\n\n" not in inset.html for inset in shown.values())


def test_the_head_of_a_folder(twin_edition: Edition) -> None:
    found = dict(insets(Book(with_page("docs/README.md"))))
    assert 'href="claims/keep-the-clock/"' in found["index.md"]["claim keep-the-clock"].html
    assert not twin_edition.insets

"""The pages that show the evidence of the whole map, and the charts on other pages."""

import re

from claimbook.model import Argument, Bearing
from claimbook.pages import Book
from claimbook.pages.charts import PLACEHOLDER, of_claim, of_section
from claimbook.pipeline import Edition


def test_the_gap_map_has_a_mark_for_each_source(twin_edition: Edition, twin: Argument) -> None:
    body = twin_edition.pages["gap-map.md"].body
    table = body[body.index("<table") : body.index("</table>")]
    assert len(re.findall('<th scope="row">', table)) == len(twin.claims)
    weighed = [piece for _, piece in twin.evidence() if piece.bearing is not Bearing.CONTEXT]
    assert table.count('class="cb-mark ') == len(weighed)
    assert 'aria-label="quantitative study: 1 supports 1 opposes"' in table
    assert "No source in this map is of these types: systematic review" in body


def test_the_timeline_says_which_sources_have_no_year(twin_edition: Edition) -> None:
    body = twin_edition.pages["timeline.md"].body
    assert 'id="year-none">Without a year' in body
    assert "year not confirmed" in body
    assert 'id="year-2021"' in body


def test_a_year_in_the_picture_leads_to_its_list(twin_edition: Edition) -> None:
    page = twin_edition.pages["timeline.md"]
    (svg,) = page.charts.values()
    targets = re.findall(r'href="#([^"]+)"', svg)
    assert targets
    assert all(f'id="{target}"' in page.body for target in targets)


def test_each_bar_leads_to_the_list_it_counts(twin: Argument, twin_edition: Edition) -> None:
    book = Book(twin)
    (section, *_) = twin.sections
    views = {
        "claims/people-look-up.md": of_claim(book, twin.claims["people-look-up"]),
        f"sections/{section.id}.md": of_section(book, section),
    }
    for path, view in views.items():
        assert view
        page = twin_edition.pages[path]
        assert PLACEHOLDER in page.body
        targets = re.findall(r'href="#([^"]+)"', view.svg)
        assert targets
        assert all(f'id="{target}"' in page.body for target in targets)


def test_one_source_needs_no_chart(twin: Argument) -> None:
    assert of_claim(Book(twin), twin.claims["repair-is-cheap"]) is None
    assert of_claim(Book(twin), twin.claims["keep-the-clock"]) is None

"""The print edition: everything once, every link inside the page."""

import re
from collections import Counter

from claimbook.model import Argument
from claimbook.pipeline import Edition


def test_everything_stands_in_it_once(real_edition: Edition, real: Argument) -> None:
    body = real_edition.pages["print.md"].html
    ids = Counter(re.findall(r'\bid="([^"]+)"', body))
    assert [id_ for id_, count in ids.items() if count > 1] == []
    expected = {f"claim-{id_}" for id_ in real.claims} | {f"source-{key}" for key in real.sources}
    expected |= {f"section-{section.id}" for section in real.sections}
    assert expected <= set(ids)


def test_every_link_inside_it_holds(real_edition: Edition) -> None:
    body = real_edition.pages["print.md"].html
    ids = set(re.findall(r'\bid="([^"]+)"', body))
    addresses = set(re.findall(r'\bhref="([^"]+)"', body))
    assert {a for a in addresses if not a.startswith(("#", "https://", "http://"))} == set()
    assert {a[1:] for a in addresses if a.startswith("#")} <= ids
    assert set(re.findall(r'data-target="([^"]+)"', body)) <= ids


def test_claims_are_numbered_by_section(twin_edition: Edition) -> None:
    body = twin_edition.pages["print.md"].body
    for id_, number in (("keep-the-clock", "1.1"), ("repair-is-cheap", "2.1")):
        claim = body[body.index(f'id="claim-{id_}"') :]
        assert claim[claim.index("<h3>") :].startswith(
            f'<h3><span class="cb-print__number">{number}</span>'
        )
    assert '<a class="cb-print__ref" href="#claim-repair-is-cheap">2.1</a>' in body


def test_each_reference_says_what_it_bears_on(twin_edition: Edition) -> None:
    body = twin_edition.pages["print.md"].body
    entry = body[body.index('id="source-jones2021phones"') :]
    entry = entry[: entry.index("</li>")]
    assert "Phones and time." in entry
    assert 'href="https://doi.org/10.1000/small.4.2"' in entry
    assert '<a class="cb-print__ref" href="#claim-people-look-up">1.2</a>' in entry


def test_its_contents_stay_short(real_edition: Edition, real: Argument) -> None:
    titles = [heading.title for heading in real_edition.pages["print.md"].headings]
    assert len(titles) == len(real.sections) + 5


def test_a_search_does_not_find_everything_twice(twin_edition: Edition) -> None:
    unsearched = {page.path for page in twin_edition.pages.values() if not page.searched}
    assert unsearched == {"print.md"}

"""What was checked, what is owed, what hangs on a source: on the pages that show it."""

import re
from html import unescape

import pytest

from claimbook.links.results import Result
from claimbook.links.states import State
from claimbook.model import Argument
from claimbook.pages import Record, Settings
from claimbook.pipeline import Edition, edition
from claimbook.reason.debt import Debt, Moment

DOI = "https://doi.org/10.1000/small.4.2"
EARLY = Moment("2026-01-01T00:00:00Z", "a", {"": Debt(6, 6), "time": Debt(4, 4)})
LATE = Moment("2026-02-01T00:00:00Z", "b", {"": Debt(6, 3), "time": Debt(4, 2)})


def seen(state: State, since: str = "") -> Record:
    return Record({DOI: Result(DOI, state, "2026-11-20", since)}, (EARLY, LATE))


def words(made: Edition, path: str) -> str:
    text = unescape(re.sub(r"<[^>]*>", " ", made.pages[path].body))
    return " ".join(text.split())


@pytest.fixture(scope="module")
def broken(twin: Argument) -> Edition:
    return edition(twin, Settings(), seen(State.GONE, since="2026-10-01"))


def test_addresses_that_nobody_asked_are_said_to_be_so(twin_edition: Edition) -> None:
    said = words(twin_edition, "checks.md")
    assert "1 address in this map, none of which was asked yet" in said
    assert "Reachable 0 0 0 4" in said


def test_what_was_seen_at_an_address_with_its_dates(broken: Edition) -> None:
    said = words(broken, "checks.md")
    assert "1 of them was asked, last on 20 November 2026 ; 0 answered." in said
    assert f"{DOI} Jones et al. 2021 gone : the server says that there is no such page" in said
    assert "20 November 2026 so since 1 October 2026" in said
    assert "Reachable 0 0 2 2" in said


def test_a_moved_address_names_the_new_one(twin: Argument) -> None:
    made = edition(twin, Settings(), seen(State.MOVED))
    assert "Answered from a new address (1)" in words(made, "checks.md")
    assert "Broken" not in words(made, "checks.md")


def test_readings_are_counted(twin_edition: Edition) -> None:
    said = words(twin_edition, "checks.md")
    assert "Full text 1 0 0 Excerpt 0 0 0 Abstract 0 1 0 Record 0 1 0 Second-hand 0 0 1" in said


def test_a_warning_that_stands_is_shown_with_its_reason(twin_edition: Edition) -> None:
    said = words(twin_edition, "checks.md")
    assert "objection-not-sought jones2021phones opposes people-look-up" in said
    reason = "The letter asks only whether anybody looks."
    assert reason in said
    assert reason in words(twin_edition, "claims/people-look-up.md")


def test_rules_without_a_page_are_named_without_a_link(twin_edition: Edition) -> None:
    assert "rules/" not in twin_edition.pages["checks.md"].body


def test_a_source_page_says_what_falls_with_it(twin_edition: Edition) -> None:
    said = words(twin_edition, "sources/smith2019counting.md")
    assert "If this source falls" in said
    assert "Claims that no other source supports People on the square look at the clock." in said
    assert "If this source falls" not in words(twin_edition, "sources/baker2020clock.md")


def test_a_source_says_whether_it_answered(broken: Edition) -> None:
    said = words(broken, "sources/jones2021phones.md")
    assert "Reachable the server says that there is no such page, 20 November 2026" in said


def test_a_claim_says_what_it_owes(twin_edition: Edition) -> None:
    said = words(twin_edition, "claims/phones-tell-time.md")
    assert "Owed: one origin only , nothing read beyond an abstract" in said
    assert "Owed" not in words(twin_edition, "claims/people-look-up.md")


def test_debt_is_one_figure_a_section(twin_edition: Edition) -> None:
    assert "No earlier state is on record" in words(twin_edition, "gaps.md")
    figure = r"(\d) of (\d) claims owe something"
    assert re.search(figure, words(twin_edition, "sections/time.md"))


def test_debt_has_a_course_where_earlier_states_are_on_record(broken: Edition) -> None:
    body = broken.pages["gaps.md"].body
    assert body.count('class="cb-trend"') == 2
    assert "100% owing on 1 January 2026, 50% on 1 February 2026" in body
    assert "no earlier state" in words(broken, "gaps.md")

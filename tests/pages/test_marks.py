"""The four marks of a citation: what each was earned with, and no more."""

from dataclasses import replace

import pytest

from claimbook.links.results import Result, Sight, Words
from claimbook.links.states import State
from claimbook.model import Argument, Evidence, Reading, Source
from claimbook.pages.leads import Lead, lead, silent, words_lead
from claimbook.pages.marks import Earned, bears, marks, reaches, resolves, words_found
from tests.making import argument, piece, source, text

DAY = "2026-11-22"
DOI, URL, COPY = "https://doi.org/10.1000/a", "https://example.org/a", "https://example.net/a"
ONE = source("one", doi="10.1000/a", url=URL, archiveurl=COPY, archivedate="2020-02-03")


def seen(address: str, state: State, *words: Words) -> dict[str, Result]:
    return {address: Result(address, state, DAY, words=words)}


def quoting(words: str) -> Evidence:
    return replace(piece("one"), quote=text(words))


def with_one(evidence: Evidence) -> Argument:
    return argument({"thesis": {"evidence": [evidence]}}, sources=[ONE])


def test_an_entry_resolves_in_part_where_a_field_was_not_confirmed() -> None:
    assert resolves(ONE).earned is Earned.YES
    lacking = resolves(source("two", unconfirmed="author, year"))
    assert (lacking.earned, lacking.says) == (
        Earned.PARTLY,
        "nobody could confirm its author, year",
    )


@pytest.mark.parametrize(
    ("state", "earned"),
    [
        (State.OK, Earned.YES),
        (State.MOVED, Earned.YES),
        (State.SOFT_404, Earned.PARTLY),
        (State.REFUSED, Earned.OPEN),
        (State.DEFERRED, Earned.OPEN),
        (State.GONE, Earned.NO),
    ],
)
def test_reachable_is_what_was_seen_and_when(state: State, earned: Earned) -> None:
    mark = reaches(ONE, seen(URL, state))
    assert (mark.earned, mark.date) == (earned, DAY)
    assert state.meaning in mark.says


def test_nothing_is_said_of_an_address_that_was_not_asked() -> None:
    assert (reaches(ONE, {}).earned, reaches(ONE, {}).date) == (Earned.OPEN, "")
    assert reaches(source("book"), {}).says == "it has no address"


def test_a_copy_that_answers_is_named_as_one() -> None:
    results = seen(DOI, State.GONE) | seen(URL, State.GONE) | seen(COPY, State.OK)
    assert reaches(ONE, results).earned is Earned.YES
    assert reaches(ONE, results).says.startswith("its archived copy: ")


@pytest.mark.parametrize(
    ("sight", "earned", "says"),
    [
        (Sight.FOUND, Earned.YES, "“a third” stands there, p. 3"),
        (Sight.NEAR, Earned.PARTLY, "“a third” stands there otherwise"),
        (Sight.MISSING, Earned.NO, "“a third” was not found there"),
        (Sight.UNREAD, Earned.OPEN, "“a third” could not be looked for"),
    ],
)
def test_words_are_found_where_they_stand(sight: Sight, earned: Earned, says: str) -> None:
    results = seen(URL, State.OK, Words("a third", sight, "p. 3"))
    mark = words_found(quoting("a third"), ONE, results)
    assert (mark.earned, mark.says, mark.date) == (earned, says, DAY)


def test_words_of_another_quote_say_nothing() -> None:
    results = seen(URL, State.OK, Words("a half", Sight.FOUND))
    assert words_found(quoting("a third"), ONE, results).earned is Earned.OPEN
    assert words_found(piece("one"), ONE, results).says == "no words were marked to be looked for"


def test_who_says_so_having_read_how_much() -> None:
    once = replace(piece("one", "opposes"), reading=Reading.EXCERPT)
    assert bears(once).says == "say the editors after one reading of an excerpt"
    assert (bears(once).name, bears(once).earned) == ("Opposes", Earned.PARTLY)
    twice = bears(replace(once, checked=text(DAY), reader=text("Ana Ruiz")))
    assert twice.says == "says Ana Ruiz after a second reading of an excerpt"
    assert (twice.earned, twice.date) == (Earned.YES, DAY)
    vain = bears(replace(once, not_found=text(DAY)))
    assert (vain.earned, vain.date) == (Earned.PARTLY, DAY)
    assert vain.says.endswith("it was looked for again and not found")


def test_the_marks_stand_in_their_order() -> None:
    names = [mark.name for mark in marks(with_one(piece("one")), piece("one"), {})]
    assert names == ["Resolves", "Reachable", "Words found", "Supports"]


@pytest.mark.parametrize(
    ("given", "results", "expected"),
    [
        (ONE, {}, Lead(DOI)),
        (ONE, seen(DOI, State.GONE), Lead(URL)),
        (ONE, seen(DOI, State.REFUSED), Lead(DOI)),
        (source("bare"), {}, None),
        (source("gone", url=URL), seen(URL, State.GONE), Lead(URL)),
        (source("copy", archiveurl=COPY), {}, Lead(COPY, "an archived copy")),
    ],
)
def test_where_a_source_is_looked_up(
    given: Source, results: dict[str, Result], expected: Lead | None
) -> None:
    assert lead(given, results) == expected


def test_a_source_that_fell_silent_leads_to_its_copy() -> None:
    results = seen(DOI, State.GONE) | seen(URL, State.NO_HOST)
    note = "an archived copy of 3 February 2020; the original no longer answers"
    assert lead(ONE, results) == Lead(COPY, note)
    assert silent(with_one(piece("one")), results) == {"one"}
    assert silent(with_one(piece("one")), results | seen(COPY, State.OK)) == frozenset()


def test_a_quote_leads_to_its_words() -> None:
    assert words_lead(quoting("a third"), ONE, {}) == f"{DOI}#:~:text=a%20third"
    assert words_lead(piece("one"), ONE, {}) == ""
    assert words_lead(quoting("a third"), source("bare"), {}) == ""

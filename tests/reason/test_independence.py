"""Sources of one origin count once."""

from claimbook.model import Person, Source
from claimbook.reason.independence import origins
from claimbook.reason.weight import weigh
from tests.making import argument, piece, source, text


def by(key: str, *authors: tuple[str, str], **fields: str) -> Source:
    people = tuple(Person(*author) for author in authors)
    named = {name: text(value) for name, value in fields.items()}
    return Source(text(key), text("misc"), named, people)


def groups(*sources: Source) -> list[list[str]]:
    return [[str(source.key) for source in group] for group in origins(sources)]


def test_strangers_are_independent() -> None:
    assert groups(by("a", ("Doe", "Jane")), by("b", ("Doe", "John"))) == [["a"], ["b"]]


def test_a_shared_author_ties_however_accents_and_points_are_written() -> None:
    first, second = by("a", ("Müller", "J. R.")), by("b", ("Muller", "J R"), ("Roe", "Ann"))
    assert groups(first, second) == [["a", "b"]]


def test_others_are_nobody() -> None:
    assert groups(by("a", ("others", "")), by("b", ("others", ""))) == [["a"], ["b"]]


def test_a_family_ties_to_what_the_same_organisation_paid_for() -> None:
    assert groups(by("a", family="ministry"), by("b", funder="city, ministry")) == [["a", "b"]]


def test_a_shared_basis_ties_though_the_basis_is_not_among_the_sources() -> None:
    assert groups(by("a", derivedfrom="data"), by("b", derivedfrom="data")) == [["a", "b"]]


def test_a_work_is_tied_to_what_derives_from_it() -> None:
    derived = by("b", derivedfrom="data")
    assert groups(by("data"), by("other"), derived) == [["data", "b"], ["other"]]


def test_ties_run_on() -> None:
    chained = by("a", family="x"), by("b", funder="y"), by("c", family="x", funder="y")
    assert groups(*chained) == [["a", "b", "c"]]
    assert groups(*chained[:2]) == [["a"], ["b"]]


def test_what_shares_an_author_with_the_text_is_not_independent_of_it() -> None:
    sources = [by("article", ("Doe", "Jane")), by("own", ("Doe", "Jane")), source("other")]
    pieces = [piece("own"), piece("other")]
    made = argument({"thesis": {"evidence": pieces}}, sources=sources)
    weight = weigh(made, made.claims.values())
    assert (weight.origins, weight.independent) == (2, 1)

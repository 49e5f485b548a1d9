"""Sources of a bibliography and the places they know."""

import pytest
from pybtex.database import parse_string  # type: ignore[import-untyped] # ships no types

from claimbook.model import Person, Source
from claimbook.read.bibliography import bibliography
from claimbook.read.decoding import SourceText
from claimbook.read.files import collect
from tests.conftest import ROOT

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def source(*fields: str) -> Source:
    text = "@misc{key,\n" + "".join(f"  {field},\n" for field in fields) + "}\n"
    found = bibliography(SourceText("b.bib", text))
    assert found.problems == ()
    return found.sources["key"]


@pytest.mark.parametrize(
    ("latex", "plain"),
    [
        (r"Criminology \& Justice", "Criminology & Justice"),
        (r"{Between} Vi{\'e}tnam and {\"O}land", "Between Viétnam and Öland"),
        (r"50\% of \$3 in \#1_a", "50% of $3 in #1_a"),
        ("12--34", "12–34"),
        ("``Quoted'' ~ text", "“Quoted” text"),
        ("two\n    lines", "two lines"),
        (r"broken \begin{x} {", r"broken \begin{x} {"),
    ],
)
def test_latex_becomes_text(latex: str, plain: str) -> None:
    text = f"@misc{{key,\n  title = {{{latex}}},\n}}\n"
    found = bibliography(SourceText("b.bib", text))
    if found.sources:
        assert found.sources["key"].fields["title"] == plain
    else:
        assert [problem.rule for problem in found.problems] == ["bibtex-syntax"]


@pytest.mark.parametrize(
    "month", ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
)
def test_months_stand_without_braces(month: str) -> None:
    assert source(f"month = {month}").fields["month"]


def test_addresses_are_not_latex() -> None:
    address = "https://example.org/~a/b%20c_d?e=1&f=2#g"
    assert source(f"url = {{{address}}}").fields["url"] == address
    assert source(r"url = {https://example.org/a\_b\%20c}").fields["url"].endswith("a_b%20c")


@pytest.mark.parametrize(
    ("names", "people"),
    [
        ("Ruiz, Ana", (Person("Ruiz", "Ana"),)),
        ("Ana Ruiz and Ben Okafor", (Person("Ruiz", "Ana"), Person("Okafor", "Ben"))),
        ("van der Laan, Peter", (Person("van der Laan", "Peter"),)),
        ("Garc{\\'\\i}a M{\\'a}rquez, Gabriel", (Person("García Márquez", "Gabriel"),)),
        (
            "{Army and Navy} and {{An Office, Inc.}}",
            (Person("Army and Navy"), Person("An Office, Inc.")),
        ),
        ("{\\'A}gnes Nagy", (Person("Nagy", "Ágnes"),)),
    ],
)
def test_names_are_split(names: str, people: tuple[Person, ...]) -> None:
    assert source(f"author = {{{names}}}").authors == people
    assert source(f"editor = {{{names}}}").editors == people


def test_every_value_knows_its_place() -> None:
    text = (
        "A remark.\n\n@misc{ key ,\n"
        "  title = {The {Title} of title}, year=2020,\n"
        '  Note\n   = "a note"\n}\n@misc{b,title={x}}\n'
    )
    found = bibliography(SourceText("b.bib", text)).sources
    places = {name: str(value.place) for name, value in found["key"].fields.items()}
    assert places == {"title": "b.bib:4:11", "year": "b.bib:4:40", "note": "b.bib:6:6"}
    assert str(found["key"].place) == "b.bib:3:8"
    assert str(found["b"].fields["title"].place) == "b.bib:8:15"
    assert str(found["key"].fields["title"].place_of("of")) == "b.bib:4:24"


def test_abbreviations_are_written_out() -> None:
    text = "@string{press = {Stone Press}}\n@misc{key, publisher = press, month = jan}\n"
    fields = bibliography(SourceText("b.bib", text)).sources["key"].fields
    assert fields == {"publisher": "Stone Press", "month": "jan"}


def test_a_broken_entry_costs_no_other() -> None:
    text = "@misc{a, title = {x}}\n\n@misc{b, title = {x\n\n@misc{c, title = {x}}\n"
    found = bibliography(SourceText("b.bib", text))
    assert [*found.sources] == ["a", "c"]
    assert [str(problem.place) for problem in found.problems] == ["b.bib:3:1"]
    assert not found.whole


def test_the_real_bibliography_is_read_as_pybtex_reads_it() -> None:
    content = collect(ROOT)["references.bib"].decode()
    theirs = parse_string(content, "bibtex").entries
    ours = bibliography(SourceText("references.bib", content)).sources
    assert list(ours) == list(theirs)
    for key, entry in theirs.items():
        assert len(ours[key].authors) == len(entry.persons.get("author", []))
        assert {*ours[key].fields} == {*map(str.lower, entry.fields), *entry.persons}

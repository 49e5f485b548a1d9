from dataclasses import replace

from claimbook.model import Bearing, EvidenceType
from claimbook.reason.spread import UNRECORDED, by_year, most, spread, types
from tests.making import argument, claim, piece, section, source

NEWS, REVIEW = EvidenceType.NEWS, EvidenceType.SYSTEMATIC_REVIEW
SOURCES = [
    source("old", evidencetype=NEWS, year="1999"),
    source("new", evidencetype=REVIEW, year="2020"),
    source("same", evidencetype=NEWS, year="2020"),
    source("bare"),
]
FIRST = claim(
    "thesis",
    evidence=[piece("old"), piece("old"), piece("same"), piece("new", "opposes"), piece("bare")],
)
SECOND = claim(
    "other", evidence=[piece("old"), piece("new", "context"), piece("not-entered", "qualifies")]
)
MADE = argument([section("only", [FIRST, SECOND])], sources=SOURCES)


def test_a_row_for_each_type_the_most_tested_first() -> None:
    rows = spread(MADE, MADE.claims.values())
    assert [row.type for row in rows] == [REVIEW, NEWS, UNRECORDED]
    assert types()[0] == REVIEW
    assert types()[-1] == UNRECORDED
    review, news, unrecorded = rows
    assert review.sources == {
        Bearing.SUPPORTS: {},
        Bearing.QUALIFIES: {},
        Bearing.OPPOSES: {"new": (FIRST,)},
    }
    assert news.sources[Bearing.SUPPORTS] == {"old": (FIRST, SECOND), "same": (FIRST,)}
    assert unrecorded.sources[Bearing.SUPPORTS] == {"bare": (FIRST,)}
    assert unrecorded.sources[Bearing.QUALIFIES] == {"not-entered": (SECOND,)}
    assert (news.count(Bearing.SUPPORTS), news.count(Bearing.OPPOSES)) == (2, 0)


def test_only_the_claims_that_are_asked_for() -> None:
    assert [row.type for row in spread(MADE, [SECOND])] == [NEWS, UNRECORDED]
    assert spread(MADE, [replace(SECOND, evidence=())]) == ()


def test_the_most_of_one_type() -> None:
    assert most(spread(MADE, MADE.claims.values())) == 2
    assert most([]) == 0


def test_sources_by_year_and_the_undated_last() -> None:
    years = by_year(MADE)
    assert list(years.items()) == [
        ("1999", ("old",)),
        ("2020", ("new", "same")),
        ("", ("bare",)),
    ]
    assert by_year(argument({"thesis": {}}, sources=SOURCES[:1])) == {"1999": ("old",)}

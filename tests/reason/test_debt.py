"""What a claim owes, and how much of a map is owed."""

from dataclasses import replace

import pytest

from claimbook.model import Argument, Evidence, Reading
from claimbook.reason.debt import Debt, debt_by_section
from claimbook.reason.gaps import Gap, gaps
from tests.making import argument, claim, piece, section, source, text

SOURCES = [source("one", family="same"), source("two", family="same"), source("other")]


def read(
    source_: str, reading: Reading, *, checked: bool = True, bearing: str = "supports"
) -> Evidence:
    day = text("2026-11-22") if checked else None
    return replace(piece(source_, bearing), reading=reading, checked=day)


def with_evidence(*pieces: Evidence) -> Argument:
    return argument({"thesis": {"evidence": pieces}}, sources=SOURCES)


SOUND = (read("one", Reading.FULL_TEXT), read("other", Reading.ABSTRACT))


@pytest.mark.parametrize(
    ("pieces", "owed"),
    [
        (SOUND, ()),
        ((), (Gap.NO_SOURCE,)),
        ((read("one", Reading.FULL_TEXT, bearing="context"),), (Gap.NO_SOURCE,)),
        ((read("one", Reading.EXCERPT), read("two", Reading.EXCERPT)), (Gap.ONE_ORIGIN,)),
        ((read("one", Reading.ABSTRACT), read("other", Reading.RECORD)), (Gap.ABSTRACT_ONLY,)),
        (
            (read("one", Reading.FULL_TEXT, checked=False), read("other", Reading.EXCERPT)),
            (),
        ),
        (
            [read(key, Reading.EXCERPT, checked=False) for key in ("one", "other")],
            (Gap.NEVER_CHECKED,),
        ),
        (
            (read("one", Reading.SECOND_HAND, checked=False),),
            (Gap.ONE_ORIGIN, Gap.ABSTRACT_ONLY, Gap.NEVER_CHECKED),
        ),
    ],
)
def test_what_a_claim_owes(pieces: tuple[Evidence, ...], owed: tuple[Gap, ...]) -> None:
    assert gaps(with_evidence(*pieces)).debt("thesis") == owed


def test_a_claim_owes_an_address_when_every_source_fell_silent() -> None:
    made = with_evidence(*SOUND)
    assert gaps(made, silent={"one"}).debt("thesis") == ()
    assert gaps(made, silent={"one", "other"}).debt("thesis") == (Gap.UNREACHABLE,)


def test_a_gap_that_no_work_can_close_is_no_debt() -> None:
    found = gaps(with_evidence(*SOUND))
    assert found.of["thesis"] == (Gap.ONE_SIDE,)
    assert found.debt("thesis") == ()


def test_one_figure_a_section_and_one_for_the_whole() -> None:
    sound = claim("sound", "first", evidence=SOUND)
    made = argument(
        [
            section("first", [sound, claim("bare", "first")]),
            section("second", [claim("naked", "second")]),
            section("third", []),
        ],
        thesis="sound",
        sources=SOURCES,
    )
    found = debt_by_section(made)
    assert found == {"": Debt(3, 2), "first": Debt(2, 1), "second": Debt(1, 1), "third": Debt(0, 0)}
    assert [found[id_].share for id_ in ("first", "second", "third")] == [0.5, 1.0, 0.0]

"""How far claims and findings reach in whom they speak of, and in time."""

from dataclasses import replace
from datetime import date

import pytest

from claimbook.model import Scope
from claimbook.rules.outside import Outside
from claimbook.rules.scopes import wider_than_evidence
from claimbook.rules.times import future_date
from tests.making import argument, claim, piece, section, source, text

TODAY = date(2026, 11, 23)


def is_wider(people: str, found: str) -> bool:
    evidence = [replace(piece("a"), scope=Scope(people=text(found)))]
    made = replace(claim("c", evidence=evidence), scope=Scope(people=text(people)))
    return bool([*wider_than_evidence(argument([section("only", [made])]))])


@pytest.mark.parametrize("little", ["a", "an", "and", "at", "in", "of", "or", "the", "who", "with"])
def test_little_words_narrow_nothing(little: str) -> None:
    assert not is_wider("women", f"{little} women")
    assert is_wider("women", f"{little} young women")


@pytest.mark.parametrize(
    ("day", "has_come"), [("2026-11-23", True), ("2026-11-24", True), ("2026-11-25", False)]
)
def test_a_day_has_come_where_it_has_come_anywhere(day: str, *, has_come: bool) -> None:
    made = argument({}, sources=[source("a", urldate=day)])
    assert bool([*future_date(made, Outside(TODAY))]) != has_come

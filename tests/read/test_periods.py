"""Stretches of time."""

from datetime import date

import pytest

from claimbook.read.periods import stretch, uncovered


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        ("2016", date(2016, 1, 1), date(2016, 12, 31)),
        ("2016-02", date(2016, 2, 1), date(2016, 2, 29)),
        ("2016-02-03", date(2016, 2, 3), date(2016, 2, 3)),
        ("1999/2019", date(1999, 1, 1), date(2019, 12, 31)),
        ("2016/..", date(2016, 1, 1), date.max),
        ("../2016-05", date.min, date(2016, 5, 31)),
        ("2016?/2018~", date(2016, 1, 1), date(2018, 12, 31)),
    ],
)
def test_days_of_a_period(period: str, first: date, last: date) -> None:
    assert stretch(period) == (first, last)


@pytest.mark.parametrize("period", ["2016-13", "2015-02-29", "0000", "2019/1999", "2016/2015-12"])
def test_days_that_no_calendar_has(period: str) -> None:
    with pytest.raises(ValueError, match=r"must be|out of range|before it begins"):
        stretch(period)


@pytest.mark.parametrize(
    ("wanted", "known", "first_gap"),
    [
        ("2018", ["2016/2020"], None),
        ("2016/2019", ["2018/2019", "2016/2017"], None),
        ("2018/..", ["2017/.."], None),
        ("2016/2019", ["2016", "2018/2019"], (date(2017, 1, 1), date(2017, 12, 31))),
        ("2016/2019", ["2018/2019"], (date(2016, 1, 1), date(2017, 12, 31))),
        ("2018/..", ["2018/2020"], (date(2021, 1, 1), date.max)),
        ("2018", ["2019", "2020"], (date(2018, 1, 1), date(2018, 12, 31))),
        ("2018", ["2016"], (date(2018, 1, 1), date(2018, 12, 31))),
        ("2018", [], (date(2018, 1, 1), date(2018, 12, 31))),
    ],
)
def test_what_a_period_leaves_uncovered(
    wanted: str, known: list[str], first_gap: tuple[date, date] | None
) -> None:
    assert uncovered(wanted, known) == first_gap

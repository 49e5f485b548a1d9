"""Places within places."""

import pytest

from claimbook.reason.places import parts, uncovered


@pytest.mark.parametrize(
    ("wanted", "known"),
    [
        ("SE", ["SE"]),
        ("SE", ["EU"]),
        ("SE", ["150"]),
        ("GB-NIR", ["GB"]),
        ("GB-NIR", ["GB-NIR"]),
        ("US-MA", ["001"]),
        ("019", ["021", "419"]),
        ("EU", ["150", "CY"]),
    ],
)
def test_a_place_lies_in(wanted: str, known: list[str]) -> None:
    assert uncovered([wanted], known) == ()


@pytest.mark.parametrize(
    ("wanted", "known"),
    [
        ("SE", []),
        ("SE", ["NO"]),
        ("EU", ["SE", "FI"]),
        ("GB", ["GB-NIR"]),
        ("GB-NIR", ["GB-ENG"]),
        ("NO", ["EU"]),
        ("EU", ["150"]),
        ("001", ["EU", "US"]),
    ],
)
def test_a_place_reaches_beyond(wanted: str, known: list[str]) -> None:
    assert uncovered([wanted], known) == (wanted,)


def test_only_what_lies_outside_is_named() -> None:
    assert uncovered(["SE", "NO", "FR"], ["EU"]) == ("NO",)


def test_regions_hold_countries_alone() -> None:
    assert len(parts("EU")) == 27
    assert {len(code) for code in parts("001")} == {2}

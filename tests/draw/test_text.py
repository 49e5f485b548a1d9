import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimbook.draw.text import width, wrap

WORDS = "Criminalising the purchase of sex makes selling sex more dangerous"


@given(st.text(max_size=300), st.floats(20, 400), st.floats(8, 24), st.booleans())
def test_no_line_is_wider_than_its_room(text: str, room: float, size: float, bold: bool) -> None:  # noqa: FBT001 -- drawn
    for line in wrap(text, room, size, bold=bold):
        assert width(line, size, bold=bold) <= room or len(line) == 1


@given(st.text(max_size=300), st.floats(20, 400), st.integers(1, 4))
def test_what_is_cut_off_ends_in_an_ellipsis_and_still_fits(
    text: str, room: float, most: int
) -> None:
    full, cut = wrap(text, room, 13), wrap(text, room, 13, lines=most)
    assert len(cut) == min(len(full), most)
    assert cut == full or cut[-1].endswith("…")
    assert all(width(line, 13) <= room or len(line) == 1 for line in cut)


@given(st.text(max_size=300), st.floats(20, 400))
def test_nothing_is_lost_or_added_but_line_breaks(text: str, room: float) -> None:
    spaces = str.maketrans("", "", " \t\r\n")
    assert "".join(wrap(text, room, 13)).translate(spaces) == text.translate(spaces)


def test_lines_break_between_words() -> None:
    lines = wrap(WORDS, 170, 13)
    assert " ".join(lines) == WORDS
    assert len(lines) == 4


def test_a_no_break_space_does_not_break() -> None:
    phrase = "hundred\N{NO-BREAK SPACE}cases"
    assert wrap(f"a {phrase}", width(phrase, 13), 13) == ("a", phrase)


@pytest.mark.parametrize("char", ["e", "É", "ß", "Ж", "字", "😀"])
def test_every_letter_has_a_width(char: str) -> None:
    assert 0 < width(char, 10) <= 11


def test_an_accent_takes_no_room_of_its_own() -> None:
    assert width(unicodedata.normalize("NFD", "é"), 10) == width("é", 10) == width("e", 10)

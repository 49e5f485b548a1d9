"""Letters set one by one are the lines that the font itself sets."""

import pytest
from PIL import Image, ImageChops, ImageDraw

from claimbook.preview.lettering import Typeface, _font, coverage

FACES = [Typeface("serif.ttf", 56), Typeface("serif.ttf", 28), Typeface("sans.ttf", 26)]
LINES = (
    "Where a claim stands, and what it rests on: “AVA”, fjord, T^",
    "A\N{COMBINING ACUTE ACCENT}ffi  …WÅgj(42 %) — ł\ufffe",
)


@pytest.mark.parametrize("face", FACES)
def test_lines_are_what_the_font_sets(face: Typeface) -> None:
    mine = coverage(LINES, face, 600)
    whole = Image.new("L", mine.size)
    for number, line in enumerate(LINES):
        place = (0, round(number * face.leading))
        ImageDraw.Draw(whole).text(place, line, fill=255, font=_font(face.name, face.size))
    assert mine.getbbox()
    assert ImageChops.difference(mine, whole).getbbox() is None


@pytest.mark.parametrize("face", FACES)
def test_lines_are_as_full_as_the_room_allows(face: Typeface) -> None:
    words = f"{LINES[0]} {'unbelievably' * 9} {LINES[1]}".split()
    lines = [line.split() for line in face.wrapped(" ".join(words), 480)]
    assert [word for line in lines for word in line] == words
    for line, after in zip(lines, [*lines[1:], []], strict=True):
        assert len(line) == 1 or face.width(" ".join(line)) <= 480
        assert not after or face.width(" ".join((*line, after[0]))) > 480


def test_a_text_on_one_line_is_cut_to_the_room() -> None:
    face = FACES[2]
    assert face.shortened("One\ntwo", 400) == "One two"
    cut = face.shortened("endless " * 40, 400)
    assert cut.endswith("…")
    assert face.width(cut) <= 400

"""Letters set side by side: each is drawn once for a font, and stamped wherever it stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from io import BytesIO
from typing import Final

from PIL import Image, ImageDraw, ImageFont

LEADING: Final = 1.24


@dataclass(frozen=True)
class Typeface:
    """A font of the project at a size in pixels."""

    name: str
    size: int

    @property
    def leading(self) -> float:
        """From one line to the next."""
        return self.size * LEADING

    def width(self, text: str) -> float:
        """The width of a text; no pair of letters stands closer than the rest."""
        return sum(_stamp(self, letter).advance for letter in text)

    def shortened(self, text: str, room: float) -> str:
        """The text on one line, cut where it is wider than the room."""
        text = " ".join(text.split())
        if self.width(text) <= room:
            return text
        while text and self.width(f"{text}…") > room:
            text = text[:-1]
        return f"{text.rstrip()}…"

    def wrapped(self, text: str, room: float) -> Sequence[str]:
        """The lines of a text; a word that is wider than the room has one for itself."""
        lines: list[list[str]] = [[]]
        end, space = 0.0, self.width(" ")
        for word in text.split():
            width = _word(self, word)
            if lines[-1] and end + space + width > room:
                lines.append([])
            end = end + space + width if lines[-1] else width
            lines[-1].append(word)
        return [" ".join(words) for words in lines]


def coverage(lines: Sequence[str], face: Typeface, width: int) -> Image.Image:
    """Lines below each other: how much of each pixel their letters cover, 255 for all of it."""
    mask = Image.new("L", (width, round(face.leading * (len(lines) + 0.5))))
    draw = ImageDraw.Draw(mask)
    for number, line in enumerate(lines):
        _set(line, round(number * face.leading), face, draw)
    return mask


def _set(line: str, top: int, face: Typeface, draw: ImageDraw.ImageDraw) -> None:
    x = 0.0
    for letter in line:
        stamp = _stamp(face, letter)
        if stamp.mask:
            draw.bitmap((int(x) + stamp.left, top + stamp.top), stamp.mask, fill=255)
        x += stamp.advance


@cache
def _word(face: Typeface, word: str) -> float:
    return face.width(word)


@dataclass(frozen=True)
class _Stamp:
    mask: Image.Image | None
    left: int
    top: int
    advance: float


@cache
def _stamp(face: Typeface, letter: str) -> _Stamp:
    font = _font(face.name, face.size)
    left, top, right, bottom = map(int, font.getbbox(letter))
    advance = font.getlength(letter)
    if right <= left or bottom <= top:
        return _Stamp(None, 0, 0, advance)
    mask = Image.new("L", (right - left, bottom - top))
    ImageDraw.Draw(mask).text((-left, -top), letter, fill=255, font=font)
    return _Stamp(mask, left, top, advance)


@cache
def _font(name: str, size: int) -> ImageFont.FreeTypeFont:
    content = (files("claimbook") / "preview" / "fonts" / name).read_bytes()
    basic = ImageFont.Layout.BASIC  # the other engine is not on every machine
    return ImageFont.truetype(BytesIO(content), size, layout_engine=basic)

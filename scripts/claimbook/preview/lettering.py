"""Letters set side by side: a word is set once for a font, and stamped wherever it stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from io import BytesIO
from typing import Final

from PIL import Image, ImageDraw, ImageFont

LEADING: Final = 1.24
WORDS: Final = 4096  # that are kept set, some kilobytes each


@dataclass(frozen=True)
class Typeface:
    """A font of the project at a size in pixels."""

    name: str
    size: int

    @property
    def leading(self) -> float:
        """From one line to the next."""
        return self.size * LEADING

    def width(self, text: str) -> int:
        """The width of a text; no pair of letters stands closer than the rest."""
        return sum(_letter(self, letter).advance for letter in text)

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
        end, space = 0, self.width(" ")
        for word in text.split():
            width = _word(self, word).advance
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
    x = 0
    for word in line.split(" "):
        stamp = _word(face, word)
        _put(stamp, x, top, draw)
        x += stamp.advance + face.width(" ")


@dataclass(frozen=True)
class _Stamp:
    """What is seen of a letter or a word, where it begins, and how far off the next one is."""

    mask: Image.Image | None
    left: int
    top: int
    advance: int


def _put(stamp: _Stamp, x: int, top: int, draw: ImageDraw.ImageDraw) -> None:
    if stamp.mask:
        draw.bitmap((x + stamp.left, top + stamp.top), stamp.mask, fill=255)


@lru_cache(WORDS)
def _word(face: Typeface, word: str) -> _Stamp:
    around = face.size  # no letter reaches further out of its place
    mask = Image.new("L", (face.width(word) + 2 * around, 3 * around))
    draw, x = ImageDraw.Draw(mask), around
    for letter in word:
        stamp = _letter(face, letter)
        _put(stamp, x, around, draw)
        x += stamp.advance
    return _seen(mask, around, x - around)


def _seen(mask: Image.Image, around: int, advance: int) -> _Stamp:
    box = mask.getbbox()
    if not box:
        return _Stamp(None, 0, 0, advance)
    return _Stamp(mask.crop(box), box[0] - around, box[1] - around, advance)


@cache
def _letter(face: Typeface, letter: str) -> _Stamp:
    font = _font(face.name, face.size)
    left, top, right, bottom = map(int, font.getbbox(letter))
    advance = round(font.getlength(letter))  # this engine sets letters at whole pixels
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

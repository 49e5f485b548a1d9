"""Cards as PNGs: words at the left, the map at the right."""

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from io import BytesIO
from typing import Final

from PIL import Image, ImageDraw, ImageFont

from claimbook.preview.card import Card
from claimbook.preview.miniature import HEIGHT, WIDTH, Miniature
from claimbook.preview.paper import Paper

SIZE: Final = (1200, 630)
_LEFT: Final = 60
_ROOM: Final = SIZE[0] - WIDTH - 2 * _LEFT
_TOP: Final = 118
_FOOT: Final = 590
_LEADING: Final = 1.24
_SIZES: Final = (56, 52, 48, 44, 40, 36, 32, 28)


def paint(card: Card, map_: Miniature, paper: Paper) -> bytes:
    """The PNG of a card."""
    canvas = Image.new("P", SIZE, paper.blank)
    canvas.putpalette(paper.palette)
    place = (SIZE[0] - WIDTH - _LEFT // 2, (SIZE[1] - HEIGHT) // 2)
    canvas.paste(map_.image, place)
    _mark(canvas, card, map_, place, paper)
    _write(canvas, card, paper)
    packed = BytesIO()
    canvas.save(packed, "PNG", compress_level=3)
    return packed.getvalue()


def _mark(
    canvas: Image.Image, card: Card, map_: Miniature, place: tuple[int, int], paper: Paper
) -> None:
    if card.marked not in map_.boxes:
        return
    left, top, right, bottom = map_.boxes[card.marked]
    around = (place[0] + left - 3, place[1] + top - 3, place[0] + right + 3, place[1] + bottom + 3)
    fill = paper.index("--cb-ink")
    ImageDraw.Draw(canvas).rounded_rectangle(around, 5, fill=fill)


def _write(canvas: Image.Image, card: Card, paper: Paper) -> None:
    quiet, ink = paper.ramp("--cb-quiet"), paper.ramp("--cb-ink")
    facts = [_shortened(fact, _sans(26)) for fact in card.facts]
    foot = _FOOT - 40 * len(facts)
    size, lines = _fitted(card.headline, foot - _TOP - 20)
    _set([_shortened(card.eyebrow, _sans(26))], 52, _sans(26), quiet, canvas)
    _set(lines, _TOP, _serif(size), ink, canvas)
    _set(facts, foot, _sans(26), quiet, canvas)


def _set(
    lines: Sequence[str],
    top: int,
    font: ImageFont.FreeTypeFont,
    ramp: Sequence[int],
    canvas: Image.Image,
) -> None:
    """Set lines below each other. Every pixel of the letters becomes a colour of the ramp."""
    leading = font.size * _LEADING
    mask = Image.new("L", (_ROOM + 30, round(leading * (len(lines) + 0.5))))
    draw = ImageDraw.Draw(mask)
    for number, line in enumerate(lines):
        draw.text((0, round(number * leading)), line, fill=255, font=font)
    canvas.paste(mask.point(ramp), (_LEFT, top))


def _fitted(text: str, space: float) -> tuple[int, Sequence[str]]:
    """The largest size at which the text keeps to the space, and its lines."""
    for size in _SIZES:
        lines = _wrapped(text, _serif(size))
        if len(lines) * size * _LEADING <= space:
            return size, lines
    most = max(int(space // (size * _LEADING)), 1)
    return size, (*lines[: most - 1], f"{lines[most - 1]} …")


def _wrapped(text: str, font: ImageFont.FreeTypeFont) -> Sequence[str]:
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and _width(longer, font) > _ROOM:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def _shortened(text: str, font: ImageFont.FreeTypeFont) -> str:
    if _width(text, font) <= _ROOM:
        return text
    while text and _width(f"{text}…", font) > _ROOM:
        text = text[:-1]
    return f"{text.rstrip()}…"


def _width(text: str, font: ImageFont.FreeTypeFont) -> float:
    """The width of a text; no pair of letters stands closer than the rest."""
    return sum(_advance(font, letter) for letter in text)


@cache
def _advance(font: ImageFont.FreeTypeFont, letter: str) -> float:
    return font.getlength(letter)


def _serif(size: int) -> ImageFont.FreeTypeFont:
    return _font("serif.ttf", size)


def _sans(size: int) -> ImageFont.FreeTypeFont:
    return _font("sans.ttf", size)


@cache
def _font(name: str, size: int) -> ImageFont.FreeTypeFont:
    content = (files("claimbook") / "preview" / "fonts" / name).read_bytes()
    basic = ImageFont.Layout.BASIC  # the other engine is not on every machine
    return ImageFont.truetype(BytesIO(content), size, layout_engine=basic)

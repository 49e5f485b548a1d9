"""Cards as PNGs: words at the left, the map at the right."""

from collections.abc import Sequence
from io import BytesIO
from typing import Final

from PIL import Image, ImageDraw

from claimbook.preview.card import Card
from claimbook.preview.lettering import Typeface, coverage
from claimbook.preview.miniature import HEIGHT, WIDTH, Miniature
from claimbook.preview.paper import Paper

SIZE: Final = (1200, 630)
_LEFT: Final = 60
_ROOM: Final = SIZE[0] - WIDTH - 2 * _LEFT
_TOP: Final = 118
_FOOT: Final = 590
_SMALL: Final = Typeface("sans.ttf", 26)
_LARGE: Final = tuple(Typeface("serif.ttf", size) for size in (56, 52, 48, 44, 40, 36, 32, 28))


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
    facts = [_SMALL.shortened(fact, _ROOM) for fact in card.facts]
    foot = _FOOT - 40 * len(facts)
    face, lines = _fitted(card.headline, foot - _TOP - 20)
    _set([_SMALL.shortened(card.eyebrow, _ROOM)], 52, _SMALL, quiet, canvas)
    _set(lines, _TOP, face, ink, canvas)
    _set(facts, foot, _SMALL, quiet, canvas)


def _set(
    lines: Sequence[str], top: int, face: Typeface, ramp: Sequence[int], canvas: Image.Image
) -> None:
    """Set lines below each other. Every pixel of the letters becomes a colour of the ramp."""
    canvas.paste(coverage(lines, face, _ROOM + 30).point(ramp), (_LEFT, top))


def _fitted(text: str, space: float) -> tuple[Typeface, Sequence[str]]:
    """The largest size at which the text keeps to the space, and its lines."""
    for face in _LARGE:
        lines = face.wrapped(text, _ROOM)
        if len(lines) * face.leading <= space:
            return face, lines
    most = max(int(space // face.leading), 1)
    return face, (*lines[: most - 1], f"{lines[most - 1]} …")

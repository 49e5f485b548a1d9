"""A map so small that only its shape is left: boxes and lines, each claim's box to be marked."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from PIL import Image, ImageDraw

from claimbook.draw.layout import Frame, Point
from claimbook.draw.map import ClaimNode, Map, Relation
from claimbook.draw.placing import Picture, Setting, picture
from claimbook.model import Voice
from claimbook.preview.paper import Colour, Paper
from claimbook.reason.verdict import Verdict

WIDTH: Final = 500
HEIGHT: Final = 566
_FINE: Final = 3  # painted so many times larger, for soft edges
_LARGEST: Final = 0.62  # no map is drawn larger than this, so that few boxes stay a miniature
_OPPOSING: Final = frozenset({Relation.REBUTS, Relation.UNDERCUTS})

Rectangle = tuple[float, float, float, float]


@dataclass(frozen=True)
class Miniature:
    """The picture in the colours of a `Paper`, and where each claim's box stands in it."""

    image: Image.Image
    boxes: Mapping[str, Rectangle]


def miniature(map_: Map, verdicts: Mapping[str, Verdict], paper: Paper) -> Miniature:
    """The miniature of a map."""
    laid_out = picture(map_, verdicts, Setting())
    scale = _Scale.of(laid_out.frame)
    large = Image.new("RGB", (WIDTH * _FINE, HEIGHT * _FINE), paper.colour("--cb-paper"))
    _draw(ImageDraw.Draw(large), laid_out, scale, paper)
    small = large.resize((WIDTH, HEIGHT), Image.Resampling.BOX)
    boxes = {placed.node.id: scale.rectangle(placed.frame) for placed in laid_out.nodes}
    reduced = small.quantize(palette=paper.sheet, dither=Image.Dither.NONE)
    return Miniature(reduced.point([paper.clean(index) for index in range(256)]), boxes)


@dataclass(frozen=True)
class _Scale:
    """How a map's pixels become the miniature's: larger by `factor`, then moved."""

    factor: float
    x: float
    y: float

    @classmethod
    def of(cls, frame: Frame) -> "_Scale":
        factor = min((WIDTH - 20) / frame.width, (HEIGHT - 20) / frame.height, _LARGEST)
        left = (WIDTH - frame.width * factor) / 2 - frame.x * factor
        top = (HEIGHT - frame.height * factor) / 2 - frame.y * factor
        return cls(factor, left, top)

    def point(self, point: Point) -> tuple[float, float]:
        return point.x * self.factor + self.x, point.y * self.factor + self.y

    def rectangle(self, frame: Frame) -> Rectangle:
        far = Point(frame.x + frame.width, frame.y + frame.height)
        return (*self.point(Point(frame.x, frame.y)), *self.point(far))


def _draw(draw: ImageDraw.ImageDraw, laid_out: Picture, scale: _Scale, paper: Paper) -> None:
    for edge, way in laid_out.lines:
        name = "--cb-oppose" if edge.relation in _OPPOSING else "--cb-support"
        points = [_FINE * part for point in way for part in scale.point(point)]
        draw.line(points, fill=paper.colour(name), width=4, joint="curve")
    for placed in laid_out.nodes:
        if not isinstance(placed.node, ClaimNode):
            _joint(draw, placed.frame, scale, paper.colour("--cb-support"))
            continue
        around = tuple(_FINE * side for side in scale.rectangle(placed.frame))
        opponent = placed.node.claim.voice is Voice.OPPONENT
        line = paper.colour("--cb-oppose" if opponent else "--cb-line")
        fill = paper.colour("--cb-paper")
        draw.rounded_rectangle(around, 9, fill=fill, outline=line, width=4)


def _joint(draw: ImageDraw.ImageDraw, frame: Frame, scale: _Scale, colour: Colour) -> None:
    left, top, right, bottom = (_FINE * side for side in scale.rectangle(frame))
    x, y = (left + right) / 2, (top + bottom) / 2
    draw.line(((left, y), (right, y)), fill=colour, width=4)
    draw.ellipse((x - 8, y - 8, x + 8, y + 8), fill=colour)

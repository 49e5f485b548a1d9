"""The colours of a picture: one palette of 256, so that painting and packing take no time."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from PIL import Image, ImageColor

_STEPS: Final = 32

Colour = tuple[int, int, int]


@dataclass(frozen=True)
class Paper:
    """Colours by the names of the stylesheet, such as `--cb-ink`.

    The palette holds a ramp from the paper to each of the colours in `RAMPS`, for letters and
    lines with soft edges.
    """

    colours: Mapping[str, str]

    RAMPS = ("--cb-ink", "--cb-quiet", "--cb-line", "--cb-support", "--cb-oppose", "--cb-context")

    def colour(self, name: str) -> Colour:
        """A colour as red, green and blue."""
        red, green, blue = ImageColor.getrgb(self.colours[name])[:3]
        return red, green, blue

    def index(self, name: str) -> int:
        """The place of a colour in the palette."""
        return self._start(name) + _STEPS - 1

    @property
    def blank(self) -> int:
        """The place of the paper's own colour."""
        return 0

    def ramp(self, name: str) -> tuple[int, ...]:
        """For each coverage from 0 to 255 the place of the colour in the palette."""
        return self._ramps[name]

    @cached_property
    def _ramps(self) -> Mapping[str, tuple[int, ...]]:
        return {name: _places(self._start(name)) for name in self.RAMPS}

    @cached_property
    def palette(self) -> list[int]:
        """The palette as Pillow takes it."""
        return [part for colour in self._colours() for part in colour]

    @cached_property
    def sheet(self) -> Image.Image:
        """An image to which others can be reduced."""
        sheet = Image.new("P", (1, 1))
        sheet.putpalette(self.palette)
        return sheet

    def clean(self, index: int) -> int:
        """The paper in place of a colour that differs from it by less than the eye sees."""
        return self.blank if index < self._end() and index % _STEPS <= 1 else index

    def _end(self) -> int:
        return len(self.RAMPS) * _STEPS

    def _start(self, name: str) -> int:
        return self.RAMPS.index(name) * _STEPS

    def _colours(self) -> Iterator[Colour]:
        paper = self.colour("--cb-paper")
        for name in self.RAMPS:
            target = self.colour(name)
            for step in range(_STEPS):
                yield _mixed(paper, target, step / (_STEPS - 1))
        yield self.colour("--cb-band")
        yield self.colour("--cb-focus")


def _places(start: int) -> tuple[int, ...]:
    return tuple(start + coverage * (_STEPS - 1) // 255 for coverage in range(256))


def _mixed(paper: Colour, ink: Colour, share: float) -> Colour:
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(paper, ink, strict=True))
    return red, green, blue

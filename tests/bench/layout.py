"""What the map of a whole argument costs, from 100 to 5,000 boxes.

`python -m tests.bench.layout` prints seconds of processor time: to choose what is shown, to lay
it out, to write it as SVG; and the same without leaving anything out, by Graphviz alone.
"""

import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from claimbook.draw import Setting, whole
from claimbook.draw.dot import dot
from claimbook.draw.layout import Box, Direction, Layout, Link
from claimbook.draw.placing import picture
from claimbook.draw.svg import svg
from claimbook.judging import argument
from claimbook.model import Argument
from claimbook.reason.graph import Graph
from claimbook.reason.verdict import verdicts
from tests.bench.synthetic import SECTION, write

BOXES = (100, 1_000, 5_000)
STEPS = 1.1  # a claim, as the synthetic arguments are made

T = TypeVar("T")


def main(sizes: Sequence[int]) -> None:
    """Print a line for each number of boxes: claims and steps."""
    print("boxes  shown  choose  lay out  write    all    SVG   Graphviz, everything")  # noqa: T201
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            write(Path(folder), SECTION * round(size / SECTION / (1 + STEPS)))
            _measure(argument(Path(folder)))


def _measure(read: Argument) -> None:
    graph, found = Graph(read), verdicts(read)
    chosen, map_ = _timed(lambda: whole(graph))
    placed, drawn = _timed(lambda: picture(map_, found, Setting()))
    written, text = _timed(lambda: svg(map_, drawn, str, prefix="map"))
    engine = _Watched()
    everything = whole(graph, limit=len(read.claims))
    picture(everything, found, Setting(engine=engine))
    total = chosen + placed + written
    print(  # noqa: T201
        f"{len(everything.nodes):5}  {len(map_.nodes):5}  {chosen:4.2f} s   {placed:4.2f} s  "
        f"{written:4.2f} s {total:4.2f} s {len(text) >> 10:4} KB"
        f"  {engine.seconds:5.2f} s, ratio {total / engine.seconds:.2f}",
        flush=True,
    )


def _timed(make: Callable[[], T]) -> tuple[float, T]:
    start = time.process_time()
    made = make()
    return time.process_time() - start, made


class _Watched:
    """Graphviz, and the seconds it takes."""

    seconds = 0.0

    def __call__(self, boxes: Sequence[Box], links: Sequence[Link], direction: Direction) -> Layout:
        seconds, layout = _timed(lambda: dot(boxes, links, direction))
        self.seconds += seconds
        return layout


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or BOXES)

"""The newest of the figures that were kept, as tables: `python -m tests.bench`."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from tests.bench.history import kept

_CIRCUMSTANCES = ("bench", "day", "commit", "processors", "load", "disk")

Line = Mapping[str, float | int | str]


def main() -> None:
    """Print the newest figures of each bench, below where and when they were measured."""
    for text in tables(kept()):
        print(text)  # noqa: T201


def tables(lines: Iterable[Line]) -> Iterator[str]:
    """The newest line of each thing measured, those of one run below each other."""
    newest = {_thing(line): line for line in lines}.values()
    for run, found in groupby(newest, _run):
        yield f"\n{run}"
        for line in found:
            figures = {name: line[name] for name in line if name not in _CIRCUMSTANCES}
            yield "  " + "  ".join(f"{name} {figure}" for name, figure in figures.items())


def _thing(line: Line) -> tuple[object, ...]:
    return line["bench"], line["disk"], line.get("claims"), line.get("what")


def _run(line: Line) -> str:
    where = f"{line['processors']} processors, {line['disk']}"
    return f"{line['bench']}, {line['day']} at {line['commit']}: {where}"


if __name__ == "__main__":
    main()

"""A report as plain lines for a terminal; a function of the caller's gives colour."""

from collections.abc import Callable, Iterable, Iterator

from claimbook.exchange.difference.report import Item, Part, Report, Sort, Span

Style = Callable[[str, Sort], str]


def lines(report: Report, style: Style) -> Iterator[str]:
    """The report line by line; `style` dresses a text of some sort."""
    yield report.summary
    for part in report.parts:
        yield ""
        yield from part_lines(part, style)


def part_lines(part: Part, style: Style) -> Iterator[str]:
    """One part of a report line by line."""
    yield style(part.title, Sort.STRONG)
    yield from _items(part.items, style, 1)


def plain(text: str, sort: Sort) -> str:
    """A style without colour: what came and went stands in brackets."""
    marks = {Sort.ADDED: "[+{}+]", Sort.REMOVED: "[-{}-]"}
    return marks.get(sort, "{}").format(text)


def _items(items: Iterable[Item], style: Style, depth: int) -> Iterator[str]:
    for item in items:
        text = "".join(_span(span, style) for span in item.spans)
        yield f"{'  ' * depth}{'[ ] ' if item.to_do else ''}{text}"
        yield from _items(item.items, style, depth + 1)


def _span(span: Span, style: Style) -> str:
    name = f" ({span.target})" if span.sort is Sort.CLAIM and span.text != span.target else ""
    return f"{style(span.text, span.sort)}{name}"

"""A report as Markdown for a comment on a pull request: nothing in a text can act as markup."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from claimbook.exchange.difference.report import Item, Part, Report, Sort, Span

LONGEST: Final = 60_000  # characters; GitHub takes 65,536 in one comment
MARK: Final = "<!-- claimbook:diff -->"  # by which the comment is found again

_SPECIAL = re.compile(r"([\\`*_{}\[\]()<>#+!|~&$-])")
_CALLS = re.compile(r"([@#])(?=\w)")
_JOINER: Final = "\N{WORD JOINER}"  # keeps `@name` and `#1` from calling people and issues
_AROUND: Final = {
    Sort.STRONG: ("**", "**"),
    Sort.ADDED: ("<ins>", "</ins>"),
    Sort.REMOVED: ("<del>", "</del>"),
}

Href = Callable[[Span], str]


def markdown(report: Report, href: Href, maps: str = "", limit: int = LONGEST) -> str:
    """The report; `href` gives the address of a claim or source, empty where it has none.

    `maps` is Markdown that stands behind the summary; past `limit` characters the report ends.
    """
    head = "\n".join((MARK, f"## {_text(report.title)}", "", _text(report.summary), ""))
    return _cut("\n".join((head, maps, *(_part(part, href) for part in report.parts))), limit)


def _part(part: Part, href: Href) -> str:
    lines = _lines(part.items, href, 0)
    return "\n".join((f"### {_text(part.title)}", "", *lines, ""))


def _lines(items: Iterable[Item], href: Href, depth: int) -> Iterator[str]:
    for item in items:
        box = "[ ] " if item.to_do else ""
        text = "".join(_span(span, href) for span in item.spans)
        yield f"{'  ' * depth}- {box}{text}".rstrip()
        yield from _lines(item.items, href, depth + 1)


def _span(span: Span, href: Href) -> str:
    text = _text(span.text)
    if span.sort is Sort.CODE:
        return f"`{span.text.replace('`', '')}`"
    if span.sort in {Sort.CLAIM, Sort.SOURCE}:
        address = href(span)
        return f"[{text}]({address})" if address else text
    before, after = _AROUND.get(span.sort, ("", ""))
    return f"{before}{text}{after}"


def _text(text: str) -> str:
    line = re.sub(r"\s+", " ", text)
    return _CALLS.sub(rf"\1{_JOINER}", _SPECIAL.sub(r"\\\1", line))


def _cut(text: str, limit: int) -> str:
    if len(text) <= limit:
        return text
    note = "… The rest is left out here; `claimbook diff` shows all of it.\n"
    return "\n\n".join((text[: limit - len(note)].rpartition("\n")[0], note))

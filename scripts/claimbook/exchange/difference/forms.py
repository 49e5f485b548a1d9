"""The forms in which a difference is told, by name."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import urlsplit

from claimbook.draw import Map, render
from claimbook.exchange.difference.data import difference_json
from claimbook.exchange.difference.markdown import markdown
from claimbook.exchange.difference.mermaid import in_comment, mermaid
from claimbook.exchange.difference.names import Names
from claimbook.exchange.difference.page import Picture, page
from claimbook.exchange.difference.report import Sort, Span
from claimbook.exchange.difference.terminal import Style, lines, plain
from claimbook.exchange.difference.views import fortunes, views
from claimbook.exchange.difference.writing import report
from claimbook.model import Argument
from claimbook.reason.diff import Difference
from claimbook.reason.verdict import verdicts

_MARKS: Final = "thick outlines: new or changed; dashed: removed"


@dataclass(frozen=True)
class Dress:
    """What the forms need from outside.

    `site` is the address of the published site, `works` the address of each source by its key,
    `stylesheet` that of the maps; `style` dresses texts on a terminal.
    """

    site: str = ""
    works: Mapping[str, str] = field(default_factory=dict)
    stylesheet: str = ""
    style: Style = plain

    def href(self, span: Span) -> str:
        """The address of a claim's page or of a source itself; empty where there is none."""
        if span.sort is Sort.SOURCE:
            address = self.works.get(span.target, "")
            return address if urlsplit(address).scheme in {"http", "https"} else ""
        return f"{self.site}/claims/{span.target}/" if self.site else ""


def _text(difference: Difference, names: Names, dress: Dress) -> str:
    return "\n".join((*lines(report(difference, names), dress.style), ""))


def _markdown(difference: Difference, names: Names, dress: Dress) -> str:
    marks = fortunes(difference)
    before, after = views(difference, names)
    charts = {
        "Map before": mermaid(before, verdicts(names.before), marks),
        "Map after": mermaid(after, verdicts(names.after), marks),
    }
    maps = in_comment(charts) if before.edges or after.edges else ""
    return markdown(report(difference, names), dress.href, maps)


def _html(difference: Difference, names: Names, dress: Dress) -> str:
    marks = fortunes(difference)
    sides = zip(views(difference, names), (names.before, names.after), strict=True)
    pictures = [_picture(map_, state, marks) for map_, state in sides if map_.nodes]

    def href(span: Span) -> str:
        return dress.href(span) or (f"#{span.target}" if span.target in marks else "")

    return page(report(difference, names), href, pictures, dress.stylesheet)


def _picture(map_: Map, state: Argument, marks: Mapping[str, str]) -> Picture:
    svg = render(map_, verdicts(state), "#{}".format, prefix=map_.title.lower())
    return Picture(f"{map_.title} ({_MARKS})", svg, marks)


def _json(difference: Difference, names: Names, _: Dress) -> str:
    return difference_json(difference, names)


FORMS: Final[Mapping[str, Callable[[Difference, Names, Dress], str]]] = {
    "text": _text,
    "markdown": _markdown,
    "html": _html,
    "json": _json,
}

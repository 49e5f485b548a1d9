"""A map in Mermaid's language, which hosts of code draw in comments."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from claimbook.draw import ClaimNode, Map, Relation
from claimbook.reason.diff import Fortune
from claimbook.reason.verdict import Verdict

_LINKS: Final = {
    Relation.PREMISE: "---",
    Relation.SUPPORTS: "-->",
    Relation.REBUTS: "-. but .-x",
    Relation.UNDERCUTS: "-. unless .-x",
}
_STYLES: Final = {
    Fortune.ADDED: "stroke:#009e73,stroke-width:3px",
    Fortune.REMOVED: "stroke:#d55e00,stroke-width:3px,stroke-dasharray:6 4",
    Fortune.CHANGED: "stroke:#0072b2,stroke-width:3px",
    Fortune.RENAMED: "stroke:#0072b2,stroke-width:3px",
}
_SPECIAL = re.compile(r"[^\w\s.,:;!?’‘“”()%–-]")


def mermaid(map_: Map, verdicts: Mapping[str, Verdict], marks: Mapping[str, Fortune]) -> str:
    """The map as a flow chart; marked claims say what became of them."""
    lines = (*_nodes(map_, verdicts, marks), *_links(map_), *_styles(map_, marks))
    return "\n".join(("flowchart RL", *(f"  {line}" for line in lines), ""))


def in_comment(maps: Mapping[str, str]) -> str:
    """Charts by title, folded away until somebody opens them."""
    folded = (
        f"<details><summary>{title}</summary>\n\n```mermaid\n{chart}```\n\n</details>\n"
        for title, chart in maps.items()
    )
    return "\n".join(folded)


def _nodes(
    map_: Map, verdicts: Mapping[str, Verdict], marks: Mapping[str, Fortune]
) -> Iterator[str]:
    for node in map_.nodes:
        name = _name(map_, node.id)
        if isinstance(node, ClaimNode):
            mark = f"{marks[node.id]} · " if node.id in marks else ""
            status = verdicts[node.id].status
            yield f'{name}["{_text(node.claim.label)}<br>{mark}{status}"]'
        else:
            yield f'{name}(("{_text(node.step.scheme or " ")}"))'


def _links(map_: Map) -> Iterator[str]:
    for edge in map_.edges:
        yield f"{_name(map_, edge.tail)} {_LINKS[edge.relation]} {_name(map_, edge.head)}"


def _styles(map_: Map, marks: Mapping[str, Fortune]) -> Iterator[str]:
    for node in map_.claims:
        if node.id in marks:
            yield f"style {_name(map_, node.id)} {_STYLES[marks[node.id]]}"


def _name(map_: Map, id_: str) -> str:
    return f"n{list(map_.by_id).index(id_)}"


def _text(text: str) -> str:
    """Mermaid has no reliable escapes, so other signs become spaces."""
    return _SPECIAL.sub(" ", text)

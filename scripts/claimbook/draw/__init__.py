"""Maps of an argument: which claims a view shows, drawn as SVG and told as an outline."""

import re
from collections.abc import Callable, Mapping

from claimbook.draw.map import ClaimNode, Edge, Map, Node, Relation, StepNode
from claimbook.draw.outline import OutlineItem, outline
from claimbook.draw.placing import Setting, picture
from claimbook.draw.selection import around, of_section, overview, whole
from claimbook.draw.style import palette, standalone
from claimbook.draw.svg import svg
from claimbook.reason.verdict import Verdict

__all__ = [
    "ClaimNode",
    "Edge",
    "Map",
    "Node",
    "OutlineItem",
    "Relation",
    "Setting",
    "StepNode",
    "around",
    "of_section",
    "outline",
    "overview",
    "palette",
    "render",
    "standalone",
    "whole",
]

_SETTING = Setting()
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(
    map_: Map,
    verdicts: Mapping[str, Verdict],
    href: Callable[[str], str],
    *,
    prefix: str,
    setting: Setting = _SETTING,
) -> str:
    """The SVG of a map for a page: `href` gives the address of a claim, ids begin with `prefix`."""
    drawn = svg(map_, picture(map_, verdicts, setting), href, prefix=prefix)
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", drawn)

"""A picture as SVG: links, names and classes on everything; colours come from the stylesheet."""

from collections.abc import Callable, Iterator, Mapping

from claimbook.draw import wording
from claimbook.draw.card import PADDING, STATUS
from claimbook.draw.edges import drawn_edge
from claimbook.draw.geometry import number
from claimbook.draw.layout import Frame
from claimbook.draw.map import ClaimNode, Map, StepNode
from claimbook.draw.markup import element, text
from claimbook.draw.placing import Picture, Placed
from claimbook.model import Voice
from claimbook.reason.verdict import Status

_MARGIN = 8
_GLYPHS = {
    Status.UNCHALLENGED: "",
    Status.ANSWERED: "M-1.9.1L-.5 1.6 2-1.5",
    Status.OPEN_CHALLENGE: "M-1.6-1.6 1.6 1.6M-1.6 1.6 1.6-1.6",
    Status.REASONS_FAIL: "M-2.8 2.8 2.8-2.8",
    Status.DISPUTED: "M0-4V4",
    Status.ACCEPTED: "M-1.9.1L-.5 1.6 2-1.5",
    Status.REJECTED: "M-1.6-1.6 1.6 1.6M-1.6 1.6 1.6-1.6",
}
_RING = "M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0"


def svg(map_: Map, picture: Picture, href: Callable[[str], str], *, prefix: str) -> str:
    """The SVG of a picture; ids in it begin with `prefix`."""
    bands = (_band(title, frame) for title, frame in picture.bands)
    edges = (drawn_edge(edge, line, map_) for edge, line in picture.lines)
    return element(
        "svg",
        _root(picture, prefix),
        element("title", {"id": f"{prefix}-title"}, text(map_.title)),
        element("desc", {"id": f"{prefix}-desc"}, text(wording.about_map(map_))),
        *bands,
        element("g", {"class": "cb-edges", "aria-hidden": "true"}, *edges),
        *(_node(placed, href) for placed in picture.nodes),
    )


def _root(picture: Picture, prefix: str) -> Mapping[str, str]:
    frame = picture.frame
    x, y = number(frame.x - _MARGIN), number(frame.y - _MARGIN)
    width, height = number(frame.width + 2 * _MARGIN), number(frame.height + 2 * _MARGIN)
    return {
        "xmlns": "http://www.w3.org/2000/svg",
        "class": "cb-map",
        "width": width,
        "height": height,
        "viewBox": f"{x} {y} {width} {height}",
        "role": "graphics-document",
        "aria-labelledby": f"{prefix}-title",
        "aria-describedby": f"{prefix}-desc",
    }


def _band(title: str, frame: Frame) -> str:
    size = {"width": number(frame.width), "height": number(frame.height)}
    box = {"x": number(frame.x), "y": number(frame.y), **size, "rx": "14"}
    place = {"x": number(frame.x + 14), "y": number(frame.y + 17)}
    inside = element("rect", box), element("text", place, text(title))
    return element("g", {"class": "cb-band"}, *inside)


def _node(placed: Placed, href: Callable[[str], str]) -> str:
    if isinstance(placed.node, StepNode):
        return _joint(placed.node, placed)
    return _claim(placed.node, placed, href(placed.node.id))


def _joint(node: StepNode, placed: Placed) -> str:
    return element(
        "g",
        {"class": f"cb-step {_slug(placed)}", "role": "img", "data-node": node.id},
        element("title", {}, text(wording.about_step(node, placed.verdict))),
        _rect(placed, radius=min(placed.card.height / 2, 9)),
        *_lines(placed, placed.centre.x, 3),
    )


def _claim(node: ClaimNode, placed: Placed, address: str) -> str:
    focus = " cb-focus" if placed.focus else ""
    classes = f"cb-claim cb-{node.claim.voice} {_slug(placed)}{focus}"
    return element(
        "a",
        {"class": classes, "href": address, "data-node": node.id},
        element("title", {}, text(wording.full_name(node, placed.verdict))),
        _rect(placed, radius=10),
        _rect(placed, radius=7.5, inset=3) if node.claim.voice is Voice.OPPONENT else "",
        *_lines(placed, placed.frame.x + PADDING, PADDING - 4),
        _glyph(placed),
        _rest(node, placed.frame) if node.more else "",
    )


def _rect(placed: Placed, *, radius: float, inset: float = 0) -> str:
    frame = placed.frame
    place = {"x": number(frame.x + inset), "y": number(frame.y + inset), "rx": number(radius)}
    width, height = number(frame.width - 2 * inset), number(frame.height - 2 * inset)
    size = {"width": width, "height": height}
    return element("rect", {"class": "cb-inner" if inset else "cb-box", **place, **size})


def _lines(placed: Placed, x: float, inset: float) -> Iterator[str]:
    """The lines below each other, the baseline at three quarters of each line's height."""
    top = placed.frame.y + inset
    for line in placed.card.lines:
        indent = 15 if line.style is STATUS else 0
        baseline = top + line.style.leading * 0.75
        place = {"x": number(x + indent), "y": number(baseline)}
        yield element("text", {"class": f"cb-{line.style.name}", **place}, text(line.text))
        top += line.style.leading


def _glyph(placed: Placed) -> str:
    frame = placed.frame
    lines = sum(line.style is STATUS for line in placed.card.lines)
    x = frame.x + PADDING + 4
    y = frame.y + frame.height - PADDING + 1 - (lines - 0.5) * STATUS.leading
    shape = _RING + _GLYPHS[placed.verdict.status]
    place = f"translate({number(x)} {number(y)})"
    return element("path", {"class": "cb-glyph", "d": shape, "transform": place})


def _rest(node: ClaimNode, frame: Frame) -> str:
    x, y = frame.x + frame.width - PADDING + 2, frame.y + frame.height - PADDING + 1.5
    place = {"class": "cb-more", "x": number(x), "y": number(y)}
    return element("text", place, text(wording.rest(node.more)))


def _slug(placed: Placed) -> str:
    return f"cb-is-{placed.verdict.status.name.lower().replace('_', '-')}"

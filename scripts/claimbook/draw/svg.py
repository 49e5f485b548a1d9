"""A picture as SVG: links, names and classes on everything; colours come from the stylesheet."""

from collections.abc import Callable
from xml.etree.ElementTree import Element, SubElement

from claimbook.draw import wording
from claimbook.draw.card import PADDING, STATUS
from claimbook.draw.edges import draw_edge
from claimbook.draw.geometry import number
from claimbook.draw.layout import Frame
from claimbook.draw.map import ClaimNode, Map, StepNode
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


def svg(map_: Map, picture: Picture, href: Callable[[str], str], *, prefix: str) -> Element:
    """The SVG element of a picture; ids in it begin with `prefix`."""
    root = _root(map_, picture, prefix)
    for title, frame in picture.bands:
        _band(root, title, frame)
    lines = SubElement(root, "g", {"class": "cb-edges", "aria-hidden": "true"})
    for edge, line in picture.lines:
        draw_edge(lines, edge, line, map_)
    for placed in picture.nodes:
        if isinstance(placed.node, StepNode):
            _joint(root, placed.node, placed)
        else:
            _claim(root, placed.node, placed, href(placed.node.id))
    return root


def _root(map_: Map, picture: Picture, prefix: str) -> Element:
    frame = picture.frame
    x, y = number(frame.x - _MARGIN), number(frame.y - _MARGIN)
    width, height = number(frame.width + 2 * _MARGIN), number(frame.height + 2 * _MARGIN)
    attributes = {
        "xmlns": "http://www.w3.org/2000/svg",
        "class": "cb-map",
        "width": width,
        "height": height,
        "viewBox": f"{x} {y} {width} {height}",
        "role": "graphics-document",
        "aria-labelledby": f"{prefix}-title",
        "aria-describedby": f"{prefix}-desc",
    }
    root = Element("svg", attributes)
    SubElement(root, "title", id=f"{prefix}-title").text = map_.title
    SubElement(root, "desc", id=f"{prefix}-desc").text = wording.about_map(map_)
    return root


def _band(canvas: Element, title: str, frame: Frame) -> None:
    group = SubElement(canvas, "g", {"class": "cb-band"})
    x, y = number(frame.x), number(frame.y)
    size = {"width": number(frame.width), "height": number(frame.height)}
    SubElement(group, "rect", {"x": x, "y": y, **size, "rx": "14"})
    place = {"x": number(frame.x + 14), "y": number(frame.y + 17)}
    SubElement(group, "text", place).text = title


def _joint(canvas: Element, node: StepNode, placed: Placed) -> None:
    classes = f"cb-step {_slug(placed)}"
    group = SubElement(canvas, "g", {"class": classes, "role": "img", "data-node": node.id})
    SubElement(group, "title").text = wording.about_step(node, placed.verdict)
    _rect(group, placed, radius=min(placed.card.height / 2, 9))
    _text(group, placed, placed.centre.x, 3)


def _claim(canvas: Element, node: ClaimNode, placed: Placed, address: str) -> None:
    classes = f"cb-claim cb-{node.claim.voice} {_slug(placed)}"
    link = SubElement(canvas, "a", {"class": classes, "href": address})
    link.set("data-node", node.id)
    if placed.focus:
        link.set("class", f"{classes} cb-focus")
    SubElement(link, "title").text = wording.full_name(node, placed.verdict)
    _rect(link, placed, radius=10)
    if node.claim.voice is Voice.OPPONENT:
        _rect(link, placed, radius=7.5, inset=3)
    _text(link, placed, placed.frame.x + PADDING, PADDING - 4)
    _glyph(link, placed)
    if placed.node.more:
        _rest(link, placed)


def _rect(group: Element, placed: Placed, *, radius: float, inset: float = 0) -> None:
    frame = placed.frame
    place = {"x": number(frame.x + inset), "y": number(frame.y + inset), "rx": number(radius)}
    width, height = number(frame.width - 2 * inset), number(frame.height - 2 * inset)
    size = {"width": width, "height": height}
    SubElement(group, "rect", {"class": "cb-inner" if inset else "cb-box", **place, **size})


def _text(group: Element, placed: Placed, x: float, inset: float) -> None:
    """Set the lines below each other, the baseline at three quarters of each line's height."""
    top = placed.frame.y + inset
    for line in placed.card.lines:
        indent = 15 if line.style is STATUS else 0
        baseline = top + line.style.leading * 0.75
        place = {"x": number(x + indent), "y": number(baseline)}
        SubElement(group, "text", {"class": f"cb-{line.style.name}", **place}).text = line.text
        top += line.style.leading


def _glyph(link: Element, placed: Placed) -> None:
    frame = placed.frame
    lines = sum(line.style is STATUS for line in placed.card.lines)
    x = frame.x + PADDING + 4
    y = frame.y + frame.height - PADDING + 1 - (lines - 0.5) * STATUS.leading
    shape = _RING + _GLYPHS[placed.verdict.status]
    glyph = SubElement(link, "path", {"class": "cb-glyph", "d": shape})
    glyph.set("transform", f"translate({number(x)} {number(y)})")


def _rest(link: Element, placed: Placed) -> None:
    frame = placed.frame
    x, y = frame.x + frame.width - PADDING + 2, frame.y + frame.height - PADDING + 1.5
    place = {"class": "cb-more", "x": number(x), "y": number(y)}
    SubElement(link, "text", place).text = wording.rest(placed.node.more)


def _slug(placed: Placed) -> str:
    return f"cb-is-{placed.verdict.status.name.lower().replace('_', '-')}"

"""What stands in the box of each node, measured: lines of text, their sizes, the box's size."""

from dataclasses import dataclass

from claimbook.draw.map import ClaimNode, Map, Node, StepNode
from claimbook.draw.text import width, wrap
from claimbook.draw.wording import eyebrow, footer, mark
from claimbook.reason.verdict import Verdict

PADDING = 12
_MAX_LINES = 6


@dataclass(frozen=True)
class Style:
    """How one kind of text is set: size, distance of lines, weight."""

    name: str
    size: float
    leading: float
    bold: bool = False


EYEBROW = Style("eyebrow", 10.5, 14)
BODY = Style("body", 13, 17)
LEAD = Style("lead", 15, 20, bold=True)
STATUS = Style("status", 11.5, 17)
SCHEME = Style("scheme", 10.5, 12.5)


@dataclass(frozen=True)
class TextLine:
    """One line of text and the style it is set in."""

    text: str
    style: Style


@dataclass(frozen=True)
class Card:
    """The content of a box: what it says from top to bottom, and its size in pixels."""

    lines: tuple[TextLine, ...]
    width: float
    height: float


def card(node: Node, map_: Map, verdict: Verdict) -> Card:
    """The card of a node; the claim that the map is about is larger."""
    if isinstance(node, StepNode):
        return _joint(node)
    return _claim(node, map_, verdict)


def _claim(node: ClaimNode, map_: Map, verdict: Verdict) -> Card:
    focus = node.id == map_.focus
    room = 204 if focus else 170
    style = LEAD if focus else BODY
    lines = (
        *_set(eyebrow(node, map_), room, EYEBROW, 1),
        *_set(node.claim.label, room, style, _MAX_LINES),
        *_set(footer(verdict), room - 15, STATUS, 2),
    )
    height = sum(line.style.leading for line in lines) + 2 * PADDING - 6
    return Card(lines, room + 2 * PADDING, height)


def _joint(node: StepNode) -> Card:
    text = mark(node)
    # A scheme's name is not broken inside its words: the longest sets the width.
    room = max((width(word, SCHEME.size) for word in text.split()), default=0)
    lines = _set(text, max(room, 48), SCHEME, 4)
    if not lines:
        return Card((), 10, 10) if len(node.step.premises) == 1 else Card((), 14, 14)
    wide = max(width(line.text, SCHEME.size) for line in lines)
    return Card(lines, wide + 10, len(lines) * SCHEME.leading + 7)


def _set(text: str, room: float, style: Style, most: int) -> tuple[TextLine, ...]:
    lines = wrap(text, room, style.size, lines=most, bold=style.bold)
    return tuple(TextLine(line, style) for line in lines)

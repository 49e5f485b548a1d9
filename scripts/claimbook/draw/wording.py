"""The words on a map: who says a claim, how it stands, what a joint and a line mean."""

from claimbook.draw.map import ClaimNode, Edge, Map, Relation, StepNode
from claimbook.model import Bearing, Voice
from claimbook.reason.verdict import Verdict

SPEAKERS = {
    Voice.ARTICLE: "the article",
    Voice.OPPONENT: "an opponent",
    Voice.EDITOR: "the editors",
}
_VERBS = {
    Relation.PREMISE: "is a premise for",
    Relation.REBUTS: "challenges",
    Relation.UNDERCUTS: "challenges the step to",
}
_BEARINGS = {
    Bearing.SUPPORTS: "for",
    Bearing.OPPOSES: "against",
    Bearing.QUALIFIES: "qualifying",
}


def eyebrow(node: ClaimNode, map_: Map) -> str:
    """The line above the statement: whose it is and which section it comes from, if need be."""
    origin = "" if map_.banded else node.origin
    voice = "" if node.claim.voice is Voice.ARTICLE else _sentence(SPEAKERS[node.claim.voice])
    return " · ".join(filter(None, (voice, origin)))


def footer(verdict: Verdict) -> str:
    """The line below the statement: its status."""
    return _sentence(verdict.status)


def rest(number: int) -> str:
    """How much more there is than the map shows; empty where there is nothing."""
    return f"+{number}" if number else ""


def mark(node: StepNode) -> str:
    """What a joint shows: its scheme, and how many of its premises are not on the map."""
    scheme = (node.step.scheme or "").replace("-", " ")
    return " ".join(filter(None, (scheme, rest(node.more))))


def full_name(node: ClaimNode, verdict: Verdict) -> str:
    """All that a box says, in sentences, for those who do not see it."""
    speaker = _sentence(SPEAKERS[node.claim.voice])
    parts = [
        node.claim.statement.rstrip("."),
        ", ".join(filter(None, (speaker, node.origin))),
        _sentence(verdict.status),
        sources(node),
        f"{_count(node.more, 'more link')} not shown" if node.more else "",
    ]
    return ". ".join(filter(None, parts)) + "."


def sources(node: ClaimNode) -> str:
    """How many sources bear on a claim in which way; empty where there are none."""
    counts = ((node.weight.counts[bearing], word) for bearing, word in _BEARINGS.items())
    told = ", ".join(f"{count} {word}" for count, word in counts if count)
    return f"Sources: {told}" if told else ""


def about_step(node: StepNode, verdict: Verdict) -> str:
    """What a joint says when pointed at: scheme, warrant, status, premises not shown."""
    parts = [
        _sentence((node.step.scheme or "step of reasoning").replace("-", " ")),
        (node.step.warrant or "").rstrip("."),
        _sentence(verdict.status),
        f"{node.more} more of its premises and objections not shown" if node.more else "",
    ]
    return ". ".join(filter(None, parts)) + "."


def about_edge(edge: Edge, map_: Map) -> str:
    """What a line says when pointed at."""
    if edge.relation is Relation.SUPPORTS:
        return f"A reason for {_name(edge.head, map_)}"
    return f"{_name(edge.tail, map_)} {_VERBS[edge.relation]} {_name(edge.head, map_)}"


def about_map(map_: Map) -> str:
    """What a map shows, in a sentence or two."""
    shown = f"{_count(len(map_.claims), 'claim')} and {_count(len(map_.steps), 'step')}"
    rest = f" {_count(map_.left_out, 'more claim')} found no room." if map_.left_out else ""
    return f"Argument map of {shown} of reasoning; the outline on its page says the same.{rest}"


def _name(id_: str, map_: Map) -> str:
    node = map_.by_id[id_]
    if isinstance(node, StepNode):
        conclusion = map_.by_id[node.step.conclusion]
        return _name(conclusion.id, map_)
    return f"‘{node.claim.label.rstrip('.')}’"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]

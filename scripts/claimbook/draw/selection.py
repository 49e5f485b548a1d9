"""Which claims a view shows: the whole, a section, the neighbourhood of a claim, an overview."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import chain

from claimbook.draw.map import Map, induced
from claimbook.model import Section, Voice
from claimbook.reason.graph import Graph

OVERVIEW_LIMIT = 20
WHOLE_LIMIT = 300
NEIGHBOURHOOD_LIMIT = 18


def whole(graph: Graph, limit: int = WHOLE_LIMIT) -> Map:
    """Every claim, the thesis first, section by section.

    Past `limit` claims it shows the conclusions of the sections, and what leads to them, nearest
    to the thesis first: a picture of thousands of boxes serves nobody.
    """
    argument = graph.argument
    everything = _unique((argument.thesis, *argument.claims))
    ids = everything if len(everything) <= limit else _main(graph, everything, limit)
    map_ = induced(graph, ids, argument.title, focus=argument.thesis)
    return replace(map_, banded=True, left_out=len(everything) - len(ids))


def of_section(graph: Graph, section: Section) -> Map:
    """The claims of a section, and those of other sections that bear on them directly.

    It is about the thesis, or else about the conclusion that rests on most.
    """
    own = [claim.id for claim in section.claims]
    ids = _unique((*own, *chain.from_iterable(_below(graph, id_) for id_ in own)))
    ends = [id_ for id_ in graph.conclusions if id_ in own]
    thesis = graph.argument.thesis
    focus = thesis if thesis in own else max(ends, key=partial(_weight, graph), default="")
    return induced(graph, ids, section.title, focus=focus, home=section.id)


def around(graph: Graph, claim_id: str, steps: int = 2, limit: int = NEIGHBOURHOOD_LIMIT) -> Map:
    """What a claim rests on, is challenged by and bears on, up to `steps` links away.

    The premises linked with it are shown as well. Past `limit` claims the farthest are left out.
    """
    claim = graph.argument.claims[claim_id]
    found = {
        **dict.fromkeys(_companions(graph, claim_id), 1),
        **_reach(graph, claim_id, _above, steps),
        **_reach(graph, claim_id, _below, steps),
    }
    near = sorted(found, key=found.__getitem__)
    map_ = induced(graph, near[:limit], claim.label, focus=claim_id, home=claim.section)
    return replace(map_, left_out=len(near[limit:]))


def overview(graph: Graph, limit: int = OVERVIEW_LIMIT) -> Map:
    """The thesis, what bears on it, the conclusions of the sections, and what leads to them.

    Only claims tied to the thesis by links that the map shows are on it.
    """
    argument = graph.argument
    near = _reach(graph, argument.thesis, _below, 2)
    direct = [id_ for id_, steps in near.items() if steps <= 1]
    ids = _unique((*direct, *graph.conclusions, *_articles(graph, near)))
    shown = _tied(graph, ids, limit)
    map_ = induced(graph, shown, argument.title, focus=argument.thesis)
    return replace(map_, left_out=len(argument.claims) - len(shown))


def _main(graph: Graph, ids: Sequence[str], limit: int) -> Sequence[str]:
    """Of the claims those that a map of so many shows, in their order."""
    thesis = graph.argument.thesis
    near = _reach(graph, thesis, _below, len(ids))
    shown = set(_tied(graph, _unique((thesis, *graph.conclusions, *near)), limit))
    return tuple(id_ for id_ in ids if id_ in shown)


def _below(graph: Graph, claim: str) -> Sequence[str]:
    return graph.below[claim]


def _above(graph: Graph, claim: str) -> Iterator[str]:
    """What a claim bears on: conclusions drawn from it, and what it attacks."""
    yield from (step.conclusion for step in graph.used_in.get(claim, ()))
    yield from graph.rebuts.get(claim, ())
    yield from (step.conclusion for step in graph.undercuts.get(claim, ()))


def _companions(graph: Graph, claim: str) -> Iterator[str]:
    for step in graph.used_in.get(claim, ()):
        yield from graph.premises[step.id]


def _reach(
    graph: Graph, start: str, following: Callable[[Graph, str], Iterable[str]], steps: int
) -> Mapping[str, int]:
    """Claims up to `steps` links from `start`, nearest first, with their distance."""
    found = {start: 0}
    ring = [start]
    for distance in range(1, steps + 1):
        ring = [id_ for id_ in _unique(_after(graph, ring, following)) if id_ not in found]
        found |= dict.fromkeys(ring, distance)
    return found


def _weight(graph: Graph, claim: str) -> int:
    """How many claims bear on a claim, over any number of links."""
    found, waiting = {claim}, [claim]
    while waiting:
        new = set(graph.below[waiting.pop()]) - found
        found |= new
        waiting.extend(new)
    return len(found)


def _after(
    graph: Graph, ring: Iterable[str], following: Callable[[Graph, str], Iterable[str]]
) -> Iterator[str]:
    return chain.from_iterable(following(graph, id_) for id_ in ring)


def _tied(graph: Graph, ids: Sequence[str], limit: int) -> Sequence[str]:
    """The first of `ids`, and one after the other the next that links tie to those before."""
    found = [ids[0]]
    waiting = list(ids[1:])
    tied: set[str] = set()
    while len(found) < limit:
        tied |= {*_below(graph, found[-1]), *_above(graph, found[-1])}
        following = next((id_ for id_ in waiting if id_ in tied), None)
        if following is None:
            break
        waiting.remove(following)
        found.append(following)
    return found


def _articles(graph: Graph, ids: Iterable[str]) -> Iterator[str]:
    return (id_ for id_ in ids if graph.argument.claims[id_].voice is Voice.ARTICLE)


def _unique(ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))

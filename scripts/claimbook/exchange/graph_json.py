"""The links of an argument for the reader's browser: as few bytes as its reasoning needs."""

import json
from collections.abc import Iterable
from typing import Final

from claimbook.model import Argument, Bearing, Claim, Evidence
from claimbook.prose import to_plain
from claimbook.reason.graph import Graph
from claimbook.reason.status import stands_alone

GRAPH_PATH: Final = "data/graph.json"


def graph_json(argument: Argument) -> str:
    """Claims with their links, in the order of the map; what is empty or false is left out."""
    graph = Graph(argument)
    value = {
        "thesis": argument.thesis,
        "sections": {section.id: section.title for section in argument.sections},
        "claims": [_claim(argument, graph, claim) for claim in argument.claims.values()],
    }
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"


def _claim(argument: Argument, graph: Graph, claim: Claim) -> dict[str, object]:
    value: dict[str, object] = {
        "id": claim.id,
        "label": to_plain(claim.label),
        "section": claim.section,
        "voice": claim.voice,
        "kind": claim.kind,
        "alone": stands_alone(claim),
        "steps": [_step(graph, step.id) for step in claim.steps],
        "rebutters": graph.rebutted_by[claim.id],
        "bearings": _unique(piece.bearing for piece in claim.evidence),
        "types": _types(argument, claim.evidence),
        "aliases": claim.aliases,
    }
    return {key: part for key, part in value.items() if part}


def _step(graph: Graph, step: str) -> dict[str, object]:
    links = {"premises": graph.premises[step], "undercutters": graph.undercut_by[step]}
    return {name: ids for name, ids in links.items() if ids}


def _types(argument: Argument, evidence: Iterable[Evidence]) -> list[str]:
    """The types of evidence that bear on a claim; context does not."""
    keys = [piece.source for piece in evidence if piece.bearing is not Bearing.CONTEXT]
    sources = (argument.sources[key] for key in keys if key in argument.sources)
    return _unique(source.evidence_type for source in sources if source.evidence_type)


def _unique(items: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(items))

"""Small arguments with the values worked out by hand, for every program that reasons over them.

A case is an argument in the form of `data/graph.json` and `readings` of it: what a reader accepts
and rejects, the value that every claim and step then has, and the statuses of some.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from claimbook.model import Argument
from tests.making import argument, piece


@dataclass(frozen=True)
class Case:
    """One reading of one argument, and what follows from it."""

    name: str
    graph: dict[str, Any]
    accept: list[str]
    reject: list[str]
    values: dict[str, str]
    statuses: dict[str, str]

    @cached_property
    def argument(self) -> Argument:
        """The same argument as the engine reads it."""
        claims = {claim["id"]: _parts(claim) for claim in self.graph["claims"]}
        return argument(claims, thesis=self.graph["thesis"])


def cases() -> Iterator[Case]:
    """Every reading of every case."""
    for path in sorted(Path(__file__).parent.glob("*.json")):
        graph = json.loads(path.read_text("utf-8"))
        for number, reading in enumerate(graph.pop("readings"), start=1):
            yield _case(f"{path.stem}-{number}", graph, reading)


def _case(name: str, graph: dict[str, Any], reading: dict[str, Any]) -> Case:
    choices = reading.get("accept", []), reading.get("reject", [])
    return Case(name, graph, *choices, reading["values"], reading.get("statuses", {}))


def _parts(claim: dict[str, Any]) -> dict[str, Any]:
    steps = claim.get("steps", ())
    alone = steps and claim.get("alone")
    return {
        "because": [(step["premises"], step.get("undercutters", ())) for step in steps],
        "but": claim.get("rebutters", ()),
        "evidence": [piece("source")] if alone else [],
    }

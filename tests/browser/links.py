"""The links of the argument as the site hands them to the reader's browser."""

import json
from functools import cache
from typing import Any

from tests.browser.samples import argument
from tests.built.site import SITE


@cache
def links() -> dict[str, Any]:
    """The whole of `data/graph.json`."""
    found: dict[str, Any] = json.loads((SITE / "data" / "graph.json").read_text("utf-8"))
    return found


@cache
def claims() -> dict[str, dict[str, Any]]:
    """Every claim by its id."""
    return {claim["id"]: claim for claim in links()["claims"]}


def thesis() -> str:
    """The id of the thesis."""
    return str(links()["thesis"])


def below(id_: str) -> set[str]:
    """The claims that bear on a claim: its premises, and what attacks it or its steps."""
    claim = claims()[id_]
    steps = claim.get("steps", [])
    ids = [*claim.get("rebutters", [])]
    for step in steps:
        ids += [*step.get("premises", []), *step.get("undercutters", [])]
    return set(ids)


def above(id_: str) -> set[str]:
    """The claims that a claim bears on."""
    return {other for other in claims() if id_ in below(other)}


def premise_of(id_: str) -> str:
    """The first premise of a claim."""
    return str(claims()[id_]["steps"][0]["premises"][0])


@cache
def published() -> dict[str, dict[str, Any]]:
    """Every claim by its id, as `data/argument.json` has it."""
    return {claim["id"]: claim for claim in argument()["claims"]}

"""The reader's browser reasons as the engine does: values, statuses, reasons, what decided."""

import json
from collections.abc import Iterable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from itertools import combinations
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

import claimbook
from claimbook.exchange.graph_json import graph_json
from claimbook.model import Argument
from claimbook.reason.status import Value, grounded
from claimbook.reason.verdict import verdicts
from tests.corpus import cases
from tests.making import argument, piece

ASSETS = Path(claimbook.__file__).parent / "assets"
REASON = """
async (questions) => {
  const { Graph, forcing, verdicts } = await import("./reasoning.js");
  return questions.map(([graph, choices]) =>
    Object.fromEntries(verdicts(new Graph(graph), forcing(choices))));
}
"""

Verdicts = dict[str, dict[str, Any]]
Reading = dict[str, list[str]]


class Silent(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as inherited
        pass


@pytest.fixture(scope="session")
def scripts(browser: Browser) -> Iterator[Page]:
    """A page from which the scripts of the site can be imported as they are."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Silent, directory=str(ASSETS)))
    Thread(target=server.serve_forever, daemon=True).start()
    page = browser.new_page()
    page.goto(f"http://127.0.0.1:{server.server_port}/map.css")
    yield page
    page.close()
    server.shutdown()


def in_browser(page: Page, made: Argument, *readings: Reading) -> list[Verdicts]:
    graph = json.loads(graph_json(made))
    found: list[Verdicts] = page.evaluate(REASON, [[graph, reading] for reading in readings])
    return found


def in_engine(made: Argument, reading: Reading) -> Verdicts:
    found = verdicts(made, frozenset(reading["accept"]), frozenset(reading["reject"]))
    return {
        id_: {
            "value": verdict.value,
            "status": verdict.status,
            "reason": verdict.reason,
            "deciding": list(verdict.deciding),
        }
        for id_, verdict in found.items()
    }


def test_the_corpus(scripts: Page) -> None:
    known = list(cases())
    assert len(known) > 40
    questions = [[case.graph, {"accept": case.accept, "reject": case.reject}] for case in known]
    for case, found in zip(known, scripts.evaluate(REASON, questions), strict=True):
        assert {id_: verdict["value"] for id_, verdict in found.items()} == case.values, case.name
        assert {id_: found[id_]["status"] for id_ in case.statuses} == case.statuses, case.name


IDS = "abcdef"
NODES = [*IDS, *(f"{id_}:{number}" for id_ in IDS for number in (1, 2))]
some_ids = st.lists(st.sampled_from(IDS), max_size=2, unique=True)
one_step = st.tuples(st.lists(st.sampled_from(IDS), min_size=1, max_size=3, unique=True), some_ids)
one_claim = st.fixed_dictionaries(
    {
        "because": st.lists(one_step, max_size=2),
        "but": some_ids,
        "evidence": st.lists(st.sampled_from([piece("s"), piece("s", "opposes")]), max_size=1),
    }
)
some_nodes = st.lists(st.sampled_from(NODES), max_size=3, unique=True)
one_reading = st.fixed_dictionaries({"accept": some_nodes, "reject": some_nodes})


@settings(max_examples=300, deadline=None)
@given(st.fixed_dictionaries(dict.fromkeys(IDS, one_claim)), one_reading)
def test_any_argument(scripts: Page, claims: dict[str, dict[str, Any]], reading: Reading) -> None:
    made = argument(claims, thesis="a")
    known = {*made.claims, *made.steps}
    reading = {choice: [id_ for id_ in ids if id_ in known] for choice, ids in reading.items()}
    assert in_browser(scripts, made, reading) == [in_engine(made, reading)]


def test_the_argument_of_this_site(scripts: Page, real: Argument) -> None:
    nodes = [*real.claims, *real.steps]
    none: Reading = {"accept": [], "reject": []}
    readings = [none]
    readings += [{"accept": nodes[at::29], "reject": nodes[at + 7 :: 31]} for at in range(5)]
    readings += [{"accept": [], "reject": [node]} for node in nodes[::10]]
    assert len(readings) > 20
    expected = [in_engine(real, reading) for reading in readings]
    assert in_browser(scripts, real, *readings) == expected


PART = """
async ([graph, mine, theirs, claims]) => {
  const { Graph, forcing } = await import("./reasoning.js");
  const { parting } = await import("./reasoning.js");
  return parting(new Graph(graph), forcing(mine), forcing(theirs), claims);
}
"""


@settings(max_examples=60, deadline=None)
@given(st.fixed_dictionaries(dict.fromkeys(IDS, one_claim)), one_reading, one_reading)
def test_where_two_readers_part(
    scripts: Page, claims: dict[str, dict[str, Any]], mine: Reading, theirs: Reading
) -> None:
    made = argument(claims, thesis="a")
    ours, others = chosen(made, mine), chosen(made, theirs)
    differing = [node for node in (*made.claims, *made.steps) if ours.get(node) != others.get(node)]
    question = [json.loads(graph_json(made)), told(ours), told(others), list(made.claims)]
    found = scripts.evaluate(PART, question)
    assert found["proved"]
    assert sorted(found["differing"]) == sorted(differing)
    assert settles(made, ours, others, found["choices"])
    smaller = combinations(differing, len(found["choices"]) - 1) if found["choices"] else ()
    assert not any(settles(made, ours, others, nodes) for nodes in smaller)


def chosen(made: Argument, reading: Reading) -> dict[str, bool]:
    """What a reader accepts and rejects of the nodes that there are."""
    known = {*made.claims, *made.steps}
    accepted = {node: True for node in reading["accept"] if node in known}
    return accepted | {node: False for node in reading["reject"] if node in known}


def told(choices: dict[str, bool]) -> Reading:
    """A reading as its address tells it."""
    return {
        "accept": [node for node, accepted in choices.items() if accepted],
        "reject": [node for node, accepted in choices.items() if not accepted],
    }


def settles(
    made: Argument, mine: dict[str, bool], theirs: dict[str, bool], nodes: Iterable[str]
) -> bool:
    """Whether either reader, taking over the other's choices on `nodes`, comes out as the other."""
    return outcome(made, taking(mine, theirs, nodes)) == outcome(made, theirs) and outcome(
        made, taking(theirs, mine, nodes)
    ) == outcome(made, mine)


def taking(own: dict[str, bool], other: dict[str, bool], nodes: Iterable[str]) -> dict[str, bool]:
    kept = {node: choice for node, choice in own.items() if node not in nodes}
    return kept | {node: other[node] for node in nodes if node in other}


def outcome(made: Argument, choices: dict[str, bool]) -> list[Value]:
    reading = told(choices)
    values = grounded(made, frozenset(reading["accept"]), frozenset(reading["reject"]))
    return [values[id_] for id_ in made.claims]

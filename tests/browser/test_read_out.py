"""What is read out: the tree that Chromium hands to screen readers, of the map and of pages."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.links import claims, premise_of, published, thesis
from tests.browser.place import ready
from tests.browser.visit import Visitor

NAMED = {"link", "button", "radio", "textbox", "searchbox", "combobox", "region", "navigation"}
NAMED |= {"table", "graphics-document", "heading", "dialog", "complementary"}
SIGNS = "●◐✕○◇✓±+· \N{MINUS SIGN}"
PAGES = [
    "",
    "map/",
    f"claims/{premise_of(thesis())}/",
    f"sections/{claims()[thesis()]['section']}/",
]

every_page = pytest.mark.parametrize("address", PAGES)


def tree(page: Page) -> list[dict[str, str]]:
    """Role, name and description of everything in the content that is read out, in order."""
    session = page.context.new_cdp_session(page)
    found: list[dict[str, Any]] = session.send("Accessibility.getFullAXTree")["nodes"]
    nodes = {node["nodeId"]: node for node in found}
    (main,) = (id_ for id_, node in nodes.items() if node.get("role", {}).get("value") == "main")
    return [
        {key: str(node.get(key, {}).get("value", "")) for key in ("role", "name", "description")}
        for node in _below(nodes, main)
        if not node["ignored"]
    ]


def _below(nodes: dict[str, dict[str, Any]], id_: str) -> Iterator[dict[str, Any]]:
    for child in nodes[id_].get("childIds", ()):
        if child in nodes:
            yield nodes[child]
            yield from _below(nodes, child)


@every_page
def test_whatever_can_be_used_or_gone_to_has_a_name(visit: Visitor, address: str) -> None:
    found = [node for node in tree(ready(visit(address))) if node["role"] in NAMED]
    assert len(found) > 20
    assert [node for node in found if not node["name"].strip()] == []


@every_page
def test_nothing_in_the_content_is_said_twice(visit: Visitor, address: str) -> None:
    twice = [
        node
        for node in tree(ready(visit(address)))
        if node["description"] and node["name"].startswith(node["description"])
    ]
    assert twice == []


@every_page
def test_signs_for_the_eye_are_not_read_out(visit: Visitor, address: str) -> None:
    words = ("unchallenged", "answered", "disputed", "open challenge", "supports", "opposes")
    nodes = tree(ready(visit(address)))
    names = [node["name"] for node in nodes if node["role"] in {"link", "cell", "generic"}]
    states = [name for name in names if name.casefold().strip(SIGNS) in words]
    assert states or address == "map/"
    assert [name for name in states if name.strip() != name.strip(SIGNS)] == []


def test_every_box_of_the_map_tells_claim_voice_and_status(visit: Visitor) -> None:
    names = [node["name"] for node in tree(ready(visit("map/"))) if node["role"] == "link"]
    for claim in published().values():
        ending = f". {claim['status'].capitalize()}."
        assert any(ending in name for name in names if name.startswith(claim["statement"][:20])), (
            claim
        )


@every_page
def test_the_first_link_leads_past_the_navigation_to_the_title(
    visit: Visitor, address: str
) -> None:
    page = ready(visit(address))
    page.keyboard.press("Tab")
    goal = page.evaluate("document.activeElement.hash")
    assert page.locator(goal).evaluate("goal => goal.tagName") == "H1"

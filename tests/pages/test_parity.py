"""Every map says the same as its outline and as the JSON: nodes, links and their kinds."""

import json
from collections.abc import Iterator
from html.parser import HTMLParser
from xml.etree import ElementTree as ET

import pytest

from claimbook.pages import Page
from claimbook.pipeline import Edition

Link = tuple[str, str, str]


class Outline(HTMLParser):
    """The nodes and links that the nested list under a map tells."""

    def __init__(self) -> None:
        super().__init__()
        self.path: list[str] = []
        self.nodes: set[str] = set()
        self.links: set[Link] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "li" and (node := given.get("data-node")):
            self.nodes.add(node)
            if relation := given.get("data-relation"):
                self.links.add((node, self.path[-1], relation))
            self.path.append(node)

    def handle_endtag(self, tag: str) -> None:
        if tag == "li" and self.path:
            self.path.pop()


def told(page: Page) -> tuple[set[str], set[Link]]:
    outline = Outline()
    details = page.body.partition('<details class="cb-outline"')[2].partition("</details>")[0]
    outline.feed(details)
    return outline.nodes, outline.links


def drawn(svg: str) -> tuple[set[str], set[Link]]:
    root = ET.fromstring(svg)  # noqa: S314 -- we drew it
    nodes = {node for e in root.iter() if (node := e.get("data-node"))}
    links = {
        (str(e.get("data-from")), str(e.get("data-to")), str(e.get("data-relation")))
        for e in root.iter()
        if e.get("data-from")
    }
    return nodes, links


def with_maps(edition: Edition) -> Iterator[tuple[Page, str]]:
    return ((page, svg) for page in edition.pages.values() for svg in page.maps.values())


@pytest.mark.parametrize("which", ["twin_edition", "real_edition"])
def test_every_map_equals_its_outline(which: str, request: pytest.FixtureRequest) -> None:
    edition: Edition = request.getfixturevalue(which)
    pairs = list(with_maps(edition))
    assert len(pairs) > len(json.loads(edition.files["data/argument.json"])["claims"])
    for page, svg in pairs:
        assert drawn(svg) == told(page), page.path
        assert drawn(svg)[0], page.path


@pytest.mark.parametrize("which", ["twin_edition", "real_edition"])
def test_the_whole_map_equals_the_json(which: str, request: pytest.FixtureRequest) -> None:
    edition: Edition = request.getfixturevalue(which)
    told_by_json = json.loads(edition.files["data/argument.json"])
    (svg,) = edition.pages["map.md"].maps.values()
    assert drawn(svg) == of_json(told_by_json)


def of_json(made: dict[str, list[dict[str, str]]]) -> tuple[set[str], set[Link]]:
    nodes = {item["id"] for item in made["claims"] + made["steps"]}
    links = {(s["id"], s["conclusion"], "supports") for s in made["steps"]}
    links |= {(p, s["id"], "premise") for s in made["steps"] for p in s["premises"]}
    links |= {(u, s["id"], "undercuts") for s in made["steps"] for u in s["undercutters"]}
    links |= {(r, c["id"], "rebuts") for c in made["claims"] for r in c["rebutters"]}
    return nodes, links

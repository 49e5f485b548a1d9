"""Every rule has its page in the docs: what it means, why it matters, how to put it right."""

import re
from pathlib import Path

import pytest

from claimbook.links.laws import LAWS as LINK_LAWS
from claimbook.read.laws import LAWS
from claimbook.rules import RULES, name_of
from claimbook.rules.registry import OUTSIDE_WARNINGS, WARNINGS

FOLDER = Path(__file__).parents[2] / "docs" / "rules"
ALL_LAWS = {**LAWS, **{name_of(rule): rule.__doc__ or "" for rule in RULES}, **LINK_LAWS}
WARNED = [*map(name_of, WARNINGS), *map(name_of, OUTSIDE_WARNINGS)]
HEADINGS = ["What it means", "Why it matters", "How to put it right"]


def page(name: str) -> str:
    return (FOLDER / f"{name}.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", sorted(ALL_LAWS))
def test_a_rule_has_its_page(name: str) -> None:
    text = page(name)
    assert f"\n# {name}\n\n**{ALL_LAWS[name]}**\n" in text
    parts = re.split(r"^## (.*)$", text, flags=re.MULTILINE)
    assert parts[1::2] == HEADINGS
    assert all(len(part.split()) > 2 for part in parts[2::2])


@pytest.mark.parametrize("name", WARNED)
def test_a_warning_says_that_it_is_one_and_how_it_is_accepted(name: str) -> None:
    text = page(name)
    assert "A **warning**" in text
    assert name == "source-never-cited" or re.search(rf"accept(:\n  | = {{){name}: \S", text)


def test_an_error_says_that_it_is_one() -> None:
    errors = set(ALL_LAWS) - set(WARNED) - set(LINK_LAWS)
    assert all("An **error**" in page(name) for name in errors)


def test_no_page_outlives_its_rule() -> None:
    assert {file.stem for file in FOLDER.glob("*.md")} - {"index"} == set(ALL_LAWS)


def test_the_list_names_every_rule_once_with_its_law() -> None:
    rows = re.findall(r"^\| \[(.*?)\]\((.*?)\.md\) \| (.*) \|$", page("index"), re.MULTILINE)
    assert sorted(rows) == sorted((name, name, law) for name, law in ALL_LAWS.items())

"""Blocks for parts of the map: which there are, where, and what takes their place."""

import pytest

from claimbook.model import Text
from claimbook.problems import Place
from claimbook.prose import blocks, replaced

PAGE = """\
---
title: Page
---
# Head

```claimbook
claim a
  map   b

```

Between.

~~~ claimbook
map
~~~
End."""


def found(page: str) -> list[tuple[str, str, str, str]]:
    text = Text(page, Place("p.md"))
    wishes = [wish for block in blocks(text) for wish in block.wishes]
    return [(w.what, str(w.what.place), w.name, str(w.name.place)) for w in wishes]


def test_wishes_with_their_places() -> None:
    assert found(PAGE) == [
        ("claim", "p.md:7:1", "a", "p.md:7:7"),
        ("map", "p.md:8:3", "b", "p.md:8:9"),
        ("map", "p.md:15:1", "", "p.md:15:4"),
    ]


@pytest.mark.parametrize(
    "page",
    [
        "````\n```claimbook\nclaim a\n```\n````",
        "    ```claimbook\n    claim a\n    ```",
        "```claimbooks\nclaim a\n```",
        "```yaml\nclaimbook a\n```",
        "claimbook `claim a`",
        "```claimbook\n```",
    ],
)
def test_no_block(page: str) -> None:
    assert found(page) == []


def test_a_block_that_is_never_closed_goes_on_to_the_end() -> None:
    assert [name for _, _, name, _ in found("```claimbook\nclaim a\nclaim b")] == ["a", "b"]


def test_a_block_in_a_quotation() -> None:
    assert found("> ```claimbook\n>\n> map a\n> ```") == [("map", "p.md:3:3", "a", "p.md:3:7")]


def test_blocks_are_replaced_where_they_stand() -> None:
    new = replaced(PAGE, {"claim a": "<p>A</p>", "map b": "<p>B</p>", "map": "<p>M</p>"}.get)
    assert new == (
        "---\ntitle: Page\n---\n# Head\n\n\n<p>A</p>\n<p>B</p>\n\n\nBetween.\n\n\n<p>M</p>\n\nEnd."
    )


def test_a_block_of_which_a_part_is_not_known_stays() -> None:
    assert replaced(PAGE, {"claim a": "<p>A</p>"}.get) == PAGE

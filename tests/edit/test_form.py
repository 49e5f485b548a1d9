"""The usual form: the same meaning, every comment, and nothing to do a second time."""

import random
import re
from pathlib import Path

import pytest
import yaml

from claimbook.edit.document import Document
from claimbook.edit.form import formed
from claimbook.edit.tables import LayoutError
from tests.conftest import ROOT, TWIN

FILES = sorted([*(ROOT / "claims").glob("*.yml"), *(TWIN / "claims").glob("*.yml")])
MESSY = """\
# head


# second line
summary:   S
title: T   # the title
question:
      'Is it
      so?'
paragraphs: 1
claims:


    x:
        kind: legal
        # why
        claim: This statement is so long that it does not fit on one line of a hundred of them, {x}.
        evidence:
        # one
        - read: abstract  # only
          source: s


          bearing: supports
          finding: >-
            Wrapped
            far too early for
            anybody.
        but:   [a,
          b]
    # about y

    y:
      claim: C
      note: |
          kept
            as it is
# foot
""".replace("{x}", "is it not, and one has to break it somewhere")
FORMED = """\
# head

# second line
title: T   # the title
paragraphs: 1
question: Is it so?
summary: S

claims:
  x:
    # why
    claim: >-
      This statement is so long that it does not fit on one line of a hundred of them, is
      it not, and one has to break it somewhere.
    kind: legal
    but:
      - a
      - b
    evidence:
      # one
      - source: s
        bearing: supports
        finding: >-
          Wrapped far too early for anybody.
        read: abstract  # only

  # about y

  y:
    claim: C
    note: |
      kept
        as it is
# foot
"""


def form(text: str, file: str = "claims/x.yml") -> str:
    return formed(Document(file, text)).text


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.parent.name}-{path.name}")
def test_the_second_time_nothing_changes(path: Path) -> None:
    once = form(path.read_text(encoding="utf-8"), f"claims/{path.name}")
    assert form(once, f"claims/{path.name}") == once


def test_little_changes_in_the_real_files() -> None:
    for path in (ROOT / "claims").glob("*.yml"):
        text = path.read_text(encoding="utf-8")
        kept = set(form(text, f"claims/{path.name}").splitlines())
        lines = text.splitlines()
        assert sum(line not in kept for line in lines) <= len(lines) / 100


def test_everything_at_once() -> None:
    assert form(MESSY) == FORMED
    assert form(FORMED) == FORMED


@pytest.mark.parametrize("seed", range(20))
def test_whatever_the_order_of_keys_and_wherever_comments_stand(seed: int) -> None:
    text = shuffled((ROOT / "claims" / "myths.yml").read_text(encoding="utf-8"), seed)
    new = form(text)
    assert form(new) == new
    assert values(new) == values(text)
    assert sorted(re.findall(r"# c\d+", new)) == sorted(re.findall(r"# c\d+", text))


def test_what_cannot_be_kept_is_refused() -> None:
    with pytest.raises(LayoutError, match=r"claims/x.yml:1: write `>-` here"):
        form("title: >2-\n   a\n")


def values(text: str) -> object:
    return yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506 - texts only


def shuffled(text: str, seed: int) -> str:
    """Another order of the keys of each claim and comments wherever a key begins."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    tree = values(text)
    assert isinstance(tree, dict)
    for claim in tree["claims"].values():
        keys = chance.sample(list(claim), len(claim))
        claim.update({key: claim.pop(key) for key in keys})
    written = yaml.dump(
        tree, sort_keys=False, allow_unicode=True, width=chance.choice([60, 90, 200])
    )
    lines = []
    for number, line in enumerate(written.splitlines()):
        if re.match(r"\s*(- )?[a-z_]+:( |$)", line) and chance.random() < 0.2:
            lines.append(f"{' ' * chance.randrange(9)}# c{number}")
        lines.append(line)
    return "\n".join((*lines, ""))

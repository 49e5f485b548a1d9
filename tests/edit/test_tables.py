"""Single edits of a file: nothing moves but what is meant, and comments stay."""

import pytest
import yaml

from claimbook.edit.document import Document, Splice, Table, entries
from claimbook.edit.project import CLAIM_KEYS
from claimbook.edit.tables import LayoutError, add, drop, put, take
from claimbook.edit.transfer import append, items

TEXT = """\
claims:
  # about x
  x:
    claim: >-  # said so
      One
      two.
    kind: legal   # of law
    # three of them
    but: [a, b, c]
    because:
      # the first
      - a
      - premises: [b]   # linked

        warrant: W
    evidence:
      - {source: s, bearing: supports}
    note: |
      N
"""


def made(text: str = TEXT) -> tuple[Document, Table]:
    document = Document("claims/x.yml", text)
    claims = entries(document.root)["claims"].value
    assert isinstance(claims, Table)
    table = entries(claims)["x"].value
    assert isinstance(table, Table)
    return document, table


def after(*splices: Splice) -> str:
    text = made()[0].with_splices(splices).text
    yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506 - texts only
    return text


def test_a_value_is_set_in_place_and_its_comment_stays() -> None:
    document, table = made()
    assert after(put(document, table, "kind", "causal", CLAIM_KEYS)) == TEXT.replace(
        "kind: legal ", "kind: causal "
    )
    text = after(put(document, table, "claim", "Three.", CLAIM_KEYS))
    assert "    claim: Three.  # said so\n    kind" in text


def test_a_new_key_goes_where_it_belongs() -> None:
    document, table = made()
    text = after(put(document, table, "voice", "editor", CLAIM_KEYS))
    assert "# of law\n    voice: editor\n    # three of them\n" in text
    assert after(put(document, table, "aliases", ["old"], CLAIM_KEYS)).endswith(
        "    note: |\n      N\n    aliases: [old]\n"
    )


def test_several_new_keys_at_one_place_keep_their_order() -> None:
    document, table = made()
    edits = [put(document, table, key, "1", CLAIM_KEYS) for key in ("voice", "paragraph")]
    assert '    voice: "1"\n    paragraph: "1"\n' in after(*edits)


def test_a_key_goes_with_its_comment() -> None:
    document, table = made()
    assert "three of them" not in after(drop(document, table, "but"))


def test_items_of_a_list_in_brackets() -> None:
    document, table = made()
    assert "but: [a, b, c, d]\n" in after(add(document, table, "but", ["d"], CLAIM_KEYS))
    assert "but: [a, c]\n" in after(*take(document, table, "but", [1]))
    assert "but:" not in after(*take(document, table, "but", [0, 1, 2]))


def test_a_list_in_brackets_that_grows_too_long_is_written_in_lines() -> None:
    document, table = made()
    text = after(add(document, table, "but", ["d" * 50, "e" * 50], CLAIM_KEYS))
    assert f"    but:\n      - a\n      - b\n      - c\n      - {'d' * 50}\n" in text


def test_items_of_a_list_in_lines_go_with_their_comments() -> None:
    document, table = made()
    assert "    because:\n      - premises" in after(*take(document, table, "because", [0]))
    assert items(document, table, "because") == [
        "# the first\n- a\n",
        "- premises: [b]   # linked\n\n  warrant: W\n",
    ]
    text = after(append(document, table, "because", ["# new\n- d\n"], CLAIM_KEYS))
    assert "        warrant: W\n      # new\n      - d\n    evidence" in text


def test_items_for_a_list_that_is_absent_or_in_brackets() -> None:
    document, table = made()
    text = after(append(document, table, "searched", ["- {where: x}\n"], CLAIM_KEYS))
    assert text.endswith("      N\n    searched:\n      - {where: x}\n")
    text = after(append(document, table, "but", ["- d\n"], CLAIM_KEYS))
    assert "    but:\n      - a\n      - b\n      - c\n      - d\n" in text


def test_a_table_in_braces() -> None:
    document, table = made()
    row = entries(table)["evidence"].value
    node = row.value[0]
    edits = [put(document, node, "wording", "1-2", ()), put(document, node, "source", "t, u", ())]
    assert '- {source: "t, u", bearing: supports, wording: 1-2}' in after(*edits)


def test_what_is_no_list_is_refused() -> None:
    document, table = made()
    with pytest.raises(LayoutError, match="is no list"):
        take(document, table, "kind", [0])


def test_signs_beyond_ascii_do_not_shift_places() -> None:
    text = TEXT.replace("One", "Ünë — “🂡”").replace("kind: legal", "kind: “é”")
    document, table = made(text)
    new = document.with_splices([put(document, table, "kind", "causal", CLAIM_KEYS)]).text
    assert new == text.replace("“é”", "causal")

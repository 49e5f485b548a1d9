"""What the parser of YAML finds broken, in words for people and at the place to mend."""

import pytest
import yaml

from claimbook.read.decoding import SourceText
from claimbook.read.yaml_errors import reworded

CASES = [
    ("a:\n\tb: 1\n", "2:1", "a tab stands where spaces must stand (replace it by spaces)"),
    (
        "é: 1\na: @b\n",
        "2:4",
        "no plain text can begin with this character (put the text in quotes)",
    ),
    ("a: &\n", "1:5", "no plain text can begin with this character (put the text in quotes)"),
    (
        "x: 1\na: “b” c: d\n",
        "2:4",
        "a curly quotation mark does not quote in YAML (use straight ones around the whole text)",
    ),
    (
        "x: 1\nab: b: c\n",
        "2:6",
        "a colon and a space stand inside plain text (put the whole text in quotes)",
    ),
    (
        "x: 1\na: b\n  c: d\n",
        "3:3",
        (
            "this line is indented deeper than its neighbours "
            "(let the keys of one table begin in one column)"
        ),
    ),
    ("a: é\nb: \x07\n", "2:4", "an invisible control character stands here (delete it)"),
    (
        "x: 1\na: 'b\n",
        "2:4",
        "the quotation mark here is never closed (close it, and inside use the other kind)",
    ),
    (
        "a: 'b\n---\nc'\n",
        "1:4",
        "the quotation mark here is never closed (close it, and inside use the other kind)",
    ),
    (
        "a: 1\nb\nc: 2\n",
        "2:1",
        "there is no `key:` before this text (add it, or mind the indentation)",
    ),
    (
        "- a\nb: 1\n",
        "2:1",
        "this item of a list has no dash (begin it with `- `, or mind its indentation)",
    ),
    (
        "x: 1\n- a\n",
        "2:1",
        (
            "this fits neither the table nor the list it stands in (mind the indentation; "
            "a text that begins with a quote or bracket stands in quotes wholly)"
        ),
    ),
    (
        "a: - b\n",
        "1:4",
        "a list cannot begin on the line of its key (begin each item on a line of its own)",
    ),
    (
        "x: 1\na: [b\nc: d\n",
        "2:4",
        (
            "the list that begins here is never closed "
            "(end it with `]`, and put a comma between items)"
        ),
    ),
    (
        "x: 1\na: {b\nc: d\n",
        "2:4",
        (
            "the table that begins here is never closed "
            "(end it with `}`, and put a comma between keys)"
        ),
    ),
    (
        'x: 1\na: "b\\c"\n',
        "2:6",
        "a backslash has a meaning of its own in double quotes (use single quotes)",
    ),
    (
        "x: 1\na: > b\n",
        "2:6",
        "`>` and `|` begin a text on the next line (put a text that begins with one in quotes)",
    ),
    (
        "x: 1\na: *b\n",
        "2:4",
        "this is not YAML: found undefined alias (compare it with a file that can be read)",
    ),
]


def told(text: str) -> str:
    with pytest.raises(yaml.YAMLError) as broken:
        yaml.compose(text, Loader=yaml.CSafeLoader)
    return str(reworded(SourceText("f.yml", text), broken.value))


@pytest.mark.parametrize(("text", "place", "words"), CASES)
def test_each_fault_is_told_where_it_is_mended(text: str, place: str, words: str) -> None:
    assert told(text) == f"f.yml:{place}: yaml-syntax: {words}"


def test_a_fault_without_a_place_is_told_at_the_start() -> None:
    words = "this is not YAML: odd (compare it with a file that can be read)"
    problem = reworded(SourceText("f.yml", "a\nb\n"), yaml.YAMLError("odd"))
    assert str(problem) == f"f.yml:1:1: yaml-syntax: {words}"

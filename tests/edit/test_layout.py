"""New values come back from YAML as they went in, and look as people here write them."""

import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from claimbook.edit.layout import WIDEST, WIDTH, Value, field, flow, item, table

TEXTS = st.text(st.sampled_from("ab 1.:#-?!&*'\"[]{},|>%@`\\~\n=é’—"), min_size=1, max_size=60)
WORDS = st.lists(st.sampled_from(["a", "trafficking", "31", "is:", "#1", "–"]), min_size=20)


def back(lines: list[str]) -> object:
    return yaml.load("\n".join((*lines, "")), Loader=yaml.CBaseLoader)  # noqa: S506 - texts only


@given(TEXTS)
@example("no")
@example("2026")
@example("a\nb")
@example("a\n\nb")
@example(" a")
@example("a ")
@example("- a")
@example("a: b")
@example("a #b")
def test_a_text_comes_back(text: str) -> None:
    assert back(field("key", text, 0)) == {"key": text}
    assert back(item(text, 2)) == [text]
    assert back([f"key: {flow([text, text])}"]) == {"key": [text, text]}


@given(WORDS, st.integers(0, 8))
def test_long_prose_is_wrapped_and_comes_back(words: list[str], indent: int) -> None:
    text = " ".join(words)
    lines = field("key", text, indent)
    assert back(lines) == {"key": text}
    assert all(len(line) <= (WIDEST if len(lines) == 1 else WIDTH) for line in lines)


def test_the_usual_look() -> None:
    value: dict[str, Value] = {
        "claim": "A short statement.",
        "paragraph": [1, 2],
        "because": ["one-claim", {"premises": ["a", "b"], "warrant": "Why: so."}],
        "note": "",
        "searched": [],
    }
    assert table(value, 4) == [
        "    claim: A short statement.",
        "    paragraph: [1, 2]",
        "    because:",
        "      - one-claim",
        "      - premises: [a, b]",
        '        warrant: "Why: so."',
    ]


def test_what_other_readers_of_yaml_take_for_something_else_is_quoted() -> None:
    assert flow(["NO", "SE", "1.5", "null"]) == '["NO", SE, "1.5", "null"]'

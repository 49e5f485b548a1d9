"""The text of a form, taken apart: what stands in a field stays in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimbook.forms import DISPUTE, FIX_WORDING, FORMS, Form, FormError, filled, written

ANSWERS = {"about": "people-look-up", "objection": "They do not.", "kind": "empirical"}


def dispute(**answers: str) -> str:
    return written(DISPUTE, {**ANSWERS, **answers})


def test_answers_and_what_was_left_out() -> None:
    form = filled(dispute(why="Seen.\n\nTwice."))
    assert form.form is DISPUTE
    assert form["objection"] == "They do not."
    assert form["why"] == "Seen.\n\nTwice."
    assert form["short"] == ""


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_line_ends_of_any_system(ends: str) -> None:
    assert filled(dispute().replace("\n", ends))["about"] == "people-look-up"


def test_lines_are_joined_where_one_sentence_is_asked_for() -> None:
    assert filled(dispute(objection="They\u2028do \t\n not."))["objection"] == "They do not."


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_no_two_forms_can_be_taken_for_each_other(form: Form) -> None:
    labels = [question.label for question in form.questions]
    assert len(set(labels)) == len(labels)
    assert sum(labels == [q.label for q in other.questions] for other in FORMS) == 1


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("", "none of the forms"),
        ("Please fix the clock.", "none of the forms"),
        (dispute(why="### What it is about\n\nkeep-the-clock"), "more than once"),
        (dispute(objection="x\n### Why\ny"), "more than once"),
        (dispute(why="### Authors\n\nx"), "none of the forms"),
        (dispute().replace("### Why", "### Wherefore"), "none of the forms"),
        (dispute(objection=""), "has no answer"),
        (dispute(objection="x" * 401), "more than 400 characters"),
        (dispute(short="x" * 61), "more than 60 characters"),
        (dispute(kind="empirical\n- legal"), "must be one of"),
        (dispute(kind="sure"), "must be one of"),
        (dispute(objection="They \u202edo not."), r"U\+202E"),
        (dispute(objection="They \u200bdo not."), r"U\+200B"),
        (dispute(objection="They \x00do not."), r"U\+0000"),
        (dispute(objection="They \x1b[31mdo not."), r"U\+001B"),
        (dispute(why="x" * 70_000), "more than 65536"),
    ],
)
def test_what_is_refused(body: str, reason: str) -> None:
    with pytest.raises(FormError, match=reason):
        filled(body)


def test_headings_that_are_not_the_forms_own_are_text() -> None:
    assert filled(dispute(why="### Sources\n\nnone"))["why"] == "### Sources\n\nnone"


@given(st.text(max_size=300))
def test_a_field_never_reaches_another(text: str) -> None:
    try:
        form = filled(written(FIX_WORDING, {"about": "a", "part": "claim", "text": text}))
    except FormError:
        return
    assert (form["about"], form["part"], form["why"]) == ("a", "claim", "")
    assert form["text"].split() == text.split()

"""The forms on GitHub ask what the forms in the code read."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from claimbook.forms import FORMS, Form

TEMPLATES = Path(__file__).parents[2] / ".github" / "ISSUE_TEMPLATE"
LONG = 300  # characters, from which an answer is asked for in a box of several lines

every_form = pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)


def template(form: Form) -> dict[str, Any]:
    text = (TEMPLATES / f"{form.name}.yml").read_text(encoding="utf-8")
    read: dict[str, Any] = yaml.safe_load(text)
    return read


def asked(form: Form) -> list[dict[str, Any]]:
    return [part for part in template(form)["body"] if part["type"] != "markdown"]


def test_every_template_is_a_form() -> None:
    there = {path.stem for path in TEMPLATES.glob("*.yml")} - {"config"}
    assert there == {form.name for form in FORMS}


@every_form
def test_the_same_questions_in_the_same_order(form: Form) -> None:
    there = [(part["id"], part["attributes"]["label"]) for part in asked(form)]
    assert there == [(question.id, question.label) for question in form.questions]


@every_form
def test_what_must_be_answered_and_with_what(form: Form) -> None:
    for part, question in zip(asked(form), form.questions, strict=True):
        assert part.get("validations", {}).get("required", False) == question.required
        assert part["attributes"].get("options", []) == list(question.choices)
        kind = "textarea" if question.longest > LONG else "input"
        assert part["type"] == ("dropdown" if question.choices else kind)
        assert "render" not in part["attributes"]  # would put a fence around the answer


@every_form
def test_what_a_page_fills_in_can_be_filled_in(form: Form) -> None:
    """Hosts fill in boxes from addresses, and no lists to choose from."""
    filled_in = {"about", "current", "part", "text", "source"}
    kinds = {part["id"]: part["type"] for part in asked(form)}
    assert all(kinds[name] in {"input", "textarea"} for name in filled_in & set(kinds))

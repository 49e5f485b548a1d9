"""The text of a filled form -> its answers, each within its own field."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from claimbook.forms.kinds import FORMS, LONGEST, Form, Question

NO_ANSWER: Final = "_No response_"  # what GitHub writes under a question that was left out
_UNSEEN: Final = {"Cc", "Cf", "Co", "Cs"}  # control, format, private use, half a character
_JOINERS: Final = "\u200c\u200d"  # some scripts cannot be written without
_HEADING: Final = re.compile(r"### +(.*?)\s*")


class FormError(Exception):
    """Why a form cannot be followed, in a sentence for the person who filled it in."""


@dataclass(frozen=True)
class Filled:
    """A form with an answer to each question, by the question's id; empty where there is none."""

    form: Form
    answers: Mapping[str, str]

    def __getitem__(self, question: str) -> str:
        return self.answers[question]


def filled(body: str) -> Filled:
    """The answers in the text of a form; raises `FormError`."""
    if len(body) > LONGEST:
        raise FormError(f"The form has more than {LONGEST} characters.")
    lines = re.split(r"\r\n|\r|\n", body)
    form, headings = _form(lines)
    ends = [*headings, len(lines)]
    raw = ["\n".join(lines[start + 1 : end]) for start, end in pairwise(ends)]
    answers = {q.id: _answer(q, text) for q, text in zip(form.questions, raw, strict=True)}
    return Filled(form, answers)


def written(form: Form, answers: Mapping[str, str]) -> str:
    """The text of a form with some answers: what `filled` reads."""
    parts = (f"### {q.label}\n\n{answers.get(q.id) or NO_ANSWER}\n" for q in form.questions)
    return "\n".join(parts)


def _form(lines: list[str]) -> tuple[Form, list[int]]:
    """The form to which a text belongs, and the numbers of the lines with its headings."""
    known = {question.label for form in FORMS for question in form.questions}
    found = [(label, number) for number, label in _headings(lines) if label in known]
    labels = [label for label, _ in found]
    for form in FORMS:
        if labels == [question.label for question in form.questions]:
            return form, [number for _, number in found]
    if twice := sorted({label for label in labels if labels.count(label) > 1}):
        raise FormError(f"The heading “### {twice[0]}” stands there more than once.")
    raise FormError("This is none of the forms: its headings are not all there, in their order.")


def _headings(lines: list[str]) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(lines):
        if found := _HEADING.fullmatch(line):
            yield number, found[1]


def _answer(question: Question, raw: str) -> str:
    text = "" if raw.strip() == NO_ANSWER else _spaced(raw, prose=question.prose)
    if hidden := next(filter(_is_unseen, text), None):
        raise FormError(f"“{question.label}” holds the invisible character U+{ord(hidden):04X}.")
    if len(text) > question.longest:
        raise FormError(f"“{question.label}” has more than {question.longest} characters.")
    if question.required and not text:
        raise FormError(f"“{question.label}” has no answer.")
    if question.choices and text and text not in question.choices:
        raise FormError(f"“{question.label}” must be one of: {', '.join(question.choices)}.")
    return text


def _spaced(raw: str, *, prose: bool) -> str:
    """A text with single spaces, and with single empty lines where lines matter."""
    if not prose:
        return " ".join(raw.split())
    text = "\n".join(" ".join(line.split()) for line in raw.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", text).strip()


def _is_unseen(character: str) -> bool:
    seen = character == "\n" or character in _JOINERS
    return not seen and unicodedata.category(character) in _UNSEEN

"""The reviewer's list for one edit each."""

import pytest

from claimbook.reason.diff import diff
from claimbook.reason.diff.tasks import Action, Task, tasks
from tests.diff.twin import BIBLIOGRAPHY, COST, TIME, state

PIECE = """      - source: jones2021phones
        bearing: opposes
        finding: A repair cost 1,250, or 31 per cent more, in 12 of 40 towns.
        locator: p. 12
        read: abstract
"""


def listed(*edits: tuple[str, str, str]) -> list[Task]:
    after = state(*edits)
    return list(tasks(diff(state(), after), after))


def test_nothing_to_do_where_nothing_changed() -> None:
    assert listed() == []


def test_new_evidence_names_source_and_figures() -> None:
    task = next(t for t in listed((COST, "    evidence:\n", "    evidence:\n" + PIECE)))
    assert (task.action, task.source, task.claim) == (
        Action.OPEN,
        "jones2021phones",
        "repair-is-cheap",
    )
    assert task.figures == ("1,250", "31 per cent", "12", "40")


def test_a_changed_finding_names_the_new_figures_alone() -> None:
    task = next(t for t in listed((TIME, "Of 200 passers-by 118", "Of 200 passers-by 117")))
    assert (task.action, task.figures) == (Action.OPEN, ("117",))


def test_spelling_of_a_finding_asks_for_nothing() -> None:
    assert listed((TIME, "passers-by 118", "passersby 118")) == []


def test_a_limit_reworded_asks_for_no_source() -> None:
    assert listed((TIME, "One square, one morning.", "One morning on one square.")) == []


def test_a_reworded_claim_is_read_against_its_evidence() -> None:
    edit = (TIME, "People on the square look", "Nobody on the square looks")
    assert [(t.action, t.claim) for t in listed(edit)] == [(Action.REREAD, "people-look-up")]


def test_a_reworded_claim_without_evidence_is_not() -> None:
    assert listed((COST, "needed for the school", "needed for the bridge")) == []


def test_evidence_taken_out() -> None:
    block = (
        "      - source: jones2021phones\n        bearing: opposes\n"
        "        finding: Most people under 30 check a phone instead.\n        read: abstract\n"
    )
    assert [(t.action, t.source) for t in listed((TIME, block, ""))] == [
        (Action.MISS, "jones2021phones")
    ]


def test_a_new_objection_and_the_statuses_it_changes() -> None:
    found = listed(
        (COST, "    evidence:\n", "    but: [money-is-needed-elsewhere]\n    evidence:\n")
    )
    objections = [t for t in found if t.action is Action.OBJECTION]
    assert [(t.claim, t.by) for t in objections] == [
        ("repair-is-cheap", "money-is-needed-elsewhere")
    ]
    assert Action.STATUS in {t.action for t in found}


def test_an_entry_of_the_bibliography_and_a_lost_address() -> None:
    entry = listed((BIBLIOGRAPHY, "volume = {4}", "volume = {5}"))
    assert [(t.action, t.source, t.fields) for t in entry] == [
        (Action.ENTRY, "jones2021phones", ("volume",))
    ]
    lost = listed((TIME, "    aliases: [people-look-at-clock]\n", ""))
    assert [(t.action, t.claim) for t in lost] == [(Action.ADDRESS, "people-look-at-clock")]


@pytest.mark.parametrize(
    "edit",
    [
        ("bearing: opposes", "bearing: qualifies"),
        ("read: abstract", "read: full text"),
        ("finding: Most people", "locator: p. 3\n        finding: Most people"),
        ("finding: Most people", "quote: Most look\n        finding: Most people"),
    ],
)
def test_what_is_said_of_a_source_is_to_be_confirmed(edit: tuple[str, str]) -> None:
    assert [task.action for task in listed((TIME, *edit))] == [Action.OPEN]

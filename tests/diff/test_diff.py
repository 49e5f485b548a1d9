"""What a difference says of one edit each, made in the text of a project."""

from collections.abc import Sequence
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from claimbook.model import Argument, Claim
from claimbook.reason.diff import ClaimChange, Difference, Fortune, Owed, diff
from claimbook.reason.gaps import Gap
from tests.diff.twin import BIBLIOGRAPHY, COST, HEAD, TIME, state
from tests.making import argument, claim, piece, section

NEW = (
    "\n  bench-is-liked:\n    claim: A bench is liked.\n    kind: empirical\n    voice: opponent\n"
)


def changed(*edits: tuple[str, str, str]) -> Difference:
    return diff(state(), state(*edits))


def only(difference: Difference) -> ClaimChange:
    assert len(difference.claims) == 1
    return difference.claims[0]


def test_nothing_changed() -> None:
    found = changed()
    assert not found
    assert found == Difference()


def test_a_claim_that_came() -> None:
    found = changed((COST, "  money-is", NEW.lstrip("\n") + "\n  money-is"))
    change = only(found)
    assert (change.fortune, change.id) == (Fortune.ADDED, "bench-is-liked")
    assert Owed("no path to the thesis", "bench-is-liked") in found.new_debt
    assert not found.lost


def test_a_claim_that_went_loses_its_address() -> None:
    before = state((COST, "  money-is", NEW.lstrip("\n") + "\n  money-is"))
    found = diff(before, state())
    assert only(found).fortune is Fortune.REMOVED
    assert found.lost == ("bench-is-liked",)


def test_a_rename_with_alias_is_a_rename_even_when_reworded() -> None:
    found = changed(
        (TIME, "phones-tell-time:\n", "pockets-tell-time:\n    aliases: [phones-tell-time]\n"),
        (TIME, "but: [phones-tell-time]", "but: [pockets-tell-time]"),
        (TIME, "Everybody carries a phone that tells", "Nearly all pockets tell"),
    )
    change = only(found)
    assert change.fortune is Fortune.RENAMED
    assert (change.renamed_from, change.id) == ("phones-tell-time", "pockets-tell-time")
    assert [field.name for field in change.fields] == ["claim"]
    assert not found.lost


def test_a_rename_without_alias_is_known_by_the_statement_and_loses_the_address() -> None:
    found = changed((TIME, "phones-tell-time", "pockets-tell-time"))
    assert only(found).renamed_from == "phones-tell-time"
    assert found.lost == ("phones-tell-time",)
    assert not found.statuses


def test_an_alias_taken_away_is_a_lost_address() -> None:
    found = changed((TIME, "    aliases: [people-look-at-clock]\n", ""))
    assert found.lost == ("people-look-at-clock",)
    assert [field.name for field in only(found).fields] == ["aliases"]


def test_a_merger_is_no_mere_removal() -> None:
    before = state((COST, "  money-is", NEW.lstrip("\n") + "\n  money-is"))
    after = state(
        (COST, "    voice: opponent\n", "    voice: opponent\n    aliases: [bench-is-liked]\n")
    )
    change = only(diff(before, after))
    assert change.fortune is Fortune.REMOVED
    assert change.merged_into == "money-is-needed-elsewhere"


def test_a_claim_moved_to_another_section() -> None:
    block = (
        "  phones-run-flat:\n    claim: Phones run flat, and not everybody has one.\n"
        "    kind: empirical\n    voice: editor\n    searched:\n      - {where: library catalogue,"
        " query: phone ownership, date: 2026-11-22, found: nothing local}\n"
    )
    found = changed((TIME, block, ""), (COST, "  money-is", f"{block}\n  money-is"))
    field = only(found).field("section")
    assert field is not None
    assert (field.before, field.after) == ("time", "cost")


def test_a_claim_moved_within_its_section() -> None:
    old = argument([section("only", [claim(name) for name in "abcd"])], thesis="a")
    new = argument([section("only", [claim(name) for name in "acdb"])], thesis="a")
    change = only(diff(old, new))
    field = change.field("order")
    assert change.id == "b"
    assert field is not None
    assert (field.before, field.after) == ("behind a", "behind d")


def test_the_order_of_reasons_objections_and_evidence_says_nothing() -> None:
    parts: dict[str, list[Any]] = {
        "because": [(["b"], []), (["c", "d"], ["e"])],
        "but": ["e", "f"],
        "evidence": [piece("one"), piece("two", "opposes")],
    }
    turned = {name: list(reversed(value)) for name, value in parts.items()}
    others: dict[str, dict[str, Any]] = {name: {} for name in "bcdef"}
    assert not diff(argument({"a": parts, **others}, "a"), argument({"a": turned, **others}, "a"))


def test_a_step_is_known_by_its_premises() -> None:
    found = changed(
        (TIME, "premises: [people-look-up, repair-is-cheap]", "premises: [repair-is-cheap]"),
        (TIME, "What is used and costs little", "What costs little"),
    )
    step = only(found).steps[0]
    assert step.fortune is Fortune.CHANGED
    assert {field.name: field.removed for field in step.fields if field.name == "premises"} == {
        "premises": ("people-look-up",)
    }
    assert [field.name for field in step.fields] == ["premises", "warrant"]


def test_evidence_is_known_by_its_source_and_keeps_what_stayed() -> None:
    found = changed((TIME, "bearing: opposes", "bearing: qualifies"), (TIME, "118", "117"))
    pieces = only(found).evidence
    assert [[field.name for field in change.fields] for change in pieces] == [
        ["finding"],
        ["bearing"],
    ]


def test_a_finding_ascribed_to_another_source_is_one_change() -> None:
    found = changed((TIME, "source: smith2019counting", "source: village2020accounts"))
    change = only(found).evidence[0]
    assert [(field.name, field.before, field.after) for field in change.fields] == [
        ("source", "smith2019counting", "village2020accounts")
    ]


def test_a_source_renamed_everywhere_is_no_change_of_the_claims() -> None:
    edits = [(file, "jones2021phones", "jones2021time") for file in (TIME, BIBLIOGRAPHY)]
    found = changed(*edits)
    assert not found.claims
    assert [(c.fortune, c.renamed_from) for c in found.sources] == [("renamed", "jones2021phones")]


def test_fields_of_a_source() -> None:
    found = changed((BIBLIOGRAPHY, "volume = {4}", "volume = {5}"))
    assert [(f.name, f.before, f.after) for f in found.sources[0].fields] == [("volume", "4", "5")]


def test_head_and_sections() -> None:
    found = changed((HEAD, "[time, cost]", "[cost, time]"), (COST, "What it costs", "The price"))
    assert [field.name for field in found.head] == ["sections"]
    assert [(c.present.id, [f.name for f in c.fields]) for c in found.sections] == [
        ("cost", ["title"])
    ]


def test_a_status_that_changes_names_the_change_that_did_it() -> None:
    found = changed((TIME, "    but: [phones-run-flat]\n", ""))
    status = {change.claim: change for change in found.statuses}["keep-the-clock"]
    assert (status.before, status.after) == (
        "its reasons do not hold",
        "open challenge",
    )
    assert status.chain == ("keep-the-clock", "phones-tell-time")


def test_debt_that_came_and_debt_that_was_paid() -> None:
    block = (
        "    evidence:\n      - source: village2020accounts\n        bearing: qualifies\n"
        "        finding: A repair cost 900; a bench between 700 and 1,100.\n        read: record\n"
    )
    taken = (COST, block, "")
    debt = Owed(Gap.NO_SOURCE, "repair-is-cheap")
    assert debt in changed(taken).new_debt
    assert debt in diff(state(taken), state()).paid_debt


def test_debt_of_a_claim_that_went_is_not_called_paid() -> None:
    before = state((COST, "  money-is", NEW.lstrip("\n") + "\n  money-is"))
    assert not diff(before, state()).paid_debt


NAMES = st.sampled_from("abcde")
STEPS = st.tuples(st.lists(NAMES, min_size=1, max_size=2), st.lists(NAMES, max_size=1))
BEARINGS = st.sampled_from(["supports", "opposes"])
CLAIMS = st.builds(
    claim,
    NAMES,
    because=st.lists(STEPS, max_size=2),
    but=st.lists(NAMES, max_size=2, unique=True),
    evidence=st.lists(st.builds(piece, NAMES, BEARINGS), max_size=2),
)
ARGUMENTS = st.lists(CLAIMS, unique_by=lambda c: c.id, min_size=1).map(
    lambda claims: argument([section("only", claims)], thesis="a")
)


def content(state_: Argument) -> list[object]:
    """What counts of an argument whose claims differ in links and evidence alone."""
    return [_content(claim_) for claim_ in state_.claims.values()]


def _content(claim_: Claim) -> object:
    steps = sorted((sorted(set(s.premises)), sorted(set(s.undercutters))) for s in claim_.steps)
    pieces = sorted((str(e.source), str(e.bearing)) for e in claim_.evidence)
    return str(claim_.id), steps, sorted(set(claim_.rebutters)), pieces


@settings(max_examples=100)
@given(ARGUMENTS)
def test_no_argument_differs_from_itself(one: Argument) -> None:
    assert diff(one, one) == Difference()


@settings(max_examples=100)
@given(ARGUMENTS, ARGUMENTS)
def test_a_difference_is_empty_exactly_where_the_content_is_equal(
    one: Argument, two: Argument
) -> None:
    assert bool(diff(one, two)) is (content(one) != content(two))


@settings(max_examples=100)
@given(ARGUMENTS, ARGUMENTS)
def test_turned_round_what_came_has_gone(one: Argument, two: Argument) -> None:
    there, back = diff(one, two), diff(two, one)
    assert ids(there.of(Fortune.ADDED)) == ids(back.of(Fortune.REMOVED))
    assert {c.claim for c in there.statuses} == {c.claim for c in back.statuses}


def ids(changes: Sequence[ClaimChange]) -> set[str]:
    return {change.id for change in changes}

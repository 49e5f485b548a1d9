"""Which edits ask for another reading, and which are spelling."""

from dataclasses import replace

import pytest

from claimbook.model import Argument, Evidence
from claimbook.reason.review import stamp, to_read_again
from claimbook.reason.spelling import only_spelling, vocabulary, words
from tests.making import argument, claim, piece, section, text

STATEMENT = "Labour laws may not organise the recieving of migrants in 31 per cent of cases."
FINDING = "The goverment counted 1,250 of them; see [the table](https://example.org/a)."

SPELLING = [
    (STATEMENT, STATEMENT.replace("recieving", "receiving")),
    (STATEMENT, STATEMENT.replace("organise", "organize")),
    (STATEMENT, STATEMENT.replace("Labour", "labor")),
    (STATEMENT, STATEMENT.replace("31 per cent", "31%")),
    (STATEMENT, STATEMENT.replace("cases.", "cases!")),
    (FINDING, FINDING.replace("goverment", "government")),
    (FINDING, FINDING.replace("them; see", "*them*, see")),
    (FINDING, FINDING.replace("/a)", "/b)")),
    ("An anti-trafficking law", "An antitrafficking law"),
    ("Centres are labelled", "Centers are labeled"),
    ("It has an occurence", "It has an occurrence"),
]
VARIANTS = [
    *[(f"organis{end}", f"organiz{end}") for end in ("e", "ed", "er", "ers", "es", "ing")],
    *[(f"organis{end}", f"organiz{end}") for end in ("ation", "ations")],
    ("labourers", "laborers"),
    ("centres", "centers"),
    ("travelling", "traveling"),
    ("defence", "defense"),
    ("licenced", "licensed"),
    ("archaeology", "archeology"),
    ("foetuses", "fetuses"),
    ("percent", "%"),
    ("Cafés", "cafes"),
    ("co-operate", "cooperate"),
]
OTHERS = [("is", "iz"), ("rise", "rize"), ("our", "or"), ("hour", "hor"), ("bells", "bels")]
MEANING = [
    (STATEMENT, STATEMENT.replace("not ", "")),
    (STATEMENT, STATEMENT.replace("may", "can")),
    (STATEMENT, STATEMENT.replace("may", "my")),
    (STATEMENT, STATEMENT.replace("31", "13")),
    (STATEMENT, STATEMENT.replace("migrants", "migrant")),
    (FINDING, FINDING.replace("1,250", "1,205")),
    ("It is legal", "It is illegal"),
    ("A moral claim", "A mortal claim in moral words"),
    ("It raises risk by 1.5", "It raises risk by 15"),
    ("Raids harm migrants", "Migrants harm raids"),
]


@pytest.mark.parametrize(("before", "after"), SPELLING)
def test_spelling(before: str, after: str) -> None:
    assert only_spelling(before, after, frozenset(words(after)))
    assert not stale_after(before, after)


@pytest.mark.parametrize(("one", "other"), VARIANTS)
def test_a_word_is_the_same_in_each_country(one: str, other: str) -> None:
    assert words(one) == words(other)


@pytest.mark.parametrize(("one", "other"), OTHERS)
def test_short_words_are_no_variants(one: str, other: str) -> None:
    assert words(one) != words(other)


def test_a_slip_is_looked_for_in_words_of_five_letters() -> None:
    known = frozenset({"claim", "fact"})
    assert only_spelling("a cliam", "a claim", known)
    assert not only_spelling("a fcat", "a fact", known)


@pytest.mark.parametrize(("before", "after"), MEANING)
def test_meaning(before: str, after: str) -> None:
    assert not only_spelling(before, after, frozenset(words(after)))
    assert stale_after(before, after)


def test_a_word_that_the_argument_uses_is_no_misspelling() -> None:
    assert only_spelling("A cuasal link", "A causal link", frozenset({"causal"}))
    assert not only_spelling("A casual link", "A causal link", frozenset({"causal", "casual"}))


def test_the_vocabulary_holds_words_of_findings_too() -> None:
    state = made("Causal.", replace(piece("a"), finding=text("A casual look.")))
    assert {"causal", "casual"} <= vocabulary(state)


def test_each_half_of_the_pair_is_told_apart() -> None:
    old = replace(piece("a"), finding=text("It rose."))
    stamped = replace(old, wording=text(stamp(claim("x"), old)))
    claim_changed = to_read_again(made("Quite another claim.", stamped))
    assert [(s.claim_changed, s.finding_changed) for s in claim_changed] == [(True, False)]
    finding_changed = to_read_again(made("Claim x.", replace(stamped, finding=text("It fell."))))
    assert [(s.claim_changed, s.finding_changed) for s in finding_changed] == [(False, True)]


def test_another_bearing_is_another_meaning() -> None:
    old = piece("a")
    turned = replace(piece("a", "opposes"), wording=text(stamp(claim("x"), old)))
    assert [s.finding_changed for s in to_read_again(made("Claim x.", turned))] == [True]


def test_evidence_without_a_stamp_is_left_alone() -> None:
    assert not to_read_again(made("Claim x.", piece("a")))


def test_a_stamp_that_says_nothing_asks_for_a_reading() -> None:
    assert to_read_again(made("Claim x.", replace(piece("a"), wording=text("mangled"))))


def stale_after(before: str, after: str) -> bool:
    old = replace(piece("a"), finding=text(before))
    stamped = replace(old, wording=text(stamp(replace(claim("x"), statement=text(before)), old)))
    found = to_read_again(made(after, replace(stamped, finding=text(after))))
    assert all(stale.claim_changed and stale.finding_changed for stale in found)
    return bool(found)


def made(statement: str, evidence: Evidence) -> Argument:
    one = replace(claim("x", evidence=[evidence]), statement=text(statement))
    return argument([section("only", [one])], thesis="x")

"""Each field is compared under the name that it has in the files, with its whole value."""

from dataclasses import replace
from types import MappingProxyType
from typing import Any

import pytest

from claimbook.model import Bearing, Kind, Number, Scope, Search, Step, Voice, Waiver
from claimbook.reason.diff import diff, fields
from claimbook.reason.diff.change import ClaimChange, Fortune
from claimbook.reason.diff.debt import debts
from tests.making import HERE, argument, claim, piece, section, source, text, texts

SCOPE = Scope(texts(["SE", "NO"]), text("1999/2019"), text("drivers"))
NONE = Scope()
ACCEPT = (Waiver(text("absolute-word"), text("It is so.")),)


def test_of_an_argument() -> None:
    made = argument([section("first", []), section("second", [])])
    plain = {"title": "A map", "text": "article", "thesis": "thesis", "sections": "first, second"}
    assert fields.of_argument(made) == {**plain, "about": ""}
    assert fields.of_argument(replace(made, about=text("Why"))) == {**plain, "about": "Why"}


def test_of_a_section() -> None:
    full = replace(
        section("a", [], 3),
        headings=MappingProxyType({2: text("Two"), 1: text("One")}),
        skipped=MappingProxyType({3: text("It greets.")}),
        waivers=ACCEPT,
    )
    assert fields.of_section(full) == {
        "title": "a",
        "question": "Is it so?",
        "summary": "Yes.",
        "paragraphs": "3",
        "heading": ("1: One", "2: Two"),
        "skipped": ("3: It greets.",),
        "accept": ("absolute-word: It is so.",),
    }
    assert fields.of_section(replace(full, gists=texts(["A", "B"])))["paragraphs"] == ("A", "B")


def test_of_a_claim() -> None:
    full = replace(
        claim("a", but=["b", "b"], voice="opponent"),
        kind=Kind.LEGAL,
        short=text("Short"),
        implicit=True,
        paragraphs=(Number(1, HERE), Number(2, HERE)),
        assessment=text("Well."),
        note=text("A note."),
        scope=SCOPE,
        searched=(Search(text("Here"), text("nothing"), date=text("2026-01-02")),),
        waivers=ACCEPT,
    )
    assert fields.of_claim(full) == {
        "claim": "Claim a.",
        "short": "Short",
        "kind": Kind.LEGAL,
        "voice": Voice.OPPONENT,
        "paragraph": "1, 2",
        "implicit": "true",
        "but": ("b",),
        "assessment": "Well.",
        "note": "A note.",
        "scope": "SE, NO; 1999/2019; drivers",
        "searched": ("Here; 2026-01-02; nothing",),
        "accept": ("absolute-word: It is so.",),
    }
    bare = fields.of_claim(replace(claim("a"), paragraphs=()))
    empty = ("short", "paragraph", "implicit", "assessment", "note", "scope")
    assert [bare[name] for name in empty] == [""] * len(empty)
    assert [bare[name] for name in ("but", "searched", "accept")] == [()] * 3


def test_of_a_step() -> None:
    full = Step(text("a"), 1, texts("bb"), HERE, texts("cc"), text("As a rule."), text("example"))
    made = {"premises": ("b",), "unless": ("c",), "scheme": "example", "warrant": "As a rule."}
    assert fields.of_step(full) == made
    bare = Step(text("a"), 1, texts("b"), HERE)
    assert fields.of_step(bare) == {"premises": ("b",), "unless": (), "scheme": "", "warrant": ""}


OPTIONAL = (
    *("locator", "limits", "read_at", "quote", "checked", "not_found", "reader", "wording"),
)


def test_of_evidence() -> None:
    bare = replace(piece("a", "opposes"), figures=texts(["7", "8"]))
    values: dict[str, Any] = {name: text(f"the {name}") for name in OPTIONAL}
    full = replace(bare, scope=SCOPE, **values)
    plain = {"source": "a", "bearing": Bearing.OPPOSES, "finding": "A finding.", "read": "abstract"}
    always = {**plain, "figures": ("7", "8")}
    assert fields.of_evidence(bare) == {**always, "scope": "", **dict.fromkeys(OPTIONAL, "")}
    told = {name: f"the {name}" for name in OPTIONAL}
    assert fields.of_evidence(full) == {**always, "scope": "SE, NO; 1999/2019; drivers", **told}
    assert fields.of_evidence(replace(bare, scope=NONE))["scope"] == ""


def test_of_a_source() -> None:
    made = fields.of_source(source("a", title="A title", year="2020"))
    assert made == {"type": "misc", "title": "A title", "year": "2020"}


def test_only_what_differs_is_told_and_the_order_of_a_list_does_not() -> None:
    old = fields.of_step(Step(text("a"), 1, texts("bc"), HERE))
    new = fields.of_step(Step(text("a"), 1, texts("cb"), HERE, warrant=text("As a rule.")))
    assert [c.name for c in fields.changed(old, new)] == ["warrant"]
    change = fields.compared(fields.of_section, section("a", []), section("b", []))
    assert [(c.name, c.before, c.after) for c in change] == [("title", "a", "b")]
    assert fields.compared(fields.of_section, None, section("b", [])) == ()
    assert fields.compared(fields.of_section, section("a", []), None) == ()


def test_what_came_went_and_stayed() -> None:
    before = argument({"thesis": {"but": ["old"]}, "old": {}})
    after = argument(
        {"thesis": {"but": ["new"]}, "new": {"evidence": [piece("x")], "voice": "editor"}}
    )
    made = diff(before, after)
    assert made
    assert not diff(before, before)
    assert {change.id for change in made.of(Fortune.CHANGED)} == {"thesis"}
    changed = next(change for change in made.claims if change.id == "thesis")
    assert changed.present is after.claims["thesis"]
    assert changed.field("note") is None
    assert changed.field("but")


def test_a_change_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one side"):
        _ = ClaimChange(None, None).present


def test_what_is_owed_is_named() -> None:
    skipped = section("b", [], 2, skipped=MappingProxyType({1: text("It greets.")}))
    made = argument([section("a", [claim("thesis"), claim("loose", paragraphs=[2])], 3), skipped])
    owed = {(str(debt.what), debt.subject) for debt in debts(made)}
    unmapped = {subject for _, subject in owed if "¶" in subject}
    assert unmapped == {"a ¶3", "b ¶2"}
    untied = {what for what, subject in owed if subject == "loose"} - {
        what for what, subject in owed if subject == "thesis"
    }
    assert len(untied) == 1

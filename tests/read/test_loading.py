"""Whole projects, however strange."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimbook.model import Bearing, Kind, Number, Person, Reading, Voice
from claimbook.problems import Problem
from claimbook.read import Loaded, collect, load
from claimbook.rules import check
from tests.conftest import ROOT

BASE = collect(Path(__file__).parents[1] / "cases" / "base")
FILES = [*BASE, "docs/index.md", "claims/other.yml"]

# Pieces that mean something in the files, so that random text reaches the far corners.
YAML_PIECES = [
    *["claims:", "because:", "but:", "evidence:", "premises:", "paragraph:", "heading:", "scope:"],
    *["- ", ": ", "\n", "\n  ", "\n    ", "[", "]", "{", "}", ",", ">-", "|", "'", '"', "#", "\t"],
    *[
        "one",
        "<one>",
        "<several>",
        "[key]",
        "1",
        "0",
        "true",
        "~",
        "&a",
        "*a",
        "!!str ",
        "---",
        "?",
    ],
    *["[@key]", "[@;,]", "[x](javascript:a)", "<b>", "![", "`", "é", "\u2028", "\x85", "\x00"],
]
BIB_PIECES = [
    *["@misc{", "@string{", "@comment{", "@preamble{", "@article(", "key,", "title", "author"],
    *[" = ", "{", "}", '"', ",", "\n", "#", "\\", "\\'e", "$", "%", "~", " and ", "unconfirmed"],
]
TEXTS = st.one_of(
    st.text(),
    st.lists(st.sampled_from(YAML_PIECES), max_size=60).map("".join),
    st.lists(st.sampled_from(BIB_PIECES), max_size=60).map("".join),
)


def everything(files: dict[str, bytes]) -> tuple[Loaded, list[Problem]]:
    loaded = load(files)
    return loaded, [*loaded.problems, *check(loaded.argument)]


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from(FILES), st.one_of(TEXTS.map(str.encode), st.binary())))
def test_no_input_makes_it_stumble(files: dict[str, bytes]) -> None:
    everything({**BASE, **files})
    loaded, problems = everything(files)
    assert problems
    assert loaded.problems == tuple(sorted(set(loaded.problems)))


@settings(deadline=None)
@given(st.data())
def test_no_small_damage_makes_it_stumble(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from([*BASE]))
    text = BASE[name].decode()
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(start + 20, len(text))))
    piece = data.draw(st.sampled_from([*YAML_PIECES, *BIB_PIECES, ""]))
    damaged = (text[:start] + piece + text[end:]).encode()
    _, problems = everything({**BASE, name: damaged})
    assert all(problem.place.line > 0 and problem.place.column > 0 for problem in problems)


def test_places_lie_inside_their_files() -> None:
    files = {**BASE, "claims/stone.yml": BASE["claims/stone.yml"].replace(b"claim:", b"clam: &x")}
    for problem in everything(files)[1]:
        lines = files[problem.place.file].decode().split("\n")
        assert problem.place.column <= len(lines[problem.place.line - 1]) + 1


def test_line_ends_and_a_byte_order_mark_make_no_difference() -> None:
    windows = {name: b"\xef\xbb\xbf" + text.replace(b"\n", b"\r\n") for name, text in BASE.items()}
    found = load(windows)
    assert (found.argument, found.whole, found.intact) == (load(BASE).argument, True, True)
    named = {problem.rule for problem in found.problems}
    assert named == {"byte-order-mark", "windows-line-ends"}
    assert len(found.problems) == 2 * sum(not name.startswith("docs/") for name in BASE)


def test_what_is_written_arrives() -> None:
    argument = load(BASE).argument
    assert (argument.title, argument.text, argument.thesis) == (
        "Bridges",
        "ruiz2020bridges",
        "bridges-last",
    )
    (section,) = argument.sections
    assert (section.id, section.title, section.paragraphs) == ("stone", "Stone", 2)
    claim = argument.claims["bridges-last"]
    assert (claim.kind, claim.voice) == (Kind.EMPIRICAL, Voice.ARTICLE)
    assert (claim.paragraphs, claim.rebutters) == ((1,), ("floods-break-bridges",))
    (step,) = claim.steps
    assert (step.id, step.premises, str(step.place)) == (
        "bridges-last:1",
        ("arches-carry",),
        "claims/stone.yml:12:9",
    )
    (piece,) = claim.evidence
    assert (piece.source, piece.bearing, piece.reading) == (
        "okafor2019survey",
        Bearing.SUPPORTS,
        Reading.ABSTRACT,
    )
    assert argument.claims["floods-break-bridges"].voice is Voice.OPPONENT
    assert argument.sources["okafor2019survey"].authors == (
        Person("Okafor", "Ben"),
        Person("Lind", "Eva"),
    )


RICH = b"""\
title: Stone
heading: {1: First, 2: Second}
paragraphs: [It says this., It says that.]
skipped: {2: It leads over.}
question: Do they?
summary: They do.
claims:
  bridges-last:
    claim: Stone bridges last.
    short: They last
    kind: causal
    paragraph: [1, 2]
    implicit: true
    because:
      - premises: [arches-carry, stone-holds]
        scheme: cause-to-effect
        warrant: It holds.
        unless: [frost]
      - stone-holds
    scope: {places: [SE, NO], period: 1999/2019, people: masons}
    searched:
      - {where: Scopus, query: stone, date: 2026-11-22, found: Nothing.}
    aliases: [old]
    assessment: Yes.
    note: No.
"""


def test_everything_that_can_be_written_arrives() -> None:
    (section,) = load({**BASE, "claims/stone.yml": RICH}).argument.sections
    assert section.headings == {1: "First", 2: "Second"}
    assert (section.gists, section.paragraphs) == (("It says this.", "It says that."), 2)
    assert section.skipped == {2: "It leads over."}
    assert all(isinstance(key, Number) for key in (*section.headings, *section.skipped))
    (claim,) = section.claims
    assert (claim.short, claim.implicit, claim.paragraphs) == ("They last", True, (1, 2))
    first, second = claim.steps
    assert first.premises == ("arches-carry", "stone-holds")
    assert (first.scheme, first.warrant) == ("cause-to-effect", "It holds.")
    assert (first.undercutters, second.premises) == (("frost",), ("stone-holds",))
    assert claim.scope is not None
    assert (claim.scope.places, claim.scope.period) == (("SE", "NO"), "1999/2019")
    (search,) = claim.searched
    assert (search.where, search.query, search.date) == ("Scopus", "stone", "2026-11-22")
    assert (claim.aliases, claim.assessment, claim.note) == (("old",), "Yes.", "No.")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"    because:\n", b"    becuse:\n"),
        (b"[floods-break-bridges]", b"floods-break-bridges"),
        (b"voice: opponent", b"voice: Oponent"),
        (b"    paragraph: 2\n", b'    paragraph: "2"\n'),
        (b"    paragraph: 2\n", b"    paragrah: 2\n"),
        (b"        finding:", b"        findings:"),
    ],
)
def test_a_mistake_whose_meaning_is_plain_gives_one_message(old: bytes, new: bytes) -> None:
    stone = BASE["claims/stone.yml"].replace(old, new)
    loaded, problems = everything({**BASE, "claims/stone.yml": stone})
    assert len(problems) == 1
    assert loaded.intact


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"    paragraph: 2\n", b"    paragraph: two\n"),
        (b"[floods-break-bridges]", b"{a: b}"),
        (b"      - arches-carry\n", b"      - {premises: {a: b}}\n"),
        (b"    kind: causal\n    voice", b"    voice"),
        (b"        read: abstract\n", b""),
        (b"paragraphs: 2\n", b"paragraphs: several\n"),
    ],
)
def test_a_mistake_whose_meaning_is_lost_gives_no_further_messages(old: bytes, new: bytes) -> None:
    stone = BASE["claims/stone.yml"].replace(old, new)
    loaded = load({**BASE, "claims/stone.yml": stone})
    assert len(loaded.problems) == 1
    assert not loaded.intact
    assert not [*check(loaded.argument, whole=loaded.whole, intact=loaded.intact)]


@pytest.mark.parametrize("name", [*BASE])
def test_a_file_that_cannot_be_read_gives_no_further_messages(name: str) -> None:
    loaded = load({**BASE, name: b"@misc{a, b\n: [\n"})
    assert {problem.place.file for problem in loaded.problems} == {name}
    assert not loaded.whole
    assert not [*check(loaded.argument, whole=loaded.whole, intact=loaded.intact)]


def test_the_real_files_break_no_law() -> None:
    loaded, problems = everything(collect(ROOT))
    assert [*map(str, problems)] == []
    assert loaded.whole
    assert loaded.intact

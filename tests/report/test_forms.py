"""Problems in every form: what each must hold, whatever stands in the files."""

import json
import xml.etree.ElementTree as ET

import pytest

from claimbook.exchange.problems import FORMS, Report, text
from claimbook.problems import Change, Level, Place, Problem

FILE = "claims/a.yml"
LINE = "    bering: supports"
KEY = Problem(
    Place(FILE, 2, 5),
    "unknown-key",
    "`bering` is no key of evidence",
    "did you mean `bearing`?",
    fix=(Change(Place(FILE, 2, 5), "bering", "bearing"),),
)
HOSTILE = Problem(
    Place("claims/b,c:d%.yml", 1, 1),
    "no-such-rule",
    "one\n::error::two % \x1b[2J\x00 <b>&",
    level=Level.WARNING,
)
REPORT = Report(
    (KEY, HOSTILE), {FILE: f"claims:\n{LINE}\n"}, {"unknown-key": "https://example.org/r/"}, "it"
)
TOLD = (
    f"{FILE}:2:5: unknown-key: `bering` is no key of evidence",
    "    2 |     bering: supports",
    "      |     ^^^^^^",
    "    why: Every key is one that its table knows.",
    "     do: did you mean `bearing`?",
    "   more: https://example.org/r/",
)
CLEAN = Report((), {}, scope="3 claims")


def test_text_shows_the_line_with_a_caret_and_all_that_is_known() -> None:
    assert text(REPORT).split("\n\n")[:2] == [f"--- {FILE}: 1 error", "\n".join(TOLD)]
    assert text(REPORT).endswith("changes.\n1 error, 1 warning in it\n")


def test_text_moves_no_cursor() -> None:
    report = Report((HOSTILE,), {HOSTILE.place.file: "\x1b]0;title\x07 \u202e\n"})
    assert not {"\x1b", "\x00", "\x07", "\u202e"} & set(text(report))


@pytest.mark.parametrize(
    ("line", "column", "under"),
    [
        ("\tkey: x", 1, "→"),
        ("漢字: wrnog", 5, "wrnog"),
        ("e\u0301: wrnog", 5, "wrnog"),
        ("x" * 300 + " wrnog " + "y" * 300, 302, "wrnog"),
        ("short", 99, ""),
        ("", 1, ""),
    ],
)
def test_carets_stand_under_the_place(line: str, column: int, under: str) -> None:
    problem = Problem(Place(FILE, 1, column), "tag", "wrong")
    quoted, carets = text(Report((problem,), {FILE: line})).split("\n")[3:5]
    wide = quoted.translate({ord(c): f"{c}\0" for c in "漢字"}).replace("\u0301", "")
    assert wide[carets.index("^") : carets.rindex("^") + 1] == under
    assert len(quoted) < 120


def test_github_commands_stay_on_their_lines() -> None:
    first, second, last, end = FORMS["github"](REPORT).split("\n")
    assert first.startswith(f"::error file={FILE},line=2,col=5,title=unknown-key::`bering` is")
    assert "%0Adid you mean `bearing`?%0A" in first
    assert second.startswith("::warning file=claims/b%2Cc%3Ad%25.yml,line=1,col=1,title=")
    assert "one%0A::error::two %25 " in second
    assert (last, end) == ("1 error, 1 warning", "")


def test_sarif_names_rules_places_and_fixes() -> None:
    made = json.loads(FORMS["sarif"](REPORT))
    assert (made["version"], len(made["runs"])) == ("2.1.0", 1)
    run = made["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["no-such-rule", "unknown-key"]
    assert rules[1]["helpUri"] == "https://example.org/r/"
    first, second = run["results"]
    assert (first["ruleId"], first["level"]) == ("unknown-key", "error")
    assert rules[first["ruleIndex"]]["id"] == first["ruleId"]
    assert first["locations"][0]["physicalLocation"]["region"] == {
        "startLine": 2,
        "startColumn": 5,
    }
    replacement = first["fixes"][0]["artifactChanges"][0]["replacements"][0]
    region = {"startLine": 2, "startColumn": 5, "endLine": 2, "endColumn": 11}
    assert replacement == {"deletedRegion": region, "insertedContent": {"text": "bearing"}}
    assert second["level"] == "warning"
    place = second["locations"][0]["physicalLocation"]["artifactLocation"]
    assert place["uri"] == "claims/b%2Cc%3Ad%25.yml"
    assert place["uriBaseId"] in run["originalUriBaseIds"]


def test_a_change_of_several_lines_ends_where_its_last_line_does() -> None:
    fix = (Change(Place(FILE, 3, 9), "one\ntwo", "three"),)
    made = json.loads(FORMS["sarif"](Report((Problem(Place(FILE), "tag", "m", fix=fix),), {})))
    change = made["runs"][0]["results"][0]["fixes"][0]["artifactChanges"][0]
    region = {"startLine": 3, "startColumn": 9, "endLine": 4, "endColumn": 4}
    assert change["replacements"][0]["deletedRegion"] == region


def test_json_holds_everything() -> None:
    made = json.loads(FORMS["json"](REPORT))
    assert (made["errors"], made["warnings"], made["scope"]) == (1, 1, "it")
    assert made["problems"][0] == {
        "file": FILE,
        "line": 2,
        "column": 5,
        "rule": "unknown-key",
        "level": "error",
        "message": "`bering` is no key of evidence",
        "hint": "did you mean `bearing`?",
        "law": "Every key is one that its table knows.",
        "page": "https://example.org/r/",
        "fix": [{"file": FILE, "line": 2, "column": 5, "old": "bering", "new": "bearing"}],
    }


def test_junit_counts_errors_as_failures_and_survives_any_character() -> None:
    suites = ET.fromstring(FORMS["junit"](REPORT))  # noqa: S314 -- made here
    counts = [(s.get("name"), s.get("tests"), s.get("failures")) for s in suites]
    assert counts == [(FILE, "1", "1"), ("claims/b,c:d%.yml", "1", "0")]
    failure = suites.find(".//failure")
    assert failure is not None
    assert failure.get("type") == "unknown-key"


def test_nothing_wrong_is_said_in_every_form() -> None:
    assert text(CLEAN) == "no problems in 3 claims\n"
    assert FORMS["github"](CLEAN) == "no problems\n"
    assert json.loads(FORMS["json"](CLEAN))["problems"] == []
    assert json.loads(FORMS["sarif"](CLEAN))["runs"][0]["results"] == []
    suites = ET.fromstring(FORMS["junit"](CLEAN))  # noqa: S314 -- made here
    assert [case.get("name") for case in suites.iter("testcase")] == ["3 claims"]

"""Weight, gaps, coverage and challenges."""

from claimbook.model import Bearing
from claimbook.reason.challenges import challenges
from claimbook.reason.coverage import coverage
from claimbook.reason.gaps import Gap, gaps, without_independent_source
from claimbook.reason.status import Value
from claimbook.reason.verdict import verdicts
from claimbook.reason.weight import weigh
from tests.making import argument, claim, piece, section, source, text

SOURCES = [
    source("article", family="author", cites="own"),
    source("own", family="circle"),
    source("one", family="same"),
    source("two", family="same"),
    source("other"),
]


def test_a_source_counts_once_a_bearing_and_a_family_once() -> None:
    pieces = [piece("one"), piece("one"), piece("two", "opposes"), piece("own", "context")]
    made = argument({"thesis": {"evidence": pieces}}, sources=SOURCES)
    weight = weigh(made, made.claims.values())
    assert weight.counts == {
        Bearing.SUPPORTS: 1,
        Bearing.OPPOSES: 1,
        Bearing.QUALIFIES: 0,
        Bearing.CONTEXT: 1,
    }
    assert (weight.sources, weight.origins, weight.independent) == (2, 1, 1)


def test_gaps() -> None:
    made = argument(
        {
            "none": {},
            "context": {"evidence": [piece("one", "context")]},
            "circle": {"evidence": [piece("own")]},
            "origin": {"evidence": [piece("one"), piece("two", "opposes")]},
            "whole": {"evidence": [piece("one"), piece("other", "opposes")]},
            "qualified": {"evidence": [piece("one"), piece("other", "qualifies")]},
        },
        sources=SOURCES,
    )
    found = {gap: [c.id for c in claims] for gap, claims in gaps(made).claims.items()}
    weak = (Gap.NO_SOURCE, Gap.NOT_INDEPENDENT, Gap.ONE_ORIGIN, Gap.ONE_SIDE)
    assert {gap: found[gap] for gap in weak} == {
        Gap.NO_SOURCE: ["none", "context"],
        Gap.NOT_INDEPENDENT: ["circle"],
        Gap.ONE_ORIGIN: ["circle", "origin"],
        Gap.ONE_SIDE: ["circle"],
    }
    lacking = [c.id for c in without_independent_source(made)]
    assert lacking == ["none", "context", "circle"]


def test_coverage_counts_paragraphs_over_sections() -> None:
    made = argument(
        [
            section("first", [claim("a", "first", paragraphs=(1, 2))], 2),
            section(
                "second",
                [claim("b", "second", paragraphs=(2,))],
                2,
                skipped={1: text("leads over")},
                headings={1: text("A heading")},
                gists=(text("One."), text("Two.")),
            ),
        ]
    )
    found = [
        (p.section.id, p.number, p.position, [c.id for c in p.claims], p.skipped)
        for p in coverage(made)
    ]
    assert found == [
        ("first", 1, 1, ["a"], None),
        ("first", 2, 2, ["a"], None),
        ("second", 1, 3, [], "leads over"),
        ("second", 2, 4, ["b"], None),
    ]
    assert [p.heading for p in coverage(made)] == [None, None, "A heading", None]
    assert [p.gist for p in coverage(made)] == [None, None, "One.", "Two."]


def test_challenges_name_target_step_and_replies() -> None:
    made = argument(
        {
            "thesis": {"because": [(["reason"], ["undercut"])], "but": ["objection"]},
            "reason": {},
            "undercut": {},
            "objection": {"but": ["reply"]},
            "reply": {},
        }
    )
    found = [
        (c.attacker.id, c.target.id, c.step and c.step.id, c.value, [r.id for r in c.replies])
        for c in challenges(made, verdicts(made))
    ]
    assert found == [
        ("objection", "thesis", None, Value.OUT, ["reply"]),
        ("undercut", "thesis", "thesis:1", Value.IN, []),
        ("reply", "objection", None, Value.IN, []),
    ]

"""Whole edits of the tiny twin: what they make of the argument, and of the lines around."""

from collections.abc import Iterable

import pytest

from claimbook.edit.create import linked, listed_section, new_claim, new_evidence, section_text
from claimbook.edit.merge import merge
from claimbook.edit.move import move
from claimbook.edit.project import Edit, Project, edited, project
from claimbook.edit.rename import rename
from claimbook.edit.restate import restate
from claimbook.edit.reviewed import reviewed
from claimbook.edit.split import split
from claimbook.edit.tables import LayoutError
from claimbook.model import Argument
from claimbook.read import collect, load
from claimbook.reason.diff import Difference, Fortune, diff
from claimbook.reason.review import to_read_again
from tests.conftest import TWIN

ENDS = ("empirical", "opponent", "read: record")  # of lines that get a comment


def commented(text: str) -> str:
    lines = enumerate(text.split("\n"))
    return "\n".join(f"{line}  # c{n}" if line.endswith(ENDS) else line for n, line in lines)


COMMENTED = {file: commented(text.decode()).encode() for file, text in collect(TWIN).items()}


@pytest.fixture
def twin() -> Project:
    return project(load(COMMENTED).argument, COMMENTED)


def after(
    twin: Project, edits: Iterable[Edit], *, lines_go: bool = False
) -> tuple[Argument, Difference, dict[str, str]]:
    """The argument after edits, what they changed in it, and the files that they changed."""
    texts = edited(twin, edits)
    loaded = load({**COMMENTED, **{file: text.encode() for file, text in texts.items()}})
    assert not loaded.problems
    assert lines_go or all(f"# c{n}" in "".join(texts.values()) for n in _comments(texts))
    return loaded.argument, diff(twin.argument, loaded.argument), texts


def _comments(files: Iterable[str]) -> list[str]:
    lines = b"\n".join(COMMENTED[file] for file in files).decode().splitlines()
    return [line.rpartition("# c")[2] for line in lines if "  # c" in line]


def changed_lines(twin: Project, texts: dict[str, str]) -> list[str]:
    """The lines of the new texts that the old ones do not have."""
    return [
        line.strip()
        for file, text in texts.items()
        for line in text.splitlines()
        if line not in twin.documents[file].text.splitlines()
    ]


def test_rename(twin: Project) -> None:
    claim = twin.argument.claims["people-look-up"]
    _, found, texts = after(twin, rename(twin, claim, "look-up"))
    assert [(c.fortune, c.renamed_from, c.fields) for c in found.claims] == [
        (Fortune.RENAMED, "people-look-up", ())
    ]
    assert not found.lost
    assert changed_lines(twin, texts) == [
        "- premises: [look-up, repair-is-cheap]",
        "look-up:",
        "aliases: [people-look-at-clock, people-look-up]",
    ]


def test_rename_of_the_thesis_and_back_again(twin: Project) -> None:
    made, _, texts = after(twin, rename(twin, twin.argument.claims["keep-the-clock"], "keep-it"))
    assert made.thesis == "keep-it"
    files = {**COMMENTED, **{file: text.encode() for file, text in texts.items()}}
    again = project(made, files)
    new = edited(again, rename(again, made.claims["keep-it"], "keep-the-clock"))
    assert "thesis: keep-the-clock\n" in new["claims/map.yml"]
    assert "aliases: [keep-it]" in new["claims/time.yml"]


def test_move_within_the_section_and_to_the_beginning(twin: Project) -> None:
    claim = twin.argument.claims["phones-run-flat"]
    made, found, texts = after(twin, move(twin, claim, "time", None))
    assert next(iter(made.claims)) == "phones-run-flat"
    assert [c.field("order") is not None for c in found.claims] == [True]
    assert changed_lines(twin, texts) == []
    assert "\n\n\n" not in texts["claims/time.yml"]


def test_move_to_another_section_with_another_paragraph(twin: Project) -> None:
    claim = twin.argument.claims["people-look-up"]
    made, found, texts = after(twin, move(twin, claim, "cost", "repair-is-cheap", [1]))
    assert made.claims["people-look-up"].section == "cost"
    assert [str(c.id) for c in made.sections[1].claims][:2] == ["repair-is-cheap", "people-look-up"]
    assert not found.statuses
    assert not any(text.startswith("\n") or text.endswith("\n\n") for text in texts.values())


def test_a_section_keeps_a_claim(twin: Project) -> None:
    one = section_text({"title": "T"}, "x", {"claim": "X.", "kind": "legal"})
    assert one == "title: T\n\nclaims:\n  x:\n    claim: X.\n    kind: legal\n"
    claims = twin.argument.claims
    lonely = edited(twin, move(twin, claims["repair-is-cheap"], "time", None, [1]))
    files = {**COMMENTED, **{file: text.encode() for file, text in lonely.items()}}
    left = project(load(files).argument, files)
    with pytest.raises(LayoutError, match="would be left without a claim"):
        edited(left, move(left, left.argument.claims["money-is-needed-elsewhere"], "time", None))


def test_merge(twin: Project) -> None:
    claims = twin.argument.claims
    edits = merge(twin, claims["money-is-needed-elsewhere"], claims["phones-tell-time"])
    made, found, _ = after(twin, edits, lines_go=True)
    assert [c.merged_into for c in found.of(Fortune.REMOVED)] == ["phones-tell-time"]
    assert made.claims["phones-tell-time"].aliases == ("money-is-needed-elsewhere",)
    assert made.claims["keep-the-clock"].steps[0].undercutters == ("phones-tell-time",)


def test_a_merger_takes_evidence_along_and_names_nothing_twice(twin: Project) -> None:
    claims = twin.argument.claims
    edits = merge(twin, claims["repair-is-cheap"], claims["people-look-up"])
    made, found, texts = after(twin, edits, lines_go=True)
    assert "        read: record  # c" in texts["claims/time.yml"]
    assert [str(e.source) for e in made.claims["people-look-up"].evidence] == [
        "smith2019counting",
        "jones2021phones",
        "village2020accounts",
    ]
    assert made.claims["keep-the-clock"].steps[0].premises == ("people-look-up",)
    assert not found.lost


@pytest.mark.parametrize(
    ("gone", "kept"),
    [("phones-tell-time", "keep-the-clock"), ("keep-the-clock", "repair-is-cheap")],
)
def test_claims_that_bear_on_each_other_are_not_merged(twin: Project, gone: str, kept: str) -> None:
    claims = twin.argument.claims
    with pytest.raises(LayoutError, match="bear on each other are two"):
        edited(twin, merge(twin, claims[gone], claims[kept]))


def test_split(twin: Project) -> None:
    claim = twin.argument.claims["people-look-up"]
    made, _, _ = after(
        twin, split(twin, claim, "phones-instead", {"claim": "Phones: do."}, {"evidence": [1]})
    )
    new = made.claims["phones-instead"]
    assert (new.statement, new.kind, list(new.paragraphs)) == ("Phones: do.", "empirical", [1])
    assert [str(e.source) for e in new.evidence] == ["jones2021phones"]
    assert [str(e.source) for e in made.claims["people-look-up"].evidence] == ["smith2019counting"]
    order = list(made.claims)
    assert order.index("phones-instead") == order.index("people-look-up") + 1


def test_restate(twin: Project) -> None:
    claim = twin.argument.claims["repair-is-cheap"]
    _, found, texts = after(twin, restate(twin, claim, {"claim": "It is: cheap.", "note": "N."}))
    assert [f.name for f in found.claims[0].fields] == ["claim", "note"]
    assert changed_lines(twin, texts) == ['claim: "It is: cheap."', "note: N."]


@pytest.mark.parametrize(
    ("sources", "date", "stamped"),
    [
        ((), "2026-12-01", ["smith2019counting", "jones2021phones"]),
        (("jones2021phones",), "2026-12-01", ["jones2021phones"]),
        ((), None, ["smith2019counting"]),
    ],
)
def test_reviewed(
    twin: Project, sources: tuple[str, ...], date: str | None, stamped: list[str]
) -> None:
    claim = twin.argument.claims["people-look-up"]
    made, _, _ = after(twin, reviewed(twin, claim, sources, date))
    pieces = made.claims["people-look-up"].evidence
    assert [str(e.source) for e in pieces if e.wording] == stamped
    assert {str(e.checked) for e in pieces if e.wording} == {date or "2026-11-22"}
    assert not to_read_again(made)


def test_what_was_looked_for_in_vain_is_stamped_by_name_only(twin: Project) -> None:
    claim = twin.argument.claims["phones-tell-time"]
    assert edited(twin, reviewed(twin, claim, (), "2026-12-01")) == {}
    made, _, _ = after(twin, reviewed(twin, claim, ("jones2021phones",), "2026-12-01"))
    piece = made.claims["phones-tell-time"].evidence[0]
    assert (piece.checked, piece.not_found) == ("2026-12-01", None)


def test_new_parts(twin: Project) -> None:
    time = twin.argument.sections[0]
    fields = new_claim(twin, time, "new", {"kind": "legal", "claim": "N.", "paragraph": 1}, None)
    made, _, _ = after(twin, fields)
    assert list(made.claims)[3:5] == ["phones-run-flat", "new"]
    piece = {"source": "jones2021phones", "bearing": "context", "finding": "F.", "read": "record"}
    claim = twin.argument.claims["money-is-needed-elsewhere"]
    made, _, _ = after(twin, new_evidence(twin, claim, piece))
    assert made.claims["money-is-needed-elsewhere"].evidence[0].finding == "F."
    made, _, _ = after(twin, linked(twin, claim, "but", "repair-is-cheap"))
    assert made.claims["money-is-needed-elsewhere"].rebutters == ("repair-is-cheap",)


def test_a_section_is_listed_where_it_belongs(twin: Project) -> None:
    texts = edited(twin, listed_section(twin, "use", "time"))
    assert "sections: [time, use, cost]" in texts["claims/map.yml"]

"""Forms written into files: the twin of the repository, before and after."""

import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimbook.edit.project import edited, project
from claimbook.forms import (
    ADD_SOURCE,
    DISPUTE,
    FIX_WORDING,
    Form,
    FormError,
    answer,
    filled,
    written,
)
from claimbook.model import Argument
from claimbook.read import collect, load
from tests.commands.running import run
from tests.conftest import TWIN

FILES = collect(TWIN)
RECORDED = Path(__file__).parent / "recorded"
EVIDENCE = {
    "about": "repair-is-cheap",
    "bearing": "opposes",
    "finding": "It cost: 2,000.",
    "read": "abstract",
}
WORK = {
    "title": "Clocks & {towers}",
    "author": "Ng, Dee; Village Council",
    "year": "2021",
    "container": "Horology",
    "link": "https://doi.org/10.1000/XYZ",
    "type": "news",
}


def changed(form: Form, **answers: str) -> dict[str, str]:
    """The new texts of the files that a form changes."""
    at = project(load(FILES).argument, FILES)
    return edited(at, answer(at, filled(written(form, answers))).edits)


def after(form: Form, **answers: str) -> Argument:
    new = {file: text.encode() for file, text in changed(form, **answers).items()}
    loaded = load({**FILES, **new})
    assert not loaded.problems
    return loaded.argument


def objection(about: str, text: str = "Nobody does.") -> Argument:
    return after(DISPUTE, about=about, objection=text, kind="empirical")


def test_an_objection_to_a_claim_is_a_claim_against_it() -> None:
    argument = objection("people-look-up")
    assert argument.claims["people-look-up"].rebutters == ("nobody-does",)
    assert argument.claims["nobody-does"].statement == "Nobody does."
    assert argument.claims["nobody-does"].voice == "opponent"
    assert argument.claims["nobody-does"].section == "time"


def test_an_objection_to_a_step_undercuts_it() -> None:
    argument = objection("keep-the-clock#because-1")
    undercutters = argument.steps["keep-the-clock:1"].undercutters
    assert undercutters == ("money-is-needed-elsewhere", "nobody-does")


def test_an_objection_to_a_step_that_is_a_name_alone() -> None:
    old = FILES["claims/time.yml"].decode()
    start, end = old.index("      - premises"), old.index("    but: [phones-tell-time]")
    short = old[:start] + "      - people-look-up\n" + old[end:]
    files = {**FILES, "claims/time.yml": short.encode()}
    at = project(load(files).argument, files)
    body = written(
        DISPUTE, {"about": "keep-the-clock#because-1", "objection": "No!", "kind": "normative"}
    )
    texts = edited(at, answer(at, filled(body)).edits)
    step = load({**files, "claims/time.yml": texts["claims/time.yml"].encode()}).argument.steps
    assert step["keep-the-clock:1"].premises == ("people-look-up",)
    assert step["keep-the-clock:1"].undercutters == ("no",)


def test_an_objection_to_a_finding_bears_on_its_claim() -> None:
    assert objection("people-look-up#evidence-2").claims["people-look-up"].rebutters


def test_an_objection_to_a_source_is_a_remark_on_it() -> None:
    remarks = (
        objection("smith2019counting", "It was \\input{x} & withdrawn.")
        .sources["smith2019counting"]
        .fields["remarks"]
    )
    assert remarks.endswith("It was input{x} & withdrawn.")


def test_ids_that_are_taken_or_cannot_be_made() -> None:
    assert "people-look-up-2" in objection("people-look-up", "People look up.").claims
    assert "objection-to-people-look-up" in objection("people-look-up", "Никто.").claims
    assert "objection-to-people-look-up" in objection("people-look-up", "2 do.").claims


def test_a_former_name_is_known() -> None:
    assert objection("people-look-at-clock").claims["people-look-up"].rebutters


def test_evidence_from_a_source_that_is_listed() -> None:
    argument = after(ADD_SOURCE, **EVIDENCE, source="smith2019counting")
    piece = argument.claims["repair-is-cheap"].evidence[-1]
    assert (piece.source, piece.bearing, piece.reading) == (
        "smith2019counting",
        "opposes",
        "abstract",
    )
    assert piece.finding == "It cost: 2,000."


def test_evidence_from_a_new_source() -> None:
    argument = after(ADD_SOURCE, **EVIDENCE, **WORK)
    source = argument.sources[argument.claims["repair-is-cheap"].evidence[-1].source]
    assert source.title == "Clocks & {towers}"
    assert [person.family for person in source.authors] == ["Ng", "Village Council"]
    assert source.fields["doi"] == "10.1000/xyz"


def test_what_is_not_known_of_a_source_is_said_to_be_unconfirmed() -> None:
    argument = after(ADD_SOURCE, **EVIDENCE, **{**WORK, "year": "", "author": ""})
    assert argument.sources["anonclocks"].unconfirmed == ("author", "year")


@pytest.mark.parametrize(
    ("about", "part", "where"),
    [
        ("people-look-up", "", lambda a: a.claims["people-look-up"].statement),
        ("people-look-up", "short", lambda a: a.claims["people-look-up"].short),
        ("people-look-up", "note", lambda a: a.claims["people-look-up"].note),
        ("people-look-up#evidence-2", "", lambda a: a.claims["people-look-up"].evidence[1].finding),
        (
            "people-look-up#evidence-1",
            "limits",
            lambda a: a.claims["people-look-up"].evidence[0].limits,
        ),
        ("keep-the-clock#because-1", "", lambda a: a.steps["keep-the-clock:1"].warrant),
        ("smith2019counting", "", lambda a: a.sources["smith2019counting"].title),
    ],
)
@pytest.mark.parametrize("text", ["Better so.", "Yes: 'no' # \"x\" & {y} [z] *a | - b"])
def test_other_words(about: str, part: str, where, text: str) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    assert where(after(FIX_WORDING, about=about, part=part, text=text)) == text


def test_paragraphs_are_kept_where_lines_matter() -> None:
    argument = after(FIX_WORDING, about="people-look-up", part="note", text="One.\n\n\n- two\n- 3")
    assert argument.claims["people-look-up"].note == "One.\n\n- two\n- 3"


@pytest.mark.parametrize("current", ["", "People on the  square look at the clock.", "People on…"])
def test_a_form_begun_from_what_stands_there(current: str) -> None:
    assert changed(FIX_WORDING, about="people-look-up", current=current, text="So.")


@pytest.mark.parametrize(
    ("form", "answers", "reason"),
    [
        (FIX_WORDING, {"about": "people-look-up", "current": "People.", "text": "x"}, "once more"),
        (FIX_WORDING, {"about": "people-look-up", "part": "kind", "text": "x"}, "must be one of"),
        (FIX_WORDING, {"about": "people-look-up", "part": "../x", "text": "x"}, "must be one of"),
        (FIX_WORDING, {"about": "people-lok-up", "text": "x"}, "did you mean `people-look-up`"),
        (FIX_WORDING, {"about": "../../etc/passwd", "text": "x"}, "not the name"),
        (FIX_WORDING, {"about": "claims/time.yml", "text": "x"}, "not the name"),
        (FIX_WORDING, {"about": "people-look-up#evidence-9", "text": "x"}, "only 2 pieces"),
        (FIX_WORDING, {"about": "people-look-up#because-1", "text": "x"}, "only 0 steps"),
        (FIX_WORDING, {"about": "$(touch x)", "text": "x"}, "not the name"),
        (ADD_SOURCE, {**EVIDENCE, "about": "smith2019counting"}, "name the claim"),
        (ADD_SOURCE, {**EVIDENCE, "source": "../x"}, "no source"),
        (ADD_SOURCE, EVIDENCE, "needs a title"),
        (ADD_SOURCE, {**EVIDENCE, **WORK, "year": "20"}, "four digits"),
        (ADD_SOURCE, {**EVIDENCE, **WORK, "link": "javascript:x()"}, "neither a DOI"),
        (ADD_SOURCE, {**EVIDENCE, **WORK, "link": "https://x.org/}, a={b"}, "neither a DOI"),
    ],
)
def test_what_cannot_be_done(form: Form, answers: dict[str, str], reason: str) -> None:
    with pytest.raises(FormError, match=reason):
        changed(form, **answers)


def tables(texts: dict[str, str]) -> tuple[Any, Any]:
    """A section's file before and after, every value a text."""
    both = FILES["claims/time.yml"], texts["claims/time.yml"]
    was, now = (yaml.load(text, Loader=yaml.CBaseLoader) for text in both)  # noqa: S506 - texts
    return was, now


HOSTILE = [
    "x\n---\nclaims: {}",
    "--- x",
    "... x",
    "&a *a !!python/object:os.system x",
    "<<: *x",
    "x: y",
    "- x",
    "? x",
    "| x",
    "> x",
    "%YAML 1.2",
    "x # comment",
    "{a: b}",
    "[a, b]",
    '"',
    "'",
    '" }, {evil: "',
    "\\",
    "\\n\\u202e",
    "no",
    "null",
    "1e3",
    "${{ github.token }}",
    "$(touch evil)",
    "`touch evil`",
    "; touch evil #",
    "}, evil = {x",
    "@article{evil, title = {x}}",
    "\\input{/etc/passwd}",
    "../../.github/workflows/check.yml",
    "x" * 399,
    "😀" * 300,
    "=cmd|' /C calc'!A0",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_is_one_value_of_one_key(text: str) -> None:
    texts = changed(DISPUTE, about="people-look-up", objection=text, kind="legal", short="S")
    assert set(texts) == {"claims/time.yml"}
    was, now = tables(texts)
    (new,) = set(now["claims"]) - set(was["claims"])
    said = {"claim": " ".join(text.split()), "short": "S", "kind": "legal", "voice": "opponent"}
    assert now["claims"].pop(new) == said
    assert now["claims"]["people-look-up"].pop("but") == [new]
    assert now == was


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_is_one_value_of_one_field(text: str) -> None:
    texts = changed(ADD_SOURCE, **EVIDENCE, **{**WORK, "title": text[:290], "author": text[:500]})
    assert set(texts) == {"claims/cost.yml", "references.bib"}
    was = load(FILES).argument.sources
    new = load({**FILES, **{f: t.encode() for f, t in texts.items()}}).argument.sources
    (key,) = set(new) - set(was)
    fields = {"author", "title", "journal", "year", "doi", "evidencetype", "read"}
    assert set(new[key].fields) - {"unconfirmed"} <= fields
    assert {k: v.fields for k, v in new.items() if k != key} == {
        k: v.fields for k, v in was.items()
    }


@given(st.text(min_size=1, max_size=200))
@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_any_text_stays_in_its_key(text: str) -> None:
    try:
        texts = changed(FIX_WORDING, about="people-look-up", part="note", text=text)
    except FormError:
        return
    was, now = tables(texts)
    assert now["claims"]["people-look-up"].pop("note").split() == text.split()
    was["claims"]["people-look-up"].pop("note")
    assert now == was


@pytest.fixture
def twin(tmp_path: Path) -> Path:
    return Path(shutil.copytree(TWIN, tmp_path / "twin"))


def state(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


@pytest.mark.parametrize("name", ["dispute", "add-source", "fix-wording"])
def test_a_recorded_form(twin: Path, name: str) -> None:
    before = state(twin)
    status, said = run("from-form", str(RECORDED / f"{name}.md"), "-C", str(twin), "--yes")
    assert status == 0, said
    touched = {file for file, text in state(twin).items() if before.get(file) != text}
    assert touched <= {"claims/time.yml", "claims/cost.yml", "references.bib"}
    assert touched
    assert run("check", str(twin))[0] == 0


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("hostile-html", "raw-html"),
        ("hostile-heading", "more than once"),
        ("hostile-path", "not the name"),
        ("hostile-citation", "unknown-source"),
        ("not-a-form", "none of the forms"),
    ],
)
def test_a_recorded_form_that_is_refused_touches_nothing(
    twin: Path, name: str, reason: str
) -> None:
    before = state(twin)
    status, said = run("from-form", str(RECORDED / f"{name}.md"), "-C", str(twin), "--yes")
    assert status == 1
    assert reason in said
    assert state(twin) == before


def test_what_a_form_makes_wrong_elsewhere_is_left_to_a_reviewer(twin: Path) -> None:
    body = written(DISPUTE, {"about": "people-look-up", "objection": "No.", "kind": "empirical"})
    (twin / "form.md").write_text(body, encoding="utf-8")
    status, said = run("from-form", str(twin / "form.md"), "-C", str(twin), "--yes")
    assert status == 0
    assert "needless-accept" in said


def test_a_form_that_is_not_text(twin: Path) -> None:
    (twin / "form.md").write_bytes(b"### What it is about\n\n\xff")
    status, said = run("from-form", str(twin / "form.md"), "-C", str(twin), "--yes")
    assert (status, "not text in UTF-8" in said) == (1, True)


def test_standard_input_and_a_dry_run(twin: Path) -> None:
    before = state(twin)
    body = (RECORDED / "fix-wording.md").read_text(encoding="utf-8")
    status, said = run("from-form", "-", "-C", str(twin), "--dry-run", said=body)
    assert status == 0, said
    assert "nothing was written" in said
    assert state(twin) == before

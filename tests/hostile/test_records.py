"""What a project keeps on record, and forms, in any bytes: each is read or refused in words."""

from contextlib import suppress
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimbook.exchange import debt_history
from claimbook.forms.body import FormError, filled, written
from claimbook.forms.kinds import FORMS, Form
from claimbook.judging import surroundings
from claimbook.links import records, results
from claimbook.links.results import Result, Sight, Words
from claimbook.links.states import State
from claimbook.pipeline import record
from claimbook.problems import ProblemsError
from claimbook.read import retractions
from tests.conftest import ROOT

SEEN = Result("https://a.org/", State.OK, "2026-11-23", words=(Words("w", Sight.FOUND),))
HEAD = "OriginalPaperDOI,RetractionDate,RetractionNature,Reason\n"
RECORDS = {
    results.FILE: records.to_text([SEEN]).encode(),
    debt_history.FILE: (ROOT / debt_history.FILE).read_bytes(),
    retractions.FILE: (HEAD + '10.1/a,8/31/2020 0:00,Retraction,"+Error;"\n').encode(),
}
PIECES = st.sampled_from(
    [
        *(b"", b"\x00", b"\xff", b'"', b"{", b"}", b"[", b"[" * 999, b"]", b",", b"null", b"-1"),
        *(b"1e999", b"9" * 5000, b'"\\ud800"', b"\n", b"\r", b"0001-01-01", b"\xef\xbb\xbf", b"\\"),
    ]
)


@st.composite
def damaged(draw: st.DrawFn, whole: bytes) -> bytes:
    """A record with some of its bytes replaced."""
    start = draw(st.integers(0, len(whole)))
    end = draw(st.integers(start, min(start + 30, len(whole))))
    return whole[:start] + draw(PIECES | st.binary(max_size=9)) + whole[end:]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("records")
    (root / ".ci").mkdir()
    return root


@pytest.mark.parametrize("name", RECORDS)
@given(data=st.data())
@settings(deadline=None, max_examples=200)
def test_no_record_makes_it_stumble(project: Path, name: str, data: st.DataObject) -> None:
    for file, whole in RECORDS.items():
        (project / file).write_bytes(whole)
    (project / name).write_bytes(data.draw(st.binary() | damaged(RECORDS[name])))
    _, found = surroundings(project, date(2026, 11, 23))
    try:
        record(project)
    except ProblemsError as error:
        found += error.problems
    assert all(problem.place.file and problem.message and problem.hint for problem in found)


def test_records_that_are_whole_are_no_problem(project: Path) -> None:
    for file, whole in RECORDS.items():
        (project / file).write_bytes(whole)
    assert surroundings(project, date(2026, 11, 24))[1] == ()
    assert record(project).moments


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.questions[0].id)
@given(data=st.data())
@settings(deadline=None, max_examples=100)
def test_no_form_makes_it_stumble(form: Form, data: st.DataObject) -> None:
    whole = written(form, {}).encode()
    text = data.draw(st.text() | damaged(whole).map(partial(bytes.decode, errors="replace")))
    with suppress(FormError):
        assert filled(text).form in FORMS

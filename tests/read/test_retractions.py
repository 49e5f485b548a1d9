"""Notices about published works, as Crossref gives them out."""

from datetime import date

import pytest

from claimbook.problems import ProblemsError
from claimbook.read.retractions import Notice, notices

HEAD = (
    "Record ID,Title,Subject,Institution,Journal,Publisher,Country,Author,URLS,ArticleType,"
    "RetractionDate,RetractionDOI,RetractionPubMedID,OriginalPaperDate,OriginalPaperDOI,"
    "OriginalPaperPubMedID,RetractionNature,Reason,Paywalled,Notes,\n"
)


def row(doi: str, nature: str, day: str, reasons: str = "") -> str:
    before = "1,A title,(SOC) Law;,A house,A journal,A press,France,A Name;,,Research Article;"
    return f"{before},{day},10.1000/notice,0,1/2/2001 0:00,{doi},0,{nature},{reasons},No,,\n"


def test_a_notice_with_its_day_and_reasons() -> None:
    text = HEAD + row("10.1000/ABC", "Retraction", "8/31/2020 0:00", "+Error in Data;+Paper Mill;")
    reasons = ("Error in Data", "Paper Mill")
    notice = Notice("10.1000/abc", "retraction", date(2020, 8, 31), reasons)
    assert notices(text) == {"10.1000/abc": notice}


def test_the_latest_notice_counts_wherever_it_stands() -> None:
    rows = (
        row("10.1000/a", "Reinstatement", "5/1/2022 0:00"),
        row("10.1000/a", "Expression of concern", "5/1/2020 0:00"),
        row("10.1000/a", "Retraction", "2021-05-01"),
    )
    assert notices(HEAD + "".join(rows))["10.1000/a"].nature == "reinstatement"


def test_corrections_and_works_without_doi_are_left_out() -> None:
    text = HEAD + row("10.1000/a", "Correction", "5/1/2022 0:00")
    assert notices(text + row("unavailable", "Retraction", "5/1/2022 0:00")) == {}


def test_a_day_that_cannot_be_read_is_none() -> None:
    assert notices(HEAD + row("10.1000/a", "Retraction", "soon"))["10.1000/a"].day is None


@pytest.mark.parametrize("text", ["DOI,Date\n", "\n", HEAD.replace("RetractionNature", "Nature")])
def test_another_table_is_a_problem(text: str) -> None:
    with pytest.raises(ProblemsError, match="damaged-retractions: the column `"):
        notices(text)


def test_a_line_that_no_table_holds_is_a_problem() -> None:
    with pytest.raises(ProblemsError, match="a line cannot be read"):
        notices(HEAD + "x" * 200_000)

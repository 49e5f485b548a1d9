"""What a file has around its text."""

import pytest

from claimbook.read.decoding import SourceText
from claimbook.read.form import faults_of_form


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a: b\n", []),
        ("a: b ", ["f.yml:1:5: trailing-space: one line ends in spaces or tabs (delete them)"]),
        ("a: b\t", ["f.yml:1:5: trailing-space: one line ends in spaces or tabs (delete them)"]),
        (
            "a: b \nc: d\t\n",
            ["f.yml:1:5: trailing-space: 2 lines end in spaces or tabs (delete them)"],
        ),
    ],
)
def test_spaces_at_the_ends_of_lines(text: str, told: list[str]) -> None:
    found = faults_of_form(SourceText("f.yml", text), text.encode())
    assert list(map(str, found)) == told


@pytest.mark.parametrize(("text", "line"), [("\r\na: b\n", 1), ("a: b\nc: d\r\n", 2)])
def test_a_line_that_ends_as_on_windows_is_told_where_it_is(text: str, line: int) -> None:
    (found,) = faults_of_form(SourceText("f.yml", text.replace("\r", "")), text.encode())
    assert (found.rule, found.place.line) == ("windows-line-ends", line)
    assert found.message == "one line ends as on Windows"

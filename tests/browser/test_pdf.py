"""The PDF that Chromium prints of the twin."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from claimbook.pdf.numbering import pages_of
from tests.conftest import TWIN


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = (sys.executable, "-m", "claimbook", "pdf", *arguments)
    settings = {**os.environ, **environment}
    return subprocess.run(
        command, env=settings, capture_output=True, text=True, timeout=300, check=False
    )


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("pdf") / "twin.pdf"
    done = run(str(out), str(TWIN), "--site", "https://example.org/clock/")
    assert done.returncode == 0, done.stderr
    return out


def test_it_is_tagged_titled_and_has_an_outline(edition: Path) -> None:
    reader = PdfReader(edition)
    marks: Any = reader.root_object["/MarkInfo"]
    assert marks["/Marked"]
    assert reader.metadata
    assert reader.metadata.title == "Should the village keep its clock?"
    titles = list(_titles(reader.outline))
    assert "1 Telling the time" in titles
    assert "1.2 People on the square look at the clock." in titles
    assert titles[-1] == "References"


def test_references_name_the_page_to_which_they_lead(edition: Path) -> None:
    reader = PdfReader(edition)
    pages = pages_of(edition.read_bytes())
    words = [" ".join(page.extract_text().split()) for page in reader.pages]
    told = re.findall(r"(\d\.\d) \(p\. (\d+)\)", " ".join(words))
    assert len(told) > 5
    numbers = {"1.1": "keep-the-clock", "1.2": "people-look-up", "2.1": "repair-is-cheap"}
    for number, page in told:
        if number in numbers:
            assert int(page) == pages[f"claim-{numbers[number]}"]
    contents = next(text for text in words if "Contents" in text)
    assert re.search(rf"References {pages['references']}\b", contents)


def test_without_chromium_it_says_what_to_install(tmp_path: Path) -> None:
    done = run(str(tmp_path / "x.pdf"), str(TWIN), PATH=str(tmp_path), CHROMIUM="")
    assert done.returncode == 1
    assert "there is no Chromium on this machine" in done.stderr
    assert not (tmp_path / "x.pdf").exists()


def _titles(outline: list[Any]) -> Iterator[str]:
    for item in outline:
        if isinstance(item, list):
            yield from _titles(item)
        else:
            yield item.title

"""The tutorial, followed literally: its commands are run, its files written, its words heard."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.wheel.environment import borrow, clean

PAGE = ROOT / "docs" / "tutorial.md"
FENCE = re.compile(
    r"^(?P<fence>`{3,})(?P<kind>\w+)\n(?P<content>.*?)^(?P=fence)$", re.MULTILINE | re.DOTALL
)
WRITE = re.compile(r"\binto `([^`]+)`[^`]*\Z")
APPEND = re.compile(r"\bat the end of `([^`]+)`[^`]*\Z")


class Reader:
    """Somebody who does what the page says, in a folder that holds the wheel."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.said = ""
        self.done = {"console": 0, "text": 0, "written": 0}

    def follow(self, page: str) -> None:
        end = 0
        for block in FENCE.finditer(page):
            self._block(page[end : block.start()], block["kind"], block["content"])
            end = block.end()

    def _block(self, before: str, kind: str, content: str) -> None:
        if kind == "console":
            self.said = "".join(map(self._run, content.splitlines()))
        elif kind == "text":
            for line in content.splitlines():
                assert line in self.said
        elif found := WRITE.search(before):
            self._write(found[1], content)
        elif found := APPEND.search(before):
            self._write(found[1], (self.folder / found[1]).read_text() + content)
        else:
            return
        self.done[kind if kind in self.done else "written"] += 1

    def _run(self, line: str) -> str:
        command = ("sh", "-c", line)
        done = subprocess.run(
            command, cwd=self.folder, env=clean(), capture_output=True, text=True, check=False
        )
        said = done.stdout + done.stderr
        assert done.returncode == 0 or ": unknown-claim: " in said, f"{line}\n{said}"
        if " pip install " in f" {line}".replace(".venv/bin/", ""):
            borrow(self.folder / ".venv")
        return said

    def _write(self, name: str, content: str) -> None:
        (self.folder / name).write_text(content, encoding="utf-8")


@pytest.fixture(scope="module")
def reader(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Reader:
    folder = tmp_path_factory.mktemp("first map")
    shutil.copy(wheel, folder)
    reader = Reader(folder)
    reader.follow(PAGE.read_text(encoding="utf-8").partition("## In a site")[0])
    return reader


def test_every_step_was_taken(reader: Reader) -> None:
    assert reader.done == {"console": 9, "text": 5, "written": 5}


def test_the_page_by_hand_shows_the_claim_and_the_map(reader: Reader) -> None:
    html = (reader.folder / "site" / "story" / "index.html").read_text(encoding="utf-8")
    assert (
        '<a class="cb-to-claim cb-to-claim--article" href="../claims/a-toll-brings-enough/">'
        in html
    )
    assert "<svg" in html


def test_the_slip_was_put_right(reader: Reader) -> None:
    text = (reader.folder / "claims" / "toll.yml").read_text(encoding="utf-8")
    assert "because: [repairs-cost-much]" in text

"""`claimbook diff` as people use it."""

import json
import shutil
from pathlib import Path

import pytest

from tests.commands.running import run
from tests.conftest import TWIN


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """The twin with a claim reworded."""
    shutil.copytree(TWIN, tmp_path / "other")
    file = tmp_path / "other" / "claims" / "cost.yml"
    file.write_text(file.read_text().replace("for the school", "for the bridge"))
    return tmp_path / "other"


def test_two_folders(other: Path) -> None:
    status, output = run("diff", str(TWIN), str(other))
    assert status == 0
    assert output.startswith("1 claim changed.\n")
    assert "for the [-school-][+bridge+]." in output


def test_exit_code_tells_whether_anything_differs(other: Path) -> None:
    assert run("diff", str(TWIN), str(TWIN), "--exit-code")[0] == 0
    assert run("diff", str(TWIN), str(other), "--exit-code")[0] == 1


def test_output_to_a_file(other: Path, tmp_path: Path) -> None:
    file = tmp_path / "out.json"
    status, output = run("diff", str(TWIN), str(other), "--format", "json", "-o", str(file))
    assert (status, output) == (0, f"1 claim changed. Written to {file}.\n")
    assert json.loads(file.read_text())["claims"][0]["id"] == "money-is-needed-elsewhere"


def test_a_state_that_cannot_be_read_shows_its_problems(other: Path) -> None:
    (other / "claims" / "cost.yml").write_text("[[[\n")
    status, output = run("diff", str(TWIN), str(other))
    assert status == 1
    assert "claims/cost.yml:2:1: yaml-syntax" in output


def test_an_unknown_revision(other: Path) -> None:
    status, output = run("diff", "-C", str(other), "no-such..")
    assert status == 2
    assert "Error: " in output
    assert run("diff", "a", "b", "c")[0] == 2

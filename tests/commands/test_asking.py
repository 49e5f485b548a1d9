"""Commands that only tell: why, impact, show, stats, doctor; on the twin."""

import json
import shutil
from pathlib import Path

import pytest

from tests.commands.running import run
from tests.conftest import TWIN

AT = ("-C", str(TWIN))


def test_why() -> None:
    status, output = run("why", "keep-the-clock", *AT)
    assert status == 0
    assert output.startswith("‘Keep the clock’ (keep-the-clock) – its reasons do not hold: ")
    assert "  ‘The money is needed for the school’ (money-is-needed-elsewhere) – " in output
    assert (
        "What would make it hold\n"
        "  reject ‘The money is needed for the school’ (money-is-needed-elsewhere)\n"
    ) in output


def test_why_says_when_nothing_can_turn_a_claim() -> None:
    output = run("why", "phones-run-flat", *AT)[1]
    assert "it would take a new claim" in output


def test_why_says_when_it_gave_up() -> None:
    output = run("why", "keep-the-clock", "--tries", "1", *AT)[1]
    assert "gave up after 1 tries" in output


def test_impact_of_a_claim_and_a_source() -> None:
    status, output = run("impact", "phones-run-flat", *AT)
    assert status == 0
    assert "It bears directly on (1)\n  ‘Everybody carries a phone" in output
    status, output = run("impact", "smith2019counting", *AT)
    assert status == 0
    assert "Claims that no source supports any more (1)\n  ‘People on the square" in output


def test_show() -> None:
    status, output = run("show", "people-look-up", *AT)
    assert status == 0
    for words in ("claims/time.yml:", "Used in\n  a reason for ‘Keep the clock’", "checked 2026"):
        assert words in output


def test_a_former_id_is_known() -> None:
    status, output = run("show", "people-look-at-clock", *AT)
    assert status == 0
    assert "`people-look-at-clock` is now `people-look-up`." in output


def test_stats() -> None:
    status, output = run("stats", *AT)
    assert status == 0
    assert "      6  claims\n" in output
    assert json.loads(run("stats", "--json", *AT)[1])["argument"]["sources"] == 4


@pytest.mark.parametrize("command", ["why", "show", "impact"])
def test_the_nearest_name_is_offered(command: str) -> None:
    status, output = run(command, "keep-teh-clock", *AT)
    assert status == 2
    assert "did you mean `keep-the-clock`?" in output


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    shutil.copytree(TWIN, tmp_path / "twin")
    (tmp_path / "twin" / "claims" / "time.yml").write_text("[[[\n")
    status, output = run("why", "repair-is-cheap", "-C", str(tmp_path / "twin"))
    assert status == 1
    assert "claims/time.yml:" in output
    assert "nothing was done" in output


def test_the_project_is_found_from_a_folder_inside(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(TWIN / "claims")
    assert run("show", "people-look-up")[0] == 0


def test_doctor_finds_what_is_missing(tmp_path: Path) -> None:
    assert run("doctor", *AT)[0] == 0
    status, output = run("doctor", "-C", str(tmp_path))
    assert status == 1
    assert " MISSING  argument: none in " in output
    assert "Needed and missing: 1." in output

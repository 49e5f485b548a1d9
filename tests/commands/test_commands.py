"""The command line as people use it: what it prints, where, and with which exit status."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from claimbook.commands import main
from claimbook.pipeline import Edition
from tests.conftest import TWIN


@pytest.fixture
def project(tmp_path: Path) -> Path:
    shutil.copytree(TWIN, tmp_path / "twin")
    return tmp_path / "twin"


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, arguments)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result.exit_code, result.output


def test_a_clean_project() -> None:
    expected = "no problems in 6 claims, 1 step, 4 pieces of evidence, 4 sources\n"
    assert run("check", str(TWIN)) == (0, expected)


def test_problems_are_all_shown_with_their_places(project: Path) -> None:
    file = project / "claims" / "cost.yml"
    file.write_text(file.read_text().replace("kind: empirical", "kind: empirial"))
    time = project / "claims" / "time.yml"
    time.write_text(time.read_text().replace("[phones-run-flat]", "[phones-run-flt]"))
    status, output = run("check", str(project))
    assert status == 1
    assert "claims/cost.yml:10:11: " in output
    assert "claims/time.yml:50:11: unknown-claim: " in output
    assert output.count("did you mean") == 2
    assert output.endswith("2 errors in 6 claims, 1 step, 4 pieces of evidence, 4 sources\n")


def test_output_that_is_not_a_terminal_has_no_colour(project: Path) -> None:
    (project / "claims" / "time.yml").write_text("title: [\n")
    assert "\x1b[" not in run("check", str(project))[1]


def test_wrong_usage() -> None:
    assert run("check", "no-such-folder")[0] == 2
    assert run("chekc")[0] == 2


def test_version_and_help() -> None:
    assert run("--version")[1].startswith("claimbook, version ")
    status, output = run("--help")
    assert status == 0
    assert "claimbook check" in output
    assert "Exit status" in output


def test_write_gives_pages_with_front_matter_and_finished_bodies(
    tmp_path: Path, twin_edition: Edition
) -> None:
    status, output = run("write", str(tmp_path / "out"), str(TWIN))
    assert (status, output) == (0, f"{len(twin_edition.pages)} pages in {tmp_path / 'out'}\n")
    page = (tmp_path / "out" / "claims" / "keep-the-clock.md").read_text(encoding="utf-8")
    head, body = page.removeprefix("---\n").split("\n---\n", 1)
    assert head.splitlines()[0] == 'title: "Keep the clock"'
    assert "<svg" in body
    assert "\n\n" not in body.strip()
    assert (tmp_path / "out" / "data" / "argument.json").exists()
    for file in ("claims/keep-the-clock/map.svg", "method.md", "assets/claimbook/map.css"):
        assert (tmp_path / "out" / file).exists()


def test_write_writes_nothing_where_there_are_problems(project: Path, tmp_path: Path) -> None:
    (project / "references.bib").write_text("")
    status, _ = run("write", str(tmp_path / "out"), str(project))
    assert status == 1
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("command", ["show keep-the-clock", "diff", "debt", "stats"])
def test_a_project_that_cannot_be_read_is_shown_with_its_lines(project: Path, command: str) -> None:
    file = project / "claims" / "cost.yml"
    file.write_text(f"{file.read_text()}{{{{\n")
    name, *arguments = command.split()
    if name == "diff":
        arguments = [str(TWIN), str(project)]
    status, output = run(name, *arguments, "-C", str(project))
    assert status == 1
    assert "claims/cost.yml:" in output
    assert " | {{\n" in output
    assert "why: " in output


def test_pages_are_not_written_of_what_is_wrong(project: Path, tmp_path: Path) -> None:
    time = project / "claims" / "time.yml"
    time.write_text(time.read_text().replace("[phones-run-flat]", "[phones-run-flt]"))
    status, output = run("write", str(tmp_path / "pages"), str(project))
    assert status == 1
    assert f"   50 |     but: [phones-run-flt]\n      | {' ' * 10}{'^' * 14}\n" in output
    assert output.endswith("1 error; nothing was written\n")

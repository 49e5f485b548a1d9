"""`claimbook debt` on the tiny twin."""

import shutil
import subprocess
from pathlib import Path

from click.testing import CliRunner

from claimbook.commands import main
from claimbook.exchange.debt_history import FILE, from_text

GIT = shutil.which("git") or "git"
TWIN = Path(__file__).parents[1] / "site"


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["debt", *arguments])
    return result.exit_code, result.output


def test_one_line_a_section_and_one_a_gap() -> None:
    status, output = run("-C", str(TWIN))
    assert status == 0
    lines = [line.split(maxsplit=3) for line in output.splitlines()]
    assert lines[0] == ["owing", "claims", "share"]
    assert [line[3] for line in lines[1:4]] == ["Telling the time", "What it costs", "all sections"]
    assert sum(int(line[1]) for line in lines[1:3]) == int(lines[3][1]) == 6


def test_without_git_it_says_so(tmp_path: Path) -> None:
    shutil.copytree(TWIN, tmp_path / "twin")
    status, output = run("-C", str(tmp_path / "twin"), "--record")
    assert status == 1
    assert "there is no history to record" in output


def test_the_history_is_kept_and_grows(tmp_path: Path) -> None:
    shutil.copytree(TWIN, tmp_path, dirs_exist_ok=True)
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    for command in (["init", "-q"], ["add", "."], [*who, "commit", "-qm", "begin"]):
        subprocess.run([GIT, *command], cwd=tmp_path, check=True)
    assert run("-C", str(tmp_path), "--record")[1].endswith(f"history in {FILE}: 1\n")
    (moment,) = from_text((tmp_path / FILE).read_text())
    assert moment.debts[""].claims == 6

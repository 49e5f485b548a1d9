"""`claimbook check` as people and programs use it."""

import json
import os
import pty
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from contextlib import suppress
from pathlib import Path

import pytest

from claimbook.cache import READINGS
from claimbook.commands.fixing import fixed
from claimbook.judging import Files, Judged
from claimbook.problems import Change, Place, Problem
from tests.commands.running import run
from tests.conftest import TWIN
from tests.making import argument

FILE = "claims/cost.yml"
SAFE = ("kind: empirical", "kind: empirial")
UNSAFE = ("bearing: ", "bearing: mostly-")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    shutil.copytree(TWIN, tmp_path / "twin", ignore=shutil.ignore_patterns(".cache"))
    return tmp_path / "twin"


def spoil(project: Path, *swaps: tuple[str, str]) -> str:
    file = project / FILE
    text = file.read_text()
    for old, new in swaps:
        assert old in text
        text = text.replace(old, new, 1)
    file.write_text(text)
    return text


def test_a_problem_comes_with_its_line_law_and_advice(project: Path) -> None:
    spoil(project, SAFE)
    status, output = run("check", str(project))
    assert status == 1
    assert output.startswith(f"--- {FILE}: 1 error\n\n{FILE}:10:11: unknown-value: ")
    assert "   10 |     kind: empirial\n      |           ^^^^^^^^\n" in output
    assert "    why: Every value of a fixed list is one of that list.\n" in output
    assert "     do: did you mean `empirical`?\n" in output
    assert "`claimbook check --fix` can put 1 of them right" in output


@pytest.mark.parametrize("form", ["text", "github", "sarif", "json", "junit"])
def test_every_form_has_the_same_exit_status(project: Path, form: str) -> None:
    assert run("check", "--format", form, str(project))[0] == 0
    spoil(project, SAFE)
    status, output = run("check", "--format", form, str(project))
    assert status == 1
    assert "empirial" in output
    if form in {"sarif", "json"}:
        json.loads(output)
    elif form == "junit":
        ET.fromstring(output)  # noqa: S314 -- made here


def test_warnings_alone_leave_the_status_clean(project: Path) -> None:
    spoil(project, ("kind: empirical", "kind: empirical  "))
    status, output = run("check", str(project))
    assert (status, output.splitlines()[-1].split(" in ")[0]) == (0, "1 warning")


def test_a_fix_is_shown_and_written_on_consent(project: Path) -> None:
    before = (project / FILE).read_text()
    spoil(project, SAFE)
    status, output = run("check", "--fix", str(project), said="y\n")
    assert status == 0
    assert "-    kind: empirial\n+    kind: empirical\n" in output
    assert f"Written: {FILE}." in output
    assert (project / FILE).read_text() == before


def test_without_consent_nothing_is_written(project: Path) -> None:
    spoilt = spoil(project, SAFE)
    assert run("check", "--fix", str(project), said="n\n")[0] == 1
    assert run("check", "--fix", "--dry-run", str(project))[0] == 1
    assert (project / FILE).read_text() == spoilt


def test_what_needs_a_choice_is_left_alone(project: Path) -> None:
    spoil(project, SAFE, UNSAFE)
    status, output = run("check", "--fix", "--yes", str(project))
    assert status == 1
    text = (project / FILE).read_text()
    assert "kind: empirical" in text
    assert "mostly-" in text
    assert output.count("did you mean") == 1


def test_several_slips_in_one_file_are_told_and_fixed_at_once(project: Path) -> None:
    before = (project / FILE).read_text()
    spoil(project, ("    kind: empirical", "\tkind: empirical"), ("bearing: ", "bearing:"))
    status, output = run("check", str(project))
    assert (status, output.count("yaml-syntax")) == (1, 2)
    assert run("check", "--fix", "--yes", str(project))[0] == 0
    assert (project / FILE).read_text() == before


def test_forms_for_programs_hold_nothing_else_while_fixing(project: Path) -> None:
    spoil(project, SAFE)
    done = shutil.which("claimbook", path=str(Path(sys.executable).parent))
    assert done
    result = subprocess.run(
        [done, "check", "--fix", "--yes", "--format", "json", str(project)],
        capture_output=True,
        check=False,
    )
    assert json.loads(result.stdout)["problems"] == []
    assert b"Written" in result.stderr


def test_a_symbolic_link_is_a_problem_and_no_traceback(project: Path) -> None:
    (project / "claims" / "linked.yml").symlink_to(project / FILE)
    status, output = run("check", str(project))
    assert status == 1
    assert "claims/linked.yml:1:1: unreadable-file: " in output


def test_colour_needs_a_terminal_and_no_objection(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoil(project, SAFE)
    assert "\x1b[" not in run("check", str(project))[1]
    assert "\x1b[" in on_a_terminal(project)
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in on_a_terminal(project)


def on_a_terminal(project: Path) -> str:
    """What the check prints where standard output is a terminal."""
    pid, terminal = pty.fork()
    if pid == 0:
        os.execv(sys.executable, [sys.executable, "-m", "claimbook", "check", str(project)])  # noqa: S606
    output = b""
    with suppress(OSError):  # the other end is closed
        while part := os.read(terminal, 4096):
            output += part
    os.waitpid(pid, 0)
    return output.decode()


def test_a_slip_is_found_although_size_and_time_of_the_file_stay(project: Path) -> None:
    assert run("check", str(project))[0] == 0
    file = project / FILE
    before = file.stat()
    spoil(project, ("kind: empirical", "kind: empirickl"))
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert (file.stat().st_size, file.stat().st_mtime_ns) == (before.st_size, before.st_mtime_ns)
    for _ in range(2):
        status, output = run("check", str(project))
        assert status == 1
        assert "empirickl" in output


def test_what_was_read_is_kept_where_it_is_never_committed(project: Path) -> None:
    subprocess.run(("git", "init", "-q", project), check=True)  # noqa: S607
    first = run("check", str(project))
    assert (project / READINGS).is_file()
    listed = ("git", "-C", project, "status", "--porcelain", "--untracked-files=all")
    assert ".cache" not in subprocess.run(listed, capture_output=True, text=True, check=True).stdout
    shutil.rmtree(project / ".cache")
    (project / ".cache").write_text("a file in the way")
    assert run("check", str(project)) == first


def test_wrong_usage() -> None:
    assert run("check", "--yes", str(TWIN))[0] == 2
    assert run("check", "--format", "xml", str(TWIN))[0] == 2


def test_a_fix_that_breaks_something_else_is_not_kept() -> None:
    files = {FILE: b"one two\n"}
    first = Problem(Place(FILE, 1, 1), "a", "one", fix=(Change(Place(FILE, 1, 1), "one", "1"),))
    second = Problem(Place(FILE, 1, 5), "b", "two", fix=(Change(Place(FILE, 1, 5), "two", "2"),))
    harm = Problem(Place(FILE, 1, 1), "c", "there should be one")
    nothing = argument([])

    def judge(files: Files) -> Judged:
        text = files[FILE]
        found = [p for p in (first, second) if p.message.encode() in text]
        return Judged(nothing, tuple(found + [harm] * (b"one" not in text)), intact=True)

    assert fixed(files, judge) == {FILE: b"one 2\n"}

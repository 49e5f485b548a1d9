"""What every command owes: help with an example and exit statuses, and a quick start."""

import subprocess
import sys

import pytest

from claimbook.commands import SUMMARIES
from tests.commands.running import run
from tests.conftest import TWIN

HEAVY = {"pydantic", "yaml", "bibtexparser", "jinja2", "pygraphviz", "mkdocs", "aiohttp", "asyncio"}


@pytest.mark.parametrize("command", [*SUMMARIES, "new claim", "new evidence", "new source"])
def test_help_has_an_example_and_names_the_exit_statuses(command: str) -> None:
    status, output = run(*command.split(), "--help")
    assert status == 0
    assert f"claimbook {command}" in output
    assert "Example" in output
    assert "Usage: " in output


def test_help_imports_no_command() -> None:
    told, loaded = imported_by("main(['--help'], standalone_mode=False)")
    assert not loaded & HEAVY
    assert all(name in told for name in SUMMARIES)


def test_a_check_imports_nothing_that_draws_pages() -> None:
    told, loaded = imported_by(f"main(['check', {str(TWIN)!r}], standalone_mode=False)")
    assert "claims" in told
    assert {"yaml", "claimbook.rules"} <= loaded
    assert not loaded & {"jinja2", "pygraphviz", "claimbook.pages", "claimbook.draw"}


def imported_by(code: str) -> tuple[str, set[str]]:
    """What code prints in a process of its own, and the modules that it loads."""
    probe = f"import sys; from claimbook.commands import main; {code}; print(sorted(sys.modules))"
    done = subprocess.run((sys.executable, "-c", probe), capture_output=True, text=True, check=True)
    told, _, modules = done.stdout.rstrip().rpartition("\n")
    return told, set(modules.strip("[]").replace("'", "").split(", "))


@pytest.mark.parametrize(
    ("typed", "meant"), [("chek", "check"), ("renam", "rename"), ("difff", "diff")]
)
def test_a_mistyped_command_is_answered_with_the_nearest(typed: str, meant: str) -> None:
    status, output = run(typed)
    assert status == 2
    assert f"there is no command `{typed}`. Did you mean `{meant}`?" in output


def test_a_word_that_is_near_nothing() -> None:
    status, output = run("xyzzy")
    assert status == 2
    assert "Did you mean" not in output


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion(shell: str) -> None:
    status, output = run("completion", shell)
    assert status == 0
    assert "_CLAIMBOOK_COMPLETE" in output

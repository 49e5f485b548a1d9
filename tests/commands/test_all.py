"""What every command owes: help with an example and exit statuses, and a quick start."""

import subprocess
import sys

import pytest

from claimbook.commands import SUMMARIES
from tests.commands.running import run

HEAVY = {"pydantic", "yaml", "bibtexparser", "jinja2", "pygraphviz", "mkdocs", "aiohttp", "asyncio"}


@pytest.mark.parametrize("command", [*SUMMARIES, "new claim", "new evidence", "new source"])
def test_help_has_an_example_and_names_the_exit_statuses(command: str) -> None:
    status, output = run(*command.split(), "--help")
    assert status == 0
    assert f"claimbook {command}" in output
    assert "Example" in output
    assert "Usage: " in output


def test_help_imports_no_command() -> None:
    code = (
        "import sys; from claimbook.commands import main; main(['--help'], standalone_mode=False)"
    )
    probe = f"{code}; print(sorted(sys.modules))"
    done = subprocess.run((sys.executable, "-c", probe), capture_output=True, text=True, check=True)
    loaded = set(done.stdout.splitlines()[-1].strip("[]").replace("'", "").split(", "))
    assert not loaded & HEAVY
    assert all(name in done.stdout for name in SUMMARIES)


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

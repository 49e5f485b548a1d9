"""The built wheel, and environments in which it is installed and the source cannot be imported."""

import os
import site
import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT


def build_wheel(folder: Path) -> Path:
    """The wheel of the project, built into a folder."""
    command = (sys.executable, "-m", "hatchling", "build", "--target", "wheel", "-d", str(folder))
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("claimbook-*.whl")
    return wheel


def borrow(environment: Path) -> None:
    """Let an environment find the packages that are installed here, behind its own.

    A file that makes another folder importable is not followed from here, so the source stays out.
    """
    packages = next(environment.glob("[Ll]ib/**/site-packages"))
    paths = os.linesep.join(site.getsitepackages())
    (packages / "borrowed.pth").write_text(paths, encoding="utf-8")


def clean() -> dict[str, str]:
    """The variables of this process but for those that lead to the source or to the network."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    kept["PATH"] = os.pathsep.join((str(Path(sys.base_prefix, "bin")), kept["PATH"]))
    who = ("GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_NAME", "GIT_COMMITTER_EMAIL")
    return {**kept, "PIP_NO_DEPS": "1", "PIP_NO_INDEX": "1", **dict.fromkeys(who, "a@example.org")}


def run(folder: Path, *command: str) -> str:
    """What a command says in a folder; it must not fail."""
    done = subprocess.run(
        command,
        cwd=folder,
        env=clean(),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr

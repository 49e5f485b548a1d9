import os
import shutil
import site
import subprocess
import sys
from pathlib import Path

import pytest

import build

NOT_COPIED = shutil.ignore_patterns(".*_cache", ".cache", ".git", ".venv", "__pycache__", "site")


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of the project, ready to build, in a folder whose name is not plain."""
    copy = tmp_path / "a kopię of it"
    shutil.copytree(build.ROOT, copy, ignore=NOT_COPIED)
    make_environment(copy)
    return copy


def make_environment(root: Path) -> None:
    """An environment that finds the packages of this one and the project's code in `root`."""
    subprocess.run((sys.executable, "-m", "venv", "--without-pip", root / ".venv"), check=True)
    packages = next((root / ".venv").glob("[Ll]ib/**/site-packages"))
    paths = (root / "scripts", *site.getsitepackages())
    (packages / "shared.pth").write_text(os.linesep.join(map(str, paths)), encoding="utf-8")
    (root / ".venv" / build.STAMP).write_text(build.fingerprint(root))

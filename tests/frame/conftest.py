import os
import shutil
import site
import subprocess
import sys
from pathlib import Path

import pytest

import build

TWIN = build.ROOT / "tests" / "site"


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """The engine with the tiny twin's content, ready to build, in a folder of no plain name."""
    copy = tmp_path / "a kopię of it"
    shutil.copytree(TWIN, copy, ignore=shutil.ignore_patterns("site", ".cache"))
    shutil.copytree(build.ROOT / "scripts", copy / "scripts")
    for name in ("requirements.lock", "pyproject.toml"):
        shutil.copy(build.ROOT / name, copy)
    make_environment(copy)
    return copy


def copied(root: Path, to: Path) -> Path:
    """The same project in another folder."""
    shutil.copytree(root, to, ignore=shutil.ignore_patterns(".venv"))
    make_environment(to)
    return to


def make_environment(root: Path) -> None:
    """An environment that finds the packages of this one and the project's code in `root`."""
    subprocess.run((sys.executable, "-m", "venv", "--without-pip", root / ".venv"), check=True)
    packages = next((root / ".venv").glob("[Ll]ib/**/site-packages"))
    paths = (root / "scripts", *site.getsitepackages())
    (packages / "shared.pth").write_text(os.linesep.join(map(str, paths)), encoding="utf-8")
    (root / ".venv" / build.STAMP).write_text(build.fingerprint(root))

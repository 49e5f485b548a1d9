"""The built wheel by itself: a site of somebody else's takes it in, a new map begins with it."""

import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from claimbook.links.internal import check, files_of
from tests.conftest import ROOT
from tests.wheel.environment import borrow, clean, run

SETTINGS = """\
site_name: Ours
theme: {name: material, font: false}
nav:
  - Home: index.md
  - About: about.md
plugins:
  - search
"""
HOME = "# Our home\n\n```claimbook\nclaim open-on-sundays\nmap opening\n```\n"


@pytest.fixture(scope="module")
def python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The Python of an environment in which the wheel is installed."""
    environment = tmp_path_factory.mktemp("wheel") / "environment"
    subprocess.run((sys.executable, "-m", "venv", "--without-pip", environment), check=True)
    own = environment / "bin" / "python"
    install = (sys.executable, "-m", "pip", "--python", own, "install", "-qq", wheel)
    subprocess.run(install, check=True, env=clean())
    borrow(environment)
    return str(own)


def test_the_wheel_holds_what_pages_need(wheel: Path) -> None:
    names = set(ZipFile(wheel).namelist())
    package = ROOT / "scripts" / "claimbook"
    folders = ("assets", "pages/templates", "preview/fonts", "starter", "theme")
    needed = {p for folder in folders for p in (package / folder).rglob("*") if p.is_file()}
    wanted = {p.relative_to(package.parent).as_posix() for p in needed if p.suffix != ".pyc"}
    assert len(wanted) > 50
    assert wanted <= names


def test_the_source_cannot_be_imported(python: str, tmp_path: Path) -> None:
    said = run(tmp_path, python, "-c", "import claimbook; print(claimbook.__file__)")
    assert Path(said.strip()).is_relative_to(Path(python).parents[1])


def test_a_site_with_three_more_lines_has_its_claims(python: str, tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_text(HOME)
    (tmp_path / "docs" / "about.md").write_text("# About us\n")
    (tmp_path / "mkdocs.yml").write_text(SETTINGS)
    said = run(tmp_path, python, "-m", "claimbook", "init", ".")
    assert "Add these lines to mkdocs.yml" in said
    assert not (tmp_path / "scripts").exists()
    (tmp_path / "mkdocs.yml").write_text(f"{SETTINGS}  - claimbook\n")
    run(tmp_path, python, "-m", "mkdocs", "build", "--strict")
    home = (tmp_path / "site" / "index.html").read_text(encoding="utf-8")
    assert "Our home</h1>" in home
    assert "<svg" in home
    assert "The town library should open on Sundays." in home
    for made in ("claims/open-on-sundays/index.html", "claims/open-on-sundays/card.png"):
        assert (tmp_path / "site" / made).is_file()
    assert [str(problem) for problem in check(files_of(tmp_path / "site"))] == []


@pytest.mark.parametrize("theme", ["material", "mkdocs"])
def test_a_new_map_is_built_and_tested_by_the_same_two_commands(
    python: str, tmp_path: Path, theme: str
) -> None:
    title = 'Does "the bridge": need a toll?'
    run(tmp_path, python, "-m", "claimbook", "init", "map", "--title", title, "--theme", theme)
    said = run(tmp_path, "python3", "map/scripts/build.py")
    assert "no problems in 6 claims" in said
    assert title in (tmp_path / "map" / "README.md").read_text(encoding="utf-8")
    assert (tmp_path / "map" / "site" / "claims" / "open-on-sundays" / "index.html").is_file()
    assert "3 passed, 0 failed\n" in run(tmp_path, "python3", "map/scripts/test.py")

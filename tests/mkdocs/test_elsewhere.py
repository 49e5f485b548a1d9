"""The pages as files make a whole site with plain MkDocs and another theme, link by link."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from claimbook.links.internal import check, files_of
from claimbook.model import Argument
from claimbook.pages import Settings
from claimbook.pipeline import edition
from tests.conftest import TWIN

SITE = "https://example.org/clock/"
REFRESH = 'http-equiv="refresh"'
SETTINGS = f"""
site_name: Should the village keep its clock?
site_url: {SITE}
theme: {{name: mkdocs, highlightjs: false}}
markdown_extensions: [attr_list, def_list, footnotes]
plugins: []
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("elsewhere")
    run(root, "claimbook", "write", str(root / "docs"), str(TWIN), "--site", SITE)
    (root / "mkdocs.yml").write_text(SETTINGS)
    run(root, "mkdocs", "build", "--quiet")
    return root / "site"


def test_every_page_is_there(folder: Path, twin: Argument) -> None:
    by_hand = len(list((TWIN / "docs").glob("*.md")))
    built = [path for path in folder.rglob("index.html") if REFRESH not in path.read_text()]
    assert len(built) == len(edition(twin, Settings("", SITE)).pages) + by_hand


def test_every_link_of_a_page_is_there(folder: Path, twin: Argument) -> None:
    links = re.compile(r'<a [^>]*href="([^"]*)"')
    for page in edition(twin, Settings("", SITE)).pages.values():
        path = page.path.removesuffix(".md").removesuffix("index").rstrip("/")
        html = (folder / path / "index.html").read_text(encoding="utf-8")
        wanted = links.findall(page.html)
        assert wanted
        assert set(wanted) <= set(links.findall(html)), page.path


def test_every_address_holds(folder: Path) -> None:
    assert [str(problem) for problem in check(files_of(folder), site_url=SITE)] == []


def run(folder: Path, *words: str) -> None:
    command = (sys.executable, "-m", *words)
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr

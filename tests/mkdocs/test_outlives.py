"""ProperDocs, which goes on from MkDocs 1, builds the project unchanged: each page, each link."""

import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from claimbook.links.internal import check, files_of
from tests.conftest import SITE, TWIN

LINK = re.compile(rb'<a [^>]*href="([^"]*)"')


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Mapping[str, bytes]]:
    """What each of the two makes of the same files, at the same time."""
    root = tmp_path_factory.mktemp("outlives")
    processes = {name: started(name, root / name) for name in ("mkdocs", "properdocs")}
    for process in processes.values():
        said, _ = process.communicate()
        assert process.returncode == 0, said
    return {name: files_of(root / name / "site") for name in processes}


def started(generator: str, root: Path) -> subprocess.Popen[str]:
    shutil.copytree(TWIN, root)
    command = (sys.executable, "-m", generator, "build", "--strict", "-f", "mkdocs.yml")
    return subprocess.Popen(
        command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )


def test_there_are_as_many_pages(sites: Mapping[str, Mapping[str, bytes]]) -> None:
    pages = {name: sorted(filter(is_page, site)) for name, site in sites.items()}
    assert pages["properdocs"] == pages["mkdocs"]
    assert len(pages["mkdocs"]) > 20


def test_each_page_has_the_same_links(sites: Mapping[str, Mapping[str, bytes]]) -> None:
    links = {
        name: {page: LINK.findall(text) for page, text in site.items() if is_page(page)}
        for name, site in sites.items()
    }
    assert links["properdocs"] == links["mkdocs"]
    assert sum(map(len, links["mkdocs"].values())) > 500


def test_every_address_holds(sites: Mapping[str, Mapping[str, bytes]]) -> None:
    assert [str(problem) for problem in check(sites["properdocs"], site_url=SITE)] == []


def is_page(name: str) -> bool:
    return name.endswith(".html")

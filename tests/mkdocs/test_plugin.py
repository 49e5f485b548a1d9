"""The MkDocs door, by really building the twin."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from mkdocs.commands.build import build as in_process
from mkdocs.config import load_config

from claimbook.links.internal import check, files_of
from claimbook.pages import search_parts
from claimbook.pipeline import Edition
from tests.conftest import TWIN


def build(project: Path, site: Path) -> subprocess.CompletedProcess[str]:
    command = (sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site))
    return subprocess.run(
        command, cwd=project, capture_output=True, text=True, timeout=120, check=False
    )


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built")
    project = shutil.copytree(TWIN, folder / "twin")
    done = build(project, folder / "site")
    assert done.returncode == 0, done.stderr
    return folder / "site"


def test_every_page_is_built_with_its_map(site: Path, twin_edition: Edition) -> None:
    for page in twin_edition.pages.values():
        path = page.path.removesuffix(".md").removesuffix("index").rstrip("/")
        html = (site / path / "index.html").read_text(encoding="utf-8")
        assert page.body.partition("</h1>")[0] in html, page.path
        assert all(svg in html for svg in page.maps.values()), page.path
        assert "claimbook:map" not in html


def test_the_table_of_contents_is_ours(site: Path) -> None:
    html = (site / "claims" / "keep-the-clock" / "index.html").read_text(encoding="utf-8")
    assert '<a href="#because" class="md-nav__link">' in html


def test_every_address_holds(site: Path) -> None:
    found = check(files_of(site), site_url="https://example.org/clock/")
    assert [str(problem) for problem in found] == []


def test_search_finds_claims_and_no_pictures(site: Path) -> None:
    index = json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))
    places = {entry["location"]: entry["text"] for entry in index["docs"]}
    assert "claims/people-look-up/" in places
    assert any("118 looked up" in text for text in places.values())
    assert not any("This map as an outline" in text for text in places.values())


def test_a_search_names_a_claim_in_few_words_and_in_full(site: Path) -> None:
    index = json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))
    titles = {entry["location"]: entry["title"] for entry in index["docs"]}
    assert titles["claims/keep-the-clock/"] == "Keep the clock: The village should keep its clock."
    assert titles["claims/people-look-up/"] == "People on the square look at the clock."


def test_problems_stop_the_build_and_are_all_named(tmp_path: Path) -> None:
    project = shutil.copytree(TWIN, tmp_path / "twin")
    claims = project / "claims" / "time.yml"
    claims.write_text(claims.read_text().replace("[phones-run-flat]", "[phones-run-flt]"))
    done = build(project, tmp_path / "site")
    assert done.returncode != 0
    assert "claims/time.yml:50:11: unknown-claim: " in done.stderr
    assert "Traceback" not in done.stderr


def existing(folder: Path, settings: str, page: str) -> Path:
    """A site of somebody else's, to which the twin's argument was added."""
    project = shutil.copytree(TWIN, folder / "twin", ignore=shutil.ignore_patterns("docs"))
    (project / "docs").mkdir()
    (project / "docs" / "index.md").write_text(page)
    (project / "mkdocs.yml").write_text(f"site_name: Ours\n{settings}")
    return project


THREE_LINES = "plugins:\n  - search\n  - claimbook\n"
PAGE = "# Our home\n\n```claimbook\nclaim keep-the-clock\nmap\n```\n"


@pytest.mark.parametrize("theme", ["material", "mkdocs"])
def test_three_lines_give_any_site_its_claims(tmp_path: Path, theme: str) -> None:
    project = existing(tmp_path, f"theme: {theme}\n{THREE_LINES}", PAGE)
    done = build(project, tmp_path / "site")
    assert done.returncode == 0, done.stderr
    home = (tmp_path / "site" / "index.html").read_text(encoding="utf-8")
    assert "Our home</h1>" in home
    assert "claims/keep-the-clock/" in home
    assert "<svg" in home
    found = check(files_of(tmp_path / "site"))
    assert [p for p in found if p.rule != "third-party-resource"] == []


def test_a_block_that_names_nothing_stops_the_build(tmp_path: Path) -> None:
    project = existing(tmp_path, THREE_LINES, PAGE.replace("keep-the-clock", "keep-the-clok"))
    done = build(project, tmp_path / "site")
    assert done.returncode != 0
    assert (
        "docs/index.md:4:7: unknown-block: there is no claim `keep-the-clok` "
        "(did you mean `keep-the-clock`?)" in done.stderr
    )


def test_addresses_that_end_in_html_are_refused_in_a_sentence(tmp_path: Path) -> None:
    project = existing(tmp_path, f"use_directory_urls: false\n{THREE_LINES}", PAGE)
    done = build(project, tmp_path / "site")
    assert "the pages need `use_directory_urls: true`" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_block_outside_docs_is_refused_in_a_sentence(tmp_path: Path) -> None:
    project = existing(tmp_path, f"docs_dir: pages\n{THREE_LINES}", PAGE)
    (project / "docs").rename(project / "pages")
    done = build(project, tmp_path / "site")
    assert "index.md: `claim keep-the-clock` can be shown in docs/ alone" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("large", [False, True])
def test_a_large_index_is_cut_and_its_script_lies_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, large: bool
) -> None:
    monkeypatch.setattr(search_parts.parted, "__defaults__", (1 if large else 1_000,))
    project = shutil.copytree(TWIN, tmp_path / "twin")
    config = load_config(str(project / "mkdocs.yml"), site_dir=str(tmp_path / "site"))
    config.plugins.on_startup(command="build", dirty=False)
    in_process(config)
    names = {file.name for file in (tmp_path / "site" / "search").iterdir()}
    assert "search_index.json" in names
    assert {"search.js", "words-0.json", "pages-0.json"} <= names if large else len(names) == 1

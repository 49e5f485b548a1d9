"""A folder in which only what changed is written holds what a fresh one would."""

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest
from mkdocs import utils
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, PluginError

from claimbook import cache
from claimbook.mkdocs_plugin import ClaimbookPlugin, site_folder
from claimbook.mkdocs_plugin.site_folder import only_changes
from tests.conftest import TWIN

FILES = {"a.html": "first", "b/c.html": "second", "b/d/e.html": "third"}


def put(site: Path, files: Mapping[str, str], *, fails: bool = False) -> None:
    """Write files as MkDocs does."""
    with cache.opened(site.parent) as keep, only_changes(site, keep) as folder:
        utils.clean_directory(str(site))
        for name, text in files.items():
            utils.write_file(text.encode(), str(site / name))
        if folder and not fails:
            folder.end()


def held(site: Path) -> dict[str, bytes]:
    files = (path for path in site.rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in files}


def bytes_of(files: Mapping[str, str]) -> dict[str, bytes]:
    return {name: text.encode() for name, text in files.items()}


def numbers(site: Path) -> dict[str, tuple[int, int]]:
    """By each path when the file was changed, and its number."""
    facts = {name: (site / name).stat() for name in held(site)}
    return {name: (each.st_ctime_ns, each.st_ino) for name, each in facts.items()}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    put(tmp_path / "site", FILES)
    return tmp_path / "site"


def test_only_what_differs_is_written(site: Path) -> None:
    before = numbers(site)
    put(site, {**FILES, "b/c.html": "otherwise"})
    after = numbers(site)
    assert held(site) == bytes_of({**FILES, "b/c.html": "otherwise"})
    assert {name for name in after if after[name] != before[name]} == {"b/c.html"}


def test_a_folder_under_another_name_is_known(site: Path) -> None:
    before = numbers(site)
    moved = site.rename(site.with_name("moved"))
    put(moved, FILES)
    assert numbers(moved) == before


def test_what_is_left_goes_with_the_folder_that_it_leaves_empty(site: Path) -> None:
    put(site, {"a.html": "first"})
    assert [path.name for path in site.iterdir()] == ["a.html"]


def test_hidden_files_stay_as_with_mkdocs(site: Path) -> None:
    (site / ".git" / "refs").mkdir(parents=True)
    put(site, {})
    assert [path.name for path in site.iterdir()] == [".git"]
    assert (site / ".git" / "refs").is_dir()


@pytest.mark.parametrize("text", ["other", "longer than it was"])
def test_what_somebody_touched_is_written(site: Path, text: str) -> None:
    facts = (site / "a.html").stat()
    (site / "a.html").write_text(text)
    os.utime(site / "a.html", ns=(facts.st_atime_ns, facts.st_mtime_ns))
    put(site, FILES)
    assert held(site) == bytes_of(FILES)


def test_what_is_written_otherwise_meanwhile_stays(site: Path) -> None:
    with cache.opened(site.parent) as keep, only_changes(site, keep) as folder:
        assert folder
        (site / "own.txt").write_text("by another plugin")
        (site / "a.html").write_text("by another plugin")
        folder.end()
    assert held(site).keys() == {"own.txt", "a.html"}


def test_what_is_written_twice_is_what_was_written_last(site: Path) -> None:
    with cache.opened(site.parent) as keep, only_changes(site, keep) as folder:
        assert folder
        for text in ("otherwise", "first"):
            utils.write_file(text.encode(), str(site / "a.html"))
        folder.end()
    assert held(site) == {"a.html": b"first"}


def test_a_file_takes_the_place_of_a_folder_and_a_folder_that_of_a_file(site: Path) -> None:
    files = {"a.html/b.html": "below", "b": "no folder"}
    put(site, files)
    assert held(site) == bytes_of(files)


def test_a_build_that_failed_is_made_good(site: Path) -> None:
    put(site, {"a.html": "half done"}, fails=True)
    assert held(site) == bytes_of({**FILES, "a.html": "half done"})
    put(site, FILES)
    assert held(site) == bytes_of(FILES)


def test_a_folder_with_links_is_emptied(site: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (site / "b" / "link").symlink_to(tmp_path / "elsewhere")
    put(site, {"b/link/c.html": "here"})
    assert held(site) == {"b/link/c.html": b"here"}
    assert not list((tmp_path / "elsewhere").iterdir())


def test_another_mkdocs_empties_the_folder(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(site_folder, "MADE_FOR", "0.")
    put(site, {"new.html": "new"})
    assert held(site) == {"new.html": b"new"}


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"a.html": 3}'])
def test_what_is_damaged_is_written_again(site: Path, content: bytes) -> None:
    before = numbers(site)
    with cache.opened(site.parent) as keep:
        keep.put(f"files of the folder {site.stat().st_dev} {site.stat().st_ino}", content)
    put(site, FILES)
    assert held(site) == bytes_of(FILES)
    assert not numbers(site).items() & before.items()


def test_a_site_built_upon_the_last_one_is_what_it_would_be_anew(tmp_path: Path) -> None:
    project = shutil.copytree(TWIN, tmp_path / "twin", ignore=shutil.ignore_patterns(".cache"))
    made(project, tmp_path / "site")
    before = numbers(tmp_path / "site")
    claims = project / "claims" / "time.yml"
    claims.write_text(claims.read_text().replace("phones-run-flat", "phones-die"))
    made(project, tmp_path / "site")
    shutil.rmtree(project / ".cache")
    made(project, tmp_path / "fresh")
    assert held(tmp_path / "site") == held(tmp_path / "fresh")
    assert not (tmp_path / "site" / "claims" / "phones-run-flat").exists()
    same = numbers(tmp_path / "site").items() & before.items()
    assert "sources/index.html" in dict(same)
    assert len(same) > len(before) / 2


def test_what_others_wrote_is_not_there_when_they_write_again(site: Path) -> None:
    (site / "own.txt").write_text("by another plugin")
    with cache.opened(site.parent) as keep, only_changes(site, keep):
        utils.clean_directory(str(site))
        assert held(site) == bytes_of(FILES)


def test_a_build_of_what_is_modified_leaves_the_rest(tmp_path: Path) -> None:
    project = shutil.copytree(TWIN, tmp_path / "twin", ignore=shutil.ignore_patterns(".cache"))
    made(project, tmp_path / "site")
    before = held(tmp_path / "site").keys()
    made(project, tmp_path / "site", dirty=True)
    assert held(tmp_path / "site").keys() == before


def test_a_build_that_fails_leaves_mkdocs_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object, **__: object) -> None:
        assert (utils.clean_directory, utils.write_file) != before
        raise PluginError("refused")

    before = utils.clean_directory, utils.write_file
    project = shutil.copytree(TWIN, tmp_path / "twin", ignore=shutil.ignore_patterns(".cache"))
    monkeypatch.setattr(ClaimbookPlugin, "on_nav", refused)
    with pytest.raises(Abort):
        made(project, tmp_path / "site")
    assert (utils.clean_directory, utils.write_file) == before


def made(project: Path, site: Path, *, dirty: bool = False) -> None:
    config = load_config(str(project / "mkdocs.yml"), site_dir=str(site))
    config.plugins.on_startup(command="build", dirty=dirty)
    build(config, dirty=dirty)

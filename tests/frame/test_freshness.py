from collections.abc import Callable
from pathlib import Path

import pytest

import build
import freshness

Change = Callable[[Path], object]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name in ("claims/a.yml", "docs/a.md", "scripts/a.py", ".ci/links.json", "site/a.html"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("as it was")
    (tmp_path / "mkdocs.yml").write_text("site_url: !ENV [WHERE_IT_STANDS, nowhere]\n")
    (tmp_path / ".cache").mkdir()
    freshness.note(tmp_path, freshness.inputs(tmp_path, "an environment"))
    return tmp_path


def is_noted(project: Path, environment: str = "an environment") -> bool:
    return freshness.noted(project, freshness.inputs(project, environment))


def test_nothing_changed(project: Path) -> None:
    assert is_noted(project)


@pytest.mark.parametrize(
    "name",
    ["claims/a.yml", "docs/a.md", "scripts/a.py", ".ci/links.json", "site/a.html", "mkdocs.yml"],
)
def test_a_changed_file_asks_for_a_build(project: Path, name: str) -> None:
    (project / name).write_text("as it is")
    assert not is_noted(project)


@pytest.mark.parametrize("name", ["claims/b.yml", "references.bib", "site/b.html"])
def test_a_new_file_asks_for_a_build(project: Path, name: str) -> None:
    (project / name).touch()
    assert not is_noted(project)


@pytest.mark.parametrize("name", ["claims/a.yml", "site/a.html", ".cache/built"])
def test_a_lost_file_asks_for_a_build(project: Path, name: str) -> None:
    (project / name).unlink()
    assert not is_noted(project)


def test_what_the_site_does_not_show_asks_for_none(project: Path) -> None:
    for folder in ("tests", "scripts/__pycache__", ".venv"):
        (project / folder).mkdir()
        (project / folder / "b.py").touch()
    assert is_noted(project)


def test_another_environment_asks_for_a_build(project: Path) -> None:
    assert not is_noted(project, "another environment")


def test_a_setting_of_the_host_asks_for_a_build(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WHERE_IT_STANDS", "somewhere")
    assert not is_noted(project)
    monkeypatch.setenv("WHERE_SOMETHING_ELSE_STANDS", "somewhere")
    monkeypatch.delenv("WHERE_IT_STANDS")
    assert is_noted(project)


def test_a_commit_asks_for_a_build(project: Path) -> None:
    git = ("git", "-C", project, "-c", "user.name=x", "-c", "user.email=x@example.org")
    build.run(project, "git", "-C", project, "init", "-q")
    build.run(project, *git, "commit", "-q", "--allow-empty", "-m", "A step")
    assert not is_noted(project)


def test_a_change_during_a_build_is_not_taken_for_built(project: Path) -> None:
    before = freshness.inputs(project, "an environment")
    (project / "claims" / "a.yml").write_text("as it became")
    (project / "site" / "a.html").write_text("made from what was")
    freshness.note(project, before)
    assert not is_noted(project)


def test_a_note_that_cannot_be_written_is_no_fault(project: Path) -> None:
    (project / ".cache" / "built").unlink()
    (project / ".cache" / "built").mkdir()
    freshness.note(project, freshness.inputs(project, "an environment"))
    assert not is_noted(project)

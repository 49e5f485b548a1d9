"""The only room that opens files."""

from pathlib import Path

import pytest

from claimbook.problems import ProblemsError
from claimbook.read import collect, load
from claimbook.read.decoding import LARGEST


def make(root: Path, *names: str) -> None:
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(name)


def test_the_files_of_an_argument_and_no_others(tmp_path: Path) -> None:
    wanted = ["claims/a.yml", "claims/b.yaml", "docs/a/b.md", "docs/i.md", "references.bib"]
    make(tmp_path, *reversed(wanted), "claims/notes.txt", "docs/a.css", "other/x.yml", "README.md")
    found = collect(tmp_path)
    assert list(found) == wanted
    assert found["docs/a/b.md"] == b"docs/a/b.md"


def test_an_empty_folder_is_no_error_yet(tmp_path: Path) -> None:
    assert collect(tmp_path) == {}


def test_every_link_and_folder_is_refused_at_once(tmp_path: Path) -> None:
    make(tmp_path, "elsewhere/a.yml", "claims/good.yml")
    (tmp_path / "claims/link.yml").symlink_to(tmp_path / "elsewhere/a.yml")
    (tmp_path / "claims/folder.yml").mkdir()
    (tmp_path / "docs").symlink_to(tmp_path / "elsewhere")
    make(tmp_path, "elsewhere/b.md")
    with pytest.raises(ProblemsError) as caught:
        collect(tmp_path)
    refused = [(p.place.file, p.rule) for p in caught.value.problems]
    assert ("claims/link.yml", "unreadable-file") in refused
    assert ("claims/folder.yml", "unreadable-file") in refused
    assert "claims/good.yml" not in [file for file, _ in refused]


def test_a_large_file_is_a_problem_and_not_read_whole(tmp_path: Path) -> None:
    make(tmp_path, "claims/a.yml")
    (tmp_path / "claims/a.yml").write_bytes(b"#" * 3 * LARGEST)
    files = collect(tmp_path)
    assert len(files["claims/a.yml"]) == LARGEST + 1
    assert "claims/a.yml:1:1: too-large" in "\n".join(map(str, load(files).problems))
    largest = {"claims/a.yml": b"#" * LARGEST}
    assert "too-large" not in "\n".join(map(str, load(largest).problems))

"""What strangers send besides words: names that are paths, bombs, and links out of the project."""

import json
import resource
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from claimbook.pages.foreign import harmless
from claimbook.problems import Problem
from tests.hostile.site import TWIN, errors

NAMES = (
    "..", ".", "../x", "../../etc/passwd", "/etc/passwd", "a/b", "a/../b", "a\\b", "..\\x", "C:x",
    "%2e%2e%2fx", "a%00b", "a\x00b", "a b", "a.html", ".hidden", "-x", "x-", "a--b", "A", "index",
    "con:", "x?y", "x#y", "x&y", "<x>", 'x"y', "x'y", "x{y}", "$(id)", "`id`", "~", "*", "x\ny",
    "x\u202ey", "x\u200by", "\u0430bc", "caf\xe9", "\uff0e\uff0e\uff0fx", "x" * 300,
)  # fmt: skip
BOMBS = {
    "claims/cost.yml": {
        "aliases": b"a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]\n",
        "depth": b"title: " + b"[" * 200_000,
        "flow": b"title: " + b"{a: " * 50_000,
        "block": b"".join(b" " * n + b"a:\n" for n in range(1_000)),
        "anchors": b"".join(b"k%d: &a%d x\n" % (n, n) for n in range(50_000)),
        "keys": b"".join(b"k%d: 1\n" % n for n in range(100_000)),
        "quotes": b'title: "' + b"\\" * 500_001,
        "size": b"title: " + b"x" * 2_000_000,
        "number": b"paragraphs: " + b"9" * 500_000,
        "documents": b"---\n" * 100_000,
        "markdown": b"title: t\nparagraphs: 1\nquestion: q\nclaims: {}\nsummary: '"
        + b"[" * 100_000 + b"'\n",
        "emphasis": b"title: t\nparagraphs: 1\nquestion: q\nclaims: {}\nsummary: '"
        + b"*a_ " * 50_000 + b"'\n",
    },
    "references.bib": {
        "braces": b"@misc{a, title = " + b"{" * 200_000,
        "strings": b'@string{a0 = "xxxxxxxxxx"}\n'
        + b"".join(b"@string{a%d = a%d # a%d}\n" % (n, n - 1, n - 1) for n in range(1, 60))
        + b"@misc{b, title = a59}\n",
        "concatenation": b"@misc{a, title = " + b"{x} # " * 100_000 + b"{x}}\n",
        "entries": b"".join(b"@misc{a%d, title={x}}\n" % n for n in range(20_000)),
        "accents": b"@misc{a, title = {" + b'\\"{' * 50_000 + b"}" * 50_000 + b"}}\n",
        "names": b"@misc{a, author = {" + b"A and " * 100_000 + b"B}}\n",
        "commas": b"@misc{a" + b"," * 500_000 + b"}\n",
        "size": b"@misc{a, title = {" + b"x" * 2_000_000 + b"}}\n",
    },
}  # fmt: skip
EVERY_BOMB = [(file, name) for file, bombs in BOMBS.items() for name in bombs]
SECONDS, MEMORY = 60, 2**30


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return shutil.copytree(TWIN, tmp_path / "twin")


def swapped(project: Path, file: str, old: str, new: str) -> list[Problem]:
    path = project / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return errors(project)


@pytest.mark.parametrize("name", NAMES)
def test_no_id_is_a_path(project: Path, name: str) -> None:
    found = swapped(project, "claims/cost.yml", "  repair-is-cheap:", f"  {json.dumps(name)}:")
    assert any(problem.place.file == "claims/cost.yml" for problem in found)


@pytest.mark.parametrize("name", NAMES)
def test_no_former_id_is_a_path(project: Path, name: str) -> None:
    kind, aliases = "    kind: empirical", f"\n    aliases: [{json.dumps(name)}]"
    found = swapped(project, "claims/cost.yml", kind, kind + aliases)
    assert any(problem.place.file == "claims/cost.yml" for problem in found)


@pytest.mark.parametrize("name", NAMES)
def test_no_section_is_a_path(project: Path, name: str) -> None:
    found = swapped(project, "claims/map.yml", "[time, cost]", f"[time, {json.dumps(name)}]")
    assert any(problem.place.file == "claims/map.yml" for problem in found)


@pytest.mark.parametrize("name", [name for name in NAMES if name.isprintable() and name != "A"])
def test_no_key_is_a_path(project: Path, name: str) -> None:
    found = swapped(project, "references.bib", "{smith2019counting,", f"{{{name},")
    assert found


@pytest.mark.parametrize(("file", "bomb"), EVERY_BOMB)
def test_a_bomb_ends_as_problems_in_bounded_time_and_memory(
    project: Path, file: str, bomb: str
) -> None:
    (project / file).write_bytes(BOMBS[file][bomb])
    command = (sys.executable, "-m", "claimbook", "check", str(project))
    done = subprocess.run(
        command,
        capture_output=True,
        timeout=SECONDS,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY)),
    )
    assert done.returncode == 1, done.stderr[-500:]
    assert b"Traceback" not in done.stderr
    assert f"{file}:".encode() in done.stdout


@pytest.mark.parametrize("name", ["claims/cost.yml", "references.bib", "docs/method.md", "claims"])
def test_a_link_out_of_the_project_is_not_followed(
    project: Path, tmp_path: Path, name: str
) -> None:
    secret = tmp_path / "secret"
    (project / name).rename(secret)
    (project / name).symlink_to(secret)
    found = errors(project)
    assert {problem.rule for problem in found} >= {"unreadable-file"}
    assert {problem.place.file.partition("/")[0] for problem in found} == {name.partition("/")[0]}


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("x.html", b""),
        ("x.js", b""),
        ("x.xml", b""),
        ("x.svgz", b""),
        ("x", b""),
        ("x.md.htm", b""),
        ("x.svg", b"<svg><script>x</script></svg>"),
        ("x.SVG", b"<svg OnLoad = 'x'/>"),
        ("x.svg", b"<svg><a href='javascript:x'/></svg>"),
        ("x.svg", b"<svg><foreignObject/></svg>"),
        ("x.svg", b"<!DOCTYPE x [<!ENTITY a 'x'>]><svg/>"),
    ],
)
def test_a_file_that_could_run_in_a_browser_is_known(name: str, content: bytes) -> None:
    assert not harmless(name, content)


def test_pictures_and_texts_are_let_in() -> None:
    logo = (TWIN.parents[1] / "docs" / "assets" / "logo.svg").read_bytes()
    assert all(harmless(*file) for file in (("a/logo.svg", logo), ("x.PNG", b""), ("x.md", b"")))


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("page.md", "words <b onclick=x>words</b>", "<b>"),
        ("page.md", "words\n\n<script>x</script>\n", "<script>"),
        ("page.md", "---\ntemplate: redirect.html\n---\nwords", "template"),
        ("page.html", "<p>words</p>", "it is no text"),
        ("page.svg", "<svg onload='x'/>", "it is no text"),
    ],
)
def test_a_page_that_holds_more_than_markdown_stops_the_build(
    project: Path, name: str, content: str, told: str
) -> None:
    (project / "docs" / name).write_text(content, encoding="utf-8")
    done = build(project)
    assert done.returncode != 0
    assert f"{name}: " in done.stderr
    assert told in done.stderr
    assert "Traceback" not in done.stderr


def test_a_picture_that_is_a_link_out_of_the_project_stops_the_build(project: Path) -> None:
    (project / "docs" / "notes.txt").symlink_to("/etc/hosts")
    done = build(project)
    assert done.returncode != 0
    assert "docs/notes.txt: it is a symbolic link" in done.stderr


def build(project: Path) -> subprocess.CompletedProcess[str]:
    command = (sys.executable, "-m", "mkdocs", "build", "--quiet")
    return subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)

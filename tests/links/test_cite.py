import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from claimbook.read import collect, load
from tests.links import project, records
from tests.links.server import HERE, Server, served

THERE = {
    "abel2014decade": {"title": "First", "year": "2014"},
    "zed2020last": {"title": "Last", "year": "2020"},
}


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with served(records.SERVICES) as running:
        yield running


def at(server: Server, path: str = "") -> str:
    return f"http://{HERE}:{server.ports['http']}{path}"


def claimbook(server: Server, root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    names = ("crossref", "datacite", "openlibrary", "archive")
    services = (part for name in names for part in ("--service", f"{name}={at(server)}"))
    name, *rest = words
    command = (sys.executable, "-m", "claimbook", name, "-C", str(root), *services, *rest)
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    ("work", "entry"),
    [
        ("10.1234/ABC.5", records.ARTICLE_ENTRY),
        ("https://doi.org/10.1234/abc.5", records.ARTICLE_ENTRY),
        ("doi:10.5678/report.1", records.REPORT_ENTRY),
        ("978-0-19-953556-9", records.BOOK_ENTRY),
    ],
)
def test_an_entry_is_made_of_the_record(
    work: str, entry: str, server: Server, tmp_path: Path
) -> None:
    root = project.write(tmp_path, THERE)
    done = claimbook(server, root, "cite", work, "--dry-run")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(entry)


def test_a_page_is_cited_by_what_it_says_of_itself(server: Server, tmp_path: Path) -> None:
    root = project.write(tmp_path, THERE)
    done = claimbook(
        server,
        root,
        "cite",
        at(server, "/page"),
        "--dry-run",
    )
    assert "@online{theoffice2023found," in done.stdout
    assert "  author = {{The Office}},\n  title = {What we found},\n" in done.stdout
    assert "  howpublished = {A Site},\n  year = {2023},\n" in done.stdout
    assert f"  url = {{{at(server, '/page')}}},\n  urldate = {{20" in done.stdout


def test_a_page_that_names_a_doi_is_cited_by_it(server: Server, tmp_path: Path) -> None:
    root = project.write(tmp_path, THERE)
    done = claimbook(server, root, "cite", at(server, "/page-with-doi"), "--dry-run")
    assert done.stdout.startswith(records.ARTICLE_ENTRY)


def test_what_no_record_tells_is_named_as_unconfirmed(server: Server, tmp_path: Path) -> None:
    root = project.write(tmp_path, THERE)
    done = claimbook(server, root, "cite", "10.1234/abc.5", "--dry-run")
    assert "unconfirmed" not in done.stdout
    done = claimbook(server, root, "cite", at(server, "/bare-page"), "--dry-run")
    assert "@online{anononly" in done.stdout
    assert "  title = {Only a title},\n" in done.stdout


def test_an_entry_goes_to_its_place_and_can_be_read(server: Server, tmp_path: Path) -> None:
    root = project.write(tmp_path, THERE)
    before = (root / "references.bib").read_text()
    options = ("--yes", "--key", "obrien2014safety", "--evidence-type", "news", "--family", "x")
    done = claimbook(server, root, "cite", "10.1234/abc.5", *options)
    assert done.returncode == 0, done.stderr
    after = (root / "references.bib").read_text()
    start = before.index("@misc{zed2020last")
    assert after.startswith(before[:start] + "@article{obrien2014safety,")
    assert after.endswith("}\n\n" + before[start:])
    sources = load(collect(root)).argument.sources
    assert list(sources) == ["abel2014decade", "obrien2014safety", "zed2020last"]
    assert sources["obrien2014safety"].title == "Sex work & safety in NZ: A 5% sample"
    assert sources["obrien2014safety"].authors[1].family == "Working Group on Health"


def test_what_is_there_is_never_changed(server: Server, tmp_path: Path) -> None:
    known = {"title": "Sex work & safety", "doi": "10.1234/abc.5", "year": "2013"}
    root = project.write(tmp_path, {**THERE, "mine": known})
    before = (root / "references.bib").read_bytes()
    done = claimbook(server, root, "cite", "10.1234/abc.5", "--yes")
    assert done.returncode == 1
    assert "-  year = {2013},\n" in done.stdout
    assert "+  year = {2014},\n" in done.stdout
    assert "`mine` is there already, in line 11; nothing was written" in done.stdout
    assert (root / "references.bib").read_bytes() == before


@pytest.mark.parametrize(
    ("work", "reason"),
    [
        ("10.9999/unknown", "neither Crossref nor DataCite knows 10.9999/unknown"),
        ("10.1234/odd", "message.title: Input should be a valid"),
        ("10.1234/html", "the answer is no JSON"),
        ("0306406152", "Open Library knows no book 0306406152"),
        ("http://10.0.0.1/page", "not public"),
    ],
)
def test_no_record_is_said_in_a_sentence(
    work: str, reason: str, server: Server, tmp_path: Path
) -> None:
    root = project.write(tmp_path, THERE)
    done = claimbook(server, root, "cite", work, "--yes")
    assert done.returncode == 1
    assert reason in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("work", ["978-0-19-953556-8", "a title", "ftp://example.org/"])
def test_what_names_no_work_is_wrong_usage(work: str, server: Server, tmp_path: Path) -> None:
    done = claimbook(server, project.write(tmp_path, THERE), "cite", work)
    assert done.returncode == 2


def test_copies_are_proposed_and_entered_where_they_are_wanted(
    server: Server, tmp_path: Path
) -> None:
    checked = {"checked": "2026-11-22"}
    sources = {
        "one": {"title": "A", "url": "https://example.org/a", **checked},
        "two": {"title": "B", "url": "https://example.org/b", **checked},
        "three": {"title": "C", "url": "https://example.org/c", "archiveurl": "https://x.org/"},
    }
    root = project.write(tmp_path, sources)
    lines = (
        "  archiveurl = {https://web.archive.org/web/20261121093000/https://example.org/a},\n"
        "  archivedate = {2026-11-21},\n"
    )
    before = (root / "references.bib").read_text()
    done = claimbook(server, root, "archive")
    assert done.returncode == 0, done.stderr
    assert (
        f"references.bib:1:7: one\n{lines}2 sources name no copy; the archive has one of 1"
        in done.stdout
    )
    assert (root / "references.bib").read_text() == before
    claimbook(server, root, "archive", "--write")
    address = "  url = {https://example.org/a},\n"
    assert (root / "references.bib").read_text() == before.replace(address, address + lines)

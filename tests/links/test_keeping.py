"""What is kept and told of results: the file, the targets, the report, the marks."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimbook.links import report
from claimbook.links.marks import reachable, words_seen
from claimbook.links.records import from_text, to_text
from claimbook.links.results import Hop, Result, Sight, Words
from claimbook.links.states import State
from claimbook.links.targets import Target, targets
from claimbook.model import Argument
from claimbook.problems import Place
from claimbook.read import collect, load
from tests.links import project

FULL = Result(
    "https://a.org/1",
    State.MOVED,
    "2026-11-23",
    "2026-11-16",
    200,
    "https://a.org/2",
    (Hop("https://a.org/1", 301),),
    (Words("the “words”", Sight.FOUND, "p. 2"), Words("x", Sight.NEAR, "", "y", ("x → y",))),
    "a note",
)


def argument(root: Path, sources: dict[str, dict[str, str]], *evidence: str) -> Argument:
    return load(collect(project.write(root, sources, evidence))).argument


def test_results_come_back_as_they_were_kept() -> None:
    bare = Result("https://a.org/0", State.OK, "2026-11-23")
    text = to_text([FULL, bare])
    assert list(from_text(text).values()) == [bare, FULL]
    assert to_text(from_text(text).values()) == text


def test_one_address_is_a_block_of_lines() -> None:
    bare = Result("https://a.org/0", State.OK, "2026-11-23")
    lines = ("[", " {", *('  "address": "https://a.org/0",', '  "state": "ok",'))
    assert to_text([bare]).splitlines() == [*lines, '  "checked": "2026-11-23"', " }", "]"]


@given(st.builds(Words, st.text(), st.sampled_from(Sight), st.text()), st.text())
def test_any_words_of_strangers_can_be_kept(words: Words, note: str) -> None:
    result = Result("https://a.org/", State.OK, "2026-11-23", words=(words,), note=note)
    assert from_text(to_text([result])) == {"https://a.org/": result}


def test_the_addresses_of_an_argument(tmp_path: Path) -> None:
    both = {"title": "T", "doi": "10.1/A(b)", "url": "https://a.org/x_(y)"}
    both |= {"readat": "https://b.org/1 ; c.org ; https://b.org/2?q=1%2F2"}
    both |= {"archiveurl": "https://web.org/https://a.org/x", "snapshot": "sha256:00"}
    note = {"title": "U", "note": r"See \url{https://d.org/e}, and https://d.org/f."}
    quoted = project.piece("both", "quote: very words", 'figures: ["0.5"]')
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "page.md").write_text(
        "[a](https://e.org/#part) [b](about.md) <https://b.org/1>"
    )
    found = {
        t.address: t for t in targets(argument(tmp_path, {"both": both, "note": note}, quoted))
    }
    assert sorted(found) == [
        "https://a.org/x_(y)",
        "https://b.org/1",
        "https://b.org/2?q=1%2F2",
        "https://d.org/e",
        "https://d.org/f",
        "https://doi.org/10.1/A(b)",
        "https://e.org/#part",
    ]
    url = found["https://a.org/x_(y)"]
    assert url.words == ("very words", "0.5")
    assert (url.archive, url.snapshot) == ("https://web.org/https://a.org/x", "sha256:00")
    assert found["https://doi.org/10.1/A(b)"].archive == ""
    assert found["https://b.org/1"].places == (
        Place("docs/page.md", 1, 40),
        Place("references.bib", 5, 13),
    )
    assert found["https://e.org/#part"].page == "https://e.org/"


def test_marks_take_the_best_that_was_seen(tmp_path: Path) -> None:
    fields = {"title": "T", "doi": "10.1/a", "url": "https://a.org/", "readat": "https://b.org/"}
    source = argument(tmp_path, {"s": fields}).sources["s"]
    doi, url, read_at = "https://doi.org/10.1/a", "https://a.org/", "https://b.org/"
    found, near = (Words("w", Sight.FOUND),), (Words("w", Sight.NEAR),)
    gone = Result(url, State.GONE, "2026-11-23")
    told = Result(read_at, State.OK, "2026-11-23", words=found)
    assert reachable(source, {read_at: told}) is None, "a page that tells of it is not the source"
    assert reachable(source, {url: gone, read_at: told}) == gone
    known = Result(doi, State.RESOLVED, "2026-11-23", words=near)
    results = {url: gone, doi: known, read_at: told}
    assert reachable(source, results) == known
    best = words_seen("w", source, results)
    assert best is not None
    assert (best.words.sight, best.result) == (Sight.FOUND, told)
    assert words_seen("other", source, results) is None


def test_a_report_shows_the_text_of_strangers_and_runs_none_of_it() -> None:
    target = Target("https://a.org/`|x", (Place("references.bib", 7),))
    note = "a | b ` <img src=x> @everyone\n# c"
    result = Result(target.address, State.SOFT_404, "2026-11-23", "2026-11-01", 200, note=note)
    text = report.markdown([target], {target.address: result})
    row = (
        "| `https://a.org/'¦x` | **soft 404** 200 `a ¦ b ' <img src=x> @everyone # c` "
        "| 2026-11-01 | `references.bib:7` |"
    )
    assert row in text.splitlines()


@pytest.mark.parametrize("many", [10, 5_000])
def test_a_report_fits_into_an_issue(many: int) -> None:
    wanted = [Target(f"https://a.org/{n}", (Place("references.bib", n),)) for n in range(many)]
    results = {t.address: Result(t.address, State.GONE, "2026-11-23") for t in wanted}
    text = report.markdown(wanted, results)
    assert len(text) < 65_536
    assert ("The rest is cut off here" in text) is (many > 10)
    assert f"{many} of {many} addresses checked: {many} broken." in text

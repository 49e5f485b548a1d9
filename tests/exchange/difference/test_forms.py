"""How a difference is told: each form of the same few edits, and texts that mean mischief."""

import json
from html.parser import HTMLParser

import pytest
from markdown_it import MarkdownIt

from claimbook.exchange.difference import FORMS, Dress, Names, report, summary
from claimbook.exchange.difference.report import Sort, Span
from claimbook.model import Argument
from claimbook.reason.diff import diff, names, translated
from tests.diff.twin import BIBLIOGRAPHY, COST, TIME, state

EDITS = (
    (TIME, "phones-tell-time:\n", "pockets-tell-time:\n    aliases: [phones-tell-time]\n"),
    (TIME, "but: [phones-tell-time]", "but: [pockets-tell-time]"),
    (TIME, "    but: [phones-run-flat]\n", ""),
    (TIME, "118 looked up", "117 looked up"),
    (COST, "Repairing the clock costs less", "Mending the clock costs more"),
    (BIBLIOGRAPHY, "volume = {4}", "volume = {5}"),
)
SITE = Dress(site="https://map.example", works={"smith2019counting": "https://doi.org/10.1/x"})
HOSTILE = (
    "<script>alert(1)</script> <img src=x onerror=alert(1)> [click](javascript:alert(1)) "
    "![i](https://evil.example/i.png) @everyone #1 `code` ```x``` | a | &lt; https://a.example <!--"
)


def told(form: str, before: Argument, after: Argument, dress: Dress = SITE) -> str:
    known = Names(translated(before, names(before, after)), after, {})
    return FORMS[form](diff(before, after), known, dress)


@pytest.fixture(scope="module")
def markdown() -> str:
    return told("markdown", state(), state(*EDITS))


def test_the_summary_counts() -> None:
    difference = diff(state(), state(*EDITS))
    assert summary(difference) == (
        "1 claim renamed, 2 claims changed, 1 source differs, 2 statuses change, 1 new debt."
    )


def test_nothing_differs() -> None:
    assert summary(diff(state(), state())) == "The argument is the same."
    assert told("text", state(), state()) == "The argument is the same.\n"
    assert json.loads(told("json", state(), state()))["same"] is True


def test_parts_without_anything_are_left_out() -> None:
    before, after = state(), state((BIBLIOGRAPHY, "volume = {4}", "volume = {5}"))
    known = Names(before, after, {})
    titles = [part.title for part in report(diff(before, after), known).parts]
    assert titles == ["For the reviewer", "Bibliography"]


@pytest.mark.parametrize(
    "line",
    [
        "- **renamed** `phones-tell-time` to `pockets-tell-time`",
        (
            "    - **finding**: Of 200 passers\\-by <del>118</del><ins>117</ins> looked up within "
            "a minute."
        ),
        "- [ ] Open [smith2019counting](https://doi.org/10.1/x):",
        (
            "  - confirm 117 at Table 1, for [‘People on the square look at the clock’]"
            "(https://map.example/claims/people-look-up/)"
        ),
        "  - **volume**: <del>4</del><ins>5</ins>",
    ],
)
def test_lines_of_the_comment(markdown: str, line: str) -> None:
    assert line in markdown.splitlines()


def test_a_status_says_why(markdown: str) -> None:
    assert "its reasons do not hold → open challenge" in markdown
    assert "no longer challenged by" in markdown


def test_the_comment_can_be_found_again_and_holds_both_maps(markdown: str) -> None:
    assert markdown.startswith("<!-- claimbook:diff -->\n")
    assert markdown.count("```mermaid\nflowchart") == 2


def test_a_long_comment_ends_with_a_note() -> None:
    before, after = state(), state((COST, "needed for the school", "needed " + "so " * 30_000))
    text = told("markdown", before, after)
    assert len(text) <= 60_000
    assert text.endswith("`claimbook diff` shows all of it.\n")


def hostile() -> str:
    return told("markdown", state(), state((COST, "What it costs", json.dumps(HOSTILE))))


def test_no_text_can_act_as_markup_in_a_comment() -> None:
    tokens = MarkdownIt("commonmark").parse(hostile())
    inline = [child for token in tokens for child in token.children or ()]
    tags = {t.content for t in inline if t.type == "html_inline"}
    assert tags <= {"<ins>", "</ins>", "<del>", "</del>"}
    assert not [t for t in inline if t.type in {"image", "link_open", "code_inline"}]
    assert [t.content.strip() for t in tokens if t.type == "html_block"] == [
        "<!-- claimbook:diff -->"
    ]


def test_no_text_can_call_people_or_issues() -> None:
    assert "@everyone" not in hostile()
    assert "#1" not in hostile()


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def test_the_page_holds_two_maps_and_no_script() -> None:
    tags = Tags()
    tags.feed(told("html", state(), state(*EDITS, (COST, "What it costs", json.dumps(HOSTILE)))))
    names_ = [tag for tag, _ in tags.found]
    assert names_.count("svg") == 2
    assert not {"script", "img", "link", "iframe"} & set(names_)
    marked = {a.get("data-node") for _, a in tags.found if "changed" in (a.get("class") or "")}
    assert "repair-is-cheap" in marked
    identified = [attributes["id"] for _, attributes in tags.found if "id" in attributes]
    assert len(identified) == len(set(identified))


def test_only_addresses_of_the_web_become_links() -> None:
    dress = Dress(works={"a": "javascript:alert(1)", "b": "https://b.example"})
    assert [dress.href(Span(key, Sort.SOURCE, key)) for key in "abc"] == [
        "",
        "https://b.example",
        "",
    ]


def test_the_data_says_the_same() -> None:
    data = json.loads(told("json", state(), state(*EDITS)))
    assert data["same"] is False
    claims = {claim["id"]: claim for claim in data["claims"]}
    assert claims["pockets-tell-time"]["renamed_from"] == "phones-tell-time"
    assert claims["people-look-up"]["evidence"][0]["fields"][0]["name"] == "finding"
    assert {task["action"] for task in data["tasks"]} >= {"open the source and confirm the finding"}

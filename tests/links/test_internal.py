from collections.abc import Mapping
from pathlib import Path

import pytest

from claimbook.links.internal import check, files_of

SITE_URL = "https://example.org/book/"
SITE = {
    "index.html": '<h1 id="home">Home</h1><a name="old">Old</a>',
    "claims/index.html": '<p id="één">Claims</p>',
    "assets/map.svg": '<svg><g id="node"></g></svg>',
    "assets/site.css": "p { color: black }",
    "assets/a b.png": "",
}


def problems(markup: str, name: str = "claims/a/index.html") -> list[str]:
    pages = {**SITE, name: markup}
    encoded = {page: text.encode() for page, text in pages.items()}
    return [str(problem) for problem in check(encoded, site_url=SITE_URL)]


@pytest.mark.parametrize(
    "markup",
    [
        '<a href="">this page</a>',
        '<a href="#">top</a>',
        '<a href="#top">top</a>',
        '<a href="../">up</a>',
        '<a href="../../">home</a>',
        '<a href="../../#home">by id</a>',
        '<a href="../../#old">by name</a>',
        '<a href="../#%C3%A9%C3%A9n">encoded</a>',
        '<a href="../#één">not encoded</a>',
        '<a href="../#één:~:text=Claims">words of the page</a>',
        '<a href="../?q=x#één">with a query</a>',
        '<a href="/book/">absolute</a>',
        '<a href="https://example.org/book/claims/">whole</a>',
        '<a href="https://elsewhere.example/x">elsewhere, if the reader likes</a>',
        '<a href="mailto:a@example.org">mail</a>',
        '<a href="tel:+3210">telephone</a>',
        '<link rel="canonical" href="https://elsewhere.example/">',
        '<link rel="stylesheet" href="../../assets/site.css">',
        '<img src="../../assets/a%20b.png">',
        '<img src="data:image/png;base64,AA==">',
        '<img srcset="../../assets/a%20b.png 1x, ../../assets/a%20b.png 2x">',
        '<svg><use href="../../assets/map.svg#node"/></svg>',
        '<svg><marker id="m"/><path marker-end="url(#m)"/></svg>',
        '<p title="url(nothing) is no address here">x</p>',
        "<p>url(nothing)</p><style>p { color: red }</style><p>url(nothing)</p>",
        '<form action="https://elsewhere.example/ask"></form>',
        "<script>const a = '<a href=\"nothing\">';</script>",
    ],
)
def test_an_address_that_holds_is_no_problem(markup: str) -> None:
    assert problems(markup) == []


@pytest.mark.parametrize(
    ("markup", "complaint"),
    [
        ('<a href="../b/">', "broken-link: “../b/”: there is no claims/b/index.html"),
        (
            '<a href="../../claims">',
            "broken-link: “../../claims”: there is no claims (add a slash at its end)",
        ),
        ('<a href="../../../">', "broken-link: “../../../”: leads out of the site to nothing"),
        ('<a href="/claims/">', "broken-link: “/claims/”: leads out of the site to nothing"),
        (
            '<a href="https://example.org/book/x">',
            "broken-link: “https://example.org/book/x”: there is no x",
        ),
        ('<a href="https://[x">', "broken-link: “https://[x”: leads out of the site to nothing"),
        (
            '<a href="javascript:alert(1)">',
            "broken-link: “javascript:alert(1)”: leads out of the site to nothing",
        ),
        (
            '<a href="file:///home">',
            "broken-link: “file:///home”: leads out of the site to nothing",
        ),
        ('<a href="#gone">', "broken-fragment: “#gone”: claims/a/index.html has no id “gone”"),
        ('<a href="../#Één">', "broken-fragment: “../#Één”: claims/index.html has no id “Één”"),
        (
            '<svg><a xlink:href="../b/"><text>b</text></a></svg>',
            "broken-link: “../b/”: there is no claims/b/index.html",
        ),
        (
            '<svg><use href="../../assets/map.svg#edge"/></svg>',
            "broken-fragment: “../../assets/map.svg#edge”: assets/map.svg has no id “edge”",
        ),
        (
            '<path marker-end="url(#m)">',
            "broken-fragment: “#m”: claims/a/index.html has no id “m”",
        ),
        ('<img src="x.png">', "broken-link: “x.png”: there is no claims/a/x.png"),
        ('<video poster="x.png">', "broken-link: “x.png”: there is no claims/a/x.png"),
        ('<object data="x.pdf">', "broken-link: “x.pdf”: there is no claims/a/x.pdf"),
        ('<form action="../b/">', "broken-link: “../b/”: there is no claims/b/index.html"),
        (
            '<img srcset="../../assets/a%20b.png 1x, x.png 2x">',
            "broken-link: “x.png”: there is no claims/a/x.png",
        ),
        (
            '<meta http-equiv="refresh" content="0; url=../b/">',
            "broken-link: “../b/”: there is no claims/b/index.html",
        ),
        ('<p style="background: url(x.png)">', "broken-link: “x.png”: there is no claims/a/x.png"),
    ],
)
def test_an_address_that_breaks_is_a_problem(markup: str, complaint: str) -> None:
    assert [line.partition(": ")[2] for line in problems(markup)] == [complaint]


@pytest.mark.parametrize(
    "markup",
    [
        '<script src="https://elsewhere.example/x.js"></script>',
        '<script src="//elsewhere.example/x.js"></script>',
        '<link rel="stylesheet" href="https://elsewhere.example/x.css">',
        '<link rel="preconnect" href="https://elsewhere.example/">',
        '<img src="https://elsewhere.example/x.png">',
        '<img srcset="https://elsewhere.example/x.png 2x">',
        '<iframe src="http://elsewhere.example/"></iframe>',
        '<svg><image href="https://elsewhere.example/x.png"/></svg>',
        "<style>@import 'https://elsewhere.example/x.css';</style>",
        '<p style="background: url(https://elsewhere.example/x.png)">',
    ],
)
def test_what_a_browser_would_fetch_elsewhere_is_a_problem(markup: str) -> None:
    assert [line.split(": ")[1] for line in problems(markup)] == ["third-party-resource"]


def test_a_style_sheet_is_read_as_well() -> None:
    style = 'p {}\nq { background: url("https://elsewhere.example/x.png"), url(gone.png) }'
    fetched, gone = problems(style, "assets/other.css")
    assert fetched.startswith("assets/other.css:2:17: third-party-resource: ")
    assert gone == "assets/other.css:2:57: broken-link: “gone.png”: there is no assets/gone.png"


def test_a_drawing_is_read_as_well() -> None:
    assert problems('<svg>\n<a href="../gone/"></a></svg>', "assets/other.svg") == [
        "assets/other.svg:2:1: broken-link: “../gone/”: there is no gone/index.html"
    ]


def test_a_missing_target_is_reported_at_each_place() -> None:
    assert problems('<p><a href="#b">1</a>\n<a href="#b">2</a></p>') == [
        "claims/a/index.html:1:4: broken-fragment: “#b”: claims/a/index.html has no id “b”",
        "claims/a/index.html:2:1: broken-fragment: “#b”: claims/a/index.html has no id “b”",
    ]


def test_no_page_at_all_is_a_problem() -> None:
    assert rules({}) == ["empty-site"]
    assert rules({"assets/site.css": b""}) == ["empty-site"]


def test_the_files_of_a_folder_have_names_relative_to_it(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "index.html").write_bytes(b"x")
    assert files_of(tmp_path) == {"a/index.html": b"x"}


def rules(pages: Mapping[str, bytes]) -> list[str]:
    return [problem.rule for problem in check(pages)]

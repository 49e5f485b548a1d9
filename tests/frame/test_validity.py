import pytest

from tests.built.validity import faults


def page(body: str) -> str:
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Page</title></head>'
        f"<body>\n{body}\n</body></html>"
    )


@pytest.mark.parametrize(
    "body",
    [
        "<p>Text with <em>words</em>, a <a href='#x'>link</a></p><div id='x'></div>",
        "<ul><li>one<li>two</ul>",
        "<dl><div><dt>Term</dt><dd>Detail</dd></div></dl>",
        "<details><summary>More</summary><p>Text</p></details>",
        "<table><tr><th>a</th><td>b</td></tr></table>",
        "<figure><img src='x.png' alt=''><figcaption>Caption</figcaption></figure>",
        "<svg role='img' aria-label='Map'><a href='#y'><path d='M0 0'/></a><g id='y'/></svg>",
        "<svg role='img'><title>Map</title></svg>",
        "<label for='box'>Box</label><input id='box'>",
        "<a href='#z'><span id='z'>text</span></a>",
        "<div hidden='hidden'><button>Press</button></div>",
    ],
)
def test_valid_markup_has_no_fault(body: str) -> None:
    assert list(faults(page(body))) == []


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ("<p>a<div>b</div></p>", "2: unexpected-end-tag p"),
        ("<b><i>x</b></i>", "2: adoption-agency-1.3 b"),
        ("<div>", "3: expected-one-end-tag-but-got-another body div"),
        ("<p title='a' title='b'>x</p>", "2: duplicate-attribute"),
        ("<i id='a'></i><i id='a'></i>", "2: id a is used more than once"),
        ("<img src='x.png'>", "2: img element has no alt attribute"),
        ("<center>x</center>", "2: the center element is obsolete"),
        ("<p role='nothing'>x</p>", "2: role value is not a defined ARIA role"),
        ("<span><div>x</div></span>", "2: a block inside a line of text: "),
        ("<button><a href='#'>x</a></button>", "2: something to press inside something to press: "),
        ("<ul><div>x</div></ul>", "2: a list holds only items: "),
        ("<dl><p>x</p></dl>", "2: a description list holds only terms and details: "),
        ("<div><li>x</li></div>", "2: an item outside a list: "),
        ("<p><dd>x</dd></p>", "2: a term or detail outside a description list: "),
        ("<div><summary>x</summary></div>", "2: a summary that does not begin its details: "),
        ("<div><figcaption>x</figcaption></div>", "2: a caption outside a figure: "),
        ("<main></main><main></main>", "2: inside its own kind: "),
        ("<style>p {}</style>", "2: belongs into the head: "),
        ("<p id=''>x</p>", "2: an empty attribute: "),
        ("<svg role='img'><path d='M0 0'/></svg>", "2: no name: "),
        ("<iframe src='x.html'></iframe>", "2: a frame without a title: "),
        ("<p aria-describedby='gone'>x</p>", "2: aria-describedby names no element: gone"),
        ("<label for='gone'>x</label>", "2: for names no element: gone"),
    ],
)
def test_each_fault_is_found_on_its_line(body: str, fault: str) -> None:
    assert any(found.startswith(fault) for found in faults(page(body))), list(faults(page(body)))


def test_a_page_without_language_or_title_is_at_fault() -> None:
    found = list(faults("<!doctype html><html><head></head><body><p>x</p></body></html>"))
    assert len(found) == 2, found

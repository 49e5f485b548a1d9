"""People's Markdown: what is printed, what is found in it and where."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimbook.model import Text
from claimbook.problems import Place
from claimbook.prose import (
    Anchor,
    Citation,
    citations,
    is_safe,
    links,
    raw_html,
    to_html,
    to_inline_html,
    to_plain,
)


def text(value: str) -> Text:
    return Text(value, Place("f.md"))


def cite(citation: Citation) -> Anchor:
    label = f"<{citation.key}>" + (f", {citation.locator}" if citation.locator else "")
    return Anchor(f'../{citation.key}/?a="1"&b', label)


def found(value: str) -> list[tuple[str, str, str]]:
    return [(c.key, c.locator, str(c.place)) for c in citations(text(value))]


def test_citations_with_their_places() -> None:
    assert found("See [@a], [@b-2, p. 2] and\n[@c, Table 3, p. 4; @d;@e , ch. 3].") == [
        ("a", "", "f.md:1:7"),
        ("b-2", "p. 2", "f.md:1:13"),
        ("c", "Table 3, p. 4", "f.md:2:3"),
        ("d", "", "f.md:2:22"),
        ("e", "ch. 3", "f.md:2:25"),
    ]


def test_citations_in_blocks_have_their_places() -> None:
    assert found("# Head [@a]\n\n> - x [@b]\n>   y [@c]\n\n1. **z [@d]** [w [@e]](x)") == [
        ("a", "", "f.md:1:10"),
        ("b", "", "f.md:3:9"),
        ("c", "", "f.md:4:9"),
        ("d", "", "f.md:6:10"),
        ("e", "", "f.md:6:20"),
    ]


@pytest.mark.parametrize(
    "value",
    [
        "`[@a]`",
        "```\n[@a]\n```",
        "    [@a]",
        r"\[@a]",
        "[@a](https://example.org)",
        "[see @a]",
        "@a",
        "[@]x",
    ],
)
def test_what_is_no_citation(value: str) -> None:
    assert [key for key, _, _ in found(value) if key == "a"] == []


def test_a_key_with_a_locator_but_no_comma_is_an_unknown_key() -> None:
    assert [key for key, _, _ in found("[@a p. 2]")] == ["a p. 2"]


def test_citations_are_printed_as_the_page_decides_and_escaped_here() -> None:
    assert to_inline_html("See [@a; @b, p. 2].", cite) == (
        'See <span class="citation">(<a href="../a/?a=&quot;1&quot;&amp;b">&lt;a&gt;</a>; '
        '<a href="../b/?a=&quot;1&quot;&amp;b">&lt;b&gt;, p. 2</a>)</span>.'
    )
    assert (
        to_inline_html("[@a]", lambda c: Anchor("", c.key)) == '<span class="citation">(a)</span>'
    )
    described = to_inline_html("[@a]", lambda c: Anchor("a/", c.key, '"x'))
    assert '<a href="a/" aria-describedby="&quot;x">a</a>' in described


def test_blocks_and_lines() -> None:
    assert to_html("One *two*.\n\n- three", cite) == (
        "<p>One <em>two</em>.</p>\n<ul>\n<li>three</li>\n</ul>\n"
    )
    assert to_inline_html("One *two* `<b>`.", cite) == "One <em>two</em> <code>&lt;b&gt;</code>."


def test_raw_html_is_printed_as_text() -> None:
    assert to_html("<script>x</script>\n\na <b>c</b>", cite) == (
        "<p>&lt;script&gt;x&lt;/script&gt;</p>\n<p>a &lt;b&gt;c&lt;/b&gt;</p>\n"
    )


UNSAFE = [
    "javascript:alert(1)",
    "JavaScript:alert(1)",
    "  javascript:a",
    "data:text/html,x",
    "vbscript:x",
    "file:///etc",
    "//example.org",
    "ftp://example.org",
]


@pytest.mark.parametrize("address", UNSAFE)
def test_unsafe_links_are_printed_as_text(address: str) -> None:
    assert not is_safe(address)
    for value in (f"[a](<{address}>)", f"![a](<{address}>)", f"[a]\n\n[a]: <{address}>"):
        html = to_html(value, cite)
        assert "href" not in html
        assert "src" not in html


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org",
        "HTTP://example.org",
        "mailto:a@example.org",
        "a/b",
        "../a",
        "#a",
        "?a",
        "",
    ],
)
def test_safe_links_are_links(address: str) -> None:
    assert is_safe(address)
    assert "<a href=" in to_html(f"[a](<{address}>)", cite)


def test_entities_do_not_hide_a_scheme() -> None:
    assert "href" not in to_html("[a](java&#115;cript:alert(1)) [b](javascript&colon;x)", cite)


def test_links_with_their_places() -> None:
    value = "See [a](javascript:x) or\n![b](c.png) <https://d.e> [f][g].\n\n[g]: data:x"
    assert [(link.value, str(link.place)) for link in links(text(value))] == [
        ("javascript:x", "f.md:1:5"),
        ("c.png", "f.md:2:1"),
        ("https://d.e", "f.md:2:13"),
        ("data:x", "f.md:2:27"),
    ]


def test_raw_html_with_its_places() -> None:
    value = "a <b>c</b> `<i>` <https://d.e>\n\n- x\n\n<div>\ny\n</div>\n\n1 < 2 > 1 <!-- z -->"
    assert [(html.value, str(html.place)) for html in raw_html(text(value))] == [
        ("<b>", "f.md:1:3"),
        ("</b>", "f.md:1:7"),
        ("<div>\ny\n</div>", "f.md:5:1"),
        ("<!-- z -->", "f.md:9:11"),
    ]


@pytest.mark.parametrize(
    ("value", "plain"),
    [
        ("One *two*\n**three** `four`.", "One two three four."),
        ("As shown [@a, p. 2]. More [@b], too.", "As shown. More, too."),
        ("# Head\n\n- one\n- [two](x)\n\n    code\n", "Head one two code"),
        ("![alt *text*](x.png) &amp; 1 < 2", "alt text & 1 < 2"),
        ("One\\\ntwo", "One two"),
        ("", ""),
    ],
)
def test_plain_words(value: str, plain: str) -> None:
    assert to_plain(value) == plain


@given(st.text(alphabet="ab \n>-*_`[]()@;,<>#!\\1.|&:/'\""))
def test_places_of_citations_are_right_in_any_text(value: str) -> None:
    for citation in citations(text(value)):
        place = citation.place
        line = value.split("\n")[place.line - 1]
        first = citation.key.split("\n")[0]
        assert line[place.column - 1 :].startswith(first)


@given(st.text(alphabet="ab \n<>/!-`[](\"'=:"))
def test_nothing_that_people_write_becomes_a_tag(value: str) -> None:
    allowed = ("p", "a", "code", "pre", "h1", "h2", "blockquote", "ul", "li", "img", "em", "strong")
    html = to_html(value, cite)
    for piece in html.split("<")[1:]:
        name = piece.lstrip("/").split(">")[0].split(" ")[0].rstrip("/")
        assert name in {*allowed, "hr", "br", "ol", "span"}

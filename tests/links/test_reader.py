"""Documents of every kind are read, and those that would hang or break their reader are left."""

import asyncio

import pytest

from claimbook.links.answer import Answer
from claimbook.links.page import Page, decoded, from_html
from claimbook.links.reader import Reader
from tests.links.cases import pdf


def html(body: bytes) -> Answer:
    return Answer("https://a.org/", 200, {"content-type": "text/html"}, body)


async def read(*answers: Answer, longest: float = 20.0) -> list[Page]:
    async with Reader(longest) as reader:
        return [await reader.read(answer) for answer in answers]


def test_a_page_that_takes_too_long_is_left_and_the_next_one_is_read() -> None:
    endless = html(b"<div>" * 400_000)
    pages = asyncio.run(read(endless, html(b"<p>after it"), longest=3.0))
    assert [page.is_read for page in pages] == [False, True]
    assert "after it" in pages[1].text


@pytest.mark.parametrize(
    "body", [b"%PDF-1.7\ngarbage", pdf("x")[:-200], b"%PDF-1.4\n" + b"1 0 obj << " * 9_999]
)
def test_a_damaged_pdf_breaks_nothing(body: bytes) -> None:
    broken, whole = asyncio.run(read(html(body), html(b"<p>after it")))
    assert broken.kind == "pdf"
    assert whole.is_read


def test_the_words_of_a_page_are_those_that_a_reader_sees() -> None:
    page = from_html(
        b"<!doctype html><html><head><title> A\n title</title><style>p{}</style>"
        b'<meta name="Description" content="Told in the head."></head><body><h1>He<i>ad</i></h1>'
        b"<p id=a>One<b>word</b><br>two<p>three<script>var x = 'unseen'</script><a name=b></a>"
        b"<table><tr><td>1<td>2</table><template>unseen</template><!-- unseen -->"
    )
    seen = ("A", "title", "Head", "Oneword", "two", "three", "1", "2", "Told", "in", "the", "head.")
    assert tuple(page.text.split()) == seen
    assert (page.title, page.headings) == ("A title", ("Head",))
    assert page.fragments == {"a", "b"}
    assert (page.scripted, page.password) == (True, False)


@pytest.mark.parametrize(
    ("body", "charset"),
    [
        ("é".encode(), ""),
        ("é".encode(), "utf-8"),
        ("é".encode("latin-1"), "iso-8859-1"),
        ("é".encode("latin-1"), ""),
        ("é".encode(), "no-such-charset"),
        ("<meta charset=latin-1>é".encode("latin-1"), ""),
        ("<meta http-equiv=x content='text/html; charset=latin-1'>é".encode("latin-1"), ""),
    ],
)
def test_text_is_decoded_by_what_is_said_of_it_or_by_trial(body: bytes, charset: str) -> None:
    assert decoded(body, charset).endswith("é")

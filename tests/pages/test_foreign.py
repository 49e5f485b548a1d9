"""What people may not write into a page of Markdown, and what Markdown makes of all else."""

import re

import pytest

from claimbook.pages.foreign import foreign
from tests.hostile.payloads import PAYLOADS


@pytest.mark.parametrize(
    "html",
    [
        "<script>x</script>",
        '<p onclick="x">',
        "<iframe></iframe>",
        '<a href="javascript:x">',
        '<a href=" java&#115;cript:x">',
        '<a href="data:text/html,x">',
        '<img src="//a.example/x.png" alt="">',
        '<img src="https://a.example/x.png" alt="">',
        '<img src="\\\\a.example\\x.png" alt="">',
        '<p style="position: fixed">',
        '<td style="text-align: left; position: fixed">',
        "<form></form>",
        "<svg></svg>",
        '<p data-md-component="x">',
        "<meta http-equiv=refresh>",
        "<!doctype x>",
        "<?php x ?>",
        "<img src=x srcset=x>",
        "<!-- x -->",
        "<!--><b>x</b>-->",
        "<![CDATA[x]]>",
    ],
)
def test_what_markdown_does_not_make_is_named(html: str) -> None:
    assert len(foreign(html)) == 1


@pytest.mark.parametrize(
    "html",
    [
        "<h2 id='a' class='b'>Words</h2><p>More <em>words</em>.</p>",
        '<a href="../method/#x" title="x">x</a><a href="https://a.example/">x</a>',
        '<a href="mailto:a@a.example">x</a><img src="../assets/x.png" alt="x">',
        '<table><tr><td style="text-align: right;">1</td></tr></table>',
        '<div class="footnote" role="doc-endnotes"><ol><li id="fn:1">x</li></ol></div>',
        "<pre><code>&lt;script&gt;</code></pre>",
        '<a href="./a:b/c">x</a>',
    ],
)
def test_what_markdown_makes_is_left_alone(html: str) -> None:
    assert foreign(html) == ()


def test_every_payload_that_is_an_element_is_named() -> None:
    begun = [payload for payload in PAYLOADS if payload.startswith("<") and "\n" not in payload]
    elements = [payload for payload in begun if re.match("<[a-zA-Z]", payload)]
    missed = [payload for payload in elements if not foreign(payload)]
    assert len(begun) > 40
    assert [text for text in missed if "alert" in text or "evil" in text] == []

"""What browsers are told to run: the theme's own scripts and nothing that strangers wrote."""

import re
from base64 import b64encode
from hashlib import sha256

import pytest

from claimbook.pages.policy import Theme, headers, policy

THEME = Theme(
    ['<script>scope=new URL("{{ base_url }}",location)</script>', "<script>run()</script>"]
)
PAGE = '<head><meta charset="utf-8"></head><body>{}</body>'


def hashed(script: str) -> str:
    return f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'"


def sources(html: str) -> list[str]:
    found = re.search(r'<meta charset="utf-8"><meta [^>]*; script-src ([^>"]*)">', html)
    assert found
    return found[1].split(" ")


def test_the_scripts_of_a_theme_may_run_wherever_the_page_stands() -> None:
    own = ('scope=new URL("../..",location)', "run()")
    html = PAGE.format("".join(f"<script>{script}</script>" for script in own))
    assert sources(THEME.guarded(html)) == ["'self'", *sorted(map(hashed, own))]


@pytest.mark.parametrize(
    "script",
    [
        "alert(1)",
        "run();alert(1)",
        'scope=new URL("",alert(1),"",location)',
        'scope=new URL("..",location)//',
        "",
    ],
)
def test_no_other_script_may(script: str) -> None:
    html = PAGE.format(f"<script>{script}</script><script>run()</script>")
    assert sources(THEME.guarded(html)) == ["'self'", hashed("run()")]


def test_no_policy_lets_scripts_run_that_stand_in_a_page() -> None:
    told = policy([hashed("run()")])
    scripts = next(part for part in told.split("; ") if part.startswith("script-src"))
    assert "unsafe" not in scripts
    assert "object-src 'none'" in told


def test_the_headers_of_a_site_name_every_script_that_was_met() -> None:
    theme = Theme(["<script>run()</script>", "<script>walk()</script>"])
    theme.guarded(PAGE.format("<script>run()</script>"))
    theme.guarded(PAGE.format("<script>walk()</script><script>alert(1)</script>"))
    text = headers(theme.seen)
    assert text.startswith("/*\n  Content-Security-Policy: default-src 'self'; ")
    assert [hashed(script) in text for script in ("run()", "walk()", "alert(1)")] == [1, 1, 0]

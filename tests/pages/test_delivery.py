"""Scripts as they travel: less of them, and nothing that they do."""

import re
from gzip import compress
from importlib.resources import files

import pytest

from claimbook.pages.delivery import bare

SCRIPTS = {
    path.name: path.read_text("utf-8")
    for path in (files("claimbook") / "assets").iterdir()
    if path.name.endswith(".js")
}
BUDGET = 25 * 1024


def test_comments_and_air_stay_at_home() -> None:
    script = "// Why.\nfunction f() {\n  return a * b; // Left out.\n}\n\n/**\n * More.\n */\n"
    assert bare(script) == "function f(){\nreturn a * b;\n}\n"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ('const a = { b: "c, d = e" };', 'const a={b:"c, d = e"};'),
        ("if (a in b) return - 1 - -c;", "if(a in b)return - 1 - -c;"),
        ("say(`a, ${b ? `c : d` : 1}`, e);", "say(`a, ${b ? `c : d` : 1}`, e);"),
        (r"text.split(/\s = /, 2);", r"text.split(/\s = /, 2);"),
        ('h("p", {}, "it’s \'a, b\'");', 'h("p",{},"it’s \'a, b\'");'),
    ],
)
def test_texts_stay_as_they_are(line: str, expected: str) -> None:
    assert bare(line) == f"{expected}\n"


def test_no_text_or_sum_runs_on_as_if_it_were_a_comment() -> None:
    assert len(SCRIPTS) > 10
    code = {
        name: re.sub(r"/\*.*?\*/", "", script, flags=re.DOTALL) for name, script in SCRIPTS.items()
    }
    lines = [(name, line.strip()) for name, script in code.items() for line in script.splitlines()]
    assert [(name, line) for name, line in lines if line.startswith("*")] == []
    assert [(name, line) for name, line in lines if line.count("`") % 2] == []
    assert [
        (name, line)
        for name, line in lines
        if re.search(r"[(=,:] ?/[^/]* [^/]*/[gimsu]*[.,)]", line)
    ] == []
    before = [(name, line.partition(" // ")[0]) for name, line in lines if " // " in line]
    assert [one for one in before if any(one[1].count(quote) % 2 for quote in "`'\"")] == []


def test_scripts_keep_to_their_budget() -> None:
    sizes = {name: len(compress(bare(script).encode(), 9)) for name, script in SCRIPTS.items()}
    assert sum(sizes.values()) <= BUDGET, sizes

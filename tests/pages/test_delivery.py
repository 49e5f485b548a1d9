"""Scripts and styles as they travel: less of them, and nothing that they do."""

import re
from importlib.resources import files

import pytest

from claimbook.pages.delivery import bare, delivered, joined_modules, joined_styles

ASSETS = {path.name: path.read_text("utf-8") for path in (files("claimbook") / "assets").iterdir()}
SCRIPTS = {name: text for name, text in ASSETS.items() if name.endswith(".js")}
MODULES = {
    "map.js": 'import { h } from "./page.js";\nimport { A, b } from "./view.js";\nb(h);\n',
    "view.js": (
        'import { h } from "./page.js";\nimport { c } from "./deep.js";\n'
        "export class A {}\nexport async function b() {}\nfunction own() {}\n"
    ),
    "deep.js": "export const c = 1;\n",
    "page.js": "export function h() {}\n",
}


def test_comments_and_air_stay_at_home() -> None:
    script = "// Why.\nfunction f() {\n  return a * b; // Left out.\n}\n\n/**\n * More.\n */\n"
    assert bare(script) == "function f(){return a*b}"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ('const a = { b: "c, d = e" };', 'const a={b:"c, d = e"}'),
        ("if (a in b) return - 1 - -c;", "if(a in b)return-1 - -c"),
        ("say(`a, ${b ? `c : d` : 1}`, e);", "say(`a, ${b ? `c : d` : 1}`, e)"),
        ("say(`a, ${b} : ${c + d}`, e);", "say(`a, ${b} : ${c + d}`,e)"),
        ("say(a, `b, c", "say(a, `b, c"),
        (r"text.split(/\s = /, 2);", r"text.split(/\s = /, 2)"),
        ('h("p", {}, "it’s \'a, b\'");', 'h("p",{},"it’s \'a, b\'")'),
    ],
)
def test_texts_stay_as_they_are(line: str, expected: str) -> None:
    assert bare(line) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("if (a) {\n  b();\n}\nc();", "if(a){b()}c()"),
        ("a = b\n[c].d();", "a=b\n[c].d()"),
        ("a - b / c + (d);\na + +b - -c;", "a-b/c+(d);a + +b - -c"),
    ],
)
def test_lines_end_where_a_statement_may(lines: str, expected: str) -> None:
    assert bare(lines) == expected


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


def test_a_module_that_one_other_imports_travels_inside_it() -> None:
    found = joined_modules(MODULES)
    assert found["page.js"] == MODULES["page.js"]
    assert found["map.js"] == (
        'import * as _page from "./page.js";\n'
        "const { h } = _page;\n"
        "const { A, b } = (() => {\n"
        "const { h } = _page;\n"
        "const { c } = (() => {\nconst c = 1;\nreturn { c };\n})();\n"
        "class A {}\nasync function b() {}\nfunction own() {}\n"
        "return { A, b };\n})();\n"
        "b(h);\n"
    )
    assert found.keys() == {"page.js", "map.js"}


def test_what_is_loaded_by_itself_stays_a_file() -> None:
    assert {"weigh.js", "map.js", "reading.js", "ledger.js"} <= delivered(ASSETS).keys()


def test_every_import_and_export_is_of_the_kind_that_is_joined() -> None:
    whole = "".join(joined_modules(SCRIPTS).values())
    assert re.findall(r"^import (?!\* as _\w+ from).*", whole, re.MULTILINE) == []
    inner = re.findall(r"^(export \w+)", whole, re.MULTILINE)
    assert set(inner) == {"export function", "export async", "export class", "export const"}


def test_styles_travel_as_one_without_remarks() -> None:
    styles = ["/* Why,\n   and why. */\na { b: c; }\n", "d { e: f; } /* g */\n"]
    assert joined_styles(styles) == "a { b: c; }\nd { e: f; } "
    assert [name for name in delivered(ASSETS) if name.endswith(".css")] == ["claimbook.css"]

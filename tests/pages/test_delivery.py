"""Scripts as they travel: less of them, and nothing that they do."""

import re
from gzip import compress
from importlib.resources import files

from claimbook.pages.delivery import bare

SCRIPTS = {
    path.name: path.read_text("utf-8")
    for path in (files("claimbook") / "assets").iterdir()
    if path.name.endswith(".js")
}
BUDGET = 25 * 1024


def test_comments_and_indentation_stay_at_home() -> None:
    script = "// Why.\nfunction f() {\n  return a * b; // kept\n}\n\n/**\n * More.\n */\n"
    assert bare(script) == "function f() {\nreturn a * b; // kept\n}\n"


def test_no_text_or_sum_runs_on_as_if_it_were_a_comment() -> None:
    assert len(SCRIPTS) > 10
    code = {
        name: re.sub(r"/\*.*?\*/", "", script, flags=re.DOTALL) for name, script in SCRIPTS.items()
    }
    lines = [(name, line.strip()) for name, script in code.items() for line in script.splitlines()]
    assert [(name, line) for name, line in lines if line.startswith("*")] == []
    assert [(name, line) for name, line in lines if line.count("`") % 2] == []


def test_scripts_keep_to_their_budget() -> None:
    together = compress("".join(bare(script) for script in SCRIPTS.values()).encode(), 9)
    assert len(together) <= BUDGET

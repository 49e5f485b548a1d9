import pytest

from claimbook.pages.reach import in_reach

TABLE = "<table><tr><td>1</td></tr></table>"
HEADED = f'<h2 id="a">A</h2><p>b</p>{TABLE}'
FRAME = '<div class="cb-wide" role="group" tabindex="0"'


def test_a_table_stands_in_a_frame_named_by_the_heading_above() -> None:
    assert in_reach(f'{HEADED}<h3 id="c">C</h3>{TABLE}') == (
        f'<h2 id="a">A</h2><p>b</p>{FRAME} aria-labelledby="a">{classed()}</div>'
        f'<h3 id="c">C</h3>{FRAME} aria-labelledby="c">{classed()}</div>'
    )
    assert in_reach(TABLE) == f"{FRAME}>{classed()}</div>"


def test_a_table_with_a_class_is_somebody_elses() -> None:
    assert in_reach(classed()) == classed()


def test_of_tables_in_one_another_the_inner_is_framed() -> None:
    found = in_reach(f"<table><tr><td>{TABLE}</td></tr></table>")
    assert found == f"<table><tr><td>{FRAME}>{classed()}</div></td></tr></table>"


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ('<pre><code class="x">a</code></pre>', '<pre><code tabindex="0" class="x">a</code></pre>'),
        ("<pre><span></span><code>a", '<pre><span></span><code tabindex="0">a'),
        ("<p><code>a</code></p>", "<p><code>a</code></p>"),
        ('<pre><code tabindex="0">a', '<pre><code tabindex="0">a'),
    ],
)
def test_code_of_several_lines_takes_the_focus(code: str, expected: str) -> None:
    assert in_reach(code) == expected


def classed() -> str:
    return TABLE.replace("<table>", '<table class="cb-table">')

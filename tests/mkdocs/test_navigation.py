"""What every page lists does not grow with the argument."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from claimbook.links.internal import check, files_of
from claimbook.pipeline import MOST_LISTED

SETTINGS = """
site_name: Many parts
site_url: https://example.org/
theme: {name: material, font: false}
nav: [Home: index.md, Parts: ["claimbook:sections"]]
plugins: [claimbook]
"""
SECTION = """
title: Part %d
question: What of it?
summary: It is so.
paragraphs: 1
claims: {claim-%d: {claim: A %d., kind: empirical, paragraph: 1, but: [%s]}}
"""


def built(root: Path, sections: int) -> Path:
    names = [f"part-{number}" for number in range(sections)]
    (root / "claims").mkdir()
    (root / "docs").mkdir()
    (root / "mkdocs.yml").write_text(SETTINGS)
    (root / "references.bib").write_text("@misc{text, title = {A text}, year = 2020}\n")
    head = f"{{title: Many parts, text: text, thesis: claim-0, sections: {names}}}"
    (root / "claims" / "map.yml").write_text(head.replace("'", ""))
    for number, name in enumerate(names):
        after = f"claim-{number + 1}" if number + 1 < sections else "claim-0"
        (root / "claims" / f"{name}.yml").write_text(SECTION % (number, number, number, after))
    command = (sys.executable, "-m", "mkdocs", "build", "--strict")
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return root / "site"


def listed(site: Path, page: str) -> list[str]:
    html = (site / page / "index.html").read_text(encoding="utf-8")
    start = html.index('class="md-nav md-nav--primary"')
    return re.findall(r'href="[^"]*(sections/[^"]*)"', html[start : html.index("md-content")])


@pytest.mark.parametrize("more", [0, 1])
def test_sections_are_listed_while_a_navigation_can_hold_them(tmp_path: Path, more: int) -> None:
    site = built(tmp_path, MOST_LISTED + more)
    assert len(listed(site, "claims/claim-3")) == (1 if more else MOST_LISTED)
    if more:
        assert set(listed(site, "claims/claim-3")) == {"sections/"}
    assert (site / "sections" / "part-7" / "index.html").is_file()
    index = (site / "sections" / "index.html").read_text(encoding="utf-8")
    assert len(set(re.findall('<li><a href="(part-[^"]*)"', index))) == MOST_LISTED + more
    assert [str(problem) for problem in check(files_of(site))] == []

import re
from base64 import b64encode
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from xml.etree.ElementTree import fromstring

from claimbook.links.internal import check
from tests.built.validity import faults

ROOT = Path(__file__).parents[2]
EXCUSED = {
    "for names no element: __toc": "Material labels its drawer of contents where it has none, too",
}


def test_every_address_holds_and_nothing_comes_from_elsewhere(
    files: Mapping[str, bytes], site_url: str
) -> None:
    assert [str(problem) for problem in check(files, site_url=site_url)] == []


def test_every_page_is_valid_html(pages: Mapping[str, str]) -> None:
    found = [(name, fault) for name, page in pages.items() for fault in faults(page)]
    assert [fault for fault in found if excuse(fault[1]) not in EXCUSED] == []
    assert {excuse(fault) for _, fault in found} >= EXCUSED.keys(), "an excuse is out of use"


def test_every_drawing_is_well_formed(files: Mapping[str, bytes]) -> None:
    drawings = [content for name, content in files.items() if name.endswith(".svg")]
    assert drawings
    for drawing in drawings:
        fromstring(drawing)  # noqa: S314 - drawn by this project


def test_no_page_names_the_machine_that_built_it(files: Mapping[str, bytes]) -> None:
    root = str(ROOT).encode()
    assert [name for name, content in files.items() if root in content] == []


def test_every_page_is_told_to_run_no_scripts_but_the_theme_s(pages: Mapping[str, str]) -> None:
    for name, page in pages.items():
        told = re.findall(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', page)
        assert len(told) == 1, name
        allowed = next(part for part in told[0].split("; ") if part.startswith("script-src"))
        scripts = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
        hashes = {b64encode(sha256(script.encode()).digest()).decode() for script in scripts}
        assert set(allowed.split()[2:]) == {f"'sha256-{hash_}'" for hash_ in hashes}, name


def test_hosts_are_told_the_same(files: Mapping[str, bytes]) -> None:
    told = files["_headers"].decode()
    assert "script-src 'self' 'sha256-" in told
    assert "script-src 'self' 'unsafe" not in told


def excuse(fault: str) -> str:
    return fault.partition(": ")[2]

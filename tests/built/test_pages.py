from collections.abc import Mapping
from pathlib import Path

from claimbook.links.internal import check
from tests.built.validity import faults

ROOT = Path(__file__).parents[2]


def test_every_address_holds_and_nothing_comes_from_elsewhere(
    files: Mapping[str, bytes], site_url: str
) -> None:
    assert [str(problem) for problem in check(files, site_url=site_url)] == []


def test_every_page_is_valid_html(pages: Mapping[str, str]) -> None:
    found = [f"{name}:{fault}" for name, page in pages.items() for fault in faults(page)]
    assert found == []


def test_no_page_names_the_machine_that_built_it(files: Mapping[str, bytes]) -> None:
    root = str(ROOT).encode()
    assert [name for name, content in files.items() if root in content] == []

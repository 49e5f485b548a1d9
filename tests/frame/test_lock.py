import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LOCK = (ROOT / "requirements.lock").read_text()
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
WANTED = (
    PROJECT["build-system"]["requires"]
    + PROJECT["project"]["dependencies"]
    + PROJECT["dependency-groups"]["dev"]
)


@pytest.mark.parametrize("requirement", WANTED)
def test_what_the_project_asks_for_is_locked(requirement: str) -> None:
    name = re.split(r"[<>=\[]", requirement)[0]
    assert re.search(rf"^{re.escape(name)}==", LOCK, re.MULTILINE)


def test_every_package_is_locked_by_hash() -> None:
    entries = re.split(r"^(?=\S+==)", LOCK, flags=re.MULTILINE)[1:]
    assert entries
    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []


def test_the_lock_names_no_registry_and_no_machine() -> None:
    assert re.findall(r"\S*(?:://|--index|--find-links|/home|/work|/root)\S*", LOCK) == []

"""The tiny twin of a project in tests/site, and states of it with something edited."""

from collections.abc import Mapping
from pathlib import Path

from claimbook.model import Argument
from claimbook.read import collect, load

ROOT = Path(__file__).parents[1] / "site"
TIME, COST, HEAD = "claims/time.yml", "claims/cost.yml", "claims/map.yml"
BIBLIOGRAPHY = "references.bib"


def state(*edits: tuple[str, str, str]) -> Argument:
    """The twin with each edit (file, what stands there once or more, what stands there then)."""
    files = dict(collect(ROOT))
    for file, old, new in edits:
        text = files[file].decode()
        assert old in text, f"{old!r} is not in {file}"
        files[file] = text.replace(old, new).encode()
    return read(files)


def read(files: Mapping[str, bytes]) -> Argument:
    loaded = load(files)
    assert loaded.whole
    assert not loaded.problems
    return loaded.argument

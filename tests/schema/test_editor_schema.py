"""The schema for editors: of an old dialect, whole, and as fresh as the claims."""

import json
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from jsonschema import Draft7Validator

from claimbook.exchange.editor_schema import SCHEMA_FILE, editor_schema
from claimbook.judging import argument as read
from claimbook.judging import problems
from claimbook.model import Argument
from claimbook.pipeline import refresh_schema
from claimbook.read.decoding import decode
from claimbook.read.tree import Flag
from claimbook.read.yaml_nodes import parse
from claimbook.rules import name_of
from claimbook.rules.registry import OUTSIDE_WARNINGS, WARNINGS
from tests.commands.running import run
from tests.conftest import ROOT, TWIN
from tests.making import argument

EXTENSIONS = {"enumDescriptions", "errorMessage"}
WARNED = {*map(name_of, WARNINGS), *map(name_of, OUTSIDE_WARNINGS)}
FILES = sorted((ROOT / "claims").glob("*.yml"))


@pytest.fixture(scope="module")
def schema(real: Argument) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(editor_schema(real))
    return made


def test_it_keeps_to_draft_07(schema: dict[str, Any]) -> None:
    Draft7Validator.check_schema(schema)
    known = {*Draft7Validator.META_SCHEMA["properties"], *EXTENSIONS}
    for part in parts(schema):
        assert part.keys() <= known
        assert "$ref" not in part or len(part) == 1


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_real_file_keeps_it(schema: dict[str, Any], file: Path) -> None:
    tree = parse(decode(f"claims/{file.name}", file.read_bytes())).tree
    assert not list(Draft7Validator(schema).iter_errors(plain(tree)))


def test_every_key_is_described_by_an_example(schema: dict[str, Any]) -> None:
    keys = {
        name: value for part in parts(schema) for name, value in part.get("properties", {}).items()
    }
    assert len(keys) > 30
    for name, value in keys.items():
        assert value["description"].endswith((".", ";")), name
        holds_tables = "properties" in json.dumps(value)
        assert value.get("examples") or holds_tables or name in WARNED, name


def test_it_offers_what_there_is(schema: dict[str, Any], real: Argument) -> None:
    offered = {name: part["enum"] for name, part in schema["definitions"].items()}
    sections = [section.id for section in real.sections]
    assert offered["claim"] == list(real.claims)
    assert offered["source"] == list(real.sources)
    assert offered["section"] == sections
    step = next(p for p in parts(schema) if "premises" in p.get("properties", {}))
    assert step["properties"]["premises"]["items"] == {"$ref": "#/definitions/claim"}


def test_where_nothing_is_yet_any_name_will_do() -> None:
    made = json.loads(editor_schema(argument([])))
    assert made["definitions"]["claim"] == {"type": "string", "minLength": 1}


def test_it_is_written_on_request_and_kept_fresh_from_then_on(tmp_path: Path) -> None:
    project = tmp_path / "twin"
    copytree(TWIN, project)
    file = project / SCHEMA_FILE
    assert not refresh_schema(project, read(project))
    assert not file.exists()
    assert run("schema", "--write", str(project)) == (0, f"Written: {SCHEMA_FILE}.\n")
    assert run("schema", "--write", str(project)) == (0, f"{SCHEMA_FILE} is up to date.\n")
    assert run("schema", str(project)) == (0, file.read_text())
    cost = project / "claims" / "cost.yml"
    cost.write_text(cost.read_text() + "  one-more:\n    claim: It is so.\n    kind: legal\n")
    refresh_schema(project, problems(project)[0])
    assert "one-more" in json.loads(file.read_text())["definitions"]["claim"]["enum"]


def test_the_project_recommends_what_is_needed() -> None:
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text())
    assert settings["yaml.schemas"] == {f"./{SCHEMA_FILE}": "claims/*.yml"}
    extensions = json.loads((ROOT / ".vscode" / "extensions.json").read_text())
    assert extensions["recommendations"] == ["redhat.vscode-yaml"]


def parts(schema: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401 -- any JSON
    """Every schema in a schema."""
    if not isinstance(schema, dict):
        return
    yield schema
    for key, value in schema.items():
        if key in {"properties", "patternProperties", "definitions"}:
            inner = list(value.values())
        elif key in {"examples", "enum"}:
            continue
        else:
            inner = value if isinstance(value, list) else [value]
        for part in inner:
            yield from parts(part)


def plain(tree: Any) -> Any:  # noqa: ANN401 -- any YAML
    """A tree as JSON has it."""
    if isinstance(tree, dict):
        return {str(key): plain(value) for key, value in tree.items()}
    if isinstance(tree, list):
        return [plain(value) for value in tree]
    return tree.value if isinstance(tree, Flag) else tree

"""What editors are told of the files."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from claimbook.read.parts import Shape
from claimbook.read.schema import map_schema, section_schema
from claimbook.read.shapes import MapShape, SectionShape


def test_schemas_say_their_dialect_and_are_json() -> None:
    for schema in (map_schema(), section_schema()):
        assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
        assert json.loads(json.dumps(schema)) == schema


def test_no_key_may_be_left_empty() -> None:
    assert '"null"' not in json.dumps([map_schema(), section_schema()])


def test_a_step_offers_the_schemes() -> None:
    step = section_schema()["$defs"]["StepShape"]["properties"]
    assert "cause-to-effect" in step["scheme"]["enum"]


@pytest.mark.parametrize("shape", [MapShape, SectionShape])
def test_every_key_is_described_with_an_example(shape: type[Shape]) -> None:
    tables = [*tables_of(shape.model_json_schema())]
    assert tables
    for name, field in (item for table in tables for item in table.items()):
        assert field.get("description", "").endswith("."), name
        assert field.get("examples") or name in {"evidence", "scope", "searched", "claims"}, name


def tables_of(schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield schema["properties"]
    yield from (d["properties"] for d in schema.get("$defs", {}).values() if "properties" in d)

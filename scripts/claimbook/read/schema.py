"""The form of the files in claims/ as JSON Schema, for editors that complete and check YAML."""

from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from claimbook.read.parts import Shape
from claimbook.read.shapes import MapShape, SectionShape

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def map_schema() -> dict[str, Any]:
    """The schema of claims/map.yml."""
    return _schema(MapShape)


def section_schema() -> dict[str, Any]:
    """The schema of every other file in claims/."""
    return _schema(SectionShape)


class _WithoutNull(GenerateJsonSchema):
    """A key that may be left out may not be left empty."""

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])


def _schema(shape: type[Shape]) -> dict[str, Any]:
    return {"$schema": _DIALECT, **shape.model_json_schema(schema_generator=_WithoutNull)}

"""JSON Schema for the files in claims/ as editors use it: every key, and every name there is now.

It keeps to the keywords of draft 07, which all editors know. `enumDescriptions` and `errorMessage`
are extensions of theirs; others pass over them.
"""

import json
from collections.abc import Callable, Mapping
from typing import Any, Final, TypeAlias

from claimbook.model import Argument
from claimbook.read.schema import map_schema, section_schema
from claimbook.read.values import NAMES
from claimbook.rules import name_of
from claimbook.rules.registry import OUTSIDE_WARNINGS, WARNINGS

Schema: TypeAlias = dict[str, Any]

SCHEMA_FILE: Final = ".vscode/claims.schema.json"
_DIALECT: Final = "http://json-schema.org/draft-07/schema#"
_OF_MAP: Final = ("thesis", "sections", "text")  # keys that a section has not
_FRESH: Final = "One just written is known once `claimbook schema --write`, a build or serve ran."


def editor_schema(argument: Argument) -> str:
    """The schema of every file in claims/: of the map where a key of a map stands, else a section.

    Editors match files by the end of their names and cannot leave map.yml out of `*.yml`.
    """
    is_map = {"anyOf": [{"required": [key]} for key in _OF_MAP]}
    schema = {
        "$schema": _DIALECT,
        "type": "object",
        "if": is_map,
        "then": _inlined(map_schema()),
        "else": _inlined(section_schema()),
        "definitions": {what: _names(what, of(argument)) for what, of in _NAMED.items()},
    }
    return f"{json.dumps(schema, ensure_ascii=False, indent=1)}\n"


def _inlined(schema: Schema) -> Schema:
    """A schema with its parts in their places: draft 07 ignores what stands beside a `$ref`."""
    parts = schema.pop("$defs", {})
    del schema["$schema"]
    return _part(schema, parts)


def _part(schema: Schema, parts: Mapping[str, Schema]) -> Schema:
    if "$ref" in schema:
        schema = {**parts[schema["$ref"].rpartition("/")[2]], **schema}
    made = {key: _keyword(key, value, parts) for key, value in schema.items() if key not in _LEFT}
    what = schema.get(NAMES)
    if what == "warning":
        return {**made, "properties": _warnings(), "additionalProperties": False}
    return _naming(made, what) if what else made


def _keyword(key: str, value: Any, parts: Mapping[str, Schema]) -> Any:  # noqa: ANN401 -- any JSON
    if key in {"properties", "patternProperties"}:
        return {name: _part(schema, parts) for name, schema in value.items()}
    if key in {"items", "additionalProperties"} and isinstance(value, dict):
        return _part(value, parts)
    return [_part(schema, parts) for schema in value] if key == "oneOf" else value


def _naming(schema: Schema, what: str) -> Schema:
    """A value that names something there is, with what the key itself says of it."""
    told = {key: value for key, value in schema.items() if key in {"description", "examples"}}
    reference = {"$ref": f"#/definitions/{what}"}
    return {**told, "allOf": [reference]} if told else reference


def _names(what: str, known: Mapping[str, str]) -> Schema:
    """One of the names there are; any text where there is none yet."""
    if not known:
        return {"type": "string", "minLength": 1}
    return {
        "type": "string",
        "enum": list(known),
        "enumDescriptions": list(known.values()),
        "errorMessage": f"There is no {what} of this name. {_FRESH}",
    }


def _warnings() -> Schema:
    """An entry a warning: its name, and a text that says why it stands."""
    reason = {"type": "string", "minLength": 1}
    rules: tuple[Callable[..., object], ...] = (*WARNINGS, *OUTSIDE_WARNINGS)
    return {name_of(rule): {**reason, "description": rule.__doc__} for rule in rules}


def _claims(argument: Argument) -> Mapping[str, str]:
    return {id_: str(claim.statement) for id_, claim in argument.claims.items()}


def _sources(argument: Argument) -> Mapping[str, str]:
    return {key: str(source.fields.get("title", "")) for key, source in argument.sources.items()}


def _sections(argument: Argument) -> Mapping[str, str]:
    return {section.id: str(section.title) for section in argument.sections}


_LEFT: Final = frozenset({"$ref", "title", NAMES})  # pydantic's titles are names of classes
_NAMED: Final[Mapping[str, Callable[[Argument], Mapping[str, str]]]] = {
    "claim": _claims,
    "source": _sources,
    "section": _sections,
}

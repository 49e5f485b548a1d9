"""The JSON edition: what it holds, its schema, and that the same input gives the same bytes."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from claimbook.exchange.argument_json import SCHEMA_NAME
from claimbook.model import Argument
from claimbook.pipeline import Edition
from tests.conftest import TWIN

JSON = "data/argument.json"


@pytest.mark.parametrize("which", ["twin_edition", "real_edition"])
def test_it_keeps_to_the_schema_published_beside_it(
    which: str, request: pytest.FixtureRequest
) -> None:
    edition: Edition = request.getfixturevalue(which)
    made = json.loads(edition.files[JSON])
    schema = json.loads(edition.files[f"data/{SCHEMA_NAME}"])
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(made)
    assert made["$schema"] == SCHEMA_NAME


def test_the_schema_refuses_what_it_does_not_document(twin_edition: Edition) -> None:
    made = json.loads(twin_edition.files[JSON])
    schema = json.loads(twin_edition.files[f"data/{SCHEMA_NAME}"])
    made["claims"][0]["surprise"] = 1
    assert not Draft202012Validator(schema).is_valid(made)


def test_every_part_of_the_shape_is_described(twin_edition: Edition) -> None:
    schema = json.loads(twin_edition.files[f"data/{SCHEMA_NAME}"])
    shapes = [schema, *schema["$defs"].values()]
    bare = [
        name
        for shape in shapes
        for name, p in shape["properties"].items()
        if "description" not in p
    ]
    assert bare == []


def test_it_holds_the_whole_argument(real: Argument, real_edition: Edition) -> None:
    made = json.loads(real_edition.files[JSON])
    assert [claim["id"] for claim in made["claims"]] == list(real.claims)
    assert [step["id"] for step in made["steps"]] == list(real.steps)
    assert {source["key"] for source in made["sources"]} == set(real.sources)
    pieces = sum(len(claim["evidence"]) for claim in made["claims"])
    assert pieces == sum(1 for _ in real.evidence())
    assert len(made["coverage"]) == sum(section.paragraphs for section in real.sections)


def test_values_of_the_twin(twin_edition: Edition) -> None:
    made = json.loads(twin_edition.files[JSON])
    values = {item["id"]: item["value"] for item in made["claims"] + made["steps"]}
    assert values == {
        "keep-the-clock": "out",
        "people-look-up": "in",
        "phones-tell-time": "out",
        "phones-run-flat": "in",
        "repair-is-cheap": "in",
        "money-is-needed-elsewhere": "in",
        "keep-the-clock:1": "out",
    }


def test_same_input_same_bytes(tmp_path: Path) -> None:
    written = [_written(tmp_path / seed, seed) for seed in ("0", "1")]
    assert written[0] == written[1]
    assert written[0]


def _written(folder: Path, seed: str) -> dict[str, bytes]:
    command = (sys.executable, "-m", "claimbook", "write", str(folder), str(TWIN))
    subprocess.run(command, check=True, env={**os.environ, "PYTHONHASHSEED": seed}, timeout=60)
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_it_says_of_where_and_whom_and_what_was_let_stand(twin_edition: Edition) -> None:
    made = json.loads(twin_edition.files[JSON])
    claim = next(claim for claim in made["claims"] if claim["id"] == "people-look-up")
    assert claim["scope"] == {"places": ["NO", "SE"], "period": "2019/2020", "people": "passers-by"}
    assert claim["accepted"] == {
        "objection-not-sought": "The letter asks only whether anybody looks."
    }
    assert claim["evidence"][0]["scope"] == {"places": [], "period": None, "people": None}

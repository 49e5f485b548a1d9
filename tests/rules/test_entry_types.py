"""What each type of entry needs, and which fields only some types have."""

from dataclasses import replace

import pytest

from claimbook.model import Argument, Source
from claimbook.rules.bibliography import required_field, unusable_entry_type
from claimbook.rules.entries import wrong_entry_type
from tests.making import argument, source, text

NEEDED = [
    ("article", "author title journal year"),
    ("book", "author title publisher year"),
    ("book", "editor title publisher year"),
    ("booklet", "title"),
    ("inbook", "author title booktitle publisher year"),
    ("incollection", "author title booktitle publisher year"),
    ("inproceedings", "author title booktitle year"),
    ("manual", "title"),
    ("mastersthesis", "author title school year"),
    ("misc", "title year"),
    ("misc", "title urldate"),
    ("online", "title year url"),
    ("online", "title urldate url"),
    ("phdthesis", "author title school year"),
    ("proceedings", "title year"),
    ("techreport", "author title institution year"),
    ("unpublished", "author title note"),
]
TYPES = {type_ for type_, _ in NEEDED}
TELLING = {
    "journal": {"article"},
    "booktitle": {"inbook", "incollection", "inproceedings"},
    "school": {"mastersthesis", "phdthesis"},
    "institution": {"techreport"},
}


def of(type_: str, *fields: str) -> Argument:
    made: Source = replace(source("a", **dict.fromkeys(fields, "it")), type=text(type_))
    return argument({}, sources=[made])


@pytest.mark.parametrize(("type_", "fields"), NEEDED)
def test_an_entry_needs_each_of_its_fields_and_no_other(type_: str, fields: str) -> None:
    names = fields.split()
    assert not [*required_field(of(type_, *names)), *unusable_entry_type(of(type_, *names))]
    for missing in names:
        (found,) = required_field(of(type_, *(name for name in names if name != missing)))
        assert missing in found.message.partition("lacks ")[2].strip("`").split("` or `")


@pytest.mark.parametrize("field", TELLING)
def test_a_field_of_some_types_is_told_of_in_all_others(field: str) -> None:
    told = {type_ for type_ in TYPES if [*wrong_entry_type(of(type_, field))]}
    assert told == TYPES - TELLING[field]

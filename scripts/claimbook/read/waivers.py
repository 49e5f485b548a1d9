"""Answers to warnings as they stand in one field: `rule-name: reason; rule-name: reason`."""

import re
from collections.abc import Iterator

from claimbook.model import Text, Waiver

_RULE = r"[a-z][a-z0-9-]*:"
_WAIVER = re.compile(rf"(?:^|;)\s*({_RULE})\s*(\S.*?)\s*(?=;\s*{_RULE}|$)", re.DOTALL)


def waivers_in(field: Text) -> Iterator[Waiver]:
    """The waivers in a field; what begins with no name of a rule belongs to the reason before."""
    for found in _WAIVER.finditer(field):
        rule = Text(found[1].removesuffix(":"), field.place_at(found.start(1)))
        yield Waiver(rule, Text(found[2].rstrip(";"), field.place_at(found.start(2))))

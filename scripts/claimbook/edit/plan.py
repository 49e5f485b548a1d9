"""In which order the keys of each sort of table stand, and where empty lines go."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from claimbook.edit.project import CLAIM_KEYS, EVIDENCE_KEYS, SECTION_KEYS
from claimbook.read.parts import ScopeShape, SearchShape, Shape, StepShape
from claimbook.read.shapes import MapShape


@dataclass(frozen=True)
class Plan:
    """The order of a table's keys, and the plans of what stands under some of them.

    Without an order the keys stay as they are. A list's items follow the plan of its key.
    `each` is the plan of every value, `apart` sets an empty line between the entries, `above`
    names a key with an empty line before it.
    """

    order: tuple[str, ...] = ()
    below: Mapping[str, "Plan"] = field(default_factory=dict)
    each: "Plan | None" = None
    apart: bool = False
    above: str = ""

    def of(self, key: str) -> "Plan":
        """The plan of a key's value."""
        return self.each or self.below.get(key, ANY)


def _keys(shape: type[Shape]) -> tuple[str, ...]:
    return tuple(shape.model_fields)


ANY: Final = Plan()
CLAIM: Final = Plan(
    CLAIM_KEYS,
    {
        "because": Plan(_keys(StepShape)),
        "evidence": Plan(EVIDENCE_KEYS),
        "scope": Plan(_keys(ScopeShape)),
        "searched": Plan(_keys(SearchShape)),
    },
)
SECTION: Final = Plan(SECTION_KEYS, {"claims": Plan(each=CLAIM, apart=True)}, above="claims")
MAP: Final = Plan(_keys(MapShape))

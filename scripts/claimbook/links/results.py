"""What was seen at each address."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from claimbook.links.states import State

FILE: Final = ".ci/links.json"
"""Where a project keeps its results."""


class Sight(StrEnum):
    """Whether words stand at a source; `not read` where its text could not be read whole."""

    FOUND = "found"
    NEAR = "near miss"
    MISSING = "missing"
    UNREAD = "not read"


@dataclass(frozen=True)
class Hop:
    """A redirect: the address that gave it, and its HTTP status."""

    address: str
    status: int


@dataclass(frozen=True)
class Words:
    """Words that were looked for at an address.

    `where` is the page of a PDF. `nearest` and `differs` belong to a near miss: what stands
    there instead, and each difference as `wanted → seen`.
    """

    text: str
    sight: Sight
    where: str = ""
    nearest: str = ""
    differs: tuple[str, ...] = ()


@dataclass(frozen=True)
class Result:
    """What was seen at an address: on which ISO date, since when alike, and after which hops.

    `final` is the address that answered where it is another one; `status` is HTTP's; `snapshot`
    is the hash that its words were compared with.
    """

    address: str
    state: State
    checked: str
    since: str = ""
    status: int | None = None
    final: str = ""
    hops: tuple[Hop, ...] = ()
    words: tuple[Words, ...] = ()
    note: str = ""
    snapshot: str = ""

    @property
    def moved_to(self) -> str:
        """The address at the end of the permanent redirects that come first; empty without one."""
        ends = [hop.address for hop in self.hops[1:]] + [self.final]
        target = ""
        for hop, end in zip(self.hops, ends, strict=False):
            if hop.status not in PERMANENT:
                break
            target = end
        return target


PERMANENT: Final = frozenset({301, 308})

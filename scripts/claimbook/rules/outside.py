"""What is not in the files: the day, and what became of works since."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import TypeAlias

from claimbook.model import Argument
from claimbook.read.retractions import Notice
from claimbook.rules.finding import Finding


@dataclass(frozen=True)
class Outside:
    """The day on which a check is made, where known, and notices on works by DOI."""

    today: date | None = None
    notices: Mapping[str, Notice] = field(default_factory=lambda: MappingProxyType({}))


OutsideRule: TypeAlias = Callable[[Argument, Outside], Iterator[Finding]]
"""A rule that the same files may keep today and break tomorrow."""

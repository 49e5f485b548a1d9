"""The file of results: read at the start, written again after every few results."""

import os
from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING, Final

from claimbook.lazy import Lazy
from claimbook.links.results import FILE, Result

if TYPE_CHECKING:
    from claimbook.links import records
else:
    records = Lazy("claimbook.links.records")

_EVERY: Final = 5  # results between two writes


class Store:
    """The results of a project. A run that is killed loses at most the last few."""

    def __init__(self, root: Path) -> None:
        self._path = root / FILE
        there = self._path.is_file()
        self.results = dict(records.from_text(self._path.read_bytes())) if there else {}
        self._unsaved = 0

    def record(self, result: Result) -> None:
        """Keep a result in the place of an earlier one of its address."""
        self.results[result.address] = result
        self._unsaved += 1
        if self._unsaved >= _EVERY:
            self.save()

    def forget_all_but(self, addresses: Collection[str]) -> None:
        """Drop the results of addresses that nobody needs any longer."""
        for address in self.results.keys() - set(addresses):
            del self.results[address]

    def save(self) -> None:
        """Write the file whole or not at all; a run that saw nothing begins none."""
        if not self.results and not self._path.exists():
            return
        self._path.parent.mkdir(exist_ok=True)
        fresh = self._path.with_suffix(".part")
        with fresh.open("w", encoding="utf-8", newline="\n") as file:
            file.write(records.to_text(self.results.values()))
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(self._path)
        self._unsaved = 0

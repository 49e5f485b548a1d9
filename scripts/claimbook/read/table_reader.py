"""Checked tables, read with what stands in for values that are absent or were cut out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from claimbook.model import Number, Text
from claimbook.problems import Place
from claimbook.read.tree import Flag, Row, Table, Tree


@dataclass(frozen=True)
class TableReader:
    """A table whose values are asked for by key and kind."""

    _table: Table

    @property
    def place(self) -> Place:
        """The place of the table."""
        return self._table.place

    def value(self, key: str) -> Tree | None:
        """Whatever stands there."""
        return self._table.value(key)

    def optional(self, key: str) -> Text | None:
        """The text there, if there is one."""
        value = self.value(key)
        return value if isinstance(value, Text) else None

    def text(self, key: str) -> Text:
        """The text there, or an empty one."""
        return self.optional(key) or Text("", self.place)

    def word(self, key: str, default: str) -> str:
        """The text there, or another."""
        return self.optional(key) or default

    def flag(self, key: str) -> bool:
        """Whether true stands there."""
        value = self.value(key)
        return isinstance(value, Flag) and value.value

    def texts(self, key: str) -> tuple[Text, ...]:
        """The texts of the list there."""
        return tuple(value for value in self.row(key) if isinstance(value, Text))

    def numbers(self, key: str) -> tuple[Number, ...]:
        """The number or numbers there."""
        values = (*self.row(key), self.value(key))
        return tuple(value for value in values if isinstance(value, Number))

    def numbered(self, key: str) -> Mapping[int, Text]:
        """The texts by number of the table there."""
        entries = self.table(key).items()
        return MappingProxyType(
            {k: v for k, v in entries if isinstance(k, Number) and isinstance(v, Text)}
        )

    def row(self, key: str) -> Sequence[Tree]:
        """The list there, or an empty one."""
        value = self.value(key)
        return value if isinstance(value, Row) else ()

    def table(self, key: str) -> Table:
        """The table there, or an empty one."""
        value = self.value(key)
        return value if isinstance(value, Table) else Table(self.place)

    def tables(self, key: str) -> Iterator["TableReader"]:
        """The tables of the list there."""
        return (TableReader(value) for value in self.row(key) if isinstance(value, Table))

"""Things made of parts of a whole, kept together with the parts that they were made of.

While a thing is made, every part of the whole at which its maker looks is noted. Another time the
thing is taken as it is where each of these parts is what it was: whatever else changed, its maker
would see the same and do the same. What of the whole is reached otherwise than through `Watched`
cannot be noted; so that is all that makers are given of it.
"""

import pickle
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, is_dataclass
from hashlib import blake2b
from io import BytesIO
from types import FunctionType, MappingProxyType, MethodType
from typing import Any, Final, NoReturn, TypeAlias

from claimbook.model import Claim, Section, Source, Text

Seen: TypeAlias = dict[str, None]
"""The ways to the parts that were looked at, in order.

A way is a line of signs, each with a name: `.` an attribute, `[` an entry, `?` whether there is
such an entry, `*` the list of all.
"""

_SIGN: Final = "\x1f"
_NOTHING: Final = b""
_LARGE: Final = frozenset({Claim, Section, Source})


class Watched:
    """Stands for a whole, or for a part of one of certain kinds, before those who look at it.

    Attributes of these kinds and mappings with names for keys are watched themselves, methods see
    what is watched, and every other attribute is noted as a part when it is looked at.
    """

    def __init__(self, value: object, kinds: tuple[type, ...], seen: Seen, way: str = "") -> None:
        self._watched = value, kinds, seen, way

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 -- whatever it stands for
        """The attribute of what this stands for; asked for where it is not yet known here."""
        whole, kinds, seen, way = self._watched
        if isinstance(method := getattr(type(whole), name, None), FunctionType):
            return MethodType(method, self)
        value, way = getattr(whole, name), f"{way}{_SIGN}.{name}"
        if isinstance(value, kinds):
            return self._known(name, Watched(value, kinds, seen, way))
        if isinstance(value, Mapping):
            return self._known(name, WatchedMapping(value, kinds, seen, way))
        if callable(value):  # a tool, such as a cache, that is no part of the whole
            return self._known(name, value)
        seen[way] = None
        return value

    def _known(self, name: str, value: object) -> object:
        self.__dict__[name] = value
        return value

    def __repr__(self) -> str:
        """Refused, as what is written down is looked at without a note."""
        _refuse()

    def __reduce__(self) -> NoReturn:
        """Refused, likewise."""
        _refuse()


class WatchedMapping(Mapping[str, Any]):
    """Stands for a mapping before those who look at it; notes each entry, and the list of keys."""

    def __init__(
        self, values: Mapping[str, Any], kinds: tuple[type, ...], seen: Seen, way: str
    ) -> None:
        self._values, self._kinds, self._seen, self._way = values, kinds, seen, way

    def __getitem__(self, key: str) -> Any:  # noqa: ANN401 -- whatever the mapping holds
        value = self._values.get(key)
        if isinstance(value, self._kinds) and not _is_odd(key):
            self._note("?", key)
            return Watched(value, self._kinds, self._seen, self._to("[", key))
        self._note("[", key)
        return self._values[key]

    def __contains__(self, key: object) -> bool:
        self._note("?", str(key))
        return key in self._values

    def __iter__(self) -> Iterator[str]:
        self._note("*")
        return iter(self._values)

    def __len__(self) -> int:
        self._note("*")
        return len(self._values)

    def _note(self, sign: str, key: str = "") -> None:
        self._seen[self._to(sign, key)] = None

    def _to(self, sign: str, key: str) -> str:
        """The way to an entry; to them all where its name would not be read again in a way."""
        return self._way if _is_odd(key) else f"{self._way}{_SIGN}{sign}{key}"

    def __repr__(self) -> str:
        """Refused: see `Watched`."""
        _refuse()

    def __reduce__(self) -> NoReturn:
        """Refused, likewise."""
        _refuse()


@dataclass(frozen=True)
class Prints:
    """Fingerprints of the parts of a whole, each worked out once."""

    whole: object
    known: dict[str, bytes] = field(default_factory=dict)
    large: dict[int, bytes] = field(default_factory=dict)  # of what stands in many parts, by id

    def of(self, ways: Iterable[str]) -> bytes:
        """The fingerprint of all parts to which these ways lead, and of the ways."""
        return _digest(b"".join(map(self._of, ways)))

    def of_value(self, value: object) -> bytes:
        """The same for equal values, for no others; what a value works out of itself is no part.

        Values that are looked at have to live as long as the whole does.
        """
        content = BytesIO()
        writer = _Writer(content, self._of_large)
        writer.dump(value)
        return _digest(content.getbuffer())

    def _of(self, way: str) -> bytes:
        if way not in self.known:
            self.known[way] = self.of_value((way, _ordered(_at(self.whole, way))))
        return self.known[way]

    def _of_large(self, value: object) -> bytes:
        if id(value) not in self.large:
            self.large[id(value)] = self.of_value(_parts(value))
        return self.large[id(value)]


class _Writer(pickle.Pickler):
    def __init__(self, content: BytesIO, large: Callable[[object], bytes]) -> None:
        super().__init__(content, protocol=5)
        self.fast = True  # without a memory, which would tell equal parts from one and the same
        self._large = large

    def reducer_override(self, value: Any) -> Any:  # noqa: ANN401 -- as inherited
        """How values of our own kinds are written: by their fields; pickle does the rest."""
        kind = type(value)
        if kind is Text:
            return Text, (str(value), *value.place, value.raw)
        if kind in _LARGE:
            return kind, (self._large(value),)
        if kind is MappingProxyType:
            return dict, (dict(value),)
        return (kind, _parts(value)) if is_dataclass(kind) else NotImplemented


def _digest(content: bytes | memoryview) -> bytes:
    return blake2b(content, digest_size=32).digest()


def _parts(value: Any) -> tuple[object, ...]:  # noqa: ANN401 -- a data class of any kind
    return tuple([_ordered(getattr(value, name)) for name in type(value).__dataclass_fields__])


def _ordered(value: object) -> object:
    """A value, a set as the list of its members: their order in it differs from run to run."""
    return sorted(value, key=repr) if isinstance(value, frozenset) else value


def _at(whole: object, way: str) -> object:
    """What a way leads to; nothing where there is none any more."""
    value: Any = whole
    for step in way.split(_SIGN)[1:]:
        sign, name = step[0], step[1:]
        if sign == "?":
            return name in value
        if sign == "*":
            return tuple(value)
        if sign == "[" and name not in value:
            return _NOTHING
        value = value[name] if sign == "[" else getattr(value, name)
    return value


def _is_odd(key: str) -> bool:
    return _SIGN in key or "\n" in key


def _refuse() -> NoReturn:
    raise TypeError("what is watched cannot be written down")

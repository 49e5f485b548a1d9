"""What was read of a file, kept as bytes for the next run.

Whoever can write where they are kept could make any reading of them, but run nothing: they name
no class but those of the argument.
"""

import copyreg
import pickle
from collections.abc import Callable, Mapping
from importlib import import_module
from io import BytesIO
from types import MappingProxyType
from typing import Any, TypeVar

from claimbook.cache import Keep
from claimbook.pickled import unpickled

T = TypeVar("T")

_ROOMS = ("claimbook.model.", "claimbook.problems", "claimbook.read.")


def kept(keep: Keep, key: str, kind: type[T], make: Callable[[], T]) -> T:
    """What is made of all that `key` names, of a `kind`; made anew where it is damaged."""
    made: list[T] = []

    def written() -> bytes:
        made.append(make())
        return _written(made[0])

    found = keep(key, written)
    return made[0] if made else unpickled(found, kind, _named) or make()


def frozen(values: dict[Any, Any]) -> Mapping[Any, Any]:
    """A mapping as the model holds it."""
    return MappingProxyType(values)


def _written(value: object) -> bytes:
    content = BytesIO()
    pickler = pickle.Pickler(content, protocol=5)
    pickler.dispatch_table = copyreg.dispatch_table | {MappingProxyType: _reduced}
    pickler.dump(value)
    return content.getvalue()


def _reduced(mapping: Mapping[Any, Any]) -> tuple[Callable[..., Any], tuple[dict[Any, Any]]]:
    return frozen, (dict(mapping),)


def _named(module: str, name: str) -> object:
    """A class of the argument, or what freezes its mappings."""
    found = getattr(import_module(module), name, None) if module.startswith(_ROOMS) else None
    own = isinstance(found, type) and found.__module__ == module
    return found if own or found is frozen else None

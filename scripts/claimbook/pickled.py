"""Values from bytes that others could have written: nothing that they name is run."""

import pickle
from collections.abc import Callable
from io import BytesIO
from typing import Any, TypeVar

T = TypeVar("T")

Named = Callable[[str, str], object]
"""What a name in a module stands for in such bytes; nothing where it is not to be named."""


def unpickled(content: bytes, kind: type[T], named: Named) -> T | None:
    """A value of a kind; none where the bytes are damaged, or name what is not to be named."""
    try:
        found = _Reader(content, named).load()
    except Exception:  # noqa: BLE001 -- bytes that are damaged can raise anything
        return None
    return found if isinstance(found, kind) else None


class _Reader(pickle.Unpickler):
    def __init__(self, content: bytes, named: Named) -> None:
        super().__init__(BytesIO(content))
        self._named = named

    def find_class(self, module: str, name: str) -> Any:  # noqa: ANN401 -- as inherited
        if found := self._named(module, name):
            return found
        raise pickle.UnpicklingError(f"{module}.{name} is not to be named here")

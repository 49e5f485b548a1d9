"""Modules that are loaded when something of them is first asked for.

They bring libraries along that take longer to load than the rest of a command to run, and many
runs ask for none of them: what was read before need not be parsed.
"""

from importlib import import_module
from typing import Any


class Lazy:
    """Stands for a module until then; what types it has is told under `TYPE_CHECKING`."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 -- whatever the module holds
        return getattr(import_module(self._name), name)

"""Elements of SVG as text: what is put into them as text or value stays that."""

import re
from collections.abc import Mapping
from typing import Final

_SPECIAL: Final = re.compile('[&<>"\r\n\t]')


def element(name: str, attributes: Mapping[str, str], *inside: str) -> str:
    """An element with the elements and texts inside it, which `text` has made safe."""
    values = "".join([f' {key}="{_value(value)}"' for key, value in attributes.items()])
    content = "".join(inside)
    return f"<{name}{values}>{content}</{name}>" if content else f"<{name}{values} />"


def text(plain: str) -> str:
    """A text as it stands between tags."""
    return plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _value(plain: str) -> str:
    if not _SPECIAL.search(plain):  # as most are
        return plain
    safe = text(plain).replace('"', "&quot;")
    return safe.replace("\r", "&#13;").replace("\n", "&#10;").replace("\t", "&#09;")

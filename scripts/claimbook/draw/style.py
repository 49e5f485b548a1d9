"""The stylesheet of a map for a file that stands alone."""

import re
from functools import cache, partial
from xml.sax.saxutils import escape

_VARIABLE = re.compile(r"(--[\w-]+):\s*light-dark\(([^,()]+),([^,()]+)\);")
_USE = re.compile(r"var\((--[\w-]+)\)")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def palette(css: str) -> dict[str, tuple[str, str]]:
    """The light and the dark value of each colour that a stylesheet names with `light-dark()`."""
    return {name: (light.strip(), dark.strip()) for name, light, dark in _VARIABLE.findall(css)}


def standalone(svg: str, css: str) -> str:
    """An SVG that carries the stylesheet: light by default, dark where the reader prefers it.

    Colours stand in it as such: programs other than browsers know no variables.
    """
    head, end, body = svg.partition(">")
    return f"{head}{end}<style>{_sheet(css)}</style>{body}"


@cache
def _sheet(css: str) -> str:
    rules = _VARIABLE.sub("", _COMMENT.sub("", css))
    light, dark = (_resolved(rules, palette(css), scheme) for scheme in (0, 1))
    return escape(f"{light}@media (prefers-color-scheme: dark) {{{dark}}}")


def _resolved(rules: str, colours: dict[str, tuple[str, str]], scheme: int) -> str:
    return _USE.sub(partial(_value, colours, scheme), rules)


def _value(colours: dict[str, tuple[str, str]], scheme: int, use: re.Match[str]) -> str:
    return colours[use[1]][scheme] if use[1] in colours else use[0]

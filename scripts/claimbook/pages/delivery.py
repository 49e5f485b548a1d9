"""How the site's own scripts travel to readers."""

import re
from typing import Final

_COMMENTS: Final = ("//", "/*", "*")
_ASIDE: Final = re.compile(r" +// .*")
_TEXT: Final = re.compile("(\"[^\"]*\"|'[^']*')")
_AIR: Final = re.compile(r" ?([{}(),;:=?&|<>]) ?")


def bare(script: str) -> str:
    r"""A script without indentation, comments and the air around signs.

    Lines are kept as lines: no text in the scripts runs over several, or holds ` // `. Those that
    hold a ` or a \ are kept to the letter, since signs may mean something else in them.
    """
    lines = (_ASIDE.sub("", line).strip() for line in script.splitlines())
    kept = (line for line in lines if line and not line.startswith(_COMMENTS))
    return "".join(f"{_without_air(line)}\n" for line in kept)


def _without_air(line: str) -> str:
    if "`" in line or "\\" in line:
        return line
    parts = enumerate(_TEXT.split(line))
    return "".join(part if i % 2 else _AIR.sub(r"\1", part) for i, part in parts)

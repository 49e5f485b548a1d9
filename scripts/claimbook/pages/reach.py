"""What is wider than a screen on a hand-written page, in reach of a keyboard without a script."""

import re
from typing import Final

_SECTIONS: Final = re.compile(r"(?=<h[1-6]\b)")
_HEADING: Final = re.compile(r'<h[1-6][^>]* id="([^"]+)"')
_TABLE: Final = re.compile(r"<table>((?:(?!<table\b).)*?)</table>", re.DOTALL)
_CODE: Final = re.compile(r"(<pre\b[^>]*>(?:<span></span>)?<code\b)(?![^>]* tabindex=)")


def in_reach(html: str) -> str:
    """A page whose tables and code take the focus, so that arrow keys scroll them."""
    return "".join(map(_reached, _SECTIONS.split(html)))


def _reached(section: str) -> str:
    """A section of which each table has a frame that scrolls, named by the heading above.

    The table has a class, since Material's script frames those without; a table that is moved
    into a frame while somebody is in it loses the focus.
    """
    heading = _HEADING.match(section)
    name = f' aria-labelledby="{heading[1]}"' if heading else ""
    frame = f'<div class="cb-wide" role="group" tabindex="0"{name}><table class="cb-table">'
    return _CODE.sub(r'\1 tabindex="0"', _TABLE.sub(rf"{frame}\1</table></div>", section))

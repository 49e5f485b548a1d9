"""What a page may run and load, told to browsers: a Content-Security-Policy.

Scripts come from the site itself. Of those inside a page only the theme's own may run, known by
their hashes; whatever strangers wrote is none of them, even if it got through all else.
"""

import re
from base64 import b64encode
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from typing import Final

_SCRIPT: Final = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_FILLED_IN: Final = re.compile(r"\{\{.*?\}\}", re.DOTALL)
_CHARSET: Final = '<meta charset="utf-8">'
_ELSEWHERE: Final = (
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
    "object-src 'none'; base-uri 'none'; form-action 'self'"
)
_HEADERS: Final = (
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("X-Frame-Options", "SAMEORIGIN"),
)


class Theme:
    """The scripts that stand in the templates of a theme; `{{ … }}` in them is an address."""

    def __init__(self, templates: Iterable[str]) -> None:
        scripts = {script for text in templates for script in _SCRIPT.findall(text)}
        forms = (map(re.escape, _FILLED_IN.split(script)) for script in sorted(scripts))
        self._own = re.compile("|".join(r"[\w./:-]*".join(form) for form in forms))
        self._seen: set[str] = set()

    @property
    def seen(self) -> tuple[str, ...]:
        """The hashes of the theme's own scripts on all pages guarded so far, sorted."""
        return tuple(sorted(self._seen))

    def hashes(self, html: str) -> tuple[str, ...]:
        """The hashes of those scripts of a page that are the theme's own, sorted."""
        found = {script for script in _SCRIPT.findall(html) if self._own.fullmatch(script)}
        return tuple(sorted(map(_hash, found)))

    def guarded(self, html: str) -> str:
        """A page with its policy, which stands before everything that it is about."""
        told = f'{_CHARSET}<meta http-equiv="Content-Security-Policy" content="{{}}">'
        own = self.hashes(html)
        self._seen.update(own)
        return html.replace(_CHARSET, told.format(policy(own)), 1)


def policy(hashes: Iterable[str]) -> str:
    """The policy that lets scripts with these hashes run, and those of the site's own files."""
    return " ".join((f"{_ELSEWHERE}; script-src 'self'", *hashes))


def headers(hashes: Iterable[str]) -> str:
    """The policy of a whole site as a `_headers` file, as Netlify and Cloudflare Pages read it."""
    told = (("Content-Security-Policy", f"{policy(hashes)}; frame-ancestors 'self'"), *_HEADERS)
    return "".join(["/*\n", *(f"  {name}: {value}\n" for name, value in told)])


@cache
def _hash(script: str) -> str:
    return f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'"

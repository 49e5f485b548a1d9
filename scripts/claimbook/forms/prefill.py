"""Addresses of forms in which what is known is filled in already."""

from collections.abc import Mapping
from typing import Final
from urllib.parse import quote, urlencode

from claimbook.forms.body import written
from claimbook.forms.kinds import ADD_SOURCE, FIX_WORDING, Form
from claimbook.forms.spots import CUT, Spot

LONGEST: Final = 6000  # characters of an address that browsers, hosts and proxies all take
QUOTED: Final = 160  # characters of a text that are enough to know it again


def address(pattern: str, form: Form, spot: Spot, part: str = "") -> str:
    """The address of a form about a spot; `part` is the text of it to be put in other words.

    `pattern` is the host's address of new issues, with `{form}`, `{title}`, and `{fields}` (a
    query with the answers) or `{body}` (the form as text, for hosts without forms) in it.
    """
    known = _known(form, spot, part)
    full = _filled(pattern, form, spot, known)
    if len(full) <= LONGEST:
        return full
    return _filled(pattern, form, spot, {**known, "text": ""})


def _known(form: Form, spot: Spot, part: str) -> dict[str, str]:
    if form is FIX_WORDING:
        part = part or next(iter(spot.texts))
        text = spot.texts[part]
        return {"about": spot.name, "part": part, "current": _begun(text), "text": text}
    if form is ADD_SOURCE and spot.source:
        return {"source": spot.name}
    return {"about": spot.name, "current": _begun(spot.says)}


def _begun(text: str) -> str:
    """A text, or its beginning, cut between words."""
    line = " ".join(text.split())
    return line if len(line) <= QUOTED else f"{line[:QUOTED].rsplit(' ', 1)[0]}{CUT}"


def _filled(pattern: str, form: Form, spot: Spot, known: Mapping[str, str]) -> str:
    fields = {name: text for name, text in known.items() if text}
    return pattern.format(
        form=form.name,
        title=quote(f"{form.title}: {spot.name}", safe=""),
        fields=urlencode(fields, quote_via=quote) if "{fields}" in pattern else "",
        body=quote(written(form, known), safe="") if "{body}" in pattern else "",
    )

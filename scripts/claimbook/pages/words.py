"""The words that readers see for the terms of the model."""

from collections.abc import Iterable, Mapping
from typing import Final

from babel import Locale

from claimbook.model import Bearing, Claim, Kind, Scope, Voice
from claimbook.reason.status import Value
from claimbook.reason.weight import Weight

MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
VOICES: Final[Mapping[Voice, str]] = {
    Voice.ARTICLE: "The article",
    Voice.OPPONENT: "Opponents",
    Voice.EDITOR: "The editors",
}
SIDES: Final[Mapping[Bearing, str]] = {
    Bearing.SUPPORTS: "for",
    Bearing.OPPOSES: "against",
    Bearing.QUALIFIES: "qualifying",
    Bearing.CONTEXT: "for context",
}

STANDINGS: Final[Mapping[Value, str]] = {
    Value.IN: "stands",
    Value.OUT: "answered",
    Value.UNDECIDED: "in dispute",
}


def kind(value: Kind) -> str:
    """A kind of claim with its article: `an empirical claim`."""
    article = "an" if value[0] in "aeiou" else "a"
    return f"{article} {value} claim"


def paragraphs(claim: Claim) -> str:
    """Where a claim stands in its section: `¶2` or `¶2, 3`."""
    numbers = ", ".join(map(str, claim.paragraphs))
    return f"¶{numbers}" if numbers else ""


def weight(value: Weight) -> str:
    """What the sources say, in one line: `4 sources for, 2 against · 3 independent origins`."""
    counted = [(value.counts[bearing], SIDES[bearing]) for bearing in Bearing]
    parts = [f"{count} {side}" for count, side in counted if count]
    if not parts:
        return "no source yet"
    first, *rest = parts
    number, _, side = first.partition(" ")
    line = ", ".join([f"{number} {plural('source', int(number))} {side}", *rest])
    if not value.origins:
        return line
    return f"{line} · {value.origins} {plural('independent origin', value.origins)}"


def places(codes: Iterable[str]) -> str:
    """Places by the names that go with their ISO 3166 codes: `Norway, Sweden`."""
    return ", ".join(_place(code) for code in codes)


def slug(text: str) -> str:
    """Words as a part of an address or a class: `open challenge` becomes `open-challenge`."""
    return text.casefold().replace(" ", "-").replace("'", "")


def plural(word: str, count: int) -> str:
    """The word as it stands after a number."""
    return word if count == 1 else f"{word}s"


def date(iso: str) -> str:
    """An ISO date as people write it: `3 February 2025`; anything else stays as it is."""
    match [int(part) if part.isdigit() else 0 for part in iso.split("-")]:
        case [year, month, day] if 1 <= month <= len(MONTHS) and day:
            return f"{day} {MONTHS[month - 1]} {year}"
    return iso


def short_date(iso: str) -> str:
    """An ISO date with the month in three letters: `3 Feb 2025`."""
    words_ = date(iso).split(" ")
    return " ".join(word[:3] if word in MONTHS else word for word in words_)


def scope(value: Scope) -> str:
    """Where, when and of whom: `Sweden, Norway; 1999 to 2019; sex workers`."""
    named = places(value.places), period(value.period or ""), value.people or ""
    return "; ".join(filter(None, named))


def period(edtf: str) -> str:
    """A period as people write it: `1999 to 2019`, `2018 on`, `up to 2005`."""
    start, slash, end = edtf.partition("/")
    if not slash or start == end:
        return start
    if end == "..":
        return f"{start} on"
    return f"up to {end}" if start == ".." else f"{start} to {end}"


def _place(code: str) -> str:
    country, _, subdivision = code.partition("-")
    name = str(Locale("en").territories.get(country, country))
    return f"{name} ({code})" if subdivision else name

"""References in the style of the American Psychological Association, 7th edition (2020)."""

from collections.abc import Sequence
from itertools import chain
from typing import Final

from claimbook.exchange.line import (
    Line,
    closed,
    double_quotes,
    italic,
    listed,
    roman,
    sentences,
    spaced,
)
from claimbook.exchange.titles import ordinal, title_case
from claimbook.exchange.work import MONTHS, Work
from claimbook.model import Person

_PARTS: Final = frozenset({"article-journal", "chapter", "paper-conference"})
_MOST_AUTHORS: Final = 20


def apa(work: Work) -> Line:
    """The reference to a work; a part that was not confirmed is said to be so."""
    who, when, what = _who(work), roman(f"({_when(work)})"), _what(work)
    head = (spaced(who, when), what) if who else (spaced(closed(what), when),)
    return spaced(
        sentences(*head, _container(work), _publisher(work)),
        roman(_address(work)),
        roman(_unconfirmed(work)),
    )


def _who(work: Work) -> Line:
    names = _names([_inverted(person) for person in work.authors or work.editors])
    if names and not work.authors:
        return roman(f"{names} ({_editors(work)}).")
    return roman(names if not names or names.endswith(".") else f"{names}.")


def _names(names: Sequence[str]) -> str:
    if len(names) > _MOST_AUTHORS:
        return f"{', '.join(names[: _MOST_AUTHORS - 1])}, … {names[-1]}"
    if len(names) <= 1:
        return "".join(names)
    return f"{', '.join(names[:-1])}, & {names[-1]}"


def _inverted(person: Person) -> str:
    return ", ".join(filter(None, (person.family, _initials(person))))


def _initials(person: Person) -> str:
    names = (name.split("-") for name in person.given.split())
    return " ".join("-".join(f"{part[0]}." for part in name if part) for name in names)


def _editors(work: Work) -> str:
    return "Ed." if len(work.editors) == 1 else "Eds."


def _when(work: Work) -> str:
    if work.undated:
        return "n.d."
    month = work.month if work.type == "webpage" else ""
    return ", ".join(filter(None, (work.year, month))) or "year not confirmed"


def _what(work: Work) -> Line:
    title = double_quotes(work.title) or "[title not confirmed]"
    set_ = roman if work.type in _PARTS else italic
    return spaced(set_(title), roman(_description(work)))


def _description(work: Work) -> str:
    """What follows a title: edition, or genre and number, or the kind of manuscript."""
    if work.type == "manuscript":
        return "[Unpublished manuscript]"
    number = f"No. {work.number}" if work.number.isdigit() else work.number
    if work.genre and not number:
        return f"[{work.genre}]"
    edition = f"{ordinal(work.edition)} ed." if work.edition else ""
    words = " ".join(filter(None, (title_case(work.genre), number)))
    return f"({'; '.join(filter(None, (edition, words)))})" if edition or words else ""


def _container(work: Work) -> Line:
    name = italic(double_quotes(work.container))
    match work.type:
        case "chapter":
            pages = f"(pp. {work.pages})" if work.pages else ""
            return spaced(roman("In"), listed(_book_editors(work), name), roman(pages))
        case "article-journal" | "paper-conference":
            return listed(name, _issue(work), roman(work.pages))
    return roman(double_quotes(work.container))


def _book_editors(work: Work) -> Line:
    names = [f"{_initials(person)} {person.family}".strip() for person in work.editors]
    both = " & ".join(names) if len(names) <= 2 else _names(names)  # noqa: PLR2004 -- no comma in a pair
    return roman(f"{both} ({_editors(work)})" if names else "")


def _issue(work: Work) -> Line:
    return tuple(chain(italic(work.volume), roman(f"({work.issue})" if work.issue else "")))


def _publisher(work: Work) -> Line:
    """Who published it; an author who did so is not named twice (section 9.29 of the manual)."""
    by_author = [work.publisher] == [person.family for person in work.authors]
    return roman("" if by_author or work.type in _PARTS - {"chapter"} else work.publisher)


def _address(work: Work) -> str:
    if not (work.undated and work.accessed[2:] and work.address):
        return work.address
    year, month, day = work.accessed
    return f"Retrieved {MONTHS[month - 1]} {day}, {year}, from {work.address}"


def _unconfirmed(work: Work) -> str:
    names = [name for name in work.unconfirmed if name not in {"title", "year"}]
    return f"[{', '.join(names)} not confirmed]" if names else ""

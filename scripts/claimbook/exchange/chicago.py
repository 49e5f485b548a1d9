"""References in the author-date style of the Chicago Manual of Style, 18th edition (2024)."""

from collections.abc import Sequence
from typing import Final

from claimbook.exchange.line import (
    Line,
    Run,
    closed,
    double_quotes,
    in_quotes,
    italic,
    listed,
    roman,
    sentences,
    spaced,
)
from claimbook.exchange.titles import ordinal, title_case
from claimbook.exchange.work import MONTHS, Work
from claimbook.model import Person

_WHOLE: Final = frozenset({"book", "pamphlet", "report"})
_MOST_AUTHORS: Final = 6
_NAMED: Final = 3


def chicago(work: Work) -> Line:
    """The reference to a work; a part that was not confirmed is said to be so."""
    who, when, what = _who(work), roman(_when(work)), _what(work)
    return spaced(
        sentences(*((who, when, what) if who else (what, when))),
        sentences(roman(_edition(work)), _container(work), roman(_publisher(work))),
        sentences(roman(_accessed(work)), roman(work.address)),
        roman(_unconfirmed(work)),
    )


def _who(work: Work) -> Line:
    people = work.authors or work.editors
    names = [_inverted(people[0]), *map(_natural, people[1:])] if people else []
    if len(names) > _MOST_AUTHORS:
        named = f"{', '.join(names[:_NAMED])}, et al."
    else:
        named = _series(names, ", and ")
    if work.authors or not named:
        return roman(named)
    return roman(f"{named}, {'ed.' if len(people) == 1 else 'eds.'}")


def _inverted(person: Person) -> str:
    return ", ".join(filter(None, (person.family, person.given)))


def _natural(person: Person) -> str:
    return f"{person.given} {person.family}".strip()


def _series(names: Sequence[str], last: str) -> str:
    return last.join(filter(None, (", ".join(names[:-1]), names[-1]))) if names else ""


def _when(work: Work) -> str:
    return "n.d." if work.undated else work.year or "[year not confirmed]"


def _what(work: Work) -> Line:
    title = _cased(work, work.title) or "[title not confirmed]"
    if work.type in _WHOLE:
        return italic(double_quotes(title))
    return closed(roman(in_quotes(title)))


def _cased(work: Work, title: str) -> str:
    """The title in headline style where it is English, as it is said to be or may be."""
    return title if work.language[:2] not in {"", "en"} else title_case(title)


def _edition(work: Work) -> str:
    """The edition of a book, the genre and number of a report."""
    if work.type in {"thesis", "manuscript"}:
        return ""
    number = f"No. {work.number}" if work.number.isdigit() else work.number
    words = " ".join(filter(None, (_cased(work, work.genre), number)))
    return words or (f"{ordinal(work.edition)} ed." if work.edition else "")


def _container(work: Work) -> Line:
    container = _cased(work, double_quotes(work.container))
    name = italic(container)
    match work.type:
        case "chapter":
            editors = _series([_natural(person) for person in work.editors], _and(work.editors))
            by = f"edited by {editors}" if editors else ""
            return listed(spaced(roman("In"), name), roman(by))
        case "article-journal" | "paper-conference":
            return _in_journal(work, name)
    return roman(container)


def _and(people: Sequence[Person]) -> str:
    return " and " if len(people) == 2 else ", and "  # noqa: PLR2004 -- no comma in a pair


def _in_journal(work: Work, name: Line) -> Line:
    """`*Journal* 14 (5): 580–92`, or what there is of it."""
    pages = _shortened(work.pages)
    month = f" ({work.month})" if work.month else ""
    if work.volume:
        issue = f" ({work.issue})" if work.issue else ""
        where = spaced(name, roman(f"{work.volume}{issue}"))
    elif work.issue:
        where = listed(name, roman(f"no. {work.issue}{month}"))
    else:
        return listed(name, roman(work.month), roman(pages))
    return (*where, Run(f": {pages}")) if pages else where


def _shortened(pages: str) -> str:
    """A range of pages without the digits that repeat: `580–92`, but `101–8` and `100–104`."""
    first, dash, last = pages.partition("–")
    if not (first.isdigit() and last.isdigit()) or len(first) != len(last):
        return pages
    if len(first) < len("100") or first.endswith("00"):
        return pages
    same = next(
        (at for at, pair in enumerate(zip(first, last, strict=True)) if pair[0] != pair[1]), 0
    )
    kept = 1 if first[-2] == "0" and same == len(first) - 1 else 2
    return f"{first}{dash}{last[min(same, len(last) - kept) :]}"


def _publisher(work: Work) -> str:
    match work.type:
        case "thesis":
            return ", ".join(filter(None, (work.genre, work.publisher)))
        case "manuscript":
            return "Unpublished manuscript"
        case "article-journal" | "paper-conference":
            return ""
        case "webpage" if work.month and work.month not in work.publisher:
            return ", ".join(filter(None, (work.publisher, work.month)))
    return work.publisher


def _accessed(work: Work) -> str:
    if not (work.undated and work.accessed[2:] and work.address):
        return ""
    year, month, day = work.accessed
    return f"Accessed {MONTHS[month - 1]} {day}, {year}"


def _unconfirmed(work: Work) -> str:
    names = [name for name in work.unconfirmed if name not in {"title", "year"}]
    return f"[{', '.join(names)} not confirmed]" if names else ""

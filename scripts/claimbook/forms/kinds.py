"""The forms: which questions each asks, in which order. Hosts show them, `claimbook` reads them."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from claimbook.model import Bearing, EvidenceType, Kind, Reading

LONGEST: Final = 65_536  # characters of a whole form, as many as GitHub takes


@dataclass(frozen=True)
class Question:
    """A question of a form: its id in addresses, and the heading under which the answer stands.

    `longest` is in characters, `choices` are the only answers where there are any. Lines matter
    in an answer that is `prose`.
    """

    id: str
    label: str
    required: bool = False
    longest: int = 300
    choices: Collection[str] = ()
    prose: bool = False


@dataclass(frozen=True)
class Form:
    """A form by the name of its template, with what it is for and its questions in order."""

    name: str
    title: str
    questions: tuple[Question, ...]


def _choices(names: type[Kind] | type[Bearing] | type[Reading] | type[EvidenceType]) -> list[str]:
    return [str(name) for name in names]


_ABOUT = Question("about", "What it is about", required=True, longest=120)
_CURRENT = Question("current", "What stands there now", longest=6000)
_WHY = Question("why", "Why", longest=6000, prose=True)
_INTEREST = Question("interest", "Your interest in the matter", longest=1000, prose=True)

DISPUTE: Final = Form(
    "dispute",
    "Dispute",
    (
        _ABOUT,
        _CURRENT,
        Question("objection", "Your objection in one sentence", required=True, longest=400),
        Question("short", "The objection in a few words", longest=60),
        Question("kind", "What sort of statement that is", required=True, choices=_choices(Kind)),
        _WHY,
        _INTEREST,
    ),
)
ADD_SOURCE: Final = Form(
    "add-source",
    "Add a source",
    (
        _ABOUT,
        _CURRENT,
        Question("source", "Key of the source", longest=80),
        Question("title", "Title of the source"),
        Question("author", "Authors", longest=600),
        Question("year", "Year", longest=4),
        Question("container", "Journal, publisher or site"),
        Question("link", "DOI or address", longest=500),
        Question("type", "Type of evidence", choices=_choices(EvidenceType)),
        Question("bearing", "How it bears on the claim", required=True, choices=_choices(Bearing)),
        Question("finding", "What it found", required=True, longest=1200),
        Question("locator", "Where in the source"),
        Question("limits", "What it cannot show", longest=600),
        Question("read", "How far you read it", required=True, choices=_choices(Reading)),
        _WHY,
        _INTEREST,
    ),
)
FIX_WORDING: Final = Form(
    "fix-wording",
    "Fix wording",
    (
        _ABOUT,
        Question("part", "Which text of it", longest=40),
        _CURRENT,
        Question("text", "The text as it should be", required=True, longest=6000, prose=True),
        _WHY,
        _INTEREST,
    ),
)
FORMS: Final = (DISPUTE, ADD_SOURCE, FIX_WORDING)

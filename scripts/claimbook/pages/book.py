"""Everything that a page may show: the argument and what follows from it, worked out once."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType

from claimbook.cache import Keep, anew
from claimbook.draw import Map, Node, whole
from claimbook.exchange import work
from claimbook.exchange.chronicle import Event, History
from claimbook.exchange.work import Work
from claimbook.links.results import Result
from claimbook.model import Argument, Evidence, Source
from claimbook.pages import address
from claimbook.pages.debts import DebtView, debt_views
from claimbook.pages.glossary import Term, glossary
from claimbook.pages.leads import silent
from claimbook.pages.reference import labels
from claimbook.pages.told import Told, by_claim, today
from claimbook.reason.challenges import Challenge, challenges
from claimbook.reason.coverage import Paragraph, coverage
from claimbook.reason.debt import Moment, debt_by_section
from claimbook.reason.gaps import Gaps, gaps
from claimbook.reason.graph import Graph
from claimbook.reason.impact import Impact, ranked
from claimbook.reason.verdict import Verdict, verdicts


@dataclass(frozen=True)
class Settings:
    """What depends on the site, not on the argument.

    `edit` is the address at which a file of the repository can be edited, with `{file}` and
    `{line}` in it, `issue` that of a new issue as `forms.address` fills it in, `site` the address
    at which the pages stand, which ends with a slash, and `author` who answers for them; each is
    empty where there is none.
    """

    edit: str = ""
    site: str = ""
    author: str = ""
    issue: str = ""


@dataclass(frozen=True)
class Record:
    """What was seen of an argument: at its addresses, of its debt in time, and what changed."""

    results: Mapping[str, Result] = field(default_factory=lambda: MappingProxyType({}))
    moments: tuple[Moment, ...] = ()
    history: History = field(default_factory=lambda: History(missing="nobody asked for it"))


@dataclass(frozen=True)
class Book:
    """An argument with its verdicts, links, coverage and gaps.

    `keep` gives what was made before from the same things, which its first argument names.
    """

    argument: Argument
    settings: Settings = Settings()
    record: Record = Record()
    keep: Keep = anew

    @cached_property
    def graph(self) -> Graph:
        """The links of the argument in both directions."""
        return Graph(self.argument)

    @cached_property
    def verdicts(self) -> Mapping[str, Verdict]:
        """The verdict on every claim and step."""
        return verdicts(self.argument)

    @cached_property
    def map(self) -> Map:
        """The map of everything, or of the main claims of a large argument."""
        return whole(self.graph)

    @cached_property
    def mapped(self) -> Mapping[str, Node]:
        """What stands on that map, by its id."""
        return self.map.by_id

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Every paragraph of the annotated text with the claims it makes."""
        return coverage(self.argument)

    @cached_property
    def challenges(self) -> tuple[Challenge, ...]:
        """Every attack of the map."""
        return challenges(self.argument, self.verdicts)

    @cached_property
    def gaps(self) -> Gaps:
        """The claims whose evidence is thin."""
        return gaps(self.argument, silent(self.argument, self.record.results))

    @cached_property
    def by_hand(self) -> frozenset[str]:
        """The paths of the hand-written pages; a `README.md` stands at the head of its folder."""
        return frozenset(address.by_hand(document.file) for document in self.argument.documents)

    @cached_property
    def debts(self) -> Mapping[str, DebtView]:
        """What each section owes by its id, and the whole under an empty name."""
        return debt_views(debt_by_section(self.argument, self.gaps), self.record.moments)

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """What changed, the newest first, under the names of today."""
        return tuple(today(self.record.history, self.argument, self.labels))

    @cached_property
    def told(self) -> Mapping[str, tuple[Told, ...]]:
        """What changed in each claim, the newest first."""
        return by_claim(self.events)

    @cached_property
    def impacts(self) -> Mapping[str, Impact]:
        """What hangs on each source that bears on a claim, the greatest impact first."""
        return {impact.source: impact for impact in ranked(self.argument)}

    @cached_property
    def labels(self) -> Mapping[str, str]:
        """The author-date label of every source by its key."""
        return labels(self.argument.sources.values())

    @cached_property
    def works(self) -> Mapping[str, Work]:
        """Every source as a work that can be cited, by its key."""
        return {key: work.of_source(source) for key, source in self.argument.sources.items()}

    @cached_property
    def findings(self) -> Mapping[str, tuple[tuple[str, Evidence], ...]]:
        """For each source what it was found to say, with the claim on which that bears."""
        found: dict[str, list[tuple[str, Evidence]]] = {key: [] for key in self.argument.sources}
        for claim, piece in self.argument.evidence():
            found.setdefault(piece.source, []).append((claim.id, piece))
        return {key: tuple(pieces) for key, pieces in found.items()}

    @cached_property
    def terms(self) -> Mapping[str, Term]:
        """The words that the glossary explains, by id."""
        return glossary(self.argument)

    @cached_property
    def sources(self) -> tuple[Source, ...]:
        """Every source by the order of its label."""
        by_label = self.argument.sources.values()
        return tuple(sorted(by_label, key=lambda s: (self.labels[s.key].casefold(), s.key)))

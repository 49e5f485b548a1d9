"""How a report names claims and sources of two states."""

from collections.abc import Mapping
from dataclasses import dataclass

from claimbook.exchange.difference.report import Sort, Span
from claimbook.model import Argument, Claim


@dataclass(frozen=True)
class Names:
    """Both states, the earlier one under its later names, and each source's short label."""

    before: Argument
    after: Argument
    labels: Mapping[str, str]

    def claim(self, id_: str) -> Span:
        """A claim by its label in quotation marks; by its bare id where no state has it."""
        known = self.after.claims.get(id_) or self.before.claims.get(id_)
        return Span(quoted(known) if known else id_, Sort.CLAIM, id_)

    def source(self, key: str) -> Span:
        """A source by its short label; by its bare key where no state has it."""
        return Span(self.labels.get(key, key), Sort.SOURCE, key)

    def section(self, id_: str) -> str:
        """A section by its title."""
        sections = (*self.after.sections, *self.before.sections)
        return next((str(s.title) for s in sections if s.id == id_), id_)


def quoted(claim: Claim) -> str:
    """A claim's label in quotation marks."""
    return f"‘{claim.label.rstrip('.')}’"


def listed(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Spans with commas between them."""
    commas = (Span(", "),) * len(spans)
    return tuple(span for pair in zip(spans, commas, strict=True) for span in pair)[:-1]

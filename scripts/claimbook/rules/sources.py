"""What is cited and what stands in the bibliography are the same."""

from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from claimbook.model import Argument
from claimbook.problems import Change, Place, did_you_mean, only_near
from claimbook.prose import citations
from claimbook.rules.finding import Finding, all_claims


def unknown_source(argument: Argument) -> Iterator[Finding]:
    """Every source that is cited anywhere is in the bibliography."""
    for cited in _cited(argument):
        if cited.key and cited.key not in argument.sources:
            hint = did_you_mean(cited.key, argument.sources) or "enter it in references.bib"
            near = only_near(cited.key, argument.sources)
            fix = (Change(cited.place, cited.key, near),) if near else ()
            yield Finding(cited.place, f"there is no source `{cited.key}`", hint, fix=fix)


def source_never_cited(argument: Argument) -> Iterator[Finding]:
    """Every source of the bibliography is cited somewhere."""
    cited = {cited.key for cited in _cited(argument)}
    if not argument.claims or not cited <= argument.sources.keys():
        return
    for source in argument.sources.values():
        if source.key not in cited:
            hint = "cite it as evidence or as `[@key]`, or take it out"
            message = f"`{source.key}` is cited nowhere"
            yield Finding(source.place, message, hint, source)


class _Cited(NamedTuple):
    key: str
    place: Place


def _cited(argument: Argument) -> Iterator[_Cited]:
    yield _Cited(argument.text, argument.text.place)
    for claim in all_claims(argument):
        yield from (_Cited(piece.source, piece.source.place) for piece in claim.evidence)
    yield from _listed(argument)
    answers = (w.reason for source in argument.sources.values() for w in source.waivers)
    pages = (document.text for document in argument.documents)
    for text in chain(argument.texts, answers, pages):
        yield from (_Cited(citation.key, citation.place) for citation in citations(text))


def _listed(argument: Argument) -> Iterator[_Cited]:
    """The works which entries of the bibliography list in their field `cites`."""
    for source in argument.sources.values():
        if field := source.fields.get("cites"):
            for key in filter(None, map(str.strip, field.split(","))):
                yield _Cited(key, field.place_of(key))

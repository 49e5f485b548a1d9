"""Two of a citation's marks, from what was seen: reachable, and words found."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from claimbook.links.results import Result, Sight, Words
from claimbook.links.states import Verdict
from claimbook.links.targets import ARCHIVE, of_source
from claimbook.model import Source

_VERDICTS: Final = (Verdict.ANSWERS, Verdict.LOOK, Verdict.UNSURE, Verdict.BROKEN)
_SIGHTS: Final = (Sight.FOUND, Sight.NEAR, Sight.MISSING, Sight.UNREAD)


@dataclass(frozen=True)
class Seen:
    """Words that were looked for, and the result of the address at which they were."""

    words: Words
    result: Result


def reachable(source: Source, results: Mapping[str, Result]) -> Result | None:
    """The best that was seen of a source's DOI, URL or archived copy; None where none was asked.

    Pages that only tell of the source (`readat`) do not count.
    """
    own = {source.fields.get("url"), source.fields.get(ARCHIVE)}
    addresses = [a for a, place in of_source(source) if a in own or _is_doi(source, place)]
    seen = [results[a] for a in (*addresses, *_archive(source)) if a in results]
    return min(seen, key=lambda result: _VERDICTS.index(result.state.verdict), default=None)


def words_seen(words: str, source: Source, results: Mapping[str, Result]) -> Seen | None:
    """The best sight of words at any address of a source; None where they were not looked for."""
    sights = [
        Seen(seen, results[address])
        for address in (*dict.fromkeys(a for a, _ in of_source(source)), *_archive(source))
        if address in results
        for seen in results[address].words
        if seen.text == words
    ]
    return min(sights, key=lambda seen: _SIGHTS.index(seen.words.sight), default=None)


def _is_doi(source: Source, place: object) -> bool:
    return "doi" in source.fields and place == source.fields["doi"].place


def _archive(source: Source) -> Iterator[str]:
    if copy := source.fields.get(ARCHIVE):
        yield str(copy)

"""A reading is of two texts: the claim and the finding. When either means something else, again.

A piece of evidence remembers in `wording` what it was read against: a fingerprint of the claim
and one of the finding with its bearing. Spelling does not alter a fingerprint, and a text that
is one slip of the pen away from the fingerprinted one is taken as the same.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Final

from claimbook.model import Argument, Claim, Evidence
from claimbook.reason.spelling import misspellings, vocabulary, words

_BYTES: Final = 4  # of each fingerprint; a text has some ten thousand slips at most


@dataclass(frozen=True)
class Stale:
    """A piece of evidence to be read again, and which of the two texts changed since."""

    claim: Claim
    evidence: Evidence
    claim_changed: bool
    finding_changed: bool


def stamp(claim: Claim, piece: Evidence) -> str:
    """What `wording` says when a piece has been read against its claim: `1f0c99a2-77b1d2f3`."""
    return "-".join(_fingerprint(text) for text in _pair(claim, piece))


def to_read_again(argument: Argument) -> tuple[Stale, ...]:
    """The evidence whose claim or finding means something else than when it was last read.

    Evidence without `wording` is left out: nobody said against what it was read.
    """
    stamped = [(c, e) for c, e in argument.evidence() if e.wording and e.wording != stamp(c, e)]
    known = vocabulary(argument) if stamped else frozenset()
    return tuple(_stale(stamped, known))


def _pair(claim: Claim, piece: Evidence) -> tuple[Sequence[str], Sequence[str]]:
    return words(claim.statement), (piece.bearing, *words(piece.finding))


def _stale(pairs: Sequence[tuple[Claim, Evidence]], known: frozenset[str]) -> Iterator[Stale]:
    for claim, piece in pairs:
        marks = f"{piece.wording}-".split("-")
        changed = [
            not _matches(text, mark, known)
            for text, mark in zip(_pair(claim, piece), marks, strict=False)
        ]
        if any(changed):
            yield Stale(claim, piece, changed[0], changed[1])


def _matches(text: Sequence[str], mark: str, known: frozenset[str]) -> bool:
    """Whether a text, or the text with one word misspelt, has the fingerprint."""
    if _fingerprint(text) == mark:
        return True
    slips = ((i, slip) for i, word in enumerate(text) for slip in misspellings(word, known))
    return any(_fingerprint((*text[:i], slip, *text[i + 1 :])) == mark for i, slip in slips)


def _fingerprint(text: Sequence[str]) -> str:
    return blake2b(" ".join(text).encode(), digest_size=_BYTES).hexdigest()

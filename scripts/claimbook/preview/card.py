"""What a picture for sharing says."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Card:
    """The words of a picture: above the headline, the headline, below it; the claim to mark."""

    eyebrow: str
    headline: str
    facts: tuple[str, ...] = ()
    marked: str = ""

"""The words that a map has for kinds of things."""

from enum import StrEnum
from typing import Final


class Kind(StrEnum):
    """What sort of statement a claim is."""

    EMPIRICAL = "empirical"
    CAUSAL = "causal"
    DEFINITIONAL = "definitional"
    LEGAL = "legal"
    NORMATIVE = "normative"
    PREDICTIVE = "predictive"


class Voice(StrEnum):
    """Who asserts a claim."""

    ARTICLE = "article"
    OPPONENT = "opponent"
    EDITOR = "editor"


class Bearing(StrEnum):
    """How a finding of a source bears on a claim."""

    SUPPORTS = "supports"
    OPPOSES = "opposes"
    QUALIFIES = "qualifies"
    CONTEXT = "context"


class Reading(StrEnum):
    """How much of a source was read; `second-hand` is somebody else's account of it."""

    FULL_TEXT = "full text"
    EXCERPT = "excerpt"
    ABSTRACT = "abstract"
    RECORD = "record"
    SECOND_HAND = "second-hand"


class EvidenceType(StrEnum):
    """What sort of evidence a source is, from the most to the least tested."""

    SYSTEMATIC_REVIEW = "systematic review"
    LITERATURE_REVIEW = "literature review"
    QUANTITATIVE_STUDY = "quantitative study"
    QUALITATIVE_STUDY = "qualitative study"
    MIXED_METHODS_STUDY = "mixed-methods study"
    SCHOLARLY_ANALYSIS = "scholarly analysis"
    OFFICIAL_STATISTICS = "official statistics"
    LEGAL_TEXT = "legal text"
    COURT_DECISION = "court decision"
    GOVERNMENT_REPORT = "government report"
    INTERGOVERNMENTAL_REPORT = "intergovernmental report"
    NGO_REPORT = "NGO report"
    ADVOCACY = "advocacy"
    NEWS = "news"
    REFERENCE_WORK = "reference work"


SCHEMES: Final = (
    "analogy",
    "bias",
    "cause-to-effect",
    "classification",
    "correlation-to-cause",
    "definition",
    "example",
    "expert-opinion",
    "ignorance",
    "inconsistency",
    "motive",
    "negative-consequences",
    "popular-practice",
    "position-to-know",
    "positive-consequences",
    "practical-reasoning",
    "precedent",
    "rule",
    "sign",
    "waste",
)
"""Names of argumentation schemes (Walton, Reed and Macagno 2008) that a step may bear."""

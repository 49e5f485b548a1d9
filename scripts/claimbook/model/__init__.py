"""The argument as data: frozen, typed, in the order in which people wrote it.

Terms follow the Argument Interchange Format: a claim is an I-node, a step an RA-node,
an entry of `rebutters` or `undercutters` a CA-node (Chesñevar et al. 2006).
"""

from claimbook.model.argument import Argument
from claimbook.model.claims import Claim, Evidence, Scope, Search, Section, Step, Waiver
from claimbook.model.sources import Document, Person, Source
from claimbook.model.vocabulary import SCHEMES, Bearing, EvidenceType, Kind, Reading, Voice
from claimbook.model.written import Number, Text

__all__ = [
    "SCHEMES",
    "Argument",
    "Bearing",
    "Claim",
    "Document",
    "Evidence",
    "EvidenceType",
    "Kind",
    "Number",
    "Person",
    "Reading",
    "Scope",
    "Search",
    "Section",
    "Source",
    "Step",
    "Text",
    "Voice",
    "Waiver",
]

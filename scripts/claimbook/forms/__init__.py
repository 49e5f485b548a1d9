"""Forms for people without git: links to them from a page, and edits from their answers.

A filled form is text that anybody may send. Its fields are taken apart by the form's own headings,
each in its place and once; every value becomes a value of one key, quoted as YAML or BibTeX needs.
"""

from claimbook.forms.answering import Answered, answer
from claimbook.forms.body import Filled, FormError, filled, written
from claimbook.forms.kinds import (
    ADD_SOURCE,
    DISPUTE,
    FIX_WORDING,
    FORMS,
    LONGEST,
    Form,
    Question,
)
from claimbook.forms.prefill import address
from claimbook.forms.spots import Spot, spot_of

__all__ = [
    "ADD_SOURCE",
    "DISPUTE",
    "FIX_WORDING",
    "FORMS",
    "LONGEST",
    "Answered",
    "Filled",
    "Form",
    "FormError",
    "Question",
    "Spot",
    "address",
    "answer",
    "filled",
    "spot_of",
    "written",
]

"""What reading demands of files: the name of each problem and the law that it breaks."""

from collections.abc import Mapping
from typing import Final

LAWS: Final[Mapping[str, str]] = {
    "anchor": "Every value is written out where it stands, without `&` and `*`.",
    "bad-accept": "Every `accept` in the bibliography names rules, each with a reason.",
    "bad-date": "Every date is a day of the calendar, written as year-month-day.",
    "bad-id": "Every id is lower-case words joined by hyphens, and no name that the site takes.",
    "bad-name": "Every name of a person has a family name and given names, told apart by a comma.",
    "bad-paragraph": "Every paragraph has a number from 1 on.",
    "bad-period": "Every period is a year or two, as in EDTF.",
    "bad-place-code": "Every place is a code of ISO 3166 or UN M49.",
    "bibtex-syntax": "Every entry of the bibliography is valid BibTeX.",
    "complex-key": "Every key is plain text or a number.",
    "damaged-retractions": "Every list of retractions has the columns that Crossref gives it.",
    "duplicate-entry": "Every key of the bibliography stands there once.",
    "duplicate-field": "Every field stands once in an entry.",
    "duplicate-key": "Every key stands once in its table.",
    "duplicate-section": "Every section is listed once.",
    "empty-input": "Every argument has a map, a section and a bibliography.",
    "empty-value": "Every key has a value.",
    "misnamed-file": "Every file in claims/ ends in `.yml` and stands in no further folder.",
    "missing-key": "Every table has the keys that it needs.",
    "not-utf8": "Every file is text in UTF-8.",
    "several-documents": "Every YAML file holds one document.",
    "tag": "Every value does without a YAML tag.",
    "too-deep": "Every value stands inside at most 100 others.",
    "too-large": "Every file has at most 1 MiB.",
    "unknown-key": "Every key is one that its table knows.",
    "unknown-section": "Every section is listed in the map and has a file of its name.",
    "unknown-value": "Every value of a fixed list is one of that list.",
    "unreadable-file": "Every file is a plain file that can be opened.",
    "wrong-type": "Every value is of the type that its key takes.",
    "yaml-syntax": "Every file in claims/ is valid YAML.",
}

"""The form of the parts of a claim, as editors and contributors see it."""

from typing import Annotated, ClassVar, Final

from pydantic import BaseModel, ConfigDict, Field

from claimbook.model import SCHEMES, Bearing, Reading
from claimbook.read.values import ClaimName, Date, Filled, Period, PlaceCode, SourceName

# Tags of unions, which stand in the locations of errors: no key looks like them.
ONE: Final = "<one>"
SEVERAL: Final = "<several>"

Enumerated = Field(strict=False)  # a strict enum takes its members alone, not their text


class Shape(BaseModel):
    """A table whose keys are all known."""

    model_config = ConfigDict(extra="forbid", strict=True)
    called: ClassVar[str]


class StepShape(Shape):
    """A step of reasoning from premises to the claim."""

    called = "a step"

    premises: list[ClaimName] = Field(
        description="Ids of the claims that carry the claim together.",
        examples=[["screening-is-lost", "screening-protects"]],
        min_length=1,
    )
    scheme: Filled | None = Field(
        None,
        description="Walton’s name for this way of reasoning.",
        examples=["cause-to-effect"],
        json_schema_extra={"enum": list(SCHEMES)},
    )
    warrant: Filled | None = Field(
        None,
        description="Why the premises carry the claim.",
        examples=["Less screening means more exposure to violent clients."],
    )
    unless: list[ClaimName] = Field(
        [],
        description="Ids of the claims that attack this step: premises true, claim not.",
        examples=[["indoor-work-keeps-screening"]],
    )


class ScopeShape(Shape):
    """Where, when and of whom a claim or a finding speaks."""

    called = "a scope"

    places: list[PlaceCode] = Field(
        [],
        description="Codes of ISO 3166 or UN M49; put NO and numbers in quotes.",
        examples=[["SE", "NO", "GB-NIR", "150"]],
    )
    period: Period | None = Field(
        None, description="A year or two, as in EDTF.", examples=["1999/2019", "2016/.."]
    )
    people: Filled | None = Field(None, description="Of whom it speaks.", examples=["sex workers"])


class EvidenceShape(Shape):
    """What one source found that bears on the claim."""

    called = "evidence"

    source: SourceName = Field(
        description="Key in references.bib.", examples=["platt2018associations"]
    )
    bearing: Annotated[Bearing, Enumerated] = Field(
        description="How the finding bears on the claim.", examples=["supports"]
    )
    finding: Filled = Field(
        description="What the source found, in our own words, with its figures; Markdown.",
        examples=["In 134 studies, repressive policing went with more violence by clients."],
    )
    locator: Filled | None = Field(
        None, description="Where in the source it stands.", examples=["Table 3", "abstract"]
    )
    limits: Filled | None = Field(
        None,
        description="Design of the study and what it cannot show; Markdown.",
        examples=["Systematic review; associations, mostly of small samples."],
    )
    read: Annotated[Reading, Enumerated] = Field(
        description="How much of the source was read.", examples=["abstract"]
    )
    read_at: Filled | None = Field(
        None,
        description="Where it was read, if not on the source’s own page.",
        examples=["press release"],
    )
    quote: Filled | None = Field(
        None,
        description="A few exact words to find at the source.",
        examples=["associated with increased risk"],
    )
    figures: list[Filled] = Field(
        [],
        description="Figures of the finding to find at the source.",
        examples=[["0.59", "31 per cent"]],
    )
    checked: Date | None = Field(
        None, description="When the finding was read again at the source.", examples=["2026-11-22"]
    )
    not_found: Date | None = Field(
        None,
        description="When the finding was looked for again without success.",
        examples=["2026-11-22"],
    )
    reader: Filled | None = Field(
        None,
        description="Who vouches for the reading, if not the editors as a whole.",
        examples=["Ana Ruiz"],
    )
    scope: ScopeShape | None = Field(
        None, description="Where, when and of whom the finding speaks."
    )
    wording: Filled | None = Field(
        None,
        description="Fingerprints of claim and finding as they were read; "
        "`claimbook reviewed` writes them.",
        examples=["1f0c99a2-77b1d2f3"],
    )


class SearchShape(Shape):
    """A search for evidence or objections, and what came of it."""

    called = "a search"

    where: Filled = Field(description="Where was searched.", examples=["Scopus"])
    query: Filled | None = Field(
        None, description="For what.", examples=["client ban AND violence"]
    )
    date: Date | None = Field(None, description="When.", examples=["2026-11-22"])
    found: Filled = Field(description="What came of it.", examples=["Nothing on this country."])

"""The form of the files in claims/, as editors and contributors see it."""

from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, ConfigDict, Discriminator, Field, Tag

from claimbook.model import SCHEMES, Bearing, Kind, Reading, Voice
from claimbook.read.values import Date, Filled, Id, Period, PlaceCode, Truth

Enumerated = Field(strict=False)  # a strict enum takes its members alone, not their text
ParagraphNumber = Annotated[int, Field(ge=1, le=10_000)]


class Shape(BaseModel):
    """A table whose keys are all known."""

    model_config = ConfigDict(extra="forbid", strict=True)
    called: ClassVar[str]


class MapShape(Shape):
    """The head of an argument map."""

    called = "the map"

    title: Filled = Field(description="The title of the map.", examples=["The four Ps, examined"])
    text: Filled = Field(
        description="Key in references.bib of the text that the map annotates.",
        examples=["derosa2025convenient"],
    )
    about: Filled | None = Field(
        None,
        description="What a newcomer should know of the map; Markdown.",
        examples=["One text, taken apart claim by claim and set beside its sources."],
    )
    thesis: Filled = Field(
        description="Id of the claim that everything else is for or against.",
        examples=["measures-often-do-net-harm"],
    )
    sections: list[Filled] = Field(
        description="The sections in order: names of files in claims/ without `.yml`.",
        examples=[["introduction", "prevention"]],
        min_length=1,
    )


class StepShape(Shape):
    """A step of reasoning from premises to the claim."""

    called = "a step"

    premises: list[Filled] = Field(
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
    unless: list[Filled] = Field(
        [],
        description="Ids of the claims that attack this step: with them the premises may be true and the claim not.",
        examples=[["indoor-work-keeps-screening"]],
    )


class EvidenceShape(Shape):
    """What one source found that bears on the claim."""

    called = "evidence"

    source: Filled = Field(
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
    checked: Date | None = Field(
        None, description="When the finding was read again at the source.", examples=["2026-11-22"]
    )
    not_found: Date | None = Field(
        None,
        description="When the finding was looked for again without success.",
        examples=["2026-11-22"],
    )
    wording: Filled | None = Field(
        None,
        description="Fingerprints of claim and finding as they were read; `claimbook reviewed` writes them.",
        examples=["1f0c99a2-77b1d2f3"],
    )


class ScopeShape(Shape):
    """Where, when and of whom a claim speaks."""

    called = "a scope"

    places: list[PlaceCode] = Field(
        [], description="Codes of ISO 3166; put NO in quotes.", examples=[["SE", "NO", "GB-NIR"]]
    )
    period: Period | None = Field(
        None, description="A year or two, as in EDTF.", examples=["1999/2019", "2016/.."]
    )
    people: Filled | None = Field(
        None, description="Of whom the claim speaks.", examples=["sex workers"]
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


def _form(value: object) -> str:
    """Which of two forms a value has: one entry, or several."""
    return "<several>" if isinstance(value, list | dict) else "<one>"


def _either(one: Any, several: Any) -> Any:  # noqa: ANN401 - type expressions
    return Annotated[
        Annotated[one, Tag("<one>")] | Annotated[several, Tag("<several>")], Discriminator(_form)
    ]


class ClaimShape(Shape):
    """A statement that somebody asserts, with its reasons, objections and evidence."""

    called = "a claim"

    claim: Filled = Field(
        description="The statement, one sentence.",
        examples=["Criminalising the purchase of sex makes selling sex more dangerous."],
    )
    short: Filled | None = Field(
        None,
        description="The claim in at most about 60 characters, for maps.",
        examples=["Client bans raise risk"],
    )
    kind: Annotated[Kind, Enumerated] = Field(
        description="What sort of statement it is.", examples=["causal"]
    )
    voice: Annotated[Voice, Enumerated] = Field(
        Voice.ARTICLE, description="Who asserts it.", examples=["opponent"]
    )
    paragraph: _either(ParagraphNumber, list[ParagraphNumber]) | None = Field(
        None,
        description="Number of the paragraph of the text that says it, or a list of numbers.",
        examples=[2, [2, 3]],
    )
    implicit: Truth = Field(
        default=False,
        description="Whether the text needs the claim without saying it.",
        examples=[True],
    )
    because: list[_either(Filled, StepShape)] = Field(
        [],
        description="Steps of reasoning: each the id of a claim, or linked premises.",
        examples=[["work-moves-underground"]],
    )
    but: list[Filled] = Field(
        [],
        description="Ids of the claims that deny this one.",
        examples=[["evaluations-found-no-harm"]],
    )
    evidence: list[EvidenceShape] = Field(
        [], description="What sources found that bears on the claim, whichever side it helps."
    )
    assessment: Filled | None = Field(
        None,
        description="The editors’ plain verdict on what the evidence shows; Markdown.",
        examples=["The sources show an association, not a cause."],
    )
    note: Filled | None = Field(
        None,
        description="An annotation; Markdown with citations.",
        examples=["Compare [@ilo2022estimates, p. 2]."],
    )
    scope: ScopeShape | None = Field(
        None, description="Where, when and of whom the claim speaks."
    )
    searched: list[SearchShape] = Field(
        [], description="Searches for evidence or objections, and what came of them."
    )
    aliases: list[Id] = Field(
        [],
        description="Former ids, whose addresses keep working.",
        examples=[["nordic-model-raises-risk"]],
    )


class SectionShape(Shape):
    """A section of the annotated text and its claims."""

    called = "a section"

    title: Filled = Field(description="The title of the section.", examples=["Prevention"])
    heading: _either(Filled, dict[ParagraphNumber, Filled]) | None = Field(
        None,
        description="The text’s own heading, or first paragraph under each heading: heading.",
        examples=["Prevention: playing the blame game", {"2": "A flawed system"}],
    )
    paragraphs: _either(ParagraphNumber, list[Filled]) = Field(
        description="How many paragraphs the section has, or a summary of each in our own words.",
        examples=[3],
    )
    skipped: dict[ParagraphNumber, Filled] = Field(
        {},
        description="Number of a paragraph that holds no claim: why.",
        examples=[{"4": "leads over to the next section"}],
    )
    question: Filled = Field(
        description="The one question that the section answers.",
        examples=["Do measures meant to prevent trafficking prevent it?"],
    )
    summary: Filled = Field(
        description="Two or three sentences on what the section argues; Markdown.",
        examples=["The text holds that bans do harm instead."],
    )
    claims: dict[Id, ClaimShape] = Field(description="The claims in the text’s order, by id.")

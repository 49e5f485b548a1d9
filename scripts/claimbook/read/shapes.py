"""The form of the files in claims/, as editors and contributors see it."""

from itertools import chain
from typing import Annotated, TypeAlias

from pydantic import Discriminator, Field, Tag

from claimbook.model import Kind, Voice
from claimbook.read.parts import (
    ONE,
    SEVERAL,
    Enumerated,
    EvidenceShape,
    ScopeShape,
    SearchShape,
    Shape,
    StepShape,
)
from claimbook.read.values import (
    NAMES,
    ClaimName,
    Filled,
    Id,
    ParagraphNumber,
    SectionName,
    SourceName,
    Truth,
)


def _form(value: object) -> str:
    return SEVERAL if isinstance(value, list | dict) else ONE


_Paragraphs: TypeAlias = Annotated[
    Annotated[ParagraphNumber, Tag(ONE)] | Annotated[list[ParagraphNumber], Tag(SEVERAL)],
    Discriminator(_form),
]
_Step: TypeAlias = Annotated[
    Annotated[ClaimName, Tag(ONE)] | Annotated[StepShape, Tag(SEVERAL)], Discriminator(_form)
]
_Headings: TypeAlias = Annotated[
    Annotated[Filled, Tag(ONE)] | Annotated[dict[ParagraphNumber, Filled], Tag(SEVERAL)],
    Discriminator(_form),
]
_Count: TypeAlias = Annotated[
    Annotated[ParagraphNumber, Tag(ONE)] | Annotated[list[Filled], Tag(SEVERAL)],
    Discriminator(_form),
]


class MapShape(Shape):
    """The head of an argument map."""

    called = "the map"

    title: Filled = Field(description="The title of the map.", examples=["The four Ps, examined"])
    text: SourceName = Field(
        description="Key in references.bib of the text that the map annotates.",
        examples=["derosa2025convenient"],
    )
    about: Filled | None = Field(
        None,
        description="What a newcomer should know of the map; Markdown.",
        examples=["One text, taken apart claim by claim and set beside its sources."],
    )
    thesis: ClaimName = Field(
        description="Id of the claim that everything else is for or against.",
        examples=["measures-often-do-net-harm"],
    )
    sections: list[SectionName] = Field(
        description="The sections in order: names of files in claims/ without `.yml`.",
        examples=[["introduction", "prevention"]],
        min_length=1,
    )


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
    paragraph: _Paragraphs | None = Field(
        None,
        description="Number of the paragraph of the text that says it, or a list of numbers.",
        examples=[2, [2, 3]],
    )
    implicit: Truth = Field(
        default=False,
        description="Whether the text needs the claim without saying it.",
        examples=[True],
    )
    because: list[_Step] = Field(
        [],
        description="Steps of reasoning: each the id of a claim, or linked premises.",
        examples=[["work-moves-underground"]],
    )
    but: list[ClaimName] = Field(
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
    scope: ScopeShape | None = Field(None, description="Where, when and of whom the claim speaks.")
    searched: list[SearchShape] = Field(
        [], description="Searches for evidence or objections, and what came of them."
    )
    accept: dict[str, Filled] = Field(
        {},
        description="Name of a warning about the claim: why it was looked at and let stand.",
        examples=[{"absolute-word": "The article’s own word; the assessment judges it."}],
        json_schema_extra={NAMES: "warning"},
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
    heading: _Headings | None = Field(
        None,
        description="The text’s own heading, or first paragraph under each heading: heading.",
        examples=["Prevention: playing the blame game", {"2": "A flawed system"}],
    )
    paragraphs: _Count = Field(
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
    accept: dict[str, Filled] = Field(
        {},
        description="Name of a warning about the section: why it was looked at and let stand.",
        examples=[{"leaning-section": "Hardly anybody disputes it; three searches found no more."}],
        json_schema_extra={NAMES: "warning"},
    )
    claims: dict[Id, ClaimShape] = Field(description="The claims in the text’s order, by id.")


def every_key() -> frozenset[str]:
    """The keys of all tables in claims/."""
    shapes = (MapShape, SectionShape, ClaimShape, StepShape, EvidenceShape, ScopeShape, SearchShape)
    return frozenset(chain.from_iterable(shape.model_fields for shape in shapes))

"""The shape of `argument.json`: what each part means, and the version of the whole.

A change that can break a reader raises the major version and the name of the schema.
"""

from typing import Final

from pydantic import BaseModel, ConfigDict, Field

VERSION: Final = "1.1"


class _Shape(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class ScopeShape(_Shape):
    """Of where, when and whom something speaks; what is not said is empty or null."""

    places: tuple[str, ...] = Field(description="Codes of ISO 3166 or UN M49")
    period: str | None = Field(description="EDTF, such as 1999/2019")
    people: str | None = Field(description="Of whom, in words")


class SearchShape(_Shape):
    """A search for evidence or objections."""

    where: str = Field(description="Where was searched")
    query: str | None = Field(description="For what")
    date: str | None = Field(description="ISO date")
    found: str = Field(description="What came of it (Markdown)")


class EvidenceShape(_Shape):
    """What one source found that bears on the claim."""

    source: str = Field(description="Key of a source in `sources`")
    bearing: str = Field(description="supports, opposes, qualifies or context")
    finding: str = Field(description="What the source found, in the editors' words (Markdown)")
    locator: str | None = Field(description="Where in the source")
    limits: str | None = Field(description="What the source cannot show (Markdown)")
    read: str = Field(description="full text, excerpt, abstract, record or second-hand")
    read_at: str | None = Field(description="What was read, where that is not the source itself")
    quote: str | None = Field(description="A few exact words of the source")
    figures: tuple[str, ...] = Field(description="Figures of the finding to find in the source")
    checked: str | None = Field(description="ISO date on which the finding was read again")
    not_found: str | None = Field(description="ISO date on which it was looked for again in vain")
    reader: str | None = Field(description="Who vouches for the reading, if not the editors")
    scope: ScopeShape = Field(description="Of where, when and whom the finding speaks")


class StepShape(_Shape):
    """An inference from premises that are needed together to a claim."""

    id: str = Field(description="`<conclusion>:<number>`")
    conclusion: str = Field(description="Id of the claim that the step supports")
    premises: tuple[str, ...] = Field(description="Ids of the linked premises")
    undercutters: tuple[str, ...] = Field(description="Ids of the claims that attack the step")
    scheme: str | None = Field(description="Walton's argumentation scheme")
    warrant: str | None = Field(description="Why the premises carry the conclusion (Markdown)")
    value: str = Field(description="in, out or undecided in the grounded interpretation")
    status: str = Field(description="The value as shown to readers")
    reason: str = Field(description="Why it has this status")


class ClaimShape(_Shape):
    """A statement with its reasons, the attacks on it and its evidence."""

    id: str = Field(description="Unique id; the claim's page stands at `claims/<id>/`")
    statement: str = Field(description="The claim in one sentence (Markdown)")
    short: str | None = Field(description="A short form for maps")
    section: str = Field(description="Id of the section in which it stands")
    kind: str = Field(description="empirical, causal, definitional, legal, normative or predictive")
    voice: str = Field(description="Who asserts it: article, opponent or editor")
    implicit: bool = Field(description="Whether the text needs it without saying it outright")
    paragraphs: tuple[int, ...] = Field(description="Paragraphs of the section that make it")
    steps: tuple[str, ...] = Field(description="Ids of the steps that support it")
    rebutters: tuple[str, ...] = Field(description="Ids of the claims that rebut it")
    evidence: tuple[EvidenceShape, ...] = Field(description="What sources found")
    assessment: str | None = Field(description="The editors' reading of the evidence (Markdown)")
    note: str | None = Field(description="An annotation (Markdown)")
    scope: ScopeShape = Field(description="Of where, when and whom the claim speaks")
    searched: tuple[SearchShape, ...] = Field(description="Searches made")
    accepted: dict[str, str] = Field(description="Warnings let stand: rule, and why (Markdown)")
    aliases: tuple[str, ...] = Field(description="Former ids")
    value: str = Field(description="in, out or undecided in the grounded interpretation")
    status: str = Field(description="The value as shown to readers")
    reason: str = Field(description="Why it has this status")


class ParagraphShape(_Shape):
    """A paragraph of the annotated text."""

    position: int = Field(description="Counted from 1 in the whole text")
    number: int = Field(description="Counted from 1 in its section")
    section: str = Field(description="Id of its section")
    gist: str | None = Field(description="The editors' summary (Markdown)")
    claims: tuple[str, ...] = Field(description="Ids of the claims that it makes")
    skipped: str | None = Field(description="Why it holds no claim")


class SectionShape(_Shape):
    """A part of the annotated text."""

    id: str = Field(description="Unique id; the page stands at `sections/<id>/`")
    title: str = Field(description="Its title on the site")
    question: str = Field(description="The question that it answers (Markdown)")
    summary: str = Field(description="What it argues and how that fares (Markdown)")
    claims: tuple[str, ...] = Field(description="Ids of its claims in order")
    accepted: dict[str, str] = Field(description="Warnings let stand: rule, and why (Markdown)")


class PersonShape(_Shape):
    """A person, or an organisation (which has no given name)."""

    family: str = Field(description="Family name, or the organisation's name")
    given: str = Field(description="Given names")


class SourceShape(_Shape):
    """An entry of the bibliography."""

    key: str = Field(description="Unique key; the page stands at `sources/<key>/`")
    type: str = Field(description="BibTeX entry type")
    label: str = Field(description="Author-date label, unique on the site")
    authors: tuple[PersonShape, ...] = Field(description="Authors in order")
    fields: dict[str, str] = Field(description="Every field of the entry by its lower-case name")
    claims: tuple[str, ...] = Field(description="Ids of the claims that it bears on")


class ArgumentShape(_Shape):
    """A whole argument map."""

    version: str = Field(description="Version of this shape")
    title: str = Field(description="Title of the map")
    text: str = Field(description="Key of the annotated text in `sources`")
    thesis: str = Field(description="Id of the claim that everything bears on")
    sections: tuple[SectionShape, ...] = Field(description="Sections in order")
    claims: tuple[ClaimShape, ...] = Field(description="Claims in order")
    steps: tuple[StepShape, ...] = Field(description="Steps in the order of their conclusions")
    sources: tuple[SourceShape, ...] = Field(description="Sources by key")
    coverage: tuple[ParagraphShape, ...] = Field(description="Paragraphs of the text in order")

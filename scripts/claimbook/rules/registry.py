"""Every rule in its place: what each needs to have been read, and what breaking it means."""

from collections.abc import Callable
from typing import Any

from claimbook.rules import (
    balance,
    bibliography,
    embedded,
    entries,
    identifiers,
    likeness,
    overclaim,
    paragraphs,
    readings,
    references,
    scopes,
    shape,
    sources,
    texts,
    times,
    works,
)
from claimbook.rules.finding import Rule
from claimbook.rules.outside import OutsideRule

LOCAL_RULES: tuple[Rule, ...] = (
    references.duplicate_id,
    references.self_support,
    references.self_attack,
    references.repeated_premise,
    references.repeated_objection,
    shape.circular_support,
    paragraphs.paragraph_out_of_range,
    paragraphs.needless_skip,
    bibliography.unusable_entry_type,
    bibliography.confirmed_field,
    bibliography.citation_key,
    bibliography.unknown_evidence_type,
    bibliography.unknown_reading,
    entries.former_key,
    entries.backward_pages,
    entries.unescaped_latex,
    identifiers.malformed_doi,
    identifiers.malformed_isbn,
    identifiers.malformed_issn,
    identifiers.malformed_year,
    identifiers.malformed_date,
    identifiers.malformed_period,
    identifiers.malformed_url,
    scopes.unknown_place,
    texts.raw_html,
    texts.unsafe_link,
    texts.invisible_character,
    texts.long_quote,
    texts.figure_not_in_finding,
    texts.checked_and_not_found,
    texts.unknown_scheme,
)
"""Rules that any part of an argument can break by itself."""

WHOLE_RULES: tuple[Rule, ...] = (
    references.unknown_claim,
    sources.unknown_source,
    embedded.unknown_block,
    shape.empty_argument,
)
"""Rules that need every file: what is named in one stands in another."""

INTACT_RULES: tuple[Rule, ...] = (
    paragraphs.unmapped_paragraph,
    paragraphs.missing_paragraph,
    shape.unconnected_claim,
    bibliography.required_field,
)
"""Rules that need every value: they are broken by what is not there."""

WARNINGS: tuple[Rule, ...] = (
    sources.source_never_cited,
    entries.wrong_entry_type,
    works.same_work_twice,
    works.conflicting_doi,
    works.superseded_preprint,
    works.missing_access_date,
    works.misleading_key,
    works.differing_name,
    balance.objection_not_sought,
    balance.leaning_section,
    scopes.wider_than_evidence,
    overclaim.absolute_word,
    overclaim.overstated_reading,
    readings.stale_reading,
    likeness.look_alike_id,
)
"""Rules whose breach may be meant: whoever is warned mends it, or says why it stands.

They need every value, and judge once nothing is wrong with the reading of it.
"""

OUTSIDE_WARNINGS: tuple[OutsideRule, ...] = (times.future_date, times.retracted_work)
"""Warnings that come and go without a change in the files."""


def name_of(rule: Callable[..., Any]) -> str:
    """The name by which problems refer to a rule."""
    return rule.__name__.replace("_", "-")

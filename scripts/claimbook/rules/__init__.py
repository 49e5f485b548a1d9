"""What must hold of an argument: one generator a rule, named after itself."""

from collections.abc import Iterator

from claimbook.model import Argument
from claimbook.problems import Problem
from claimbook.rules import bibliography, identifiers, paragraphs, references, shape, sources, texts
from claimbook.rules.finding import Rule

__all__ = ["INTACT_RULES", "LOCAL_RULES", "RULES", "WHOLE_RULES", "check", "name_of"]

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
    identifiers.malformed_doi,
    identifiers.malformed_isbn,
    identifiers.malformed_issn,
    identifiers.malformed_year,
    identifiers.malformed_date,
    identifiers.malformed_url,
    texts.raw_html,
    texts.unsafe_link,
    texts.invisible_character,
    texts.long_quote,
    texts.checked_and_not_found,
    texts.unknown_scheme,
)
"""Rules that any part of an argument can break by itself."""

WHOLE_RULES: tuple[Rule, ...] = (
    references.unknown_claim,
    sources.unknown_source,
    shape.empty_argument,
)
"""Rules that need every file: what is named in one stands in another."""

INTACT_RULES: tuple[Rule, ...] = (
    paragraphs.unmapped_paragraph,
    paragraphs.missing_paragraph,
    shape.unconnected_claim,
    sources.source_never_cited,
    bibliography.required_field,
)
"""Rules that need every value: they are broken by what is not there."""

RULES: tuple[Rule, ...] = (*LOCAL_RULES, *WHOLE_RULES, *INTACT_RULES)


def check(argument: Argument, *, whole: bool = True, intact: bool = True) -> Iterator[Problem]:
    """What breaks a rule, each once, in the order of the files.

    Without every file (`whole`) or every value (`intact`) the rules that need them are left out.
    """
    rules = LOCAL_RULES + WHOLE_RULES * whole + INTACT_RULES * (whole and intact)
    yield from sorted({problem for rule in rules for problem in _broken(rule, argument)})


def name_of(rule: Rule) -> str:
    """The name by which problems refer to a rule."""
    return rule.__name__.replace("_", "-")


def _broken(rule: Rule, argument: Argument) -> Iterator[Problem]:
    for place, message, hint, level in rule(argument):
        yield Problem(place, name_of(rule), message, hint, level)

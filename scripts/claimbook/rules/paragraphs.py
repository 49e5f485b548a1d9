"""Every paragraph of the annotated text is accounted for."""

from collections.abc import Iterator

from claimbook.model import Argument, Number, Section, Voice
from claimbook.reason.coverage import coverage
from claimbook.rules.finding import Finding, all_claims


def unmapped_paragraph(argument: Argument) -> Iterator[Finding]:
    """Every paragraph of the text has a claim, or a reason why it has none."""
    for paragraph in coverage(argument):
        number, section = paragraph.number, paragraph.section
        is_unmapped = not paragraph.claims and paragraph.skipped is None
        if is_unmapped and not any(_out_of_range(section)):
            hint = f"give a claim `paragraph: {number}`, or the reason in `skipped`"
            message = f"paragraph {number} of `{section.id}` has no claim"
            yield Finding(section.paragraphs.place, message, hint)


def needless_skip(argument: Argument) -> Iterator[Finding]:
    """Every paragraph that is skipped has no claim."""
    for paragraph in coverage(argument):
        if paragraph.claims and paragraph.skipped is not None:
            claim = paragraph.claims[0].id
            message = f"paragraph {paragraph.number} is skipped, and `{claim}` stands in it"
            place = _key(paragraph.section, paragraph.number).place
            yield Finding(place, message, "take it out of `skipped`")


def paragraph_out_of_range(argument: Argument) -> Iterator[Finding]:
    """Every number of a paragraph is one of its section's."""
    for section in argument.sections:
        for number in _out_of_range(section):
            message = f"there is no paragraph {number}: `{section.id}` has {section.paragraphs}"
            yield Finding(number.place, message, "mend the number, or `paragraphs`")


def missing_paragraph(argument: Argument) -> Iterator[Finding]:
    """Every claim of the text says in which paragraph it stands."""
    for claim in all_claims(argument):
        if claim.voice is Voice.ARTICLE and not claim.paragraphs:
            hint = "add `paragraph:`, or the `voice:` of whoever else asserts it"
            yield Finding(claim.place, f"`{claim.id}` names no paragraph of the text", hint)


def _out_of_range(section: Section) -> Iterator[Number]:
    """Numbers beyond the last paragraph; none where the count itself was damaged."""
    return (n for n in _numbers(section) if 0 < section.paragraphs < n)


def _numbers(section: Section) -> Iterator[Number]:
    yield from (key for key in section.headings if isinstance(key, Number))
    yield from (key for key in section.skipped if isinstance(key, Number))
    for claim in section.claims:
        yield from claim.paragraphs


def _key(section: Section, number: int) -> Number:
    keys = (key for key in section.skipped if isinstance(key, Number))
    return next(key for key in keys if key == number)

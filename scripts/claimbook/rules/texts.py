"""Texts are safe to print and say what they seem to say."""

from collections.abc import Iterator
from itertools import chain

from claimbook.model import SCHEMES, Argument
from claimbook.problems import Change, did_you_mean
from claimbook.prose import is_inside, is_safe, links, pictures
from claimbook.prose import raw_html as html_in
from claimbook.rules.finding import INVISIBLE, Finding, all_steps, respelt

LONGEST_QUOTE = 300  # characters: enough to find the place, too few to replace the source


def raw_html(argument: Argument) -> Iterator[Finding]:
    """Every text in claims/ does without HTML."""
    for text in argument.texts:
        tags = list(html_in(text))
        opened = {_name_of_tag(tag.value) for tag in tags if not tag.value.startswith("</")}
        for found in tags:
            if found.value.startswith("</") and _name_of_tag(found.value) in opened:
                continue  # it goes with the tag that it closes
            shown = found.value.partition("\n")[0]
            hint = "use Markdown, or put it in back-ticks to show it"
            yield Finding(found.place, f"`{shown}` is HTML", hint)


def unsafe_link(argument: Argument) -> Iterator[Finding]:
    """Every link leads into the site, to the web or to a mailbox; pictures stand in the site."""
    pages = (document.text for document in argument.documents)
    for text in chain(argument.texts, pages):
        for link in links(text):
            if not is_safe(link.value):
                hint = "begin it with https:// or with a path"
                yield Finding(link.place, f"the link `{link.value}` is not safe", hint)
    for text in argument.texts:
        for picture in pictures(text):
            if is_safe(picture.value) and not is_inside(picture.value):
                message = f"the picture `{picture.value}` would be fetched from elsewhere"
                yield Finding(picture.place, message, "link to it, without the `!`")


def invisible_character(argument: Argument) -> Iterator[Finding]:
    """Every character of a text can be seen, and leaves the order of the others alone."""
    fields = (field for source in argument.sources.values() for field in source.fields.values())
    for text in filter(INVISIBLE.search, chain(argument.texts, fields)):
        for found in INVISIBLE.finditer(text):
            message = f"the invisible character U+{ord(found[0]):04X} stands here"
            place = text.place_at(found.start())
            yield Finding(place, message, "delete it", fix=(Change(place, found[0], ""),))


def long_quote(argument: Argument) -> Iterator[Finding]:
    """Every quote is short enough to find a place by and not to replace the source."""
    for _, piece in argument.evidence():
        if piece.quote and len(piece.quote) > LONGEST_QUOTE:
            message = f"the quote has {len(piece.quote)} characters, more than {LONGEST_QUOTE}"
            yield Finding(piece.quote.place, message, "keep the few words that matter")


def figure_not_in_finding(argument: Argument) -> Iterator[Finding]:
    """Every figure to be found at a source is one that the finding names."""
    for _, piece in argument.evidence():
        for figure in piece.figures:
            if piece.finding and figure not in piece.finding:
                message = f"the finding does not say “{figure}”"
                yield Finding(figure.place, message, "write it as the finding does")


def checked_and_not_found(argument: Argument) -> Iterator[Finding]:
    """Every finding was either read again at its source or not found there."""
    for _, piece in argument.evidence():
        if piece.checked and piece.not_found:
            hint = "keep `checked` or `not_found`"
            yield Finding(piece.not_found.place, "the finding is both checked and not found", hint)


def unknown_scheme(argument: Argument) -> Iterator[Finding]:
    """Every scheme of a step is one of Walton's."""
    for scheme in filter(None, (step.scheme for step in all_steps(argument))):
        if scheme not in SCHEMES:
            hint = did_you_mean(scheme, SCHEMES) or f"one of {', '.join(SCHEMES)}"
            fix = respelt(scheme, SCHEMES)
            yield Finding(scheme.place, f"`{scheme}` is no known scheme", hint, fix=fix)


def _name_of_tag(tag: str) -> str:
    return tag.strip("</> ").partition(" ")[0].lower()

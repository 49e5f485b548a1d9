"""Slips that let a file be read, if otherwise than it was meant."""

from claimbook.problems import Change, Level, Place, Problem
from claimbook.read.slips.line import NO_DASH
from claimbook.read.tree import Key, Nothing, Table

_DASH = "- "


def slip_in_table(table: Table, repeated: list[Key], *, item: bool) -> Problem | None:
    """What makes a second item, or a second entry, look like a part of the first."""
    if not repeated:
        return None
    keys = list(table)
    again = repeated[0]
    if item and again == keys[0] and again.place.column > len(_DASH):
        at = Place(again.place.file, again.place.line, again.place.column - len(_DASH))
        return Problem(again.place, "yaml-syntax", *NO_DASH, fix=(Change(at, "  ", _DASH),))
    above = [key for key in keys if key.place < again.place]
    head = above[-1]
    if isinstance(table[head], Nothing) and head.place.line == again.place.line - 1:
        at = Place(head.place.file, head.place.line)
        message = f"`{head}` is indented like a part of what stands above"
        hint = "let it begin two columns further left"
        return Problem(head.place, "yaml-syntax", message, hint, fix=(Change(at, "  ", ""),))
    return None


def cut_text(place: Place) -> Problem:
    """The warning that a comment takes away what may belong to a text."""
    message = "a `#` behind a space begins a comment: what follows is no part of the text"
    hint = "put the whole text in quotes; if it is a comment, put a space behind the `#`"
    return Problem(place, "cut-text", message, hint, Level.WARNING)

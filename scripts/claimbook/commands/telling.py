"""How commands name claims and sources, and set lines."""

from collections.abc import Iterable
from textwrap import TextWrapper

import click

from claimbook.model import Argument, Claim

WIDTH = 92  # columns; prose is wrapped here


def name(argument: Argument, id_: str) -> str:
    """A claim as its label in quotation marks and its id."""
    claim = argument.claims[id_]
    return f"{quoted(claim)} ({claim.id})"


def quoted(claim: Claim) -> str:
    """A claim's label in quotation marks."""
    return f"‘{claim.label.rstrip('.')}’"


def names(argument: Argument, ids: Iterable[str]) -> str:
    """Claims with `and` before the last."""
    several = [name(argument, id_) for id_ in ids]
    return " and ".join(filter(None, (", ".join(several[:-1]), several[-1]))) if several else ""


def say(text: str, depth: int = 0) -> None:
    """Print a paragraph, indented and wrapped."""
    indent = "  " * depth
    further = f"{indent}  " if depth else indent
    lines = TextWrapper(WIDTH, indent, further, break_long_words=False, break_on_hyphens=False)
    click.echo(lines.fill(text))


def head(text: str) -> None:
    """Print a heading after an empty line."""
    click.echo(f"\n{click.style(text, bold=True)}")

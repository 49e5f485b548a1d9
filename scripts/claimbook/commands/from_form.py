"""`claimbook from-form`: the answers of a form on the project's host, written into the files."""

from pathlib import Path
from typing import BinaryIO, Final, Unpack

import click

from claimbook.commands.applying import Consent, Files, Opened, changes_files, opened, write
from claimbook.commands.choosing import in_project
from claimbook.commands.project import show
from claimbook.edit.project import edited
from claimbook.edit.tables import LayoutError
from claimbook.forms import LONGEST, FormError, answer, filled
from claimbook.problems import Level, Problem
from claimbook.read import load
from claimbook.rules import check

MOST_BYTES: Final = 4 * LONGEST  # of UTF-8
EPILOG: Final = """
\b
Examples:
  claimbook from-form issue.md --dry-run
  gh issue view 12 --json body --jq .body | claimbook from-form - --yes

\b
Exit status: 0 written, 1 the form cannot be followed, 2 wrong usage.
"""


@click.command("from-form", epilog=EPILOG)
@click.argument("form", type=click.File("rb"))
@in_project
@changes_files
def from_form(form: BinaryIO, project: Path, **consent: Unpack[Consent]) -> None:
    """Write what a filled form asks for; FORM is a file with its text, or - for standard input.

    Nothing in a form is run. What would make the files wrong is not written.
    """
    at = opened(project)
    try:
        answered = answer(at.project, filled(_text(form)))
        texts = edited(at.project, answered.edits)
    except (FormError, LayoutError) as error:
        raise click.ClickException(str(error)) from None
    click.echo(answered.done)
    _refuse_errors(at, {file: text.encode() for file, text in texts.items()})
    write(at, texts, **consent)


def _text(form: BinaryIO) -> str:
    try:
        return form.read(MOST_BYTES + 1).decode()
    except UnicodeDecodeError:
        raise FormError("The form is not text in UTF-8.") from None


def _refuse_errors(at: Opened, new: Files) -> None:
    """Stop where what the form writes is wrong; what it makes wrong elsewhere is for a reviewer."""
    old = {file: set(at.files[file].decode().splitlines()) for file in new}
    lines = {file: text.decode().splitlines() for file, text in new.items()}
    fresh = [
        error
        for error in _errors({**at.files, **new})
        if (file := error.place.file) in new and lines[file][error.place.line - 1] not in old[file]
    ]
    if fresh:
        show(fresh, at.root, {**at.files, **new})
        raise click.ClickException("The answers would make the files wrong; nothing was written.")


def _errors(files: Files) -> list[Problem]:
    found = load(files)
    broken = check(found.argument, whole=found.whole, intact=found.intact)
    return [p for p in sorted({*found.problems, *broken}) if p.level is Level.ERROR]

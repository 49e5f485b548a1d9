"""`claimbook fmt`: the files of claims/ in their usual form."""

from pathlib import Path
from typing import Final, Unpack

import click

from claimbook.commands.applying import Consent, changes_files, opened, write
from claimbook.commands.choosing import in_project
from claimbook.edit.form import formed
from claimbook.edit.tables import LayoutError

EPILOG: Final = """
\b
Examples:
  claimbook fmt
  claimbook fmt --check        change nothing; status 1 where a file is not in form

\b
Exit status: 0 done, 1 not written, or with --check not in form; 2 wrong usage.
"""


class Check(Consent):
    """Whether to look only."""

    check: bool


@click.command(epilog=EPILOG)
@in_project
@click.option("--check", is_flag=True, help="Change nothing, and say which files are not in form.")
@changes_files
def fmt(project: Path, **options: Unpack[Check]) -> None:
    """Put the files of claims/ in their usual form: order of keys, indentation, wrapping.

    Comments stay with what they belong to. Claims keep their order, which is the text's. A
    paragraph that is wrapped well enough stays as it is.
    """
    at = opened(project)
    documents = [d for name, d in at.project.documents.items() if name.startswith("claims/")]
    try:
        forms = {document.file: formed(document).text for document in documents}
    except LayoutError as error:
        raise click.ClickException(str(error)) from None
    texts = {
        d.file: forms[d.file] for d in documents if forms[d.file] != _as_read(at.files[d.file])
    }
    if options["check"]:
        for file in texts:
            click.echo(f"{file} is not in form")
        raise SystemExit(1 if texts else 0)
    write(at, texts, yes=options["yes"], dry_run=options["dry_run"])


def _as_read(content: bytes) -> str:
    return content.decode("utf-8-sig").replace("\r\n", "\n")

"""`claimbook schema`: what lets editors complete and check the files in claims/."""

from pathlib import Path

import click

from claimbook.commands.project import folder
from claimbook.exchange.editor_schema import SCHEMA_FILE, editor_schema
from claimbook.pipeline import refresh_schema
from claimbook.read import collect, load

_EPILOG = f"""
\b
Examples:
  claimbook schema          print it
  claimbook schema --write  put it into {SCHEMA_FILE}

\b
Exit status: 0 done, 2 wrong usage.
"""


@click.command(epilog=_EPILOG)
@folder
@click.option("--write", is_flag=True, help=f"Write it to {SCHEMA_FILE} in the project.")
def schema(project: Path, *, write: bool) -> None:
    """Print the JSON Schema of the files in claims/, with the ids and keys that there are now.

    Editors that know YAML schemas complete keys, ids and sources by it, describe them, and mark
    what is wrong as you type. A build keeps it fresh once it is written.
    """
    argument = load(collect(project)).argument
    if not write:
        click.echo(editor_schema(argument), nl=False)
    elif refresh_schema(project, argument, begin=True):
        click.echo(f"Written: {SCHEMA_FILE}.")
    else:
        click.echo(f"{SCHEMA_FILE} is up to date.")

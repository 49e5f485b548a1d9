"""The command line: one file a command."""

from importlib.metadata import version

import click

from claimbook.commands.check import check
from claimbook.commands.write import write

EPILOG = """
\b
Examples:
  claimbook check               every rule over the project in this folder
  claimbook check ../other      the same for another folder
  claimbook write build/pages   the pages as files, for any site generator

\b
Exit status: 0 clean, 1 problems found, 2 wrong usage.
"""


@click.group(epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(version("claimbook"), prog_name="claimbook")
def main() -> None:
    """Check and publish an argument map kept in plain files."""


main.add_command(check)
main.add_command(write)

"""`claimbook new`: a section, a claim, a piece of evidence or a source."""

from typing import Final

import click

from claimbook.commands.new_claim import claim
from claimbook.commands.new_evidence import evidence
from claimbook.commands.new_section import section
from claimbook.commands.new_source import source

EPILOG: Final = """
\b
Examples:
  claimbook new claim
  claimbook new evidence raids-miss-victims
  claimbook new source
  claimbook new section

\b
Exit status: 0 done, 1 not written, 2 wrong usage.
"""


@click.group(epilog=EPILOG)
def new() -> None:
    """Write something new; what is not given by options is asked for."""


for command in (section, claim, evidence, source):
    new.add_command(command)

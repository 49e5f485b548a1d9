"""The command line: one file a command."""

from typing import Final

import click

from claimbook.commands.lazy import LazyGroup

SUMMARIES: Final = {
    "init": "Start a map of any text, with one worked example.",
    "check": "Check the argument against every rule.",
    "schema": "Let editors complete and check the files, by JSON Schema.",
    "write": "Write the pages as files, for any site generator.",
    "pdf": "Write the print edition as a PDF.",
    "show": "Show a claim with all that bears on it.",
    "why": "What decides a claim's status, and what would turn it.",
    "impact": "What changes if a claim or a source falls.",
    "stats": "The argument in numbers.",
    "debt": "What the claims owe, section by section.",
    "diff": "Compare two states of the argument.",
    "suggest": "Safe fixes of a proposal, for its review.",
    "new": "Write a new section, claim, piece of evidence or source.",
    "rename": "Give a claim another id, everywhere.",
    "move": "Move a claim behind another, or to another section.",
    "merge": "Let one claim take the place of another.",
    "split": "Take a second claim out of one.",
    "restate": "Give a claim another statement.",
    "from-form": "Write what a form on the project’s host asks for.",
    "reviewed": "Stamp evidence as read again at the source.",
    "fmt": "Put the files in their usual form.",
    "serve": "Serve the site, live, while files are edited.",
    "doctor": "What is missing on this machine.",
    "completion": "Names and commands completed by the shell.",
    "links": "Check that addresses answer and quoted words stand there.",
    "cite": "Enter a work into the bibliography by its DOI, ISBN or address.",
    "archive": "Propose archived copies for sources that name none.",
}
EPILOG: Final = """
\b
Examples:
  claimbook check               every rule over the project in this folder
  claimbook check ../other      the same for another folder
  claimbook write build/pages   the pages as files, for any site generator
  claimbook diff main..         what this branch changes in the argument

\b
Exit status: 0 clean, 1 problems found, 2 wrong usage.
"""


@click.group(
    cls=LazyGroup,
    summaries=SUMMARIES,
    epilog=EPILOG,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(package_name="claimbook", prog_name="claimbook")
def main() -> None:
    """Check, change, compare and publish an argument map kept in plain files."""

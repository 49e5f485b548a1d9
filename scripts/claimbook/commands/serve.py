"""`claimbook serve`: the site, live, while files are edited."""

import os
import sys
from pathlib import Path
from typing import Final

import click

from claimbook.commands.choosing import in_project

EPILOG: Final = """
\b
Examples:
  claimbook serve
  claimbook serve --address 127.0.0.1:9000 --open

\b
Exit status: 0 stopped, 1 the site could not be served, 2 wrong usage.
"""


@click.command(epilog=EPILOG)
@in_project
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="Where to serve it.")
@click.option("--open", "open_", is_flag=True, help="Open it in the browser.")
def serve(project: Path, address: str, *, open_: bool) -> None:
    """Serve the site and follow every change of claims/, references.bib and docs/.

    What is wrong with a file is shown on the page itself, above the last state that was right.
    """
    settings = project / "mkdocs.yml"
    if not settings.exists():
        raise click.UsageError(f"there is no mkdocs.yml in {project}; see `claimbook init`")
    command = [sys.executable, "-m", "mkdocs", "serve", "--config-file", str(settings)]
    command += ["--livereload", "--dev-addr", address, *(["--open"] if open_ else [])]
    # The server takes the place of this process, so that whatever stops this stops it.
    os.execve(sys.executable, command, {**os.environ, "NO_MKDOCS_2_WARNING": "1"})  # noqa: S606

"""`claimbook pdf`: the print edition as a tagged PDF."""

from functools import partial
from importlib.resources import files
from pathlib import Path
from typing import Final

import click

from claimbook.commands.project import folder, show, summary
from claimbook.judging import argument
from claimbook.pages import Book, Settings, print_edition
from claimbook.pdf import NoChromiumError, document, find, numbered, print_html, with_headings
from claimbook.problems import ProblemsError

_STYLES: Final = ("map.css", "parts.css", "site.css", "print.css")


@click.command(epilog="Example: claimbook pdf argument.pdf --site https://example.org/")
@click.argument("out", type=click.Path(dir_okay=False, path_type=Path), default="argument.pdf")
@folder
@click.option("--site", default="", help="Address at which the site stands, with / at its end.")
@click.option("--chromium", default="", help="The Chromium that prints, if not the one found.")
def pdf(out: Path, project: Path, site: str, chromium: str) -> None:
    """Write the print edition of the argument in PROJECT to the file OUT.

    Contents, maps, claims, evidence and references, tagged and with an outline, each reference
    with the page to which it leads. A file OUT that is there already is replaced.
    """
    try:
        printer = partial(print_html, chromium=find(chromium))
        book = Book(argument(project), Settings(site=site))
        page = print_edition(book)
        content = numbered(_document(book.argument.title, page.html), printer)
    except ProblemsError as error:
        show(error.problems, project)
        click.echo(f"{summary(error.problems)}; nothing was written", err=True)
        raise SystemExit(1) from None
    except NoChromiumError as error:
        raise click.ClickException(str(error)) from None
    out.parent.mkdir(parents=True, exist_ok=True)
    content = with_headings(content, page.html)
    out.write_bytes(content)
    click.echo(f"{out}: {len(content) / 1e6:.1f} MB")


def _document(title: str, body: str) -> str:
    assets = files("claimbook") / "assets"
    styles = (assets.joinpath(name).read_text(encoding="utf-8") for name in _STYLES)
    return document(title, body, styles)

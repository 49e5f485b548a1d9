"""`claimbook write`: the pages as files that any site generator can build."""

import json
from collections.abc import Iterator
from pathlib import Path

import click

from claimbook import cache
from claimbook.commands.project import folder, show, summary
from claimbook.judging import argument
from claimbook.model import Argument
from claimbook.pages import Page, Settings
from claimbook.pages.address import by_hand
from claimbook.pipeline import Edition, assets, edition, record
from claimbook.problems import ProblemsError
from claimbook.prose import replaced


@click.command(epilog="Example: claimbook write build/pages")
@click.argument("target", type=click.Path(file_okay=False, path_type=Path))
@folder
@click.option("--edit", default="", help="Address of a file to edit, with {file} and {line} in it.")
@click.option("--site", default="", help="Address at which the site will stand, with / at its end.")
@click.option("--author", default="", help="Who answers for the site, as it is to be cited.")
def write(target: Path, project: Path, edit: str, site: str, author: str) -> None:
    """Write the pages of the argument in PROJECT to the folder TARGET.

    Each page is a Markdown file with front matter and its finished body in HTML; maps stand in
    it as SVG, and once more as files. Hand-written pages, stylesheets and scripts stand beside
    them. Files that are there already are replaced.
    """
    try:
        read = argument(project)
        with cache.opened(project) as keep:
            known = record(project, keep)
            made = edition(read, Settings(edit, site, author), known, keep)
            files = [*_files(made)]
    except ProblemsError as error:
        show(error.problems, project)
        click.echo(f"{summary(error.problems)}; nothing was written", err=True)
        raise SystemExit(1) from None
    for path, content in (*files, *_by_hand(read, made), *assets().items()):
        (target / path).parent.mkdir(parents=True, exist_ok=True)
        (target / path).write_bytes(content)
    click.echo(f"{len(made.pages)} pages in {target}")


def _files(made: Edition) -> Iterator[tuple[str, bytes]]:
    for path, page in made.pages.items():
        yield path, _with_front_matter(page).encode()
    yield from ((path, text.encode()) for path, text in made.files.items())
    yield from made.pictures.items()


def _by_hand(argument: Argument, made: Edition) -> Iterator[tuple[str, bytes]]:
    for document in argument.documents:
        shown = made.insets.get(by_hand(document.file), {})
        text = replaced(document.text, {key: inset.drawn for key, inset in shown.items()}.get)
        yield document.file.removeprefix("docs/"), text.encode()


def _with_front_matter(page: Page) -> str:
    head = {"title": page.title, "description": page.description, "head": page.head}
    lines = (f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in head.items())
    return "\n".join(("---", *lines, "---", "", page.html, ""))

"""`claimbook init`: a new map with one worked example."""

import json
import sys
from collections.abc import Iterator
from importlib.resources import as_file, files
from pathlib import Path
from typing import Final

import click

TITLE: Final = "Should the library open on Sundays?"
THEMES: Final = {
    "material": """\
  name: material
  font: false # nothing is loaded from elsewhere
  palette: {primary: custom, accent: custom} # the map's own colours
""",
    "mkdocs": """\
  name: mkdocs
  highlightjs: false # nothing is loaded from elsewhere
""",
}
"""What mkdocs.yml says of each theme; the example is written for the first."""
EPILOG: Final = """
\b
Examples:
  claimbook init my-map
  claimbook init my-map --title "Does the bridge need a toll?" --theme mkdocs
  claimbook init .        in the folder of a MkDocs site: a map for that site

\b
Exit status: 0 done, 2 wrong usage, or something of that name is there already.
"""
LINES: Final = """\
Add these lines to mkdocs.yml (`search` goes where no plugin is named):
  plugins:
    - search
    - claimbook"""

_IN_A_SITE: Final = ("claims/", "references.bib")


@click.command(epilog=EPILOG)
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), metavar="DIR")
@click.option("--title", default=TITLE, help="What the map is called.")
@click.option(
    "--theme", type=click.Choice([*THEMES]), default="material", help="Theme of the site."
)
@click.option("--dry-run", is_flag=True, help="Say which files would be written; write nothing.")
def init(folder: Path, title: str, theme: str, *, dry_run: bool) -> None:
    """Start a map of any text in the folder DIR, with one worked example to write over.

    Where DIR holds a MkDocs site, the map is written beside its pages and nothing of the site is
    touched. No file that is there is ever written over.
    """
    in_a_site = (folder / "mkdocs.yml").exists()
    new = {n: text for n, text in _files(title, theme) if not in_a_site or n.startswith(_IN_A_SITE)}
    if taken := [name for name in new if (folder / name).exists()]:
        raise click.UsageError(f"{folder / taken[0]} is there already; nothing was written")
    for name in new:
        click.echo(f"{'would write' if dry_run else 'wrote'} {folder / name}")
    if dry_run:
        return
    for name, text in new.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    if in_a_site:
        click.echo(LINES)
    else:
        _note_python(folder)
        click.echo(f"Build it: python3 {folder / 'scripts' / 'build.py'}")


def _files(title: str, theme: str) -> Iterator[tuple[str, str]]:
    """The files of the example by name, under their title and with their theme."""
    quoted = title if title == TITLE else json.dumps(title, ensure_ascii=False)
    titles = {"README.md": title, "claims/map.yml": quoted, "mkdocs.yml": quoted}
    themed = {THEMES["material"]: THEMES[theme]}
    with as_file(files("claimbook") / "starter") as start:
        for path in sorted(start.rglob("*")):
            name = path.relative_to(start).as_posix()
            if path.is_file() and "__pycache__" not in name:
                changes = {**themed, TITLE: titles.get(name, TITLE)}
                yield name.replace("gitignore", ".gitignore"), _with(path, changes)


def _with(path: Path, changes: dict[str, str]) -> str:
    text = path.read_text(encoding="utf-8")
    for old, new in changes.items():
        text = text.replace(old, new)
    return text


def _note_python(folder: Path) -> None:
    """Note which Python has Claimbook, so that the scripts of the map find it on this machine."""
    note = folder / ".cache" / "python"
    note.parent.mkdir(exist_ok=True)
    note.write_text(sys.executable, encoding="utf-8")

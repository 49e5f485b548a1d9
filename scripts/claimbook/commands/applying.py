"""How an edit is shown, asked for and written."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path
from typing import Any, Final, TypedDict, TypeVar, Unpack

import click

from claimbook.commands.choosing import reading, whole
from claimbook.commands.project import show
from claimbook.commands.putting import put
from claimbook.edit.project import Edit, Project, edited, project
from claimbook.edit.tables import LayoutError
from claimbook.exchange.difference import Names, part_lines, plain, report
from claimbook.model import Argument
from claimbook.problems import Problem
from claimbook.read import Loaded, load
from claimbook.read.decoding import decode
from claimbook.reason.diff import diff, names, translated
from claimbook.rules import check

LONGEST: Final = 80  # lines of the comparison; --dry-run shows all of it
_MARK: Final = b"\xef\xbb\xbf"  # byte-order mark
_COLOURS: Final = {"+": "green", "-": "red", "@": "cyan"}
_SHOWN_BY_LINES: Final = frozenset({"For the reviewer", "Bibliography"})

F = TypeVar("F", bound=Callable[..., Any])
Files = Mapping[str, bytes]


def changes_files(command: F) -> F:
    """Add the options `--yes` and `--dry-run`."""
    yes = click.option("-y", "--yes", is_flag=True, help="Write without asking.")
    dry = click.option("--dry-run", is_flag=True, help="Show what would change; write nothing.")
    return yes(dry(command))


class Consent(TypedDict):
    """What a person said beforehand about writing."""

    yes: bool
    dry_run: bool


def answered(question: str, default: str, *, yes: bool, dry_run: bool) -> str:
    """What a person answers; the default where they said that nothing is to be asked."""
    return default if yes or dry_run else str(click.prompt(question, default=default))


@dataclass(frozen=True)
class Opened:
    """A project in its folder, with its files as they are."""

    root: Path
    files: Files
    project: Project

    @property
    def argument(self) -> Argument:
        """The argument as it is."""
        return self.project.argument


def opened(root: Path) -> Opened:
    """A project for editing; where it cannot be read whole, its problems are shown and all ends."""
    files, found = reading(root)
    return Opened(root, files, project(whole(found, root, files).argument, files))


def apply(at: Opened, edits: Iterable[Edit], **consent: Unpack[Consent]) -> None:
    """Show what edits change, ask, and write them."""
    try:
        texts = edited(at.project, edits)
    except LayoutError as error:
        raise click.ClickException(str(error)) from None
    write(at, texts, **consent)


def write(at: Opened, texts: Mapping[str, str], **consent: Unpack[Consent]) -> None:
    """Show what new texts of files change, ask, and write them."""
    if not texts:
        click.echo("Nothing changes.")
        return
    new = {file: _encoded(text, at.files.get(file, b"")) for file, text in texts.items()}
    _tell(at, {**at.files, **new}, texts, None if consent["dry_run"] else LONGEST)
    if consent["dry_run"]:
        click.echo("Dry run: nothing was written.")
        return
    if not consent["yes"]:
        click.confirm("Write this?", abort=True)
    put(at.root, at.files, new)
    click.echo(f"Written: {', '.join(texts)}.")


def _tell(at: Opened, after: Files, texts: Iterable[str], longest: int | None) -> None:
    compared = [line for file in texts for line in _compared(file, at.files, after)]
    for line in compared[:longest]:
        click.secho(line, fg=_COLOURS.get(line[:1]))
    if longest and len(compared) > longest:
        click.echo(f"… and {len(compared) - longest} more lines; --dry-run shows all.")
    old, new = reading(at.root)[1], load(after)
    if not new.whole:
        show(new.problems, at.root, after)
        raise click.ClickException("the files could not be read any more; nothing was written")
    for line in _meaning(old.argument, new.argument):
        click.echo(line)
    _tell_new_problems(at, old, new, after)


def _compared(file: str, before: Files, after: Files) -> Iterator[str]:
    old, new = (decode(file, side.get(file, b"")).text.splitlines() for side in (before, after))
    return unified_diff(old, new, file, file, n=1, lineterm="")


def _meaning(before: Argument, after: Argument) -> Iterator[str]:
    """What the lines do not show: statuses, debt, addresses, and the numbers."""
    difference = diff(before, after)
    known = Names(translated(before, names(before, after)), after, {})
    found = report(difference, known)
    yield ""
    for part in found.parts:
        if part.title not in _SHOWN_BY_LINES:
            yield from part_lines(part, plain)
    yield found.summary


def _tell_new_problems(at: Opened, old: Loaded, new: Loaded, after: Files) -> None:
    known = {(problem.rule, problem.message) for problem in _problems(old)}
    fresh = [p for p in _problems(new) if (p.rule, p.message) not in known]
    if fresh:
        click.echo("To be put right next:")
        show(fresh, at.root, after)


def _problems(found: Loaded) -> tuple[Problem, ...]:
    broken = check(found.argument, whole=found.whole, intact=found.intact)
    return tuple(sorted({*found.problems, *broken}))


def _encoded(text: str, before: bytes) -> bytes:
    """A text with the line ends and the byte-order mark of the file that it replaces."""
    ends = "\r\n" if b"\r\n" in before else "\n"
    mark = _MARK if before.startswith(_MARK) else b""
    return mark + text.replace("\n", ends).encode()

"""New contents of files, put where the old ones stand."""

from collections.abc import Mapping
from pathlib import Path

import click

from claimbook.read import collect


def put(root: Path, before: Mapping[str, bytes], new: Mapping[str, bytes]) -> None:
    """Write files, each in one stroke, unless somebody changed one of them since `before`."""
    now = collect(root)
    if changed := [file for file in new if now.get(file) != before.get(file)]:
        raise click.ClickException(f"{changed[0]} was changed meanwhile; nothing was written")
    for file, content in new.items():
        target = root / file
        draft = target.with_name(f".{target.name}.new")
        draft.write_bytes(content)
        if target.exists():
            draft.chmod(target.stat().st_mode)
        draft.replace(target)

"""What stands in pages and files that somebody wrote by hand."""

from collections.abc import Iterable, Mapping
from html import escape
from itertools import chain
from pathlib import Path
from typing import Any

from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files

from claimbook.pages import Inset
from claimbook.pages.foreign import harmless


def refuse_harmful(files: Files, folder: Path) -> None:
    """Stop at links to files elsewhere, and at files that could run in a browser."""
    for file in files:
        path = folder / file.src_uri
        if file.generated_by or file.inclusion.is_excluded() or not path.exists():
            continue
        if path.resolve() != folder.resolve() / file.src_uri:
            raise PluginError(f"docs/{file.src_uri}: it is a symbolic link or stands behind one")
        if not harmless(file.src_uri, path.read_bytes()):
            raise PluginError(f"docs/{file.src_uri}: it is no text and no picture without scripts")


def escaped(meta: Mapping[str, Any]) -> dict[str, str]:
    """The texts of a page's front matter, as templates show them: as they are."""
    return {name: escape(text) for name, text in meta.items() if isinstance(text, str)}


def drawn(html: str, insets: Iterable[Inset]) -> str:
    """A page with the maps that it asks for."""
    for placeholder, svg in chain.from_iterable(inset.maps.items() for inset in insets):
        html = html.replace(placeholder, svg)
    return html

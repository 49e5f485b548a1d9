"""Fields of a bibliography that are no LaTeX."""

from typing import Final

VERBATIM: Final = frozenset(
    {"archiveurl", "doi", "ecli", "eprint", "file", "isbn", "issn", "readat", "url"}
)
"""Fields of addresses and numbers, in which `%` and `~` are characters."""

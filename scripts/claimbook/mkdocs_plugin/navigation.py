"""Where generated pages stand: in the navigation, and among the files of MkDocs."""

from collections.abc import Iterable
from typing import Any, Final

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel

from claimbook.pages.address import CLAIMS, SOURCES

SECTIONS: Final = "claimbook:sections"
"""Stands in a navigation for the pages of all sections."""

_LISTS: Final = (CLAIMS, SOURCES)


def with_sections(nav: Any, sections: Iterable[str]) -> Any:  # noqa: ANN401 -- the shape of nav is MkDocs' own
    """A navigation with the paths of the sections where it asks for them."""
    if isinstance(nav, list):
        return [new for item in nav for new in _expanded(item, sections)]
    if isinstance(nav, dict):
        return {title: with_sections(item, sections) for title, item in nav.items()}
    return nav


def _expanded(item: Any, sections: Iterable[str]) -> list[Any]:  # noqa: ANN401 -- likewise
    if item == SECTIONS:
        return list(sections)
    return [with_sections(item, sections)]


def page_file(config: MkDocsConfig, path: str) -> File:
    """A generated page; in a navigation that nobody wrote claims and sources are too many."""
    many = is_one_of_many(path)
    level = InclusionLevel.NOT_IN_NAV if many else InclusionLevel.UNDEFINED
    return File.generated(config, path, content="", inclusion=level)


def is_one_of_many(path: str) -> bool:
    """Whether a path is that of a claim or of a source."""
    return path.startswith(("claims/", "sources/")) and path not in _LISTS

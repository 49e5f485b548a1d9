"""Where generated pages stand: in the navigation, and among the files of MkDocs."""

from collections.abc import Collection, Iterable
from typing import Any, Final

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel

from claimbook.pages.address import CLAIMS, SOURCES

SECTIONS: Final = "claimbook:sections"
"""Stands in a navigation for the pages of all sections."""

_FOLDERS: Final = ("claims/", "sections/", "sources/")
_LISTS: Final = (CLAIMS, SOURCES)


def with_sections(nav: Any, sections: Iterable[str]) -> Any:  # noqa: ANN401 -- the shape of nav is MkDocs' own
    """A navigation with the paths of the sections, or of their list, where it asks for them."""
    if isinstance(nav, list):
        return [new for item in nav for new in _expanded(item, sections)]
    if isinstance(nav, dict):
        return {title: with_sections(item, sections) for title, item in nav.items()}
    return nav


def _expanded(item: Any, sections: Iterable[str]) -> list[Any]:  # noqa: ANN401 -- likewise
    if item == SECTIONS:
        return list(sections)
    return [with_sections(item, sections)]


def page_file(config: MkDocsConfig, path: str, sections: Collection[str]) -> File:
    """A generated page; one of too many does not come into a navigation that nobody wrote."""
    many = is_one_of_many(path, sections)
    level = InclusionLevel.NOT_IN_NAV if many else InclusionLevel.UNDEFINED
    return File.generated(config, path, content="", inclusion=level)


def is_one_of_many(path: str, sections: Collection[str]) -> bool:
    """Whether a path is that of a claim, a source, or a section that no navigation lists."""
    return path.startswith(_FOLDERS) and path not in _LISTS and path not in sections

"""Whether every address in a built site holds inside it, and nothing is fetched from outside.

A missing target is reported at each place that points at it.
"""

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import SplitResult, quote, unquote, urljoin, urlsplit

from claimbook.links.markup import Markup, Reference, read, survey
from claimbook.problems import Place, Problem

ANYWHERE = "https://site.invalid/"
"""Where a site is thought to stand while nobody says where."""

_PLAIN = re.compile(r"((?:\.\./)*(?:[\w-]+(?:\.\w+)*/)*(?:[\w-]+(?:\.\w+)*)?)(?:#([\w-]*))?")
"""An address in the same site whose parts mean what they say: most of them."""

_WEB = frozenset({"http", "https"})
_BESIDE_THE_WEB = frozenset({"data", "mailto", "tel"})


def files_of(folder: Path) -> dict[str, bytes]:
    """Every file of a built site by its name relative to `folder`."""
    start = len(str(folder)) + 1
    paths = (Path(above, name) for above, _, names in os.walk(folder) for name in names)
    return {path.as_posix()[start:]: path.read_bytes() for path in sorted(paths)}


def check(pages: Mapping[str, bytes], *, site_url: str = ANYWHERE) -> Iterator[Problem]:
    """Yield every reference that breaks, in the order of `pages`: all files of a site by name.

    `site_url` says where the site will stand: what is written absolutely is followed too.
    """
    if not any(name.endswith(".html") for name in pages):
        yield Problem(Place("site"), "empty-site", "there is no page to check", "build it first")
    site = _Site(pages, site_url.rstrip("/") + "/")
    for page in pages:
        suspects = {
            r for r in site.markups[page].references if any(_check_reference(site, page, r))
        }
        yield from _placed(site, page, suspects)


@dataclass(frozen=True)
class _Site:
    pages: Mapping[str, bytes]
    url: str

    @cached_property
    def markups(self) -> Mapping[str, Markup]:
        return {name: survey(name, content) for name, content in self.pages.items()}


def _placed(site: _Site, page: str, suspects: set[Reference]) -> Iterator[Problem]:
    """The problems of a page at their places; at its beginning where none is found."""
    if not suspects:
        return
    placed = read(page, site.pages[page]).references
    missed = {s for s in suspects if s.address not in {reference.address for reference in placed}}
    for reference in (*placed, *sorted(missed, key=lambda reference: reference.address)):
        yield from _check_reference(site, page, reference)


def _check_reference(site: _Site, page: str, reference: Reference) -> Iterator[Problem]:
    if plain := _PLAIN.fullmatch(reference.address):
        target = _from(page, plain[1])
        if target in site.pages and (not plain[2] or plain[2] in site.markups[target].fragments):
            return
    url = _resolve(site, page, reference.address)
    if url.geturl().startswith(site.url):
        yield from _check_target(site, page, reference, url)
    elif url.scheme in _WEB and url.netloc and _names_a_host(reference.address):
        if reference.loaded:
            hint = "put a copy into the site"
            yield _problem(page, reference, "third-party-resource", "comes from elsewhere", hint)
    elif url.scheme not in _BESIDE_THE_WEB:
        yield _problem(page, reference, "broken-link", "leads out of the site to nothing")


def _check_target(
    site: _Site, page: str, reference: Reference, url: SplitResult
) -> Iterator[Problem]:
    target = _file(site, url)
    fragment = unquote(url.fragment.partition(":~:")[0])
    if target not in site.pages:
        hint = "add a slash at its end" if f"{target}/index.html" in site.pages else ""
        yield _problem(page, reference, "broken-link", f"there is no {target}", hint)
    elif fragment not in {"", "top"} and fragment not in site.markups[target].fragments:
        yield _problem(page, reference, "broken-fragment", f"{target} has no id “{fragment}”")


def _from(page: str, path: str) -> str:
    """The file at a path relative to a page; nonsense where it leads out of the site."""
    if not path:
        return page
    folder = page.rpartition("/")[0]
    while path.startswith("../"):
        path, folder = path[3:], folder.rpartition("/")[0] if folder else ".."
    target = f"{folder}/{path}" if folder else path
    return f"{target}index.html" if target.endswith("/") or not target else target


def _resolve(site: _Site, page: str, address: str) -> SplitResult:
    try:
        return urlsplit(urljoin(site.url + quote(page), address))
    except ValueError:
        return SplitResult("", "", "", "", "")


def _names_a_host(address: str) -> bool:
    return bool(urlsplit(address).netloc)


def _file(site: _Site, url: SplitResult) -> str:
    name = unquote(url.path).removeprefix(urlsplit(site.url).path)
    return f"{name}index.html" if name.endswith("/") or not name else name


def _problem(page: str, reference: Reference, rule: str, message: str, hint: str = "") -> Problem:
    place = Place(page, reference.line, reference.column)
    return Problem(place, rule, f"“{reference.address}”: {message}", hint)

"""Whether every address in a built site holds inside it, and nothing is fetched from outside.

A missing target is reported at each place that points at it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import SplitResult, quote, unquote, urljoin, urlsplit

from claimbook.links.markup import Markup, Reference, read
from claimbook.problems import Place, Problem

ANYWHERE = "https://site.invalid/"
"""Where a site is thought to stand while nobody says where."""

_WEB = frozenset({"http", "https"})
_BESIDE_THE_WEB = frozenset({"data", "mailto", "tel"})


def files_of(folder: Path) -> dict[str, bytes]:
    """Every file of a built site by its name relative to `folder`."""
    paths = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def check(pages: Mapping[str, bytes], *, site_url: str = ANYWHERE) -> Iterator[Problem]:
    """Yield every reference that breaks, in the order of `pages`: all files of a site by name.

    `site_url` says where the site will stand: what is written absolutely is followed too.
    """
    if not any(name.endswith(".html") for name in pages):
        yield Problem(Place("site"), "empty-site", "there is no page to check", "build it first")
    site = _Site(pages, site_url.rstrip("/") + "/")
    for page in pages:
        for reference in site.markups[page].references:
            yield from _check_reference(site, page, reference)


@dataclass(frozen=True)
class _Site:
    pages: Mapping[str, bytes]
    url: str

    @cached_property
    def markups(self) -> Mapping[str, Markup]:
        return {name: read(name, content) for name, content in self.pages.items()}


def _check_reference(site: _Site, page: str, reference: Reference) -> Iterator[Problem]:
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

"""How much travels to a reader, compressed."""

from collections.abc import Iterable, Mapping
from gzip import compress

import turbohtml

OWN = "assets/claimbook/"
SCRIPTS = 25_000
PAGE = 150_000
ADDRESSES = ("href", "src", "data-held")
LATE = ("search/", "assets/javascripts/workers/")
"""What the theme fetches when search is opened; tests/browser/test_search.py proves it."""


def test_own_scripts_keep_to_their_budget(files: Mapping[str, bytes]) -> None:
    own = {name: files[name] for name in files if name.startswith(OWN) and name.endswith(".js")}
    assert len(own) > 5
    sizes = {name: size(content) for name, content in own.items()}
    sizes["in every page"] = size("".join(inline(files["index.html"].decode())).encode())
    assert sum(sizes.values()) <= SCRIPTS, sizes


def test_no_page_weighs_much_before_search(
    files: Mapping[str, bytes], pages: Mapping[str, str]
) -> None:
    named = ("index.html", *(name for name in pages if name.startswith("claims/")))
    assert len(named) > 10
    scripts = sum(size(files[name]) for name in files if name.startswith(OWN))
    shared = sum(size(files[name]) for name in linked(pages["index.html"]))
    heavy = {name: size(files[name]) + shared + scripts for name in named}
    assert shared > 50_000
    assert {name: weight for name, weight in heavy.items() if weight > PAGE} == {}


def size(content: bytes) -> int:
    return len(compress(content, mtime=0))


def inline(page: str) -> Iterable[str]:
    """The scripts inside a page that are not the theme's."""
    texts = (script.text for script in turbohtml.parse(page).select("script:not([src], [type])"))
    return [text for text in texts if "__md_scope" not in text and "__tabbed" not in text]


def linked(page: str) -> Iterable[str]:
    """The styles, scripts and pictures that the home page names, and what waits for the reader."""
    document = turbohtml.parse(page)
    named = ("link[rel=stylesheet]", "link[rel=icon]", "[src]", "[data-held]")
    found = document.select(", ".join(named))
    return {str(next(filter(None, map(one.attrs.get, ADDRESSES)))) for one in found}

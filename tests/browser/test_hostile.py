"""What strangers sent, built into sites and opened: nothing runs, and nothing is fetched.

Nothing in the browser guards these sites: what is proved is that no text becomes more than text.
Every page is read by the rules of HTML; those that hold most, and some of each kind, are opened.
CLAIMBOOK_ALL_PAGES opens every one.
"""

import os
from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import NamedTuple

import pytest
import turbohtml
from playwright.sync_api import Browser, Page, Route

from tests.browser.conftest import Host
from tests.hostile import site
from tests.hostile.payloads import EVIL, PAYLOADS

STRIDE = 1 if "CLAIMBOOK_ALL_PAGES" in os.environ else 25
TOLD = "window.alert = number => console.error(`ran: ${number}`)"
FORBIDDEN = "iframe, object, embed, base, style, plaintext, xmp, marquee, frameset, applet, portal"
RUNNING = ("javascript:", "data:text", "vbscript:")
LOADING = ("src", "srcset", "data", "poster", "background", "action", "formaction", "manifest")


class Built(NamedTuple):
    """A site, and how many times a payload stands in its files."""

    folder: Path
    used: int


class RootHost(Host):
    """Serves a site at the root."""

    prefix = "/"


@pytest.fixture(scope="session", params=["let_through", "everything"])
def hostile(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Built:
    root = tmp_path_factory.mktemp(request.param)
    site.write_unguarded(root)
    drafted = getattr(site, request.param)(root)
    site.build(root, root / "site", checked=request.param == "let_through")
    return Built(root / "site", len(drafted.used))


@pytest.fixture
def address(hostile: Built) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(RootHost, directory=hostile.folder))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


def test_there_are_many_payloads_in_many_places(hostile: Built) -> None:
    assert len(set(PAYLOADS)) >= 300
    assert hostile.used >= 10_000


def test_no_payload_becomes_an_element(hostile: Built) -> None:
    pages = list(hostile.folder.rglob("*.html"))
    assert len(pages) > 2 * len(PAYLOADS)
    assert [told for page in pages for told in unwanted(page)] == []


def test_nothing_is_written_beside_the_site(hostile: Built) -> None:
    known = {".cache", "claims", "docs", "mkdocs.yml", "references.bib", "site"}
    assert {path.name for path in hostile.folder.parent.iterdir()} == known
    assert not [path for path in hostile.folder.rglob("*") if path.is_symlink()]


def test_nothing_runs_and_nothing_is_fetched(
    hostile: Built, address: str, browser: Browser
) -> None:
    seen: list[str] = []
    page = watched(browser, address, seen)
    for path in opened(hostile.folder):
        page.goto(address + path)
        assert page.url == address + path
        assert len(page.frames) == 1
    page.context.close()
    assert seen == []


def test_a_drawing_that_is_opened_by_itself_runs_nothing(
    hostile: Built, address: str, browser: Browser
) -> None:
    seen: list[str] = []
    page = watched(browser, address, seen)
    for drawing in sorted(hostile.folder.rglob("map.svg"))[:: STRIDE * 2]:
        page.goto(address + drawing.relative_to(hostile.folder).as_posix())
        assert page.locator("parsererror").count() == 0
    page.context.close()
    assert seen == []


def watched(browser: Browser, address: str, seen: list[str]) -> Page:
    """A page that tells of whatever runs or is fetched."""
    context = browser.new_context()
    context.add_init_script(TOLD)
    page = context.new_page()
    listen(page, address, seen)
    return page


def unwanted(page: Path) -> Iterator[str]:
    """Elements, handlers and addresses that no page of the site has of its own."""
    document = turbohtml.parse(page.read_text(encoding="utf-8"))
    for element in document.select("*"):
        for name, value in element.attrs.items():
            loads = name in LOADING and f"//{EVIL}" in str(value)
            leads = name in {*LOADING, "href", "xlink:href"}
            runs = leads and str(value).strip().lower().startswith(RUNNING)
            if loads or runs or name.startswith("on"):
                yield f"{page}: <{element.tag} {name}={value}>"
    for element in document.select(FORBIDDEN):
        yield f"{page}: <{element.tag}>"


def opened(folder: Path) -> list[str]:
    """The pages that bring much together, and some of those of one claim or source."""
    every = [path.parent.relative_to(folder).as_posix() for path in folder.rglob("index.html")]
    single = sorted(path for path in every if path.startswith(("claims/", "sources/")))
    several = sorted(set(every) - set(single) - {"."})
    return ["", *(f"{path}/" for path in (*several, *single[::STRIDE]))]


def listen(page: Page, address: str, seen: list[str]) -> None:
    def answer(route: Route) -> None:
        seen.append(f"fetched: {route.request.url}")
        route.abort()

    page.route(lambda url: not url.startswith((address, "data:")), answer)
    page.on("pageerror", lambda error: seen.append(f"script: {error}"))
    page.on("console", lambda said: seen.append(said.text) if "ran: " in said.text else None)

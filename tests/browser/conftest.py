import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from tests.bench.host import hosting
from tests.browser.visit import Visitor
from tests.built.site import SITE, canonical
from tests.conftest import TWIN

expect.set_options(timeout=30_000)  # a loaded machine is no failure

QUIET = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update",
    "--disable-features=PreloadTopChromeWebUI",
)  # fmt: skip


class Host(SimpleHTTPRequestHandler):
    """Serves the site below the path where it will stand, and nothing beside it."""

    prefix = "/"

    def translate_path(self, path: str) -> str:
        inside = path.startswith(self.prefix)
        return super().translate_path(path.removeprefix(self.prefix) if inside else "/nowhere")

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as inherited
        pass


@pytest.fixture(scope="session")
def host() -> Iterator[str]:
    assert (SITE / "index.html").is_file(), "there is no site to look at: run scripts/build.py"
    Host.prefix = canonical((SITE / "index.html").read_bytes()).path
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Host, directory=SITE))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}{Host.prefix}"
    server.shutdown()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = os.environ.get("CHROMIUM")
    assert path, "set CHROMIUM to the path of a Chromium, as scripts/test.py does"
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=path, args=list(QUIET))


@pytest.fixture
def visit(browser: Browser, host: str) -> Iterator[Visitor]:
    visitor = Visitor(browser, host)
    yield visitor
    visitor.leave()


@pytest.fixture(scope="session")
def twin_host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The tiny twin, whose pages stay as they are while the claims are edited."""
    folder = tmp_path_factory.mktemp("twin")
    shutil.copytree(TWIN, folder / "twin")
    command = (sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", folder / "site")
    subprocess.run(command, cwd=folder / "twin", check=True)
    with hosting(folder / "site") as address:
        yield address


@pytest.fixture
def visit_twin(browser: Browser, twin_host: str) -> Iterator[Visitor]:
    visitor = Visitor(browser, twin_host)
    yield visitor
    visitor.leave()

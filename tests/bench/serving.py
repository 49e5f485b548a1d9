"""From saving a claim to its new page in the browser: `claimbook serve` and plain `mkdocs serve`.

Both serve the very same pages: plain MkDocs with Material is given what `claimbook write` wrote.
Run it as `CHROMIUM=… python -m tests.bench.serving`; Chromium has both pages open and reloads
them by itself. It prints the median of 20 edits each, in turn, or of as many as are asked for
behind its name.
"""

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from urllib.error import URLError
from urllib.request import urlopen

from playwright.sync_api import Browser, Page, sync_playwright

from claimbook.read import collect, load

ROOT = Path(__file__).parents[2]
EDITS = 20
PATIENCE = 90.0  # seconds
PLAIN = """\
site_name: Plain
use_directory_urls: true
theme: {name: material, font: false}
plugins: [search]
not_in_nav: "*"
"""


@dataclass
class Served:
    """A site that is served: the words to edit in a file from a line on, the page to look at."""

    name: str
    file: Path
    line: int
    words: str
    url: str

    def follow(self, number: int, page: Page) -> float:
        """Seconds from saving an edit to the page in the browser that shows it."""
        mark = f"measured-{number}-{self.name}"
        lines = self.file.read_text(encoding="utf-8").splitlines(keepends=True)
        head, tail = "".join(lines[: self.line]), "".join(lines[self.line :])
        self.file.write_text(head + tail.replace(self.words, mark, 1), encoding="utf-8")
        start = time.perf_counter()
        self.words = mark
        told = page.locator(f"meta[name=description][content*='{mark}']")
        told.wait_for(state="attached", timeout=PATIENCE * 1000)
        return time.perf_counter() - start


def main(edits: int = EDITS) -> None:
    """Print a table of both."""
    with tempfile.TemporaryDirectory() as folder, contextlib.ExitStack() as stack:
        both = (
            stack.enter_context(claimbook(Path(folder) / "ours")),
            stack.enter_context(mkdocs(Path(folder) / "plain")),
        )
        browser = stack.enter_context(chromium())
        open_ = [browser.new_page() for _ in both]
        for page, served in zip(open_, both, strict=True):
            page.goto(served.url)
        times = [
            [served.follow(n, page) for served, page in zip(both, open_, strict=True)]
            for n in range(edits + 1)
        ][1:]
    columns = list(zip(*times, strict=True))
    print(f"{len(load(collect(ROOT)).argument.claims)} claims, {edits} edits, seconds:")  # noqa: T201
    for name, column in zip(("claimbook serve", "plain mkdocs serve"), columns, strict=True):
        spread = f"{min(column):.2f} to {max(column):.2f}"
        print(f"  {name:<20} median {median(column):.2f}, {spread}")  # noqa: T201


@contextlib.contextmanager
def chromium() -> Iterator[Browser]:
    """A browser."""
    program, options = os.environ["CHROMIUM"], ["--no-sandbox", "--disable-gpu"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=options)
        yield browser
        browser.close()


@contextlib.contextmanager
def claimbook(folder: Path) -> Iterator[Served]:
    """The real project under `claimbook serve`; the first claim of the first section is edited."""
    for name in ("claims", "docs"):
        shutil.copytree(ROOT / name, folder / name)
    for name in ("references.bib", "mkdocs.yml"):
        shutil.copy(ROOT / name, folder / name)
    claim = next(iter(load(collect(folder)).argument.claims.values()))
    file = folder / claim.place.file
    words = max(claim.statement.split(), key=len)
    command = ("-m", "claimbook", "serve", "-C", str(folder))
    with serving(command) as address:
        yield Served("ours", file, claim.place.line, words, f"http://{address}/claims/{claim.id}/")


@contextlib.contextmanager
def mkdocs(folder: Path) -> Iterator[Served]:
    """The same pages under plain MkDocs; the same claim's page is edited."""
    claim = next(iter(load(collect(ROOT)).argument.claims.values()))
    write = ("-m", "claimbook", "write", str(folder / "docs"), str(ROOT))
    subprocess.run((sys.executable, *write), check=True, stdout=subprocess.DEVNULL)
    (folder / "mkdocs.yml").write_text(PLAIN, encoding="utf-8")
    words = max(claim.statement.split(), key=len)
    settings = str(folder / "mkdocs.yml")
    command = ("-m", "mkdocs", "serve", "--livereload", "--config-file", settings, "--dev-addr")
    with serving(command, option="") as address:
        file = folder / "docs" / "claims" / f"{claim.id}.md"
        yield Served("plain", file, 0, words, f"http://{address}/claims/{claim.id}/")


@contextlib.contextmanager
def serving(command: tuple[str, ...], option: str = "--address") -> Iterator[str]:
    """The address at which a command serves, once it does."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    environment = {**os.environ, "SITE_URL": "http://127.0.0.1/", "NO_MKDOCS_2_WARNING": "1"}
    words = (sys.executable, *command, *filter(None, (option, address)))
    with subprocess.Popen(words, env=environment, stderr=subprocess.DEVNULL) as process:
        try:
            end = time.monotonic() + PATIENCE
            while not read(f"http://{address}/") and time.monotonic() < end:
                time.sleep(0.2)
            yield address
        finally:
            process.terminate()


def read(url: str) -> str:
    """The page; nothing where there is none yet."""
    with contextlib.suppress(URLError, ConnectionError), urlopen(url) as page:  # noqa: S310 - here
        return str(page.read().decode())
    return ""


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))

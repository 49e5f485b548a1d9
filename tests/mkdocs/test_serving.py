"""A site that is served while its files are edited: what is wrong stands on the page itself."""

import contextlib
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

import pytest

from tests.conftest import TWIN

PATIENCE = 120
"""Seconds after which a page that did not follow is held to be stuck."""
SLIP = ("[phones-run-flat]", "[phones-run-flt]")
PAGES = ("", "claims/people-look-up/", "claims/", "map/", "method/", "data/argument.json")
NEW = """
  a-new-one:
    claim: Quite new.
    kind: empirical
    voice: opponent
"""
HOOK = """
from pathlib import Path

def on_config(config):
    config.copyright = f"<!-- {Path(__file__).with_name('extra.txt').read_text()} -->"
"""
RELOAD = re.compile(r"<script>[^<]*livereload\(.*?</script>", re.DOTALL)
FAULT = "there is no claim `phones-run-flt`"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return shutil.copytree(TWIN, tmp_path / "twin")


@contextlib.contextmanager
def served(project: Path) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    command = (sys.executable, "-m", "claimbook", "serve", "-C", project, "--address", address)
    with subprocess.Popen(command) as process:
        try:
            yield f"http://{address}/clock/claims/keep-the-clock/"
        finally:
            process.terminate()


def test_problems_come_and_go_on_the_page(project: Path) -> None:
    with served(project) as page:
        wait_for(page, lambda html: "The village should keep its clock." in html)
        assert "cb-faults" not in read(page)
        edit(project, *SLIP)
        wait_for(page, lambda html: FAULT in html and "The village should keep its clock." in html)
        edit(project, *reversed(SLIP))
        wait_for(page, lambda html: html and "cb-faults" not in html)


def test_a_start_with_problems_shows_them(project: Path) -> None:
    edit(project, *SLIP)
    with served(project) as page:
        wait_for(page.partition("claims/")[0], lambda html: FAULT in html)


def test_browsers_keep_what_a_theme_names_by_its_fingerprint_and_nothing_else(
    project: Path,
) -> None:
    with served(project) as page:
        wait_for(page, bool)
        lasting, *_ = re.findall(r"assets/stylesheets/main\.[0-9a-f]{8}\.min\.css", read(page))
        start = page.partition("claims/")[0]
        assert "immutable" in kept(start + lasting)
        assert not kept(page)
        assert not kept(f"{start}assets/claimbook/claimbook.css")
        assert not kept(start + lasting.replace("main", "gone"))


def kept(url: str) -> str:
    """For how long a browser is told to keep what stands at an address."""
    try:
        with urlopen(url) as answer:  # noqa: S310 - here
            return str(answer.headers.get("Cache-Control", ""))
    except HTTPError as error:
        return str(error.headers.get("Cache-Control", ""))


def test_every_page_follows_as_if_all_were_built(project: Path) -> None:
    method = project / "docs" / "method.md"
    method.write_text(f"{method.read_text()}\n\n```claimbook\nclaim people-look-up\n```\n")
    with served(project) as page:
        site = page.partition("claims/")[0]
        wait_for(page, lambda html: "People on the square" in html)
        edit(project, "People on the square", "Passers-by")
        wait_for(page, lambda html: "Passers-by" in html)
        found = {address: read(f"{site}{address}") for address in PAGES}
    built = pages_of(project, site)
    for address in PAGES:
        assert without_reload(found[address]) == built[address], address
        assert "Passers-by" in found[address]


def test_a_new_claim_gets_a_page(project: Path) -> None:
    with served(project) as page:
        wait_for(page, lambda html: "The village should keep" in html)
        file = project / "claims" / "time.yml"
        text = file.read_text(encoding="utf-8").replace(
            "[phones-tell", "[a-new-one, phones-tell", 1
        )
        file.write_text(f"{text}{NEW}", encoding="utf-8")
        wait_for(page.replace("keep-the-clock", "a-new-one"), lambda html: "Quite new." in html)


def test_a_page_by_hand_follows_too(project: Path) -> None:
    with served(project) as page:
        method = page.replace("claims/keep-the-clock", "method")
        wait_for(method, bool)
        file = project / "docs" / "method.md"
        file.write_text(f"{file.read_text()}\n\nA new sentence.\n", encoding="utf-8")
        wait_for(method, lambda html: "A new sentence." in html)


def test_whatever_else_a_site_watches_builds_all(project: Path) -> None:
    settings = project / "mkdocs.yml"
    settings.write_text(
        f"{settings.read_text(encoding='utf-8')}\nwatch: [extra.txt]\nhooks: [h.py]\n"
    )
    extra = project / "extra.txt"
    extra.write_text("first")
    (project / "h.py").write_text(HOOK)
    with served(project) as page:
        wait_for(page, lambda html: "first" in html)
        extra.write_text("second")
        wait_for(page, lambda html: "<!-- second -->" in html)


def pages_of(project: Path, site: str) -> dict[str, str]:
    """The pages as a build of all gives them, by their addresses."""
    folder = project.parent / "site"
    settings = project / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8").replace("https://example.org/clock/", site)
    settings.write_text(text.replace("guard: true", "guard: false"), encoding="utf-8")
    command = (sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", folder)
    subprocess.run(command, cwd=project, check=True)
    found = {address: folder / address for address in PAGES}
    files = {
        address: file if file.suffix else file / "index.html" for address, file in found.items()
    }
    return {address: file.read_text(encoding="utf-8") for address, file in files.items()}


def without_reload(html: str) -> str:
    """A page without the script that MkDocs adds to those it serves."""
    return RELOAD.sub("", html)


def edit(project: Path, old: str, new: str) -> None:
    file = project / "claims" / "time.yml"
    file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def wait_for(url: str, seen: Callable[[str], object]) -> None:
    end = time.monotonic() + PATIENCE
    while not seen(read(url)):
        assert time.monotonic() < end, f"{url} did not follow"
        time.sleep(0.1)


def read(url: str) -> str:
    with contextlib.suppress(URLError, ConnectionError), urlopen(url) as page:  # noqa: S310 - here
        return str(page.read().decode())
    return ""

"""A site that is served while its files are edited: what is wrong stands on the page itself."""

import contextlib
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from tests.conftest import TWIN

PATIENCE = 120
"""Seconds after which a page that did not follow is held to be stuck."""
SLIP = ("[phones-run-flat]", "[phones-run-flt]")
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


def edit(project: Path, old: str, new: str) -> None:
    file = project / "claims" / "time.yml"
    file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def wait_for(url: str, seen: Callable[[str], object]) -> None:
    end = time.monotonic() + PATIENCE
    while not seen(read(url)):
        assert time.monotonic() < end, f"{url} did not follow"
        time.sleep(0.2)


def read(url: str) -> str:
    with contextlib.suppress(URLError, ConnectionError), urlopen(url) as page:  # noqa: S310 - here
        return str(page.read().decode())
    return ""

import contextlib
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

PATIENCE = 180
"""Seconds after which a site that did not follow a change is held to be stuck."""


@pytest.fixture
def served(checkout: Path) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    script = checkout / "scripts" / "build.py"
    with subprocess.Popen((sys.executable, script, "--serve", "--address", address)) as process:
        yield f"http://{address}/"
        process.terminate()


def test_a_served_site_follows_a_change_of_the_claims(checkout: Path, served: str) -> None:
    wait_for("<!doctype html>", served)
    section = next(p for p in sorted((checkout / "claims").glob("*.yml")) if p.stem != "map")
    text = section.read_text(encoding="utf-8")
    section.write_text(text.replace("title: ", "title: Zugzwang ", 1), encoding="utf-8")
    wait_for("Zugzwang", served)


def wait_for(words: str, url: str) -> None:
    end = time.monotonic() + PATIENCE
    while words not in read(url):
        assert time.monotonic() < end, f"{words} did not appear"
        time.sleep(0.2)


def read(url: str) -> str:
    with contextlib.suppress(URLError, ConnectionError), urlopen(url) as page:  # noqa: S310
        return str(page.read().decode())
    return ""

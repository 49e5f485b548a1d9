"""Chromium as a printer."""

import os
import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

_NAMES: Final = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
_OPTIONS: Final = (
    *("--headless", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update"),
    *("--no-pdf-header-footer", "--generate-pdf-document-outline", "--export-tagged-pdf"),
)
_LONGEST: Final = 600  # seconds


class NoChromiumError(Exception):
    """There is no Chromium, or it did not print."""


def find(named: str = "") -> str:
    """The path of Chromium: the one named, the one in `CHROMIUM`, or the first on the path."""
    for name in (named, os.environ.get("CHROMIUM", ""), *_NAMES):
        if name and (path := shutil.which(name)):
            return path
    raise NoChromiumError(
        "there is no Chromium on this machine, which prints the PDF; install it (on Debian "
        "`apt-get install chromium`), or name it with --chromium or in the variable CHROMIUM"
    )


def print_html(html: str, chromium: str) -> bytes:
    """The tagged PDF of an HTML document, with an outline of its headings."""
    with TemporaryDirectory() as folder:
        source, target = Path(folder, "edition.html"), Path(folder, "edition.pdf")
        source.write_text(html, encoding="utf-8")
        sandbox = () if _may_sandbox() else ("--no-sandbox",)
        profile = (f"--user-data-dir={folder}/profile", f"--print-to-pdf={target}")
        command = (chromium, *_OPTIONS, *sandbox, *profile, source.as_uri())
        done = subprocess.run(  # noqa: S603 -- a browser of the user's own choice
            command, capture_output=True, text=True, timeout=_LONGEST, check=False
        )
        if not target.exists():
            last = (done.stderr.strip().splitlines() or ["it gave no reason"])[-1]
            raise NoChromiumError(f"{chromium} printed nothing: {last}")
        return target.read_bytes()


def _may_sandbox() -> bool:
    """Chromium refuses its sandbox to the superuser, as whom containers often run."""
    return not hasattr(os, "geteuid") or os.geteuid() != 0

"""Two arguments for every room: the tiny twin of the repository, and the real one."""

import signal
from pathlib import Path

import pytest

from claimbook.judging import argument
from claimbook.model import Argument
from claimbook.pages import Settings
from claimbook.pipeline import Edition, edition

ROOT = Path(__file__).parents[1]
TWIN = ROOT / "tests" / "site"
EDIT = "https://example.org/edit/{file}#L{line}"
ISSUE = "https://example.org/new?template={form}.yml&title={title}&{fields}"
SITE = "https://example.org/clock/"

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # A job in the background ignores interrupts, and so would every program it starts.
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def twin() -> Argument:
    return argument(TWIN)


@pytest.fixture(scope="session")
def real() -> Argument:
    return argument(ROOT)


@pytest.fixture(scope="session")
def twin_edition(twin: Argument) -> Edition:
    return edition(twin, Settings(EDIT, SITE, issue=ISSUE))


@pytest.fixture(scope="session")
def real_edition(real: Argument) -> Edition:
    return edition(real, Settings(EDIT))

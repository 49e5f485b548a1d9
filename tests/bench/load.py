"""How heavy and how quick the kinds of page are, against their budgets, in Chromium.

    CHROMIUM=… python -m tests.bench.load [RUNS]

The site as built is served with gzip over HTTP/1.1, each page to an empty cache. The line is held
to 1.6 Mbit/s with 150 ms before each answer (the fast 3G of Lighthouse), the processor to a
quarter of its speed. Other work on the machine only ever adds to a time, so each is the least of
the runs (5 unless told). For the longest task the processor's time is taken at full speed, which
other work does not touch, and multiplied by four. A star marks what is over its budget.
"""

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, CDPSession, Page, ViewportSize, sync_playwright

from tests.bench.host import hosting
from tests.browser.samples import argument

SITE = Path(__file__).parents[2] / "site"
LINE = {"offline": False, "latency": 150, "downloadThroughput": 2e5, "uploadThroughput": 2e5}
SLOWER = 4
QUIET = ("--no-sandbox", "--disable-gpu", "--disable-features=PreloadTopChromeWebUI")
SIZE: ViewportSize = {"width": 412, "height": 823}
WATCH = """() => {
  const seen = window.seen_ = { largest: 0, shift: 0 };
  const watch = (type, note) => new PerformanceObserver((list) => list.getEntries().forEach(note))
    .observe({ type, buffered: true });
  watch("largest-contentful-paint", (entry) => { seen.largest = entry.startTime; });
  watch("layout-shift", (entry) => { if (!entry.hadRecentInput) seen.shift += entry.value; });
}"""
SEEN = """() => ({ ...window.seen_,
  first: performance.getEntriesByName("first-contentful-paint")[0].startTime })"""


@dataclass(frozen=True)
class Load:
    """One load of a page: compressed kilobytes, milliseconds, and the layout shift."""

    weight: float
    first: float
    largest: float
    shift: float
    task: float


BUDGET = Load(weight=150, first=1000, largest=1000, shift=0.02, task=50)
COLUMNS = ("KB", "first paint", "largest", "shift", "longest task")


def main(runs: int = 5) -> None:
    """Print a row for each kind of page; what is over its budget is marked with a star."""
    print(f"{'':<10}{''.join(f'{name:>14}' for name in COLUMNS)}")  # noqa: T201
    print(row("budget", BUDGET))  # noqa: T201
    with hosting(SITE) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=os.environ["CHROMIUM"], args=[*QUIET])
        for name, path in kinds().items():
            loads = [load(browser, address + path) for _ in range(runs)]
            columns = zip(*map(astuple, loads), strict=True)
            print(row(name, Load(*map(min, columns))), flush=True)  # noqa: T201
        browser.close()


def kinds() -> dict[str, str]:
    """A page of each kind by its name: of many, the longest."""
    thesis = argument()["thesis"]
    return {
        "home": "",
        "section": longest("sections"),
        "claim": longest("claims"),
        "thesis": f"claims/{thesis}/",
        "source": longest("sources"),
        "map": "map/",
    }


def longest(folder: str) -> str:
    """The address of the page of a folder that has most to show."""
    pages = (SITE / folder).glob("*/index.html")
    page = max(pages, key=lambda path: path.stat().st_size)
    return f"{page.parent.relative_to(SITE).as_posix()}/"


def load(browser: Browser, address: str) -> Load:
    """Load a page twice afresh, slowly and at full speed, and see what it took."""
    with fresh(browser) as page:
        session = page.context.new_cdp_session(page)
        weights = weighed(session)
        slow_down(session)
        page.add_init_script(f"({WATCH})()")
        settle(page, address)
        seen: dict[str, float] = page.evaluate(SEEN)
    with fresh(browser) as page:
        browser.start_tracing(page=page, categories=["toplevel", "devtools.timeline"])
        settle(page, address)
        task = longest_task(json.loads(browser.stop_tracing())["traceEvents"], address)
    return Load(sum(weights) / 1000, seen["first"], seen["largest"], seen["shift"], SLOWER * task)


@contextmanager
def fresh(browser: Browser) -> Iterator[Page]:
    """A page of a phone that has seen nothing yet."""
    context = browser.new_context(viewport=SIZE, device_scale_factor=2)
    yield context.new_page()
    context.close()


def settle(page: Page, address: str) -> None:
    """Open an address and wait until nothing more comes."""
    page.goto(address, wait_until="load")
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(500)


def longest_task(events: list[dict[str, Any]], address: str) -> float:
    """Milliseconds of processor that the longest task took, of the thread that read the page."""
    readers = {(one["pid"], one["tid"]) for one in events if read(one) == address}
    tasks = (
        event.get("tdur", 0)
        for event in events
        if (event["pid"], event["tid"]) in readers and event["name"].endswith("::RunTask")
    )
    return float(max(tasks)) / 1000


def read(event: dict[str, Any]) -> str:
    """The address that the event of a trace reads; the browser reads pages of its own besides."""
    parsed = event.get("args", {}).get("beginData", {}) if event["name"] == "ParseHTML" else {}
    return str(parsed.get("url", ""))


def weighed(session: CDPSession) -> list[float]:
    """Where the bytes of each answer will be noted, head and body as they travelled."""
    weights: list[float] = []
    session.on("Network.loadingFinished", lambda done: weights.append(done["encodedDataLength"]))
    session.send("Network.enable")
    return weights


def slow_down(session: CDPSession) -> None:
    """Hold the line and the processor to those of a modest phone."""
    session.send("Network.emulateNetworkConditions", LINE)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})


def row(name: str, found: Load) -> str:
    """One line of the table."""
    over = [value > most for value, most in zip(astuple(found), astuple(BUDGET), strict=True)]
    texts = [f"{value:.3f}" if value < 1 else f"{value:.0f}" for value in astuple(found)]
    cells = (f"{text + ('*' if late else ' '):>14}" for text, late in zip(texts, over, strict=True))
    return f"{name:<10}{''.join(cells)}"


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))

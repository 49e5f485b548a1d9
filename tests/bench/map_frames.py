"""How smoothly a map of 3,000 nodes moves: frames in Chromium while it is dragged and zoomed.

    CHROMIUM=… python -m tests.bench.map_frames [CLAIMS]

The map is drawn by the engine, its page filled by the same template, the scripts are those of
the site. Each row gives milliseconds between frames: half of them are below the first figure,
95 of 100 below the second, none above the third.
"""

import os
import random
import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from itertools import chain
from pathlib import Path
from statistics import median, quantiles
from threading import Thread
from time import perf_counter
from typing import Any

from playwright.sync_api import Page, sync_playwright

from claimbook.exchange.graph_json import graph_json
from claimbook.model import Argument
from claimbook.pages import Book
from claimbook.pages.single import whole_map
from tests.bench.load import QUIET
from tests.making import argument, claim, section

SECTIONS = 10
WATCH = """() => {
  window.frames_ = []; let last = 0;
  const note = (now) => { if (last) frames_.push(now - last); last = now;
    window.watch_ = requestAnimationFrame(note); };
  requestAnimationFrame(note);
}"""
SEEN = "() => { cancelAnimationFrame(window.watch_); return window.frames_; }"
LONG = """() => new Promise((done) => {
  new PerformanceObserver((list) => done(list.getEntries().map((entry) => entry.duration)))
    .observe({ type: "longtask", buffered: true });
  setTimeout(() => done([]), 500);
})"""


class Silent(SimpleHTTPRequestHandler):
    """Serves a folder and says nothing."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as inherited
        pass


def main(claims: int = 2000) -> None:
    """Build the site of a large argument, look at its map and print what was measured."""
    made = large(claims)
    with tempfile.TemporaryDirectory() as folder:
        start = perf_counter()
        write(made, Path(folder))
        nodes = len(made.claims) + len(made.steps)
        tell(f"{nodes} nodes, drawn in {perf_counter() - start:.1f} s")
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Silent, directory=folder))
        Thread(target=server.serve_forever, daemon=True).start()
        look(f"http://127.0.0.1:{server.server_port}/map/", made.thesis)
        server.shutdown()


def large(claims: int) -> Argument:
    """An argument of sections that each grow from a conclusion, the same in every run."""
    chance = random.Random(7)  # noqa: S311 - repeatable, not secret
    parts = [grown(f"c{number}", claims // SECTIONS, chance) for number in range(SECTIONS)]
    conclusions = [next(iter(members)) for members in parts]
    parts[0][conclusions[0]]["because"].append((conclusions[1:], []))
    sections = [
        section(f"s{number}", [claim(id_, f"s{number}", **links) for id_, links in members.items()])
        for number, members in enumerate(parts)
    ]
    return argument(sections, thesis=conclusions[0])


def grown(name: str, count: int, chance: random.Random) -> dict[str, dict[str, Any]]:
    """Claims that rest on and are challenged by further claims, until there are enough."""
    ids = iter([f"{name}-{number}" for number in range(count)])
    waiting = [next(ids)]
    found: dict[str, dict[str, Any]] = {}
    while waiting:
        id_ = waiting.pop(0)
        steps = [[*take(ids, chance.choice([1, 1, 2, 3]))] for _ in range(chance.choice([1, 1, 2]))]
        rebutters = [*take(ids, 1)] if chance.random() < 1 / 3 else []
        found[id_] = {"because": [(premises, []) for premises in steps if premises]}
        found[id_]["but"] = rebutters
        waiting += [*chain.from_iterable(steps), *rebutters]
    return found


def take(ids: Iterator[str], count: int) -> Iterator[str]:
    """The next few ids, as far as there are any."""
    return (id_ for _, id_ in zip(range(count), ids, strict=False))


def write(made: Argument, folder: Path) -> None:
    """The map's page in a bare frame, with the scripts, styles and links that it needs."""
    page = whole_map(Book(made))
    assets = folder / "assets" / "claimbook"
    assets.mkdir(parents=True)
    for path in (files("claimbook") / "assets").iterdir():
        (assets / path.name).write_bytes(path.read_bytes())
    styles = (f'<link rel="stylesheet" href="../assets/claimbook/{name}">' for name in STYLES)
    (folder / "map").mkdir()
    html = f'<!doctype html><meta charset="utf-8">{"".join(styles)}<main>{page.html}</main>'
    (folder / "map" / "index.html").write_text(html, "utf-8")
    (folder / "data").mkdir()
    (folder / "data" / "graph.json").write_text(graph_json(made), "utf-8")


STYLES = ("map.css", "site.css", "explore.css")


def look(address: str, thesis: str) -> None:
    """Open the map, move it in each way and print the frames of each."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=os.environ["CHROMIUM"], args=[*QUIET])
        page = browser.new_page(viewport={"width": 1280, "height": 800}, bypass_csp=True)
        start = perf_counter()
        page.goto(address)
        page.wait_for_function("document.querySelector('.cb-place__where')?.textContent", timeout=0)
        ready = perf_counter() - start
        longest = max(page.evaluate(LONG), default=0)
        tell(f"ready in {ready:.1f} s, longest task {longest:.0f} ms")
        for name, move in MOVES.items():
            page.wait_for_timeout(1500)
            page.evaluate(WATCH)
            move(page, thesis)
            report(name, page.evaluate(SEEN))
        browser.close()


def dragged(page: Page, _: str) -> None:
    """Drag the map to and fro."""
    page.mouse.move(640, 400)
    page.mouse.down()
    for step in range(120):
        page.mouse.move(640 + 200 * (step % 40 - 20) / 20, 400 + step)
    page.mouse.up()


def zoomed(page: Page, _: str) -> None:
    """Zoom in and out with the wheel."""
    page.mouse.move(500, 400)
    page.keyboard.down("Control")
    for step in range(80):
        page.mouse.wheel(0, -40 if step < 40 else 40)
    page.keyboard.up("Control")


def near(page: Page, thesis: str) -> None:
    """Go near the thesis, where the text is read, and drag from there."""
    page.evaluate(f"location.hash = 'near={thesis}&zoom=1.00'")
    page.wait_for_timeout(600)
    dragged(page, thesis)


def walked(page: Page, thesis: str) -> None:
    """Walk along the links by keyboard."""
    page.focus(f'[data-node="{thesis}"]')
    for key in ["ArrowRight", "ArrowDown", "ArrowRight", "ArrowLeft"] * 8:
        page.keyboard.press(key)


MOVES = {
    "dragged, all in view": dragged,
    "zoomed in and out": zoomed,
    "dragged, near": near,
    "walked by keys": walked,
}


def report(name: str, frames: list[float]) -> None:
    """Print one row."""
    late = quantiles(frames, n=20)[-1]
    figures = f"{median(frames):>8.1f}{late:>8.1f}{max(frames):>8.1f}"
    tell(f"{name:<22}{figures} ms, {len(frames)} frames")


def tell(line: str) -> None:
    """Print a line at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))

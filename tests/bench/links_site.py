"""A site of 1,000 pages with 10,000 links inside and 300 outside, and what is wrong with it."""

import asyncio
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Final

from tests.links.cases import study
from tests.links.server import Behaviour, Exchange

PAGES: Final = 1_000
LINKS: Final = 10  # inside, on each page
HOSTS: Final = 30  # addresses of loopback, over which the links outside are spread
OUTSIDE: Final = 300
TEXT: Final = "<p>" + "Some words that make up the text of the page. " * 40 + "</p>"


@dataclass(frozen=True)
class Way:
    """How a server answers, and whether that is a fault; None where no program can tell."""

    behave: Behaviour
    is_fault: bool | None
    share: int
    fragment: str = ""


async def fine(exchange: Exchange) -> None:
    await exchange.answer(study('<h2 id="there">Here</h2>'))


async def gone(exchange: Exchange) -> None:
    await exchange.answer("", "404 Not Found")


async def failing(exchange: Exchange) -> None:
    await exchange.answer("", "500 Internal Server Error")


async def missing_softly(exchange: Exchange) -> None:
    await exchange.answer("<title>Page not found</title><h1>Sorry</h1>")


async def for_sale(exchange: Exchange) -> None:
    await exchange.answer("<title>x</title><p>This domain is for sale.")


async def looping(exchange: Exchange) -> None:
    await exchange.redirect(exchange.path)


async def truncated(exchange: Exchange) -> None:
    text = study().encode()
    await exchange.send(
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 99999\r\n\r\n", text
    )


async def redirected(exchange: Exchange) -> None:
    await exchange.redirect("/fine")


async def busy_once(exchange: Exchange) -> None:
    if exchange.count == 1:
        await exchange.answer("", "429 Too Many Requests", Retry_After="1")
    else:
        await fine(exchange)


async def down_once(exchange: Exchange) -> None:
    await exchange.answer(study(), "503 Service Unavailable" if exchange.count == 1 else "200 OK")


async def unlike_head(exchange: Exchange) -> None:
    await asyncio.sleep(0.01)
    await fine(exchange)


async def forbidden(exchange: Exchange) -> None:
    await exchange.answer("", "403 Forbidden")


async def walled(exchange: Exchange) -> None:
    await exchange.answer("<title>Just a moment...</title>", "403 Forbidden")


WAYS: Final[Mapping[str, Way]] = {
    "gone": Way(gone, is_fault=True, share=10),
    "failing": Way(failing, is_fault=True, share=5),
    "missing-softly": Way(missing_softly, is_fault=True, share=5),
    "for-sale": Way(for_sale, is_fault=True, share=3),
    "looping": Way(looping, is_fault=True, share=3),
    "truncated": Way(truncated, is_fault=True, share=3),
    "no-fragment": Way(fine, is_fault=True, share=10, fragment="#nowhere"),
    "redirected": Way(redirected, is_fault=False, share=10),
    "busy-once": Way(busy_once, is_fault=False, share=5),
    "down-once": Way(down_once, is_fault=False, share=5),
    "slow": Way(unlike_head, is_fault=False, share=5),
    "fragment": Way(fine, is_fault=False, share=10, fragment="#there"),
    "words": Way(fine, is_fault=False, share=5, fragment="#:~:text=the%20sample"),
    "forbidden": Way(forbidden, is_fault=None, share=5),
    "walled": Way(walled, is_fault=None, share=5),
}


@dataclass(frozen=True)
class Site:
    """What was written: the links outside, and the faults inside and outside, by target."""

    outside: tuple[str, ...]
    broken: frozenset[str]
    faults: frozenset[str]
    unclear: frozenset[str]


def behaviours() -> dict[str, Behaviour]:
    """Every path of the server."""
    special = {f"/{name}/{n}": way.behave for name, way in WAYS.items() for n in range(way.share)}
    return {**special, "/fine": fine, **{f"/fine/{n}": fine for n in range(OUTSIDE)}}


def write(folder: Path, port: int) -> Site:
    """Write the site; its links outside lead to `port` on loopback."""
    outside = dict(_outside(port))
    broken: set[str] = set()
    links = iter(outside)
    for number in range(PAGES):
        body = "".join(_inside(number, broken))
        more = islice(links, 1 if number % 10 in {0, 3, 6} else 0)
        body += "".join(f'<p><a href="{address}">outside</a></p>' for address in more)
        page = folder / _name(number)
        page.parent.mkdir(parents=True)
        page.write_text(
            f"<!doctype html><title>{number}</title><h1 id=top-{number}>{number}</h1>"
            f'<h2 id="part">Part</h2>{TEXT}{body}{TEXT}'
        )
    (folder / "index.html").write_text('<!doctype html><title>home</title><a href="p0/">first</a>')
    return Site(
        tuple(outside),
        frozenset(broken),
        frozenset(a for a, fault in outside.items() if fault),
        frozenset(a for a, fault in outside.items() if fault is None),
    )


def _outside(port: int) -> Iterator[tuple[str, bool | None]]:
    special = [(name, n, way) for name, way in WAYS.items() for n in range(way.share)]
    for index, (name, n, way) in enumerate(special):
        yield f"http://127.0.0.{2 + index % HOSTS}:{port}/{name}/{n}{way.fragment}", way.is_fault
    for index in range(OUTSIDE - len(special)):
        yield f"http://127.0.0.{2 + index % HOSTS}:{port}/fine/{index}", False


def _inside(number: int, broken: set[str]) -> Iterator[str]:
    """Ten links: to other pages, to parts of them, in HTML and in drawings; some lead nowhere."""
    for n in range(LINKS):
        target = (number * 7 + n * 131) % PAGES
        address = f"../p{target}/" + ("#part" if n % 2 else "")
        if n == 1 and number % 100 == 5:
            address = f"../p{target}/#nowhere-{number}"
        elif n == 2 and number % 100 == 15:
            address = f"../q{number}/"
        elif n == 4 and number % 100 == 25:
            address = f"../p{target}.html"
        elif n == 9 and number % 200 == 35:
            address = f"../q{number}/drawn/"
        if address != f"../p{target}/" + ("#part" if n % 2 else ""):
            path, _, fragment = address.removeprefix("../").partition("#")
            broken.add(f"{path.rstrip('/')}#{fragment}")
        if n == LINKS - 1:
            yield f'<svg viewBox="0 0 9 9"><a href="{address}"><text>x</text></a></svg>'
        else:
            yield f'<p>Some text with <a href="{address}">a link</a> in it.</p>'


def _name(number: int) -> str:
    return f"p{number}/index.html"

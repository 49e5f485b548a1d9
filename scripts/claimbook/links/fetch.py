"""One address asked, from redirect to redirect, with everything that can go wrong named."""

import asyncio
import ssl
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from types import TracebackType
from typing import Final, Self

import aiohttp
from aiohttp.abc import AbstractResolver
from yarl import URL

from claimbook.links import transfer
from claimbook.links.answer import (
    MOST_HOPS,
    REDIRECTS,
    Answer,
    Failure,
    deserves_another_try,
    is_web,
    next_address,
    wait_asked_for,
)
from claimbook.links.gates import Gates, Pace
from claimbook.links.guard import GuardedResolver, refuse_literal
from claimbook.links.results import Hop
from claimbook.links.states import State

_LONGEST_HEADER: Final = 64 * 1024
_HEADERS: Final = {
    "Accept": "text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.8",
    "Accept-Language": "en,*;q=0.5",
}


@dataclass(frozen=True)
class Network:
    """How the web is reached: as whom, at which pace, by which names and certificates.

    Hosts in `exempt` may be private. `now` gives the time for servers without a clock.
    """

    user_agent: str
    now: Callable[[], datetime]
    pace: Pace = field(default_factory=Pace)
    exempt: frozenset[str] = frozenset()
    resolver: AbstractResolver | None = None
    tls: ssl.SSLContext = field(default_factory=ssl.create_default_context)


class Fetcher:
    """Asks for addresses, politely; an asynchronous context."""

    def __init__(self, network: Network) -> None:
        self._network = network
        self._gates = Gates(network.pace)

    async def __aenter__(self) -> Self:
        network = self._network
        resolver = GuardedResolver(network.exempt, network.resolver)
        self._session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(
                resolver=resolver, ssl=network.tls, force_close=True, limit=0
            ),
            cookie_jar=aiohttp.DummyCookieJar(),
            headers={"User-Agent": network.user_agent, **_HEADERS},
            max_field_size=_LONGEST_HEADER,
            max_line_size=_LONGEST_HEADER,
            timeout=aiohttp.ClientTimeout(total=network.pace.timeout),
        )
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        await self._session.close()

    async def get(self, address: str, *, accept: str = "", words: bool = True) -> Answer | Failure:
        """Ask for `address` and follow redirects; a PDF is read whole only for its `words`."""
        hops: list[Hop] = []
        cookies = False
        while True:
            outcome = await self._ask(address, accept, words=words)
            if isinstance(outcome, Failure) or outcome.status not in REDIRECTS:
                return replace(outcome, hops=tuple(hops))
            cookies |= "set-cookie" in outcome.headers
            hops.append(Hop(address, outcome.status))
            target = _follow(outcome, hops, cookies=cookies)
            if isinstance(target, Failure):
                return replace(target, hops=tuple(hops))
            address = target

    async def _ask(self, address: str, accept: str, *, words: bool) -> Answer | Failure:
        """One address without its redirects, with as many tries as the pace allows."""
        if not is_web(address):
            return Failure(address, State.BAD_ADDRESS)
        async with self._gates.through(address):
            waits = () if self._gates.is_silent(address) else self._network.pace.waits
            for wait in (*waits, None):
                if wish := self._gates.wish(address):
                    return Failure(address, State.DEFERRED, wish)
                outcome = await self._try(address, accept, words=words)
                self._gates.silence(address, silent=isinstance(outcome, Failure))
                if not deserves_another_try(outcome):
                    break
                asked = self._wait_asked_for(outcome)
                if asked is not None and (wait is None or asked > self._network.pace.longest_wait):
                    return self._defer(address, asked)
                if wait is not None:
                    await asyncio.sleep(wait if asked is None else asked)
        return outcome

    async def _try(self, address: str, accept: str, *, words: bool) -> Answer | Failure:
        headers = {"Accept": accept} if accept else {}
        try:
            url = URL(address, encoded=address.isascii())
            refuse_literal(url.host or "", self._network.exempt)
            async with self._session.get(url, headers=headers, allow_redirects=False) as response:
                try:
                    return await transfer.answer(response, address, words=words)
                finally:
                    response.close()
        except transfer.FAILURES as error:
            return transfer.failure(error, address)

    def _wait_asked_for(self, outcome: Answer | Failure) -> float | None:
        return wait_asked_for(outcome, self._network.now()) if isinstance(outcome, Answer) else None

    def _defer(self, address: str, asked: float) -> Failure:
        wish = f"to be asked again after {asked:.0f} s"
        self._gates.defer(address, wish)
        return Failure(address, State.DEFERRED, wish)


def _follow(redirect: Answer, hops: list[Hop], *, cookies: bool) -> str | Failure:
    target = next_address(redirect)
    if isinstance(target, Failure):
        return target
    if len(hops) > MOST_HOPS or any(hop.address == target for hop in hops):
        state = State.COOKIE_WALL if cookies else State.LOOP
        return Failure(target, state, f"{len(hops)} redirects")
    return target

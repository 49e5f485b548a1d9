"""Politeness: one request at a time to a host, and a gap after each."""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from urllib.parse import urlsplit


@dataclass(frozen=True)
class Pace:
    """How fast and how patiently to ask; times in seconds.

    Tries are `backoff` apart at first, then twice as long each. A `Retry-After` of up to
    `longest_wait` is honoured; a longer one defers the host.
    """

    gap: float = 1.0
    tries: int = 3
    backoff: float = 1.0
    longest_wait: float = 60.0
    timeout: float = 30.0
    hosts_at_once: int = 16

    @property
    def waits(self) -> tuple[float, ...]:
        """The waits between tries."""
        return tuple(self.backoff * 2**n for n in range(self.tries - 1))


class Gates:
    """A gate for each host, and what hosts asked for: to be left alone until later."""

    def __init__(self, pace: Pace) -> None:
        self._gap = pace.gap
        self._locks: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._deferred: dict[str, str] = {}
        self._silent: set[str] = set()

    @asynccontextmanager
    async def through(self, address: str) -> AsyncIterator[None]:
        """Hold the host of `address` for one exchange; let it rest afterwards."""
        lock = self._locks[host_of(address)]
        await lock.acquire()
        try:
            yield
        finally:
            asyncio.get_running_loop().call_later(self._gap, lock.release)

    def defer(self, address: str, wish: str) -> None:
        """Remember that the host of `address` wants to be left alone."""
        self._deferred[host_of(address)] = wish

    def wish(self, address: str) -> str:
        """What the host of `address` asked for; empty for nothing."""
        return self._deferred.get(host_of(address), "")

    def silence(self, address: str, *, silent: bool) -> None:
        """Remember whether the host of `address` answered when it was asked last."""
        (self._silent.add if silent else self._silent.discard)(host_of(address))

    def is_silent(self, address: str) -> bool:
        """Whether the host of `address` gave no answer, so that it need not be asked so often."""
        return host_of(address) in self._silent


def host_of(address: str) -> str:
    """The host of an address with its port, in lower case."""
    return urlsplit(address).netloc.rpartition("@")[2].lower()

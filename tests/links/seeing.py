"""A run of the checker over every case of the misbehaving server."""

import asyncio
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime
from urllib.parse import urlsplit

from claimbook.links.fetch import Network
from claimbook.links.gates import Pace
from claimbook.links.results import Result
from claimbook.links.run import run
from claimbook.links.targets import Target
from tests.links.cases import CASES
from tests.links.server import Names, Server

QUICK = Pace(gap=0, tries=2, backoff=0.01, timeout=4.0, hosts_at_once=8)
TODAY = date(2026, 11, 23)


def see(server: Server) -> Mapping[str, Result]:
    """The result for each case by its name."""
    addresses = {case.name: case.address.format(**server.ports) for case in CASES}
    targets = [Target(addresses[case.name], words=tuple(case.words)) for case in CASES]
    network = network_of(server, addresses.values())
    results: dict[str, Result] = {}
    asyncio.run(run(targets, {}, network, TODAY, lambda r: results.update({r.address: r})))
    return {name: results[address] for name, address in addresses.items()}


def network_of(server: Server, addresses: Iterable[str]) -> Network:
    """The web as it is on loopback, where the hosts of the test may be asked."""
    return Network(
        user_agent="claimbook tests",
        now=lambda: datetime(2026, 11, 23, 10, 0, tzinfo=UTC),
        pace=QUICK,
        exempt=frozenset(_hosts(addresses)),
        resolver=Names(),
        tls=server.trust,
    )


def _hosts(addresses: Iterable[str]) -> Iterator[str]:
    """The hosts of this test, which lead to loopback; the intranet's is not among them."""
    for address in addresses:
        host = urlsplit(address).netloc.partition(":")[0]
        if host.endswith(".test"):
            yield host.encode("idna").decode()

"""Every way to misbehave is seen for what it is, and nothing more is said of it."""

import asyncio
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from urllib.parse import urlsplit

import pytest

from claimbook.links.fetch import Network
from claimbook.links.gates import Pace
from claimbook.links.results import Result
from claimbook.links.run import run
from claimbook.links.targets import Target
from tests.links.cases import BEHAVIOURS, CASES, Case
from tests.links.server import Names, Server, served

QUICK = Pace(gap=0, tries=2, backoff=0.01, timeout=4.0, hosts_at_once=8)
TODAY = date(2026, 11, 23)


@dataclass(frozen=True)
class Seen:
    """What a run over all cases saw, and which requests it made."""

    results: dict[str, Result]
    requests: list[str]


@pytest.fixture(scope="module")
def seen() -> Seen:
    with served(BEHAVIOURS) as server:
        return asyncio.run(_see(server))


async def _see(server: Server) -> Seen:
    addresses = {case.name: case.address.format(**server.ports) for case in CASES}
    targets = [Target(addresses[case.name], words=tuple(case.words)) for case in CASES]
    network = Network(
        user_agent="claimbook tests",
        now=lambda: datetime(2026, 11, 23, 10, 0, tzinfo=UTC),
        pace=QUICK,
        exempt=frozenset(hosts(addresses.values())),
        resolver=Names(),
        tls=server.trust,
    )
    results: dict[str, Result] = {}
    await run(targets, {}, network, TODAY, lambda r: results.update({r.address: r}))
    return Seen({name: results[address] for name, address in addresses.items()}, server.requests)


def hosts(addresses: Iterable[str]) -> Iterator[str]:
    for address in addresses:
        host = urlsplit(address).netloc.partition(":")[0]
        if host.endswith(".test"):
            yield host.encode("idna").decode()


def test_there_are_at_least_thirty_ways_to_misbehave() -> None:
    assert len(CASES) >= 30


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_misbehaviour_is_seen_for_what_it_is(case: Case, seen: Seen) -> None:
    result = seen.results[case.name]
    sights = {words.text: words.sight for words in result.words}
    assert (result.state, sights, len(result.hops)) == (case.state, case.words, case.hops)

import asyncio
import time
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from claimbook.links.results import Result
from claimbook.links.run import run
from claimbook.links.states import State
from claimbook.links.targets import Target
from tests.links.cases import study
from tests.links.seeing import QUICK, TODAY, network_of
from tests.links.server import Behaviour, Exchange, Server, served

GAP = 0.05
HOSTS = ("one.test", "two.test", "three.test")


@dataclass
class Witness:
    """What a server notices of those who ask."""

    at_once: Counter[str] = field(default_factory=Counter)
    most: Counter[str] = field(default_factory=Counter)
    times: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    headers: list[Mapping[str, str]] = field(default_factory=list)

    async def page(self, exchange: Exchange) -> None:
        host = exchange.headers["host"].partition(":")[0]
        self.headers.append(exchange.headers)
        self.times[host].append(time.monotonic())
        self.at_once[host] += 1
        self.most[host] = max(self.most[host], self.at_once[host])
        await asyncio.sleep(0.01)
        self.at_once[host] -= 1
        await exchange.answer(study(), Set_Cookie="who=you")
        self.times[host].append(time.monotonic())


def ask(server: Server, *addresses: str, gap: float = 0) -> dict[str, Result]:
    targets = [Target(address.format(**server.ports)) for address in addresses]
    network = network_of(server, (target.address for target in targets))
    network = replace(network, pace=replace(QUICK, gap=gap))
    results: dict[str, Result] = {}
    asyncio.run(run(targets, {}, network, TODAY, lambda r: results.update({r.address: r})))
    return results


def test_a_host_is_asked_one_at_a_time_with_a_gap_and_others_meanwhile() -> None:
    witness = Witness()
    paths = [f"/{n}" for n in range(5)]
    behaviours: dict[str, Behaviour] = dict.fromkeys(paths, witness.page)
    addresses = [f"http://{host}:{{http}}{path}" for host in HOSTS for path in paths]
    with served(behaviours) as server:
        results = ask(server, *addresses, gap=GAP)
    assert {result.state for result in results.values()} == {State.OK}
    assert witness.most == Counter(dict.fromkeys(HOSTS, 1))
    for times in witness.times.values():
        ends, starts = times[1:-1:2], times[2::2]
        assert all(start - end >= GAP * 0.9 for end, start in zip(ends, starts, strict=True))
    first_ends = [times[-1] for times in witness.times.values()]
    assert max(times[0] for times in witness.times.values()) < min(first_ends)


def test_it_says_who_asks_and_keeps_no_cookies() -> None:
    witness = Witness()
    with served({"/1": witness.page, "/2": witness.page}) as server:
        ask(server, "http://one.test:{http}/1", "http://one.test:{http}/2")
    assert [headers["user-agent"] for headers in witness.headers] == ["claimbook tests"] * 2
    assert all("cookie" not in headers and "referer" not in headers for headers in witness.headers)


def test_a_host_that_wants_to_be_left_alone_is_not_asked_again() -> None:
    async def busy(exchange: Exchange) -> None:
        await exchange.answer("", "429 Too Many Requests", Retry_After="7200")

    with served({f"/{n}": busy for n in range(4)}) as server:
        results = ask(server, *(f"http://one.test:{{http}}/{n}" for n in range(4)))
        assert len(server.requests) == 1
    assert {result.state for result in results.values()} == {State.DEFERRED}
    assert {result.note for result in results.values()} == {"to be asked again after 7200 s"}


def test_a_page_with_several_places_is_asked_once() -> None:
    witness = Witness()
    with served({"/1": witness.page}) as server:
        page = "http://one.test:{http}/1"
        results = ask(server, page, f"{page}#top", f"{page}#nowhere")
        assert len(server.requests) == 1
    assert sorted(result.state for result in results.values()) == ["no fragment", "ok", "ok"]


def test_only_get_is_used() -> None:
    witness = Witness()
    with served({"/1": witness.page}) as server:
        ask(server, "http://one.test:{http}/1", "http://one.test:{http}/gone")
        assert {request.split(" ")[0] for request in server.requests} == {"GET"}

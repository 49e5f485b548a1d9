"""A run over many addresses: each asked once, results handed over as they come."""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator, Callable, Iterable, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import islice
from typing import Final

from claimbook.links.answer import Answer
from claimbook.links.fetch import Fetcher, Network
from claimbook.links.gates import host_of
from claimbook.links.judge import Sighting, result, since
from claimbook.links.reader import Reader
from claimbook.links.results import Result
from claimbook.links.states import State, Verdict
from claimbook.links.targets import Target
from claimbook.links.words import Wording

SILENT: Final = frozenset({State.NO_HOST, State.NO_CONNECTION, State.TOO_SLOW})
"""States that a missing network of our own would bring about as well."""

_WITNESSES: Final = 5  # hosts that are asked whether the network is there


@dataclass(frozen=True)
class Ran:
    """How a run ended: `lost` are addresses of which a missing network told it nothing."""

    lost: tuple[str, ...] = ()


def due(
    targets: Iterable[Target], kept: Mapping[str, Result], today: date, fresh: int
) -> list[Target]:
    """The targets without a result from the last `fresh` days for the same words and snapshot."""
    oldest = (today - timedelta(days=fresh)).isoformat()
    return [target for target in targets if not _is_settled(target, kept, oldest)]


def copies(targets: Iterable[Target], results: Mapping[str, Result]) -> list[Target]:
    """The archived copies of those targets that do not answer, wanted for the same words."""
    return [
        Target(target.archive, target.places, target.words)
        for target in targets
        if target.archive and not _answers(results.get(target.address))
    ]


async def run(
    targets: Sequence[Target],
    kept: Mapping[str, Result],
    network: Network,
    today: date,
    record: Callable[[Result], None],
) -> Ran:
    """Ask for every target and `record` each result.

    Where nothing answers any longer, the silence is taken for our own and nothing is recorded
    of it.
    """
    silent: list[Result] = []
    witnesses = [address for address, seen in kept.items() if _answers(seen)]
    async for seen in _results(targets, network, today):
        known = since(seen, kept.get(seen.address))
        if known.state in SILENT:
            silent.append(known)
            continue
        record(known)
        witnesses.insert(0, known.address)
    asked = [*witnesses, *(target.page for target in targets)]
    if silent and not await _any_answers(asked, network):
        return Ran(tuple(known.address for known in silent))
    for known in silent:
        record(known)
    return Ran()


def _is_settled(target: Target, kept: Mapping[str, Result], oldest: str) -> bool:
    known = kept.get(target.address)
    return (
        known is not None
        and known.checked >= oldest
        and known.state not in {State.DEFERRED, State.CHANGED}
        and {words.text for words in known.words} == set(target.words)
        and known.snapshot == target.snapshot
    )


def _answers(known: Result | None) -> bool:
    return known is not None and known.state.verdict is Verdict.ANSWERS


async def _results(
    targets: Sequence[Target], network: Network, today: date
) -> AsyncIterator[Result]:
    by_page: dict[str, list[Target]] = defaultdict(list)
    for target in targets:
        by_page[target.page].append(target)
    async with AsyncExitStack() as stack:
        fetcher = await stack.enter_async_context(Fetcher(network))
        reader = await stack.enter_async_context(Reader())
        turns = _Turns(network.pace.hosts_at_once)
        looks = (_look(page, group, fetcher, reader, turns) for page, group in by_page.items())
        tasks = [asyncio.create_task(look) for look in looks]
        stack.push_async_callback(_cancel, tasks)
        for task in asyncio.as_completed(tasks):
            group, sighting = await task
            for target in group:
                yield result(target, sighting, today.isoformat())


class _Turns:
    """One page of a host at a time, from the question to the last word; few hosts at a time."""

    def __init__(self, hosts_at_once: int) -> None:
        self._hosts: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._places = asyncio.Semaphore(hosts_at_once)

    @asynccontextmanager
    async def of(self, address: str) -> AsyncIterator[None]:
        async with self._hosts[host_of(address)], self._places:
            yield


async def _look(
    page: str, group: list[Target], fetcher: Fetcher, reader: Reader, turns: _Turns
) -> tuple[list[Target], Sighting]:
    wanted = any(target.words or target.snapshot for target in group)
    async with turns.of(page):
        outcome = await fetcher.get(page, words=wanted)
        if not isinstance(outcome, Answer) or not outcome.body:
            return group, Sighting(outcome)
        read = await reader.read(outcome)
    return group, Sighting(outcome, read, Wording(read.text))


async def _cancel(tasks: Iterable["asyncio.Task[object]"]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


async def _any_answers(addresses: Iterable[str], network: Network) -> bool:
    """Whether one of the first few hosts gives any answer at all."""
    by_host = {host_of(address): address for address in reversed(list(addresses))}
    witnesses = islice(reversed(by_host.values()), _WITNESSES)
    once = replace(network, pace=replace(network.pace, tries=1))
    async with Fetcher(once) as fetcher:
        for address in witnesses:
            if isinstance(await fetcher.get(address, words=False), Answer):
                return True
    return False

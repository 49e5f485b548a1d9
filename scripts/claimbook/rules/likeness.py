"""Names that readers would take for one another."""

from collections.abc import Iterable, Iterator
from itertools import chain

from claimbook.model import Argument, Claim, Source, Text
from claimbook.rules.finding import Finding, all_claims

_SIGNS = str.maketrans("01i", "oll")
_PAIRS = (("rn", "m"), ("vv", "w"))


def look_alike_id(argument: Argument) -> Iterator[Finding]:
    """Every id and every key can be told from all others at a glance."""
    claims = ((claim.id, claim) for claim in all_claims(argument))
    sources = ((source.key, source) for source in argument.sources.values())
    yield from chain(_alike(claims), _alike(sources))


def _alike(named: Iterable[tuple[Text, Claim | Source]]) -> Iterator[Finding]:
    first: dict[str, Text] = {}
    for name, owner in named:
        known = first.setdefault(_looks(name), name)
        if known != name:
            message = f"`{name}` looks like `{known}`"
            yield Finding(name.place, message, "choose a name that nobody takes for it", owner)


def _looks(name: str) -> str:
    """A name as it looks: `l`, `i` and `1` alike, `0` like `o`, `rn` like `m`."""
    looks = name.lower().translate(_SIGNS)
    for pair, sign in _PAIRS:
        looks = looks.replace(pair, sign)
    return looks

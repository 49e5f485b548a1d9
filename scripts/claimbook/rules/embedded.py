"""What hand-written pages show of the map is there to be shown."""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Final

from claimbook.model import Argument, Text
from claimbook.problems import did_you_mean
from claimbook.prose import Wish, blocks
from claimbook.rules.finding import Finding, all_claims, respelt

KINDS: Final = ("claim", "map")


def unknown_block(argument: Argument) -> Iterator[Finding]:
    """Every block for parts of the map in a page names a claim or a section that there is."""
    if not argument.claims:
        return
    claims = [str(id_) for claim in all_claims(argument) for id_ in (claim.id, *claim.aliases)]
    sections = [section.id for section in argument.sections]
    for document in argument.documents:
        for wish in chain.from_iterable(block.wishes for block in blocks(document.text)):
            if wish.what == "claim":
                yield from _misnamed(wish.name, "claim", claims)
            elif wish.what != "map":
                yield _unknown_kind(wish)
            elif wish.name:
                yield from _misnamed(wish.name, "claim or section", [*claims, *sections])


def _misnamed(name: Text, kind: str, known: Iterable[str]) -> Iterator[Finding]:
    if not name:
        yield Finding(name.place, f"no {kind} is named", "write its id behind the first word")
    elif name not in known:
        hint = did_you_mean(name, known) or f"name a {kind} of this map"
        fix = respelt(name, known)
        yield Finding(name.place, f"there is no {kind} `{name}`", hint, fix=fix)


def _unknown_kind(wish: Wish) -> Finding:
    hint = did_you_mean(wish.what, KINDS) or "write `claim` or `map`, and an id behind it"
    message = f"`{wish.what}` is nothing that a page can show"
    return Finding(wish.what.place, message, hint, fix=respelt(wish.what, KINDS))

"""One claim becomes two: a second statement takes some of the reasons, objections and evidence."""

from collections.abc import Iterator, Mapping, Sequence
from textwrap import indent

from claimbook.edit.blocks import with_claim
from claimbook.edit.layout import Value, field
from claimbook.edit.project import CLAIM_KEYS, Edit, Project
from claimbook.edit.tables import take
from claimbook.edit.transfer import items
from claimbook.model import Claim

MARGIN = 2  # columns before a claim's id


def split(
    project: Project,
    claim: Claim,
    new: str,
    texts: Mapping[str, str],
    parts: Mapping[str, Sequence[int]],
) -> Iterator[Edit]:
    """Put a new claim behind `claim`, of the same kind, voice and paragraphs.

    `texts` are its text fields; `parts` gives for `because`, `but` and `evidence` the positions,
    counted from 0, of the items that go over to it.
    """
    document, old = project.claim_table(claim)
    head = {**texts, **_shared(claim)}
    lists = {key: _listed(key, [items(document, old, key)[n] for n in parts[key]]) for key in parts}
    lines = {key: "\n".join(field(key, value, MARGIN + 2)) + "\n" for key, value in head.items()}
    body = "".join((lines | lists)[key] for key in CLAIM_KEYS if key in lines | lists)
    yield document.file, with_claim(document, f"{' ' * MARGIN}{new}:\n{body}", claim.id)
    for key, positions in parts.items():
        for splice in take(document, old, key, positions):
            yield document.file, splice


def _shared(claim: Claim) -> dict[str, Value]:
    numbers = [int(number) for number in claim.paragraphs]
    paragraph: Value = numbers[0] if len(numbers) == 1 else numbers
    shared: dict[str, Value] = {"kind": str(claim.kind)}
    shared |= {"voice": str(claim.voice)} if claim.voice != "article" else {}
    return shared | ({"paragraph": paragraph} if numbers else {})


def _listed(key: str, texts: Sequence[str]) -> str:
    return f"{' ' * (MARGIN + 2)}{key}:\n{indent(''.join(texts), ' ' * (MARGIN + 4))}"

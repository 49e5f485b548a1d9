"""A claim in other words."""

from collections.abc import Iterator, Mapping

from claimbook.edit.project import CLAIM_KEYS, Edit, Project
from claimbook.edit.tables import put
from claimbook.model import Claim


def restate(project: Project, claim: Claim, texts: Mapping[str, str]) -> Iterator[Edit]:
    """Give text fields of a claim, by their keys in the files, new values."""
    document, table = project.claim_table(claim)
    for key, text in texts.items():
        yield document.file, put(document, table, key, text, CLAIM_KEYS)

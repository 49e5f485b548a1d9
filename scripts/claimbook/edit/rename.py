"""A claim under another id, everywhere; the former id stays behind as an alias."""

from collections.abc import Iterator

from claimbook.edit.project import CLAIM_KEYS, Edit, Project, replaced
from claimbook.edit.tables import put
from claimbook.model import Claim


def rename(project: Project, claim: Claim, new: str) -> Iterator[Edit]:
    """Rename the claim where it stands and wherever it is linked to."""
    yield replaced(project, claim.id, new)
    for link in project.references(claim.id):
        yield replaced(project, link, new)
    document, table = project.claim_table(claim)
    aliases = [str(alias) for alias in claim.aliases if alias != new]
    yield document.file, put(document, table, "aliases", [*aliases, str(claim.id)], CLAIM_KEYS)

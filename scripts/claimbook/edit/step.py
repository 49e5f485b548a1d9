"""Steps of reasoning written out, so that more than a premise stands in them."""

from collections.abc import Iterator

from claimbook.edit.document import Row, Scalar, Splice, Table, entries
from claimbook.edit.layout import scalar
from claimbook.edit.project import Edit, Project
from claimbook.edit.tables import LayoutError, add, put
from claimbook.model import Claim, Step
from claimbook.read.parts import StepShape

STEP_KEYS = tuple(StepShape.model_fields)


def undercut(project: Project, claim: Claim, step: Step, id_: str) -> Iterator[Edit]:
    """Add the id of another claim to `unless` of a step."""
    document, node = project.claim_table(claim)
    holder = _item(entries(node)["because"].value, step)
    if isinstance(holder, Table):
        yield document.file, add(document, holder, "unless", [id_], STEP_KEYS)
    else:
        yield document.file, _written_out(holder, f"unless: [{scalar(id_, inside=True)}]")


def warranted(project: Project, claim: Claim, step: Step, warrant: str) -> Iterator[Edit]:
    """Give a step a warrant."""
    document, node = project.claim_table(claim)
    holder = _item(entries(node)["because"].value, step)
    if isinstance(holder, Table):
        yield document.file, put(document, holder, "warrant", warrant, STEP_KEYS)
    else:
        yield document.file, _written_out(holder, f"warrant: {scalar(warrant, inside=True)}")


def _item(row: object, step: Step) -> Table | Scalar:
    node = row.value[step.number - 1] if isinstance(row, Row) else None
    if not isinstance(node, Table | Scalar):
        raise LayoutError(f"{step.place}: the step is neither a name nor a table")
    return node


def _written_out(node: Scalar, further: str) -> Splice:
    premise = scalar(str(node.value), inside=True)
    text = f"{{premises: [{premise}], {further}}}"
    return Splice(int(node.start_mark.index), int(node.end_mark.index), text)

"""The invented works of `golden/works.bib`, read as the project reads its bibliography."""

from pathlib import Path

from claimbook.exchange.work import Work, of_source
from claimbook.model import Person, Source
from claimbook.read.bibliography import bibliography
from claimbook.read.decoding import SourceText

GOLDEN = Path(__file__).parent / "golden"
CLAIM = Work(
    id="claim",
    type="webpage",
    title="Letters that nobody reads do harm",
    authors=(Person("The letter readers"),),
    container="The post, examined",
    url="https://example.org/claims/harm/",
)


def sources() -> dict[str, Source]:
    """Every source by its key."""
    text = (GOLDEN / "works.bib").read_text("utf-8")
    found = bibliography(SourceText("works.bib", text))
    assert found.problems == ()
    return dict(found.sources)


def works() -> dict[str, Work]:
    """Every work by its id, the claim last."""
    return {key: of_source(source) for key, source in sources().items()} | {"claim": CLAIM}

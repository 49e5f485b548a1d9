"""What an editor shows for the real claims, asked of the language server that editors use."""

from collections.abc import Iterator
from shutil import copytree

import pytest

from claimbook.model import Argument
from claimbook.pipeline import refresh_schema
from tests.conftest import ROOT
from tests.schema.language_server import Editor

FILE = "claims/prevention.yml"
TEXT = (ROOT / FILE).read_text()
NEW = "  a-claim-that-is-new:\n    claim: It is so.\n    kind: causal\n"


@pytest.fixture(scope="module")
def editor(real: Argument, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    root = tmp_path_factory.mktemp("project")
    copytree(ROOT / "claims", root / "claims")
    copytree(ROOT / ".vscode", root / ".vscode")
    refresh_schema(root, real, begin=True)
    with Editor(root) as editor:
        yield editor


def test_nothing_is_marked_in_the_real_files(editor: Editor) -> None:
    files = sorted((ROOT / "claims").glob("*.yml"))
    marked = {f.name: editor.show(f"claims/{f.name}", f.read_text()) for f in files}
    assert marked == {file.name: [] for file in files}
    assert len(marked) > 2


@pytest.mark.parametrize(
    ("written", "instead", "message"),
    [
        ("bearing: supports", "bearing: suports", "Value is not accepted. Valid values: "),
        ("bearing: supports", "bering: supports", "Property bering is not allowed."),
        ("kind: empirical", "kind: 3", "Value is not accepted. Valid values: "),
        ("checked: 2026-11-22", "checked: 22/11/2026", "String does not match the pattern of "),
        ("- source: szablewska2018campaigns", "- source: nobody2000", "There is no source of this"),
        ("    claim:", "    claim: [a, b]\n    short:", "Incorrect type. Expected "),
    ],
)
def test_a_mistake_is_marked_in_its_line(
    editor: Editor, written: str, instead: str, message: str
) -> None:
    at = TEXT.index(written)
    marked = editor.show(FILE, TEXT[:at] + instead + TEXT[at + len(written) :])
    line = TEXT.count("\n", 0, at)
    found = [mark["message"] for mark in marked if mark["range"]["start"]["line"] == line]
    assert any(text.startswith(message) for text in found), marked


def test_an_id_that_no_claim_has_is_marked(editor: Editor) -> None:
    marked = editor.show(FILE, f"{TEXT}{NEW}    but: [nobody-says-so]\n")
    assert [mark["message"][:40] for mark in marked] == ["There is no claim of this name. One just"]


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("    ", {"short", "voice", "because", "evidence", "assessment"}),
        ("    voice: ", {"article", "opponent", "editor"}),
        ("    but:\n      - ", {"measures-often-do-net-harm"}),
        ("    because:\n      - premises: [x]\n        scheme: ", {"cause-to-effect", "sign"}),
        ("    because:\n      - premises:\n          - ", {"measures-often-do-net-harm"}),
        ("    evidence:\n      - source: ", {"szablewska2018campaigns"}),
        ("    evidence:\n      - source: x\n        bearing: ", {"qualifies", "context"}),
        ("    accept:\n      ", {"absolute-word"}),
    ],
)
def test_what_can_be_written_is_offered(editor: Editor, typed: str, offered: set[str]) -> None:
    text = f"{TEXT}{NEW}{typed}"
    editor.show(FILE, f"{text}\n")
    lines = text.split("\n")
    found = editor.completions(FILE, len(lines), len(lines[-1]) + 1)
    assert offered <= found.keys()


def test_the_map_is_offered_claims_and_sections(editor: Editor) -> None:
    editor.show("claims/map.yml", "title: A map\nthesis: \n")
    assert "measures-often-do-net-harm" in editor.completions("claims/map.yml", 2, 9)
    editor.show("claims/map.yml", "thesis: measures-often-do-net-harm\nsections:\n  - \n")
    assert "prevention" in editor.completions("claims/map.yml", 3, 5)


def test_an_offered_id_is_told_apart_by_its_statement(editor: Editor, real: Argument) -> None:
    editor.show(FILE, f"{TEXT}{NEW}    but:\n      - \n")
    found = editor.completions(FILE, TEXT.count("\n") + 5, 9)
    statement = real.claims[real.thesis].statement
    assert found[str(real.thesis)]["documentation"] == statement


@pytest.mark.parametrize(
    ("word", "told"),
    [
        ("kind:", "What sort of statement it is."),
        ("bearing:", "How the finding bears on the claim."),
        ("limits:", "Design of the study and what it cannot show; Markdown."),
        ("szablewska2018campaigns", "A Systematic Literature Review"),
    ],
)
def test_a_key_and_a_name_are_explained_where_they_stand(
    editor: Editor, word: str, told: str
) -> None:
    editor.show(FILE, TEXT)
    at = TEXT.index(word)
    line = TEXT.count("\n", 0, at) + 1
    column = at - TEXT.rfind("\n", 0, at)
    hover = editor.hover(FILE, line, column)
    assert told in hover
    assert "Example:" in hover or "Allowed Values:" in hover

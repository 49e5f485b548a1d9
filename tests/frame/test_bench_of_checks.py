"""The bench of what a check costs measures what it says, on a map that Argdown gets whole."""

import sys
from pathlib import Path

import pytest

from claimbook.model import Argument, Bearing
from claimbook.read import collect, load
from tests.bench import checking
from tests.bench.argdown import argdown
from tests.bench.synthetic import write

CLAIMS = 30


@pytest.fixture
def project(tmp_path: Path) -> Path:
    write(tmp_path / "project", CLAIMS)
    return tmp_path / "project"


def statements(project: Path) -> list[str]:
    return [str(c.statement) for c in load(collect(project)).argument.claims.values()]


def test_argdown_gets_every_claim_once_and_each_of_its_links_below(twin: Argument) -> None:
    blocks = argdown(twin).strip().split("\n\n")
    written = {
        block.partition("\n")[0]: block.split("\n")[1:] for block in blocks if block[:1] == "["
    }
    for claim in twin.claims.values():
        links = written.pop(f"[{claim.id}]: {claim.statement} #{claim.kind}")
        reasons = [f"  + [{premise}]" for step in claim.steps for premise in step.premises]
        objections = [f"  - [{rebutter}]" for rebutter in claim.rebutters]
        found = [link.partition("]: ")[2] for link in links if "]: " in link]
        assert links[: len(links) - len(found)] == reasons + objections
        assert found == [str(piece.finding) for piece in claim.evidence]
    assert not written
    assert [block for block in blocks if block[:1] == "#"] == [
        f"# {section.title}" for section in twin.sections
    ]


def test_argdown_takes_a_finding_for_a_reason_unless_it_opposes(twin: Argument) -> None:
    lines = argdown(twin).splitlines()
    pieces = [piece for claim in twin.claims.values() for piece in claim.evidence]
    signs = {str(piece.finding): piece.bearing is Bearing.OPPOSES for piece in pieces}
    assert set(signs.values()) == {True, False}
    for finding, opposes in signs.items():
        (line,) = (line for line in lines if line.endswith(f"]: {finding}"))
        assert line.startswith("  - " if opposes else "  + ")


def test_a_first_check_finds_nothing_that_was_read_before(project: Path) -> None:
    (project / ".cache").mkdir()
    (project / ".cache" / "left").touch()
    checking.cold(project)
    kept = {path.name for path in (project / ".cache").iterdir()}
    assert kept
    assert "left" not in kept


def test_one_claim_changes(project: Path) -> None:
    before = statements(project)
    checking.changed(project)
    assert sum(a != b for a, b in zip(before, statements(project), strict=True)) == 1


def test_only_what_processes_took_that_have_ended_is_their_time(project: Path) -> None:
    found = checking.measured({"work": checking.check, "none": lambda _: None}, project)
    assert found["work"][0] > 0
    assert found["work"][1] > 0
    assert found["none"][1] == 0


def test_the_bench_prints_a_line_for_each_check(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(checking, "ROUNDS", 1)
    checking.main(str(CLAIMS))
    head, *lines = capsys.readouterr().out.splitlines()
    assert head.startswith(f"{CLAIMS} claims, ")
    names = ["nothing read before", "one claim changed", "no change"]
    assert [line.split("  ")[1] for line in lines] == names


@pytest.mark.parametrize(("claims", "enough"), [(0, False), (CLAIMS, True)])
def test_a_program_that_leaves_the_map_out_is_not_timed(
    tmp_path: Path, claims: int, *, enough: bool
) -> None:
    program = tmp_path / "stand-in"
    (tmp_path / "map.argdown").write_text("[a]: So. #causal\n" * CLAIMS)
    body = f"open('out/map.json', 'w').write('[a]: So. #causal, as JSON' * {claims})"
    program.write_text(f"#!{sys.executable}\nimport os\nos.mkdir('out')\n{body}\n")
    program.chmod(0o755)
    if enough:
        checking.exported(tmp_path, str(program))
    else:
        with pytest.raises(AssertionError):
            checking.exported(tmp_path, str(program))

"""Commands that change files: what they say, that they ask, and what they leave behind."""

import shlex
import shutil
from pathlib import Path

import pytest

from claimbook.read import collect, load
from tests.commands.running import run
from tests.conftest import TWIN


@pytest.fixture
def at(tmp_path: Path) -> tuple[str, str]:
    shutil.copytree(TWIN, tmp_path / "twin")
    return "-C", str(tmp_path / "twin")


def text(at: tuple[str, str], file: str) -> str:
    return (Path(at[1]) / file).read_text(encoding="utf-8")


def everything(at: tuple[str, str]) -> dict[str, bytes]:
    return collect(Path(at[1]))


NEW_SOURCE = (
    "--type misc --author 'Ng, Dee' --title T --year 2020 --evidence-type news --read record"
)
COMMANDS = [
    "rename people-look-up look-up",
    "move phones-run-flat --first",
    "merge repair-is-cheap people-look-up",
    "split people-look-up phones-instead --claim 'They do not.' --evidence 2",
    "restate repair-is-cheap 'Repair is dear.'",
    "reviewed people-look-up --on 2026-12-01",
    (
        "new evidence repair-is-cheap --source jones2021phones --bearing context --finding F. "
        "--read record"
    ),
    (
        "new claim --section cost --claim 'A bench rots.' --kind causal --voice opponent "
        "--id bench-rots --against repair-is-cheap"
    ),
    f"new source {NEW_SOURCE} --key ng2020t",
    (
        "new section --id use --title U --paragraphs 1 --question Q? --summary S. --claim C. "
        "--claim-id c-one --kind legal"
    ),
]


@pytest.mark.parametrize("command", COMMANDS)
def test_nothing_is_written_before_it_is_shown_and_agreed_to(
    at: tuple[str, str], command: str
) -> None:
    before = everything(at)
    words = shlex.split(command)
    status, shown = run(*words, *at, "--dry-run")
    assert (status, everything(at)) == (0, before)
    assert "\n+" in shown
    assert shown.endswith("Dry run: nothing was written.\n")
    status, output = run(*words, *at, said="n\n")
    assert (status, everything(at)) == (1, before)
    assert "Write this? [y/N]" in output
    status, output = run(*words, *at, "--yes")
    assert status == 0
    assert "Written: " in output
    assert everything(at) != before
    assert load(everything(at)).whole


@pytest.mark.parametrize("command", COMMANDS)
def test_what_is_written_is_in_form(at: tuple[str, str], command: str) -> None:
    assert run("fmt", "--yes", *at)[0] == 0
    assert run(*shlex.split(command), *at, "--yes")[0] == 0
    assert run("fmt", "--check", *at)[0] == 0


def test_what_is_wrong_next_is_told(at: tuple[str, str]) -> None:
    command = ("new", "claim", "--section", "cost", "--claim", "Loose.", "--kind", "legal")
    output = run(*command, "--voice", "editor", "--id", "loose", "--yes", *at)[1]
    told = output.partition("To be put right next:\n")[2]
    assert told.startswith(
        "--- claims/cost.yml: 1 error\n\nclaims/cost.yml:23:3: unconnected-claim: "
    )
    assert "   23 |   loose:\n      |   ^^^^^\n" in told
    assert "unconnected-claim" in output


def test_what_is_not_given_is_asked_for(at: tuple[str, str]) -> None:
    said = "cots\ncost\nA bench rots.\ncausal\narticle\n1\n\ny\n"
    status, output = run("new", "claim", *at, said=said)
    assert status == 0
    assert "there is no section `cots`; did you mean `cost`?" in output
    assert (
        "  a-bench-rots:\n    claim: A bench rots.\n    kind: causal\n    paragraph: 1\n"
        in text(at, "claims/cost.yml")
    )


def test_line_ends_and_byte_order_mark_are_kept(at: tuple[str, str]) -> None:
    file = Path(at[1]) / "claims" / "cost.yml"
    content = file.read_bytes()
    file.write_bytes(b"\xef\xbb\xbf" + content.replace(b"\n", b"\r\n"))
    assert run("restate", "repair-is-cheap", "Dear.", "--yes", *at)[0] == 0
    new = file.read_bytes()
    assert new.startswith(b"\xef\xbb\xbftitle")
    assert new.count(b"\r\n") == new.count(b"\n") == content.count(b"\n")


@pytest.mark.parametrize(
    ("command", "answer"),
    [
        ("rename people-look-up Look", "lower-case words"),
        ("rename people-look-up keep-the-clock", "is taken by claims/time.yml"),
        ("rename people-lok-up x", "did you mean `people-look-up`?"),
        ("move phones-run-flat", "say where to"),
        ("move people-look-up --to cost", "--paragraph"),
        ("move phones-run-flat --after phones-run-flat", "behind itself"),
        ("merge keep-the-clock keep-the-clock", "with itself"),
        ("split people-look-up x --claim X. --evidence 3", "it has 2"),
        ("restate people-look-up ' '", "says something"),
        ("reviewed", "name a CLAIM"),
        ("reviewed people-look-up --on soon", "is no date"),
        ("reviewed people-look-up --source smith", "there is no source `smith`"),
        ("reviewed people-look-up --source village2020accounts", "has no evidence of"),
        (f"new source {NEW_SOURCE} --field doi", "NAME=VALUE"),
        (f"new source {NEW_SOURCE} --key Smith2019Counting", "is there already"),
    ],
)
def test_wrong_usage_is_named(at: tuple[str, str], command: str, answer: str) -> None:
    before = everything(at)
    status, output = run(*shlex.split(command), *at, "--yes")
    assert status == 2
    assert answer in output
    assert everything(at) == before


def test_a_merger_that_makes_no_sense(at: tuple[str, str]) -> None:
    status, output = run("merge", "people-look-up", "keep-the-clock", "--yes", *at)
    assert status == 1
    assert "bear on each other" in output


def test_a_reading_grows_stale_by_meaning_and_not_by_spelling(at: tuple[str, str]) -> None:
    assert run("reviewed", "people-look-up", "--on", "2026-12-01", "--yes", *at)[0] == 0
    assert run("reviewed", "--stale", *at) == (0, "0 to be read again\n")
    run("restate", "people-look-up", "People on the Square look at the clock", "--yes", *at)
    assert run("reviewed", "--stale", *at)[0] == 0
    output = run("restate", "people-look-up", "Nobody looks at the clock.", "--yes", *at)[1]
    assert "read its evidence again (2)" in output
    status, output = run("reviewed", "--stale", *at)
    assert status == 1
    assert "people-look-up: smith2019counting: the claim changed" in output
    assert output.endswith("2 to be read again\n")


def test_stamping_what_was_checked_keeps_its_date(at: tuple[str, str]) -> None:
    assert run("reviewed", "--all", "--keep-dates", "--yes", *at)[0] == 0
    assert text(at, "claims/time.yml").count("wording: ") == 1
    assert text(at, "claims/time.yml").count("checked: 2026-11-22") == 1


def test_fmt_puts_in_form_what_is_not(at: tuple[str, str]) -> None:
    run("fmt", "--yes", *at)
    file = Path(at[1]) / "claims" / "cost.yml"
    file.write_text(file.read_text().replace("    short: Repair is cheap\n    kind: empirical\n",
                    "    kind: empirical\n    short:   Repair is cheap\n"))  # fmt: skip
    status, output = run("fmt", "--check", *at)
    assert (status, output) == (1, "claims/cost.yml is not in form\n")
    assert run("fmt", "--yes", *at)[0] == 0
    assert run("fmt", *at) == (0, "Nothing changes.\n")


@pytest.mark.parametrize("flag", ["--yes", "--dry-run"])
def test_who_said_yes_is_not_asked_for_an_id_or_a_key(at: tuple[str, str], flag: str) -> None:
    claim = ("--section", "cost", "--claim", "Bells cost more.", "--kind", "empirical")
    status, output = run("new", "claim", *claim, "--voice", "editor", flag, *at)
    assert status == 0
    assert "bells-cost-more:" in output
    source = ("--type", "misc", "--author", "Doe, Jane", "--year", "2020", "--title", "Bells")
    read = ("--evidence-type", "news", "--read", "full text")
    status, output = run("new", "source", *source, *read, flag, *at)
    assert status == 0
    assert "doe2020bells" in output

"""The command as people run it: in a process of its own, against a server on loopback."""

import json
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from claimbook.links.results import FILE
from tests.links import project
from tests.links.cases import QUOTED, WHOLE, study
from tests.links.server import HERE, Exchange, Server, served

MANY = 60


async def page(exchange: Exchange) -> None:
    await exchange.answer(study(WHOLE))


async def gone(exchange: Exchange) -> None:
    await exchange.answer("", "410 Gone")


async def moved(exchange: Exchange) -> None:
    await exchange.redirect("/page/0", "301 Moved Permanently")


PAGES = {f"/page/{number}": page for number in range(MANY)} | {"/gone": gone, "/moved": moved}


@pytest.fixture
def server() -> Iterator[Server]:
    with served(PAGES) as running:
        yield running


def command(root: Path, *options: str) -> list[str]:
    allowed = ("--allow-host", HERE, "--gap", "0.01", "--timeout", "20")
    return [sys.executable, "-m", "claimbook", "links", str(root), *allowed, *options]


def links(root: Path, *options: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command(root, *options), capture_output=True, text=True, check=False)


def kept(root: Path) -> Mapping[str, Mapping[str, object]]:
    path = root / FILE
    return {r["address"]: r for r in json.loads(path.read_text())} if path.exists() else {}


def at(server: Server, path: str) -> str:
    return f"http://{HERE}:{server.ports['http']}{path}"


def sources(server: Server, *paths: str) -> dict[str, dict[str, str]]:
    return {f"key{n}": {"title": "T", "url": at(server, path)} for n, path in enumerate(paths)}


def test_a_run_that_is_killed_loses_nothing_and_repeats_little(
    tmp_path: Path, server: Server
) -> None:
    root = project.write(tmp_path, sources(server, *(f"/page/{n}" for n in range(MANY))))
    first = subprocess.Popen(command(root), stderr=subprocess.DEVNULL)
    while len(server.requests) < MANY // 2:
        assert first.poll() is None
        time.sleep(0.005)
    first.send_signal(signal.SIGKILL)
    first.wait()
    before, asked = kept(root), len(server.requests)
    assert len(before) >= asked - 10
    second = links(root)
    assert second.returncode == 0, second.stdout + second.stderr
    after = kept(root)
    assert len(after) == MANY
    assert {address: after[address] for address in before} == before
    assert len(server.requests) <= MANY + asked - len(before)
    sys.stdout.write(
        f"\nkilled after {asked} requests with {len(before)} results kept; in the end "
        f"{len(after)} results and {len(server.requests)} requests for {MANY} addresses"
    )


def test_an_interrupt_keeps_what_was_seen(tmp_path: Path, server: Server) -> None:
    root = project.write(tmp_path, sources(server, *(f"/page/{n}" for n in range(MANY))))
    run = subprocess.Popen(command(root), stderr=subprocess.PIPE, text=True)
    while len(server.requests) < MANY // 2:
        time.sleep(0.005)
    run.send_signal(signal.SIGINT)
    _, errors = run.communicate()
    assert run.returncode == 130
    assert "the next run goes on from here" in errors
    assert "Traceback" not in errors
    assert len(kept(root)) >= MANY // 2 - 3


def test_what_is_broken_is_an_error_at_its_place(tmp_path: Path, server: Server) -> None:
    root = project.write(tmp_path, sources(server, "/page/1", "/gone", "/moved"))
    done = links(root)
    assert done.returncode == 1
    assert (
        f"references.bib:8:10: link-broken: {at(server, '/gone')}: gone, status 410" in done.stdout
    )
    assert f"references.bib:13:10: link-moved: {at(server, '/moved')}: moved" in done.stdout
    assert f"write {at(server, '/page/0')}" in done.stdout
    assert done.stdout.endswith("1 error, 1 warning; 2 answers, 1 broken\n")


def test_an_archived_copy_stands_in_for_what_is_gone(tmp_path: Path, server: Server) -> None:
    copied = {"title": "T", "url": at(server, "/gone"), "archiveurl": at(server, "/page/2")}
    whole = {"title": "U", "url": at(server, "/page/3"), "archiveurl": at(server, "/page/4")}
    quote = project.piece("copied", f"quote: {QUOTED}")
    root = project.write(tmp_path, {"copied": copied, "whole": whole}, [quote])
    done = links(root)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "link-broken" in done.stdout
    assert kept(root)[at(server, "/page/2")]["words"] == [{"text": QUOTED, "sight": "found"}]
    assert at(server, "/page/4") not in kept(root), "a copy is asked only when it is needed"


def test_words_that_differ_are_shown_at_the_quotation(tmp_path: Path, server: Server) -> None:
    wrong = QUOTED.replace("modest", "large")
    evidence = [
        project.piece("key0", f"quote: {QUOTED}"),
        project.piece("key0", f"quote: {wrong}"),
        project.piece("key0", "quote: nothing of the kind was ever said"),
    ]
    root = project.write(tmp_path, sources(server, "/page/1"), evidence)
    done = links(root)
    assert done.returncode == 1
    assert f"claims/one.yml:21:16: words-differ: “{wrong}” stands otherwise" in done.stdout
    assert f"there it reads “{QUOTED}” (large → modest)" in done.stdout
    assert "claims/one.yml:26:16: words-missing: “nothing of the kind was ever said”" in done.stdout
    assert done.stdout.count("words-") == 2


def test_without_a_network_no_record_is_begun(tmp_path: Path) -> None:
    with served({}) as server:
        root = project.write(tmp_path, sources(server, "/page/1"))
    done = links(root)
    assert (done.returncode, done.stdout) == (0, "no problems; nothing checked\n")
    assert "No network: 1 address" in done.stderr
    assert not (root / FILE).exists()


def test_without_a_network_old_results_stay(tmp_path: Path) -> None:
    with served(PAGES) as server:
        root = project.write(tmp_path, sources(server, "/page/1", "/page/2"))
        assert links(root).returncode == 0
    before = (root / FILE).read_bytes()
    done = links(root, "--again")
    assert done.returncode == 0
    assert "No network: 2 addresses stay as they were." in done.stderr
    assert (root / FILE).read_bytes() == before


def test_one_silent_server_among_others_is_no_missing_network(
    tmp_path: Path, server: Server
) -> None:
    wanted = sources(server, "/page/1") | {"shut": {"title": "T", "url": f"http://{HERE}:9/"}}
    root = project.write(tmp_path, wanted)
    assert links(root).returncode == 0
    assert kept(root)[f"http://{HERE}:9/"]["state"] == "no connection"


def test_loopback_is_refused_unless_it_is_named(tmp_path: Path, server: Server) -> None:
    root = project.write(tmp_path, sources(server, "/page/1"))
    bare = [sys.executable, "-m", "claimbook", "links", str(root)]
    done = subprocess.run(bare, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "not public" in done.stdout
    assert server.requests == []


def test_only_what_changed_is_asked(tmp_path: Path, server: Server) -> None:
    root = project.write(tmp_path, sources(server, "/gone", "/page/1"))
    git = ("git", "-C", str(root), "-c", "user.name=t", "-c", "user.email=t@example.org")
    for arguments in (("init", "-q"), ("add", "."), ("commit", "-qm", "first")):
        subprocess.run((*git, *arguments), check=True)
    wanted = sources(server, "/gone", "/page/1", "/page/2")
    project.write(root, wanted, [project.piece("key1", f"quote: {QUOTED}")])
    done = links(root, "--only-changed", "HEAD")
    assert done.returncode == 0, done.stdout + done.stderr
    assert sorted(server.requests) == [f"GET {HERE}/page/1", f"GET {HERE}/page/2"]


def test_a_snapshot_is_begun_with_a_question_and_kept_with_the_answer(
    tmp_path: Path, server: Server
) -> None:
    address = at(server, "/page/1")
    source = {"title": "T", "url": address}
    root = project.write(tmp_path, {"key0": source})

    def state(**snapshot: str) -> object:
        project.write(root, {"key0": source | snapshot})
        assert links(root).returncode == 0
        return kept(root)[address]["state"]

    assert state() == "ok"
    assert state(snapshot="sha256:?") == "changed"
    now = str(kept(root)[address]["note"]).removeprefix("now ")
    assert state(snapshot=now) == "ok"


def test_an_unknown_revision_is_wrong_usage(tmp_path: Path) -> None:
    done = links(project.write(tmp_path, {}), "--only-changed", "nothing")
    assert done.returncode == 2


def test_old_results_are_a_problem_where_it_is_asked(tmp_path: Path, server: Server) -> None:
    root = project.write(tmp_path, sources(server, "/page/1", "/page/2"))
    assert links(root).returncode == 0
    path = root / FILE
    path.write_text(path.read_text().replace('"checked": "2', '"checked": "1', 1))
    assert links(root, "--offline").returncode == 0
    done = links(root, "--offline", "--max-age", "30")
    assert done.returncode == 1
    assert f"{FILE}:1:1: links-too-old: 1 of 2 addresses" in done.stdout
    assert len(server.requests) == 2


def test_a_check_warns_of_old_results_and_needs_none(tmp_path: Path) -> None:
    root = project.write(tmp_path, {})
    command = (sys.executable, "-m", "claimbook", "check", str(root))
    told = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    assert "links" not in told
    (root / ".ci").mkdir()
    old = [{"address": "https://a.example/", "state": "ok", "checked": "2020-01-01"}]
    (root / FILE).write_text(json.dumps(old))
    told = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    assert f"{FILE}:1:1: links-too-old: 1 of 1 addresses were not checked for 60 days" in told


def test_results_that_were_damaged_are_named(tmp_path: Path) -> None:
    root = project.write(tmp_path, {})
    (root / ".ci").mkdir()
    (root / FILE).write_text('[{"address": "x"')
    done = links(root)
    assert done.returncode == 1
    assert f"{FILE}:1:1: damaged-links: the results cannot be read" in done.stdout
    assert "Traceback" not in done.stderr


def test_the_report_is_a_page_that_shows_the_text_of_strangers_as_it_is(
    tmp_path: Path, server: Server
) -> None:
    root = project.write(tmp_path, sources(server, "/gone", "/page/1", "/moved"))
    done = links(root, "--report", "markdown")
    assert "3 of 3 addresses checked: 2 answers, 1 broken." in done.stdout
    assert "| gone | 1 | the server says that there is no such page |" in done.stdout
    row = f"| `{at(server, '/gone')}` | **gone** 410 | "
    assert row in done.stdout
    assert "`references.bib:3` |" in done.stdout

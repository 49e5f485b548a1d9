import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import build

BROKEN = "\nnot a part of any section: 1\n"


def run(root: Path, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command(root), cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False
    )


def command(root: Path) -> tuple[str, ...]:
    return sys.executable, str(root / "scripts" / "build.py")


@pytest.fixture
def last_good(checkout: Path) -> Path:
    page = checkout / "site" / "index.html"
    page.parent.mkdir()
    page.write_text("the last good site")
    return page


@pytest.fixture
def broken_claims(checkout: Path) -> Path:
    path = next(path for path in sorted((checkout / "claims").glob("*.yml")) if path.stem != "map")
    path.write_text(path.read_text(encoding="utf-8") + BROKEN, encoding="utf-8")
    return path


def test_a_build_from_another_folder_replaces_the_site(
    checkout: Path, last_good: Path, tmp_path: Path
) -> None:
    result = run(checkout, tmp_path)
    assert result.returncode == 0, result.stdout + result.stderr
    assert "<!doctype html>" in last_good.read_text(encoding="utf-8")
    assert re.search(r"^build +done +\d+\.\d s$", result.stdout, re.MULTILINE)
    assert f"The site is in {checkout / 'site'}" in result.stdout
    assert leftovers(checkout) == []


def test_a_second_build_has_nothing_to_do_until_something_changes(
    checkout: Path, tmp_path: Path
) -> None:
    assert "Nothing has changed" not in run(checkout, tmp_path).stdout
    home = checkout / "site" / "index.html"
    first = home.stat().st_mtime_ns
    assert "Nothing has changed" in run(checkout, tmp_path).stdout
    assert home.stat().st_mtime_ns == first
    (checkout / build.EDITOR_SCHEMA).unlink()
    assert "Nothing has changed" in run(checkout, tmp_path).stdout
    assert (checkout / build.EDITOR_SCHEMA).exists()
    home.write_text("spoilt")
    assert "Nothing has changed" not in run(checkout, tmp_path).stdout
    assert "<!doctype html>" in home.read_text(encoding="utf-8")


def test_a_third_build_writes_upon_the_first(checkout: Path, tmp_path: Path) -> None:
    sections = [path for path in (checkout / "claims").glob("*.yml") if path.stem != "map"]
    for number in range(3):
        text = sections[0].read_text(encoding="utf-8")
        sections[0].write_text(f"# Remark {number}.\n{text}", encoding="utf-8")
        assert "Nothing has changed" not in run(checkout, tmp_path).stdout
    spare = checkout / ".cache" / "spare"
    assert spare.is_dir()
    kept = (checkout / "site" / "assets" / "claimbook" / "claimbook.css").stat()
    other = (spare / "assets" / "claimbook" / "claimbook.css").stat()
    assert kept.st_ino != other.st_ino
    assert kept.st_mtime_ns < other.st_mtime_ns, "the site is the folder of the first build"


@pytest.mark.usefixtures("broken_claims")
def test_a_broken_claim_leaves_the_last_good_site(
    checkout: Path, last_good: Path, broken_claims: Path
) -> None:
    result = run(checkout, checkout)
    assert result.returncode == 1
    assert f"claims/{broken_claims.name}:" in result.stdout + result.stderr
    assert last_good.read_text() == "the last good site"


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_build_leaves_the_last_good_site(
    checkout: Path, last_good: Path, stop: signal.Signals
) -> None:
    with subprocess.Popen(command(checkout), text=True, stderr=subprocess.PIPE) as process:
        wait_for_fresh_folder(checkout, process)
        process.send_signal(stop)
        _, errors = process.communicate()
    assert process.returncode == 130
    assert "Stopped. The last good site" in errors
    assert last_good.read_text() == "the last good site"
    assert leftovers(checkout) == []


@pytest.mark.usefixtures("broken_claims")
def test_a_build_killed_in_the_middle_of_its_swap_is_put_right(checkout: Path) -> None:
    last = checkout / ".cache" / "build-killed" / "last"
    last.mkdir(parents=True)
    (last / "index.html").write_text("the last good site")
    run(checkout, checkout)
    assert (checkout / "site" / "index.html").read_text() == "the last good site"
    assert leftovers(checkout) == []


def test_what_cannot_be_swapped_in_leaves_the_last_good_site(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    with pytest.raises(FileNotFoundError):
        build.swap(tmp_path / "never built", site, tmp_path / "last")
    assert site.is_dir()


def wait_for_fresh_folder(root: Path, process: subprocess.Popen[str]) -> None:
    while not any((root / ".cache").glob("build-*/site/*")):
        assert process.poll() is None, "the build ended before it could be stopped"
        time.sleep(0.01)


def leftovers(root: Path) -> list[Path]:
    return list((root / ".cache").glob("build-*"))

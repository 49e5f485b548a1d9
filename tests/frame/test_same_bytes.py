"""The same files give the same site, byte for byte, wherever, whenever and by whatever machine."""

import gzip
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

import build
from tests.bench import synthetic
from tests.frame.conftest import copied

COMMITTED = "2001-02-03T04:05:06+0000"
HERE = {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C.UTF-8"}
THERE = {"PYTHONHASHSEED": "7", "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "LANG": "tr_TR.UTF-8"}


def contents(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def committed(root: Path) -> None:
    git = ("git", "-C", root, "-c", "user.name=x", "-c", "user.email=x@example.org")
    os.environ |= {"GIT_COMMITTER_DATE": COMMITTED, "GIT_AUTHOR_DATE": COMMITTED}
    build.run(root, "git", "-C", root, "init", "-q")
    build.run(root, "git", "-C", root, "add", "claims", "references.bib", "docs", "mkdocs.yml")
    build.run(root, *git, "commit", "-qm", "As it is")


def started(
    *command: str | Path, settings: Mapping[str, str], processors: set[int]
) -> subprocess.Popen[str]:
    def bound() -> None:
        os.sched_setaffinity(0, processors)

    return subprocess.Popen(
        (sys.executable, *command),
        env={**os.environ, **settings},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        preexec_fn=bound,  # noqa: PLW1509 - no other thread is at work here
    )


def ended_well(*processes: subprocess.Popen[str]) -> None:
    for process in processes:
        said, _ = process.communicate()
        assert process.returncode == 0, said


@pytest.fixture
def clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("GIT_COMMITTER_DATE", "GIT_AUTHOR_DATE", "SOURCE_DATE_EPOCH"):
        monkeypatch.setenv(name, "")
        monkeypatch.delenv(name)


@pytest.mark.usefixtures("clean_environment")
def test_a_site_bears_no_trace_of_path_day_locale_zone_or_chance(
    checkout: Path, tmp_path: Path
) -> None:
    committed(checkout)
    other = copied(checkout, tmp_path / "elsewhere" / "map")
    every = os.sched_getaffinity(0)
    ended_well(
        started(checkout / "scripts" / "build.py", settings=HERE, processors=every),
        started(other / "scripts" / "build.py", settings=THERE, processors={min(every)}),
    )
    one, same = contents(checkout / "site"), contents(other / "site")
    assert sorted(one) == sorted(same)
    assert [name for name in one if one[name] != same[name]] == []
    assert b"<lastmod>2001-02-03</lastmod>" in gzip.decompress(one["sitemap.xml.gz"])


def test_one_processor_makes_what_several_make(tmp_path: Path) -> None:
    synthetic.write(tmp_path / "map", 120)
    every = os.sched_getaffinity(0)
    ways = {"one": {min(every)}, "several": every}
    ended_well(
        *(
            started(
                *("-m", "claimbook", "write", tmp_path / name, tmp_path / "map"),
                settings=HERE,
                processors=processors,
            )
            for name, processors in ways.items()
        )
    )
    one, several = (contents(tmp_path / name) for name in ways)
    assert [name for name in one if one[name] != several.get(name)] == []
    assert len(one) == len(several) > 120

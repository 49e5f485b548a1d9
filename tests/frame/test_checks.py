import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

import build

SCRIPT = build.ROOT / "scripts" / "test.py"


@pytest.fixture(scope="module")
def checks() -> ModuleType:
    """`scripts/test.py`, whose name the standard library has taken."""
    spec = spec_from_file_location("checks", SCRIPT)
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    sys.modules["checks"] = module
    spec.loader.exec_module(module)
    return module


def run(checks: ModuleType, folder: Path, source: str) -> str:
    (folder / "test_it.py").write_text(source)
    (folder / "pytest.ini").write_text("[pytest]\n")
    return str(checks.run_pytest(folder, Path(sys.executable), "."))


@pytest.mark.parametrize(
    ("source", "tally"),
    [
        ("def test_a(): pass\ndef test_b(): pass", "2 passed, 0 failed"),
        ("def test_a(): pass\ndef test_b(): assert 0", "1 passed, 1 failed"),
        ("import pytest\n@pytest.mark.skip\ndef test_a(): pass", "0 passed, 1 failed"),
        ("import pytest\n@pytest.fixture\ndef a(): 1/0\ndef test_a(a): pass", "0 passed, 1 failed"),
        ("import nothing_of_that_name", "0 passed, 1 failed"),
        ("", "0 passed, 1 failed"),
    ],
    ids=["passed", "failed", "skipped", "fixture broken", "not importable", "no test at all"],
)
def test_tests_are_counted(checks: ModuleType, tmp_path: Path, source: str, tally: str) -> None:
    assert run(checks, tmp_path, source) == tally


def test_a_command_counts_as_one(checks: ModuleType, tmp_path: Path) -> None:
    assert str(checks.check("good", lambda: checks.run_command(tmp_path, "true"))) == ONE_PASSED
    assert str(checks.check("bad", lambda: checks.run_command(tmp_path, "false"))) == ONE_FAILED


ONE_PASSED, ONE_FAILED = "1 passed, 0 failed", "0 passed, 1 failed"


def test_the_chromium_that_is_named_comes_first(
    checks: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CHROMIUM", sys.executable)
    assert checks.chromium() == sys.executable


def test_a_chromium_on_the_path_is_found(
    checks: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    browser = tmp_path / "google-chrome"
    browser.touch(mode=0o755)
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert checks.chromium() == str(browser)


def test_without_a_chromium_a_sentence_says_what_to_install(
    checks: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(build.StoppedError, match="apt install chromium"):
        checks.chromium()

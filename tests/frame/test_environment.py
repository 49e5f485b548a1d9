import shutil
import sys
from pathlib import Path

import pytest

import build

BACKEND = """
import zipfile

NAME = "tiny-1.dist-info"


def build_editable(folder, settings=None, metadata=None):
    name = "tiny-1-py3-none-any.whl"
    with zipfile.ZipFile(f"{folder}/{name}", "w") as wheel:
        wheel.writestr("tiny.py", "")
        wheel.writestr(f"{NAME}/METADATA", "Metadata-Version: 2.1\\nName: tiny\\nVersion: 1\\n")
        wheel.writestr(f"{NAME}/WHEEL", "Wheel-Version: 1.0\\nTag: py3-none-any\\n")
        wheel.writestr(f"{NAME}/RECORD", "")
    return name
"""
PROJECT = '[build-system]\nrequires = []\nbuild-backend = "backend"\nbackend-path = ["."]\n'


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    """A project that needs nothing, so that it installs without a network."""
    (tmp_path / "requirements.lock").write_text("")
    (tmp_path / "pyproject.toml").write_text(PROJECT)
    (tmp_path / "backend.py").write_text(BACKEND)
    return tmp_path


def test_an_environment_is_installed_once(tiny: Path) -> None:
    assert not build.installed(tiny)
    python = build.environment(tiny)
    assert build.installed(tiny)
    build.run(tiny, python, "-c", "import tiny")
    shutil.rmtree(next((tiny / ".venv").glob("[Ll]ib/**/site-packages/pip")))
    assert build.environment(tiny) == python, "nothing but pip could have failed"


@pytest.mark.parametrize("name", ["requirements.lock", "pyproject.toml"])
def test_a_change_of_what_it_depends_on_asks_for_another(tiny: Path, name: str) -> None:
    (tiny / ".venv").mkdir()
    (tiny / ".venv" / build.STAMP).write_text(build.fingerprint(tiny))
    assert build.installed(tiny)
    (tiny / name).write_text((tiny / name).read_text() + "\n# changed")
    assert not build.installed(tiny)


def test_a_moved_project_asks_for_another(tiny: Path) -> None:
    (tiny / ".venv").mkdir()
    (tiny / ".venv" / build.STAMP).write_text(build.fingerprint(tiny))
    assert not build.installed(tiny.rename(tiny.with_name("moved")))


def test_an_install_that_failed_is_tried_again(tiny: Path) -> None:
    (tiny / "requirements.lock").write_text("not a requirement")
    with pytest.raises(build.StoppedError):
        build.environment(tiny)
    assert not build.installed(tiny)


def test_an_old_python_is_named_in_a_sentence() -> None:
    with pytest.raises(build.StoppedError) as stopped:
        build.refuse_unsupported((3, 10))
    assert str(stopped.value) == "Python 3.11 or newer is needed; this is Python 3.10."


def test_a_python_without_venv_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ensurepip", None)
    with pytest.raises(build.StoppedError, match="apt install python3-venv"):
        build.refuse_unsupported((3, 11))


def test_this_python_will_do() -> None:
    build.refuse_unsupported(sys.version_info[:2])

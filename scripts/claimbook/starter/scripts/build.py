"""Check the claims and build the site into site/: `python3 scripts/build.py`.

With `--serve` the site is shown instead, and follows every change. Standard library only.
"""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
MISSING = """\
Claimbook is not installed where this looks for it. In this folder, with its wheel:
    python3 -m venv .venv
    .venv/bin/pip install claimbook-….whl"""


def main(arguments: list[str]) -> int:
    """Build or serve; the exit code is 1 where something is wrong."""
    if arguments not in ([], ["--serve"]):
        print("Usage: python3 scripts/build.py [--serve]", file=sys.stderr)
        return 2
    if arguments:
        return run("claimbook", "serve")
    return run("claimbook", "check") or run("mkdocs", "build", "--strict")


def run(module: str, *arguments: str) -> int:
    """Run a module of the Python that has Claimbook, in this project; give the exit code."""
    settings = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}
    command = (engine(), "-m", module, *arguments)
    try:
        return subprocess.run(command, cwd=ROOT, env=settings, check=False).returncode
    except KeyboardInterrupt:
        return 130


def engine() -> str:
    """The Python that has Claimbook: of this folder, this one, or the one that began the map."""
    noted = ROOT / ".cache" / "python"
    own = (ROOT / ".venv" / path for path in ("bin/python", "Scripts/python.exe"))
    named = noted.read_text(encoding="utf-8").strip() if noted.is_file() else sys.executable
    for python in (*map(str, own), sys.executable, named):
        probe = (python, "-c", "import claimbook")
        if (
            Path(python).exists()
            and not subprocess.run(probe, check=False, capture_output=True).returncode
        ):
            return python
    sys.exit(MISSING)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

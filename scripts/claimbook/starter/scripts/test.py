"""Check the claims, the site and every link inside it: `python3 scripts/test.py`."""

import sys
import tempfile
from pathlib import Path

from build import run


def main() -> int:
    """Run every check, also where one fails; count them on the last line."""
    with tempfile.TemporaryDirectory() as folder:
        site = str(Path(folder, "site"))
        build = ("build", "--strict", "--site-dir", site)
        checks = (("claimbook", "check"), ("mkdocs", *build), ("claimbook.links", site))
        failed = sum(bool(run(*check)) for check in checks)
    print(f"{len(checks) - failed} passed, {failed} failed")
    return min(failed, 1)


if __name__ == "__main__":
    sys.exit(main())

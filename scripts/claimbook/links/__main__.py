"""`python -m claimbook.links SITE`: the links inside a built site, and nothing else."""

import sys
from pathlib import Path

from claimbook.links.internal import ANYWHERE, check, files_of


def main(site: str, site_url: str = ANYWHERE) -> int:
    """Print each problem of the site; the exit code is 1 where there is one."""
    problems = tuple(check(files_of(Path(site)), site_url=site_url))
    sys.stdout.writelines(f"{problem}\n" for problem in problems)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

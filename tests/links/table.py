"""The table of what must be seen against what is seen: `python -m tests.links.table`."""

import sys

from tests.links.cases import BEHAVIOURS, CASES
from tests.links.seeing import see
from tests.links.server import served


def main() -> int:
    """Print a line for each misbehaviour; the exit code is the number that is not as expected."""
    with served(BEHAVIOURS) as server:
        seen = see(server)
    wrong = 0
    for case in CASES:
        result = seen[case.name]
        sights = {words.text: words.sight for words in result.words}
        right = (result.state, sights, len(result.hops)) == (case.state, case.words, case.hops)
        wrong += not right
        sign = "" if right else "  <- differs"
        words = ", ".join(result.sight for result in result.words)
        sys.stdout.write(f"{case.name:<44}{case.state:<18}{result.state:<18}{words}{sign}\n")
    sys.stdout.write(f"{len(CASES)} ways to misbehave, {wrong} not seen for what they are\n")
    return wrong


if __name__ == "__main__":
    sys.exit(main())

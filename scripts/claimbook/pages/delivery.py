"""How the site's own scripts travel to readers."""

_COMMENTS = ("//", "/*", "*")


def bare(script: str) -> str:
    """A script without indentation and the lines that only comment.

    Lines are kept as they are: no text in the scripts runs over several lines.
    """
    lines = (line.strip() for line in script.splitlines())
    return "".join(f"{line}\n" for line in lines if line and not line.startswith(_COMMENTS))

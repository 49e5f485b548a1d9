"""The HTML document that is printed: the body of a page with its styles, nothing from elsewhere."""

from collections.abc import Iterable
from html import escape

_SHELL = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{title}</title>
<style>
{styles}
</style>
</head>
<body class="cb-paper" data-md-color-scheme="default">
<main class="md-typeset">
{body}
</main>
</body>
</html>
"""


def document(title: str, body: str, styles: Iterable[str]) -> str:
    """A whole document, in the light colours of the stylesheets."""
    return _SHELL.format(title=escape(title), styles="\n".join(styles), body=body)

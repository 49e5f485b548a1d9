"""What is wrong with the files, for the top of a page while they are edited."""

from collections.abc import Iterable

from markupsafe import Markup

from claimbook.problems import Problem

_ASIDE = Markup(
    '<aside class="cb-faults" role="alert"><p><strong>{count}</strong> '
    "Below is the last state that was right.</p><ul>{items}</ul></aside>"
)
_ITEM = Markup("<li><code>{place}</code> {message} <em>{hint}</em></li>")
_ARTICLE, _BODY = "<article", "<body"


def with_faults(html: str, problems: Iterable[Problem]) -> str:
    """A page with everything that is wrong told at its top; the page itself where nothing is."""
    several = tuple(problems)
    if not several:
        return html
    start = max(html.find(_ARTICLE), html.find(_BODY) if _ARTICLE not in html else -1)
    at = html.find(">", start) + 1
    return html[:at] + _aside(several) + html[at:]


def _aside(problems: tuple[Problem, ...]) -> Markup:
    count = "One problem." if len(problems) == 1 else f"{len(problems)} problems."
    items = (_ITEM.format(place=p.place, message=p.message, hint=p.hint) for p in problems)
    return _ASIDE.format(count=count, items=Markup("").join(items))

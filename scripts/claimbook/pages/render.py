"""Templates filled with values: the only place that knows Jinja."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, partial
from typing import Final

from jinja2 import Environment, PackageLoader, StrictUndefined
from jinja2.runtime import Context
from jinja2.utils import pass_context
from markupsafe import Markup

from claimbook import prose
from claimbook.draw import Relation
from claimbook.model import Claim, Evidence
from claimbook.pages import address, words
from claimbook.pages.book import Book
from claimbook.pages.change import Changes
from claimbook.pages.hints import Hints
from claimbook.pages.leads import words_lead
from claimbook.pages.marks import Mark, marks
from claimbook.reason.scope import scope_of
from claimbook.reason.weight import weigh

RELATIONS: Final = {
    None: "",
    Relation.SUPPORTS: "because",
    Relation.PREMISE: "",
    Relation.REBUTS: "but",
    Relation.UNDERCUTS: "unless",
}

_BLANK_LINES: Final = re.compile(r"\n\s*\n")


@dataclass(frozen=True)
class Links:
    """The addresses that lead from one page to others."""

    here: str

    def __call__(self, path: str, fragment: str = "") -> str:
        return address.link(self.here, path, fragment)

    def claim(self, id_: str, fragment: str = "") -> str:
        """To a claim's page."""
        return self(address.claim(id_), fragment)

    def section(self, id_: str) -> str:
        """To a section's page."""
        return self(address.section(id_))

    def source(self, key: str) -> str:
        """To a source's page."""
        return self(address.source(key))

    def article(self, section: str, paragraph: int | None = None) -> str:
        """To a section or a paragraph on the page that follows the text."""
        return self(address.ARTICLE, f"{section}-{paragraph}" if paragraph else section)


def fill(template: str, book: Book, here: str | Links, **values: object) -> str:
    """The HTML of a template: a whole page at a path, or with given links a part of some page.

    What the words of a whole page ask to have explained stands at its end. The HTML has no blank
    line, at which a Markdown reader would take it to end.
    """
    links = Links(here) if isinstance(here, str) else here
    hints = Hints(book, silent=not isinstance(here, str))
    common = {"book": book, "to": links, "change": Changes(book), "hints": hints}
    html = _environment().get_template(template).render(common, **values)
    if hints.found:
        html += _environment().get_template("hints.html").render(common)
    return _BLANK_LINES.sub("\n", html).strip()


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("claimbook.pages"),
        auto_reload=False,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "md": _block,
        "inline": _inline,
        "bare": prose.to_plain,
        "coded": _coded,
        "weight": _weight,
        "marks": _marks,
        "quoted_at": _quoted_at,
        "weight_of": _weight_of,
        "kind": words.kind,
        "voice": words.VOICES.__getitem__,
        "paragraphs": words.paragraphs,
        "places": words.places,
        "date": words.date,
        "short_date": words.short_date,
        "scope_of": _scope_of,
        "period": words.period,
        "plural": words.plural,
        "standing": words.STANDINGS.__getitem__,
        "relation": RELATIONS.__getitem__,
        "scheme": lambda scheme: scheme.replace("-", " "),
        "sentence": lambda text: text[:1].upper() + text[1:],
        "slug": words.slug,
    }
    return environment


def _coded(message: str) -> Markup:
    """A message of a rule, whose back-ticks stand around names; nothing else in it is markup."""
    forms = Markup("{}"), Markup("<code>{}</code>")
    parts = (forms[i % 2].format(part) for i, part in enumerate(message.split("`")))
    return Markup("").join(parts)


@pass_context
def _block(context: Context, text: str, claim: str = "") -> Markup:
    """Blocks of Markdown; findings beside its citations are those for `claim`, if there are any."""
    html = prose.to_html(text, partial(_cite, context, claim))
    return Markup(html)  # noqa: S704 -- raw HTML is off


@pass_context
def _inline(context: Context, text: str, claim: str = "") -> Markup:
    html = prose.to_inline_html(text, partial(_cite, context, claim))
    return Markup(html)  # noqa: S704 -- likewise


def _cite(context: Context, claim: str, citation: prose.Citation) -> prose.Anchor:
    """Where a citation in a text leads, how it reads and what explains it."""
    label = context["book"].labels[citation.key]
    locator = f", {citation.locator}" if citation.locator else ""
    hint = context["hints"].source(citation.key, claim)
    return prose.Anchor(context["to"].source(citation.key), f"{label}{locator}", hint)


@pass_context
def _marks(context: Context, piece: Evidence) -> tuple[Mark, ...]:
    book = context["book"]
    return marks(book.argument, piece, book.record.results)


@pass_context
def _scope_of(context: Context, piece: Evidence) -> str:
    return words.scope(scope_of(context["book"].argument, piece))


@pass_context
def _quoted_at(context: Context, piece: Evidence) -> str:
    """The address that shows the quoted words where they stand; empty where there is none."""
    book = context["book"]
    return words_lead(piece, book.argument.sources[piece.source], book.record.results)


@pass_context
def _weight(context: Context, claim: Claim) -> str:
    return words.weight(context["book"].graph.weights[claim.id])


@pass_context
def _weight_of(context: Context, claims: Iterable[Claim]) -> str:
    return words.weight(weigh(context["book"].argument, claims))

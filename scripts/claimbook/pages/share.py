"""What machines read in the head of a page: who shares it, cites it or takes its source in."""

from dataclasses import replace

from claimbook.exchange.meta_tags import meta_tags
from claimbook.exchange.schema_org import Thing, json_ld, of_claim, of_map, of_source
from claimbook.model import Claim, Source, Voice
from claimbook.pages import address
from claimbook.pages.book import Book
from claimbook.pages.changes import has_feed
from claimbook.pages.cite import absolute, claim_work
from claimbook.pages.page import Page
from claimbook.pages.render import fill

Subject = Claim | Source | None

PICTURE = "card.png"


def with_head(book: Book, page: Page, subject: Subject = None) -> Page:
    """A page with its head; `subject` is the claim or source that it is about, if there is one."""
    return replace(page, head=_head(book, page, subject))


def picture(path: str) -> str:
    """The path of the picture that stands for a page where it is shared."""
    own = path.startswith(("claims/", "sections/")) and not path.endswith("/index.md")
    return f"{address.address(path) if own else ''}{PICTURE}"


def _head(book: Book, page: Page, subject: Subject) -> str:
    values = {
        "page": page,
        "url": absolute(book, page.path),
        "picture": f"{book.settings.site}{picture(page.path)}" if book.settings.site else "",
        "tags": meta_tags(book.works[subject.key]) if isinstance(subject, Source) else (),
        "data": _data(book, page, subject),
        "feed": page.path in {address.HOME, address.CHANGES} and has_feed(book),
    }
    return fill("head.html", book, page.path, **values)


def _data(book: Book, page: Page, subject: Subject) -> str:
    if subject:
        return json_ld(_thing(book, subject))
    if page.path != address.HOME:
        return ""
    text = _source(book, book.argument.text) if book.argument.text in book.works else {}
    settings = book.settings
    map_ = of_map(book.argument.title, page.description, settings.site, settings.author, text)
    return json_ld(map_)


def _thing(book: Book, subject: Claim | Source) -> Thing:
    if isinstance(subject, Source):
        page = absolute(book, address.source(subject.key))
        return of_source(subject, book.works[subject.key], page)
    keys = dict.fromkeys(piece.source for piece in subject.evidence)
    cites = (_source(book, key) for key in keys if key in book.works)
    text = book.argument.text if subject.voice is Voice.ARTICLE else ""
    appears_in = _source(book, text) if text in book.works else {}
    return of_claim(claim_work(book, subject), subject.statement, cites, appears_in)


def _source(book: Book, key: str) -> Thing:
    return of_source(book.argument.sources[key], book.works[key])

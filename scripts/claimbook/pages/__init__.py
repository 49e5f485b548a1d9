"""The argument as pages of a site."""

from claimbook.pages import cite
from claimbook.pages.again import made_again
from claimbook.pages.book import Book, Record, Settings
from claimbook.pages.cards import cards
from claimbook.pages.changes import feed
from claimbook.pages.insets import Inset, insets
from claimbook.pages.page import Heading, Page
from claimbook.pages.printed import print_edition
from claimbook.pages.redirects import redirects
from claimbook.pages.site import Maker, makers, pages

__all__ = [
    "Book",
    "Heading",
    "Inset",
    "Maker",
    "Page",
    "Record",
    "Settings",
    "cards",
    "cite",
    "feed",
    "insets",
    "made_again",
    "makers",
    "pages",
    "print_edition",
    "redirects",
]

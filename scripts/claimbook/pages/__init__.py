"""The argument as pages of a site."""

from claimbook.pages.book import Book, Settings
from claimbook.pages.page import Heading, Page
from claimbook.pages.site import pages

__all__ = ["Book", "Heading", "Page", "Settings", "pages"]

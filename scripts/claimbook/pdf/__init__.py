"""The print edition as a PDF: a document, printed by Chromium, with the numbers of its pages."""

from claimbook.pdf.chromium import NoChromiumError, find, print_html
from claimbook.pdf.document import document
from claimbook.pdf.numbering import numbered
from claimbook.pdf.outline import with_headings

__all__ = ["NoChromiumError", "document", "find", "numbered", "print_html", "with_headings"]

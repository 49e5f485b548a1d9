"""What a change does to the argument, told to people and programs."""

from claimbook.exchange.difference.forms import FORMS, Dress
from claimbook.exchange.difference.names import Names
from claimbook.exchange.difference.report import Sort
from claimbook.exchange.difference.terminal import Style, lines, part_lines, plain
from claimbook.exchange.difference.writing import report, summary

__all__ = [
    "FORMS",
    "Dress",
    "Names",
    "Sort",
    "Style",
    "lines",
    "part_lines",
    "plain",
    "report",
    "summary",
]

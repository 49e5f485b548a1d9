"""Pictures that stand for pages where they are shared: a claim, and its place in the map.

PNGs of 1200 by 630 pixels. The fonts are the project's own, so that every machine paints alike.
"""

from claimbook.preview.card import Card
from claimbook.preview.miniature import Miniature, miniature
from claimbook.preview.painting import paint
from claimbook.preview.paper import Paper

__all__ = ["Card", "Miniature", "Paper", "miniature", "paint"]

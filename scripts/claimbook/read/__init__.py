"""Files -> the argument that they hold, or every problem in them at once."""

from claimbook.read.files import collect
from claimbook.read.loading import Loaded, load
from claimbook.read.reading import unread

__all__ = ["Loaded", "collect", "load", "unread"]

"""The MkDocs door: the only part that knows MkDocs."""

from claimbook.mkdocs_plugin.plugin import ClaimbookPlugin

__all__ = ["ClaimbookPlugin"]

"""A generated page in MkDocs: there is no Markdown to read or to render."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page


class MadePage(Page):
    """A page whose body is there already."""

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002 -- MkDocs passes it
        """Begin with nothing."""
        self.markdown, self.meta = "", {}

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002 -- likewise
        """Leave it at that: what a search is to find and the body are put in later."""
        self.content = ""

"""A generated page in MkDocs: there is no Markdown to read or to render."""

from html import escape

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from claimbook.pages import Heading


class MadePage(Page):
    """A page whose body is there already."""

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002 -- MkDocs passes it
        """Begin with nothing."""
        self.markdown, self.meta = "", {}

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002 -- likewise
        """Leave it at that: what a search is to find and the body are put in later."""
        self.content = ""


def contents(headings: tuple[Heading, ...]) -> TableOfContents:
    """Headings below one another; the first one is where the link past the navigation leads."""
    root = AnchorLink("", "", 0)
    above = [root]
    for heading in headings:
        entry = AnchorLink(escape(heading.title), heading.id, heading.level)
        while above[-1].level >= entry.level:
            above.pop()
        above[-1].children.append(entry)
        above.append(entry)
    return TableOfContents(root.children)

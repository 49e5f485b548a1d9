"""The MkDocs door: hands the pages of an argument to MkDocs, one call a hook."""

from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from functools import partial
from html import escape
from importlib.resources import files
from pathlib import Path
from typing import Final

from jinja2 import Environment
from mkdocs import utils
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as SitePage
from mkdocs.utils.templates import TemplateContext

from claimbook import cache
from claimbook.cache import Memory
from claimbook.judging import argument
from claimbook.mkdocs_plugin import shell
from claimbook.mkdocs_plugin.by_hand import drawn, escaped, refuse_harmful
from claimbook.mkdocs_plugin.made import MadePage, contents
from claimbook.mkdocs_plugin.navigation import is_one_of_many, page_file, with_sections
from claimbook.mkdocs_plugin.own_files import assets, part_search, write
from claimbook.mkdocs_plugin.serving import Ground, Preview
from claimbook.mkdocs_plugin.shell import Shells, in_shell_of
from claimbook.mkdocs_plugin.site_folder import MadeFile, SiteFolder, only_changes
from claimbook.pages import Inset, Page, Record, Settings
from claimbook.pages.address import HOME, by_hand
from claimbook.pages.delivery import STYLE
from claimbook.pages.faults import with_faults
from claimbook.pages.foreign import foreign
from claimbook.pages.policy import Theme, headers
from claimbook.pages.reach import in_reach
from claimbook.pages.search_parts import SCRIPT as SEARCH
from claimbook.pipeline import Edition, draft, edition, record, refresh_schema
from claimbook.problems import Problem, ProblemsError
from claimbook.prose import replaced

ASSETS: Final = "assets/claimbook"
PLAIN_KEYS: Final = frozenset({"title", "description", "hide", "search"})

_EMPTY: Final = Page(HOME, "Nothing to show yet", "The files of this argument have problems.", "")
_NOTHING_YET: Final = Edition("", {}, {HOME: _EMPTY}, {}, {}, {})


class Options(Config):
    """The plugin's options in mkdocs.yml.

    `edit` is the address at which a file of the repository is edited, with `{file}` and `{line}`;
    `issue` that of a new issue, with `{form}`, `{title}`, and `{fields}` or `{body}`. With `guard`,
    hand-written pages hold only what Markdown makes, and browsers run no scripts but the site's.
    """

    edit = config_options.Type(str, default="")
    issue = config_options.Type(str, default="")
    guard = config_options.Type(bool, default=False)


class ClaimbookPlugin(BasePlugin[Options]):
    """Adds a page for every section, claim and source of the argument beside mkdocs.yml."""

    edition: Edition = _NOTHING_YET
    problems: tuple[Problem, ...] = ()
    serving = False
    whole = True
    theme: Theme | None = None
    ground: Ground | None = None
    known: Record = Record()
    keep: Memory = cache.anew
    kept: Memory = cache.anew
    read: tuple[str, ...] = ()
    site: SiteFolder | None = None

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Note whether somebody looks on while the files are edited, and what is not to be made."""
        self.serving, self.whole = command == "serve", not dirty
        self.open, self.building = ExitStack(), ExitStack()

    def on_build_error(self, *, error: Exception) -> None:
        """Tell what the machine refuses, such as a full disk, in a sentence."""
        self.building.close()
        if isinstance(error, OSError):
            about = error.filename2 or error.filename
            raise PluginError(f"{about}: {error.strerror}" if about else str(error)) from None

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read and check the argument; list its sections in the navigation.

        While the site is served, problems are shown on its last right state instead.
        """
        if not config.use_directory_urls:
            raise PluginError("claimbook: the pages need `use_directory_urls: true` in mkdocs.yml")
        root = _root(config)
        try:
            with cache.opened(root, cache.READINGS) as readings:
                read = argument(root, None if self.serving else readings)
            refresh_schema(root, read)
            self.kept = self.building.enter_context(cache.opened(root))
            self.known = record(root, self.kept)
            self.edition = edition(read, self._settings(config), self.known, self.kept)
            self.problems = ()
        except ProblemsError as error:
            if not self.serving:
                raise PluginError(f"the argument has problems:\n{error}") from None
            self.problems = error.problems
        self.read = tuple(str(root / name) for name in ("claims", "references.bib"))
        config.watch += self.read
        config.nav = with_sections(config.nav, self.edition.sections)
        config.extra_javascript.append(f"{ASSETS}/everywhere.js")
        own_follows = bool(config.theme.custom_dir)
        config.theme.dirs.insert(own_follows, str(files("claimbook") / "theme"))
        config.extra_css.insert(0, f"{ASSETS}/{STYLE}")
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """From now on, write only what differs from the last site; a preview begins with none."""
        if self.whole and not self.serving:
            site = only_changes(Path(config.site_dir), self.kept)
            self.site = self.building.enter_context(site)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the pages, but for those that others wrote, the data files and the assets."""
        if self.config.guard:
            refuse_harmful(files, Path(config.docs_dir))
        known = {file.src_uri for file in files}
        for path in self.edition.pages:
            if path not in known:
                files.append(page_file(config, path, self.edition.sections))
        for path, data in self.edition.files.items():
            files.append(MadeFile.generated(config, path, content=data))
        for name, text in assets().items():
            if name != SEARCH:
                files.append(MadeFile.generated(config, f"{ASSETS}/{name}", content=text))
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Take the way round Markdown for those of many pages that the navigation does not name."""
        named = {page.file for page in nav.pages}
        sections = self.edition.sections
        for file in files:
            many = is_one_of_many(file.src_uri, sections)
            if many and self._is_made(file) and file not in named:
                MadePage(None, file, config)
        self.nav = nav
        return nav

    def on_page_markdown(self, markdown: str, *, page: SitePage, **_: object) -> str:
        """Give a generated page its title and description; show in others what they ask for."""
        if made := self._made(page):
            hide = [] if made.listed else ["navigation"]
            search = {"exclude": not made.searched}
            page.meta.update(
                title=made.title, description=made.description, hide=hide, search=search
            )
            if isinstance(page, MadePage):
                page.meta["template"] = shell.TEMPLATE
        page.meta.update(escaped(page.meta))
        return markdown if made else replaced(markdown, partial(self._shown, page))

    def on_page_content(self, html: str, *, page: SitePage, **_: object) -> str:
        """Put the table of contents in place, and what a search is to find."""
        if not (made := self._made(page)):
            self._refuse_foreign(html, page)
            return in_reach(html)
        page.toc = contents(made.headings)
        page.present_anchor_ids = set(made.ids)
        name = f'<h1 id="name">{escape(made.name or made.title)}</h1>'
        return name + "".join(
            f"<p>{escape(words)}</p>" for words in (made.description, *made.found)
        )

    @event_priority(-100)  # after the search index has read the page
    def on_page_context(
        self, context: TemplateContext, *, page: SitePage, **_: object
    ) -> TemplateContext:
        """Put the finished body in place."""
        if made := self._made(page):
            page.content = made.body
        return context

    def on_post_page(self, output: str, *, page: SitePage, **_: object) -> str:
        """Add what belongs in the head, and draw the maps."""
        told = self._guarded(with_faults(output, self.problems))
        if not (made := self._made(page)):
            return drawn(told, self._insets(page).values())
        return made.with_maps(told.replace("</head>", f"{made.head}</head>", 1))

    def on_post_template(self, output: str, **_: object) -> str:
        """Guard the page for addresses that are none."""
        return self._guarded(output)

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Make shells; read which scripts are the theme's, but for those of a project's own."""
        env.globals["in_shell"] = in_shell_of(Shells(env))
        self.ground = Ground(config, files, self.nav, env)
        if self.config.guard and not self.serving:
            self.theme = Theme(_templates(config))
        return env

    @event_priority(-100)  # after the search index is written
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write what was painted; part a large search index; hand the policy to hosts."""
        for path, png in self.edition.pictures.items():
            utils.write_file(png, str(Path(config.site_dir, path)))
        part_search(Path(config.site_dir, "search"))
        if self.theme:
            write(Path(config.site_dir, "_headers"), headers(self.theme.seen))
        if self.site:
            self.site.end()
        self.building.close()

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, **_: object
    ) -> LiveReloadServer:
        """From now on, make a page when it is asked for."""
        self.keep = self.open.enter_context(cache.opened(_root(config)))
        Preview(self, server, config).begin()
        return server

    def on_shutdown(self) -> None:
        """Keep what was made meanwhile."""
        self.open.close()

    @property
    def data(self) -> Mapping[str, str]:
        """The files that programs read, by their path."""
        return self.edition.files

    def renewed(self, config: MkDocsConfig) -> bool:
        """Read claims and sources again; whether the pages are those that there were."""
        try:
            read = argument(_root(config))
            made = draft(read, self._settings(config), self.known, self.keep)
        except ProblemsError as error:
            self.problems = error.problems
            return True
        if (made.sections, list(made.pages)) != (self.edition.sections, list(self.edition.pages)):
            return False
        self.edition, self.problems = made, ()
        return True

    def _guarded(self, html: str) -> str:
        return self.theme.guarded(html) if self.theme else html

    def _refuse_foreign(self, html: str, page: SitePage) -> None:
        for inset in self._insets(page).values():
            html = html.replace(inset.html, "")
        found = (*foreign(html), *sorted(set(page.meta) - PLAIN_KEYS)) if self.config.guard else ()
        if found:
            raise PluginError(f"{page.file.src_uri}: a page cannot hold {', '.join(found)}")

    def _settings(self, config: MkDocsConfig) -> Settings:
        site, author = config.site_url or "", config.site_author or ""
        return Settings(self.config.edit, site, author, self.config.issue)

    def _insets(self, page: SitePage) -> Mapping[str, Inset]:
        return self.edition.insets.get(by_hand(page.file.src_uri), {})

    def _shown(self, page: SitePage, wish: str) -> str | None:
        """What a wish of a page comes to; nothing while the files have problems."""
        inset = self._insets(page).get(wish)
        if not inset and not self.problems:
            raise PluginError(f"{page.file.src_uri}: `{wish}` can be shown in docs/ alone")
        return inset.html if inset else None

    def _made(self, page: SitePage) -> Page | None:
        return self.edition.pages.get(page.file.src_uri) if self._is_made(page.file) else None

    def _is_made(self, file: File) -> bool:
        return file.generated_by is not None and file.src_uri in self.edition.pages


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent


def _templates(config: MkDocsConfig) -> Iterator[str]:
    """The templates of the themes that are installed."""
    for folder in config.theme.dirs:
        if folder != config.theme.custom_dir:
            for path in sorted(Path(folder).rglob("*.html")):
                yield path.read_text(encoding="utf-8")

"""What stands around generated pages is rendered once a kind: the pages must not differ by it."""

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from claimbook.mkdocs_plugin.shell import Shells
from tests.conftest import TWIN

RENDERED = Shells._rendered  # noqa: SLF001 -- what a page comes to without shells
ALL_OF_A_PAGE = """{% extends "base.html" %}
{% block footer %}{{ super() }}<p id="own">PRINTED</p>{% endblock %}
"""


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses of pages that the theme renders."""
    found: list[str] = []

    def rendered(self: Shells, context: Mapping[str, Any]) -> str:
        found.append(context["page"].url)
        return RENDERED(self, context)

    monkeypatch.setattr(Shells, "_rendered", rendered)
    return found


def pages_of(project: Path, site: Path) -> dict[str, bytes]:
    config = load_config(str(project / "mkdocs.yml"), site_dir=str(site))
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    found = sorted(site.rglob("*.html"))
    return {str(file.relative_to(site)): file.read_bytes() for file in found}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The twin with titles that HTML has other words for."""
    folder = shutil.copytree(TWIN, tmp_path / "twin")
    bibliography = folder / "references.bib"
    text = bibliography.read_text(encoding="utf-8")
    bibliography.write_text(text.replace("title = {", r"title = {R\&D, <b>bold</b> ``and'' ", 1))
    return folder


def with_and_without(project: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, bytes]:
    with_shells = pages_of(project, project.parent / "with")
    monkeypatch.setattr(Shells, "page", RENDERED)
    assert with_shells == pages_of(project, project.parent / "without")
    return with_shells


def test_every_page_is_the_same(
    project: Path, counted: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with_shells = with_and_without(project, monkeypatch)
    assert "R&amp;D, &lt;b&gt;bold" in b"".join(with_shells.values()).decode()
    spared = {url for url in counted if counted.count(url) == 1}
    assert spared


@pytest.mark.parametrize(
    "asked",
    ["page.file.src_uri", "page.content | length", "page.title | upper", "page.toc | length"],
)
def test_a_theme_may_ask_anything_of_a_page(
    project: Path, asked: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = project / "overrides"
    folder.mkdir()
    (folder / "main.html").write_text(
        ALL_OF_A_PAGE.replace("PRINTED", f"{{{{ ({asked}) if page }}}}")
    )
    settings = project / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("theme: {", "theme: {custom_dir: overrides, ", 1))
    pages = with_and_without(project, monkeypatch)
    assert b'id="own"' in pages["claims/keep-the-clock/index.html"]

"""The ready-made pages of `claimbook write` as a site for Hugo with the smallest of themes."""

import shutil
from pathlib import Path
from typing import Final

CONFIG: Final = """\
baseURL = "https://example.org/"
disableKinds = ["taxonomy", "term", "RSS"]
[markup.goldmark.renderer]
unsafe = true
"""
PAGE: Final = """\
<!doctype html><html lang="en"><head><title>{{ .Title }}</title>
<meta name="description" content="{{ .Description }}"></head><body>{{ .Content }}</body></html>
"""


def write_hugo(folder: Path, pages: Path) -> None:
    """Write a site of the pages and other files below `pages` to a folder."""
    layouts = folder / "layouts" / "_default"
    layouts.mkdir(parents=True)
    (folder / "hugo.toml").write_text(CONFIG, encoding="utf-8")
    for kind in ("single", "list"):
        (layouts / f"{kind}.html").write_text(PAGE, encoding="utf-8")
    for file in pages.rglob("*"):
        if file.is_file():
            target = folder / _place(file.relative_to(pages))
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, target)


def _place(path: Path) -> Path:
    if path.suffix != ".md":
        return Path("static") / path
    return Path("content") / (path.with_name("_index.md") if path.name == "index.md" else path)

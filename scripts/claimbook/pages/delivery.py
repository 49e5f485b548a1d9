"""How the site's own scripts and styles travel to readers: in few files, without comments."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final

STYLE: Final = "claimbook.css"

_IMPORT: Final = re.compile(r'^import \{ (.+?) \} from "\./(.+?)";\n', re.MULTILINE)
_EXPORT: Final = re.compile(r"^export ((?:async )?function|class|const) (\w+)", re.MULTILINE)
_SHARED: Final = re.compile(r"^const .* = _(\w+);$", re.MULTILINE)
_REMARK: Final = re.compile(r"/\*.*?\*/\s*", re.DOTALL)
_COMMENTS: Final = ("//", "/*", "*")
_ASIDE: Final = re.compile(r" +// .*")
_GOES_ON: Final = (";", ",", "{", "(", "[", "}")
_TEXT: Final = re.compile("(\"[^\"]*\"|'[^']*'|`[^`]*`)")
_AIR: Final = re.compile(r" ?([][{}(),;:=?&|<>*%]) ?|(?<=[\w)\]]) ([-+/]) (?=[\w(])|\b0(?=\.\d)")


def delivered(assets: Mapping[str, str]) -> dict[str, str]:
    """The files that travel, by name, made of the scripts and styles as they are written."""
    styles = [text for name, text in sorted(assets.items()) if name.endswith(".css")]
    scripts = {name: text for name, text in assets.items() if name.endswith(".js")}
    modules = {name: bare(text) for name, text in joined_modules(scripts).items()}
    return {STYLE: joined_styles(styles), **modules}


def joined_styles(styles: Iterable[str]) -> str:
    """Stylesheets as one, without comments."""
    return "".join(_REMARK.sub("", style) for style in styles)


def joined_modules(modules: Mapping[str, str]) -> dict[str, str]:
    """Modules of which each that a single other one imports travels inside that one.

    It becomes a function that is called at once and returns what it exports. What is imported
    by several stays a file of its own, so that it runs once.
    """
    importers = Counter(name for text in modules.values() for _, name in _IMPORT.findall(text))
    inner = {name for name in modules if importers[name] == 1}
    return {name: _whole(name, modules, inner) for name in modules if name not in inner}


def bare(script: str) -> str:
    r"""A script without indentation, comments and the air around signs.

    Lines end where a statement may: no text in the scripts runs over several, or holds ` // `, and
    each that ends with a } ends a block, since statements end with a semicolon.
    Those with a text in a text, or a \, are kept to the letter: signs may mean other things there.
    """
    lines = (_ASIDE.sub("", line).strip() for line in script.splitlines())
    kept = [_without_air(line) for line in lines if line and not line.startswith(_COMMENTS)]
    return "".join(map(_ended, kept, [*kept[1:], "}"]))


def _ended(line: str, following: str) -> str:
    """A line with the end that the statement in it needs before what follows."""
    if following.startswith(("}", "]", ")")):
        return line.rstrip(";,")
    return line if line.endswith(_GOES_ON) else f"{line}\n"


def _whole(name: str, modules: Mapping[str, str], inner: set[str]) -> str:
    body = _inlined(modules[name], modules, inner)
    shared = sorted(set(_SHARED.findall(body)))
    return "".join(f'import * as _{stem} from "./{stem}.js";\n' for stem in shared) + body


def _inlined(text: str, modules: Mapping[str, str], inner: set[str]) -> str:
    """A script with every import made a constant: of a shared module, or of one set inside."""

    def constant(found: re.Match[str]) -> str:
        names, name = found.groups()
        if name not in inner:
            return f"const {{ {names} }} = _{name.removesuffix('.js')};\n"
        body = _inlined(modules[name], modules, inner)
        exported = ", ".join(word for _, word in _EXPORT.findall(body))
        inside = _EXPORT.sub(r"\1 \2", body)
        return f"const {{ {names} }} = (() => {{\n{inside}return {{ {exported} }};\n}})();\n"

    return _IMPORT.sub(constant, text)


def _without_air(line: str) -> str:
    parts = _TEXT.split(line)
    if "\\" in line or "`" in "".join(parts[::2]) or not all(map(_is_whole, parts[1::2])):
        return line
    return "".join(part if i % 2 else _AIR.sub(r"\1\2", part) for i, part in enumerate(parts))


def _is_whole(text: str) -> bool:
    return text.count("{") == text.count("}")

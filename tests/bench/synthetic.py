"""Arguments of any size, the same in every run, as the files that people would write.

25 claims a section, statements of 25 words, 1.5 links and 1.2 citations a claim, a source for
every three claims.
"""

import random
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import yaml

SECTION: Final = 25
WORDS: Final = 25
CITATIONS: Final = 1.2
KINDS: Final = ("empirical", "causal", "legal", "normative")
BEARINGS: Final = ("supports", "supports", "opposes", "qualifies", "context")
VOCABULARY: Final = (
    "water road school winter market river bread clock garden teacher stone village "
    "letter morning bridge harvest council money number people square tower season "
    "weather counts keeps moves finds costs holds brings shows takes gives under after "
    "before between near without more less some other same small large early late slowly"
)

SITE: Final = """\
site_name: A synthetic argument
site_url: https://example.org/
theme: {{name: material, font: false}}
nav: [index.md{sections}]
not_in_nav: "*"
plugins: {plugins}
"""


def write(folder: Path, claims: int) -> None:
    """Write an argument of so many claims to a folder, with the mkdocs.yml of its site."""
    chance = random.Random(claims)  # noqa: S311 -- repeatable, not secret
    (folder / "claims").mkdir(parents=True)
    (folder / "docs").mkdir()
    names = []
    links = _links(claims, chance)
    for number, first in enumerate(range(0, claims, SECTION)):
        names.append(f"s{number:04}")
        members = range(first, min(first + SECTION, claims))
        section = _section(number, {n: links[n] for n in members}, claims, chance)
        _dump(folder / "claims" / f"{names[-1]}.yml", section)
    head = {"title": "A synthetic argument", "text": "k00000", "thesis": "c00000"}
    _dump(folder / "claims" / "map.yml", {**head, "sections": names})
    entries = (_entry(number, chance) for number in range(max(claims // 3, 1)))
    (folder / "references.bib").write_text("\n".join(entries), encoding="utf-8")
    site = SITE.format(sections=', "claimbook:sections"', plugins="[search, claimbook]")
    (folder / "mkdocs.yml").write_text(site, encoding="utf-8")


def write_plain(folder: Path) -> None:
    """The mkdocs.yml of a site of ready pages in `docs`, without any of our own code."""
    site = SITE.format(sections="", plugins="[search]")
    (folder / "mkdocs.yml").write_text(site, encoding="utf-8")


def _links(claims: int, chance: random.Random) -> list[dict[str, Any]]:
    """For each claim what it rests on and what challenges it: one tree, and half as many more."""
    found: list[dict[str, Any]] = [{} for _ in range(claims)]
    for n in range(1, claims):
        above = n - min(chance.randint(1, 5), n % SECTION) if n % SECTION else _first_above(n)
        _link(found[above], n, chance)
        if n % 2 and n % SECTION:
            _link(found[chance.randrange(n - n % SECTION, n)], n, chance)
    return found


def _first_above(first: int) -> int:
    return (first // SECTION - 1) // 5 * SECTION


def _link(links: dict[str, Any], claim: int, chance: random.Random) -> None:
    if chance.random() < 1 / 4:
        links["but"] = sorted({*links.get("but", ()), _id(claim)})
    else:
        links.setdefault("because", []).append({"premises": [_id(claim)]})


def _section(
    number: int, members: Mapping[int, Mapping[str, Any]], claims: int, chance: random.Random
) -> Mapping[str, Any]:
    return {
        "title": f"Part {number}",
        "paragraphs": 5,
        "question": f"What of part {number}?",
        "summary": _sentence(WORDS, chance),
        "claims": {_id(n): _claim(n, links, claims, chance) for n, links in members.items()},
    }


def _id(claim: int) -> str:
    return f"c{claim:05}"


def _claim(
    number: int, links: Mapping[str, Any], claims: int, chance: random.Random
) -> Mapping[str, Any]:
    sources = max(claims // 3, 1)
    further = [chance.randrange(sources)] if chance.random() < CITATIONS - 1 else []
    cited = dict.fromkeys((number % sources, *further))
    return {
        "claim": _sentence(WORDS, chance),
        "kind": chance.choice(KINDS),
        "paragraph": number % 5 + 1,
        **links,
        "evidence": [_evidence(source, chance) for source in cited],
    }


def _evidence(source: int, chance: random.Random) -> Mapping[str, Any]:
    return {
        "source": f"k{source:05}",
        "bearing": chance.choice(BEARINGS),
        "finding": _sentence(15, chance),
        "read": "full text",
    }


def _entry(number: int, chance: random.Random) -> str:
    author, title = chance.choice(VOCABULARY.split()).capitalize(), _sentence(6, chance)[:-1]
    fields = {
        "author": f"{author}{number}, Ann",
        "title": title,
        "journal": "Journal of Small Things",
        "year": str(chance.randint(1990, 2024)),
        "evidencetype": "quantitative study",
        "family": f"f{number}",
        "read": "full text",
    }
    lines = (f"  {name} = {{{value}}}," for name, value in fields.items())
    return "\n".join((f"@article{{k{number:05},", *lines, "}", ""))


def _sentence(words: int, chance: random.Random) -> str:
    return f"{' '.join(chance.choices(VOCABULARY.split(), k=words)).capitalize()}."


def _dump(file: Path, value: object) -> None:
    text = yaml.safe_dump(value, sort_keys=False, allow_unicode=True, width=100)
    file.write_text(text, encoding="utf-8")

"""The mistakes, from the characters of a file to what its claims say."""

from typing import Final

from tests.newcomer.mistakes import (
    MAP,
    OTHER,
    REAL,
    SECTION,
    SOURCES,
    Mistake,
    again,
    append,
    encoded,
    named,
    saved,
    swap,
)

_ID = "[a-z][a-z0-9-]+"
_SHORT = r"^    short: ([A-Z][\w’ -]+)$"
_KIND = r"^    kind: (\w+)$"
_ITEM = r"^      - source:"
_BUT = rf"^    but: \[({_ID})\]$"
_BUTS = rf"^    but: \[({_ID}), ({_ID})\]$"
_NEW = "\n  a-new-claim:\n    claim: It is so.\n    kind: causal\n    voice: editor\n"
_THESIS = REAL[MAP].decode().split("thesis: ")[1].split("\n")[0]
_CITED = REAL[SECTION].decode().split("source: ")[1].split()[0]
_TAKEN = REAL[OTHER].decode().split("claims:\n  ")[1].split(":")[0]
_ATTACKING = f"{_NEW}    because: [{_THESIS}]\n"
_ENTRY = "\n@misc{nobody2020nothing,\n  title = {Nothing},\n  year = {2020},\n}\n"

_CHARACTERS: Final = (
    Mistake(
        "byte-order mark",
        SECTION,
        lambda text: (f"\ufeff{text}", 1),
        "byte-order-mark",
        "invisible byte-order mark",
    ),
    Mistake(
        "line ends of Windows",
        SECTION,
        lambda text: (text.replace("\n", "\r\n"), 1),
        "windows-line-ends",
        "as on Windows",
    ),
    Mistake(
        "saved in the old encoding of Windows",
        SECTION,
        encoded("cp1252"),
        "not-utf8",
        "old encoding of Windows",
        saved(SECTION, "cp1252"),
    ),
    Mistake(
        "saved as UTF-16",
        SECTION,
        encoded("utf-16"),
        "not-utf8",
        "UTF-16",
        saved(SECTION, "utf-16"),
    ),
    Mistake("tab as indentation", SECTION, swap(_KIND, r"\tkind: \1"), "yaml-syntax", "tab"),
    Mistake("tab among spaces", SECTION, swap(_KIND, r"  \t kind: \1"), "yaml-syntax", "tab"),
    Mistake("tab behind a dash", SECTION, swap(_ITEM, r"      -\tsource:"), "yaml-syntax", "tab"),
    Mistake(
        "no-break spaces as indentation",
        SECTION,
        swap(_KIND, "\u00a0\u00a0\u00a0\u00a0kind: \\1"),
        "yaml-syntax",
        "U+00A0",
    ),
    Mistake(
        "no-break space behind a colon",
        SECTION,
        swap(_KIND, "    kind:\u00a0\\1"),
        "yaml-syntax",
        "U+00A0",
    ),
    Mistake(
        "spaces at the end of a line",
        SECTION,
        swap(_KIND, r"    kind: \1  "),
        "trailing-space",
        "ends in spaces",
    ),
    Mistake(
        "zero-width space in a text",
        SECTION,
        swap(r"^    short: (\w+) ", "    short: \\1\u200b "),
        "invisible-character",
        "U+200B",
    ),
    Mistake(
        "zero-width space in an id",
        SECTION,
        swap(_BUT, "    but: [\\1\u200b]"),
        "invisible-character",
        "U+200B",
    ),
)

_QUOTES: Final = (
    Mistake(
        "curly quotes around a text with a colon",
        SECTION,
        swap(_SHORT, r"    short: “Laws: \1”"),
        "yaml-syntax",
        "`“` does not quote",
    ),
    Mistake(
        "German quotes",
        SECTION,
        swap(_SHORT, r"    short: „Laws: \1“"),
        "yaml-syntax",
        "`„` does not quote",
    ),
    Mistake(
        "guillemets",
        SECTION,
        swap(_SHORT, r"    short: « Laws: \1 »"),
        "yaml-syntax",
        "`«` does not quote",
    ),
    Mistake(
        "straight quote closed by a curly one",
        SECTION,
        swap(_SHORT, r'    short: "\1”'),
        "yaml-syntax",
        "`”` does not quote",
    ),
    Mistake(
        "curly quotes around a kind",
        SECTION,
        swap(_KIND, r"    kind: “\1”"),
        "unknown-value",
        "did you mean",
    ),
    Mistake(
        "curly quotes around an id",
        SECTION,
        swap(_BUT, r"    but: [“\1”]"),
        "unknown-claim",
        "did you mean",
    ),
    Mistake(
        "double quote never closed",
        SECTION,
        swap(_SHORT, r'    short: "\1'),
        "yaml-syntax",
        "never closed",
    ),
    Mistake(
        "single quote never closed",
        SECTION,
        swap(r"^    short: ([A-Z][\w -]+)$", r"    short: '\1"),
        "yaml-syntax",
        "never closed",
    ),
    Mistake(
        "apostrophe between single quotes",
        SECTION,
        swap(_SHORT, "    short: 'The text's own view'"),
        "yaml-syntax",
        "same quotation marks inside",
    ),
    Mistake(
        "double quotes between double quotes",
        SECTION,
        swap(_SHORT, '    short: "The "so-called" view"'),
        "yaml-syntax",
        "same quotation marks inside",
    ),
    Mistake(
        "text that goes on behind its quotes",
        SECTION,
        swap(_SHORT, '    short: "Laws" do harm'),
        "yaml-syntax",
        "goes on behind",
    ),
)

_STRUCTURE: Final = (
    Mistake(
        "stray colon",
        SECTION,
        swap(_SHORT, r"    short: Laws: \1"),
        "yaml-syntax",
        "a colon and a space",
    ),
    Mistake(
        "stray colon in a text below its key",
        SECTION,
        swap(r"^    claim: >-\n      (\w+)", r"    claim:\n      \1: so", 1),
        "yaml-syntax",
        "write `>-`",
    ),
    Mistake(
        "text below its key not indented",
        SECTION,
        swap(r"^    claim: >-\n      (.*)\n      (.*)\n", r"    claim: >-\n    \1\n    \2\n", 1),
        "yaml-syntax",
        "not indented deeper",
    ),
    Mistake("no colon", SECTION, swap(_KIND, r"    kind \1"), "yaml-syntax", "no colon"),
    Mistake(
        "no space behind a colon", SECTION, swap(_KIND, r"    kind:\1"), "yaml-syntax", "no space"
    ),
    Mistake(
        "equals sign for a colon", SECTION, swap(_KIND, r"    kind = \1"), "yaml-syntax", "`=`"
    ),
    Mistake(
        "full-width colon", SECTION, swap(_KIND, "    kind\uff1a\\1"), "yaml-syntax", "colon must"
    ),
    Mistake(
        "indented too deep", SECTION, swap(_KIND, r"     kind: \1"), "yaml-syntax", "deeper than"
    ),
    Mistake(
        "indented too little", SECTION, swap(_KIND, r"   kind: \1"), "yaml-syntax", "less deep"
    ),
    Mistake(
        "evidence indented too little",
        SECTION,
        swap(r"^        bearing:", "      bearing:"),
        "yaml-syntax",
        "less deep",
    ),
    Mistake(
        "id of a claim indented like its keys",
        SECTION,
        swap(rf"\n\n  ({_ID}):$", r"\n\n    \1:", 2),
        "yaml-syntax",
        "like a part of what stands above",
    ),
    Mistake(
        "forgotten dash", SECTION, swap(_ITEM, "        source:"), "yaml-syntax", "has no dash"
    ),
    Mistake(
        "forgotten dash of a second item",
        SECTION,
        swap(r"^(        read: .*\n        checked: .*\n)      - source:", r"\1        source:", 2),
        "yaml-syntax",
        "has no dash",
    ),
    Mistake(
        "forgotten dash of a second id",
        SECTION,
        swap(_BUTS, r"    but:\n      - \1\n      \2", 2),
        "yaml-syntax",
        "has no dash",
    ),
    Mistake(
        "no space behind a dash",
        SECTION,
        swap(_ITEM, "      -source:"),
        "yaml-syntax",
        "no space behind the dash",
    ),
    Mistake(
        "en dash for a dash", SECTION, swap(_ITEM, "      – source:"), "yaml-syntax", "`–` is not"
    ),
    Mistake("bullet for a dash", SECTION, swap(_ITEM, "      • source:"), "yaml-syntax", "`•`"),
    Mistake(
        "bracket never closed", SECTION, swap(_BUT, r"    but: [\1"), "yaml-syntax", "never closed"
    ),
    Mistake(
        "bracket never opened", SECTION, swap(_BUTS, r"    but: \1, \2]"), "wrong-type", "brackets"
    ),
    Mistake(
        "no comma between ids", SECTION, swap(_BUTS, r"    but: [\1 \2]"), "unknown-claim", "comma"
    ),
    Mistake(
        "text that begins with a bracket",
        SECTION,
        swap(_SHORT, "    short: [Some] laws do harm"),
        "yaml-syntax",
        "cannot begin with `[`",
    ),
    Mistake(
        "text that begins with an asterisk",
        SECTION,
        swap(_SHORT, "    short: *All* laws do harm"),
        "yaml-syntax",
        "cannot begin with `*`",
    ),
    Mistake(
        "text cut off by a hash",
        SECTION,
        swap(_SHORT, "    short: Laws are #1"),
        "cut-text",
        "begins a comment",
        again(SECTION, "short: Laws are #1", 'short: "Laws are #1"'),
    ),
    Mistake(
        "key twice",
        SECTION,
        swap(r"^(    kind: \w+\n)", r"\1\1", 1),
        "duplicate-key",
        "keep one of the two",
        again(SECTION, r"^(    kind: \w+\n)\1", r"\1"),
    ),
)

_VALUES: Final = (
    Mistake("misspelt key", SECTION, swap(_KIND, r"    knid: \1"), "unknown-key", "`kind`"),
    Mistake("capital in a key", SECTION, swap(_KIND, r"    Kind: \1"), "unknown-key", "`kind`"),
    Mistake(
        "misspelt value",
        SECTION,
        swap("bearing: supports", "bearing: suports"),
        "unknown-value",
        "`supports`",
    ),
    Mistake(
        "value of one's own",
        SECTION,
        swap("bearing: supports", "bearing: in favour"),
        "unknown-value",
        "one of supports, opposes",
        again(SECTION, "bearing: in favour", "bearing: supports"),
    ),
    Mistake(
        "number in quotes",
        SECTION,
        swap(r"^    paragraph: (\d+)$", r'    paragraph: "\1"'),
        "wrong-type",
        "without quotes",
    ),
    Mistake(
        "text that is a number",
        SECTION,
        swap(r"^        locator: .*$", "        locator: 12"),
        "wrong-type",
        "put it in quotes",
    ),
    Mistake(
        "one id without brackets", SECTION, swap(_BUT, r"    but: \1"), "wrong-type", "brackets"
    ),
    Mistake(
        "date the other way round",
        SECTION,
        swap(r"checked: (\d+)-(\d+)-(\d+)$", r"checked: \3-\2-\1"),
        "bad-date",
        "year-month-day",
        again(SECTION, r"checked: (\d\d)-(\d\d)-(\d{4})$", r"checked: \3-\2-\1"),
    ),
    Mistake(
        "key without a value",
        SECTION,
        swap(r"^        locator: .*$", "        locator:"),
        "empty-value",
        "take the line out",
        again(SECTION, r"^        locator:\n", ""),
    ),
    Mistake(
        "key forgotten",
        SECTION,
        swap(r"^(      - source: .*\n)        bearing: \w+\n", r"\1"),
        "missing-key",
        "add `bearing:`",
        again(
            SECTION,
            r"^(      - source: .*\n)(?!        bearing)",
            r"\1        bearing: qualifies\n",
        ),
    ),
    Mistake(
        "paragraph that the text has not",
        SECTION,
        swap(r"^    paragraph: (\d)$", r"    paragraph: 9\1"),
        "paragraph-out-of-range",
        "mend the number",
        again(SECTION, r"^    paragraph: 9(\d)$", r"    paragraph: \1"),
    ),
    Mistake(
        "words joined by underscores in an id",
        SECTION,
        append(_ATTACKING.replace("a-new-claim", "a_new_claim"), 1),
        "bad-id",
        "joined by hyphens",
        again(SECTION, "a_new_claim", "a-new-claim"),
    ),
)

_REFERENCES: Final = (
    Mistake(
        "misspelt id",
        SECTION,
        swap(rf"^    but: \[({_ID})[a-z]\]$", r"    but: [\1]"),
        "unknown-claim",
        "did you mean",
    ),
    Mistake(
        "misspelt thesis",
        MAP,
        swap(rf"^thesis: ({_ID})[a-z]$", r"thesis: \1"),
        "unknown-claim",
        "mean",
    ),
    Mistake(
        "misspelt source",
        SECTION,
        swap(r"^      - source: (\w+)(\w)$", r"      - source: \1"),
        "unknown-source",
        "did you mean",
    ),
    Mistake(
        "misspelt citation",
        SECTION,
        swap(r"\[@([a-z]+\d{4}[a-z]+)[a-z]\b", r"[@\1"),
        "unknown-source",
        "did you mean",
    ),
    Mistake(
        "source that is not entered",
        SECTION,
        swap(_ITEM + r" (\w+)$", "      - source: xu1900zzz"),
        "unknown-source",
        "enter it in references.bib",
        lambda files: {
            **files,
            SOURCES: files[SOURCES] + b"\n@misc{xu1900zzz,\n title = {A},\n year = {1900},\n}\n",
        },
    ),
    Mistake(
        "misspelt scheme",
        SECTION,
        swap("scheme: cause-to-effect", "scheme: cause-and-effect"),
        "unknown-scheme",
        "`cause-to-effect`",
    ),
    Mistake(
        "claim given as its own reason",
        SECTION,
        append(f"{_ATTACKING.replace(_THESIS, 'a-new-claim')}    but: [{_THESIS}]\n", 5),
        "self-support",
        "another reason",
        again(SECTION, r"    because: \[a-new-claim\]\n", ""),
    ),
    Mistake(
        "claim that nothing is tied to",
        SECTION,
        append(_NEW, 1),
        "unconnected-claim",
        "name it in",
        again(SECTION, _BUT, r"    but: [\1, a-new-claim]"),
    ),
    Mistake(
        "id of a claim in another file",
        SECTION,
        append(_ATTACKING.replace("a-new-claim", _TAKEN), 1),
        "duplicate-id",
        "another claim",
        again(SECTION, rf"^  {_TAKEN}:$", "  a-new-claim:"),
    ),
    Mistake(
        "file that ends in .yaml",
        OTHER,
        lambda text: (text, 1),
        "misnamed-file",
        f"name it {OTHER}",
        named(OTHER[:-4] + ".yaml", OTHER),
        becomes=OTHER[:-4] + ".yaml",
    ),
    Mistake(
        "misspelt section",
        MAP,
        swap(rf"^  - {OTHER[7:-5]}({OTHER[-5]})$", f"  - {OTHER[7:-5]}"),
        "unknown-section",
        "did you mean",
    ),
    Mistake(
        "HTML in a text",
        SECTION,
        swap(r"^    claim: >-\n      (\w+)", r"    claim: >-\n      <b>\1</b>", 1),
        "raw-html",
        "use Markdown",
        again(SECTION, r"<b>(\w+)</b>", r"\1"),
    ),
    Mistake(
        "link that is no address",
        SECTION,
        swap(r"^    assessment: >-\n      ", "    assessment: >-\n      [See](www:x) ", 1),
        "unsafe-link",
        "https://",
        again(SECTION, r"\(www:x\)", "(https://www.example.org)"),
    ),
)

_BIBLIOGRAPHY: Final = (
    Mistake(
        "no comma behind a field",
        SOURCES,
        swap(r"^(  title = \{.*\}),\n", r"\1\n"),
        "bibtex-syntax",
        "comma",
        again(SOURCES, r"^(  title = \{.*\})\n", r"\1,\n"),
    ),
    Mistake(
        "key of an entry twice",
        SOURCES,
        append(_ENTRY.replace("nobody2020nothing", _CITED), 1),
        "duplicate-entry",
        "keep one of the two",
        lambda files: {**files, SOURCES: REAL[SOURCES]},
    ),
    Mistake(
        "entry that nothing cites",
        SOURCES,
        append(_ENTRY, 1),
        "source-never-cited",
        "take it out",
        lambda files: {**files, SOURCES: REAL[SOURCES]},
    ),
    Mistake(
        "address for a DOI",
        SOURCES,
        swap(r"^  doi = \{(.*)\}", r"  doi = {https://doi.org/\1}"),
        "malformed-doi",
        "10.",
        again(SOURCES, r"doi = \{https://doi.org/", "doi = {"),
    ),
    Mistake(
        "digit of an ISBN mistyped",
        SOURCES,
        swap(r"^  isbn = \{(.*)-(\d)\}", r"  isbn = {\1-X}"),
        "malformed-isbn",
        "compare it",
        lambda files: {**files, SOURCES: REAL[SOURCES]},
    ),
    Mistake(
        "no year but a word",
        SOURCES,
        swap(r"^  year = \{\d+\}", "  year = {unknown}"),
        "malformed-year",
        "year",
        lambda files: {**files, SOURCES: REAL[SOURCES]},
    ),
    Mistake(
        "ampersand in BibTeX",
        SOURCES,
        swap(r"(?<=[a-z] )\\& ", "& "),
        "unescaped-latex",
        "&",
        again(SOURCES, r" & ", r" \\& "),
    ),
    Mistake(
        "type of entry that is none",
        SOURCES,
        swap(r"^@article\{", "@artcle{"),
        "unusable-entry-type",
        "`article`",
        again(SOURCES, r"^@artcle\{", "@article{"),
    ),
)

MISTAKES: Final = (
    *_CHARACTERS,
    *_QUOTES,
    *_STRUCTURE,
    *_VALUES,
    *_REFERENCES,
    *_BIBLIOGRAPHY,
)

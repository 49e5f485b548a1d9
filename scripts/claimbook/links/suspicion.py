"""Pages that answer and yet are not the page: each suspicion by what stands in them.

A long page is never suspected for its words: it may well write about walls and missing pages.
"""

import re
from typing import Final
from urllib.parse import urlsplit

from claimbook.links.answer import Answer
from claimbook.links.page import Page
from claimbook.links.states import State

SHORT: Final = 150  # words in a page that holds no document
LONG_404: Final = 400  # words in a page that says “not found” and offers a menu


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


_NOT_FOUND: Final = _any(
    r"^\W*(error\s*)?404\b(?! (media|archi))",
    r"\b404\W+(error|not found|page)",
    r"error 404",
    r"\b(page|site|document|article|file|content|url)\b.{0,40}"
    r"(not (be )?found|does(n['’]t| not) exist|no longer (exist|avail)|been (removed|deleted))",
    r"^\W*(page )?not found\b",
    r"can['’]?(not|t) find (the|this|that) page",
    r"nicht gefunden",
    r"page (introuvable|non trouvée)",
    r"no encontrada",
    r"pagina niet gevonden",
)
_FOR_SALE: Final = _any(
    r"(domain|website)( name)? (is |may be |might be )?(now )?(for sale|parked)",
    r"buy this domain",
    r"parked (free|domain)",
    r"domain parking",
    r"domain .{0,60}has expired",
    r"inquire about this domain",
)
_HUMAN: Final = _any(
    r"(verify|prove|confirm)\b.{0,20}\b(you are|you['’]re) (a )?(not a robot|human)",
    r"are you (a )?(robot|human)",
    r"checking your browser",
    r"just a moment",
    r"captcha",
    r"unusual traffic",
    r"javascript and cookies",
    r"security check",
    r"attention required",
    r"pardon our interruption",
    r"request unsuccessful",
)
_COOKIES: Final = _any(
    r"(enable|allow|accept|turn on)\w* (all |the use of |our )?cookies",
    r"cookies (are|must be|need to be) (disabled|enabled|required|turned)",
    r"requires? cookies",
)
_COOKIE_PATH: Final = _any(r"cookie(absent|s?[-_]?(required|disabled|error|not[-_]?supported))")
_LOGIN: Final = _any(r"\b(log ?in|sign ?in|log on|institutional access|password)\b")
_LOGIN_PATH: Final = _any(r"/(log-?in|sign-?in|logon|sso|auth|account/login)\b")


def suspicion(answer: Answer, page: Page, asked: str) -> State | None:
    """What the page at the end of the way from `asked` seems to be instead of the page."""
    if page.kind != "html":
        return None
    checks = {
        State.BOT_WALL: _is_bot_wall,
        State.COOKIE_WALL: _is_cookie_wall,
        State.LOGIN_WALL: _is_login_wall,
        State.PARKED: _is_parked,
        State.SOFT_404: _is_soft_404,
    }
    return next((state for state, check in checks.items() if check(answer, page, asked)), None)


def is_bot_wall(answer: Answer, page: Page) -> bool:
    """Whether the answer, of any status, asks for a proof of being human."""
    challenged = answer.headers.get("cf-mitigated") == "challenge"
    return challenged or (_is_short(page) and bool(_HUMAN.search(_said(page))))


def _is_bot_wall(answer: Answer, page: Page, _: str) -> bool:
    return is_bot_wall(answer, page)


def _is_cookie_wall(answer: Answer, page: Page, _: str) -> bool:
    led_there = bool(answer.hops and _COOKIE_PATH.search(answer.address))
    return led_there or (_is_short(page) and bool(_COOKIES.search(page.text)) and not page.headings)


def _is_login_wall(answer: Answer, page: Page, asked: str) -> bool:
    path = urlsplit(answer.address).path
    if answer.hops and _LOGIN_PATH.search(path) and not _LOGIN_PATH.search(urlsplit(asked).path):
        return True
    return page.password and _is_short(page) and bool(_LOGIN.search(_said(page)))


def _is_parked(_: Answer, page: Page, __: str) -> bool:
    return _is_short(page) and bool(_FOR_SALE.search(_said(page)))


def _is_soft_404(answer: Answer, page: Page, asked: str) -> bool:
    return _leads_home(answer, asked) or (_count(page) < LONG_404 and _says_not_found(page))


def _leads_home(answer: Answer, asked: str) -> bool:
    start, end = urlsplit(asked), urlsplit(answer.address)
    same_site = _site(start.hostname) == _site(end.hostname)
    deep = start.path.strip("/").count("/") >= 1 or bool(start.query)
    return bool(answer.hops) and same_site and deep and not end.path.strip("/") and not end.query


def _site(host: str | None) -> str:
    return (host or "").removeprefix("www.")


def _says_not_found(page: Page) -> bool:
    heads = (page.title, *page.headings)
    if any(map(_NOT_FOUND.search, heads)):
        return True
    return _is_short(page) and not page.headings and bool(_NOT_FOUND.search(page.text[:300]))


def _said(page: Page) -> str:
    return f"{page.title}\n{page.text}"


def _is_short(page: Page) -> bool:
    return _count(page) < SHORT


def _count(page: Page) -> int:
    return len(page.text.split())

"""An answer or a failure, and the page that was read -> the result for an address."""

from dataclasses import dataclass, replace
from hashlib import sha256
from http import HTTPStatus
from typing import Final
from urllib.parse import unquote, urlsplit

from claimbook.links.answer import Answer, Failure
from claimbook.links.fragment import DIRECTIVE, words_of
from claimbook.links.page import Page
from claimbook.links.results import PERMANENT, Result, Sight, Words
from claimbook.links.states import State, Verdict
from claimbook.links.suspicion import is_bot_wall, suspicion
from claimbook.links.targets import DOI, Target
from claimbook.links.words import Wording

_GONE: Final = frozenset({HTTPStatus.NOT_FOUND, HTTPStatus.GONE})
_FEW: Final = 20  # words; a scripted page with fewer shows its words only to browsers


UNREAD: Final = Page(is_read=False)
NO_WORDS: Final = Wording("")


@dataclass(frozen=True)
class Sighting:
    """What one request brought to light: the outcome, and the page where one was read."""

    outcome: Answer | Failure
    page: Page = UNREAD
    wording: Wording = NO_WORDS


def result(target: Target, sighting: Sighting, today: str) -> Result:
    """What was seen at an address."""
    outcome = sighting.outcome
    words = _words(target, sighting)
    state, note = _state(target, sighting, words)
    seen = Result(
        target.address,
        state,
        today,
        status=outcome.status if isinstance(outcome, Answer) else None,
        final=outcome.address if outcome.hops else "",
        hops=outcome.hops,
        words=words,
        note=note,
        snapshot=target.snapshot,
    )
    return _as_doi(replace(seen, state=_with_fragment(target, sighting, seen)))


def since(result: Result, before: Result | None) -> Result:
    """The result with the date since which the address has been in this state."""
    alike = before is not None and before.state is result.state
    return replace(result, since=before.since if before and alike else result.checked)


def snapshot(page: Page) -> str:
    """The hash of a page's words, which its markup and typesetting do not change."""
    return f"sha256:{sha256(' '.join(Wording(page.text).words).encode()).hexdigest()}"


def _state(target: Target, sighting: Sighting, words: tuple[Words, ...]) -> tuple[State, str]:
    outcome, page = sighting.outcome, sighting.page
    if isinstance(outcome, Failure):
        return outcome.state, outcome.note
    if outcome.status != HTTPStatus.OK or not outcome.body:
        return _of_status(outcome, page), ""
    return _of_page(outcome, page, target, words)


def _of_page(
    outcome: Answer, page: Page, target: Target, words: tuple[Words, ...]
) -> tuple[State, str]:
    if note := _broken_promise(outcome, page):
        return State.WRONG_TYPE, note
    is_known = any(seen.sight is Sight.FOUND for seen in words)
    if not is_known and (suspected := suspicion(outcome, page, target.page)):
        return suspected, page.title
    if target.snapshot and page.is_read and (now := snapshot(page)) != target.snapshot:
        return State.CHANGED, f"now {now}"
    return State.OK, "" if outcome.is_whole else "only its beginning was read"


def _of_status(answer: Answer, page: Page) -> State:
    if is_bot_wall(answer, page):
        return State.BOT_WALL
    if answer.status in _GONE:
        return State.GONE
    if answer.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return State.SERVER_ERROR
    return State.EMPTY if answer.status < HTTPStatus.MULTIPLE_CHOICES else State.REFUSED


def _broken_promise(answer: Answer, page: Page) -> str:
    """How the body differs from what the address or the server called it, if it does."""
    promised = urlsplit(answer.hops[0].address if answer.hops else answer.address).path.lower()
    if promised.endswith(".pdf") and page.kind in {"html", "text"}:
        return "a PDF was promised by the address"
    if "pdf" in answer.media_type and page.kind != "pdf":
        return "a PDF was promised by the server"
    if "html" in answer.media_type and page.kind == "binary":
        return "a page was promised by the server"
    return ""


def _with_fragment(target: Target, sighting: Sighting, seen: Result) -> State:
    """The state once the place in the page is looked at too."""
    if seen.state is not State.OK:
        return seen.state
    pointed_at = words_of(target.fragment)
    lost = any(w.text in pointed_at and w.sight in {Sight.MISSING, Sight.NEAR} for w in seen.words)
    if lost or not _has_fragment(target.fragment, sighting.page):
        is_sure = not sighting.page.scripted and isinstance(sighting.outcome, Answer)
        return State.NO_FRAGMENT if is_sure else State.FRAGMENT_UNSEEN
    moved = bool(seen.hops) and seen.hops[0].status in PERMANENT
    return State.MOVED if moved else State.OK


def _has_fragment(fragment: str, page: Page) -> bool:
    name = unquote(fragment.partition(DIRECTIVE)[0])
    for_scripts = name.startswith(("!", "/"))
    return page.kind != "html" or for_scripts or name in {"", "top"} or name in page.fragments


def _words(target: Target, sighting: Sighting) -> tuple[Words, ...]:
    if not _is_read(sighting):
        return tuple(Words(words, Sight.UNREAD) for words in target.words)
    whole = isinstance(sighting.outcome, Answer) and sighting.outcome.is_whole
    return tuple(sighting.wording.look_for(words, whole=whole) for words in target.words)


def _is_read(sighting: Sighting) -> bool:
    page, outcome = sighting.page, sighting.outcome
    if isinstance(outcome, Failure) or outcome.status != HTTPStatus.OK or not page.is_read:
        return False
    return not page.scripted or len(page.text.split()) >= _FEW


def _as_doi(result: Result) -> Result:
    """A DOI that led away from its resolver is known there, whatever its publisher says."""
    is_resolved = (
        result.address.startswith(DOI) and result.hops and not result.final.startswith(DOI)
    )
    if is_resolved and result.state.verdict is Verdict.UNSURE:
        note = f"{result.state}: {result.note}" if result.note else str(result.state)
        return replace(result, state=State.RESOLVED, note=note)
    return result

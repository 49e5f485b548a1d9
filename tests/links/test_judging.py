"""Decisions on values: what an answer means, without any server."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from claimbook.links.answer import Answer, Failure, is_web, wait_asked_for
from claimbook.links.guard import NotPublicError, is_public, refuse_literal
from claimbook.links.judge import Sighting, result, since, snapshot
from claimbook.links.page import Page, from_html
from claimbook.links.results import Hop, Result
from claimbook.links.states import State, Verdict
from claimbook.links.suspicion import suspicion
from claimbook.links.targets import Target
from claimbook.links.words import Wording
from tests.links.cases import study

ASKED = "https://a.org/papers/1"
NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


def answer(status: int = 200, address: str = ASKED, *hops: Hop, **headers: str) -> Answer:
    return Answer(address, status, {"content-type": "text/html", **headers}, b"x", hops=hops)


def seen(outcome: Answer | Failure, page: Page, target: Target | None = None) -> Result:
    looked = Sighting(outcome, page, Wording(page.text))
    return result(target or Target(ASKED), looked, "2026-11-23")


def page(markup: str) -> Page:
    return from_html(markup.encode())


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1::1", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("172.31.0.1", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),  # noqa: S104 - an address to refuse
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("::1", False),
        ("::", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("ff02::1", False),
        ("::ffff:127.0.0.1", False),
        ("::ffff:8.8.8.8", True),
        ("64:ff9b::7f00:1", False),
        ("64:ff9b::808:808", True),
        ("2002:7f00:1::", False),
    ],
)
def test_only_the_public_web_is_asked(address: str, public: bool) -> None:  # noqa: FBT001
    assert is_public(address) is public


def test_a_private_address_is_asked_only_where_it_is_named() -> None:
    refuse_literal("127.0.0.1", {"127.0.0.1"})
    refuse_literal("a.name", ())
    with pytest.raises(NotPublicError):
        refuse_literal("127.0.0.1", {"127.0.0.2"})


@pytest.mark.parametrize(
    ("value", "date", "wait"),
    [
        ("5", "", 5.0),
        ("0", "", 0.0),
        ("Mon, 23 Nov 2026 12:01:00 GMT", "", 60.0),
        ("Mon, 23 Nov 2026 12:01:00 GMT", "Mon, 23 Nov 2026 12:00:30 GMT", 30.0),
        ("Mon, 23 Nov 2026 11:00:00 GMT", "", 0.0),
        ("soon", "", None),
        ("", "", None),
        ("-5", "", None),
    ],
)
def test_the_wait_a_server_asks_for(value: str, date: str, wait: float | None) -> None:
    assert wait_asked_for(answer(429, **{"retry-after": value, "date": date}), NOW) == wait


@pytest.mark.parametrize(
    "address", ["javascript:x", "mailto:a@b.org", "/x", "http://", "http://a:b/", "http://[x/", ""]
)
def test_what_is_no_address_of_the_web(address: str) -> None:
    assert not is_web(address)


@pytest.mark.parametrize(
    ("markup", "state"),
    [
        ("<title>404 Not Found</title><p>x", State.SOFT_404),
        ("<title>Site</title><h1>Page not found</h1><p>Try the menu.", State.SOFT_404),
        ("<h1>Oops</h1><p>x", None),
        ("<p>Sorry, the page you requested could not be found.", State.SOFT_404),
        ("<title>Seite nicht gefunden</title>", State.SOFT_404),
        ("<title>404 Media</title><p>A report on raids and their aftermath.", None),
        (study(title="Page not found: link rot in law"), None),
        (study("The page cannot be found in 404 of 900 cases."), None),
        ("<title>a.org</title><p>Buy this domain", State.PARKED),
        (study("Whether the domain is for sale was asked."), None),
        ("<title>Attention Required!</title>", State.BOT_WALL),
        (study("Solving a captcha shows that you are human."), None),
        ("<p>This site requires cookies.", State.COOKIE_WALL),
        (study("<p>We use cookies. Accept all cookies?"), None),
        ('<h1>Log in</h1><input type="password">', State.LOGIN_WALL),
        (study('<input type="password">Sign in'), None),
    ],
)
def test_a_page_that_is_not_the_page(markup: str, state: State | None) -> None:
    assert suspicion(answer(), page(markup), ASKED) is state


@pytest.mark.parametrize(
    ("asked", "final", "state"),
    [
        ("https://a.org/papers/1", "https://a.org/", State.SOFT_404),
        ("https://www.a.org/papers/1", "https://a.org/", State.SOFT_404),
        ("https://a.org/?id=7", "https://a.org/", State.SOFT_404),
        ("https://a.org/papers", "https://a.org/", None),
        ("https://a.org/papers/1", "https://b.org/", None),
        ("https://a.org/papers/1", "https://a.org/papers/2", None),
        ("https://a.org/papers/1", "https://a.org/login?next=1", State.LOGIN_WALL),
        ("https://a.org/login/help", "https://a.org/login/", None),
        ("https://a.org/papers/1", "https://a.org/action/cookieAbsent", State.COOKIE_WALL),
    ],
)
def test_where_a_redirect_ends_can_be_suspicious(
    asked: str, final: str, state: State | None
) -> None:
    assert suspicion(answer(200, final, Hop(asked, 302)), page(study()), asked) is state


def test_a_page_with_the_wanted_words_is_the_page() -> None:
    found = page("<title>404 not found</title><p>the very words")
    assert seen(answer(), found, Target(ASKED, words=("the very words",))).state is State.OK
    assert seen(answer(), found, Target(ASKED, words=("other words",))).state is State.SOFT_404


@pytest.mark.parametrize(
    ("status", "state"),
    [
        *((404, State.GONE), (410, State.GONE), (400, State.REFUSED), (451, State.REFUSED)),
        *((429, State.REFUSED), (500, State.SERVER_ERROR), (503, State.SERVER_ERROR)),
        *((204, State.EMPTY), (206, State.EMPTY), (999, State.SERVER_ERROR)),
    ],
)
def test_a_status_is_not_overstated(status: int, state: State) -> None:
    assert seen(answer(status), page("<p>x")).state is state


def test_a_doi_that_is_resolved_is_known_whatever_its_publisher_says() -> None:
    doi = Target("https://doi.org/10.1/x")
    hop = Hop(doi.address, 302)
    refused = seen(answer(403, "https://p.org/x", hop), page("<p>x"), doi)
    assert (refused.state, refused.note) == (State.RESOLVED, "refused")
    gone = seen(answer(404, "https://p.org/x", hop), page("<p>x"), doi)
    assert gone.state is State.GONE
    unknown = seen(answer(404, doi.address), page("<p>x"), doi)
    assert unknown.state is State.GONE
    busy = seen(Failure(doi.address, State.TOO_SLOW), Page(is_read=False), doi)
    assert busy.state is State.TOO_SLOW


@pytest.mark.parametrize(
    ("statuses", "moved_to"),
    [
        ((301,), "https://a.org/2"),
        ((301, 308), "https://a.org/3"),
        ((301, 302), "https://a.org/2"),
        ((302, 301), ""),
        ((), ""),
    ],
)
def test_the_new_address_is_where_the_permanent_redirects_lead(
    statuses: tuple[int, ...], moved_to: str
) -> None:
    hops = tuple(Hop(f"https://a.org/{n}", status) for n, status in enumerate(statuses, 1))
    final = f"https://a.org/{len(hops) + 1}" if hops else ""
    assert Result(ASKED, State.OK, "2026-11-23", hops=hops, final=final).moved_to == moved_to


def test_a_changed_source_is_noticed_by_its_words_not_its_markup() -> None:
    kept = snapshot(page("<p>The <b>words</b> of it."))
    target = Target(ASKED, snapshot=kept)
    assert seen(answer(), page("<div>The words\n of it!</div>"), target).state is State.OK
    other = page("<p>The words of another.")
    changed = seen(answer(), other, target)
    assert (changed.state, changed.note) == (State.CHANGED, f"now {snapshot(other)}")


def test_a_state_is_dated_from_when_it_was_seen_first() -> None:
    new = Result(ASKED, State.GONE, "2026-11-23")
    assert since(new, None).since == "2026-11-23"
    assert since(new, Result(ASKED, State.GONE, "2026-11-16", "2026-11-02")).since == "2026-11-02"
    assert since(new, Result(ASKED, State.OK, "2026-11-16", "2026-01-01")).since == "2026-11-23"


def test_every_state_says_what_it_means() -> None:
    assert len({state.meaning for state in State}) == len(State)


def test_the_guide_lists_every_state_with_its_meaning() -> None:
    guide = Path(__file__).parents[2] / "docs" / "checking.md"
    rows = re.findall(r"^\| (.*?) \| (.*?) \| (.*) \|$", guide.read_text("utf-8"), re.MULTILINE)
    verdicts = {
        Verdict.ANSWERS: "answers",
        Verdict.LOOK: "asks for a look",
        Verdict.UNSURE: "could not be checked",
        Verdict.BROKEN: "is broken",
    }
    told = [row for row in rows if row[0] in verdicts.values()]
    assert told == [(verdicts[state.verdict], state, state.meaning) for state in State]

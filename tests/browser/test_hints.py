"""Words explained in place, citations and terms: by pointer, by keyboard, without script."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.links import premise_of, thesis
from tests.browser.place import panel, the_map
from tests.browser.samples import argument
from tests.browser.test_pages import RULES, both_schemes, summary
from tests.browser.visit import Visitor

SIZES = {"phone": (360, 740), "desk": (1280, 800)}
KINDS = {"claim": "claims/{id}/", "section": "sections/{section}/"}
WORDS = {
    "citation": ".cb-sources-inline a, .cb-evidence .cb-to-source",
    "term": ".cb-head .cb-term, .cb-entry .cb-term",
}
PLACES = """[...document.querySelectorAll('.md-content__inner :is(h2, p):not(.cb-hint *)')]
  .map(one => one.getBoundingClientRect()).map(({ x, y, width }) => [x, y, width])"""
TOLD = """all => all.map(one => document.getElementById(one.getAttribute('aria-describedby')))
  .map(hint => hint.textContent.trim())"""

every_size = pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
every_kind = pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
every_word = pytest.mark.parametrize("words", WORDS.values(), ids=WORDS)


def sourced() -> dict[str, Any]:
    """A claim of the article with reasons and with evidence."""
    claims: list[dict[str, Any]] = argument()["claims"]
    return next(c for c in claims if c["voice"] == "article" and c["evidence"] and c["steps"])


def opened(visit: Visitor, kind: str, **options: Any) -> Page:  # noqa: ANN401 -- as Visitor has it
    return visit(kind.format(**sourced()), **options)


def hint_of(word: Locator) -> Locator:
    return word.page.locator(f"[id='{word.get_attribute('aria-describedby')}']")


def by_pointer(word: Locator) -> None:
    word.hover()


def by_keyboard(word: Locator) -> None:
    word.page.keyboard.press("Tab")  # so that what has the focus shows it
    word.focus()


@every_size
@every_kind
@every_word
@pytest.mark.parametrize("reach", [by_pointer, by_keyboard])
def test_a_word_is_explained_and_the_page_stays_as_it_was(
    visit: Visitor, kind: str, words: str, reach: Callable[[Locator], None], size: tuple[int, int]
) -> None:
    page = opened(visit, kind, size=size)
    word = page.locator(words).first
    word.scroll_into_view_if_needed()
    expect(hint_of(word)).to_be_hidden()
    before = page.evaluate(PLACES)
    reach(word)
    expect(hint_of(word)).to_be_visible()
    assert page.evaluate(PLACES) == before
    assert is_beside(hint_of(word), word, size)
    page.keyboard.press("Escape")
    expect(hint_of(word)).to_be_hidden()
    assert visit.troubles == []


@every_size
def test_the_pointer_may_move_onto_the_explanation(visit: Visitor, size: tuple[int, int]) -> None:
    page = opened(visit, KINDS["section"], size=size)
    word = page.locator(WORDS["citation"]).first
    word.hover()
    hint = hint_of(word)
    expect(hint).to_be_visible()
    hint.hover()
    page.wait_for_timeout(600)  # longer than a word waits to be left
    expect(hint).to_be_visible()
    page.mouse.move(2, 2)
    expect(hint).to_be_hidden()


def test_what_the_keyboard_is_on_stays_explained_when_the_pointer_moves(visit: Visitor) -> None:
    page = opened(visit, KINDS["claim"])
    word = page.locator(WORDS["term"]).first
    by_keyboard(word)
    expect(hint_of(word)).to_be_visible()
    page.mouse.move(5, 5)
    page.mouse.move(300, 60)
    page.wait_for_timeout(600)
    expect(hint_of(word)).to_be_visible()
    page.keyboard.press("Tab")
    expect(hint_of(word)).to_be_hidden()


@every_kind
def test_a_citation_tells_the_source_and_the_finding_for_this_claim(
    visit: Visitor, kind: str
) -> None:
    claim, page = sourced(), opened(visit, kind)
    piece = claim["evidence"][0]
    words = page.locator(f"{WORDS['citation']}, .citation a")
    told = words.evaluate_all(TOLD)
    assert told
    assert all(told)
    title = next(s["fields"]["title"] for s in argument()["sources"] if s["key"] == piece["source"])
    hints = page.locator(".cb-hint", has_text=title)
    assert hints.count() >= 1
    if kind == KINDS["section"]:
        hint = page.locator(f"[id='{piece['source']}-{claim['id']}']")
        assert piece["bearing"] in (hint.text_content() or "")
        assert plain(piece["finding"]) in plain(hint.text_content() or "")


def plain(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "", re.sub(r"\[@[^]]*\]", "", text).lower())


@every_word
def test_without_script_a_word_is_a_link_and_its_explanation_is_read_out(
    visit: Visitor, words: str
) -> None:
    page = opened(visit, KINDS["claim"], scripts=False)
    word = page.locator(words).first
    word.hover()
    expect(hint_of(word)).to_be_hidden()
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    described = [n for n in nodes if n.get("description", {}).get("value")]
    assert (hint_of(word).text_content() or "").split()[0] in str(described)
    word.click()
    page.wait_for_url("**/sources/**" if "source" in words else "**/glossary/#*")


def test_touch_follows_the_link_at_once(visit: Visitor, browser: Browser) -> None:
    context = browser.new_context(
        viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True
    )
    page = context.new_page()
    page.goto(opened(visit, KINDS["claim"]).url)
    page.locator(WORDS["citation"]).first.tap()
    page.wait_for_url("**/sources/**")
    context.close()


def test_a_status_is_explained_as_the_reader_has_turned_it(visit: Visitor) -> None:
    claim = thesis()
    page = visit(f"claims/{claim}/#reject={premise_of(claim)},{claim}")
    state = page.locator(f".cb-head [data-verdict='{claim}']")
    expect(state).to_have_text("rejected by the reader")
    word = page.locator(".cb-head__status .cb-term")
    assert word.get_attribute("aria-describedby") == "term-rejected-by-the-reader"
    word.hover()
    expect(hint_of(word)).to_be_visible()
    assert (word.get_attribute("href") or "").endswith("#rejected-by-the-reader")


def test_words_in_the_panel_of_the_map_are_explained_too(visit: Visitor) -> None:
    page = the_map(visit, f"#claim={sourced()['id']}")
    word = panel(page).locator(".cb-to-source").first
    word.scroll_into_view_if_needed()
    word.hover()
    expect(hint_of(word)).to_be_visible()
    page.keyboard.press("Escape")
    expect(hint_of(word)).to_be_hidden()


@both_schemes
@every_word
def test_an_explanation_is_accessible(visit: Visitor, scheme: str, words: str) -> None:
    page = opened(visit, KINDS["claim"], scheme=scheme)
    word = page.locator(words).first
    word.hover()
    expect(hint_of(word)).to_be_visible()
    results = Axe().run(page, options=RULES)
    assert [summary(violation) for violation in results.response["violations"]] == []


def is_beside(hint: Locator, word: Locator, size: tuple[int, int]) -> bool:
    """Whether an explanation lies in the window, above or below its word and within reach of it."""
    box, place = hint.bounding_box(), word.bounding_box()
    assert box
    assert place
    inside = box["x"] >= 0 and box["y"] >= 0
    inside = inside and box["x"] + box["width"] <= size[0] and box["y"] + box["height"] <= size[1]
    below = box["y"] - (place["y"] + place["height"])
    above = place["y"] - (box["y"] + box["height"])
    return inside and 0 <= max(below, above) <= 12

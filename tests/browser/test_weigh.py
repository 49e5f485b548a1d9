"""Weigh it yourself: what a reader accepts and rejects, and what follows on the page."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from claimbook.model import Argument
from claimbook.reason.verdict import Status, verdicts
from tests.browser.links import claims, premise_of, published, thesis
from tests.browser.place import box, panel, the_map
from tests.browser.test_pages import RULES, overflows, summary
from tests.browser.visit import Visitor

Pair = tuple[str, str]

STORED = "JSON.stringify([Object.keys(localStorage), Object.keys(sessionStorage), document.cookie])"


def opened(visit: Visitor, path: str, size: tuple[int, int] = (1280, 800)) -> Page:
    page = visit(path, size=size)
    if "=" not in path:
        page.get_by_role("button", name="Weigh it yourself").click()
    expect(ledger(page)).to_be_visible()
    return page


def ledger(page: Page) -> Locator:
    return page.get_by_role("complementary", name="Your reading")


def said(page: Page) -> Locator:
    return page.locator(".cb-ledger__summary")


def statuses(page: Page) -> dict[str, str]:
    found: dict[str, str] = page.locator("main [data-verdict]").evaluate_all(
        "all => Object.fromEntries(all.map(one => [one.dataset.verdict, one.textContent]))"
    )
    return found


@pytest.fixture(scope="session")
def pair(real: Argument) -> Pair:
    """A claim that falls with one of its premises, and this premise."""
    was = verdicts(real)
    for step in real.steps.values():
        premise = str(step.premises[0])
        now = verdicts(real, rejected=frozenset({premise}))[step.conclusion].status
        if now is Status.REASONS_FAIL and was[step.conclusion].status is not now:
            return str(step.conclusion), premise
    pytest.fail("no claim of this argument falls with a premise")


def weigh(page: Page, id_: str, choice: str) -> None:
    label = claims()[id_]["label"].rstrip(".")
    group = page.get_by_role("group", name=f"Weigh ‘{label}’", exact=True)
    group.get_by_role("button", name=choice).first.click()


def test_nothing_shows_until_it_is_asked_for(visit: Visitor) -> None:
    page = visit(f"claims/{thesis()}/")
    assert page.locator(".cb-weigh, .cb-ledger").count() == 0
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.get_by_role("button", name="Weigh it yourself").click()
    expect(ledger(page)).to_be_visible()
    assert any(url.endswith("data/graph.json") for url in asked)
    assert not any("?" in url for url in asked)


def test_a_rejected_premise_changes_what_rests_on_it(
    visit: Visitor, real: Argument, pair: Pair
) -> None:
    claim, premise = pair
    page = opened(visit, f"claims/{claim}/")
    weigh(page, premise, "Reject")
    expected = verdicts(real, rejected=frozenset({premise}))
    assert expected[claim].status is Status.REASONS_FAIL
    assert statuses(page) == {id_: expected[id_].status for id_ in statuses(page)}
    expect(page.locator(f"[data-reason='{claim}']")).to_have_text(expected[claim].reason)
    node = page.locator(f"figure [data-node='{claim}']")
    expect(node).to_have_class(re.compile("cb-is-reasons-fail"))
    assert "Its reasons do not hold." in (node.locator("title").text_content() or "")
    expect(said(page)).to_contain_text("You have made 1 choice")
    expect(page.locator(f"[data-verdict='{claim}']").first).to_have_attribute(
        "data-was", published()[claim]["status"]
    )


def test_the_address_holds_it_and_nothing_else_does(visit: Visitor, pair: Pair) -> None:
    claim, premise = pair
    page = visit(f"claims/{claim}/")
    before = page.evaluate(STORED)
    page.get_by_role("button", name="Weigh it yourself").click()
    weigh(page, premise, "Reject")
    expect(page).to_have_url(re.compile(f"#reject={premise}$"))
    assert page.evaluate(STORED) == before
    page.reload(wait_until="networkidle")
    expect(said(page)).to_contain_text("You have made 1 choice")
    assert statuses(page)[premise] == Status.REJECTED
    assert visit.troubles == []


def test_the_same_choice_again_takes_it_back(visit: Visitor, pair: Pair) -> None:
    claim, premise = pair
    page = opened(visit, f"claims/{claim}/")
    before = statuses(page)
    weigh(page, premise, "Accept")
    assert statuses(page)[premise] == Status.ACCEPTED
    weigh(page, premise, "Reject")
    assert statuses(page)[premise] == Status.REJECTED
    page.go_back()
    expect(page).to_have_url(re.compile(f"#accept={premise}$"))
    expect(page.locator(f"[data-verdict='{premise}']").first).to_have_text(Status.ACCEPTED)
    weigh(page, premise, "Accept")
    expect(page).to_have_url(re.compile("^[^#]*$"))
    assert statuses(page) == before


def test_leaving_restores_the_map_as_it_was(visit: Visitor, pair: Pair) -> None:
    claim, premise = pair
    page = visit(f"claims/{claim}/")
    before = statuses(page)
    page.get_by_role("button", name="Weigh it yourself").click()
    weigh(page, premise, "Reject")
    assert statuses(page) != before
    page.get_by_role("button", name="Weigh it yourself").click()
    expect(ledger(page)).to_be_hidden()
    expect(page).to_have_url(re.compile("^[^#]*$"))
    expect(page.locator("main [data-was]")).to_have_count(0)
    assert statuses(page) == before


def test_a_step_can_be_rejected(visit: Visitor, real: Argument, pair: Pair) -> None:
    claim, _ = pair
    page = opened(visit, f"claims/{claim}/")
    row = page.locator(".cb-inference").first
    row.get_by_role("button", name="Reject").first.click()
    expect(page).to_have_url(re.compile(f"#reject={claim}:1$"))
    expected = verdicts(real, rejected=frozenset({f"{claim}:1"}))
    assert statuses(page) == {id_: expected[id_].status for id_ in statuses(page)}
    assert statuses(page)[f"{claim}:1"] == Status.REJECTED


def test_the_ledger_says_what_changed_and_why(visit: Visitor, real: Argument, pair: Pair) -> None:
    claim, premise = pair
    page = opened(visit, f"claims/{claim}/#reject={premise}")
    was, now = verdicts(real), verdicts(real, rejected=frozenset({premise}))
    ledger(page).get_by_text("What changed, and why").click()
    rows = ledger(page).locator("li")
    changed = [id_ for id_ in claims() if id_ != premise and was[id_].status is not now[id_].status]
    assert claim in changed
    expect(rows).to_have_count(len(changed) + 1)
    row = rows.filter(has_text=f"‘{claims()[claim]['label'].rstrip('.')}’:").first
    expect(row).to_contain_text(f"{was[claim].status} → {now[claim].status}")
    expect(row).to_contain_text(now[claim].reason)
    ledger(page).get_by_role("button", name=re.compile("Take back")).click()
    expect(page).to_have_url(re.compile("^[^#]*$"))


def test_links_carry_the_reading_along(visit: Visitor, pair: Pair) -> None:
    claim, premise = pair
    page = opened(visit, f"claims/{claim}/#reject={premise}")
    page.locator(f".cb-inference a.cb-to-claim[href*='/{premise}/']").first.click()
    page.wait_for_url(f"**/claims/{premise}/#reject={premise}")
    expect(page.locator(f"[data-verdict='{premise}']").first).to_have_text(Status.REJECTED)
    page.locator("main a[href='#evidence']").first.click()
    expect(page).to_have_url(re.compile(f"#reject={premise}&at=evidence$"))
    assert page.evaluate("document.activeElement.id") == "evidence"


def test_on_a_section(visit: Visitor, real: Argument, pair: Pair) -> None:
    _, premise = pair
    page = opened(visit, f"sections/{claims()[premise]['section']}/")
    weigh(page, premise, "Reject")
    expected = verdicts(real, rejected=frozenset({premise}))
    assert statuses(page) == {id_: expected[id_].status for id_ in statuses(page)}


def test_on_the_map(visit: Visitor, real: Argument, pair: Pair) -> None:
    claim, premise = pair
    page = the_map(visit, f"#claim={premise}&reject={premise}")
    expect(box(page, claim)).to_have_class(re.compile("cb-is-reasons-fail"))
    expect(panel(page).locator("[data-verdict]").first).to_have_text(Status.REJECTED)
    expected = verdicts(real, rejected=frozenset({premise}))
    for node in page.locator(".cb-place a[data-node]").all():
        status = expected[node.get_attribute("data-node") or ""].status
        assert f". {status.capitalize()}." in (node.locator("title").text_content() or "")
    panel(page).get_by_role("button", name="Reject").first.click()
    expect(box(page, claim)).not_to_have_class(re.compile("cb-is-reasons-fail"))


def test_where_two_readers_part(visit: Visitor, pair: Pair) -> None:
    claim, premise = pair
    idle = next(id_ for id_ in claims() if alone_and_unchallenged(id_))
    page = opened(visit, f"claims/{claim}/#reject={premise}")
    ledger(page).get_by_text("Where do two readers part?").click()
    other = ledger(page).get_by_label("The other reader’s address")
    other.fill(f"https://example.org/claims/{claim}/#accept={idle},{premise}")
    page.keyboard.press("Enter")
    result = ledger(page).locator("[role=status]").last
    expect(result).to_contain_text("You part over 1 choice, the fewest that make the difference")
    expect(result).to_contain_text(": you reject it, they accept it.")
    expect(result).to_contain_text("1 further choice differs without making a difference.")
    expect(page).to_have_url(re.compile(f"their-accept={idle},{premise}"))
    own = ledger(page).get_by_label("Your reading is in this address alone").input_value()
    assert own.endswith(f"#reject={premise}")
    other.fill("https://example.org/")
    page.keyboard.press("Enter")
    expect(result).to_contain_text("holds no reading")


def alone_and_unchallenged(id_: str) -> bool:
    return published()[id_]["value"] == "in" and bool(claims()[id_].get("alone"))


def test_choices_of_another_map_are_named(visit: Visitor) -> None:
    page = opened(visit, f"claims/{thesis()}/#reject=gone,away")
    expect(said(page)).to_contain_text("2 choices in the address are not of this map")
    assert visit.troubles == []


@pytest.mark.parametrize("size", [(1280, 800), (360, 740)], ids=["desk", "phone"])
def test_by_keyboard_alone(visit: Visitor, pair: Pair, size: tuple[int, int]) -> None:
    claim, premise = pair
    page = visit(f"claims/{claim}/", size=size)
    page.get_by_role("button", name="Weigh it yourself").focus()
    page.keyboard.press("Enter")
    expect(ledger(page)).to_be_visible()
    label = claims()[premise]["label"].rstrip(".")
    group = page.get_by_role("group", name=f"Weigh ‘{label}’", exact=True).first
    group.get_by_role("button", name="Accept").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page).to_have_url(re.compile(f"#reject={premise}$"))
    expect(group.get_by_role("button", name="Reject")).to_be_focused()
    expect(group.get_by_role("button", name="Reject")).to_have_attribute("aria-pressed", "true")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("place", ["claims", "sections"])
def test_weighing_is_accessible_and_fits(visit: Visitor, place: str, scheme: str) -> None:
    id_ = thesis() if place == "claims" else claims()[thesis()]["section"]
    page = visit(f"{place}/{id_}/#reject={premise_of(thesis())}&their-accept={thesis()}", scheme)
    expect(ledger(page)).to_be_visible()
    ledger(page).get_by_text("Where do two readers part?").click()
    results = Axe().run(page, options=RULES)
    assert [summary(violation) for violation in results.response["violations"]] == []
    assert [width for width in (768, 360, 320) if overflows(page, width)] == []
    buttons = page.locator(".cb-weigh button, .cb-ledger button, .cb-ledger summary")
    heights = [(button.bounding_box() or {"height": 0.0})["height"] for button in buttons.all()]
    assert len(heights) > 4
    assert [height for height in heights if height < 24] == []


def test_without_script_there_is_no_button(visit: Visitor) -> None:
    page = visit(f"claims/{thesis()}/", scripts=False)
    assert page.get_by_role("button", name="Weigh it yourself").count() == 0
    assert page.locator(".cb-weigh").count() == 0

"""Addresses of forms: what is known is in them, and they are short enough."""

from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from claimbook.forms import ADD_SOURCE, DISPUTE, FIX_WORDING, FORMS, Spot, address, filled, spots
from claimbook.model import Argument, Text
from claimbook.pipeline import Edition

GITHUB = "https://example.org/o/r/issues/new?template={form}.yml&title={title}&{fields}"
GITLAB = "https://example.org/o/r/-/issues/new?issue[title]={title}&issue[description]={body}"
LIMIT = 6000


def every(argument: Argument) -> Iterator[Spot]:
    for claim in argument.claims.values():
        yield spots.of_claim(claim)
        yield from (spots.of_step(argument, claim, step) for step in claim.steps)
        yield from (spots.of_evidence(claim, n) for n in range(1, len(claim.evidence) + 1))
    yield from map(spots.of_source, argument.sources.values())


def fields(link: str) -> dict[str, str]:
    return {name: value for name, (value,) in parse_qs(urlsplit(link).query).items()}


def test_the_claim_and_its_words_are_filled_in(twin: Argument) -> None:
    spot = spots.of_claim(twin.claims["people-look-up"])
    assert fields(address(GITHUB, FIX_WORDING, spot)) == {
        "template": "fix-wording.yml",
        "title": "Fix wording: people-look-up",
        "about": "people-look-up",
        "part": "claim",
        "current": "People on the square look at the clock.",
        "text": "People on the square look at the clock.",
    }


def test_every_address_is_short_and_its_fields_are_the_forms(real: Argument) -> None:
    for spot in every(real):
        for form in FORMS:
            link = address(GITHUB, form, spot)
            assert len(link) <= LIMIT
            known = {question.id for question in form.questions}
            assert set(fields(link)) <= {*known, "template", "title"}


def test_every_name_leads_back_to_its_spot(real: Argument) -> None:
    for spot in every(real):
        assert spots.spot_of(real, spot.name) == spot


def test_a_source_is_offered_to_a_claim_that_is_yet_to_be_named(twin: Argument) -> None:
    spot = spots.of_source(twin.sources["smith2019counting"])
    found = fields(address(GITHUB, ADD_SOURCE, spot))
    assert found["source"] == "smith2019counting"
    assert "about" not in found


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_a_long_text_is_never_cut_where_it_would_be_written_back(
    twin: Argument, form: object
) -> None:
    claim = twin.claims["people-look-up"]
    long = Text("Größe & Maß " * 700, claim.statement.place)
    spot = spots.of_claim(replace(claim, statement=long))
    link = address(GITHUB, next(f for f in FORMS if f is form), spot)
    assert len(link) <= LIMIT
    assert "text" not in fields(link)
    assert fields(link)["current"].endswith("…")


def test_a_host_without_forms_is_given_the_form_as_text(twin: Argument) -> None:
    link = address(GITLAB, DISPUTE, spots.of_claim(twin.claims["people-look-up"]))
    body = unquote(fields(link)["issue[description]"])
    body = body.replace("your objection", "")
    filled_in = body.replace(
        "### Your objection in one sentence\n\n_No response_",
        "### Your objection in one sentence\n\nThey do not.",
    ).replace(
        "### What sort of statement that is\n\n_No response_",
        "### What sort of statement that is\n\nempirical",
    )
    form = filled(filled_in)
    assert (form["about"], form["objection"]) == ("people-look-up", "They do not.")


def test_every_claim_step_finding_and_source_can_be_changed(twin_edition: Edition) -> None:
    page = twin_edition.pages["claims/people-look-up.md"].body
    assert "https://example.org/edit/claims/time.yml#L24" in page
    assert "about=people-look-up&amp;" in page
    for number in (1, 2):
        assert page.count(f"about=people-look-up%23evidence-{number}&amp;") == len(FORMS)
    assert "about=keep-the-clock%23because-1" in twin_edition.pages["claims/keep-the-clock.md"].body
    assert "source=smith2019counting" in twin_edition.pages["sources/smith2019counting.md"].body

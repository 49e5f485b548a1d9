import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimbook.links.fragment import to_words, words_of
from claimbook.links.results import Sight, Words
from claimbook.links.words import Wording

TEXT = (
    "The efﬁcacy of exploi-\ntation studies: 31 per cent (1,234 of 3 981) had a 0·59 risk; "
    "“increased risk” of well\u2010being, 10–20 or \u22120.5. In 2010 400 people "
    "co\u00adoperated.\fOn page two, 1996–2005, naïve café owners said: it’s ‘fine’."
)


@pytest.mark.parametrize(
    "wanted",
    [
        *("exploitation studies", "efficacy", "EFFICACY of exploitation", "31%", "31 percent"),
        *("1234", "1,234", "1 234", "3981", "3,981", "0.59", "'increased risk'", "wellbeing"),
        *("well-being", "10-20", "10–20", "-0.5", "\u22120.5", "2010", "400 people", "cooperated"),
        *("naïve cafe\u0301", "it's 'fine'", "31 per cent … increased risk", "1996-2005"),
        *("exploitation studies [...] 400 people co-operated", "On page two"),
    ],
)
def test_words_are_found_whatever_typesetting_made_of_them(wanted: str) -> None:
    assert Wording(TEXT).look_for(wanted).sight is Sight.FOUND


@pytest.mark.parametrize(
    "wanted",
    [
        *("59", "0.5", "1 per cent", "1020", "ciency", "234", "3.1%", "31 per", "40"),
        *("increased risk … exploitation studies", "10.59", "per cent 31"),
    ],
)
def test_what_only_looks_alike_is_not_found(wanted: str) -> None:
    assert Wording(TEXT).look_for(wanted).sight is not Sight.FOUND


def test_a_near_miss_shows_the_words_that_differ() -> None:
    page = Wording("Before it. Police raids led to a modest fall in reports. After it.")
    assert page.look_for("police raids led to a sharp fall of reports") == Words(
        "police raids led to a sharp fall of reports",
        Sight.NEAR,
        "",
        "police raids led to a modest fall in reports",
        ("sharp → modest", "of → in"),
    )


def test_a_page_of_a_pdf_is_named() -> None:
    assert Wording(TEXT).look_for("naïve café owners").where == "p. 2"
    assert Wording(TEXT).look_for("exploitation").where == "p. 1"
    assert Wording("one page alone").look_for("page").where == ""


def test_in_the_beginning_of_a_longer_text_nothing_is_missing() -> None:
    assert Wording("the beginning").look_for("the end", whole=False).sight is Sight.UNREAD
    assert Wording("the beginning").look_for("beginning", whole=False).sight is Sight.FOUND


@given(st.text(), st.text())
def test_any_text_can_be_looked_at(text: str, wanted: str) -> None:
    assert Wording(text).look_for(wanted).text == wanted


@given(st.lists(st.from_regex(r"[a-z]{1,8}", fullmatch=True), min_size=1), st.data())
def test_words_of_a_text_are_found_in_it(words: list[str], data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(words) - 1))
    end = data.draw(st.integers(start + 1, len(words)))
    wanted = "-".join(words[start:end])
    assert Wording(" ".join(words)).look_for(wanted).sight is Sight.FOUND


@pytest.mark.parametrize(
    ("address", "words", "expected"),
    [
        ("https://a.org/x", "modest fall", "https://a.org/x#:~:text=modest%20fall"),
        ("https://a.org/x#s", "a-b, c & d", "https://a.org/x#s:~:text=a%2Db%2C%20c%20%26%20d"),
        (
            "https://a.org/",
            "one two three four five six seven eight nine",
            "https://a.org/#:~:text=one%20two%20three,seven%20eight%20nine",
        ),
    ],
)
def test_an_address_can_lead_to_the_very_words(address: str, words: str, expected: str) -> None:
    assert to_words(address, words) == expected


@pytest.mark.parametrize(
    ("fragment", "words"),
    [
        ("part", ()),
        (":~:text=modest%20fall", ("modest fall",)),
        ("part:~:text=pre-,a%20b,c,-post&text=d", ("a b", "c", "d")),
        ("text=no", ()),
    ],
)
def test_the_words_that_an_address_points_at(fragment: str, words: tuple[str, ...]) -> None:
    assert words_of(fragment) == words

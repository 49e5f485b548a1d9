from hypothesis import given
from hypothesis import strategies as st

from claimbook.reason.diff.words import Fate, word_changes

TEXTS = st.lists(st.sampled_from(["one", "two", "3.5", "don’t", ",", "."]), max_size=12).map(
    " ".join
)


def shown(before: str, after: str) -> str:
    marks = {Fate.KEPT: "{}", Fate.REMOVED: "[-{}-]", Fate.ADDED: "[+{}+]"}
    return "".join(marks[run.fate].format(run.text) for run in word_changes(before, after))


def test_words_and_not_letters_are_replaced() -> None:
    assert shown("It harms migrants.", "It hurts migrants.") == "It [-harms-][+hurts+] migrants."


def test_neighbouring_words_go_together() -> None:
    assert shown("one two three", "four five three") == "[-one two-][+four five+] three"


def test_figures_stay_whole() -> None:
    assert shown("an odds ratio of 1.25", "an odds ratio of 1.26") == (
        "an odds ratio of [-1.25-][+1.26+]"
    )


def test_breaks_of_lines_are_spaces() -> None:
    assert shown("one\n  two", "one two") == "one two"


@given(TEXTS, TEXTS)
def test_both_wordings_can_be_read_from_the_runs(before: str, after: str) -> None:
    runs = word_changes(before, after)
    assert "".join(run.text for run in runs if run.fate is not Fate.ADDED) == before
    assert "".join(run.text for run in runs if run.fate is not Fate.REMOVED) == after
    assert all(run.text for run in runs)

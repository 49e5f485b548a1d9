"""What was read before: the same as what is read now, and nothing that runs."""

import pickle
import random
import time
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

import pytest

from claimbook import judging, shares
from claimbook.cache import READINGS, opened
from claimbook.judging import Judged, judged
from claimbook.model import Section, Text
from claimbook.read import collect, load
from claimbook.read.decoding import SourceText
from claimbook.read.keeping import kept
from claimbook.read.outcomes import Reading
from claimbook.read.reading import section_in
from claimbook.rules import Outside
from tests.bench.mutations import mutant
from tests.conftest import TWIN

MUTANTS = 60
OUTSIDE = Outside()
NOTHING = Reading[Section](None, ())
Files = Mapping[str, bytes]


def seen(files: Files, root: Path) -> Judged:
    with opened(root, READINGS) as keep:
        return judged(files, OUTSIDE, keep)


def told(found: Judged) -> tuple[object, ...]:
    """All that can be told of an argument, the places of its texts among them."""
    sources = found.argument.sources.values()
    texts = [*found.argument.texts, *(text for each in sources for text in each.fields.values())]
    return found, [(text, text.place, text.raw) for text in texts], list(found.argument.sources)


def test_damaged_files_are_the_same_read_before_as_read_now(tmp_path: Path) -> None:
    files, chance = collect(TWIN), random.Random(7)  # noqa: S311 -- chance, not secrecy
    seen(files, tmp_path)
    broken = 0
    for _ in range(MUTANTS):
        damaged = mutant(files, chance)
        plain = told(judged(damaged, OUTSIDE))
        assert told(seen(damaged, tmp_path)) == plain  # what is damaged read, the rest kept
        assert told(seen(damaged, tmp_path)) == plain  # all kept
        broken += bool(judged(damaged, OUTSIDE).problems)
    assert broken > MUTANTS // 4


def test_what_was_read_is_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = collect(TWIN)
    first = seen(files, tmp_path)
    monkeypatch.setattr("claimbook.read.reading.parsing", None)
    monkeypatch.setattr("claimbook.read.reading.bibliography", None)
    content = (tmp_path / READINGS).read_bytes()
    assert told(seen(files, tmp_path)) == told(first)
    assert (tmp_path / READINGS).read_bytes() == content


def test_an_id_in_two_files_is_told_of_where_one_of_them_was_read_before(tmp_path: Path) -> None:
    files = collect(TWIN)
    seen(files, tmp_path)
    name = "claims/time.yml"
    doubled = files[name].replace(b"claims:\n", b"claims:\n  repair-is-cheap: {claim: So.}\n", 1)
    problems = seen({**files, name: doubled}, tmp_path).problems
    assert doubled != files[name]
    (told,) = (p for p in problems if p.rule == "duplicate-id")
    assert (told.place.file, "claims/cost.yml:" in told.hint) == (name, True)


def test_the_same_words_in_another_file_are_another_section(tmp_path: Path) -> None:
    with opened(tmp_path, READINGS) as keep:
        for name in ("one", "other"):
            source = SourceText(f"claims/{name}.yml", collect(TWIN)["claims/cost.yml"].decode())
            section = section_in(source, keep).value
            assert section
            assert (section.id, section.title.place.file) == (name, f"claims/{name}.yml")


def test_other_processes_read_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = collect(TWIN)
    plain = told(judged(files, OUTSIDE))
    monkeypatch.setattr(judging, "FEWEST_FILES", 1)
    monkeypatch.setattr(shares, "_processors", lambda: 2)
    monkeypatch.setattr(shares, "_splits", lambda: True)
    assert told(seen(files, tmp_path)) == plain
    assert told(seen(files, tmp_path)) == plain


@pytest.mark.parametrize("spoil", [bytes.upper, lambda content: content[:-9], lambda _: b""])
def test_what_is_damaged_is_read_anew(spoil: Callable[[bytes], bytes]) -> None:
    files, stored = collect(TWIN), dict[str, bytes]()
    load(files, lambda key, make: stored.setdefault(key, make()))
    assert len(stored) == len([*TWIN.glob("claims/*"), "references.bib"])
    assert load(files, lambda key, _: spoil(stored[key])) == load(files)


def test_nothing_that_is_kept_can_run(tmp_path: Path) -> None:
    file = tmp_path / "run"
    for module, name in (
        ("os", "system"),
        ("builtins", "eval"),
        ("claimbook.read.revisions", "subprocess.getoutput"),
        ("claimbook.read.revisions", "subprocess.Popen"),
    ):
        words = {"eval": f"open({str(file)!r}, 'w')", "Popen": ["touch", str(file)]}
        call = called(module, name, words.get(name.split(".")[-1], f"touch {file}"))
        pickle.loads(call)  # noqa: S301 -- to see it run
        assert unlinked(file)  # it would run
        assert kept(partial(given, call), "key", Reading, lambda: NOTHING) is NOTHING
        assert not unlinked(file)


def called(module: str, name: str, argument: object) -> bytes:
    """A pickle that calls something by name."""
    words = b"".join(b"\x8c" + bytes([len(word)]) + word.encode() for word in (module, name))
    content = pickle.dumps(argument, protocol=3)
    return b"\x80\x04" + words + b"\x93" + content[2:-1] + b"\x85R."


def given(content: bytes, *_: object) -> bytes:
    return content


def unlinked(file: Path) -> bool:
    """Whether a file comes to be soon, which is then taken away again."""
    for _ in range(20):
        if file.exists():
            file.unlink()
            return True
        time.sleep(0.01)
    return False


def test_something_else_that_is_kept_is_no_reading() -> None:
    other = pickle.dumps(Text("a text", SourceText("f", "").place(0)))
    assert kept(partial(given, other), "key", Reading, lambda: NOTHING) is NOTHING

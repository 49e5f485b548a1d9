"""What is noted of a whole while somebody looks at it, and what a change of it changes."""

import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import cast

import pytest

from claimbook.model import Text
from claimbook.problems import Place
from claimbook.traces import Prints, Seen, Watched
from tests.conftest import ROOT


@dataclass(frozen=True)
class Room:
    name: str
    chairs: tuple[str, ...] = ()


@dataclass(frozen=True)
class House:
    colour: str
    rooms: Mapping[str, Room]
    plain: Mapping[str, int]
    tool: Callable[[], str] = str

    @cached_property
    def sizes(self) -> Mapping[str, int]:
        return {name: len(room.chairs) for name, room in self.rooms.items()}

    def called(self, name: str) -> str:
        return self.rooms[name].name


HOUSE = House(
    "red", {"a": Room("Attic", ("one",)), "b": Room("Bath")}, MappingProxyType({"x": 1, "y": 2})
)
OTHERS = {
    "colour": replace(HOUSE, colour="blue"),
    "name of a": replace(HOUSE, rooms={**HOUSE.rooms, "a": Room("Loft", ("one",))}),
    "chairs of a": replace(HOUSE, rooms={**HOUSE.rooms, "a": Room("Attic")}),
    "no a": replace(HOUSE, rooms={"b": HOUSE.rooms["b"]}),
    "c": replace(HOUSE, rooms={**HOUSE.rooms, "c": Room("Cellar")}),
    "order": replace(HOUSE, rooms={"b": HOUSE.rooms["b"], "a": HOUSE.rooms["a"]}),
    "x": replace(HOUSE, plain={"x": 3, "y": 2}),
    "odd": replace(HOUSE, plain={"x": 1, "y": 2, "odd\nname": 3}),
}
LOOKS: Mapping[str, tuple[Callable[[House], object], set[str]]] = {
    "an attribute": (lambda house: house.colour, {"colour"}),
    "a part of an entry": (lambda house: house.rooms["a"].name, {"name of a", "no a"}),
    "an entry": (lambda house: house.plain["x"], {"x"}),
    "an entry that is not there": (lambda house: house.rooms.get("c"), {"c"}),
    "whether there is an entry": (lambda house: "a" in house.rooms, {"no a"}),
    "the list of entries": (lambda house: list(house.rooms), {"no a", "c", "order"}),
    "how many": (lambda house: len(house.rooms), {"no a", "c", "order"}),
    "every entry": (lambda house: list(house.plain.values()), {"x", "odd"}),
    "what follows": (lambda house: house.sizes["a"], {"chairs of a", "no a"}),
    "a method": (lambda house: house.called("a"), {"name of a", "no a"}),
    "an odd name": (lambda house: house.plain.get("odd\nname"), {"x", "odd"}),
    "a tool": (lambda house: house.tool(), set()),
}


def looked(look: Callable[[House], object], house: House) -> tuple[object, Seen]:
    seen = Seen()
    return look(cast("House", Watched(house, (House, Room), seen))), seen


@pytest.mark.parametrize("name", LOOKS)
def test_a_look_hangs_on_what_it_saw_and_on_no_more(name: str) -> None:
    look, expected = LOOKS[name]
    found, seen = looked(look, HOUSE)
    assert found == look(HOUSE)
    before = Prints(HOUSE).of(seen)
    assert {name for name, other in OTHERS.items() if Prints(other).of(seen) != before} == expected


@pytest.mark.parametrize("name", LOOKS)
def test_what_a_look_finds_otherwise_it_hangs_on(name: str) -> None:
    look, expected = LOOKS[name]

    def found(house: House) -> object:
        try:
            return look(house)
        except KeyError:
            return None

    assert {name for name, other in OTHERS.items() if found(other) != found(HOUSE)} <= expected


@pytest.mark.parametrize("write", [repr, str, "{}".format])
def test_what_is_watched_is_not_written_down_unnoticed(write: Callable[[object], str]) -> None:
    house, _ = looked(lambda house: house, HOUSE)
    for watched in (house, cast("House", house).rooms):
        with pytest.raises(TypeError, match="cannot be written down"):
            write(watched)


def test_where_a_text_stands_is_a_part_of_it() -> None:
    here, there = (Text("word", Place("file", line)) for line in (1, 2))
    prints = Prints(HOUSE)
    assert prints.of_value(here) != prints.of_value(there)
    assert prints.of_value(here) == prints.of_value(Text("word", Place("file", 1)))
    assert prints.of_value(here) != prints.of_value(Text("word", Place("file", 1), raw="'word'"))


def test_what_a_value_worked_out_of_itself_is_no_part_of_it() -> None:
    fresh = replace(HOUSE)
    before = Prints(HOUSE).of_value(fresh)
    assert fresh.sizes
    assert Prints(HOUSE).of_value(fresh) == before


def test_equal_parts_and_one_and_the_same_are_alike() -> None:
    name, again = "chair " * 9, " ".join(["chair"] * 9) + " "
    assert Prints(HOUSE).of_value((name, name)) == Prints(HOUSE).of_value((name, again))


def test_fingerprints_are_the_same_in_another_process(tmp_path: Path) -> None:
    code = (
        "from claimbook.judging import argument; from claimbook.traces import Prints;"
        f"from pathlib import Path; read = argument(Path({str(ROOT / 'tests' / 'site')!r}));"
        "from claimbook.pages import Book; whole = Prints(Book(read));"
        "print(whole.of_value(read).hex(), whole.of(['\\x1f.by_hand']).hex())"
    )
    found = {
        subprocess.run(
            (sys.executable, "-c", code),
            cwd=tmp_path,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT / "scripts")},
            capture_output=True,
            check=True,
        ).stdout
        for seed in "1234"
    }
    assert len(found) == 1
    assert found != {b""}

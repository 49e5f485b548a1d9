"""The pictures of shared pages."""

from io import BytesIO

import pytest
from PIL import Image

from claimbook.cache import anew
from claimbook.draw import palette, whole
from claimbook.model import Argument
from claimbook.pages import Book, cards
from claimbook.pages.share import picture
from claimbook.pipeline import Edition
from claimbook.preview import Card, Miniature, Paper, miniature, paint
from claimbook.preview.miniature import HEIGHT, WIDTH
from claimbook.preview.painting import SIZE
from claimbook.reason.graph import Graph
from claimbook.reason.verdict import verdicts
from claimbook.shares import made
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def paper() -> Paper:
    css = (ROOT / "scripts" / "claimbook" / "assets" / "map.css").read_text("utf-8")
    return Paper({name: light for name, (light, _) in palette(css).items()})


@pytest.fixture(scope="module")
def map_(twin: Argument, paper: Paper) -> Miniature:
    return miniature(whole(Graph(twin)), verdicts(twin), paper)


def opened(png: bytes) -> Image.Image:
    return Image.open(BytesIO(png)).convert("RGB")


def test_every_page_that_shares_a_picture_has_it(twin_edition: Edition) -> None:
    assert {picture(path) for path in twin_edition.pages} == set(twin_edition.pictures)
    sizes = {opened(png).size for png in twin_edition.pictures.values()}
    assert sizes == {SIZE}


def test_the_same_card_is_the_same_bytes(map_: Miniature, paper: Paper) -> None:
    card = Card("A map", "People look up.", ("The article",), "people-look-up")
    assert paint(card, map_, paper) == paint(card, map_, paper)


def test_the_claim_is_marked_where_it_stands(map_: Miniature, paper: Paper) -> None:
    plain = opened(paint(Card("", "x"), map_, paper))
    marked = opened(paint(Card("", "x", (), "people-look-up"), map_, paper))
    left, top, right, bottom = map_.boxes["people-look-up"]
    x = SIZE[0] - WIDTH - 30 + (left + right) / 2
    y = (SIZE[1] - HEIGHT) // 2 + (top + bottom) / 2
    place = (round(x), round(y))
    assert plain.getpixel(place) == paper.colour("--cb-paper")
    assert marked.getpixel(place) == paper.colour("--cb-ink")


def test_words_never_run_into_the_map(map_: Miniature, paper: Paper) -> None:
    empty = opened(paint(Card("", ""), map_, paper))
    long = "unbelievably " * 60
    full = opened(paint(Card(long, long, (long, long)), map_, paper))
    right = (SIZE[0] - WIDTH - 40, 0, *SIZE)
    assert full.crop(right).tobytes() == empty.crop(right).tobytes()
    assert full.tobytes() != empty.tobytes()


def test_every_box_stands_inside_the_picture(map_: Miniature, twin: Argument) -> None:
    assert set(twin.claims) <= set(map_.boxes)
    for left, top, right, bottom in map_.boxes.values():
        assert 0 <= left < right <= WIDTH
        assert 0 <= top < bottom <= HEIGHT


def test_letters_beyond_ascii_are_in_the_fonts(map_: Miniature, paper: Paper) -> None:
    blank = paint(Card("", "\ufffe"), map_, paper)
    pictures = {paint(Card("", letter), map_, paper) for letter in "ćøßŁé“—"}
    assert len(pictures) == len("ćøßŁé“—")
    assert blank not in pictures


def test_one_process_or_two_paint_the_same(twin: Argument, paper: Paper) -> None:
    asked = dict(cards(Book(twin), paper.colours))
    assert len(asked) > 2
    assert made(asked, anew, processes=2) == made(asked, anew, processes=1)

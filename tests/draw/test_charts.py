"""The charts: what they count, what they say, where they lead."""

from xml.etree.ElementTree import Element, fromstring

from claimbook.draw.glance import glance, in_words
from claimbook.draw.text import width
from claimbook.draw.timeline import Year, timeline
from claimbook.model import Argument, Bearing
from claimbook.reason.spread import Row, by_year, spread, types

SVG = "{http://www.w3.org/2000/svg}"


def drawn(rows: tuple[Row, ...]) -> Element:
    def href(row: Row, bearing: Bearing) -> str:
        return f"#{row.type}-{bearing}"

    return parsed(glance(rows, href, title="At a glance", prefix="c"))


def row(type_: str, **counts: int) -> Row:
    sources = {
        b: {f"{b}{n}": () for n in range(counts.get(b, 0))}
        for b in (Bearing.SUPPORTS, Bearing.QUALIFIES, Bearing.OPPOSES)
    }
    return Row(type_, sources)


def parsed(svg: str) -> Element:
    return fromstring(svg)  # noqa: S314 -- drawn here


def texts(root: Element) -> list[str]:
    return [text.text or "" for text in root.iter(f"{SVG}text")]


def test_a_source_counts_once_for_each_way_of_bearing(twin: Argument) -> None:
    rows = spread(twin, twin.claims.values())
    assert [r.type for r in rows] == [t for t in types() if t in {r.type for r in rows}]
    pairs = {
        (piece.source, piece.bearing)
        for _, piece in twin.evidence()
        if piece.bearing is not Bearing.CONTEXT
    }
    assert sum(r.count(b) for r in rows for b in r.sources) == len(pairs)


def test_bars_begin_at_one_line_and_share_one_scale() -> None:
    root = drawn((row("a", supports=4, opposes=1), row("b", supports=2)))
    bars = {link.get("href"): link.findall(f"{SVG}rect")[1].attrib for link in root.iter(f"{SVG}a")}
    lengths = {href: float(bar["width"]) for href, bar in bars.items()}
    assert lengths["#a-supports"] == 2 * lengths["#b-supports"] == 4 * lengths["#a-opposes"]
    assert bars["#a-supports"]["x"] == bars["#b-supports"]["x"]
    zeros = {line.get("x1") for line in root.iter(f"{SVG}line")}
    assert {bar["x"] for bar in bars.values()} <= zeros


def test_what_is_not_there_has_no_bar_and_no_link() -> None:
    root = drawn((row("a", qualifies=1),))
    assert [link.get("aria-label") for link in root.iter(f"{SVG}a")] == ["a: 1 source qualifies"]


def test_the_chart_says_in_words_what_it_draws() -> None:
    rows = (row("systematic review", supports=2), row("news", supports=1, opposes=3))
    assert in_words(rows) == (
        "Supports: systematic review 2, news 1. Qualifies: none. Opposes: news 3."
    )
    assert drawn(rows).findtext(f"{SVG}desc") == in_words(rows)


def test_labels_fit_before_the_first_bar() -> None:
    root = drawn(tuple(row(type_, supports=1) for type_ in types()))
    (first, *_) = sorted(float(line.get("x1", "0")) for line in root.iter(f"{SVG}line"))
    assert max(width(type_, 12) for type_ in types()) <= first
    assert set(types()) <= set(texts(root))


def test_years_without_a_source_keep_their_place_and_long_gaps_are_told() -> None:
    years = [Year("1956", ("Act",), 0), Year("2000", (), 2), Year("2003", (), 1)]
    root = parsed(timeline(years, lambda year: f"#y{year}", title="T", prefix="t"))
    assert [t for t in texts(root) if t[:1].isdigit()] == [
        *("1956", "1957–1999: no source", "2000", "2001", "2002", "2003"),
    ]
    labels = [link.get("aria-label") for link in root.iter(f"{SVG}a")]
    assert labels == ["1956: 1 law", "2000: 2 sources", "2003: 1 source"]
    assert len(list(root.iter(f"{SVG}circle"))) == 3
    assert "Act" in texts(root)


def test_undated_sources_stand_last_under_no_year(twin: Argument) -> None:
    years = by_year(twin)
    assert list(years) == ["2019", "2020", "2021", ""]
    assert years[""] == ("village2020accounts",)

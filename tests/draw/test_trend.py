"""A share over time as a line."""

from xml.etree.ElementTree import fromstring

from claimbook.draw.trend import trend

SVG = "{http://www.w3.org/2000/svg}"


def points(*shares: tuple[str, float]) -> list[tuple[float, float]]:
    line = fromstring(trend(shares, told="told")).find(f"{SVG}polyline")  # noqa: S314 -- our own
    assert line is not None
    pairs = (pair.split(",") for pair in line.attrib["points"].split())
    return [(float(x), float(y)) for x, y in pairs]


def test_time_runs_to_the_right_and_more_stands_higher() -> None:
    first, second, third = points(("2026-01-01", 0.0), ("2026-01-02", 0.5), ("2026-01-05", 1.0))
    assert (first[1], third[1]) == (24, 4)
    assert first[1] > second[1] > third[1]
    assert second[0] - first[0] == (third[0] - first[0]) / 4


def test_one_moment_stands_at_the_end() -> None:
    assert points(("2026-01-01T10:00:00Z", 0.25), ("2026-01-01T10:00:00Z", 0.25))[0] == (116, 19)


def test_it_says_in_words_what_it_shows() -> None:
    svg = trend([("2026-01-01", 0.0), ("2026-01-02", 0.5)], told="from none to <half>")
    assert 'aria-label="from none to &lt;half&gt;"' in svg
    assert 'role="img"' in svg

import re
from dataclasses import replace

from claimbook.draw import Setting, around, render, whole
from claimbook.draw.card import BODY, EYEBROW, LEAD, PADDING, SCHEME, STATUS, card
from claimbook.draw.text import width
from claimbook.model import Argument, Claim
from claimbook.reason.graph import Graph
from claimbook.reason.verdict import verdicts
from tests.draw.maps import LINKS, SMALL, SVG, drawn, tree
from tests.making import argument, claim, section, text

HOSTILE = '<script>alert("1")</script> & \'quotes\' ]]> --> <a href="javascript:x">\x00\x1b'


def hostile() -> Argument:
    nasty: Claim = replace(claim("thesis"), statement=text(HOSTILE), short=text(HOSTILE))
    return argument([section("only", [nasty])])


def test_hostile_text_stays_text() -> None:
    argument_ = hostile()
    svg = drawn(whole(Graph(argument_)), argument_)
    root = tree(svg)
    assert "<script" not in svg
    assert not set("\x00\x1b") & set(svg)
    assert not list(root.iter(f"{SVG}script"))
    (link,) = root.iter(f"{SVG}a")
    assert '<script>alert("1")</script>' in (link.findtext(f"{SVG}title") or "")


def test_addresses_come_from_the_caller_alone() -> None:
    links = tree(drawn(whole(LINKS))).iter(f"{SVG}a")
    assert {link.attrib["href"] for link in links} == {f"claims/{id_}/" for id_ in SMALL.claims}


def test_the_same_map_gives_the_same_bytes(real: Argument) -> None:
    once, again = (drawn(whole(Graph(real)), real) for _ in range(2))
    assert once == again


def test_ids_begin_with_the_prefix_so_that_maps_can_share_a_page() -> None:
    map_ = whole(LINKS)
    svg = render(map_, verdicts(SMALL), str, prefix="here")
    ids = re.findall(r' id="([^"]+)"', svg)
    assert ids
    assert all(id_.startswith("here-") for id_ in ids)
    root = tree(svg)
    assert {root.attrib["aria-labelledby"], root.attrib["aria-describedby"]} <= set(ids)


def test_a_box_says_everything_to_those_who_do_not_see_it() -> None:
    map_ = around(LINKS, "objection", steps=1)
    links = {link.attrib["data-node"]: link for link in tree(drawn(map_)).iter(f"{SVG}a")}
    names = {id_: link.findtext(f"{SVG}title") for id_, link in links.items()}
    assert names["objection"] == "Claim objection. An opponent. Disputed."
    assert names["other"] == ("Claim other. The article. Disputed. 1 more link not shown.")


def test_voice_status_and_focus_are_classes_and_words() -> None:
    links = {
        a.attrib["data-node"]: a for a in tree(drawn(around(LINKS, "objection"))).iter(f"{SVG}a")
    }
    box = links["objection"]
    assert {"cb-opponent", "cb-is-disputed", "cb-focus"} <= set(box.attrib["class"].split())
    assert [line.text for line in box.iter(f"{SVG}text")] == [
        "An opponent",
        "Claim objection.",
        "Disputed",
    ]
    assert len(list(box.iter(f"{SVG}rect"))) == 2
    assert "cb-focus" not in links["other"].attrib["class"]


def test_a_text_that_is_cut_off_is_at_hand_in_full() -> None:
    long = " ".join(["endless"] * 80)
    argument_ = argument([section("only", [replace(claim("thesis"), statement=text(long))])])
    root = tree(drawn(whole(Graph(argument_)), argument_))
    assert any((line.text or "").endswith("…") for line in root.iter(f"{SVG}text"))
    titles = [title.text or "" for title in root.iter(f"{SVG}title")]
    assert any(title.startswith(long) for title in titles)


def test_lines_of_each_kind_differ_in_more_than_colour() -> None:
    shapes = {}
    for edge in tree(drawn(whole(LINKS))).iter(f"{SVG}g"):
        if relation := edge.get("data-relation"):
            shapes[relation] = tuple(
                part.get("class") for part in edge if part.tag != f"{SVG}title"
            )
    assert shapes == {
        "premise": ("cb-line",),
        "supports": ("cb-line", "cb-tip"),
        "rebuts": ("cb-line", "cb-bar", "cb-sign"),
        "undercuts": ("cb-line", "cb-bar", "cb-sign"),
    }


def test_text_stays_inside_its_box(real: Argument) -> None:
    map_ = whole(Graph(real))
    found = verdicts(real)
    for node in map_.nodes:
        content = card(node, map_, found[node.id])
        for line in content.lines:
            indent = {
                BODY: PADDING,
                LEAD: PADDING,
                EYEBROW: PADDING,
                STATUS: PADDING + 15,
                SCHEME: 2,
            }
            assert (
                width(line.text, line.style.size, bold=line.style.bold) + indent[line.style]
                <= content.width
            )
        assert sum(line.style.leading for line in content.lines) <= content.height


def test_a_map_that_is_too_wide_upwards_runs_leftwards() -> None:
    names = "abcdef"
    steps: list[tuple[list[str], list[str]]] = [([name], []) for name in names]
    fan = argument({"thesis": {"because": steps}, **{name: {} for name in names}})
    upwards, leftwards = (
        tree(render(whole(Graph(fan)), verdicts(fan), str, prefix="map", setting=Setting(room)))
        for room in (10_000, 900)
    )
    assert float(upwards.attrib["width"]) > 900
    assert float(upwards.attrib["height"]) < 300
    assert float(leftwards.attrib["width"]) < 600

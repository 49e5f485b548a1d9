import json
from urllib.parse import parse_qs

import pytest

from claimbook.exchange import bibtex
from claimbook.exchange.coins import coins
from claimbook.exchange.meta_tags import meta_tags
from claimbook.exchange.ris import ris
from claimbook.exchange.schema_org import json_ld, of_claim, of_source
from claimbook.exchange.titles import ordinal, title_case
from claimbook.exchange.work import Work
from claimbook.read.bibliography import bibliography
from claimbook.read.decoding import SourceText
from tests.exchange.golden_works import CLAIM, sources, works

KEYS = tuple(sources())


@pytest.mark.parametrize("key", KEYS)
def test_bibtex_reads_back_as_the_same_work(key: str) -> None:
    source = sources()[key]
    again = bibliography(SourceText("again.bib", bibtex.of_source(source)))
    assert again.problems == ()
    (copy,) = again.sources.values()
    kept = {name: str(value) for name, value in source.fields.items() if name != "unconfirmed"}
    assert (copy.type, copy.authors, copy.editors) == (source.type, source.authors, source.editors)
    assert {name: str(copy.fields[name]) for name in kept} == kept


def test_bibtex_leaves_our_own_fields_at_home() -> None:
    text = "@misc{a, title = {T}, family = {f}, read = {record}, unconfirmed = {year, author}}"
    (source,) = bibliography(SourceText("a.bib", text)).sources.values()
    assert bibtex.of_source(source) == (
        "@misc{a,\n  title = {T},\n  annote = {Not confirmed: year, author},\n}\n"
    )


def test_bibtex_spells_out_a_string_that_the_entry_only_names() -> None:
    text = "@string{pp = {Letters \\& Press}}\n@article{a, title = {T}, journal = pp, month = apr}"
    (source,) = bibliography(SourceText("a.bib", text)).sources.values()
    entry = bibtex.of_source(source)
    assert "journal = {Letters \\& Press}," in entry
    assert "month = apr," in entry


def test_bibtex_of_a_page_escapes_what_latex_reads() -> None:
    page = Work("x", "webpage", "50 % of #1 & more", container="A_B", url="https://e.org/a_b%20c")
    assert bibtex.of_page(page) == (
        "@online{x,\n  title = {50 \\% of \\#1 \\& more},\n  organization = {A\\_B},\n"
        "  url = {https://e.org/a_b%20c},\n}\n"
    )


def test_ris_names_each_part_by_its_tag() -> None:
    assert ris(works()["article"]).splitlines() == [
        "TY  - JOUR",
        "AU  - Varga, Jean-Pierre",
        "AU  - de Boer, Anna M.",
        "TI  - A decade of ‘open’ reading: Letters down under",
        "T2  - Letters & Readers",
        "VL  - 14",
        "IS  - 5",
        "SP  - 580",
        "EP  - 592",
        "PY  - 2014",
        "DA  - 2014///",
        "DO  - 10.1000/1748895814523024",
        "ID  - article",
        "ER  - ",
    ]


def test_ris_has_no_year_that_nobody_confirmed() -> None:
    lines = ris(works()["online-unknown"]).splitlines()
    assert "N1  - not confirmed: author, year" in lines
    assert not [line for line in lines if line.startswith(("PY", "DA", "AU"))]


def test_coins_of_an_article_carries_what_zotero_asks_for() -> None:
    values = parse_qs(coins(works()["article"]))
    assert values["rft_val_fmt"] == ["info:ofi/fmt:kev:mtx:journal"]
    assert values["rft_id"] == ["info:doi/10.1000/1748895814523024"]
    assert values["rft.atitle"] == ["A decade of ‘open’ reading: Letters down under"]
    assert values["rft.jtitle"] == ["Letters & Readers"]
    assert (values["rft.aulast"], values["rft.aufirst"]) == (["Varga"], ["Jean-Pierre"])
    assert values["rft.au"] == ["Jean-Pierre Varga", "Anna M. de Boer"]
    assert (values["rft.spage"], values["rft.epage"]) == (["580"], ["592"])


@pytest.mark.parametrize(
    ("key", "format_"),
    [("book", "book"), ("techreport", "book"), ("phdthesis", "dissertation"), ("online", "dc")],
)
def test_coins_chooses_the_format_of_the_kind_of_work(key: str, format_: str) -> None:
    values = parse_qs(coins(works()[key]))
    assert values["rft_val_fmt"] == [f"info:ofi/fmt:kev:mtx:{format_}"]
    assert any(works()[key].title in found for found in values.values())


def test_meta_tags_say_what_the_page_is_about() -> None:
    tags = meta_tags(works()["article"])
    assert ("citation_journal_title", "Letters & Readers") in tags
    assert ("citation_author", "de Boer, Anna M.") in tags
    assert ("citation_publication_date", "2014") in tags
    assert ("citation_firstpage", "580") in tags
    assert all(text for _, text in tags)


def test_there_are_no_meta_tags_where_no_title_was_confirmed() -> None:
    assert meta_tags(Work("x", "webpage", "", url="https://example.org/")) == ()


def test_json_ld_of_an_article_nests_issue_volume_and_journal() -> None:
    source = sources()["article"]
    thing = of_source(source, works()["article"], "https://map.example/sources/article/")
    assert thing["@type"] == "ScholarlyArticle"
    assert thing["isPartOf"]["isPartOf"]["isPartOf"]["name"] == "Letters & Readers"
    assert thing["author"][1]["name"] == "Anna M. de Boer"
    assert thing["datePublished"] == "2014"


def test_json_ld_says_what_sort_of_evidence_a_source_is() -> None:
    text = "@misc{law, title = {Act}, evidencetype = {legal text}}"
    (law,) = bibliography(SourceText("a.bib", text)).sources.values()
    assert of_source(law, Work("law", "document", "Act"))["@type"] == "Legislation"


def test_json_ld_of_a_claim_cites_its_sources_and_closes_no_script() -> None:
    cited = of_source(sources()["book"], works()["book"])
    text = json_ld(of_claim(CLAIM, "Harm </script><b>", [cited], {}))
    assert "</script" not in text
    thing = json.loads(text)
    assert thing["@type"] == "Claim"
    assert thing["text"] == "Harm </script><b>"
    assert thing["citation"][0]["name"] == "The truth about letters"
    assert "appearance" not in thing


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        (
            "the end of an era: a look at anti-trafficking",
            "The End of an Era: A Look at Anti-Trafficking",
        ),
        ("What is it? the iPhone and “open e-mail”", "What Is It? The iPhone and “Open e-Mail”"),
        ("im/migrant workers’ rights (a study)", "Im/Migrant Workers’ Rights (a Study)"),
    ],
)
def test_titles_take_capitals_as_headlines_do(title: str, expected: str) -> None:
    assert title_case(title) == expected


def test_ordinals() -> None:
    assert [ordinal(n) for n in ("1", "2", "3", "4", "11", "12", "21", "Updated")] == [
        *("1st", "2nd", "3rd", "4th", "11th", "12th", "21st", "Updated"),
    ]

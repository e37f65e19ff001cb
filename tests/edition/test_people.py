"""Pages of people, places, time and kin: what is stated stands beside its words, by account."""

import re
from dataclasses import replace

import pytest
from small_dossier import Dossier, small
from test_publish import read

from variorum.edition import publish
from variorum.edition.saying import value_words
from variorum.edition.voices import letter
from variorum.model.masking import masks
from variorum.model.passage import Passage, cut
from variorum.model.testimony import Entity, Mention, Statement


@pytest.fixture(scope="module")
def edition(tmp_path_factory):
    folder = tmp_path_factory.mktemp("people")
    publish(small(), folder)
    return read(folder)


def shown(page: str) -> str:
    """The page's text; what stands in different cells or items stays apart."""
    text = re.sub(r"<svg.*?</svg>", "", page, flags=re.DOTALL)
    text = re.sub("</?(?:td|th|tr|li|p|h[1-6]|dt|dd|div)[^>]*>", " ", text)
    return re.sub(r"\s+", " ", re.sub("<[^>]+>", "", text))


def account(edition, words):
    return next(p for name, p in edition.items() if name.startswith("accounts/") and words in p)


def test_a_person_has_all_names_statements_and_places(edition):
    page = edition["entities/e_orlov.html"]
    text = shown(page)
    assert "also ▮▮▮ Orlov, Орлов" in text
    assert "4 mentions in 3 accounts" in text
    born = text[text.index("born 1") :]
    assert "1895 “I was born in 1895” What I Remember" in born
    assert "1896 Riga “Pavel Orlov was born in Riga in 1896” A Letter to My Niece" in born
    assert "married Olga Lund summer 1926 “Pavel married Olga Lund”" in text
    lev = shown(edition["entities/e_lev.html"])
    assert "went: Odessa about 1920 “went to Odessa about 1920”" in lev
    assert "the same name in 3 accounts" in text
    assert "two years of birth are given" in text
    assert "and by pronouns his 1" in text


def test_a_link_from_a_table_leads_to_the_very_words(edition):
    page = edition["entities/e_orlov.html"]
    row = next(r for r in page.split("<tr>") if "I was born in 1895" in r)
    name, anchor = re.search(r'href="\.\./(accounts/[^"#]+)#([^"]+)"', row).groups()
    memoir = edition[name]
    at = memoir.index(f'id="{anchor}"')
    assert re.sub("<[^>]+>", "", memoir[at:].split(">", 1)[1]).startswith("I was born in 1895")


def test_how_firmly_and_by_whom_is_said(edition):
    text = shown(edition["entities/e_cook.html"])
    assert "not, perhaps liar “he was a liar” A Letter to My Niece, so The Danish cook" in text


def test_kin_in_words_from_both_sides(edition):
    assert "wife Olga Lund “Pavel married Olga Lund”" in shown(edition["entities/e_orlov.html"])
    assert "wife of Pavel Orlov" in shown(edition["entities/e_olga.html"])
    assert "her mother’s father" in shown(edition["entities/e_vera.html"])


def test_a_place_says_where_it_lies_and_asks_nobody(edition):
    text = shown(edition["entities/e_riga.html"])
    assert "Lies at 56.95° N, 24.11° E Lies in Latvia Known as geonames:456172" in text
    assert "Pavel Orlov" in text  # born there: in what is stated of others


def test_who_may_be_the_same_is_left_open(edition):
    page = edition["entities/e_lev.html"]
    assert "Possibly the same person: “Lev” and “Anton”." in shown(page)
    assert re.search(r'href="\.\./findings/p_\w+\.html"', page)


def test_findings_about_what_is_stated_stand_on_the_page(edition):
    page = edition["entities/e_orlov.html"]
    assert "impossibility Born in 1895, Pavel Orlov was 36 or 37 in 1932, not 41." in shown(page)
    assert re.search(r'href="\.\./impossibilities/i_\w+\.html"', page)
    assert "What was found about it" not in edition["entities/e_riga.html"]


def test_lists_lead_to_pages_and_name_those_who_have_none(edition):
    assert 'href="entities/e_orlov.html"' in edition["people.html"]
    assert "Sandholm" in edition["places.html"]
    assert "entities/e_sandholm.html" not in edition["places.html"]  # named once, nothing stated
    assert "No place could be found" not in edition["map.html"]
    assert "Harbour News" not in edition["groups.html"]  # nowhere named as a mention


def test_the_map_draws_what_was_found_and_lists_what_was_not(edition):
    page = edition["map.html"]
    assert page.count('class="spot"') == 3
    assert 'class="land"' in page
    text = shown(page)
    assert "Riga Latvia 56.95° N, 24.11° E 1 time in 1 account" in text
    assert text.index("Not found") < text.index("Sandholm")


def test_the_timeline_draws_uncertainty_and_tells_the_anchor(edition):
    page = edition["timeline.html"]
    assert page.count('class="label"') == 2
    assert 'data-fades="left"' in page
    assert "mark about" in page
    assert page.count("mark told") == 2
    assert "4 May 1928: “The next day”, counted from “3 May 1928”" in page
    text = shown(page)
    assert "4 May 1928 “The next day” A Letter to My Niece “3 May 1928”" in text
    assert text.index("Dates without a year") < text.index("14 March “14 March”")


def test_families_are_drawn_and_what_cannot_be_is_told(edition):
    page = edition["families.html"]
    assert page.count('class="person"') == 7
    text = shown(page)
    assert "“Anton Orlov” would stand a generation below “Lev”" in text
    assert "Nina daughter of Pavel Orlov “their daughter Nina” A Letter to My Niece" in text


def test_every_passage_shows_its_voice(edition):
    page = account(edition, "lit a lamp")
    assert re.search(r'data-v="a"[^>]*><a [^>]*>Lev', page)
    text = shown(page)
    assert "What carries no letter is told by Zoya Orlova, about 1960." in text
    assert "a The Danish cook, hearsay, 1950, 22 years after, “told it to me” somebody" in text
    assert "(reported: says that)" in text
    assert "Pavel Orlov (“he”)" in text


def test_names_in_a_text_lead_to_their_pages(edition):
    page = account(edition, "lit a lamp")
    assert '<a class="name" href="../entities/e_riga.html">Riga</a>' in page
    assert '<a class="name quietly" href="../entities/e_orlov.html" tabindex="-1">His</a>' in page


def test_letters_go_on_after_z():
    assert [letter(n) for n in (0, 25, 26, 701, 702)] == ["a", "z", "aa", "zz", "aaa"]


@pytest.mark.parametrize(
    ("value", "relation", "told"),
    [
        ("42", "age", "42"), ("~300", "number", "about 300"), ("40..", "killed", "at least 40"),
        ("..40", "killed", "at most 40"), ("10..15", "number", "10 to 15"),
        ("12 mile", "distance", "12 miles"), ("1 mile", "distance", "1 mile"),
        ("~9.6667", "hour", "about 9:40"), ("18.75 clock", "began", "18:45"),
        ("6 foot", "depth", "6 feet"), ("120000", "number", "120,000"), ("many", "number", "many"),
    ],
)  # fmt: skip
def test_numbers_in_words(value, relation, told):
    passage = Passage("s", 0, 1, "x")
    row = Statement("s", passage, "", relation, value, "number", "", "", "positive", "asserted", "")
    assert value_words(row, {}, masks([])) == told


def test_an_insertion_in_a_name_is_masked_on_its_page_and_on_the_map(tmp_path):
    dossier = small()
    dossier.tables["entities"] = [
        replace(e, name="zharpik Orlov") if e.id == "e_orlov" else e
        for e in dossier.tables["entities"]
    ]
    publish(dossier, tmp_path)
    for name, page in read(tmp_path).items():
        if name.startswith(("entities/", "map", "people", "families", "timeline")):
            outside = re.sub(r'<details class="mask">.*?</details>', "", page)
            assert "zharpik" not in outside.casefold(), name


def test_markup_in_names_is_text_in_every_drawing(tmp_path):
    dossier = small()
    bad = "</text><script>alert(1)</script>"
    dossier.tables["entities"] = [replace(e, name=bad) for e in dossier.tables["entities"]]
    publish(dossier, tmp_path)
    pages = read(tmp_path)
    assert not any("<script>alert" in page for page in pages.values())
    assert "&lt;script&gt;" in pages["families.html"]
    assert "&lt;script&gt;" in pages["map.html"]


def many(people: int, mentions: int) -> Dossier:
    """One text that names many people, each a few times."""
    dossier = small()
    text = " ".join(f"Person{n % people}" for n in range(people * mentions))
    dossier.texts = {"many.txt": text}
    row = next(a for a in dossier.tables["accounts"] if a.kind == "letter")
    row = replace(row, source="many.txt", start=0, end=len(text), parent=None)
    rows, at = [], 0
    for word in text.split():
        rows.append(
            Mention(
                cut("many.txt", text, at, at + len(word)), "person", f"e_{word}", word, (), row.id
            )
        )
        at += len(word) + 1
    names = sorted({m.form for m in rows})
    dossier.tables = {
        "accounts": [row],
        "mentions": rows,
        "entities": [Entity(f"e_{name}", "person", name, (name,)) for name in names],
    }
    return dossier


def test_lists_of_many_are_paged(tmp_path):
    publish(many(1100, 1), tmp_path)
    pages = read(tmp_path)
    assert "1 to 500 of 1,100" in shown(pages["people.html"])
    assert "1,001 to 1,100 of 1,100" in shown(pages["people-3.html"])
    assert "people-4.html" not in pages
    assert not [name for name in pages if name.startswith("entities/")]


def test_a_page_counts_what_it_leaves_out(tmp_path):
    publish(many(2, 300), tmp_path)
    page = read(tmp_path)["entities/e_Person0.html"]
    assert "and 288 more" in shown(page)
    assert page.count("<a ") < 50


def test_an_empty_dossier_has_all_pages_and_says_so(tmp_path):
    dossier = small()
    dossier.tables = {}
    publish(dossier, tmp_path)
    pages = read(tmp_path)
    assert "None are named." in pages["groups.html"]
    assert "No account dates anything." in pages["timeline.html"]
    assert "No place could be found on the map." in pages["map.html"]
    assert "No kinship is stated." in pages["families.html"]

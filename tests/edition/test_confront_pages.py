"""Pages of what the accounts disagree about: sifted lists, sides, stairs, sums."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from small_dossier import Dossier, find, small

from variorum.edition import publish
from variorum.edition.charts.stairs import SHOWN_STEPS, stairs
from variorum.edition.weighed import by_side, named_sides, sums, weight_words
from variorum.model.findings import Disagreement, Growth, Side, Step
from variorum.model.testimony import Quantity

CHROMIUM = Path("/usr/bin/chromium")
AXE = Path(__file__).parents[2] / "web" / "node_modules" / "axe-core" / "axe.min.js"


def disputed() -> Dossier:
    """The small dossier with three questions and a story of three tellings."""
    dossier = small()

    def at(source: str, words: str):
        return find(dossier.texts, source, words)

    boats = dossier.tables["disagreements"][0]
    boats = replace(
        boats,
        verdict="side 1 carried",
        reasons=(
            "the same night",
            "side 1 (“twelve”), probability 0.70: told by Ada Lund; the bosun",
            "without Ada Lund the verdict would no longer be “side 1 carried”",
        ),
    )
    born = Disagreement(
        "d_born", "date", "When was Pavel Orlov born?",
        (Side("1896", (at("niece.txt", "in 1896"),)), Side("1895", (at("pasted.txt", "in 1895"),))),
        "tied", 0.7, (),
    )  # fmt: skip
    who = Disagreement(
        "d_who", "person", "Who was the father of Anton?",
        (Side("Lev", (at("niece.txt", "Lev was"),)),
         Side("somebody else", (at("niece.txt", "he was a liar"),))),
        "open", 0.45, (),
    )  # fmt: skip
    dossier.tables["disagreements"] = [boats, born, who]
    impossible = dossier.tables["impossibilities"][0]
    reasons = ("Pavel Orlov, born in 1895, was 36 or 37 in 1932, not “41”", "1895 + 41 = 1936")
    dossier.tables["impossibilities"] = [replace(impossible, reasons=reasons)]
    told = ("twelve boats", "fourteen boats", "fifteen")
    steps = [Step(words, at("pasted.txt", words), "") for words in told]
    steps[2] = replace(steps[2], change="the Maren appears")
    dossier.tables["growths"] = [Growth("g_boats", "How many boats?", tuple(steps))]
    dossier.tables["quantities"] = [
        Quantity(step.passage, number, number, "", "boat", "exact")
        for step, number in zip(steps, (12, 14, 15), strict=True)
    ]
    return dossier


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("disputed")
    publish(disputed(), folder)
    return folder


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    if not CHROMIUM.exists():
        pytest.skip("Chromium is not installed")
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as driver:
        flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        opened = driver.chromium.launch(executable_path=str(CHROMIUM), args=flags)
        yield opened
        opened.close()


@pytest.mark.browser
@pytest.mark.parametrize("script", [True, False])
def test_disagreements_are_sifted_with_and_without_the_script(edition, browser, script):
    with browser.new_context(java_script_enabled=script) as context:
        page = context.new_page()
        page.goto((edition / "disagreements.html").as_uri())
        shown = page.locator(".entry:visible .go")
        assert shown.count() == 3
        assert "boats" in shown.first.inner_text()
        for name, option, words in (
            ("kind", "date", ["born"]),
            ("person", "Pavel Orlov", ["born"]),
            ("person", "Lev", ["father"]),
            ("account", "What I Remember", ["boats", "born"]),
            ("sure", "likely", ["boats", "born"]),
            ("verdict", "one side is carried", ["boats"]),
        ):
            page.select_option(f"select[name={name}]", label=option)
            told = shown.all_inner_texts()
            assert len(told) == len(words), (name, told)
            assert all(word in line for word, line in zip(words, told, strict=True)), (name, told)
            page.locator("button[type=reset]").click()
            assert shown.count() == 3
        page.select_option("select[name=kind]", label="date")
        page.select_option("select[name=verdict]", label="open")
        assert shown.count() == 0


@pytest.mark.browser
@pytest.mark.skipif(not AXE.exists(), reason="axe-core is not installed: cd web && npm ci")
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation_and_nothing_scrolls_sideways(edition, browser, scheme):
    with browser.new_context(
        viewport={"width": 390, "height": 800}, color_scheme=scheme, bypass_csp=True
    ) as context:
        page = context.new_page()
        names = [edition / "disagreements.html", *edition.glob("*s/d_*.html")]
        for path in (*names, *edition.glob("growths/*.html"), *edition.glob("imp*/*.html")):
            page.goto(path.as_uri())
            assert page.evaluate("document.documentElement.scrollWidth") <= 390, path.name
            page.evaluate(AXE.read_text("utf-8"))
            found = page.evaluate("axe.run().then(r => r.violations)")
            assert not [(v["id"], v["nodes"][0]["html"]) for v in found], path.name


def test_a_side_has_its_bar_its_number_in_words_and_its_own_reasons(edition):
    html = next(
        f.read_text("utf-8")
        for f in edition.glob("disagreements/*")
        if "How many boats were" in f.read_text("utf-8")
    )
    assert "carried further: 70 in 100" in html
    assert '<rect class="part" width="70"' in html
    assert "<bdi>told by Ada Lund; the bosun</bdi>" in html.split("</section>")[0]
    assert "“twelve” is carried" in html
    assert "side 1" not in html
    first = html.split("</section>")[0]
    assert first.index("eyewitness") < first.index("reporter") < first.index("publisher")


def test_every_passage_of_a_side_has_somebody_who_says_it(edition):
    pages = [f.read_text("utf-8") for f in edition.glob("disagreements/*.html")]
    html = next(html for html in pages if "How many boats were" in html)
    assert html.split("</section>")[0].count('<ol class="chain">') == 2
    assert "whoever wrote Воспоминания боцмана" in html


def test_a_side_without_voices_has_the_one_in_whose_words_it_stands(edition):
    html = (edition / "disagreements" / "d_who.html").read_text("utf-8")
    assert "hearsay" in html.split("</section>")[0]


def test_a_story_rises_in_steps_that_say_what_changed(edition):
    html = (edition / "growths" / "g_boats.html").read_text("utf-8")
    assert html.count('<text class="when"') == 3
    assert "grows from 12 to 14; “fourteen boats” instead of “twelve boats”" in html
    assert "grows from 14 to 15; the Maren appears" in html
    assert "The higher the step, the greater the number told." in html
    assert '<p class="imprint">3 March 1999</p>' in html


def test_an_impossibility_has_its_sum_and_its_passages_side_by_side(edition):
    html = next(edition.glob("impossibilities/*.html")).read_text("utf-8")
    table = html[html.index('<table class="sum"') : html.index("</table>")]
    cells = re.findall(r"<bdi>(.*?)</bdi>", table)
    assert cells == [
        "Pavel Orlov, born", "1895", "so, in 1932", "36 or 37", "1895 + 41 =", "1936",
        "but told", "“41”",
    ]  # fmt: skip
    assert html.count('<section class="side"') == 3


def test_every_sentence_left_standing_on_the_overview_leads_to_words(edition):
    html = (edition / "index.html").read_text("utf-8")
    part = html[html.index('id="h-found"') : html.index('id="h-ways"')]
    for line in part.split('<li class="entry')[1:]:
        assert 'href="accounts/' in line


def test_reasons_go_to_their_sides_and_others_stay():
    reasons = ("side 2 (“a (b): c”), probability 0.10: told by B", "side 9 (“x”): y", "plain")
    assert by_side(("side 1 (“x”): nobody",), 2) == ({0: ["nobody"]}, [])
    assert by_side(reasons, 2) == ({1: ["told by B"]}, ["side 9 (“x”): y", "plain"])
    assert named_sides("side 1 carried, side 7 not", ["forty"]) == "“forty” is carried, side 7 not"
    told = named_sides("it would no longer be “side 1 carried”", ["forty"])
    assert told == "it would no longer be that “forty” is carried"
    assert weight_words(None) == ""
    assert weight_words(0.001) == "hardly carried: less than 1 in 100"
    assert weight_words(0.04) == "hardly carried: 4 in 100"


@pytest.mark.parametrize(
    ("reason", "rows"),
    [
        ("Vera, born in 1907, was 25 or 26 in 1933, not “aged 34”",
         (("Vera, born", "1907"), ("so, in 1933", "25 or 26"), ("but told", "“aged 34”"))),
        ("Who was born in 1907 was 13 or 14 in 1921, not “nineteen”",
         (("who was, born", "1907"), ("so, in 1921", "13 or 14"), ("but told", "“nineteen”"))),
        ("5 May 1933 was a Friday, not a Monday",
         (("5 May 1933, by the calendar", "Friday"), ("but told", "Monday"))),
        ("1903 + 6 − 1 = 1908", (("1903 + 6 − 1 =", "1908"),)),
        ("“70” in 1949: born in 1878 or 1879", (("“70” in 1949", "born in 1878 or 1879"),)),
        ("These cannot both be true", ()),
    ],
)  # fmt: skip
def test_sums_are_laid_out_as_rows(reason, rows):
    assert sums((reason,)) == (rows, () if rows else (reason,))


def test_stairs_follow_the_numbers_or_else_the_changes():
    fallen = stairs([("a", "", 3.0), ("b", "", 9.0), ("c", "", 3.0)], [False, True, True])
    assert fallen.measured
    assert fallen.treads[0].y == fallen.treads[2].y > fallen.treads[1].y
    level = stairs([("a", "", None), ("b", "", 2.0), ("c", "", 3.0)], [True, False, True])
    assert not level.measured
    assert level.treads[0].y == level.treads[1].y > level.treads[2].y
    assert stairs([("a", "", None)] * 40, [True] * 40).left == 40 - SHOWN_STEPS
    assert stairs([], []).treads == ()


def test_the_same_records_give_the_same_bytes(edition, tmp_path):
    publish(disputed(), tmp_path)
    names = [f.relative_to(tmp_path) for f in tmp_path.rglob("*") if f.is_file()]
    assert all((edition / n).read_bytes() == (tmp_path / n).read_bytes() for n in names)

"""What several accounts share, as pages: side by side, translated, who has it from whom."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import variorum

playwright = pytest.importorskip("playwright.sync_api")

CHROMIUM = Path("/usr/bin/chromium")
ROOT = Path(__file__).parents[2]
AXE = ROOT / "web" / "node_modules" / "axe-core" / "axe.min.js"
SCRIPT = ROOT / "src" / "variorum" / "edition" / "assets" / "variorum.js"
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"]
browsed = pytest.mark.skipif(not CHROMIUM.exists(), reason="Chromium is not installed")

REPORT = """\
The Merle
By Ida Brandt, Kellin Courier, 4 March 1931

The ferry Merle left the quay at nine with forty-one people and two carts of barley. Old Tobias Renn
stood at the wheel, and nobody who saw him that night thought him drunk. Half a mile out she struck the
wreck of the collier and heeled over. The boats were lowered in the dark and only one of them came back
to the quay.
"""
QUOTED = """\
What the Courier Wrote
By Otto Falk, Northern Review, 12 June 1958

All that was written of it at the time has been forgotten, except a few lines of Ida Brandt in the
Kellin Courier. She reported: “The ferry Merle left the quay at nine with forty-seven people and two
carts of barley. Old Tobias Renn stood at the wheel, and nobody who saw him that night thought him drunk.
Half a mile out she struck the wreck of the collier and heeled over.” That is all we have.
"""
RUSSIAN = """\
Лодка и снег
Вера Лунина
1962

В то утро выпал снег, и мы пошли к реке втроём. Лодка стояла у сарая, вверх дном, под старой сетью.
Мой двоюродный брат Паша первым увидел на льду следы. Их было семнадцать, я сосчитала дважды.
Потом мать велела нам никому об этом не говорить. Мы молчали до самой весны, пока не сошёл лёд.
Сторож нашёл у плотины шапку и отнёс её в контору. Никто за ней не пришёл.
"""
ENGLISH = """\
The Boat and the Snow
By Vera Lunina
Translated from the Russian by Peter Lowe, 1990

That morning snow had fallen, and the three of us went down to the river. The boat stood by the shed,
upside down, under an old net. My brother Pasha was the first to see the tracks on the ice. There were
seventy of them, I counted twice. We kept silent until the spring, when the ice went out. The watchman
found a cap by the dam and took it to the office. Nobody came for it.
"""


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("shared")
    sources = folder / "sources"
    sources.mkdir()
    for name, text in (("a", REPORT), ("b", QUOTED), ("c", RUSSIAN), ("d", ENGLISH)):
        (sources / f"{name}.txt").write_text(text, encoding="utf-8")
    return variorum.build(sources, out=folder / "dossier").path / "edition"


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        yield opened
        opened.close()


def words(path: Path) -> str:
    """A page's text on one line, without its tags."""
    main = re.search(r"<main.*</main>", path.read_text("utf-8"), re.DOTALL)
    assert main
    return " ".join(re.sub(r"<[^>]+>", " ", main[0]).split())


def page_with(edition: Path, phrase: str) -> Path:
    return next(p for p in sorted((edition / "synopses").iterdir()) if phrase in words(p))


def shared_pages(edition: Path) -> list[Path]:
    synopses = sorted((edition / "synopses").iterdir())
    texts = [p for p in sorted((edition / "accounts").iterdir()) if "Ida Brandt" in words(p)]
    return [edition / "parallels.html", edition / "standing.html", *synopses, *texts]


def test_the_list_says_who_has_it_from_whom(edition: Path) -> None:
    told = words(edition / "parallels.html")
    assert "1 copied passage" in told
    assert "1 translation" in told
    assert re.search(r"The Merle gives to .What the Courier Wrote. 1 passage copied", told)
    assert re.search(r"Лодка и снег gives to The Boat and the Snow a translation", told)


def test_a_copy_stands_beside_its_original_with_its_change_marked(edition: Path) -> None:
    told = words(page_with(edition, "forty-seven"))
    assert re.search(r"forty-one .{0,20}people", told)
    assert re.search(r"forty-seven changed", told)


def test_the_translation_report_puts_what_weighs_most_first(edition: Path) -> None:
    told = words(page_with(edition, "Лодка"))
    places = [
        told.index(phrase)
        for phrase in (
            "What was left out 1",
            "Потом мать велела нам никому об этом не говорить.",
            "What was changed 2",
            "семнадцать",
            "Sentence by sentence",
        )
    ]
    assert places == sorted(places)
    assert "seventy" in told[places[2] : places[-1]]
    assert "двоюродный брат" in told


def test_the_apparatus_stands_under_the_text(edition: Path) -> None:
    source = next(p for p in (edition / "accounts").iterdir() if "By Ida Brandt" in words(p))
    told = words(source)
    assert re.search(r"forty-one .{0,40}forty-seven", told[told.rindex("to the quay.") :])


def test_what_is_left_standing_says_why_and_where(edition: Path) -> None:
    told = words(edition / "standing.html")
    assert "Told by" in told or "Disputed" in told
    assert "Why" in told
    assert "What is left standing" in words(edition / "index.html")


def test_every_link_leads_somewhere(edition: Path) -> None:
    for path in shared_pages(edition):
        html = path.read_text("utf-8")
        for href in re.findall(r'href="([^"#]*)(?:#[^"]*)?"', html):
            own = href and not href.startswith("data:")
            assert not own or (path.parent / href).resolve().is_file(), (path.name, href)
        for name, anchor in re.findall(r'href="([^"#]*)#([^"]+)"', html):
            target = (path.parent / name).read_text("utf-8") if name else html
            assert f'id="{anchor}"' in target, (path.name, name, anchor)


@browsed
@pytest.mark.browser
@pytest.mark.skipif(not AXE.exists(), reason="axe-core is not installed: cd web && npm ci")
@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_axe_finds_no_violation(edition: Path, browser: Any, width: int, scheme: str) -> None:
    axe = AXE.read_text("utf-8")
    with browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True
    ) as context:
        page = context.new_page()
        for path in shared_pages(edition):
            page.goto(path.as_uri())
            page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
            page.evaluate(axe)
            found = page.evaluate("axe.run().then(r => r.violations)")
            assert [(v["id"], v["nodes"][0]["html"]) for v in found] == [], path.name
            assert page.evaluate("document.documentElement.scrollWidth") <= width, path.name


@browsed
@pytest.mark.browser
@pytest.mark.skipif(not SCRIPT.exists(), reason="the script was not built: make web")
def test_the_columns_scroll_together(edition: Path, browser: Any) -> None:
    with browser.new_context(viewport={"width": 1280, "height": 500}) as context:
        page = context.new_page()
        page.goto(page_with(edition, "Лодка").as_uri())
        page.locator(".together button").click()
        panes = page.locator(".pane")
        assert panes.count() == 2
        panes.first.evaluate("e => { e.style.height = '120px'; e.scrollTop = 150; }")
        panes.last.evaluate("e => { e.style.height = '120px'; }")
        panes.first.evaluate("e => e.dispatchEvent(new Event('scroll'))")
        page.wait_for_function("document.querySelectorAll('.pane')[1].scrollTop > 20")
        page.locator(".together button").click()
        assert panes.count() == 0
        assert page.locator("table.synopsis").first.is_visible()


@browsed
@pytest.mark.browser
def test_without_the_script_the_table_is_there(edition: Path, browser: Any) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(page_with(edition, "Лодка").as_uri())
        assert not page.locator(".together").is_visible()
        cells = page.locator("table.synopsis tbody tr", has_text="выпал снег").locator("td")
        assert "выпал снег" in cells.nth(0).inner_text()
        assert "snow had fallen" in cells.nth(1).inner_text()

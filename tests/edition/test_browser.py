"""The edition in a browser: no request, no violation, by keyboard, on a phone, without the script."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from small_dossier import small

from variorum.edition import publish

playwright = pytest.importorskip("playwright.sync_api")

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
ROOT = Path(__file__).parents[2]
AXE = ROOT / "web" / "node_modules" / "axe-core" / "axe.min.js"
SCRIPT = ROOT / "src" / "variorum" / "edition" / "assets" / "variorum.js"

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM.exists(), reason="Chromium is not installed"),
]
scripted = pytest.mark.skipif(not SCRIPT.exists(), reason="the script was not built: make web")


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("edition")
    publish(small(), folder)
    return folder


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    with browser.new_context(viewport={"width": 1280, "height": 900}) as context:
        yield context.new_page()


def article(edition: Path) -> Path:
    return next(f for f in (edition / "accounts").iterdir() if "Ada Lund" in f.read_text("utf-8"))


def post(edition: Path) -> Path:
    return next(f for f in (edition / "accounts").iterdir() if "yad ta" in f.read_text("utf-8"))


def letter(edition: Path) -> Path:
    return next(f for f in (edition / "accounts").iterdir() if "a lamp" in f.read_text("utf-8"))


def kinds_of_pages(edition: Path) -> list[Path]:
    top = sorted(edition.glob("*.html"))
    folders = sorted(folder for folder in edition.iterdir() if folder.is_dir())
    person = edition / "entities" / "e_orlov.html"
    return [*top, article(edition), post(edition), letter(edition), person] + [
        next(iter(sorted(folder.glob("*.html"))))
        for folder in folders
        if folder.name not in ("accounts", "assets", "entities")
    ]


@pytest.mark.skipif(not AXE.exists(), reason="axe-core is not installed: cd web && npm ci")
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_no_violation(edition, browser, scheme, width):
    axe = AXE.read_text("utf-8")
    with browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True
    ) as context:
        page = context.new_page()
        for path in kinds_of_pages(edition):
            page.goto(path.as_uri())
            page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
            page.evaluate(axe)
            found = page.evaluate("axe.run().then(r => r.violations)")
            told = [(v["id"], v["help"], v["nodes"][0]["html"]) for v in found]
            assert not told, (path.name, told)


def test_no_page_asks_for_anything_but_its_own_files(edition, page):
    asked: list[str] = []
    refused: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: refused.append(message.text))
    page.on("pageerror", lambda error: refused.append(str(error)))
    page.on("dialog", lambda dialog: refused.append(dialog.message))
    for path in sorted(edition.rglob("*.html")):
        page.goto(path.as_uri())
        page.wait_for_load_state("load")
    own = edition.as_uri()
    assert asked
    assert [url for url in asked if not url.startswith((own, "data:"))] == []
    assert refused == []


def test_the_style_applies_over_a_file_address(edition, page):
    page.goto((edition / "index.html").as_uri())
    assert (
        page.locator("header.running a").first.evaluate("e => getComputedStyle(e).fontVariantCaps")
        == "all-small-caps"
    )


def test_nothing_scrolls_sideways_on_a_phone(edition, browser):
    with browser.new_context(viewport={"width": 360, "height": 740}) as context:
        page = context.new_page()
        for path in kinds_of_pages(edition):
            page.goto(path.as_uri())
            width = page.evaluate("document.documentElement.scrollWidth")
            assert width <= 360, (path.name, width)


def test_notes_stand_in_the_margin_and_fall_below_on_a_phone(edition, page):
    page.goto(article(edition).as_uri())
    words, note = page.locator("mark.pin").first, page.locator(".note").first
    assert note.bounding_box()["x"] > words.bounding_box()["x"] + 300
    assert abs(note.bounding_box()["y"] - words.bounding_box()["y"]) < 60
    page.set_viewport_size({"width": 390, "height": 800})
    unit = page.locator(".unit:has(.note) > .words").first
    assert note.bounding_box()["y"] >= unit.bounding_box()["y"] + unit.bounding_box()["height"]


@pytest.mark.parametrize("script", [True, False])
def test_the_reading_text_can_be_had_by_keyboard(edition, browser, script):
    with browser.new_context(java_script_enabled=script) as context:
        page = context.new_page()
        page.goto(article(edition).as_uri())
        text = page.locator("article.text")
        assert "By Ada Lund, Harbour News" in text.inner_text()
        page.locator("#reading").focus()
        page.keyboard.press("Space")
        shown = text.inner_text()
        assert "By Ada Lund, Harbour News" not in shown
        assert "later hand" not in shown
        assert "and their animals" not in shown
        assert "Photo" not in shown
        assert "widow” renders" not in shown
        assert "the yard is a car park today" in shown
        assert "said the watchman, Pavel Orlov" in " ".join(shown.replace("\xa0", " ").split())


@pytest.mark.parametrize("script", [True, False])
def test_masked_words_open_by_keyboard(edition, browser, script):
    with browser.new_context(java_script_enabled=script) as context:
        page = context.new_page()
        page.goto(article(edition).as_uri())
        assert "zharpik" not in page.locator("body").inner_text()
        mask = page.locator("details.mask").first
        mask.locator("summary").focus()
        page.keyboard.press("Enter")
        assert "zharpik" in mask.inner_text()


def test_bidirectional_controls_do_not_reorder_the_page(edition, page):
    page.goto(post(edition).as_uri())
    assert "⟨RLO⟩yad ta⟨PDF⟩" in page.locator("article.text").inner_text()


def test_the_number_at_the_words_leads_to_the_note_and_back(edition, page):
    page.goto(article(edition).as_uri())
    page.locator("a.ref").first.click()
    assert page.evaluate("location.hash") == "#n-1"
    page.locator("#n-1 a.back").click()
    words = page.evaluate("document.querySelector(':target').textContent")
    assert words.startswith("There were twelve boats")


@scripted
def test_findings_are_filtered(edition, page):
    page.goto((edition / "findings.html").as_uri())
    page.select_option("select[name=kind]", "insertion")
    assert page.locator(".entry:visible").count() == 2
    assert page.locator(".group:visible").count() == 1
    assert page.locator("output").inner_text() == "2 findings"
    page.select_option("select[name=kind]", "")
    assert page.locator(".entry:visible").count() == 6
    account = page.locator("select[name=account] option", has_text="What I Remember")
    page.select_option("select[name=account]", account.get_attribute("value"))
    assert page.locator(".entry:visible").count() == 3


@scripted
def test_keys_walk_through_the_findings_and_can_be_switched_off(edition, page):
    page.goto((edition / "findings.html").as_uri())
    focused = (
        "document.activeElement.closest('.entry') ? [...document.querySelectorAll('.entry')]"
        ".indexOf(document.activeElement.closest('.entry')) : -1"
    )
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert page.evaluate(focused) == 1
    page.keyboard.press("k")
    assert page.evaluate(focused) == 0
    page.locator(".keys button").click()
    page.keyboard.press("j")
    assert page.evaluate(focused) == -1


@scripted
def test_words_and_note_point_at_each_other(edition, page):
    page.goto(article(edition).as_uri())
    page.locator(".note").first.hover()
    assert page.locator("mark.pin.linked").count() >= 1


@scripted
def test_the_reading_text_is_remembered(edition, page):
    page.goto(article(edition).as_uri())
    page.keyboard.press("r")
    page.reload()
    assert page.locator("#reading").is_checked()


def test_without_the_script_no_dead_control_is_shown(edition, browser):
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto((edition / "findings.html").as_uri())
        assert not page.locator("form.filters").is_visible()
        assert not page.locator(".keys").is_visible()
        assert page.locator(".entry:visible").count() == 6


def test_paper_has_no_navigation_and_keeps_the_notes(edition, page):
    page.goto(article(edition).as_uri())
    page.emulate_media(media="print")
    assert not page.locator("header.running").is_visible()
    assert page.locator(".note").first.is_visible()
    assert page.pdf()[:5] == b"%PDF-"


def test_a_wide_drawing_scrolls_in_itself_by_keyboard(edition, browser):
    with browser.new_context(viewport={"width": 360, "height": 740}) as context:
        page = context.new_page()
        page.goto((edition / "families.html").as_uri())
        chart = page.locator(".chart").first
        chart.focus()
        assert chart.evaluate("e => e === document.activeElement && e.scrollWidth > e.clientWidth")
        for _ in range(50):  # the browser scrolls when it next draws, which a busy machine puts off
            chart.press("ArrowRight")
            if chart.evaluate("e => e.scrollLeft") > 0:
                break
            page.wait_for_timeout(50)
        assert chart.evaluate("e => e.scrollLeft") > 0


def test_drawings_are_no_stop_for_the_keyboard_and_the_tables_are(edition, page):
    page.goto((edition / "timeline.html").as_uri())
    assert page.locator("svg a:not([tabindex='-1'])").count() == 0
    assert page.locator("table a").count() >= 8


def test_a_link_to_words_marks_them(edition, page):
    page.goto((edition / "entities" / "e_orlov.html").as_uri())
    page.locator("tr", has_text="I was born in 1895").locator("a").first.click()
    page.wait_for_selector(":target", state="attached")
    assert page.evaluate("document.querySelector(':target').getBoundingClientRect().top") < 900
    assert "accounts/" in page.url


@scripted
def test_a_list_is_filtered_by_any_name(edition, page):
    page.goto((edition / "people.html").as_uri())
    everybody = page.locator(".index > li:visible").count()
    page.fill("input[name=name]", "ОРЛОВ")
    assert page.locator(".index > li:visible").count() == 1
    assert page.locator("form.names output").inner_text() == "1 name"
    page.fill("input[name=name]", "")
    assert page.locator(".index > li:visible").count() == everybody == 8


@scripted
def test_a_letter_shows_who_speaks(edition, page):
    page.goto(letter(edition).as_uri())
    page.locator("a.who").first.focus()
    assert "The Danish cook, hearsay" in page.locator(".whisper").inner_text()
    assert page.locator(".text .linked").count() >= 1
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#v-a"
    assert page.locator(".whisper").count() <= 1


def test_paper_has_the_drawings_whole_and_the_voices(edition, page):
    page.emulate_media(media="print")
    for name in ("map.html", "timeline.html", "families.html"):
        page.goto((edition / name).as_uri())
        drawing, whole = page.locator(".chart svg").first, page.locator("main")
        assert drawing.bounding_box()["width"] <= whole.bounding_box()["width"] + 1
    page.goto(letter(edition).as_uri())
    assert page.locator(".voiced").is_visible()
    page.goto((edition / "entities" / "e_orlov.html").as_uri())
    assert page.locator("details.fold p").first.is_visible()

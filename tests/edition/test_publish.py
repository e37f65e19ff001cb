"""The edition as files: complete, the same every time, written only where something changed."""

import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urldefrag

import pytest
from small_dossier import account, cut, find, hand, small

from variorum.edition import Published, publish
from variorum.edition.context import REACH
from variorum.model.findings import Decision, Disagreement, Side
from variorum.model.ids import content_id


def read(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture(scope="module")
def edition(tmp_path_factory):
    folder = tmp_path_factory.mktemp("edition")
    publish(small(), folder)
    return read(folder)


class Elements(HTMLParser):
    """What stands in a page: ids, links, tags, and the text outside masked words."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.shown = ""
        self.hidden = ""
        self._mask = 0
        self._summary = False
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        told = dict(attrs)
        self.tags.append((tag, told))
        self.ids += [told["id"]] if "id" in told else []
        self.links += [told[a] for a in ("href", "src") if a in told]
        if tag == "details" and told.get("class") == "mask":
            self._mask += 1
        self._summary = tag == "summary" or (self._summary and tag == "span")
        self.shown += " ".join(value or "" for value in told.values())

    def handle_endtag(self, tag):
        if tag == "summary":
            self._summary = False
        if tag == "details" and self._mask:
            self._mask -= 1

    def handle_data(self, data):
        if self._mask and not self._summary and "▮" not in data and "hand" not in data:
            self.hidden += data
        else:
            self.shown += data


def html(edition):
    return {name: Elements(page) for name, page in edition.items() if name.endswith(".html")}


def test_every_kind_of_page_is_there(edition):
    folders = {name.split("/")[0] for name in edition}
    assert folders >= {
        "index.html", "findings.html", "people.html", "places.html", "made.html", "accounts",
        "disagreements", "impossibilities", "insertions", "growths", "assets",
    }  # fmt: skip
    assert len([name for name in edition if name.startswith("accounts/")]) == 7


def test_every_link_leads_to_words_of_the_edition(edition):
    pages = html(edition)
    for name, page in pages.items():
        assert len(page.ids) == len(set(page.ids)), name
        for link in page.links:
            if link == "data:,":
                continue
            address, fragment = urldefrag(link)
            assert not re.match(r"[a-z]+:|//|/", address), link
            target = (Path("/") / name).parent / address if address else Path("/") / name
            target = str(target.resolve().relative_to("/"))
            assert target in edition, (name, link)
            assert not fragment or fragment in pages[target].ids, (name, link)


def test_every_page_has_the_strict_policy_and_nothing_inline(edition):
    for name, page in html(edition).items():
        policies = [t["content"] for tag, t in page.tags if t.get("http-equiv")]
        assert policies == [
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
            "base-uri 'none'; form-action 'none'"
        ]
        for tag, told in page.tags:
            assert not any(
                attribute.startswith("on") or attribute == "style" for attribute in told
            ), name
            assert tag not in ("style", "iframe", "object", "base", "img")


def test_markup_in_a_source_is_text(edition):
    page = next(
        p for name, p in edition.items() if "alert(1)" in p and name.startswith("accounts/")
    )
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "⟨RLO⟩yad ta⟨PDF⟩" in page
    assert "⟨U+0000⟩" in page
    assert "\u202e" not in page


def test_the_inserted_word_is_masked_everywhere_and_one_click_away(edition):
    hidden = ""
    for name, page in html(edition).items():
        assert "zharpik" not in page.shown.casefold(), name
        assert "жарпик" not in page.shown.casefold(), name
        hidden += page.hidden
        assert "zharpik" not in name
    assert {"zharpik", "[zharpik]", "Жарпик"} <= set(re.findall(r"\[?\w+\]?", hidden))
    assert "inserted by a later hand" in re.sub(
        "<[^>]+>", "", edition["accounts/" + masked_page(edition)]
    )


def masked_page(edition):
    return next(n for n, p in edition.items() if n.startswith("accounts/") and 'class="mask"' in p)[
        9:
    ]


def test_the_text_of_an_account_is_whole(edition):
    dossier = small()
    for row in dossier.table("accounts"):
        page = Elements(edition[f"accounts/{row.id}.html"])
        shown = "".join((page.shown + page.hidden).split())
        if row.kind in ("memoir", "caption"):
            for word in re.findall(r"\w+", dossier.text(row.source)[row.start : row.end]):
                assert word in shown


def test_the_same_records_give_the_same_bytes(edition, tmp_path):
    publish(small(), tmp_path / "elsewhere" / "deeper")
    assert read(tmp_path / "elsewhere" / "deeper") == edition


def test_nothing_is_written_when_nothing_changed(tmp_path):
    first = publish(small(), tmp_path)
    times = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    second = publish(small(), tmp_path)
    assert second == Published(0, first.written, 0)
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == times


def test_a_page_that_was_lost_is_written_again(tmp_path):
    publish(small(), tmp_path)
    (tmp_path / "index.html").unlink()
    assert publish(small(), tmp_path).written == 1


def test_an_interrupted_edition_is_completed(tmp_path):
    publish(small(), tmp_path)
    whole = read(tmp_path)
    changed = small()
    changed.title = "Another title"
    changed.tables["accounts"] = changed.tables["accounts"][1:]
    changed.made = None  # the build breaks off before the last two pages
    with pytest.raises(AttributeError):
        publish(changed, tmp_path)
    publish(small(), tmp_path)
    assert read(tmp_path) == whole


def test_one_more_account_leaves_the_other_pages_alone(tmp_path):
    dossier = small()
    pages = publish(dossier, tmp_path).written
    text = "Another letter. Nobody saw the zharpik Orlov on the quay."
    dossier.texts["letter.txt"] = text
    dossier.tables["accounts"].append(
        account(dossier.texts, "letter.txt", "Another", "quay.", kind="letter")
    )
    inserted = hand(cut("letter.txt", text, 31, 39), "compiler", "insertion", "why")
    dossier.tables["hands"] = [inserted, *dossier.tables["hands"]]
    after = publish(dossier, tmp_path)
    assert after.unchanged == pages - 3  # the overview, the list of findings, the insertion's page
    assert after.written == 4


def test_pages_of_what_is_gone_are_removed_and_only_those(tmp_path):
    publish(small(), tmp_path)
    (tmp_path / "accounts" / "mine.txt").write_text("a reader's own file")
    dossier = small()
    dossier.tables["growths"] = []
    assert publish(dossier, tmp_path).removed == 1
    assert not (tmp_path / "growths").exists()
    assert (tmp_path / "accounts" / "mine.txt").exists()


def test_a_manifest_that_was_tampered_with_removes_nothing_outside(tmp_path):
    (tmp_path / "precious.html").write_text("keep")
    folder = tmp_path / "edition"
    folder.mkdir()
    (folder / ".pages.json").write_text('{"../precious.html": "", "/etc/x.html": "", "a": 3}')
    publish(small(), folder)
    assert (tmp_path / "precious.html").read_text() == "keep"


def test_no_trace_of_time_or_place(edition, tmp_path):
    for page in edition.values():
        assert str(Path.cwd()) not in page
        assert "/tmp" not in page


def test_a_rejected_finding_is_set_aside_and_what_it_masked_is_shown(tmp_path):
    dossier = small()
    insertion = next(f for f in dossier.findings() if len(f.passages) == 2)
    dossier.taken = [Decision("j_1", "2020", "a reader", insertion.id, "reject", "a nickname")]
    publish(dossier, tmp_path)
    pages = read(tmp_path)
    assert "set aside by a reader" in pages["findings.html"]
    assert "a nickname" in pages[f"insertions/{insertion.id}.html"]
    article = next(a for a in dossier.table("accounts") if a.kind == "article")
    shown = re.sub("<[^>]+>", "", pages[f"accounts/{article.id}.html"])
    assert "watchman,\nzharpik Pavel" in shown


def test_thousands_of_findings_are_paged_and_said_to_be(tmp_path):
    dossier = small()
    twelve, other = (
        find(dossier.texts, "pasted.txt", "twelve"),
        find(dossier.texts, "pasted.txt", "fourteen"),
    )
    dossier.tables["disagreements"] = [
        Disagreement(
            content_id("d", n), "number", f"Question {n}?",
            (Side("12", (twelve,)), Side("14", (other,))), "", 0.9, (),
        )
        for n in range(1100)
    ]  # fmt: skip
    publish(dossier, tmp_path)
    pages = read(tmp_path)
    assert "The first 500 of 1,105 findings" in pages["findings.html"]
    assert pages["findings.html"].count('class="entry"') == 500
    listed = [pages[f"findings-disagreement-{n}.html"].count('class="entry"') for n in (1, 2, 3)]
    assert listed == [500, 500, 100]


def test_an_empty_dossier_has_an_edition_that_says_so(tmp_path):
    dossier = small()
    dossier.tables = {}
    publish(dossier, tmp_path)
    index = read(tmp_path)["index.html"]
    assert "Nothing in this dossier could be read as an account." in index
    assert "The file is encrypted" in index


def test_a_disagreement_shows_sides_quotes_voices_and_reasons(edition):
    page = next(page for name, page in edition.items() if name.startswith("disagreements/"))
    text = re.sub(r"\s+", " ", re.sub("<[^>]+>", "", page))
    assert "Nobody on the quay at Sandholm had slept." in text
    assert "There were twelve boats out that night" in text
    assert "eyewitness, 1932" in text
    assert "publisher, 3 March 1999" in text
    assert "the same people, place and night" in text
    assert page.count('class="side"') == 2


def test_a_context_stays_within_its_account(edition):
    page = next(page for name, page in edition.items() if name.startswith("impossibilities/"))
    assert "which also means" not in page
    assert REACH > 0


def test_where_the_script_was_not_built_the_pages_do_without(tmp_path, monkeypatch):
    monkeypatch.setattr("variorum.edition.press.SCRIPT", "not-built.js")
    monkeypatch.setattr("variorum.edition.press._fingerprint", lambda: "without")
    publish(small(), tmp_path)
    pages = read(tmp_path)
    assert not any("<script" in page for name, page in pages.items() if name.endswith(".html"))
    assert not any(name.endswith(".js") for name in pages)


def test_a_very_long_account_says_what_it_leaves_out(tmp_path, monkeypatch):
    monkeypatch.setattr("variorum.edition.account_page.LONGEST_PAGE", 300)
    dossier = small()
    publish(dossier, tmp_path)
    article = next(a for a in dossier.table("accounts") if a.kind == "article")
    assert (
        "more characters, which are not shown here" in read(tmp_path)[f"accounts/{article.id}.html"]
    )


def test_an_unwritable_folder_is_an_error_of_the_system(tmp_path):
    (tmp_path / "edition").write_text("a file where the folder should be")
    with pytest.raises(OSError, match="edition"):
        publish(small(), tmp_path / "edition")


def test_accounts_can_nest(tmp_path):
    dossier = small()
    rows = dossier.tables["accounts"]
    article = next(a for a in rows if a.kind == "article")
    inner = account(
        dossier.texts, "pasted.txt", "It began", "in the mud.", kind="interview", parent=article.id
    )
    dossier.tables["accounts"] = [*rows, replace(inner, title="The log")]
    publish(dossier, tmp_path)
    page = read(tmp_path)[f"accounts/{article.id}.html"]
    assert "Here stands another account" in page
    assert "The log" in page

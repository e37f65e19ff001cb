"""Sources are hostile input: the rest is still built, what was not read is listed, nothing acts."""

import io
import json
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

import variorum
from variorum.dossier import Dossier

GOOD = "The ferry Heron sank on 3 March 1931, wrote Ada Quill. Twelve people drowned.\n"

BOMB_XML = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
    + "".join(
        f'<!ENTITY {n} "{"&" + p + ";" * 1}{("&" + p + ";") * 9}">'
        for p, n in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + "]><html><body><p>&i;</p><p>Ada Quill wrote.</p></body></html>"
)

SCRIPT_PAGE = """<html><head><title><script>alert(1)</script></title>
<meta http-equiv="refresh" content="0;url=http://example.invalid/">
<base href="http://example.invalid/"></head>
<body onload="alert(2)"><p>Ada Quill wrote: <img src=x onerror=alert(3)>
the ferry sank on 3 March 1931.</p>
<script>document.title = 'pwned'</script><a href="javascript:alert(4)">here</a>
<svg onload=alert(5)></svg><iframe src="http://example.invalid/"></iframe>
&lt;script&gt;alert(6)&lt;/script&gt;</body></html>"""


def zipped(parts: dict[str, bytes]) -> bytes:
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return memory.getvalue()


def bad_files() -> dict[str, bytes]:
    bomb = b"<w:document>" + b"a" * 300_000_000
    return {
        "empty.txt": b"",
        "binary.txt": bytes(range(256)) * 400,
        "truncated.pdf": b"%PDF-1.7\n1 0 obj\n<< /Type /Cat",
        "mislabelled.pdf": GOOD.encode(),
        "mislabelled.docx": b"<html><body><p>" + GOOD.encode() + b"</p></body></html>",
        "truncated.docx": zipped({"word/document.xml": b"<w:document/>"})[:60],
        "bomb.docx": zipped({"[Content_Types].xml": b"<Types/>", "word/document.xml": bomb}),
        "path.epub": zipped({"mimetype": b"application/epub+zip", "../../../escaped.txt": b"out"}),
        "bomb.xml": BOMB_XML.encode(),
        "script.html": SCRIPT_PAGE.encode(),
        "bidi.txt": "Ada Quill wrote \u202e1931\u202c from the harbour.\n".encode(),
        "nul.txt": b"Ada Quill\x00 wrote on 3 March 1931.\n",
        "wrong.txt": b"\xff\xfe\x00\xd8 half a surrogate",
        "lines.txt": b"\n" * 1_000_000,
        "broken.warc.gz": b"\x1f\x8b\x08\x00" + b"junk" * 30,
        "headerless.mbox": b"From \n\n" * 1000,
        "deep.html": b"<div>" * 100_000 + b"Ada Quill wrote." + b"</div>" * 5,
    }


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bad")
    pile = folder / "pile"
    pile.mkdir()
    for name, content in bad_files().items():
        (pile / name).write_bytes(content)
    (pile / "good.txt").write_text(GOOD)
    (pile / "line.txt").write_bytes(b"ferry " * 17_500_000)  # 105 MB without a line's end
    began = time.monotonic()
    variorum.build(pile).close()
    assert time.monotonic() - began < 120
    return folder / "pile.dossier"


def test_the_rest_is_still_built(built: Path) -> None:
    with Dossier(built) as dossier:
        read = {source.source for source in dossier.table("sources") if source.reader}
        assert {
            "good.txt",
            "mislabelled.pdf",
            "mislabelled.docx",
            "script.html",
            "bidi.txt",
        } <= read
        assert any(account.source == "good.txt" for account in dossier.accounts)


def test_what_was_not_read_is_listed_with_its_name_and_a_sentence(built: Path) -> None:
    with Dossier(built) as dossier:
        unread = dict(dossier.unread)
        made = (built / "edition" / "made.html").read_text(encoding="utf-8")
        for name in (
            "empty.txt",
            "binary.txt",
            "truncated.pdf",
            "truncated.docx",
            "bomb.docx",
            "line.txt",
        ):
            assert Path(name).name in unread[name], unread.get(name)
            assert "\n" not in unread[name]
            assert name in made


def test_nothing_is_written_outside_and_nothing_acts(built: Path) -> None:
    assert {path.name for path in built.parent.iterdir()} == {"pile", "pile.dossier"}
    assert not list(built.rglob("escaped.txt"))
    for page in (built / "edition").rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        assert "<script>alert" not in text
        assert "onerror=alert" not in text.replace("&lt;", "<").split("<p", 1)[0]
        assert "javascript:" not in text
        assert 'href="http' not in text
        assert "<iframe" not in text


def test_an_entity_bomb_is_not_expanded(built: Path) -> None:
    with Dossier(built) as dossier:
        assert len(dossier.text("bomb.xml")) < 100_000


def test_many_tiny_files_cost_little(tmp_path: Path) -> None:
    pile = tmp_path / "pile"
    pile.mkdir()
    for number in range(2_000):
        (pile / f"{number}.txt").write_text(f"Note {number}.")
    began = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", "variorum", "build", str(pile), "--json"],
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["accounts"] == 2_000
    assert time.monotonic() - began < 60

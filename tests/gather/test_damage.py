"""Files as they arrive from old disks: bytes changed, doubled, lost. Every reader says what it sees."""

import random
from pathlib import Path

import pytest
from gathering import gathered
from test_reading_documents import LINES, a_book, a_docx, a_pdf
from test_reading_mail import a_message, an_archive
from test_reading_pages import PAGE

from variorum.gather import gather

FILES = {
    "a.docx": a_docx(),
    "a.epub": a_book(["<h1>Dawn</h1><p>It rained.</p>"]),
    "a.pdf": a_pdf([LINES]),
    "a.eml": a_message("Fire", "One.\n> two\n").as_bytes(),
    "a.mbox": b"From a Wed Mar  3 10:00:00 1999\n" + a_message("Fire", "One.\n").as_bytes(),
    "a.warc": an_archive([("200 OK", "text/html", b"<p>One.</p>")], gzip=False),
    "a.html": PAGE.encode(),
}


def damaged(data: bytes, chance: random.Random) -> bytes:
    """The data with a few of the accidents that befall files."""
    changed = bytearray(data)
    for _ in range(chance.choice([1, 3, 20])):
        at = chance.randrange(len(changed) + 1)
        kind = chance.random()
        if kind < 0.5:
            changed[at : at + 1] = bytes([chance.randrange(256)])
        elif kind < 0.7:
            del changed[at : at + chance.randrange(50)]
        elif kind < 0.9:
            changed[at:at] = changed[max(0, at - 30) : at]
        else:
            del changed[at:]
    return bytes(changed)


@pytest.mark.parametrize("name", FILES)
def test_damaged_files_are_read_or_named(tmp_path: Path, name: str) -> None:
    chance = random.Random(7)
    for _ in range(40):
        source, _ = gathered(tmp_path, name, damaged(FILES[name], chance))
        assert "not what it seems" not in source.note, source.note


def test_a_link_that_leads_nowhere_is_named(tmp_path: Path) -> None:
    link = tmp_path / "gone.txt"
    link.symlink_to(tmp_path / "nothing")
    source, transcript = gather(link, "gone.txt")
    assert transcript is None
    assert "gone.txt cannot be opened" in source.note

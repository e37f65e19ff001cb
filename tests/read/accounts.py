"""Tiny accounts of our own to read."""

from variorum.model.critique import Account
from variorum.model.passage import Passage
from variorum.model.reading import reading_text
from variorum.model.settings import Settings
from variorum.read import Testimony, read

SOURCE = "told.txt"


def account(text: str, language: str = "en", kind: str = "article", date: str = "") -> Account:
    return Account(
        "a_1", SOURCE, 0, len(text), "The Fire", "Jane Roe", "Harbour News", date, language, kind
    )


def read_one(
    text: str,
    language: str = "en",
    kind: str = "article",
    date: str = "",
    settings: Settings | None = None,
) -> Testimony:
    told = reading_text(account(text, language, kind, date), text, [])
    return next(read([told], {SOURCE: text}, settings or Settings()))


def passages(testimony: Testimony) -> list[Passage]:
    """Every passage a testimony stands on."""
    tables = ("mentions", "dates", "quantities", "voices", "statements", "relations", "sentences")
    records = [record for table in tables for record in getattr(testimony, table)]
    cues = [voice.cue for voice in testimony.voices if voice.cue]
    parts = [part.passage for row in testimony.statements for part in row.arguments]
    return [record.passage for record in records] + cues + parts

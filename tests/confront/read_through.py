"""Small accounts of our own, read, identified and confronted as a dossier is."""

from variorum.confront import Confrontation, Evidence, confront
from variorum.identify import identify
from variorum.model.critique import Account
from variorum.model.reading import reading_text
from variorum.model.settings import Settings
from variorum.model.testimony import resolved
from variorum.read import read

TABLES = ("sentences", "quantities", "dates", "statements", "voices", "mentions", "relations")


def confronted(*told: tuple[str, str, str] | tuple[str, str, str, str]) -> Confrontation:
    """The confrontation of accounts, each its kind, date and text, and its language if not English."""
    return confront(read_through(*told))


def read_through(*told: tuple[str, str, str] | tuple[str, str, str, str]) -> Evidence:
    """The evidence of such accounts."""
    accounts, texts = [], {}
    for number, (kind, date, text, *language) in enumerate(told):
        source = f"{number}.txt"
        texts[source] = text
        accounts.append(
            Account(
                f"a_{number}", source, 0, len(text), "", "", "", date, *(language or ["en"]), kind
            )
        )
    readings = [reading_text(account, texts[account.source], []) for account in accounts]
    testimonies = list(read(readings, texts, Settings()))
    found = identify((m for t in testimonies for m in t.mentions), accounts)
    meant = {identity.mention: identity.entity for identity in found.identities}
    rows = {
        table: tuple(resolved(row, meant) for t in testimonies for row in getattr(t, table))
        for table in TABLES
    }
    return Evidence(accounts=tuple(accounts), entities=found.entities, **rows)


def questions(found: Confrontation) -> dict[str, list[list[str]]]:
    """Every question with the words of its sides, in order."""
    return {
        row.question: sorted(sorted(p.quote for p in side.passages) for side in row.sides)
        for row in found.disagreements
    }

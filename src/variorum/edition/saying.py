"""Statements and kinship in words: what is stated, which value, how firmly."""

import re
from collections.abc import Mapping

from variorum.edition.wording import counted, date_words
from variorum.model.masking import Masks, masked, plain
from variorum.model.testimony import Statement

FIRST_RELATIONS = (
    "born", "age", "named", "rank", "role", "member of", "married", "died", "age when died",
    "killed", "wounded", "missing", "captured", "rescued",
)  # fmt: skip
"""What is compared first of anybody; the rest follows in the order of the alphabet."""

RELATION_WORDS = {
    "number": "how many", "aboard": "how many aboard", "hour": "at what hour", "killed": "killed",
    "wounded": "wounded", "distance": "how far", "duration": "how long", "lasted": "how long it lasted",
    "sum": "what sum", "weight": "what weight", "depth": "how deep", "share": "what share",
}  # fmt: skip

_MODALITIES = {
    "hedged": "perhaps",
    "denied": "denied",
    "planned": "planned",
    "counterfactual": "if",
}
_NUMBER = re.compile(r"(~?)(\d+(?:\.\d+)?)?(\.\.)?(\d+(?:\.\d+)?)?(?: ([^\d].*))?")


def relation_order(relation: str) -> tuple[int, str]:
    """The sort key of a table's relations."""
    first = FIRST_RELATIONS.index(relation) if relation in FIRST_RELATIONS else len(FIRST_RELATIONS)
    return first, relation


def relation_words(relation: str) -> str:
    """What is stated, as a reader is told it."""
    return RELATION_WORDS.get(relation, relation)


def value_words(row: Statement, names: Mapping[str, str], masks: Masks) -> str:
    """A statement's value: a number with its bounds, a date, a name, or the words."""
    if row.value in names:
        return names[row.value]
    if row.value_type == "date":
        return date_words(row.value)
    if row.value_type == "number":
        return _number_words(row.value, row.relation)
    return plain(masked(masks, row.value))


def firmness(row: Statement) -> str:
    """What keeps a statement from being a plain assertion; empty where nothing does."""
    parts = ["not"] if row.polarity == "negative" and row.modality != "denied" else []
    return ", ".join([*parts, *filter(None, [_MODALITIES.get(row.modality, "")])])


def _number_words(value: str, relation: str) -> str:
    match = _NUMBER.fullmatch(value)
    if match is None or not (match[2] or match[4]):
        return value
    about, low, open_, high, unit = match.groups()
    clock = relation == "hour" or unit == "clock"
    first, last = (_figure(number, clock) for number in (low, high))
    words = f"{first} to {last}" if first and last else first or last
    if open_ and not (first and last):
        words = f"{'at least' if first else 'at most'} {words}"
    if unit and not clock:
        words = f"{words} {unit if words == '1' else _plural(unit)}"
    return f"about {words}" if about else words


def _figure(number: str | None, clock: bool) -> str:
    if not number:
        return ""
    if clock and float(number) < 24:
        minutes = round(float(number) * 60)
        return f"{minutes // 60}:{minutes % 60:02d}"
    return f"{int(number):,}" if number.isdigit() and len(number) > 4 else number


def _plural(unit: str) -> str:
    irregular = {"foot": "feet", "inch": "inches", "percent": "percent", "pound sterling": "pounds"}
    return irregular.get(unit) or counted(2, unit).removeprefix("2 ")


def kin_words(relation: str, is_subject: bool) -> str:
    """How the other person stands to the one whose page it is: *father*, or, seen from the other
    side, *whose father this is*: ``father of``."""
    return relation if is_subject else f"{relation} of"

"""Entries: the days of a diary that stands in one account, each headed by its date."""

from collections.abc import Mapping, Sequence

from variorum.model.critique import Account
from variorum.model.testimony import DateMention, Sentence

DAY = len("1804-05-14")

FEWEST_ENTRIES = 2
"""Different days that must head sentences, one after the other, before an account is a diary."""

HEADED_WITHIN = 12
"""Characters before a heading's date: a weekday."""


def days_told(
    sentences: Sequence[Sentence],
    dates: Sequence[Sequence[DateMention]],
    accounts: Mapping[str, Account],
) -> list[str]:
    """The day each sentence tells of (EDTF), or "": its entry's in a diary, else its account's.

    ``sentences`` stand in the order of accounts and places, ``dates`` are those in each of them.
    """
    heads: list[str] = [
        _heading(sentence, told) for sentence, told in zip(sentences, dates, strict=True)
    ]
    days: dict[str, list[str]] = {}
    for sentence, head in zip(sentences, heads, strict=True):
        if head:
            days.setdefault(sentence.account, []).append(head)
    diaries = {name for name, told in days.items() if _is_diary(told)}
    found: list[str] = []
    entry, last = "", ""
    for sentence, head in zip(sentences, heads, strict=True):
        if sentence.account != last:
            account = accounts.get(sentence.account)
            entry = account.date if account is not None and len(account.date) == DAY else ""
            last = sentence.account
        if head and sentence.account in diaries:
            entry = head
        found.append(entry)
    return found


def _heading(sentence: Sentence, dates: Sequence[DateMention]) -> str:
    """The full date that opens a sentence and is followed by its end, a stop or a new line."""
    if not dates or len(dates[0].edtf) != DAY or not dates[0].edtf[0].isdigit():
        return ""
    place, quote = dates[0].passage, sentence.passage.quote
    begin, end = place.start - sentence.passage.start, place.end - sentence.passage.start
    before, after = quote[:begin], quote[end : end + 2]
    opens = begin <= HEADED_WITHIN and all(not c.isalpha() or before.istitle() for c in before)
    return dates[0].edtf if opens and (not after.strip() or after[:1] in ".,:;—–-\n") else ""


def _is_diary(days: Sequence[str]) -> bool:
    """Whether days that head sentences go on: none before the one above it."""
    different = list(dict.fromkeys(days))
    return len(different) >= FEWEST_ENTRIES and different == sorted(different)

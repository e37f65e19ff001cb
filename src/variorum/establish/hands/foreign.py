"""Words that are plainly not the author's, seen from the copies that do not have them."""

from variorum.establish.collate import slips
from variorum.establish.collate.collation import Collation
from variorum.establish.collate.variants import Difference
from variorum.establish.hands.lexicon import FUNCTION as ORDINARY

FEW = 2
"""Words that are an insertion before a name when nothing else in the copies has them."""

_BRACKETS = {"(": ")", "[": "]", "{": "}", "<": ">", "（": "）", "［": "］"}


def foreign_words(collation: Collation, name: str, difference: Difference) -> str:
    """Why words that the witness ``name`` has more than others are plainly another's; empty where they
    may be a copyist's own phrasing. The words are the ``b`` of ``difference``."""
    if difference.kind != "addition":
        return ""
    number = collation.number(name)
    witness, own = collation.witnesses[number], collation.tokens[number]
    start, end = difference.b
    text = witness.text
    if _BRACKETS.get(text[start]) == text[end - 1]:
        return "in brackets, and in no other copy"
    first = int(own.starts.searchsorted(start, "left"))
    last = int(own.starts.searchsorted(end, "left"))
    words = own.forms[first:last]
    if len(words) > FEW or last >= len(own) or not all(word.isalpha() for word in words):
        return ""
    following = text[own.starts[last] : own.ends[last]]
    if not (following[0].isupper() and _capitalised_elsewhere(collation, own.forms[last])):
        return ""
    others = {
        form
        for index, other in enumerate(collation.tokens)
        if collation.rows[index] != collation.rows[number]
        for form in other.forms
    }
    usual = any(
        word in others or word in ORDINARY or slips.is_known(word, witness.language)
        for word in words
    )
    return "" if usual else "a word set before a name, in no other copy"


def _capitalised_elsewhere(collation: Collation, form: str) -> bool:
    """Whether every place of a word in the copies has a capital: a name's has."""
    return all(
        witness.text[own.starts[k]].isupper()
        for witness, own in zip(collation.witnesses, collation.tokens, strict=True)
        for k, other in enumerate(own.forms)
        if other == form
    )

"""Amounts without a number: "for a month" is about one, "for years" at least two, "a mile or two"."""

from dataclasses import replace

from variorum.read.parse import Parse
from variorum.read.quantities.units import UNITS
from variorum.read.spans import QuantitySpan
from variorum.read.words import listed

VAGUE = 2.0
"""What a bare plural ("for years") is at least."""

_TIMES = listed("year month week day hour minute decade century fortnight")
_SINGLE = listed("a an")
_FULL = listed("full whole good entire solid single mere")
_SEVERAL = listed("several many numerous some few")
_OPENERS = listed("for within in over during than of under about almost nearly over")
_LASTING = listed("take last spend wait serve require give need work live remain stay")
_SHIFTS = listed("ago earlier later before after hence from old back since")
"""After these a length is part of a date or of an age."""
_OR = {"two": (1.0, 2.0, "between"), "so": (1.0, 1.0, "about"), "more": (1.0, None, "at_least")}
""" "A day or two", "an hour or so", "a week or more"."""
_WAYS = listed("mile league verst kilometre kilometer")
_COMPARED = {"more": "at_least", "less": "at_most"}
""" "More than a mile"."""
_HOW = {
    "about": "about", "near": "about", "nearly": "about", "almost": "about", "above": "at_least",
    "over": "at_least", "barely": "about", "under": "at_most", "within": "at_most",
}  # fmt: skip
_RU_TWO = listed("два две двух другой другая другую другого")


def find_lengths(number: int, parse: Parse) -> list[QuantitySpan]:
    """The lengths of time of an English paragraph that no number tells, in order."""
    if parse.language == "ru":
        return [q for t in range(1, len(parse.words)) for q in _pair(number, parse, t)]
    found = []
    for token, lemma in enumerate(parse.lemmas):
        loose = (
            token and lemma in UNITS and (_or(number, parse, token) or _way(number, parse, token))
        )
        if loose:
            found.append(loose)
        if loose or lemma not in _TIMES or not token:
            continue
        after = parse.words[token + 1].lower() if token + 1 < len(parse.words) else ""
        if after in _SHIFTS or after in ("-", "'s", "’s"):
            continue
        span = _single(number, parse, token) or _several(number, parse, token)
        if span:
            found.append(span)
    return found


def _or(number: int, parse: Parse, token: int) -> QuantitySpan | None:
    """ "a mile or two", "an hour or so", "a week or more"; a date's where "later" follows."""
    words = [word.lower() for word in parse.words[token - 1 : token + 4]]
    if len(words) < 4 or words[0] not in _SINGLE or words[2] != "or" or words[3] not in _OR:
        return None
    if words[4:5] and words[4] in _SHIFTS - {"before"} and parse.lemmas[token] in _TIMES:
        return None
    low, high, how = _OR[words[3]]
    span = _span(number, parse, token - 1, token, low, high, how)
    return replace(span, end=parse.ends[token + 2], stop=token + 3)


def _way(number: int, parse: Parse, token: int) -> QuantitySpan | None:
    """ "above a mile long", "about a league off"."""
    if parse.lemmas[token] not in _WAYS or token < 2:
        return None
    words = [word.lower() for word in parse.words[max(0, token - 3) : token]]
    how, first = _HOW.get(words[-2], ""), token - 2
    if words[0] in _COMPARED and words[-2] == "than":
        how, first = _COMPARED[words[0]], token - 3
        if first and parse.words[first - 1].lower() in ("no", "not"):
            how, first = "at_most" if how == "at_least" else "at_least", first - 1
    if words[-1] not in _SINGLE or not how:
        return None
    high = None if how == "at_least" else 1.0
    low = 0.0 if how == "at_most" else 1.0
    return _span(number, parse, first, token, low, high, how)


def _pair(number: int, parse: Parse, token: int) -> list[QuantitySpan]:
    """ "день-два", "версту-другую", "час или два": one or two."""
    words = parse.words
    if words[token].lower() not in _RU_TWO or token < 2:
        return []
    unit = UNITS.get(parse.lemmas[token - 2], "")
    if not unit or words[token - 1] not in ("-", "‑", "или") or token + 1 >= len(words):
        return []
    if parse.lemmas[token + 1] in UNITS or words[token - 2][:1].isupper():
        return []
    span = _span(number, parse, token - 2, token - 2, 1.0, 2.0, "between")
    return [replace(span, end=parse.ends[token], stop=token + 1, unit=unit)]


def _single(number: int, parse: Parse, token: int) -> QuantitySpan | None:
    """ "for a (whole) month"."""
    first = token - 1
    if first > 0 and parse.words[first].lower() in _FULL:
        first -= 1
    if first < 1 or parse.tags[token] != "NN" or parse.words[first].lower() not in _SINGLE:
        return None
    if not _opened(parse, first):
        return None
    return _span(number, parse, first, token, 1.0, 1.0, "about")


def _several(number: int, parse: Parse, token: int) -> QuantitySpan | None:
    """ "several years", "for months"."""
    if parse.tags[token] != "NNS":
        return None
    before = parse.words[token - 1].lower()
    if before in _SEVERAL:
        first = token - 1
        if before == "few" and first and parse.words[first - 1].lower() in _SINGLE:
            first -= 1
        return _span(number, parse, first, token, VAGUE, None, "at_least")
    if before in ("for", "over", "of") and _opened(parse, token):
        return _span(number, parse, token, token, VAGUE, None, "at_least")
    return None


def _opened(parse: Parse, first: int) -> bool:
    """Whether what begins here lasts: after "for" and the like, or a verb of lasting."""
    before = parse.words[first - 1].lower()
    return before in _OPENERS or parse.lemmas[first - 1] in _LASTING


def _span(
    number: int, parse: Parse, first: int, token: int, low: float, high: float | None, how: str
) -> QuantitySpan:
    unit = UNITS.get(parse.lemmas[token], parse.lemmas[token])
    return QuantitySpan(
        number, parse.starts[first], parse.ends[token], first, token + 1, low, high, unit, "", how,
        token,
    )  # fmt: skip

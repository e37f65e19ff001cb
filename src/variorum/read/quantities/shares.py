"""Parts and nothing: "half of the 96 men", "a third of the crew", "half an hour", "no one", "both"."""

from dataclasses import replace

from variorum.read.parse import Parse
from variorum.read.quantities.numbers import Number, find_numbers
from variorum.read.quantities.units import UNITS
from variorum.read.russian import counted_form
from variorum.read.spans import QuantitySpan
from variorum.read.words import listed

SHARE = "share"
"""The unit of a part of something whose number is not told: "a third of the crew" is 0.3333 share."""

_PARTS = {
    "half": 1 / 2, "third": 1 / 3, "quarter": 1 / 4, "fifth": 1 / 5, "sixth": 1 / 6, "tenth": 1 / 10,
    "половина": 1 / 2, "треть": 1 / 3, "четверть": 1 / 4,
}  # fmt: skip
_OFTEN = {"twice": 2.0, "thrice": 3.0, "дважды": 2.0, "трижды": 3.0}
_COMPARING = listed("as the that over a daily weekly its his her their больше в как")
_TIMES = {"two": 2, "three": 3, "four": 4, "две": 2, "три": 3}
_OPENERS = listed("a one")
_BODIES = listed(
    "crew army population company garrison cargo city village town family house ship boat regiment "
    "staff force troop congregation harbour harbor audience crowd press экипаж команда население "
    "гарнизон отряд полк деревня город село груз рота семья"
)
"""Singular nouns whose share can be compared; half of a pity cannot."""
_PAIRS = listed(
    "hand arm leg eye foot fist ear side cheek knee knees shoulder lip рука нога глаз сторона"
)
"""What everybody has two of, so that "both" counts nothing."""
_SMALL = {"полчаса": ("hour", 0.5), "полгода": ("year", 0.5), "полдня": ("day", 0.5)} | {
    "полвека": ("year", 50.0), "полкилометра": ("kilometre", 0.5), "полверсты": ("verst", 0.5),
}  # fmt: skip
_HARM = listed(
    "kill wound injure hurt harm die drown survive escape perish save rescue пострадать погибнуть "
    "выжить ранить спастись уцелеть умереть утонуть"
)
_TOLLS = listed(
    "casualty death fatality survivor injury victim loss жертва погибший пострадавший раненый выживший"
)
_OUT_OF = listed("out of in из")
_BOTH = frozenset(("both", "оба"))
NOUNS = frozenset(("NN", "NNS", "NNP", "NNPS", "NOUN"))


def find_shares(number: int, parse: Parse) -> list[QuantitySpan]:
    """The parts, the "both" and the "no one" of a paragraph, in order, none overlapping."""
    found: list[QuantitySpan] = []
    numbers: list[Number] | None = None
    begun: dict[int, Number] = {}
    ended: dict[int, Number] = {}
    token, count = 0, len(parse.words)
    while token < count:
        lemma, low = parse.lemmas[token], parse.words[token].lower()
        span = None
        if lemma in _PARTS or low in _SMALL:
            if numbers is None:
                numbers = find_numbers(parse)
            span = _part(number, parse, token, numbers)
        elif low in _OFTEN:
            span = _often(number, parse, token)
        elif low in _OUT_OF or low in ("all", "все"):
            if numbers is None:
                numbers = find_numbers(parse)
            if not begun:
                begun, ended = {n.first: n for n in numbers}, {n.end: n for n in numbers}
            if low in _OUT_OF:
                span = _out_of(number, parse, token, begun, ended)
            else:
                span = _all_but(number, parse, token, begun)
        elif lemma in _BOTH or low in ("обе", "обеих", "обоих"):
            span = _both(number, parse, token)
        elif low in ("no", "nobody", "none", "никто", "нет", "не"):
            span = _nobody(number, parse, token)
        if span and (not found or span.first >= found[-1].stop):
            found.append(span)
            token = max(token, span.stop - 1)
        token += 1
    return found


def _span(
    number: int, parse: Parse, first: int, stop: int, value: float, unit: str, noun: int
) -> QuantitySpan:
    counted = parse.lemmas[noun] if noun >= 0 and unit in ("", SHARE) else ""
    return QuantitySpan(
        number, parse.starts[first], parse.ends[stop - 1], first, stop, value, value, unit, counted,
        "exact", noun,
    )  # fmt: skip


def _often(number: int, parse: Parse, token: int) -> QuantitySpan | None:
    """ "The cock crowed twice": how many times; none of "twice as many", "twice a day"."""
    after = parse.words[token + 1].lower() if token + 1 < len(parse.words) else ""
    if after in _COMPARING:
        return None
    span = _span(number, parse, token, token + 1, _OFTEN[parse.words[token].lower()], "", -1)
    return replace(span, counted="time")


def _part(number: int, parse: Parse, token: int, numbers: list[Number]) -> QuantitySpan | None:
    words, count = parse.words, len(parse.words)
    low = words[token].lower()
    if low in _SMALL:
        unit, value = _SMALL[low]
        return _span(number, parse, token, token + 1, value, unit, -1)
    value = _PARTS[parse.lemmas[token]]
    following = [word.lower() for word in words[token + 1 : token + 3]]
    if low == "half" and following[:1] in (["a"], ["an"]) and token + 2 < count:
        unit = UNITS.get(parse.lemmas[token + 2], "")
        return _span(number, parse, token, token + 3, value, unit, -1) if unit else None
    if low == "half" and following[:1] == ["-"] and token + 2 < count:
        unit = UNITS.get(parse.lemmas[token + 2], "")
        return _span(number, parse, token, token + 3, value, unit, -1) if unit else None
    if (
        low == "half"
        and token >= 3
        and [w.lower() for w in words[token - 2 : token]] == ["and", "a"]
    ):
        unit = UNITS.get(parse.lemmas[token - 3], "")
        if unit and token >= 4 and words[token - 4].lower() in ("a", "an", "one"):
            return _span(number, parse, token - 4, token + 1, 1.5, unit, -1)
        return None
    of_unit = _of_unit(number, parse, token, value)
    if of_unit:
        return of_unit
    first = token
    before = words[token - 1].lower() if token else ""
    if before == "-" and token > 1:
        before, first = words[token - 2].lower(), token - 1
    if before in _TIMES and words[token].lower() != "half":
        value, first = value * _TIMES[before], first - 1
    elif before in _OPENERS or (before == "the" and low == "half"):
        first -= 1
    elif parse.language != "ru" and words[token].lower() != "half":
        return None
    at = token + 1
    if parse.language != "ru":
        if following[:1] != ["of"] and not (low == "half" and following[:1] == ["the"]):
            return None
        at += following[:1] == ["of"]
    elif following[:1] == ["из"]:
        at += 1
    while at < count and parse.tags[at] in ("DT", "PRP$", "PRON"):
        at += 1
    if at >= count:
        return None
    whole = next((n for n in numbers if n.first <= at < n.end), None)
    if whole is not None and whole.low == whole.high:
        noun = whole.end if whole.end < count and parse.tags[whole.end] in NOUNS else -1
        if noun >= 0 and UNITS.get(parse.lemmas[noun]):
            return None
        part = round(value * whole.low, 4)
        return _span(number, parse, first, max(noun + 1, whole.end), part, "", noun)
    if parse.tags[at] in ("NN", "NNS", "NOUN") and words[at][0].isalpha():
        if at + 1 < count and parse.tags[at] == "NN" and parse.tags[at + 1] in NOUNS:
            at += 1
        unit = UNITS.get(parse.lemmas[at], "")
        if unit or not (parse.tags[at] == "NNS" or parse.lemmas[at] in _BODIES):
            return None
        return _span(number, parse, first, at + 1, round(value, 4), SHARE, at)
    return None


def _of_unit(number: int, parse: Parse, token: int, value: float) -> QuantitySpan | None:
    """ "A quarter of an hour", "three quarters of a mile", "четверть часа"."""
    following = [word.lower() for word in parse.words[token + 1 : token + 3]]
    if parse.language == "ru":
        at = token + 1
    elif following in (["of", "a"], ["of", "an"]):
        at = token + 3
    else:
        return None
    unit = UNITS.get(parse.lemmas[at], "") if at < len(parse.words) else ""
    if not unit or unit == "percent":
        return None
    before = parse.words[token - 1].lower() if token else ""
    if before == "с":
        return None  # "три с половиной версты"
    times = _TIMES.get(before, 1)
    first = token - 1 if before in _TIMES or before in _OPENERS else token
    return _span(number, parse, first, at + 1, value * times, unit, -1)


def _out_of(
    number: int, parse: Parse, token: int, begun: dict[int, Number], ended: dict[int, Number]
) -> QuantitySpan | None:
    """ "Nine out of ten houses", "one in five": a share; "nine of the ten houses", "9 из 14 человек":
    nine of them, for those ten stand there."""
    some = ended.get(token)
    if some is None or some.low != some.high:
        return None
    words = [word.lower() for word in parse.words[token : token + 4]]
    at = token + (2 if words[:2] == ["out", "of"] else 1)
    if words[0] == "out" and at == token + 1:
        return None
    certain = at < len(parse.words) and parse.tags[at] in ("DT", "PRP$")
    every = parse.words[at : at + 1] in (["every"], ["каждых"])
    at += certain or every
    whole = begun.get(at)
    if whole is None or whole.low != whole.high or whole.low <= some.low:
        return None
    noun = whole.end if whole.end < len(parse.words) and parse.tags[whole.end] in NOUNS else -1
    if noun >= 0 and UNITS.get(parse.lemmas[noun]):
        return None
    if words[0] == "in" and (certain or not _odds(some, whole)):
        return None
    russian = words[0] == "из"
    share = not certain and (not russian or every or whole.low in (10, 100))
    if words[0] == "of" and not certain:
        return None
    if share or every:
        value = round(some.low / whole.low, 4)
        return _span(number, parse, some.first, max(noun + 1, whole.end), value, SHARE, noun)
    return _span(number, parse, some.first, some.end, some.low, "", noun)


def _odds(some: Number, whole: Number) -> bool:
    """Whether "one in five" are odds: small round numbers."""
    return some.low <= 10 and whole.low in (2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 100, 1000)


def _all_but(
    number: int, parse: Parse, token: int, begun: dict[int, Number]
) -> QuantitySpan | None:
    """ "All but two of the 14 men", "все, кроме двух из 14 человек": twelve."""
    words = [word.lower() for word in parse.words[token : token + 3]]
    at = token + (2 if words[1:2] == ["but"] else 3 if words[1:] == [",", "кроме"] else 0)
    few = begun.get(at) if at > token else None
    if few is None or few.low != few.high or few.end >= len(parse.words):
        return None
    at = few.end + 1
    if parse.words[few.end].lower() not in ("of", "из"):
        return None
    while at < len(parse.words) and parse.tags[at] in ("DT", "PRP$"):
        at += 1
    whole = begun.get(at)
    if whole is None or whole.low != whole.high or whole.low <= few.low:
        return None
    noun = whole.end if whole.end < len(parse.words) and parse.tags[whole.end] in NOUNS else -1
    return _span(number, parse, token, few.end, whole.low - few.low, "", noun)


def _both(number: int, parse: Parse, token: int) -> QuantitySpan | None:
    """ "both brothers": two, where a plural noun follows and no "and"."""
    at = token + 1
    while at < len(parse.words) and parse.tags[at] in ("DT", "PRP$", "JJ", "ADJ", "IN"):
        if parse.words[at].lower() not in ("of",) and parse.tags[at] == "IN":
            return None
        at += 1
    if at >= len(parse.words) or parse.tags[at] not in ("NNS", "NOUN"):
        return None
    if parse.words[at + 1 : at + 2] == ["and"] or not parse.words[at][0].isalpha():
        return None
    if parse.lemmas[at] in _PAIRS:
        return None
    return _span(number, parse, token, at + 1, 2.0, "", at)


def _nobody(number: int, parse: Parse, token: int) -> QuantitySpan | None:
    """ "No one was hurt", "none of the crew survived", "no casualties": none at all."""
    words, low = parse.words, parse.words[token].lower()
    following = [word.lower() for word in words[token + 1 : token + 5]]
    if low == "no" and following[:1] == ["one"]:
        return _none_harmed(number, parse, token, token + 2)
    if low in ("nobody", "никто"):
        return _none_harmed(number, parse, token, token + 1)
    if low == "none" and following[:1] == ["of"]:
        at = token + 2
        while at < len(words) and parse.tags[at] in ("DT", "PRP$", "CD", "JJ"):
            at += 1
        if at < len(words) and parse.tags[at] in ("NNS", "NN", "PRP"):
            noun = at if parse.tags[at] != "PRP" else -1
            return _none_harmed(number, parse, token, at + 1, noun)
        return None
    if low == "no" and token + 1 < len(words) and parse.lemmas[token + 1] in _TOLLS:
        return _span(number, parse, token, token + 2, 0.0, "", token + 1)
    many = parse.tags[token + 1 : token + 2] == ["NNS"]
    if low == "no" and many and "there" in [w.lower() for w in words[max(0, token - 3) : token]]:
        return _span(number, parse, token, token + 2, 0.0, "", token + 1)
    if low in ("нет", "не"):
        last = token + 1 + (following[:1] == ["было"])
        told = low == "нет" or last > token + 1
        if told and last < len(words) and parse.lemmas[last] in _TOLLS:
            return _span(number, parse, token, last + 1, 0.0, "", last)
        if told and token and (counted := counted_form(words[token - 1])):
            none = _span(number, parse, token - 1, last, 0.0, "", token - 1)
            return replace(none, counted=counted)
    return None


def _none_harmed(
    number: int, parse: Parse, first: int, stop: int, noun: int = -1
) -> QuantitySpan | None:
    near = parse.lemmas[stop : stop + 5]
    return _span(number, parse, first, stop, 0.0, "", noun) if _HARM.intersection(near) else None

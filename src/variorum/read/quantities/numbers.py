"""Numbers in digits and words, English and Russian, to values with how exactly they are meant."""

import re
from dataclasses import dataclass, replace

from variorum.read.parse import Parse
from variorum.read.quantities.number_words import (
    ARTICLED,
    COUNTED_BEFORE,
    COUPLES,
    DECIMAL,
    FRACTION,
    FRACTIONS,
    GLUED_SCALE,
    GROUPED,
    KNOWN,
    LARGEST_PART,
    MAX_DIGITS,
    MEASURED,
    MIXED,
    ONE_AND_A_HALF,
    PARTS,
    SCALE_FIRST,
    SCALES,
    UNCOUNTED,
    VALUES,
    WRITTEN_FRACTION,
)
from variorum.read.words import listed

_ABOUT = listed(
    "about around approximately roughly some nearly almost circa near perhaps maybe estimated barely "
    "scarcely hardly едва около примерно приблизительно почти порядка ~"
)
_AT_LEAST = frozenset(("over", "above", "exceeding", "свыше", "более", "больше"))
_AT_MOST = frozenset(("under", "менее", "меньше"))
_SEVERAL = frozenset(("several", "few", "many", "несколько"))
_COMPARED = {"more": "at_least", "fewer": "at_most", "less": "at_most"}
_LEAST_MOST = {"least": "at_least", "most": "at_most"}


@dataclass(frozen=True, slots=True)
class Number:
    """A number on tokens ``[first, end)``, qualifiers included; ``low``/``high`` as in Quantity."""

    first: int
    end: int
    low: float
    high: float | None
    exactness: str


def find_numbers(parse: Parse) -> list[Number]:
    """The cardinal numbers of a paragraph in order; ordinals and codes are none."""
    found: list[Number] = []
    token, count = 0, len(parse.words)
    while token < count:
        end, value = _number_at(parse, token)
        if end == token:
            token += 1
            continue
        number = _ranged(parse, token, end, value)
        if _coupled(parse, token):
            number = replace(number, exactness="about")
        if parse.words[token].lower() in UNCOUNTED and number.end == token + 1:
            while parse.words[end : end + 1] == ["of"] and _uncounted(parse, end + 1):
                value, end = value * SCALES.get(parse.lemmas[end + 1], 1.0), end + 2
            if parse.words[token].lower() == "tens" and end == token + 1:
                token += 1
                continue
            number = Number(token, end, value, None, "at_least")
        number = _odd(parse, number)
        floor = found[-1].end if found else 0
        number = _exceeded(parse, _inverted(parse, _qualified(parse, number, floor), floor))
        found.append(number)
        token = number.end
    return found


def _inverted(parse: Parse, number: Number, floor: int) -> Number:
    """ "человек триста", "лет пять": the noun before a Russian number makes it an estimate."""
    before = number.first - 1
    if (
        parse.language != "ru"
        or number.exactness != "exact"
        or before < floor
        or parse.lemmas[before] not in COUNTED_BEFORE
        or not parse.words[number.first][0].isalpha()
        or _is_noun(parse, number.end)
        or (before > 0 and _number_at(parse, before - 1)[0] > before - 1)
    ):
        return number
    return Number(before, number.end, number.low, number.high, "about")


def _is_noun(parse: Parse, token: int) -> bool:
    return token < len(parse.tags) and parse.tags[token] == "NOUN"


def _odd(parse: Parse, number: Number) -> Number:
    """ "Twenty-odd men", "300 odd houses": a few more or less."""
    end = number.end
    after = [word.lower() for word in parse.words[end : end + 3]]
    if number.low != number.high or number.low < 10:
        return number
    if after[:2] == ["-", "odd"]:
        return replace(number, end=end + 2, exactness="about")
    counted = after[:1] == ["odd"] and parse.tags[end + 1 : end + 2] == ["NNS"]
    return replace(number, end=end + 1, exactness="about") if counted else number


def _exceeded(parse: Parse, number: Number) -> Number:
    """ "Forty or more", "человек сорок с лишним", "сорок с лишним человек": at least so many."""
    after = [word.lower() for word in parse.words[number.end : number.end + 2]]
    if after not in (["с", "лишним"], ["or", "more"], ["и", "более"]) or number.low != number.high:
        return number
    return replace(number, end=number.end + 2, high=None, exactness="at_least")


def _coupled(parse: Parse, token: int) -> bool:
    """Whether a number is meant loosely by its own word: "a couple", "пара", "десяток", "тысяч пять"."""
    if parse.words[token].lower() in SCALE_FIRST:
        return True
    couple = parse.lemmas[token + (parse.words[token].lower() == "a") :][:1]
    return not COUPLES.isdisjoint(couple)


def _uncounted(parse: Parse, token: int) -> bool:
    return token < len(parse.words) and parse.words[token].lower() in UNCOUNTED


def _number_at(parse: Parse, token: int) -> tuple[int, float]:
    """The number that begins at a token: the token after it, and its value."""
    word, lemma = parse.words[token], parse.lemmas[token]
    if word[0].isdigit():
        value = digits_value(word)
        mixed = MIXED.fullmatch(word)
        if mixed and int(mixed[2]) < int(mixed[3]):
            following = "".join(parse.words[token + 1 : token + 2]).lower()
            if following in MEASURED:
                return token + 1, int(mixed[1]) + int(mixed[2]) / int(mixed[3])
        if value is None:
            return token, 0.0
        end, whole = _scaled(parse, token + 1, value)
        end, part = _and_part(parse, end) if whole == int(whole) else (end, 0.0)
        return end, whole + part
    if word[0] in FRACTIONS:
        return token + 1, FRACTIONS[word[0]]
    low = word.lower()
    if low in ("a", "an") and token + 1 < len(parse.words):
        following = parse.words[token + 1].lower()
        if following in ARTICLED:
            return _spelled(parse, token + 1, 1.0)
        if following == "single" and _is_single(parse, token):
            return token + 2, 1.0
        if following == "couple" and parse.words[token + 2 : token + 3] == ["of"]:
            scale = SCALES.get("".join(parse.words[token + 3 : token + 4]).lower())
            return (token + 4, 2.0 * scale) if scale else (token + 3, 2.0)
        if following == "half" and parse.words[token + 2 : token + 3] == ["dozen"]:
            return token + 3, 6.0
        return token, 0.0
    if low == "half":
        dozen = [word.lower() for word in parse.words[token + 1 : token + 3]]
        if dozen[:1] == ["dozen"] or dozen == ["a", "dozen"]:
            return token + 1 + len(dozen[: 1 + (dozen[0] == "a")]), 6.0
        scale = SCALES.get(dozen[1]) if dozen[:1] == ["a"] and len(dozen) > 1 else None
        return (token + 3, 0.5 * scale) if scale else (token, 0.0)
    if low in ONE_AND_A_HALF:
        scale = SCALES.get(parse.lemmas[token + 1]) if token + 1 < len(parse.words) else None
        return (token + 2, 1.5 * scale) if scale else (token + 1, 1.5)
    if lemma == "пара" and parse.language == "ru":
        return (token + 1, 2.0) if _is_noun(parse, token + 1) else (token, 0.0)
    if low in SCALE_FIRST and token + 1 < len(parse.words):
        few = VALUES.get(parse.words[token + 1].lower(), 0.0)
        if lemma in SCALES and 1 < few < 20:
            return token + 2, few * SCALES[lemma]  # "тысяч пять"
    if old := _units_first(parse, token):
        return old
    if low in KNOWN or lemma in KNOWN:
        if low in ("десятки", "сотни", "tens"):
            return token + 1, 100.0 if low == "сотни" else 10.0
        if low == "one" and (parse.tags[token] != "CD" or _anybody(parse, token)):
            return token, 0.0
        if low in ("m", "bn", "score", "second", "тыс", "млн", "млрд"):
            return token, 0.0
        return _spelled(parse, token, None)
    return token, 0.0


def _is_single(parse: Parse, token: int) -> bool:
    """ "A single lamp", which is one; "not a single man" and "a single-minded man" count nothing."""
    before = parse.words[token - 1].lower() if token else ""
    return before not in _DENYING and parse.tags[token + 2 : token + 3] == ["NN"]


def _anybody(parse: Parse, token: int) -> bool:
    """ "As one expects in autumn", "what one can see": anybody, and no number."""
    before = parse.words[token - 1].lower() if token else ""
    acting = parse.tags[token + 1 : token + 2] in (["VBZ"], ["MD"])
    return acting and before in _LEADING


_LEADING = listed("as what when where how that than if which why because whatever")
_DENYING = frozenset(("not", "n't", "n’t", "nor", "never", "without", "hardly", "every"))


def _units_first(parse: Parse, token: int) -> tuple[int, float] | None:
    """ "Two-and-twenty", "five and thirty", as people once counted: the token after, and its value."""
    unit = VALUES.get(parse.words[token].lower(), 0.0)
    if not 1 <= unit <= 9 or parse.language == "ru":
        return None
    at = token + 1
    at += parse.words[at : at + 1] == ["-"]
    if [word.lower() for word in parse.words[at : at + 1]] != ["and"]:
        return None
    at += 1 + (parse.words[at + 1 : at + 2] == ["-"])
    tens = VALUES.get(parse.words[at].lower(), 0.0) if at < len(parse.words) else 0.0
    return (at + 1, unit + tens) if 20 <= tens <= 90 and tens % 10 == 0 else None


def digits_value(word: str) -> float | None:
    """The value of a number in digits, or None for what is no plain number ("12a", "1.2.3")."""
    if sum(map(str.isdigit, word)) > MAX_DIGITS:
        return None
    fraction = FRACTION.match(word)
    if fraction:
        return float(fraction[1] or 0) + FRACTIONS[fraction[2]]
    written = WRITTEN_FRACTION.fullmatch(word)
    if written and 0 < int(written[1]) < int(written[2]) <= LARGEST_PART:
        return int(written[1]) / int(written[2])
    if not word.replace("\u00a0", "").replace("\u202f", "").replace("’", "").isascii():
        return None
    if GROUPED.match(word):
        return float(re.sub("[, ’']", "", word))
    if DECIMAL.match(word):
        return float(word.replace(",", "."))
    glued = GLUED_SCALE.match(word)
    if glued:
        scale = {"k": 1e3, "m": 1e6, "bn": 1e9, "million": 1e6, "billion": 1e9}
        return float(glued[1]) * scale[glued[2].lower()]
    return None


def _scaled(parse: Parse, token: int, value: float) -> tuple[int, float]:
    """Digits followed by groups of three after a space ("12 000") or a scale word ("3 million")."""
    words = parse.words
    while (
        token < len(words)
        and re.fullmatch(r"\d{3}", words[token])
        and parse.starts[token] - parse.ends[token - 1] == 1
        and 0 < value < 1e6
        and (len(words[token - 1]) <= 3)
        and (
            parse.language != "en"
            or parse.tags[token + 1 : token + 2] == ["NNS"]
            or re.fullmatch(r"\d{3}", "".join(words[token + 1 : token + 2]))
        )
    ):
        value = value * 1000 + float(words[token])
        token += 1
    if token < len(words):
        written = WRITTEN_FRACTION.match(words[token]) or FRACTION.match(words[token])
        if written and value == int(value):
            part = digits_value(words[token]) if written.re is FRACTION else None
            return token + 1, value + (part or int(written[1]) / int(written[2]))
        scale = SCALES.get(words[token].lower()) or SCALES.get(parse.lemmas[token])
        metres = words[token] == "m" and (token < 2 or words[token - 2] not in ("$", "£", "€"))
        if scale and scale > 1 and not metres:
            end = token + 1
            if words[token].lower() in ("тыс", "млн", "млрд") and words[end : end + 1] == ["."]:
                end += 1
            return end, value * scale
    return token, value


def _spelled(parse: Parse, token: int, one: float | None) -> tuple[int, float]:
    """Number words: "one hundred and forty-two", "двести сорок два"."""
    total, current = 0.0, one or 0.0
    begun, last = token, token
    seen = one is not None
    while token < len(parse.words):
        low, lemma = parse.words[token].lower(), parse.lemmas[token]
        value = VALUES.get(low, VALUES.get(lemma))
        scale = SCALES.get(low, SCALES.get(lemma))
        if value is not None:
            if seen and current % 100 and value >= 10 and current % 100 < 100:
                break  # "twenty thirty": two numbers
            if seen and current % 10 and value < 10:
                break
            current, seen, last = current + value, True, token + 1
        elif scale:
            if scale >= 1e3:
                total, current = total + (current or 1.0) * scale, 0.0
            else:
                current = (current or 1.0) * scale
            seen, last = True, token + 1
        elif not (seen and low in ("-", "and") and last == token):
            break
        token += 1
        if token - begun > 16:
            break
    end, part = _and_part(parse, last)
    return end, total + current + part


def _and_part(parse: Parse, token: int) -> tuple[int, float]:
    """The part after a whole number ("and a half", "and 1/8", "and three quarters", "с половиной"): the
    token after it and its value, 0 where there is none."""
    words = [word.lower() for word in parse.words[token : token + 3]]
    if words[:2] == ["с", "половиной"]:
        return token + 2, 0.5
    joined = words[:1] in (["and"], ["&"])
    for ahead in (0, 1, 2) if joined else (0,):  # "two 1/2", "one and 1/4", "one and a 1/4"
        if ahead == 2 and words[1] not in ("a", "an"):
            break
        written = WRITTEN_FRACTION.fullmatch(words[ahead]) if ahead < len(words) else None
        if written and int(written[1]) < int(written[2]):
            return token + ahead + 1, int(written[1]) / int(written[2])
    if not joined or len(words) < 2:
        return token, 0.0
    if len(words) < 3 or words[2] not in PARTS:
        return token, 0.0
    many = 1.0 if words[1] in ("a", "an", "one") else VALUES.get(words[1], 0.0)
    part = many * PARTS[words[2]]
    return (token + 3, part) if 0 < part < 1 else (token, 0.0)


def _ranged(parse: Parse, first: int, end: int, value: float) -> Number:
    """ "two or three", "10–15", "between 40 and 50", "from 5 to 7" as one interval."""
    words = parse.words
    joiner = words[end].lower() if end < len(words) else ""
    before = words[first - 1].lower() if first else ""
    if joiner in ("or", "to", "-", "–", "—", "или", "до") or (
        joiner in ("and", "и") and before in ("between", "между")
    ):
        after, second = _number_at(parse, end + 1) if end + 1 < len(words) else (end, 0.0)
        if after > end + 1 and second > value:
            tight = joiner in ("or", "или", "-", "–", "—") or before in (
                "between",
                "from",
                "между",
                "от",
            )
            if tight or joiner in ("to", "до"):
                start = first - 1 if before in ("between", "from", "между", "от") else first
                scale = SCALES.get(parse.lemmas[after - 1], 0.0)
                if scale and value < second / scale:
                    value *= scale  # "two or three hundred", "two to three million"
                return Number(start, after, value, second, "between")
    return Number(first, end, value, value, "exact")


def _qualified(parse: Parse, number: Number, floor: int) -> Number:
    """Take "about", "more than", "at least" before a number into it."""
    first, low, high, exactness = number.first, number.low, number.high, number.exactness
    before = [word.lower() for word in parse.words[max(floor, first - 3) : first]]
    if not before:
        return number
    last, pair = before[-1], before[-2:]
    if pair[0] in _COMPARED and last == "than":
        first, exactness = first - 2, _COMPARED[pair[0]]
        if len(before) > 2 and before[0] in ("no", "not"):
            first = first - 1
            exactness = "at_most" if exactness == "at_least" else "at_least"
    elif pair[0] in ("at", "по") and last in _LEAST_MOST:
        first, exactness = first - 2, _LEAST_MOST[last]
    elif pair == ["up", "to"]:
        first, exactness = first - 2, "at_most"
    elif pair == ["не", "менее"] or pair == ["по", "меньшей"]:
        first, exactness = first - 2, "at_least"
    elif pair == ["не", "более"]:
        first, exactness = first - 2, "at_most"
    elif (last in _SEVERAL and parse.lemmas[number.first] in SCALES) or last in _AT_LEAST:
        first, exactness = first - 1, "at_least"
    elif last in _AT_MOST:
        first, exactness = first - 1, "at_most"
    elif last in _ABOUT and number.exactness == "exact":
        first, exactness = first - 1, "about"
    if exactness == "at_least" and number.exactness != "between":
        high = None
    if exactness == "at_most" and number.exactness != "between":
        low = 0.0
    return Number(first, number.end, low, high, exactness)

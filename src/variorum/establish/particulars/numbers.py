"""Numbers in a text: digits and words, fractions, hours, to values that compare."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from variorum.establish.particulars.eastern import eastern_numbers
from variorum.establish.particulars.numerals import cardinal, compound, ordinal, scale
from variorum.establish.particulars.semitic import LANGUAGES as SEMITIC
from variorum.establish.particulars.semitic import semitic

_TOKEN = re.compile(
    r"(?P<digits>\d{1,3}(?:[ \u00a0\u202f\u2009'’,.]\d{3})+(?![\d])(?:[.,]\d+(?!\d))?|"
    r"\d+(?:[.,:]\d+)?)"
    r"(?P<tail>[-–]?(?:st|nd|rd|th|й|я|е|го|му|м|ю|ой|ом|ая|ый|ий|ую|ей|х|ти|мя|ым)\b)?"
    r"|(?P<word>[^\W\d_]+)|(?P<fraction>[½¼¾⅓⅔])"
)
_UNITS = (
    r"(?:km|k?m²?|[cm]m|[mk]?g|t|lbs?|oz|ft|p|k|m|bn|mln|[ap]m|h|hrs?|min|s|x|f|l|cl|ha|"
    r"km/h|mph|kph|kw|mw|uhr|heures?|км|кг|г|гг|м|мм|см|ч|час|т|р|руб|л|га|тыс|млн|млрд|в|лет|"
    r"jähr[^\W\d_]*|летн[^\W\d_]*|дневн[^\W\d_]*)"
)
_GLUED_BEFORE = re.compile(r"(?<![\d_])[^\W\d_\u0590-\u06ff\u0e00-\u0fff\u3000-\U0003ffff]$")
_GLUED_AFTER = re.compile(
    rf"(?!(?i:{_UNITS})(?![^\W\d_]))[^\W\d_\u0590-\u06ff\u0e00-\u0fff\u3000-\U0003ffff]"
)
"""Letters that stand right at a figure and are no unit: then it is a letter misread, or a part of a
name ("n0", "5eventeen", "T34"). In scripts that set their small words or all words together, figures
stand at letters."""
_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}
_GROUPED = re.compile(r"\d{1,3}(?:[ \u00a0\u202f\u2009'’,.]\d{3})+")
_JOINS = {"en": ("and",), "es": ("y",), "pt": ("e",), "fr": ("et",)}
_MAX_DIGITS = 15
_AFTERNOON = re.compile(r"\s*(?:o['’]clock|[ap]\.?\s?m\b\.?|Uhr\b|ч\.|час)", re.IGNORECASE)
_FRENCH_HOUR = re.compile(r"\s?h(?:eures?\b)?\.?(?:\s?([0-5]\d)(?!\d))?(?![^\W_])")
_CLOCK = re.compile(r"([01]?\d|2[0-4])[:.]([0-5]\d)$")


@dataclass(frozen=True, slots=True)
class Number:
    """A number ``[start, end)``; ``plain`` is false for words that count loosely ("one", "first",
    "both"): they match, but their absence means nothing."""

    start: int
    end: int
    value: str
    plain: bool


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    end: int
    text: str
    value: float | None
    kind: str
    """digits, cardinal, ordinal, scale, join or word."""
    joined: bool = False
    """Whether "and" is written at its head, as in Hebrew and Arabic."""


def shown(value: float) -> str:
    """A value as it is compared: "47", "0.5"."""
    return str(int(value)) if value == int(value) else f"{value:.4g}"


def numbers(text: str, language: str) -> Iterator[Number]:
    """The numbers of a text in order; those in words where all words are written together last."""
    yield from _parted(text, language)
    for start, end, value, plain in eastern_numbers(text, language):
        yield Number(start, end, shown(value), plain)


def _parted(text: str, language: str) -> Iterator[Number]:
    tokens = list(_tokens(text, language))
    at = 0
    while at < len(tokens):
        found, after = _clock(text, tokens, at, language)
        if found is None:
            found, after = _number(text, tokens, at, language)
        if found is not None:
            yield found
        at = max(after, at + 1)


def _tokens(text: str, language: str) -> Iterator[_Token]:
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        if match["digits"]:
            end = match.end("digits") if not match["tail"] else end
            if sum(map(str.isdigit, match["digits"])) > _MAX_DIGITS:
                continue
            if _is_glued(text, start, end):
                yield _Token(start, end, match["digits"], None, "word")
                continue
            yield _Token(start, end, match["digits"], _digits(match["digits"]), "digits")
        elif match["fraction"]:
            yield _Token(start, end, match["fraction"], _FRACTIONS[match["fraction"]], "digits")
        else:
            low = match["word"].lower()
            if text[start - 1 : start].isdigit() or text[end : end + 1].isdigit():
                yield _Token(start, end, low, *_beside(low, language))
                continue
            if language in SEMITIC:
                yield _Token(start, end, low, *semitic(low, language))
            else:
                yield _Token(start, end, low, *_meant(low, language))


def _is_glued(text: str, start: int, end: int) -> bool:
    """Whether figures stand inside a word."""
    before = start > 0 and _GLUED_BEFORE.match(text[start - 1])
    return bool(before or _GLUED_AFTER.match(text, end))


def _beside(low: str, language: str) -> tuple[float | None, str]:
    """What letters that stand right at a figure mean: a scale ("5k"), and else nothing."""
    value = scale(low, language)
    return (value, "scale") if value is not None else (None, "word")


def _meant(low: str, language: str) -> tuple[float | None, str]:
    if len(low) > 40:
        return None, "word"
    if low in _JOINS.get(language, ()):
        return None, "join"
    value = cardinal(low, language)
    if value is not None:
        return value, "cardinal"
    value = scale(low, language)
    if value is not None:
        return value, "scale"
    value = ordinal(low, language)
    if value is not None:
        return value, "ordinal"
    value = compound(low) if language == "ru" else None
    return (value, "compound") if value is not None else (None, "word")


def _digits(text: str) -> float | None:
    if ":" in text:
        return None
    grouped = _GROUPED.match(text)
    if grouped and len(grouped.group()) == len(text):
        return float(re.sub(r"\D", "", text))
    if grouped and text[len(grouped.group()) : len(grouped.group()) + 1] in (".", ","):
        whole = re.sub(r"\D", "", grouped.group())
        return float(f"{whole}.{text[len(grouped.group()) + 1 :]}")
    return float(text.replace(",", "."))


def _number(text: str, tokens: list[_Token], at: int, language: str) -> tuple[Number | None, int]:
    first = tokens[at]
    if first.kind in ("word", "join"):
        return None, at + 1
    if first.kind == "compound":
        return Number(first.start, first.end, shown(first.value or 0.0), True), at + 1
    if first.value is None:
        return None, at + 1
    if first.kind == "scale" and not _articled(tokens, at, language):
        return None, at + 1
    total, current, last, ended = 0.0, 0.0, at, False
    begun = at
    while at < len(tokens) and not ended:
        token = tokens[at]
        gap = text[tokens[at - 1].end : token.start] if at > begun else ""
        if at > begun and not re.fullmatch(r"[\s\-–\u2011.]{0,3}", gap):
            break
        if at > begun and "." in gap and tokens[at - 1].text not in ("тыс", "млн", "млрд"):
            break
        if token.kind == "join" and at > begun and tokens[at - 1].kind in ("scale", "cardinal"):
            at += 1
            continue
        if token.value is None or token.kind in ("word", "compound"):
            break
        if token.kind == "scale":
            if token.value >= 1e3:
                total, current = total + (current or 1.0) * token.value, 0.0
            else:
                current = (current or 1.0) * token.value
        elif token.kind == "digits":
            if at > begun:
                break
            current = token.value
        else:
            joins = _adds_semitic if language in SEMITIC else _adds
            if at > begun and not joins(current, token, language):
                break
            current = _added(current, token.value, language)
            ended = token.kind == "ordinal"
        last, at = at, at + 1
    value = total + current
    end = tokens[last].end
    halved = _halved(text, end)
    if halved:
        value, end = value + 0.5, halved
    plain = not (last == begun and _loose(tokens[begun]))
    return Number(first.start, end, shown(value), plain), last + 1


def _loose(token: _Token) -> bool:
    """Words that count loosely: "one", "first", "second", "both", "twice"; "a third" may be a
    share."""
    if token.kind == "digits":
        return False
    if token.kind == "ordinal":
        return (token.value or 0) <= 3
    return token.value in (0.0, 1.0) or token.text in ("both", "twice", "thrice", "beide") or (
        token.text.startswith("об") and token.value == 2.0
    )  # fmt: skip


def _adds_semitic(current: float, token: _Token, language: str) -> bool:
    """ "thirty and eight"; in Arabic "eight and thirty"; "three ten" is thirteen."""
    value = token.value or 0.0
    if not token.joined:
        return (value == 10 and 0 < current < 10) or (current >= 100 and 10 <= value < 100)
    if language == "ar" and 0 < current % 100 < 10 and 20 <= value < 100:
        return True
    return _adds(current, token, language)


def _adds(current: float, token: _Token, language: str) -> bool:
    value = token.value or 0.0
    if language == "fr" and current == 4 and value == 20:
        return True
    if language == "fr" and current % 100 in (60, 80) and value < 20:
        return True
    below = current % 100 if value < 100 else current % 1000
    if value >= 100:
        return current == 0
    if value >= 10:
        return current > 0 and below == 0
    return current > 0 and current % 10 == 0 and (current % 100 >= 20 or current % 100 == 0)


def _added(current: float, value: float, language: str) -> float:
    return 80.0 if language == "fr" and current == 4 and value == 20 else current + value


def _articled(tokens: list[_Token], at: int, language: str) -> bool:
    """ "a hundred", "hundert", "тысяча": a scale that stands for one of itself."""
    token = tokens[at]
    if token.text in ("k", "bn", "тыс", "млн", "млрд", "score", "mil", "cent"):
        return language in ("es", "pt", "fr") and token.text in ("mil", "cent")
    if language == "en":
        return at > 0 and tokens[at - 1].text in ("a", "one", "the")
    if language == "ru":
        return not token.text.endswith(("и", "ы", "ами", "ах", "ам")) or token.text == "сотня"
    return True


_HALF = re.compile(
    r"\s+(?:and a half\b|с половиной\b|et demie?\b|y media\b|und ein halb)", re.IGNORECASE
)


def _halved(text: str, end: int) -> int:
    found = _HALF.match(text, end, end + 24)
    return found.end() if found else 0


def _clock(text: str, tokens: list[_Token], at: int, language: str) -> tuple[Number | None, int]:
    """Hours: "half past five", "половина шестого", "17:30", "5 p.m."."""
    token = tokens[at]
    if token.kind == "digits":
        french = _FRENCH_HOUR.match(text, token.end, token.end + 16) if language == "fr" else None
        if french and token.value is not None and token.value <= 24:
            minute, end = french[1] or "00", french.end(1) if french[1] else token.end
            hour = _twelve(int(token.value))
            shown_ = str(hour) if minute == "00" else f"{hour}:{minute}"
            return Number(token.start, end, shown_, True), at + (2 if french[1] else 1)
        written = _CLOCK.match(token.text)
        after = _AFTERNOON.match(text, token.end, token.end + 10)
        if written and (":" in token.text or after):
            hour, minute = int(written[1]), written[2]
            value = str(_twelve(hour)) if minute == "00" else f"{_twelve(hour)}:{minute}"
            return Number(token.start, token.end, value, True), at + 1
        if after and token.value is not None and token.value <= 24:
            return Number(token.start, token.end, shown(_twelve(int(token.value))), True), at + 1
        if (
            language == "ru"
            and token.value is not None
            and 13 <= token.value <= 24
            and at > 0
            and tokens[at - 1].text in ("в", "к", "до", "с", "после", "около")
            and at + 1 < len(tokens)
            and tokens[at + 1].text in ("часов", "часам", "часа", "ч")
        ):
            return Number(token.start, token.end, str(_twelve(int(token.value))), True), at + 1
        return None, at
    words = tokens[at : at + 4]
    if language == "en":
        if token.text == "half" and len(words) > 2 and words[1].text in ("a", "the"):
            large = words[2].value
            if words[2].kind == "scale" and large:
                return Number(token.start, words[2].end, shown(large / 2), True), at + 3
        if token.text == "half" and len(words) > 1 and words[1].text == "dozen":
            return Number(token.start, words[1].end, "6", True), at + 2
        return _english_clock(words, at)
    if language == "ru":
        return _russian_clock(words, at)
    return None, at


def _twelve(hour: int) -> int:
    return (hour - 1) % 12 + 1


def _english_clock(words: list[_Token], at: int) -> tuple[Number | None, int]:
    if len(words) < 3 or words[1].text not in ("past", "to", "after", "before"):
        return None, at
    hour = words[2].value
    minutes = {"half": 30.0, "quarter": 15.0}.get(words[0].text, words[0].value)
    if hour is None or minutes is None or not 1 <= hour <= 12 or minutes >= 60:
        return None, at
    if words[1].text in ("to", "before"):
        if words[0].text == "half" or words[1].text == "before":
            return None, at
        hour, minutes = hour - 1, 60 - minutes
    return _hour(words[0].start, words[2].end, hour, minutes), at + 3


def _russian_clock(words: list[_Token], at: int) -> tuple[Number | None, int]:
    head = words[0].text
    if head.startswith(("половин", "четверт")) and len(words) > 1 and words[1].kind == "ordinal":
        minutes = 30.0 if head.startswith("п") else 15.0
        return _hour(words[0].start, words[1].end, (words[1].value or 1) - 1, minutes), at + 2
    if head.startswith("пол") and len(head) > 5:
        hour = ordinal(head[3:], "ru")
        if hour is not None and head.endswith("ого"):
            return _hour(words[0].start, words[0].end, hour - 1, 30.0), at + 1
    if head == "без" and len(words) > 2:
        minutes = 15.0 if words[1].text.startswith("четверт") else words[1].value or 0.0
        hour = words[2].value
        if (
            hour
            and 1 <= hour <= 12
            and 0 < minutes < 30
            and words[2].kind in ("cardinal", "digits")
        ):
            return _hour(words[0].start, words[2].end, hour - 1, 60 - minutes), at + 3
    return None, at


def _hour(start: int, end: int, hour: float, minutes: float) -> Number:
    return Number(start, end, f"{_twelve(int(hour))}:{int(minutes):02d}", True)

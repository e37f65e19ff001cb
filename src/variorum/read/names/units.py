"""Military units: "412th Rifle Division", "the 2nd battalion of the 77th regiment", "9-я рота"."""

import re
from collections.abc import Iterator

from variorum.read.parse import Parse
from variorum.read.russian import word_form
from variorum.read.spans import NameSpan
from variorum.read.words import MILITARY_RANKS, listed

_PLAINLY = listed(
    """regiment battalion brigade battery platoon flotilla squadron полк батальон бригада батарея взвод
    эскадрилья эскадрон дивизион дивизия рота флотилия"""
)
"""Nouns that with a number name a unit wherever they stand."""
_SHORT = listed("regt rgt bn btn coy bde bty sqn plt")
"""Their abbreviations, which a bare number stands before: "3/412 regt", "2 Coy"."""
_AMONG_SOLDIERS = listed(
    """division company corps army fleet troop squad wing detachment legion front group корпус армия
    отряд фронт застава"""
)
"""Nouns that do so only in a text that speaks of soldiers: trade has companies and divisions too."""
_UNIT_NOUNS = _PLAINLY | _SHORT | _AMONG_SOLDIERS
_ARMS = listed(
    """cavalry infantry rifles fusiliers grenadiers dragoons hussars lancers marines airborne rangers
    foot highlanders cossacks engineers guards militia"""
)
"""Arms that after a number name a regiment of them: "5th Marines"."""
_BRANCHES = listed(
    """rifle infantry guards tank motor motorised motorized mechanised mechanized cavalry artillery
    airborne engineer engineers mountain armoured armored parachute field heavy light independent
    separate reserve volunteer territorial signal sapper pioneer training medical transport howitzer
    anti-aircraft anti-tank air naval marine assault border labour penal howitzer mortar bomber fighter
    ski mounted horse machine-gun machine gun combat expeditionary shock foot"""
)
_ORDINAL = re.compile(r"\d{1,4}(?:st|nd|rd|th|d)")
_RUSSIAN_ORDINAL = re.compile(r"(?P<n>\d{1,4})(?:-?[а-яё]{1,3})?")
_ROMAN = re.compile(r"[IVXL]{1,7}")
_ORDINAL_WORDS = listed(
    """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
    fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first"""
)
_RUSSIAN_WORDS = {
    "первый": 1, "второй": 2, "третий": 3, "четвёртый": 4, "четвертый": 4, "пятый": 5, "шестой": 6,
    "седьмой": 7, "восьмой": 8, "девятый": 9, "десятый": 10, "одиннадцатый": 11, "двенадцатый": 12,
}  # fmt: skip
_FORMS = {"полка": "полк"}
"""Base forms that the dictionary prefers and that no unit has: "77-го полка" is of a regiment."""
_FEMININE = ("а", "я")
_LETTER = re.compile(r"[A-M]")
_NUMBER = re.compile(r"\d{1,4}(?:/\d{1,4})?")
_FIELD_POST = re.compile(
    r"(?<!\w)(?:[Вв]\s?/\s?ч|[Вв]\.\s?ч\."
    r"|(?:[Вв]ойсков|[Вв]оинск)(?:ая|ой|ую) част(?:ь|и|ью)"
    r"|[Пп]олев(?:ая|ой|ую) почт(?:а|ы|е|у)|[Mm]ilitary unit|[Ff]ield post(?: number)?)"
    r"\s{0,2}(?:(?:№|No\.?|N)\s?)?(?P<n>\d{3,6}(?:-[А-ЯA-Z])?)(?!\w)"
)
_ABBREVIATED = re.compile(
    r"(?<![\w-])(?P<n>\d{1,4})(?:-?(?:я|й|го|ой|м|му|ю|е))?\s?(?P<of>гв\.?\s?)?"
    r"(?P<what>сд|сп|мсд|мсп|мсбр|тбр|тп|тк|сбр|осбр|омсбр|ап|кд|кп|ск|вдд|вдбр|одшбр|обрмп|БТГр)(?![\w.])"
)
_SOLDIERS = MILITARY_RANKS | listed(
    """soldier troops war battle artillery infantry enemy regiment battalion brigade platoon shelling
    trench offensive wounded солдат боец война бой фронт артиллерия пехота враг противник полк батальон
    наступление обстрел раненый орудие"""
)
MOST_MODIFIERS = 4
"""Words between a unit's number and its noun: "separate guards motor rifle"."""


def among_soldiers(parses: list[Parse]) -> bool:
    """Whether the account speaks of soldiers: two different words of war."""
    seen: set[str] = set()
    for parse in parses:
        seen.update(_SOLDIERS.intersection(parse.lemmas))
        if len(seen) > 1:
            return True
    return False


def units(number: int, parse: Parse, soldiers: bool) -> Iterator[NameSpan]:
    """The units that paragraph ``number`` names, in order, none overlapping."""
    found = [*_numbered(parse, soldiers), *_by_pattern(parse)]
    found.sort(key=lambda unit: (unit[0], -unit[1]))
    chained: list[tuple[int, int, str]] = []
    for first, end, form in found:
        if chained and first < chained[-1][1]:
            continue
        if chained and _joined(parse, chained[-1][1], first):
            begun, _, head = chained.pop()
            rest = parse.text[
                parse.ends[_last_of(parse, begun, first)] - parse.start : parse.ends[end - 1]
                - parse.start
            ]
            chained.append((begun, end, head + " " + " ".join(rest.split())))
        else:
            chained.append((first, end, form))
    for first, end, form in chained:
        yield NameSpan(number, first, end, 0, 0, "unit", form, (), ("unit",))


def _joined(parse: Parse, end: int, first: int) -> bool:
    """Whether the next unit contains the one before: "… of the 77th regiment", "… 77-го полка"."""
    between = [word.lower() for word in parse.words[end:first]]
    return between in (["of", "the"], ["of"]) or (not between and parse.language == "ru")


def _last_of(parse: Parse, begun: int, first: int) -> int:
    """The last token of the unit that begins at ``begun``, before one that begins at ``first``."""
    last = first - 1
    while last > begun and parse.words[last].lower() in ("of", "the"):
        last -= 1
    return last


def _numbered(parse: Parse, soldiers: bool) -> Iterator[tuple[int, int, str]]:
    russian = parse.language == "ru"
    column = parse.lemmas if russian else parse.words
    for token, word in enumerate(column):
        low = _FORMS.get(word, word.lower().rstrip("."))
        if low in _UNIT_NOUNS or (low in _ARMS and not russian):
            found = (
                _russian(parse, token, soldiers) if russian else _english(parse, token, low, soldiers)
            )  # fmt: skip
            if found:
                yield found


def _english(parse: Parse, token: int, noun: str, soldiers: bool) -> tuple[int, int, str] | None:
    words = parse.words
    capital = words[token][:1].isupper() or noun in _SHORT
    first = token
    while first > max(0, token - MOST_MODIFIERS) and (
        words[first - 1].lower() in _BRANCHES
        or (words[first - 1][:1].isupper() and not _is_ordinal(words[first - 1], capital))
        or words[first - 1] == "-"
    ):
        first -= 1
    before = words[first - 1] if first else ""
    armed = (
        soldiers
        or noun in _PLAINLY | _SHORT
        or any(w.lower() in _BRANCHES for w in words[first:token])
    )
    if first and _is_ordinal(before, capital):
        if not armed:
            return None
        if before.lower() in _ORDINAL_WORDS and not (
            capital or (soldiers and noun in _PLAINLY and before.islower())
        ):
            return None
        if noun in _ARMS and not (capital and soldiers):
            return None
        first -= 1
        if first > 1 and words[first - 1] == "." and words[first - 2] == "No":
            first -= 2
        elif first and words[first - 1] in ("No.", "№"):
            first -= 1
        end = token + 1
        if end + 1 < len(words) and words[end].lower() == "of" and words[end + 1] == "Foot":
            end += 2
        return first, end, _spoken(parse, first, end)
    following = words[token + 1] if token + 1 < len(words) else ""
    if capital and noun in ("battery", "company", "troop") and _LETTER.fullmatch(following):
        return token, token + 2, _spoken(parse, token, token + 2)
    if soldiers and capital and noun in _PLAINLY and _NUMBER.fullmatch(following):
        return token, token + 2, _spoken(parse, token, token + 2)
    named = noun in ("regiment", "battalion", "brigade", "squadron") and first < token
    if soldiers and capital and named and all(w[:1].isupper() for w in words[first:token]):
        while first < token and (
            words[first].lower() in ("the", "a", "our") or words[first].lower() == "fire"
        ):
            first += 1
        if first < token:
            return first, token + 1, _spoken(parse, first, token + 1)
    lettered = token > 0 and _LETTER.fullmatch(words[token - 1])
    if noun in ("company", "battery", "troop") and capital and lettered and soldiers:
        return token - 1, token + 1, _spoken(parse, token - 1, token + 1)
    return None


def _is_ordinal(word: str, capital: bool) -> bool:
    return bool(
        _ORDINAL.fullmatch(word)
        or word.lower() in _ORDINAL_WORDS
        or (capital and (_NUMBER.fullmatch(word) or (_ROMAN.fullmatch(word) and len(word) > 1)))
    )


def _spoken(parse: Parse, first: int, end: int) -> str:
    base = parse.start
    return " ".join(parse.text[parse.starts[first] - base : parse.ends[end - 1] - base].split())


def _russian(parse: Parse, token: int, soldiers: bool) -> tuple[int, int, str] | None:
    words, lemmas, tags = parse.words, parse.lemmas, parse.tags
    first = token
    while first > max(0, token - MOST_MODIFIERS) and (
        tags[first - 1] == "ADJ"
        and lemmas[first - 1] not in _RUSSIAN_WORDS
        and not words[first - 1][0].isdigit()
    ):
        first -= 1
    if not first:
        return None
    before = words[first - 1]
    numbered = _RUSSIAN_ORDINAL.fullmatch(before)
    figure = int(numbered["n"]) if numbered else _RUSSIAN_WORDS.get(lemmas[first - 1], 0)
    noun = _FORMS.get(lemmas[token], lemmas[token])
    plural = words[token].lower() != noun and words[token].lower()[-2:] in ("ов", "ам", "ах")
    if noun not in _PLAINLY and not soldiers:
        return None
    if not figure or plural or (not numbered and noun not in _PLAINLY):
        return None
    if numbered and before.isdigit() and first > 1 and tags[first - 2] == "NUM":
        return None
    ending = "-я" if noun.endswith(_FEMININE) or noun == "часть" else "-й"
    gender = "femn" if ending == "-я" else "masc"
    adjectives = [
        _adjective(word, gender) for word in words[first:token]
    ]  # fmt: skip
    return first - 1, token + 1, " ".join([f"{figure}{ending}", *adjectives, noun])


def _adjective(word: str, gender: str) -> str:
    """An adjective in the nominative, in the gender of its noun."""
    base, _ = word_form(word)
    if gender == "femn":
        for ending, feminine in (("ый", "ая"), ("ой", "ая"), ("ий", "ая" if _hard(base) else "яя")):
            if base.endswith(ending):
                base = base[:-2] + feminine
                break
    return base.capitalize() if word[:1].isupper() else base


def _hard(base: str) -> bool:
    return base[-3:-2] in "гкхжшчщ"


def _by_pattern(parse: Parse) -> Iterator[tuple[int, int, str]]:
    if not any(map(str.isdigit, parse.text)):
        return
    at = {start - parse.start: token for token, start in enumerate(parse.starts)}
    ends = {end - parse.start: token + 1 for token, end in enumerate(parse.ends)}
    for match in _FIELD_POST.finditer(parse.text):
        if match.start() in at and match.end() in ends:
            post = match[0][0] in "ПпFf"
            russian = parse.language == "ru"
            head = ("полевая почта" if post else "в/ч") if russian else (
                "field post" if post else "military unit"
            )  # fmt: skip
            yield at[match.start()], ends[match.end()], f"{head} {match['n']}"
    if parse.language == "ru":
        for match in _ABBREVIATED.finditer(parse.text):
            if match.start() in at and match.end() in ends:
                guards = "гв. " if match["of"] else ""
                yield at[match.start()], ends[match.end()], f"{match['n']} {guards}{match['what']}"

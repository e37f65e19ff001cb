"""Registers and captions: names in lists, where no sentence shows that they are names.

"Petrov, Ivan Sergeyevich, b. 1911" on a line of its own; "Front row, left to right: A. B., C. D. and
E. F."; "IVAN PETROV, 1933."
"""

import re
from collections.abc import Iterator

from variorum.read.names.first_names import is_given_name, is_patronymic
from variorum.read.parse import Parse
from variorum.read.russian import base_name, grammemes, may_be_nominative
from variorum.read.spans import NameSpan

_CAPITAL = r"[^\W\d_a-zа-яё][\w'’-]{1,40}"
_PART = rf"(?:{_CAPITAL}|[^\W\d_a-zа-яё]\.)"
_SURNAME_FIRST = re.compile(
    rf"^[ \t\d.)*•–—-]{{0,8}}(?P<name>(?P<surname>{_CAPITAL}),[ \t]{{1,2}}"
    rf"(?P<given>{_PART}(?:(?:(?<=\.)[ \t]?|[ \t]){_PART}){{0,3}}))"
    r"(?=[ \t]*(?:[,;(—–-]|b\.|born|d\.|\d|р\.|\.?[ \t]*$))",
    re.MULTILINE,
)
_SERIES = re.compile(
    rf"(?:^|[;:][ \t]*)(?P<name>(?P<surname>{_CAPITAL}),[ \t]{{1,2}}"
    rf"(?P<given>{_PART}(?:(?:(?<=\.)[ \t]?|[ \t]){_PART}){{0,3}}))(?=[ \t]*(?:;|\.?[ \t]*$))",
    re.MULTILINE,
)
"""One of several in a line: "Adams, J.; Cole, T." """
_OWN_LINE = re.compile(
    r"^[ \t\d.)*•–—-]{0,8}(?P<name>[А-ЯЁ][а-яё-]{2,30}(?:[ \t][А-ЯЁ](?:[а-яё-]{2,30}|\.)){0,2})"
    r"(?=[ \t]*(?:[,(;—–][^\n]*)?$)",
    re.MULTILINE,
)
_PERSONAL = frozenset(("Surn", "Name", "Patr"))
_COMMON = frozenset(("known", "Geox"))
_IN_ORDER = re.compile(
    r"(?i:left to right|from (?:the )?left|l(?:eft)?[ -]to[ -]r(?:ight)?|l\.? ?- ?r\.?|слева направо"
    r"|(?:front|back|top|bottom|middle|second|first|third) row|seated|standing|сидят|стоят"
    r"|in the photo(?:graph)?|pictured|на (?:фото|снимке|фотографии))[^:.\n]{0,40}:"
)
_LISTED = re.compile(
    rf"(?:[^\W\d_a-zа-яё]\.[ \t]?){{1,3}}(?:{_CAPITAL}|[^\W\d_a-zа-яё]\.?)(?!\w)"
    rf"|{_CAPITAL}(?:[ \t](?:{_CAPITAL}|[^\W\d_a-zа-яё]\.)){{1,3}}"
)


def registered(number: int, parse: Parse, whole: str) -> Iterator[NameSpan]:
    """The persons that paragraph ``number`` lists surname first or in the order of a picture;
    ``whole`` is the account's text, in which lines still end."""
    text, found = whole[parse.start : parse.start + len(parse.text)], []
    if parse.language == "ru":
        found += [
            (match.start("name"), match.end("name"), _in_nominative(match["name"]))
            for match in _OWN_LINE.finditer(text)
            if _is_listed(match["name"].split())
        ]
    elif "," not in text:
        return
    for match in _SURNAME_FIRST.finditer(text):
        given = match["given"].split()
        if _is_given(given[0]) and _is_surname(match["surname"]):
            form = f"{match['given']} {match['surname']}"
            found.append((match.start("name"), match.end("name"), form))
    series = list(_SERIES.finditer(text)) if text.count(";") else []
    for match in series if len(series) > 1 else ():
        if _is_given(match["given"].split()[0]) and _is_surname(match["surname"]):
            form = f"{match['given']} {match['surname']}"
            found.append((match.start("name"), match.end("name"), form))
    openings = list(_IN_ORDER.finditer(text))
    limits = [opened.start() for opened in openings[1:]] + [len(text)]
    for opened, limit in zip(openings, limits, strict=False):
        stop = min(limit, _end_of_list(text, opened.end()))
        found += [
            (match.start(), match.end(), match[0])
            for match in _LISTED.finditer(text, opened.end(), stop)
        ]
    if not found:
        return
    at = {start - parse.start: token for token, start in enumerate(parse.starts)}
    ends = {end - parse.start: token + 1 for token, end in enumerate(parse.ends)}
    last = 0
    for start, end, form in sorted(found):
        if start >= last and start in at and end in ends:
            last = end
            yield NameSpan(number, at[start], ends[end], 0, 0, "person", form, (), ("register",))


def _in_nominative(name: str) -> str:
    """A line's name as it is, if it can be in the nominative: "Лии Гринберг" heads her letters."""
    return base_name(tuple(name.split()), "person", frozenset(("nomn",)))


def _is_listed(words: list[str]) -> bool:
    """Whether a line's words are a Russian surname, alone or with given names or initials."""
    kinds = [grammemes(word) for word in words if len(word) > 2]
    return (
        any("Surn" in known for known in kinds)
        and all(known & _PERSONAL and not known & _COMMON for known in kinds)
        and not (len(words) == 1 and "Name" in kinds[0])
    )


def _is_surname(word: str) -> bool:
    """Whether the word before the comma can be a surname: "Отца, Ермолая …" is an address."""
    if word.isascii():
        return not is_given_name(word)
    kinds = grammemes(word)
    return "Name" not in kinds and "known" not in kinds and may_be_nominative([word])


def _is_given(word: str) -> bool:
    if len(word) == 2 and word[1] == ".":
        return True
    if word.isascii():
        return is_given_name(word) or is_patronymic(word)
    return "Name" in grammemes(word) or is_given_name(word)


def _end_of_list(text: str, start: int) -> int:
    """Where a list of names ends: a full stop that ends no initial, or the line's end."""
    position = start
    while position < len(text):
        if text[position] == "\n":
            return position
        initial = position > 1 and text[position - 1].isupper() and not text[position - 2].isalpha()
        if text[position] == "." and not initial:
            return position
        position += 1
    return position

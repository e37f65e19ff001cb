"""Other names of one person: maiden and married names, pseudonyms, nicknames, names adopted.

Each is a relation between two names of the same person, ``maiden name``, ``married name`` or ``also
called``, so that what identifies people can bring them together.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import replace

from variorum.read.coreference.gender import gender_of
from variorum.read.kinship.glued import parted
from variorum.read.kinship.named import named_by_kin
from variorum.read.kinship.page import OTHER_NAME
from variorum.read.kinship.relations import RelationSpan
from variorum.read.names.first_names import is_given_name
from variorum.read.parse import Parse
from variorum.read.russian import base_name
from variorum.read.spans import NameSpan

MAIDEN_NAME, MARRIED_NAME, ALSO_CALLED = "maiden name", "married name", "also called"

_HIS = r"(?:his|her|their|its|a|the|an|own)\s"
_CLAUSE = r"(?-i:(?:[a-z][\w’'-]*\s|(?<=\b(?:in|at)\s)[A-Z][\w’'-]*\s){0,6})"
"""Words of one clause that name nobody: "wrote for the paper", "hid in Riga"."""
_MAIDEN = (
    r"n[ée]e|maiden\sname\s?(?:was|is|of)?|whose\s(?:maiden|birth)\sname\s(?:was|is)"
    r"|with\sthe\smaiden\sname"
)
_MARRIED = r"married\sname\s?(?:was|is)?|whose\smarried\sname\s(?:was|is)|by\smarriage"
_CALLED = (
    r"whose\s(?:real|true|original|proper|full|birth|legal)\sname\s(?:was|is)"
    r"|(?:real|true|birth|pen|stage|code|original)\sname(?:\s(?:was|is))?"
    r"|alias|a\.?k\.?a\.?"
    r"|(?:(?:was|is|were)\s)?(?:also|otherwise|better|formerly|previously)\s(?:known\sas|called|named)"
    r"|(?:who\s)?(?:(?:was|is)\s)?(?:known|remembered)\s(?:to\s\w+\s)?as"
    r"|(?:who\s)?(?:(?:was|is)\s)?nicknamed"
    rf"|(?:who\s)?(?:adopted|took|assumed|used|bore|chose)\s(?:{_HIS}(?:new\s)?)?"
    r"(?:name|surname|pseudonym|alias|nom\sde\sguerre)(?:\sof)?"
    rf"|(?:who\s)?(?:had\s)?changed\s{_HIS}(?:name|surname)\sto"
    r"|(?:who\s)?(?:wrote|published|went|lived|travelled|traveled|fought|served|registered|hid|worked)"
    rf"\s(?:under|by)\s{_HIS}(?:(?:false|assumed|new|pen)\s)?(?:name|pseudonym|alias)(?:\sof)?"
    rf"|{_CLAUSE}under\s{_HIS}(?:(?:false|assumed|new|pen)\s)?(?:name|pseudonym|alias)(?:\sof)?"
    r"|(?:who\s)?signed\s(?:(?:all\s)?(?:his|her)\s\w+\s(?:as\s)?|(?:himself|herself)\s(?:as\s)?)"
    r"|(?:who\s)?called\s(?:himself|herself)|formerly"
    rf"|(?:is|was)\s{_HIS}(?:pen|real|stage|true|code)?\s?(?:name|pseudonym|alias|nom\sde\sguerre)\sof"
)
_RU_MAIDEN = (
    r"урожд(?:[её]нн(?:ая|ой|ую)|\.)|в\sдевичестве|до\sзамужества|(?:е[её]\s)?девичья\sфамилия"
)
_RU_MARRIED = r"по\sмужу|в\sзамужестве|после\sзамужества|фамилия\sпо\sмужу|в\sбраке"
_RU_CALLED = (
    r"(?:его\s|е[её]\s)?настоящ(?:ее|ая)\s(?:имя|фамилия|имя\sи\sфамилия)"
    r"(?:\sкоторо(?:го|й))?(?:\sбыл[оа])?"
    r"|подпис(?:ывался|ывалась|ался|алась)(?:\sкак|\sименем)?"
    r"|(?:(?:взял|принял|писал|публиковался|выступал|выбрал|жил|скрывался|известен|воевал)а?\s)?"
    r"(?:под\s)?(?:литературным\s|сценическим\s|чужим\s)?(?:псевдоним(?:ом)?|именем|фамилией)"
    r"|псевдоним\s?[—–-]?|он(?:а)?\sже|(?:более\s|также\s|больше\s)?известн(?:ый|ая|ого|ой|ому|ым)"
    r"\s(?:также\s)?(?:как|под\sименем)"
    r"|по\s(?:прозвищу|кличке|прозванию)|прозванн(?:ый|ая|ого)|(?:прозвище|кличка|подпольная\sкличка)"
    r"|(?:(?:сменил|поменял)а?|(?:сменив|поменяв)(?:ший|шая|шего|шей)?)\s(?:сво[юё]\s)?(?:имя|фамилию)\sна|(?:взял|принял|носил)а?\s(?:имя|фамилию)"
)
_KINDS = (MAIDEN_NAME, MARRIED_NAME, ALSO_CALLED)


def _between(maiden: str, married: str, called: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?<=[\w.”\"»’'])\s?[,(]?\s?[—–]?\s?(?:(?P<a>{maiden})|(?P<b>{married})|(?P<c>{called}))"
        r"\s?(?:[:—–]\s?)?[“\"«‘']?(?:the\s)?[“\"«‘']?(?=[^\W\d_])",
        re.IGNORECASE,
    )


_ENGLISH = _between(_MAIDEN, _MARRIED, _CALLED)
_RUSSIAN = _between(_RU_MAIDEN, _RU_MARRIED, _RU_CALLED)
_OWNED = re.compile(
    r"\b(?P<who>his|her)\s(?:(?P<a>maiden)|(?P<b>married)|(?P<c>real|true|birth|pen|stage|original))"
    r"\sname\s(?:was|is|had\sbeen)\s[“\"‘']?(?=[A-Z])"
    r"|\b(?P<ru>его|е[её])\s(?:(?P<d>девичья)|(?P<e>настоящ(?:ее|ая)))\s(?:имя|фамилия)"
    r"\s?(?:была\s|было\s)?[—–:]?\s?[«\"]?(?=[А-ЯЁ])",
    re.IGNORECASE,
)
_OF = re.compile(
    r"(?:['’]s?\s(?:(?P<a>maiden)|(?P<b>married)|(?P<c>real|true|birth|pen|stage|original))\sname"
    r"\s(?:was|is|had\sbeen)\s[“\"‘']?)(?=[A-Z])"
)
_RU_OF = re.compile(
    r"\b(?:(?P<a>девичья)|(?P<c>настоящ(?:ее|ая)))\s(?:имя|фамилия)\s(?=[А-ЯЁ])", re.IGNORECASE
)
_DASH = re.compile(r"\s?(?:—|–|-|:|была|было)\s?[«\"]?")
_BORN = re.compile(r"\s?[,(]?\s?(?:who\s)?(?:was\s)?born\s(?=[A-Z])")
_BECAME = re.compile(r",?\s(?:and|but|who)\s(?:later\s|then\s)?became\s(?=[A-Z])")
"""After a name that is somebody's by birth."""
_CUES = re.compile(
    r"name|alias|known|called|nicknamed|n[ée]e\b|a\.?k\.?a|marriage|formerly|\bas\b|born\s[A-Z]|signed\s"
    r"|урожд|девич|мужу|замуж|браке|имя|имен|фамили|псевдоним|он(?:а)?\sже|известн|прозв|кличк|подпис",
    re.IGNORECASE,
)
_NAME_HERE = re.compile(r"[^\W\d_][\w’'-]*(?:\s[^\W\d_][\w’'-]*){0,2}")

_SURELY = re.compile(
    r"nicknamed|alias|under\s.{0,30}\bname\b|a\.?k\.?a|(?:pen|real|true|birth|stage|code)\sname|pseudonym|прозв|кличк|псевдоним",
    re.IGNORECASE,
)
"""Cues after which a name is one even where nothing else shows it."""

Alias = tuple[int, str, int, int, int]
"""A name's number, the relation, and the paragraph and characters of the other name."""


def with_other_names(parses: list[Parse], names: list[NameSpan]) -> list[NameSpan]:
    """The names, those that words call somebody's other name persons among them: "née Weiss" is no
    company's; so are those that only a kin term names. Linear in the account's length."""
    names = named_by_kin(parses, list(parted(parses, names)))
    found = {(paragraph, start): stop for _, _, paragraph, start, stop in _found(parses, names, {})}
    if not found:
        return names
    kept, forms = [], set()
    for name in names:
        stop = found.pop((name.paragraph, name.start), None)
        if stop is not None:
            name = _person(name, parses[name.paragraph])
            forms.add(name.form)
        kept.append(name)
    for (paragraph, start), stop in found.items():
        parse = parses[paragraph]
        first, end = bisect_right(parse.starts, start) - 1, bisect_left(parse.starts, stop)
        form = parse.text[start - parse.start : stop - parse.start]
        kept.append(NameSpan(paragraph, first, end, start, stop, "person", form, (), (OTHER_NAME,)))
    kept = [
        _person(name, parses[name.paragraph])
        if name.kind == "group" and name.form in forms
        else name
        for name in kept
    ]
    return sorted(kept, key=lambda name: (name.paragraph, name.first))


def _person(name: NameSpan, parse: Parse) -> NameSpan:
    form = name.form
    if parse.language == "ru" and name.kind != "person":
        form = base_name(tuple(parse.words[name.first : name.end]), "person")
    return replace(name, kind="person", form=form, cues=(*name.cues, OTHER_NAME))


def other_names(
    parses: list[Parse], names: list[NameSpan], pronouns: Mapping[tuple[int, int], int]
) -> Iterator[RelationSpan]:
    """The relations between two names of one person."""
    at = {(name.paragraph, name.start): number for number, name in enumerate(names)}
    for number, relation, paragraph, start, stop in _found(parses, names, pronouns):
        other = at.get((paragraph, start), -1)
        name = names[number]
        if other >= 0 and other != number and names[other].kind == "person":
            low = min(start, name.start) if name.paragraph == paragraph else start
            high = max(stop, name.stop) if name.paragraph == paragraph else stop
            yield RelationSpan(low, high, number, relation, other)
    yield from _inserted(parses, names)


def _found(
    parses: list[Parse], names: list[NameSpan], pronouns: Mapping[tuple[int, int], int]
) -> Iterator[Alias]:
    numbers: dict[int, list[int]] = {}
    for number, name in enumerate(names):
        numbers.setdefault(name.paragraph, []).append(number)
    for paragraph, parse in enumerate(parses):
        if paragraph in numbers and _CUES.search(parse.text):
            yield from _in_paragraph(paragraph, parse, names, numbers[paragraph], pronouns)


def _in_paragraph(
    paragraph: int, parse: Parse, names: list[NameSpan], numbers: list[int],
    pronouns: Mapping[tuple[int, int], int],
) -> Iterator[Alias]:  # fmt: skip
    ends = {names[n].stop - parse.start: n for n in numbers if names[n].kind == "person"}
    starts = {names[n].start - parse.start: n for n in numbers}
    russian = parse.language == "ru"
    text = parse.text

    def other(match: re.Match[str], relation: str, number: int) -> Alias | None:
        place = match.end()
        known = starts.get(place, -1)
        # "known as the Dane": a byname, be it a people's in the singular
        byname = match[0].lower().endswith("as the ")
        sure = relation != ALSO_CALLED or byname or _SURELY.search(match[0])
        if known >= 0 and known != number:
            after = text[names[known].stop - parse.start :][:2]
            if after in ("'s", "’s") or not (sure or names[known].kind == "person"):
                return None
            return number, relation, paragraph, names[known].start, names[known].stop
        stop = _unread(parse, place) if known < 0 and sure else 0
        return (number, relation, paragraph, place + parse.start, stop) if stop else None

    for place, number in ends.items():
        match = (_RUSSIAN if russian else _ENGLISH).match(text, place)
        relation = ""
        if match:
            relation = _KINDS["abc".index(match.lastgroup or "c")]
        else:
            match = None if russian else _OF.match(text, place)
            if match:
                relation = _KINDS["abc".index(match.lastgroup or "c")]
        if match is None and not russian:
            match = _BORN.match(text, place)
            known = starts.get(match.end(), -1) if match else -1
            relation = _birth_name(names, number, known) if known >= 0 else ""
            start = names[number].start - parse.start
            if not relation and text[max(0, start - 5) : start] == "born ":
                match = _BECAME.match(text, place)
                known = starts.get(match.end(), -1) if match else -1
                relation = _birth_name(names, number, known) if known >= 0 else ""
        if match and relation:
            found = other(match, relation, number)
            if found:
                yield found
    for match in _OWNED.finditer(text):
        token = bisect_right(parse.starts, parse.start + match.start()) - 1
        number = pronouns.get((paragraph, token), -1)
        if number >= 0 and names[number].kind == "person":
            maiden, married = match["a"] or match["d"], match["b"]
            relation = MAIDEN_NAME if maiden else MARRIED_NAME if married else ALSO_CALLED
            found = other(match, relation, number)
            if found:
                yield found
    if russian:
        for match in _RU_OF.finditer(text):
            number = starts.get(match.end(), -1)
            if number >= 0 and names[number].kind == "person":
                dash = _DASH.match(text, names[number].stop - parse.start)
                relation = MAIDEN_NAME if match["a"] else ALSO_CALLED
                found = other(dash, relation, number) if dash else None
                if found:
                    yield found


def _birth_name(names: list[NameSpan], number: int, other: int) -> str:
    """What "X, born Y" says of Y, if it is a name at all and no birthplace."""
    known, name = names[other], names[number]
    if known.kind == "place":
        return ""
    if " " in known.form:
        return ALSO_CALLED if is_given_name(known.form.split(" ")[0]) else ""
    return MAIDEN_NAME if gender_of(name) == "f" or "Mrs." in name.titles else ""


def _unread(parse: Parse, place: int) -> int:
    """The end of a capitalised name that nobody has read as one, in characters of the reading text;
    0 where there is none."""
    match = _NAME_HERE.match(parse.text, place)
    if match is None or not match[0][:1].isupper():
        return 0
    words = match[0].split(" ")
    kept = next((n for n, word in enumerate(words) if not word[:1].isupper()), len(words))
    stop = parse.start + place + len(" ".join(words[:kept]))
    first = bisect_left(parse.starts, parse.start + place)
    whole = first < len(parse.starts) and parse.starts[first] == parse.start + place
    return stop if whole and stop in parse.ends[first : first + 6] else 0


def _inserted(parses: list[Parse], names: list[NameSpan]) -> Iterator[RelationSpan]:
    """ "Sasha (Aleksandr) Gurin", "Aleksandr “Sasha” Gurin": three pieces of one person's name."""
    for number in range(len(names) - 2):
        one, two, last = names[number : number + 3]
        if not one.paragraph == two.paragraph == last.paragraph:
            continue
        if last.first != two.end + 1 or two.first != one.end + 1:
            continue
        words = parses[one.paragraph].words
        if (words[one.end], words[two.end]) not in _PAIRS:
            continue
        if {one.kind, two.kind, last.kind} != {"person"}:
            continue
        if " " not in one.form and " " not in two.form and " " not in last.form:
            yield RelationSpan(one.start, last.stop, number, ALSO_CALLED, number + 1)
            yield RelationSpan(one.start, last.stop, number, ALSO_CALLED, number + 2)


_PAIRS = frozenset((("(", ")"), ('"', '"'), ("“", "”"), ("«", "»"), ("‘", "’"), ("'", "'")))

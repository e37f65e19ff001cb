"""Quantities: counts, ages, distances, durations, clock times and money, with their exactness."""

import re
from bisect import bisect_right
from dataclasses import replace

from variorum.read.parse import Parse
from variorum.read.quantities.ages import AGE, age_end, worded_ages
from variorum.read.quantities.apart import TAKEN, in_all, inverted_count, of_people, of_them, tabled
from variorum.read.quantities.clocks import find_clocks, keeps_log, touches
from variorum.read.quantities.compounds import areas, joined
from variorum.read.quantities.degrees import find_degrees
from variorum.read.quantities.lengths import find_lengths
from variorum.read.quantities.number_words import COUNTED_BEFORE
from variorum.read.quantities.numbers import Number, find_numbers
from variorum.read.quantities.ordinals import find_ordinals
from variorum.read.quantities.positions import find_positions
from variorum.read.quantities.shares import find_shares
from variorum.read.quantities.tallies import label_of, tally
from variorum.read.quantities.units import AREAS, MONEY, SPENT, UNITS
from variorum.read.russian import counted_form
from variorum.read.spans import DateSpan, QuantitySpan
from variorum.read.words import listed

HARMED = listed(
    "kill wound injure die drown capture rescue save hurt perish убить ранить погибнуть умереть "
    "утонуть пострадать спасти спастись арестовать пропасть выжить уцелеть скончаться "
    "survive return вернуться уйти прийти"
)
"""Verbs that count people even where the number stands alone."""

FIRST_YEAR, LAST_YEAR = 1500, 2099
"""Four digits in this range before a singular noun are a year, not a count."""

_NUMBERED = listed(
    """no № # number page pp p chapter vol volume section room flight route highway channel magnitude
    category level stage phase grade model номер стр магнитуда уровень"""
)
LONGEST_RUN = 2
"""Groups of digits before a number from which on the whole is no count."""
_CODES = listed("ms me mss am pm loc ed fol ibid f ff")
"""Abbreviations after a number that may mean many things, so that nothing is counted."""
_PAGE_COUNTS = listed("post comment reply view like share page visit hit click vote point note")
"""What a web page counts of itself."""
_MILES = listed("ms mls me")
"""Short for miles, where the same paragraph measures its ways in yards, creeks and rivers."""
_WAYS = re.compile(r"\b(?:miles?|yds?|yards|creek|river|island|camped|encamped)\b", re.IGNORECASE)
_LOOSE = ("about", "at_least")
_POINTED = re.compile(r"[1-9]\d{0,2}\.\d{3}")
_BODIES = listed("crew garrison staff complement экипаж команда гарнизон")
"""Singular labels that are counted: "Crew: 52"."""
_SCORED = listed("loss win victory defeat lead vote record tie decision score draw margin")
_HAVING = listed("was were is had has have carried saw found left there")
"""Before "but one": only one, where after "all" or "none" it is one left out."""
_NOUNS = frozenset(("NN", "NNS", "NOUN", "NNPS"))
_POINTING = listed("last next this past previous coming")
"""After a number these begin a date: "14 billion last year"."""
_BETWEEN = frozenset(("JJ", "JJR", "JJS", "VBN", "VBG", "NN", "ADJ", "NNP", "CC", ",", "HYPH"))


def find_quantities(
    parses: list[Parse], dates: list[DateSpan], people_ends: dict[int, set[int]]
) -> list[QuantitySpan]:
    """The quantities of an account, in order. ``people_ends`` holds, by paragraph, the token after
    each person's name: ", 45," after one is an age."""
    by_paragraph: dict[int, list[DateSpan]] = {}
    for date in dates:
        by_paragraph.setdefault(date.paragraph, []).append(date)
    found: list[QuantitySpan] = []
    log = keeps_log(parses)
    for number, parse in enumerate(parses):
        if parse.tags and parse.tags[0] == "" and parse.language != "ru":
            continue
        busy = [(d.start, d.end) for d in by_paragraph.get(number, [])]
        here = find_clocks(number, parse, busy, log)
        busy = sorted(busy + [(q.start, q.end) for q in here])
        for read in (worded_ages, find_positions, find_ordinals, find_degrees, find_shares):
            more = [q for q in read(number, parse) if not touches(busy, q.start, q.end)]
            here += more
            busy = sorted(busy + [(q.start, q.end) for q in more])
        numbers = find_numbers(parse)
        for item in numbers:
            if not touches(busy, parse.starts[item.first], parse.ends[item.end - 1]):
                counted = _quantity(number, parse, item, people_ends.get(number, set()))
                if counted:
                    here.append(counted)
        busy = sorted(busy + [(q.start, q.end) for q in here])
        here += [q for q in find_lengths(number, parse) if not touches(busy, q.start, q.end)]
        end = -1
        apart = []
        for span in sorted(here, key=lambda span: (span.start, -span.end)):
            if span.start >= end:
                apart.append(span)
                end = span.end
        found += joined(parse, areas(parse, numbers, apart))
    return found


def _goes_on(parse: Parse, item: Number) -> bool:
    """Whether a number is the end of a longer one: of a telephone ("0845 125 2222"), or the "million"
    of a sum that is none of our coins ("e80 million")."""
    words, at = parse.words, item.first
    if at and words[at].isalpha():
        return words[at - 1][0].isalpha() and words[at - 1][1:].isdigit()
    first = at
    while first and words[first - 1].isdigit() and parse.starts[first] - parse.ends[first - 1] == 1:
        first -= 1
    return first < at and (words[first][0] == "0" or at - first >= LONGEST_RUN)


def _quantity(
    number: int, parse: Parse, item: Number, people_ends: set[int]
) -> QuantitySpan | None:
    def span(first: int, stop: int, unit: str, counted: str, noun: int = -1) -> QuantitySpan:
        return QuantitySpan(
            number, parse.starts[first], parse.ends[stop - 1], first, stop,
            item.low, item.high, unit, counted, item.exactness, noun,
        )  # fmt: skip

    words, count = parse.words, len(parse.words)
    before = words[item.first - 1].lower() if item.first else ""
    if item.first > 1 and before == ".":
        before = words[item.first - 2].lower()
    if before in ("-", "–") and item.first > 1 and words[item.first - 2].lower() in _NUMBERED:
        return None  # "a magnitude-6 quake"
    if before.rstrip(".") in _NUMBERED:
        return None
    spared = before in ("but", "except", "кроме")
    if spared and not (item.low == item.high == 1 and words[item.first - 2].lower() in _HAVING):
        return None  # "all but two of the men": how many are left, nobody says
    if before in ("-", "–") and words[item.first - 2][:1].isdigit():
        return None  # "an 88-72 loss"
    if _goes_on(parse, item):
        return None  # "0845 125 2222": the number of a telephone
    if before in MONEY:
        return span(item.first - 1, item.end, MONEY[before], "")
    aged = age_end(parse, item, people_ends)
    if aged:
        return span(aged[0], aged[1], "year", AGE)
    strong = _strong(number, parse, item)
    if strong:
        return strong
    after = item.end
    if after < count and words[after] in ("-", "‑") and after + 1 < count:
        after += 1
    if item.low == item.high and 0 < item.low < 1:  # "1/2 a mile", "1/4 of a mile"
        small = [word.lower() for word in words[after : after + 2]]
        after += 2 if small == ["of", "a"] else small[:1] == ["a"]
    if after < count:
        wider = AREAS.get(parse.lemmas[after].rstrip("."), "")
        at = after + 1 + (words[after + 1 : after + 2] == ["."]) if wider else after
        unit = _unit(parse, at, item) if at < count else ""
        if unit:
            return span(item.first, at + 1, wider + unit, "")
        if words[after] in MONEY:
            return span(item.first, after + 1, MONEY[words[after]], "")
    noun = _counted(parse, item)
    opener = parse.lemmas[item.first]
    if parse.language == "ru" and opener in COUNTED_BEFORE and item.exactness in _LOOSE:
        unit = UNITS.get(opener, "")  # "человек триста"
        return span(item.first, item.end, unit, "" if unit else opener, item.first)
    if noun >= 0 and (
        parse.lemmas[noun] in _CODES
        or (item.exactness == "between" and parse.lemmas[noun] in _SCORED)
    ):
        return None
    if noun < 0:
        last = item.end - 1
        if them := of_them(parse, span(item.first, item.end, "", "")):
            return them
        counted = parse.deps[last] in ("nsubj", "nsubjpass", "dobj")
        if counted and parse.lemmas[parse.heads[last]] in HARMED:
            return span(item.first, item.end, "", "", last)  # "twelve were killed"
        if _harmed_beside(parse, item):
            return span(item.first, item.end, "", "")
        beside = {
            *parse.lemmas[max(0, item.first - 1) : item.first],
            *parse.lemmas[after : after + 2],
        }
        bare = span(item.first, item.end, "", "")
        if parse.language == "ru" and (inverted := inverted_count(parse, bare)):
            return inverted
        if parse.language == "ru":
            beside |= {*parse.lemmas[max(0, item.first - 2) : item.first]} & TAKEN
        if parse.language == "ru" and not (HARMED | TAKEN).isdisjoint(beside):
            return span(item.first, item.end, "", "", last)  # "двое утонули"
        if tally(parse, bare):
            return bare
        lead = [word.lower() for word in words[max(0, item.first - 2) : item.first]]
        if lead[:1] == ["of"] and lead[1:] in (["whom"], ["which"], ["these"]):
            return bare  # "of whom seven were deserters": of those, and not all deserters
        being = parse.heads[last]
        if parse.deps[last] == "nsubj" and parse.lemmas[being] == "be" and being == item.end:
            for noun in range(being + 1, min(count, being + 4)):  # "9 were soldiers"
                if parse.tags[noun] == "NNS" and parse.heads[noun] == being:
                    return span(item.first, item.end, "", parse.lemmas[noun], noun)
        return (
            _labelled(parse, bare)
            or of_people(parse, bare)
            or in_all(parse, bare)
            or tabled(parse, bare)
        )
    unit = _unit(parse, noun, item)
    if not unit and item.high is not None and item.low % 1:
        item = _thousands(parse, item)
    return span(item.first, noun + 1, unit, "" if unit else parse.lemmas[noun], noun)


def _strong(number: int, parse: Parse, item: Number) -> QuantitySpan | None:
    """ "The 300-strong crew", "a force 400 strong": how many those were."""
    words, end = parse.words, item.end
    hyphen = words[end : end + 2] == ["-", "strong"]
    if not hyphen and words[end : end + 1] != ["strong"]:
        return None
    stop = end + 1 + hyphen
    noun = stop if hyphen else item.first - 1
    if not 0 <= noun < len(words) or parse.tags[noun] not in _NOUNS:
        return None
    first, stop = min(item.first, noun), max(stop, noun + 1)
    return QuantitySpan(
        number, parse.starts[first], parse.ends[stop - 1], first, stop, item.low, item.high, "",
        parse.lemmas[noun], item.exactness, noun,
    )  # fmt: skip


def _harmed_beside(parse: Parse, item: Number) -> bool:
    """ "there were eighty killed", "the dead were seventeen", "eleven came back"."""
    last, after = item.end - 1, parse.words[item.end : item.end + 2]
    if parse.tags[last] not in ("CD", "NN", "NNS"):
        return False
    if after and after[0].lower() in _HARMED_WORDS and parse.tags[item.end] in ("VBN", "VBD", "JJ"):
        return True
    if [word.lower() for word in after] == ["came", "back"]:
        return True
    head = parse.heads[last]
    if parse.deps[last] != "attr" or parse.lemmas[head] != "be":
        return False
    subject = parse.words[max(0, head - 1)].lower()
    return subject in _HARMED_WORDS


_HARMED_WORDS = listed("killed dead wounded injured drowned missing hurt captured rescued saved")


def _unit(parse: Parse, token: int, item: Number) -> str:
    """The unit that a token names, or ""; pounds are money beside words of paying."""
    word = parse.words[token]
    unit = UNITS.get(parse.lemmas[token].rstrip(".")) or UNITS.get(word.lower(), "")
    if (unit == "metre" and word == "M") or (unit == "hour" and word == "Ч"):
        return ""
    short = word.lower().rstrip(".") in _MILES
    if short and word.lower() == "me":
        short = parse.text[parse.ends[token] - parse.start :][:1] == "."
    if not unit and short and _WAYS.search(parse.text):
        return "mile"
    if unit == "pound":
        around = parse.lemmas[max(0, item.first - 6) : token + 7]
        if "sterling" in around or not SPENT.isdisjoint(around):
            return "pound sterling"
    return unit


def _thousands(parse: Parse, item: Number) -> Number:
    """ "1.200 horses": what can only be counted whole was written with a point between thousands."""
    written = parse.words[item.end - 1]
    if not _POINTED.fullmatch(written) or item.low != item.high:
        return item
    value = float(written.replace(".", ""))
    return replace(item, low=value, high=value)


def _labelled(parse: Parse, bare: QuantitySpan) -> QuantitySpan | None:
    """ "Lifebelts: 48": a number that is all of a line's value counts what its label names."""
    label = label_of(parse)
    at = parse.text.find(":") + 1
    rest = parse.text[bare.end - parse.start :].strip(" .;")
    before = parse.text[at : bare.start - parse.start].strip()
    colon = bisect_right(parse.starts, parse.start + at - 1) - 1
    plural = label and colon > 0 and parse.tags[colon - 1] in ("NNS", "NNPS")
    plural = plural or label.rpartition(" ")[2] in _BODIES
    if not plural or rest or before or parse.lemmas[colon - 1] in _PAGE_COUNTS:
        return None
    return replace(bare, counted=parse.lemmas[colon - 1], noun=colon - 1)


def _counted(parse: Parse, item: Number) -> int:
    """The token of the noun that a number counts, or -1."""
    token = item.end
    count = len(parse.words)
    if token < count and parse.words[token] == "-":
        return -1  # "a three-way fight" counts nothing
    if token + 1 < count and parse.words[token].lower() in ("of", "из"):
        token += 1
        while token < count and parse.tags[token] in ("DT", "PRP$", "PRON"):
            token += 1
    best = -1
    for step in range(4):
        at = token + step
        if at >= count:
            break
        tag = parse.tags[at]
        if tag in _NOUNS and parse.words[at][0].isalpha():
            best = at
            named = parse.language == "ru" and parse.words[at][0].isupper()
            if named and counted_form(parse.words[at + 1] if at + 1 < count else ""):
                continue  # "двоих Маркеловых детей"
            if parse.language != "en" or tag == "NNS":
                break
        elif tag not in _BETWEEN or best >= 0 or parse.words[at].lower() in _POINTING:
            break
    if best < 0:
        return -1
    many = parse.tags[best] in ("NNS", "NNPS", "NOUN")
    if item.low == item.high == 1 and parse.tags[best] == "NNS":
        return -1
    year = parse.words[item.end - 1].isdigit() and FIRST_YEAR <= item.low <= LAST_YEAR
    return best if many or not year else -1  # "the 1931 fire"

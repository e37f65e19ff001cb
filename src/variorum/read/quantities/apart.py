"""Numbers whose noun stands elsewhere: "twelve of them", "Волков было два", "Sacks of potatoes 212"."""

import re
from dataclasses import replace

from variorum.read.parse import Parse, sentence_of
from variorum.read.quantities.units import UNITS
from variorum.read.russian import counted_form
from variorum.read.spans import QuantitySpan
from variorum.read.words import listed

REACH_BACK = 14
"""Tokens before "twelve of them" in which what they were is looked for."""

YEAR = 4
"""Digits of a year."""

LONGEST_LABEL = 8
"""Words of a table's longest label."""

_PLURAL = ("NNS", "NNPS")
_BEFORE_VERB = ("VBZ", "VBP", "VBD", "VB", "VBN", "RB", "MD")
_BODIES = listed(
    "crew party company band garrison group detachment squad gang force staff crowd body family team"
)
_OF_THINGS = listed("be make equal seem cost weigh measure remain add divide multiply come follow")
"""Verbs whose bare subject may be any number."""
TAKEN = listed(
    "shoot hang execute arrest bury behead deport seize slay murder bayonet rescue save drown kill "
    "расстрелять застрелить повесить казнить арестовать похоронить схоронить выслать зарубить заколоть "
    "вытащить поднять выловить спасти вынести"
)
"""Verbs whose bare object in words is people: "they hanged five"."""
_WHOLLY = (["in", "all"], ["all", "told"], ["in", "total"])
_LINE = re.compile(r"[A-ZА-ЯЁ][^.:;!?]{2,60}?[ \t]+[–—-]?[ \t]*$")
_PAGED = listed(
    "page chapter part section volume figure table no number room flight route line item"
)


def of_them(parse: Parse, bare: QuantitySpan) -> QuantitySpan | None:
    """ "Twelve of them": the plural that "them" points back to. None where there is none."""
    after = [word.lower() for word in parse.words[bare.stop : bare.stop + 2]]
    if after != ["of", "them"]:
        return None
    for token in range(bare.first - 1, max(-1, bare.first - 1 - REACH_BACK), -1):
        if parse.tags[token] in _PLURAL and parse.lemmas[token] not in UNITS:
            return replace(bare, counted=parse.lemmas[token])
    return None


def of_people(parse: Parse, bare: QuantitySpan) -> QuantitySpan | None:
    """A number of people that no noun says: "we were eighteen", "there were seven of us", "a crew of
    eighteen", "twelve refused". None where the words do not show it."""
    last, after = bare.stop - 1, [w.lower() for w in parse.words[bare.stop : bare.stop + 2]]
    before = [word.lower() for word in parse.words[max(0, bare.first - 2) : bare.first]]
    if parse.language == "ru" and _there_were_of_us(parse, bare):
        return replace(bare, counted="человек")
    if parse.language == "ru" or not parse.deps[last] or bare.low == bare.high == 1:
        return None
    bodied = before[-1:] == ["of"] and before[0] in _BODIES
    us = after[:1] == ["of"] and after[1:] in (["us"], ["them"], ["you"])
    were = before[-1:] in (["were"], ["are"]) and before[0] in ("we", "they", "you")
    verb = parse.heads[last]
    subject = parse.deps[last] in ("nsubj", "nsubjpass") and parse.tags[verb].startswith("VB")
    if _suffering(parse, last):
        return replace(bare, noun=last)
    doing = subject and verb == bare.stop + _auxiliaries(parse, bare.stop)
    if doing and parse.lemmas[verb] not in _OF_THINGS and parse.tags[last] == "CD":
        return bare  # who did or suffered it, the words around say
    return replace(bare, counted="person") if bodied or us or were else None


def _suffering(parse: Parse, token: int) -> bool:
    """ "They hanged five", in words: figures may be points of a game."""
    verb = parse.heads[token]
    return (
        parse.deps[token] == "dobj"
        and parse.tags[token] == "CD"
        and parse.words[token].isalpha()
        and parse.lemmas[verb] in TAKEN
    )


def _there_were_of_us(parse: Parse, bare: QuantitySpan) -> bool:
    """ "Нас было девять", "было нас семеро": how many people, not years, metres or o'clock."""
    words = [word.lower() for word in parse.words[max(0, bare.first - 3) : bare.first]]
    there = "было" in words and not {"нас", "их", "вас"}.isdisjoint(words)
    return there and bare.low > 1


def in_all(parse: Parse, bare: QuantitySpan) -> QuantitySpan | None:
    """ "Eleven in all", "there were nine altogether": a number without a noun that sums up. Of people
    where the sentence tells of us, you or them; None where nothing sums up."""
    after = [word.lower() for word in parse.words[bare.stop : bare.stop + 2]]
    if parse.language == "ru" or (after not in _WHOLLY and after[:1] != ["altogether"]):
        return None
    step = bare.stop + 1 + (after in _WHOLLY)
    if parse.tags[step : step + 1] and parse.tags[step][:2] in ("NN", "JJ"):
        return None  # "first in all events"
    low, high = sentence_of(parse, bare.first)
    people = {"we", "us", "they", "them"} & {word.lower() for word in parse.words[low:high]}
    return replace(bare, counted="person") if people else bare


def _auxiliaries(parse: Parse, token: int) -> int:
    """How many auxiliaries and adverbs stand before the verb: "forty-six have been brought up"."""
    end = token
    while end < len(parse.words) and parse.tags[end] in _BEFORE_VERB and end - token < 4:
        if parse.deps[end] not in ("aux", "auxpass", "advmod", "neg"):
            break
        end += 1
    return end - token


def inverted_count(parse: Parse, bare: QuantitySpan) -> QuantitySpan | None:
    """A Russian number with the noun before it, at the head of the sentence or before a comma:
    "Волков было два", "детей он вынес двоих", "волки, два". None where there is none."""
    low, _ = sentence_of(parse, bare.first)
    words = parse.words
    if words[bare.first].isdigit() and len(words[bare.first]) == YEAR:
        return None  # "Москва, 1961"
    for token in range(bare.first - 1, max(low - 1, bare.first - 4), -1):
        between = [word.lower() for word in words[token + 1 : bare.first]]
        counted = counted_form(words[token]) if token == low else ""
        listed_after = between == [","] and parse.tags[token] == "NOUN"
        if counted or listed_after:
            counted = counted or parse.lemmas[token]
            unit = UNITS.get(counted, "")
            return replace(bare, unit=unit, counted="" if unit else counted, noun=token)
    return None


def tabled(parse: Parse, bare: QuantitySpan) -> QuantitySpan | None:
    """ "Days on the mountain 5": a line that is a label and a number."""
    begin, end = bare.start - parse.start, bare.end - parse.start
    line = parse.text.rfind("\n", 0, begin) + 1
    rest = parse.text[end : parse.text.find("\n", end) if "\n" in parse.text[end:] else None]
    label = _LINE.fullmatch(parse.text[line:begin].lstrip())
    if label is None or rest.strip(" .;,") or len(label[0].split()) > LONGEST_LABEL:
        return None
    first = next((n for n, start in enumerate(parse.starts) if start - parse.start >= line), -1)
    tokens = range(first, bare.first)
    if first < 0 or any(parse.tags[n] in ("VBD", "VBZ", "VBP", "MD", "VERB") for n in tokens):
        return None
    head = next((n for n in tokens if parse.tags[n] in (*_PLURAL, "NOUN")), -1)
    if head < 0 or parse.lemmas[head] in _PAGED:
        return None
    unit = UNITS.get(parse.lemmas[head], "")
    return replace(bare, unit=unit, counted="" if unit else parse.lemmas[head], noun=head)

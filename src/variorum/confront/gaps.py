"""Gaps: the words a value stands in, with … in its place, to ask for it; plurals to ask how many."""

import re

from variorum.model.passage import Passage

LONGEST_BEFORE, LONGEST_AFTER = 60, 40
"""Characters told on either side of the gap."""

FEWEST = 3
"""Words beside the gap below which a clause alone asks nothing, and more is told."""

_PLURALS = {
    "man": "men", "woman": "women", "child": "children", "person": "people", "people": "people",
    "wolf": "wolves", "wife": "wives", "life": "lives", "knife": "knives", "loaf": "loaves",
    "calf": "calves", "leaf": "leaves", "thief": "thieves", "half": "halves", "foot": "feet",
    "tooth": "teeth", "goose": "geese", "ox": "oxen", "mouse": "mice", "sheep": "sheep",
    "fish": "fish", "police": "police", "cattle": "cattle", "deer": "deer", "aircraft": "aircraft",
}  # fmt: skip
_SIBILANT = ("s", "x", "z", "ch", "sh")
_JOINING = re.compile(r"(?:and|but|or|that|и|а|но|что)\s+", re.IGNORECASE)
_MARK = re.compile(r"[,;:.!?()\[\]«»“”\"—–]|\s-\s")
_WORD = re.compile(r"[^\W_]+")


def gapped(sentence: Passage, value: Passage) -> str:
    """The clause that ``value`` stands in within ``sentence``, with … for it: "the explosion was at …".

    "" where ``value`` lies outside the sentence or no words stand beside it.
    """
    begin, end = value.start - sentence.start, value.end - sentence.start
    if not 0 <= begin < end <= len(sentence.quote):
        return ""
    before, after = sentence.quote[:begin], sentence.quote[end:]
    # the clause alone, else up to the next mark on both sides, else all of the sentence
    for reach in (1, 2, 0):
        left = _from(before, reach)
        right = _to(after, reach)
        if len(_WORD.findall(left)) + len(_WORD.findall(right)) >= FEWEST:
            break
    left, right = (" ".join(re.sub(r"[“”«»\"]", "", side).split()) for side in (left, right))
    left = _JOINING.sub("", left, count=1) if _JOINING.match(left) else left
    if not _WORD.search(left + right):
        return ""
    told = f"{_last(left)} … {_first(right)}".strip(" ,;:-–—")
    return re.sub(r"… (?=[,;:.)])", "…", told).rstrip(".")


def _from(text: str, reach: int) -> str:
    marks = [match.end() for match in _MARK.finditer(text)]
    return text[marks[-reach] :] if 0 < reach <= len(marks) else text


def _to(text: str, reach: int) -> str:
    marks = [match.start() for match in _MARK.finditer(text)]
    return text[: marks[reach - 1]] if 0 < reach <= len(marks) else text.rstrip(".!?")


def _last(text: str) -> str:
    """The last words, as many as fit."""
    cut = text[-LONGEST_BEFORE:]
    return cut if len(text) <= LONGEST_BEFORE else cut[cut.find(" ") + 1 :]


def _first(text: str) -> str:
    """The first words, as many as fit."""
    cut = text[:LONGEST_AFTER]
    return cut if len(text) <= LONGEST_AFTER else cut[: cut.rfind(" ")]


def plural(noun: str) -> str:
    """The English plural of a noun in its base form; a word of another script as it stands."""
    if noun in _PLURALS or not noun.isascii():
        return _PLURALS.get(noun, noun)
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith(_SIBILANT) else f"{noun}s"

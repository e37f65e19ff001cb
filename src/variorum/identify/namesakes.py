"""Namesakes: whom the text itself calls another person of the same name."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from variorum.identify.folding import folded
from variorum.identify.names import parsed
from variorum.model.critique import Account
from variorum.model.passage import Passage
from variorum.model.testimony import Mention, Sentence

BEFORE, AFTER = 40, 60
"""Characters before and after a name in which the words that tell a namesake stand."""

OTHER = "the text calls this another of the same name"
SAME_NAME = "the author writes that somebody else bears the same name"

_OTHER = re.compile(
    r"\b(?:the\sother|another|a\ssecond|a\sdifferent|the\s(?:elder|younger))\s(?:[^\W\d_]+\s)?$"
    r"|\b(?:his|her|their)\s(?:cousin\sand\s)?namesake,?\s$"
    r"|\b(?:друг(?:ой|им|ого|ому|ая|ую)|втор(?:ой|ого|ым)|тёзк\w+|однофамил\w+)\s$",
    re.IGNORECASE,
)
"""Right before a name: "the other Lev Petrov", "another Lev Petrov", "другой Лев Петров"."""

_NO_RELATION = re.compile(
    r"^,?\s?(?:\(|,)?\s?(?:no\srelation|not\sto\sbe\sconfused|не\sродственник|не\sпутать)",
    re.IGNORECASE,
)
"""Right after a name."""

_SAME = re.compile(
    r"\b(?:have|has|had|bear|bears|bore|of|with|by|carry)\s(?:also\s)?(?:the|his|her|that)\s"
    r"(?:very\s)?same\sname\b|\b(?:share|shared|have|bear|carry)\s(?:his|her)\sname\b"
    r"|\b(?:am|was)\snamed\safter\s"
    r"|\b(?:ношу|носил|носит)\s(?:то|его|её)\sже\sимя\b|\bназван\w*\sв\sчесть\b|\bполн\w+\sтёзк",
    re.IGNORECASE,
)
_FIRST_PERSON = re.compile(r"\b(?:I|I’m|I'm|my|я|мой|моего|меня)\b", re.IGNORECASE)


def namesakes(
    mentions: Sequence[Mention], accounts: Iterable[Account], sentences: Iterable[Sentence]
) -> Mapping[Passage, tuple[str, str]]:
    """The mentions of persons who are told from another of their name: a key of the name, and why.

    Two cases, both said outright: "the other Lev Petrov" (that mention only), and an author who writes
    "I have the same name" (every mention of the author's full name in that account). Linear in the
    sentences but for sorting.
    """
    rows = sorted(sentences, key=lambda row: row.passage)
    if not rows:
        return {}
    by_source: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        if mention.type == "person":
            by_source[mention.passage.source].append(mention)
    starts: dict[str, list[int]] = {}
    for source, found in by_source.items():
        found.sort(key=lambda mention: mention.passage)
        starts[source] = [mention.passage.start for mention in found]
    apart: dict[Passage, tuple[str, str]] = {}
    namesake_authors: set[str] = set()
    for row in rows:
        place = row.passage
        if _SAME.search(place.quote) and _FIRST_PERSON.search(place.quote):
            namesake_authors.add(row.account)
        here = starts.get(place.source, [])
        index = bisect_left(here, place.start)
        while index < len(here) and here[index] < place.end:
            mention = by_source[place.source][index]
            if _told_apart(mention, place):
                apart[mention.passage] = _key(mention), OTHER
            index += 1
    authors = {a.id: folded(a.author) for a in accounts if a.id in namesake_authors and a.author}
    for mention in mentions:
        author = authors.get(mention.account)
        if author and mention.type == "person" and folded(mention.form) == author:
            apart[mention.passage] = author, SAME_NAME
    return apart


def _told_apart(mention: Mention, sentence: Passage) -> bool:
    """Whether the words around a full name tell it from another of its name."""
    name = parsed(mention.form or mention.passage.quote)
    if not name.given:
        return False
    begin, end = mention.passage.start - sentence.start, mention.passage.end - sentence.start
    before = " ".join(sentence.quote[max(0, begin - BEFORE) : begin].split()) + " "
    after = sentence.quote[end : end + AFTER]
    return bool(_OTHER.search(before) or _NO_RELATION.match(after))


def _key(mention: Mention) -> str:
    name = parsed(mention.form or mention.passage.quote)
    return f"{name.given[0]} {name.surname}" if name.given else name.surname

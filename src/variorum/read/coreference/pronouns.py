"""Pronouns: whom "he" and "she" mean, where only one person can be meant.

After the centering of Grosz, Joshi and Weinstein (1995), kept to its safest part: a sentence that
opens with a pronoun goes on about the one person its paragraph has named, or about the person the
sentence before was about when that sentence named nobody else. Everything else stays open.
"""

from bisect import bisect_left

from variorum.read.parse import Parse
from variorum.read.spans import NameSpan, ReferenceSpan
from variorum.read.words import listed

_HE = listed("he он")
_SHE = listed("she она")
_DATIVE = {"ему": "he", "ей": "she"}
_SKIPPED = listed("and but then so и а но потом")
_MALE = listed(
    "mr sir lord herr monsieur father brother uncle king prince son husband господин г-н отец брат "
    "дядя дед john william james george thomas henry robert charles david peter paul ivan alexander "
    "alexei nikolai mikhail dmitri vladimir sergei andrei pavel michael richard edward joseph frank "
    "albert alfred arthur hans karl otto jean pierre samuel daniel walter"
)
_FEMALE = listed(
    "mrs miss ms lady madam madame frau mme mlle mother sister aunt queen princess daughter wife "
    "widow госпожа г-жа мать сестра тётя тетя бабушка mary anne elizabeth margaret helen ruth alice "
    "edith dorothy florence grace jane joan kate agnes ellen esther hazel ingrid irene isobel judith "
    "lily mabel olive rose sarah susan violet"
)
_FEMALE_ENDINGS = ("ova", "eva", "ina", "skaya", "ова", "ева", "ина", "ская")


def stands_for(references: list[ReferenceSpan]) -> dict[tuple[int, int], int]:
    """The number of the name that the last word of a reference stands for, by paragraph and token."""
    return {(span.paragraph, span.end - 1): span.name for span in references if span.name >= 0}


def meant(parses: list[Parse], names: list[NameSpan]) -> list[ReferenceSpan]:
    """The pronouns and descriptions that stand for names, in order."""
    found: list[ReferenceSpan] = []
    at = 0
    for number, parse in enumerate(parses):
        at = bisect_left(names, number, lo=at, key=lambda span: span.paragraph)
        people: list[int] = []
        while at + len(people) < len(names) and names[at + len(people)].paragraph == number:
            people.append(at + len(people))
        if people:
            here = [n for n in people if names[n].kind == "person"]
            for token, name in _in_paragraph(parse, names, here):
                start, stop = parse.starts[token], parse.ends[token]
                found.append(ReferenceSpan(number, token, token + 1, start, stop, "pronoun", name))
    return found


def _in_paragraph(parse: Parse, names: list[NameSpan], people: list[int]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    centre, position = -1, 0
    named: dict[str, int] = {}
    for first, end in parse.sentences:
        inside = []
        while position < len(people) and names[people[position]].first < end:
            inside.append(people[position])
            position += 1
        token = first
        while token < end and (
            parse.words[token].lower() in _SKIPPED or not parse.words[token][0].isalpha()
        ):
            token += 1
        who = -1
        word = parse.words[token].lower() if token < end else ""
        pronoun = _DATIVE.get(word) or ("he" if word in _HE else "she" if word in _SHE else "")
        if pronoun:
            who = _candidate(names, named, centre, pronoun)
            if who >= 0:
                others = {surname(names[n]) for n in inside} - {surname(names[who])}
                same = {word} if not others else set()
                found.append((token, who))
                found += [
                    (later, who)
                    for later in range(token + 1, end)
                    if parse.words[later].lower() in same and parse.deps[later][:5] == "nsubj"
                ]
        for name in inside:
            key = surname(names[name])
            # The fullest mention stands for the person: identity is easiest to see there.
            if key not in named or len(names[name].form) > len(names[named[key]].form):
                named[key] = name
        about = {surname(names[n]) for n in inside}
        if who >= 0 and about <= {surname(names[who])}:
            centre = who
        elif len(about) == 1 and names[inside[0]].first <= token + 4:
            centre = named[about.pop()]
        else:
            centre = -1
    return found


def _candidate(names: list[NameSpan], named: dict[str, int], centre: int, pronoun: str) -> int:
    fitting = [name for name in named.values() if can_be(names[name], pronoun)]
    if len(fitting) == 1:
        return fitting[0]
    return centre if centre in fitting else -1


def can_be(name: NameSpan, pronoun: str) -> bool:
    """Whether a name fits "he" or "she"; "she" needs a sign that the name is a woman's."""
    words = [w.lower().rstrip(".") for title in name.titles for w in title.split(" ")]
    form = name.form.lower().split(" ")
    words += form[:1] if len(form) > 1 else []
    if pronoun == "he":
        return not _FEMALE.intersection(words) and not (
            len(form) > 1 and form[-1].endswith(_FEMALE_ENDINGS) and form[0][-1:] in "aа"
        )
    if _MALE.intersection(words):
        return False
    feminine = form[-1].endswith(_FEMALE_ENDINGS) or form[0].endswith(("a", "а", "я"))
    return bool(_FEMALE.intersection(words)) or feminine


def surname(name: NameSpan) -> str:
    return name.form.rpartition(" ")[2].lower()

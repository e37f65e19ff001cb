"""On which ground a word is a compiler's, and what an author's own would look like.

Thresholds were set on one part of the bench texts with planted words and on news without any, and
are scored on the other part (``benchmarks/hands.py``).
"""

import re

from variorum.establish.hands.beside import APPOSED, JOINED
from variorum.establish.hands.case import BRACKETS, LEAST_PLACES, Case

LEAST_BRACKETED_SHARE = 0.15
LEAST_SHARE = 0.35
LEAST_SHARE_OF_MANY = 0.2
LEAST_SHARE_OF_TWO = 0.5
LEAST_SHARE_WITH_BREAKS = 0.15
LEAST_SHARE_AFTER = 0.6
LEAST_SHARE_JOINED = 0.2
LEAST_SHARE_CAPITALISED = 0.35
"""Share of the name's mentions, in the texts that have the word at all, beside which it stands: in
brackets; bare before the name; the same with ``MANY_PLACES``; in two texts only; where it breaks
the grammar and the texts also use it otherwise; bare after the name;
after it with a hyphen or between commas; capitalised everywhere."""
MANY_PLACES = 10
"""Places in all texts together."""
LEAST_REPEATS = 2
LEAST_REPEATS_OF_TWO = 3
LEAST_REPEATS_OF_MANY = 1.5
MANY_TEXTS = 5
LEAST_REPEATS_IN_ROUND = 1.5
LEAST_REPEATS_JOINED = 1.5
"""Places in each text, on average: bare before the name; where two texts must suffice, or the word
comes after the name; in ``MANY_TEXTS`` that have the word nowhere else; in round brackets after the
name; after it with a hyphen or between commas. Once in each text, and it is an apposition."""
MOST_ELSEWHERE = 0.25
"""Uses of the word away from any name, for each use beside this one."""
MOST_OTHER_NAMES = 0.34
"""Uses of the word beside other names, for each use beside this one."""
MOST_STRAY = 0.15
"""Both together, where nothing breaks the grammar."""
MOST_STRAY_IF_FEW = 0.1
"""Uses away from any name where two texts must suffice, or the word is capitalised everywhere."""
MOST_ELSEWHERE_IF_UPPER = 0.07
"""Uses of a word all in capitals away from any name: an abbreviation of the texts' own has many."""
LEAST_UPPER = 0.8
"""Share of the places all in capitals, from which on it is no part of a name written as usual."""
MOST_DETERMINERS = 0.5
"""An adjective or common noun follows an article in most places, a word set before a name in few."""
LEAST_DIRECT = 0.5
"""Share of the places where the word touches the surname: an apposition stands before full names."""
LEAST_GOVERNED = 0.3
"""Share of the places where a sign, preposition or conjunction asks for a name: a verb has its
subject there ("they allege …")."""
LEAST_GOVERNED_IF_RARE = 0.7
"""The same, where fewer places suffice."""
MOST_COMMON = 0.2
"""Uses of the name's own word in small letters or after an article, for each use as a name: with
more it is no name."""
LEAST_PERSON = 0.1
"""Share of a person's mentions that end a run of capitalised words, as a surname does."""
_GENITIVE = re.compile(r"(?:[аяы]|ой|ого|его|ых)$")


def ground_of(case: Case, others: int, capital_others: int) -> str:
    """On which ground the case is a compiler's, or an empty string.

    ``others`` counts the word's places beside other names, ``capital_others`` those where it is
    capitalised.
    """
    if case.elsewhere > MOST_ELSEWHERE * max(case.small, case.capitals):
        return ""
    bracketed = sum(place.form in BRACKETS for place in case.places)
    if bracketed * 2 > len(case.places):
        return _bracketed(case, bracketed) if others <= bracketed else ""
    if others > MOST_OTHER_NAMES * case.small or case.common > MOST_COMMON * case.named:
        return ""
    acronym = sum(place.name.rstrip("s").isupper() for place in case.places)
    if acronym * 2 > len(case.places):
        return ""
    if case.side == "after":
        return _after(case)
    if case.determined > MOST_DETERMINERS:
        return ""
    if case.breaking_texts >= 2 and _often_enough_with_breaks(case, others):
        return "breaks the grammar, in several texts"
    if case.capitals > case.small or not case.small:
        return _capitalised(case, others + capital_others)
    if case.direct < LEAST_DIRECT or case.persons < LEAST_PERSON * case.named:
        return ""
    if _is_genitive(case):
        return ""
    return _bare(case, others)


def _often_enough_with_breaks(case: Case, others: int) -> bool:
    return case.share >= LEAST_SHARE_WITH_BREAKS or not case.elsewhere + others


def _bare(case: Case, others: int) -> str:
    stray = case.elsewhere + others
    pure = not stray and not case.determined and case.governed >= LEAST_GOVERNED_IF_RARE
    share = LEAST_SHARE if case.small < MANY_PLACES and not pure else LEAST_SHARE_OF_MANY
    often = case.small >= LEAST_REPEATS * case.units or (pure and case.breaking_texts > 0)
    often = often or _in_many_texts(case, stray)
    broken = case.texts >= 3 and case.breaks >= LEAST_PLACES and case.share >= LEAST_SHARE
    if (stray > MOST_STRAY * case.small and not broken) or case.governed < LEAST_GOVERNED:
        return ""
    if case.texts >= 3 and often and case.share >= share:
        return "set before the name throughout several texts"
    few = case.elsewhere <= MOST_STRAY_IF_FEW * case.small
    repeated = case.small >= LEAST_REPEATS_OF_TWO * case.units
    if case.texts == 2 and repeated and case.share >= LEAST_SHARE_OF_TWO and few:
        return "set before the name in two texts"
    if case.texts == 1 and case.breaks >= LEAST_PLACES and case.share >= LEAST_SHARE:
        return "breaks the grammar of one text"
    return ""


def _in_many_texts(case: Case, stray: int) -> bool:
    """Whether so many independent texts have the word, and nowhere else, that fewer places do."""
    if stray or case.governed < LEAST_GOVERNED_IF_RARE:
        return False
    return case.texts >= MANY_TEXTS and case.small >= LEAST_REPEATS_OF_MANY * case.units


def _capitalised(case: Case, others: int) -> str:
    """Capitalised almost everywhere, as a second surname or a middle name would be.

    Those keep to the one man, too; but who has two surnames is seldom called by the last alone in
    the same text, and nobody's middle name stands before half the mentions of his surname. A word
    in capitals that the texts have nowhere else is neither.
    """
    places = len(case.places)
    if others > MOST_STRAY * places or case.elsewhere > MOST_STRAY_IF_FEW * places:
        return ""
    upper = case.upper >= LEAST_UPPER * places
    if upper and case.elsewhere > MOST_ELSEWHERE_IF_UPPER * places:
        return ""
    if not upper and (case.inside_texts < 2 or case.alone < 2):
        return ""
    if case.all_texts < 3 or places < LEAST_REPEATS * case.all_texts:
        return ""
    if case.share < LEAST_SHARE_CAPITALISED:
        return ""
    return "capitalised, set between first name and surname"


def _is_genitive(case: Case) -> bool:
    """Whether the name may depend on the word, as in Russian a genitive does ("plan of N"): it has
    one form everywhere, and that form is none a man's surname has in the nominative."""
    forms = {place.name.casefold() for place in case.places}
    return len(forms) == 1 and bool(_GENITIVE.search(min(forms)))


def _bracketed(case: Case, bracketed: int) -> str:
    """A bracket before or after the name: an editor's completion would be a name or title."""
    if case.bracketed_texts < 2 or case.share < LEAST_BRACKETED_SHARE or case.capitals:
        return ""
    places = [place for place in case.places if place.form in BRACKETS]
    if sum(place.form in "(（" for place in places) * 2 > bracketed:
        if sum(place.quote[1:].lstrip()[:1].isupper() for place in places) * 2 > bracketed:
            return ""
        if case.side == "after" and (
            case.bracketed_texts < 3 or bracketed < LEAST_REPEATS_IN_ROUND * case.units
        ):
            return ""
    return "bracketed, in several texts"


def _after(case: Case) -> str:
    """A word after the name: bare it is mostly a verb, so nearly every mention must have it; with a
    hyphen or between commas it is an apposition, which no author repeats with the name."""
    if case.texts < 3 or case.elsewhere or case.persons < LEAST_PERSON * case.named:
        return ""
    joined = sum(place.form in (JOINED, APPOSED) for place in case.places)
    if joined * 2 > case.small:
        often = case.small >= LEAST_REPEATS_JOINED * case.units and case.share >= LEAST_SHARE_JOINED
        return "set after the name throughout several texts" if often else ""
    if case.small < LEAST_REPEATS_OF_TWO * case.units or case.share < LEAST_SHARE_AFTER:
        return ""
    return "set after the name throughout several texts"

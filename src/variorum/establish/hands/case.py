"""A case: one word beside one name over all accounts, with what speaks for and against a compiler."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from variorum.establish.hands.beside import CAPITAL, UNTOLD
from variorum.establish.hands.folding import key, script
from variorum.establish.hands.lexicon import (
    ADDRESSES,
    DETERMINERS,
    SUBJECTS,
    TITLES,
    is_ordinary,
    is_title,
)
from variorum.model.critique import Sighting

BRACKETS = "[(<{⟨‹［（"
BARE = '-="'
LEAST_PLACES = 4
"""Places in all texts together."""
SAME_LEFT = 0.8
"""A word that stands to the left of the found word in so many places is part of the phrase."""
LONGEST_PHRASE = 3
MOST_SHARED_PLACES = 0.5
"""A text of whose places more stand in the same words as in other texts is a copy of those."""

_LAST = re.compile(r"([^\W\d_]+(?:[’'][^\W\d_]+)*)([\W\d_]*)$")
_VERB_ENDINGS = ("s", "ed")
"""With these a headline goes on after an office ("Judge orders …"), so they break nothing there."""
_RUSSIAN_VERB = re.compile(r"(?:[еиаяую]т|[иаы]ла?|ли)(?:ся)?$")
"""What a name may be the subject of, and the next name the object: "Петров цитирует Иванова"."""
_AFTER_STOP = re.compile(r"[.!?…]|\n[ \t\r]*\n")


@dataclass(frozen=True, slots=True)
class Place:
    """One place of a sighting; a phrase may reach further left than the sighting's word."""

    sighting: Sighting
    index: int
    start: int
    quote: str
    left: str
    form: str

    @property
    def near(self) -> bool:
        """Whether the name stands directly next to it."""
        return self.sighting.runs[self.index] == "1"

    @property
    def name(self) -> str:
        """The name as written there."""
        return self.sighting.nexts[self.index]

    @property
    def told(self) -> bool:
        """Whether its form tells it from a part of the name."""
        return self.form not in UNTOLD


@dataclass(frozen=True, slots=True)
class Case:
    """Counts over all ``places``. ``texts`` and its like count independent texts only,
    ``units`` all that have a told place;
    ``named``, ``persons`` and ``common`` are the name's mentions, those that follow another
    capitalised word, and the same word's uses as no name, in all accounts that have it;
    ``here`` its mentions in the accounts that have the word; ``alone`` the independent texts among
    these in which it also stands without the word; ``inside`` and ``inside_texts`` count the places
    between a first name and the surname, whatever their form; ``upper`` those all in capitals."""

    word: str
    names: tuple[str, ...]
    side: str
    places: tuple[Place, ...]
    small: int
    units: int
    texts: int
    all_texts: int
    bracketed_texts: int
    here: int
    elsewhere: int
    named: int
    persons: int
    common: int
    breaks: int
    breaking_texts: int
    inside_texts: int
    alone: int
    determined: float
    direct: float
    governed: float
    capitals: int
    upper: int

    @property
    def share(self) -> float:
        """Share of the name's mentions beside which the word stands, where it stands at all."""
        return len(self.places) / max(1, self.here)


def places_of(sighting: Sighting) -> list[Place]:
    """The places of one sighting."""
    return [
        Place(
            sighting,
            i,
            sighting.starts[i],
            sighting.quotes[i],
            sighting.lefts[i],
            sighting.forms[i],
        )
        for i in range(len(sighting.starts))
    ]


def case_of(
    word: str,
    names: tuple[str, ...],
    side: str,
    group: Sequence[Sighting],
    first_names: Counter[str],
    mentions: Sequence[tuple[int, int, int]],
) -> Case:
    """Count what ``group``, the word's sightings beside these forms of a name, has to show.

    ``first_names`` counts the capitalised words that stand directly before the name; ``mentions``
    are (named, full, common) of every account that has the name.
    """
    places = [place for sighting in group for place in places_of(sighting)]
    determined = [_determined(place) for place in places if place.told]
    if side == "before":
        places = _whole_phrase(places)
    told = [place for place in places if place.told]
    breaking = [place for place in places if side == "before" and _breaks(place, first_names)]
    inside = [p for p in places if side == "before" and _is_inside(p, word, first_names)]
    named_after = sum(_follows_name(place) for place in places) if side == "before" else 0
    here = {(s.account, s.name): s.named for s in group}
    seen = Counter(place.sighting.account for place in places)
    mentioned: Counter[str] = Counter()
    for (account, _), count in here.items():
        mentioned[account] += count
    return Case(
        word=word,
        names=names,
        side=side,
        places=tuple(places),
        small=len(told),
        units=len({place.sighting.unit for place in told}),
        texts=independent(told),
        all_texts=independent(places),
        bracketed_texts=independent([place for place in told if place.form in BRACKETS]),
        here=sum(here.values()),
        elsewhere=sum(s.elsewhere for s in group),
        named=sum(counted[0] for counted in mentions),
        persons=sum(counted[1] for counted in mentions) + named_after,
        common=sum(counted[2] for counted in mentions),
        breaks=len(breaking),
        breaking_texts=independent(breaking),
        inside_texts=independent(inside),
        alone=independent(
            [p for p in places if seen[p.sighting.account] < mentioned[p.sighting.account]]
        ),
        determined=_ratio(sum(determined), told),
        direct=_ratio(sum(place.near for place in told), told),
        governed=_ratio(sum(_governed(place) for place in told), told),
        capitals=sum(place.form == CAPITAL and not _opens_sentence(place) for place in places),
        upper=sum(place.quote.isupper() and not place.name.isupper() for place in places),
    )


def _ratio(count: int, places: Sequence[Place]) -> float:
    return count / max(1, len(places))


def independent(places: Sequence[Place]) -> int:
    """In how many texts that do not depend on each other the places stand.

    Texts by one author count once. A text whose places stand, more than half of them, in the same
    words as in texts already counted is a copy or quotes them, and counts for nothing.
    """
    contexts: dict[str, set[tuple[str, str, str]]] = {}
    for place in places:
        context = place.left, place.name, place.quote
        contexts.setdefault(place.sighting.unit, set()).add(context)
    known: set[tuple[str, str, str]] = set()
    count = 0
    if not contexts:
        return 0
    for _, own in sorted(contexts.items(), key=lambda item: (-len(item[1]), item[0])):
        count += len(own & known) <= MOST_SHARED_PLACES * len(own)
        known |= own
    return count


def _whole_phrase(places: list[Place]) -> list[Place]:
    """Widen each bare word over what stands to its left almost everywhere ("old grey …")."""
    for _ in range(LONGEST_PHRASE - 1):
        bare = [place for place in places if place.form in BARE]
        if len(bare) < LEAST_PLACES:
            return places
        lefts = Counter(_left_word(place.left) for place in bare)
        small = Counter(word for word in lefts.elements() if word)
        small.subtract(_left_word(place.left) for place in bare if _left_is_capital(place.left))
        word, count = min(lefts.items(), key=lambda item: (-item[1], item[0]))
        if not word or count < SAME_LEFT * len(bare):
            return places
        if word not in DETERMINERS and small[word] * 2 < count:
            return places
        places = [_widened(place, word) for place in places]
    return places


def _left_word(left: str) -> str:
    """The word that touches the place on the left, folded, or nothing."""
    match = _LAST.search(left)
    return match[1].casefold() if match and match[2] in (" ", "\n") else ""


def _left_is_capital(left: str) -> bool:
    match = _LAST.search(left)
    return bool(match and match[1][0].isupper())


def _widened(place: Place, word: str) -> Place:
    if place.form not in BARE + CAPITAL or _left_word(place.left) != word:
        return place
    added = place.left[-len(word) - 1 :]
    return Place(
        place.sighting,
        place.index,
        place.start - len(added),
        added + place.quote,
        place.left[: -len(added)],
        place.form,
    )


def _breaks(place: Place, first_names: Mapping[str, int]) -> bool:
    """Whether no author could have set the word there: the place before the name was filled.

    So it is after a title, between first name and surname, for a small word at the start of a
    sentence, and for a bare word in another script than the name's and the text's.
    """
    if not place.near:
        return False
    if place.form not in BRACKETS and _is_of_another_script(place):
        return True
    if not place.told or _RUSSIAN_VERB.search(place.quote):
        return False
    match = _LAST.search(place.left)
    if not match:
        return not place.left and place.form == "-" and place.start > 0
    before, signs = match[1], match[2]
    abbreviation = signs.strip() == "." and (is_title(before) or len(before) == 1)
    if _AFTER_STOP.search(signs) and not abbreviation:
        return place.form in "-=" and place.quote[0].islower() and "." not in signs[1:]
    if signs.strip() and not abbreviation:
        return False
    if is_title(before):
        small = before.casefold()
        verb = small not in TITLES or place.quote.endswith(_VERB_ENDINGS)
        return before[0].isupper() and (small in ADDRESSES or not verb)
    if not before[0].isupper() or is_ordinary(before):
        return False
    return first_names.get(key(before), 0) > 0


def _is_of_another_script(place: Place) -> bool:
    """Whether the words on both sides are of one script and the place is of another."""
    match = _LAST.search(place.left)
    if not match:
        return False
    return script(match[1]) == script(place.name) != script(place.quote)


def _is_inside(place: Place, word: str, first_names: Mapping[str, int]) -> bool:
    """Whether a first name that elsewhere touches the surname stands before the word."""
    match = _LAST.search(place.left)
    if not place.near or not match or match[2] != " " or not match[1][0].isupper():
        return False
    before = key(match[1])
    return before != word and not is_ordinary(match[1]) and first_names.get(before, 0) > 0


def _opens_sentence(place: Place) -> bool:
    """Whether a capital is due there by the rules of writing: at the head of a sentence or line."""
    match = _LAST.search(place.left)
    return not match or bool(_AFTER_STOP.search(match[2])) or "\n" in match[2]


def _follows_name(place: Place) -> bool:
    """Whether a first name or title stands to the left: the found word broke up a full name."""
    match = _LAST.search(place.left)
    return bool(match and match[1][0].isupper() and match[2].strip() in ("", "."))


def _determined(place: Place) -> bool:
    match = _LAST.search(place.left)
    return bool(match and match[1].casefold() in DETERMINERS and not match[2].strip())


def _governed(place: Place) -> bool:
    """Whether what stands to the left asks for a name: a sign, a small word that is no subject and
    no article, a title, a first name."""
    match = _LAST.search(place.left)
    if not match or match[2].strip() or match[1][0].isupper():
        return True
    word = match[1].casefold()
    return is_ordinary(word) and word not in DETERMINERS and word not in SUBJECTS

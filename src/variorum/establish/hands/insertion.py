"""The compiler's hand: a word set before one name in texts that have nothing else in common.

Authors, too, set words before names: titles, trades, first names, adjectives. Such a word comes and
goes with the author, stands before other names as well, comes with the first mention and not the
tenth, and obeys the grammar. A word that somebody set before the name in other people's texts
keeps to that name, comes before a large share of its mentions in each of them, whoever speaks, and
breaks the grammar wherever the author had already filled the place: between first name and surname,
after a title, small at the start of a sentence. Only what meets these conditions in texts by
different authors is reported; thresholds were set on one half of the bench texts with planted words
and on all news texts without any, and are scored on the other half (``benchmarks/hands.py``).
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from variorum.establish.hands.confidence import confidence
from variorum.establish.hands.folding import key, one_edit_apart
from variorum.establish.hands.lexicon import (
    ADDRESSES,
    DETERMINERS,
    SUBJECTS,
    TITLES,
    is_ordinary,
    is_title,
)
from variorum.model.critique import Hand, Sighting
from variorum.model.ids import content_id
from variorum.model.passage import Passage

BRACKETS = "[(<{⟨‹［（"
BARE = '-="'
CAPITAL = "^"

LEAST_BRACKETED_SHARE = 0.15
LEAST_SHARE = 0.35
LEAST_SHARE_OF_MANY = 0.2
LEAST_SHARE_OF_TWO = 0.5
LEAST_SHARE_WITH_BREAKS = 0.15
LEAST_SHARE_AFTER = 0.8
"""Share of the name's mentions, in the texts that have the word at all, beside which it stands: in
brackets; bare before the name; the same with ``MANY_PLACES``; in two texts only; where it breaks
the grammar; bare after the name."""
LEAST_PLACES = 4
MANY_PLACES = 10
"""Places in all texts together."""
LEAST_REPEATS = 2
LEAST_REPEATS_OF_TWO = 3
LEAST_REPEATS_IN_ROUND = 1.5
"""Places in each text, on average: bare before the name; where two texts must suffice, or the word
comes after the name; in round brackets after the name. Once in each text, and it is an apposition."""
MOST_ELSEWHERE = 0.25
"""Uses of the word away from any name, for each use beside this one."""
MOST_OTHER_NAMES = 0.34
"""Uses of the word beside other names, for each use beside this one."""
MOST_STRAY = 0.15
"""Both together, where nothing breaks the grammar."""
MOST_DETERMINERS = 0.5
"""An adjective or common noun follows an article in most places, a word set before a name in few."""
LEAST_DIRECT = 0.5
"""Share of the places where the word touches the surname: an apposition stands before full names."""
LEAST_GOVERNED = 0.3
"""Share of the places where a sign, preposition or conjunction asks for a name: a verb has its
subject there ("they allege …")."""
MOST_COMMON = 0.2
"""Uses of the name's own word in small letters or after an article, for each use as a name: with
more it is no name."""
LEAST_PERSON = 0.1
"""Share of a person's mentions that end a run of capitalised words, as a surname does."""
SAME_LEFT = 0.85
"""A word that stands to the left of the found word in so many places is part of the phrase."""
LONGEST_PHRASE = 3
SHORTEST_VARIANT = 5
"""Letters a word must have for a spelling one letter apart to count as the same word."""

_LAST = re.compile(r"([^\W\d_]+(?:[’'][^\W\d_]+)*)([\W\d_]*)$")
_GENITIVE = re.compile(r"(?:[аяы]|ой|ого|его|ых)$")
_VERB_ENDINGS = ("s", "ed")
"""With these a headline goes on after an office ("Judge orders …"), so they break nothing there."""
_AFTER_STOP = re.compile(r"[.!?…]|\n[ \t\r]*\n")


@dataclass(frozen=True, slots=True)
class _Place:
    sighting: Sighting
    index: int
    start: int
    quote: str
    left: str
    form: str

    @property
    def near(self) -> bool:
        return self.sighting.runs[self.index] == "1"


@dataclass(frozen=True, slots=True)
class _Case:
    """One word beside one name over all accounts, with what speaks for and against a compiler."""

    word: str
    name: str
    side: str
    places: tuple[_Place, ...]
    texts: int
    bracketed_texts: int
    share: float
    elsewhere: int
    named: int
    persons: int
    common: int
    breaks: int
    breaking_texts: int
    determined: float
    direct: float
    governed: float
    capitals: int


def compiler_hands(sightings: Iterable[Sighting]) -> tuple[Hand, ...]:
    """The insertions by a compiler that all accounts together show, sorted by passage.

    ``sightings`` are those of every account of the dossier, in any order. Time is linear in their
    number. Every hand is ``compiler``, every kind ``insertion``: treat each as masked by default.
    """
    by_word: dict[tuple[str, str], dict[str, list[Sighting]]] = defaultdict(
        lambda: defaultdict(list)
    )
    first_names: dict[str, Counter[str]] = defaultdict(Counter)
    mentions: dict[str, dict[str, tuple[int, int, int]]] = defaultdict(dict)
    for sighting in sorted(sightings, key=lambda s: (s.account, s.word, s.name, s.side)):
        by_word[sighting.word, sighting.side][sighting.name].append(sighting)
        counted = sighting.named, sighting.full, sighting.common
        mentions[sighting.name][sighting.account] = counted
        if sighting.side == "before" and CAPITAL in sighting.forms:
            near = zip(sighting.forms, sighting.runs, strict=True)
            first_names[sighting.name][sighting.word] += list(near).count((CAPITAL, "1"))
    hands: dict[Passage, Hand] = {}
    accepted: list[tuple[_Case, str]] = []
    for (word, side), by_name in sorted(by_word.items()):
        if not _worth_a_look(by_name.values()):
            continue
        for names in _same_names(by_name):
            group = [sighting for name in names for sighting in by_name[name]]
            others = sum(
                _small(s.forms) for name in by_name if name not in names for s in by_name[name]
            )
            given = Counter[str]()
            for name in names:
                given.update(first_names[name])
            stats = [counted for name in names for counted in mentions[name].values()]
            case = _case(word, names[0], side, group, given, stats)
            ground = _ground(case, others)
            if ground:
                accepted.append((case, ground))
    for case, ground in accepted:
        for place in (*case.places, *_attached(case, by_word)):
            hand = _hand(place, case, ground)
            known = hands.get(hand.passage)
            if known is None or known.confidence < hand.confidence:
                hands[hand.passage] = hand
    return tuple(hands[passage] for passage in sorted(_outermost(hands)))


def _worth_a_look(groups: Iterable[Sequence[Sighting]]) -> bool:
    """Whether the word's places beside all names together could ever suffice."""
    texts, small, bracketed = set(), 0, False
    for group in groups:
        for sighting in group:
            count = _small(sighting.forms)
            if count:
                texts.add(sighting.unit)
                small += count
                bracketed = bracketed or sighting.forms[0] in BRACKETS
    return small >= LEAST_PLACES or (len(texts) >= 2 and (bracketed or small >= 2))


def _small(forms: str) -> int:
    return len(forms) - forms.count(CAPITAL)


def _same_names(by_name: Mapping[str, Sequence[Sighting]]) -> Iterator[tuple[str, ...]]:
    """The names beside one word, grouped where one letter tells them apart, most frequent first.

    Names are compared through their forms with one letter left out, so that the time is linear.
    """
    order = sorted(by_name, key=lambda name: (-sum(len(s.starts) for s in by_name[name]), name))
    heads: dict[str, str] = {}
    groups: dict[str, list[str]] = {}
    for name in order:
        shapes = [name]
        if len(name) >= SHORTEST_VARIANT:
            shapes += [name[:i] + name[i + 1 :] for i in range(len(name))]
        head = next((heads[shape] for shape in shapes if shape in heads), name)
        groups.setdefault(head, []).append(name)
        if head == name:
            for shape in shapes:
                heads.setdefault(shape, name)
    yield from (tuple(group) for group in groups.values())


def _case(
    word: str,
    name: str,
    side: str,
    group: Sequence[Sighting],
    first_names: Counter[str],
    mentions: Sequence[tuple[int, int, int]],
) -> _Case:
    places = [
        _Place(s, i, s.starts[i], s.quotes[i], s.lefts[i], s.forms[i])
        for s in group
        for i in range(len(s.starts))
    ]
    if side == "before":
        places = _whole_phrase(places)
    small = [place for place in places if place.form != CAPITAL]
    named_after = sum(_follows_name(place) for place in places) if side == "before" else 0
    named = {(s.account, s.name): s.named for s in group}
    breaking = [place for place in small if side == "before" and _breaks(place, first_names)]
    return _Case(
        word,
        name,
        side,
        tuple(places),
        _independent(small),
        _independent([place for place in small if place.form in BRACKETS]),
        len(places) / max(1, sum(named.values())),
        sum(s.elsewhere for s in group),
        sum(counted[0] for counted in mentions),
        sum(counted[1] for counted in mentions) + named_after,
        sum(counted[2] for counted in mentions),
        len(breaking),
        _independent(breaking),
        sum(_determined(place) for place in small) / max(1, len(small)),
        sum(place.near for place in small) / max(1, len(small)),
        sum(_governed(place) for place in small) / max(1, len(small)),
        len(places) - len(small),
    )


def _independent(places: Sequence[_Place]) -> int:
    """In how many texts that do not depend on each other the places stand.

    Texts by one author count once; so do texts whose places stand in the same words, because a
    sentence that was copied brings its words along.
    """
    contexts = {(place.left, place.sighting.nexts[place.index], place.quote) for place in places}
    return min(len({place.sighting.unit for place in places}), len(contexts))


def _whole_phrase(places: list[_Place]) -> list[_Place]:
    """Widen each bare word over what stands to its left almost everywhere ("old grey …")."""
    for _ in range(LONGEST_PHRASE - 1):
        bare = [place for place in places if place.form in BARE]
        if len(bare) < LEAST_PLACES:
            return places
        lefts = Counter(_left_word(place.left) for place in bare)
        word, count = min(lefts.items(), key=lambda item: (-item[1], item[0]))
        if not word or count < SAME_LEFT * len(bare):
            return places
        places = [_widened(place, word) for place in places]
    return places


def _left_word(left: str) -> str:
    """The small word that touches the place on the left, or nothing."""
    match = _LAST.search(left)
    if not match or match[2] not in (" ", "\n"):
        return ""
    word = match[1].casefold()
    return word if match[1][0].islower() or word in DETERMINERS else ""


def _widened(place: _Place, word: str) -> _Place:
    if place.form not in BARE or _left_word(place.left) != word:
        return place
    added = place.left[-len(word) - 1 :]
    return _Place(
        place.sighting,
        place.index,
        place.start - len(added),
        added + place.quote,
        place.left[: -len(added)],
        place.form,
    )


def _breaks(place: _Place, first_names: Counter[str]) -> bool:
    """Whether no author could have set the word there: the place before the name was filled.

    So it is after a title, between first name and surname, and, for a small word, at the start of
    a sentence.
    """
    if not place.near:
        return False
    match = _LAST.search(place.left)
    if not match:
        return not place.left and place.form == "-" and place.start > 0
    before, signs = match[1], match[2]
    abbreviation = signs.strip() == "." and (is_title(before) or len(before) == 1)
    if _AFTER_STOP.search(signs) and not abbreviation:
        return place.form == "-" and place.quote[0].islower() and "." not in signs[1:]
    if signs.strip() and not abbreviation:
        return False
    if is_title(before):
        small = before.casefold()
        verb = small not in TITLES or place.quote.endswith(_VERB_ENDINGS)
        return before[0].isupper() and (small in ADDRESSES or not verb)
    return before[0].isupper() and not is_ordinary(before) and _is_first_name(before, first_names)


def _follows_name(place: _Place) -> bool:
    """Whether a first name or title stands to the left: the found word broke up a full name."""
    match = _LAST.search(place.left)
    return bool(match and match[1][0].isupper() and match[2].strip() in ("", "."))


def _is_first_name(word: str, first_names: Counter[str]) -> bool:
    return first_names[key(word)] > 0


def _determined(place: _Place) -> bool:
    match = _LAST.search(place.left)
    return (
        bool(match)
        and match is not None
        and match[1].casefold() in DETERMINERS
        and not match[2].strip()
    )


def _governed(place: _Place) -> bool:
    """Whether what stands to the left asks for a name: a sign, a small word that is no subject and
    no article, a title, a first name."""
    match = _LAST.search(place.left)
    if not match or match[2].strip() or match[1][0].isupper():
        return True
    word = match[1].casefold()
    return is_ordinary(word) and word not in DETERMINERS and word not in SUBJECTS


def _ground(case: _Case, others: int) -> str:
    """On which ground the case is a compiler's, or an empty string: it says what it knows."""
    small = len(case.places) - case.capitals
    bracketed = sum(place.form in BRACKETS for place in case.places)
    if case.elsewhere > MOST_ELSEWHERE * small:
        return ""
    if bracketed * 2 > len(case.places):
        return _ground_bracketed(case, bracketed) if others <= bracketed else ""
    if others > MOST_OTHER_NAMES * small or case.common > MOST_COMMON * case.named:
        return ""
    if case.capitals > small:
        return ""
    if case.side == "after":
        return _ground_after(case, small)
    acronym = sum(p.sighting.nexts[p.index].rstrip("s").isupper() for p in case.places) > small / 2
    if acronym or case.determined > MOST_DETERMINERS:
        return ""
    if case.breaking_texts >= 2 and case.share >= LEAST_SHARE_WITH_BREAKS:
        return "breaks the grammar, in several texts"
    if case.direct < LEAST_DIRECT or case.persons < LEAST_PERSON * case.named:
        return ""
    if _is_genitive(case):
        return ""
    share = LEAST_SHARE if small < MANY_PLACES else LEAST_SHARE_OF_MANY
    often = small >= LEAST_REPEATS * case.texts
    if case.elsewhere + others > MOST_STRAY * small or case.governed < LEAST_GOVERNED:
        return ""
    if case.texts >= 3 and often and case.share >= share:
        return "set before the name throughout several texts"
    repeated = small >= LEAST_REPEATS_OF_TWO * case.texts
    if case.texts == 2 and repeated and case.share >= LEAST_SHARE_OF_TWO and not case.elsewhere:
        return "set before the name in two texts"
    if case.texts == 1 and case.breaks >= LEAST_PLACES and case.share >= LEAST_SHARE:
        return "breaks the grammar of one text"
    return ""


def _is_genitive(case: _Case) -> bool:
    """Whether the name may depend on the word, as in Russian a genitive does ("plan of N"): it has
    one form everywhere, and that form is none a man's surname has in the nominative."""
    forms = {place.sighting.nexts[place.index].casefold() for place in case.places}
    return len(forms) == 1 and bool(_GENITIVE.search(min(forms)))


def _ground_bracketed(case: _Case, bracketed: int) -> str:
    """A bracket before or after the name: an editor's completion would be a name or title."""
    if case.bracketed_texts < 2 or case.share < LEAST_BRACKETED_SHARE or case.capitals:
        return ""
    places = [place for place in case.places if place.form in BRACKETS]
    if sum(place.form in "(（" for place in places) * 2 > bracketed:
        if sum(place.quote[1:].lstrip()[:1].isupper() for place in places) * 2 > bracketed:
            return ""
        if case.side == "after" and (
            case.bracketed_texts < 3 or bracketed < LEAST_REPEATS_IN_ROUND * case.texts
        ):
            return ""
    return "bracketed, in several texts"


def _ground_after(case: _Case, small: int) -> str:
    """A bare word after the name: mostly a verb, so nearly every mention must have it."""
    if case.texts < 3 or case.elsewhere or small < LEAST_REPEATS_OF_TWO * case.texts:
        return ""
    if case.share < LEAST_SHARE_AFTER or case.persons < LEAST_PERSON * case.named:
        return ""
    return "set before the name throughout several texts"


def _attached(
    case: _Case, by_word: Mapping[tuple[str, str], Mapping[str, Sequence[Sighting]]]
) -> Iterator[_Place]:
    """The word's other places: beside a form of the name that was not recognised as such, with its
    own small variations of spelling, on the other side."""
    if case.elsewhere:
        return
    for (word, _), by_name in by_word.items():
        same = word == case.word
        if not same and not _is_variant(word, case.word):
            continue
        for name, group in by_name.items():
            if not same and name != case.name:
                continue
            for sighting in group:
                if sighting.elsewhere == 0:
                    for i, form in enumerate(sighting.forms):
                        if form != CAPITAL or name == case.name:
                            yield _Place(
                                sighting,
                                i,
                                sighting.starts[i],
                                sighting.quotes[i],
                                sighting.lefts[i],
                                form,
                            )


def _is_variant(word: str, of: str) -> bool:
    return len(of) >= SHORTEST_VARIANT and one_edit_apart(word, of)


def _hand(place: _Place, case: _Case, ground: str) -> Hand:
    passage = Passage(
        place.sighting.source, place.start, place.start + len(place.quote), place.quote
    )
    reasons = [
        f"the same {'bracket' if place.form in BRACKETS else 'word'} stands {case.side} the same name "
        f"in {case.texts} independent {'text' if case.texts == 1 else 'texts'}",
        f"beside {min(100, round(100 * case.share))}% of the name's mentions there",
    ]
    if case.breaks:
        reasons.append(
            f"breaks the grammar {case.breaks} times: the place before the name was filled"
        )
    if not case.elsewhere:
        reasons.append("the texts use it nowhere else")
    return Hand(
        content_id("h", passage.source, passage.start, passage.end, "compiler", "insertion"),
        passage,
        "compiler",
        "insertion",
        confidence(ground),
        tuple(reasons),
        place.sighting.account,
    )


def _outermost(hands: Mapping[Passage, Hand]) -> Iterator[Passage]:
    """Of overlapping passages the longest."""
    kept: Passage | None = None
    for passage in sorted(hands, key=lambda p: (p.source, p.start, -p.end)):
        if kept and kept.source == passage.source and passage.start < kept.end:
            continue
        kept = passage
        yield passage

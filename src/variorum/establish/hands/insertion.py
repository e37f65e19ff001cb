"""The compiler's hand: a word set beside one name in texts that have nothing else in common.

Authors, too, set words before names: titles, trades, first names, adjectives. Such a word comes and
goes with the author, stands before other names as well, comes with the first mention and not the
tenth, and obeys the grammar. A word that somebody set before the name in other people's texts
keeps to that name, comes before a large share of its mentions in each of them, whoever speaks, and
breaks the grammar wherever the author had already filled the place: between first name and surname,
after a title, small at the start of a sentence. Only what meets these conditions in texts by
different authors is reported (``ground``); then every other place of the word beside that name
follows, in whatever form it stands there.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from variorum.establish.hands.beside import CAPITAL, UNTOLD
from variorum.establish.hands.case import BRACKETS, LEAST_PLACES, Case, Place, case_of, places_of
from variorum.establish.hands.confidence import confidence
from variorum.establish.hands.folding import one_edit_apart
from variorum.establish.hands.ground import ground_of
from variorum.model.critique import Hand, Sighting
from variorum.model.ids import content_id
from variorum.model.passage import Passage

SHORTEST_VARIANT = 5
"""Letters a word must have for a spelling one letter apart to count as the same word."""
SLIPS = 3
"""How many times as many texts must have the word that another is a slip for."""
LONGEST_ENDING = 3
"""Letters that an inflected or plural form of the word may have after it."""

_Words = Mapping[tuple[str, str], Mapping[str, Sequence[Sighting]]]
"""Sightings by word and side, then by name."""


def compiler_hands(sightings: Iterable[Sighting]) -> tuple[Hand, ...]:
    """The insertions by a compiler that all accounts together show, sorted by passage.

    ``sightings`` are those of every account of the dossier, in any order. Time is linear in their
    number. Every hand is ``compiler``, every kind ``insertion``: treat each as masked by default.
    """
    by_word: dict[tuple[str, str], dict[str, list[Sighting]]] = defaultdict(
        lambda: defaultdict(list)
    )
    beside_name: dict[str, set[tuple[str, str]]] = defaultdict(set)
    first_names: dict[str, Counter[str]] = defaultdict(Counter)
    mentions: dict[str, dict[str, tuple[int, int, int]]] = defaultdict(dict)
    for sighting in sorted(sightings, key=lambda s: (s.account, s.word, s.name, s.side)):
        by_word[sighting.word, sighting.side][sighting.name].append(sighting)
        beside_name[sighting.name].add((sighting.word, sighting.side))
        counted = sighting.named, sighting.full, sighting.common
        mentions[sighting.name][sighting.account] = counted
        if sighting.side == "before" and CAPITAL in sighting.forms:
            near = zip(sighting.forms, sighting.runs, strict=True)
            first_names[sighting.name][sighting.word] += list(near).count((CAPITAL, "1"))
    accepted: list[tuple[Case, str]] = []
    for (word, side), by_name in sorted(by_word.items()):
        for names in _same_names(by_name):
            group = [sighting for name in names for sighting in by_name[name]]
            if not _worth_a_look(group) or _misread(word, side, names, by_word, beside_name):
                continue
            strange = [s for name in by_name if name not in names for s in by_name[name]]
            given = Counter[str]()
            for name in names:
                given.update(first_names[name])
            stats = [counted for name in names for counted in mentions[name].values()]
            case = case_of(word, names, side, group, given, stats)
            others, capital_others = _beside_others(strange, group)
            ground = ground_of(case, others, capital_others)
            if ground:
                accepted.append((case, ground))
    hands: dict[Passage, Hand] = {}
    for case, ground in accepted:
        for place in (*case.places, *_followers(case, by_word, beside_name)):
            hand = _hand(place, case, ground)
            known = hands.get(hand.passage)
            if known is None or known.confidence < hand.confidence:
                hands[hand.passage] = hand
    return tuple(hands[passage] for passage in sorted(_outermost(hands)))


def _worth_a_look(group: Sequence[Sighting]) -> bool:
    """Whether the word's places beside one name could ever suffice."""
    told = sum(_told(sighting.forms) for sighting in group)
    if told >= LEAST_PLACES:
        return True
    if len({sighting.unit for sighting in group}) < 2:
        return False
    return told >= 2 or sum(len(sighting.forms) for sighting in group) >= LEAST_PLACES


def _misread(
    word: str,
    side: str,
    names: Sequence[str],
    by_word: _Words,
    beside_name: Mapping[str, set[tuple[str, str]]],
) -> bool:
    """Whether the word is another's that stands there in more texts, with a letter wrong: a scanner's or
    typist's slip."""

    def texts(of: str) -> int:
        found = by_word.get((of, side), {})
        return len({s.account for name in names for s in found.get(name, ())})

    near = {w for name in names for w, s in beside_name[name] if s == side and w != word}
    most = max((texts(w) for w in sorted(near) if one_edit_apart(w, word)), default=0)
    return most > SLIPS * texts(word)


def _told(forms: str) -> int:
    return sum(form not in UNTOLD for form in forms)


def _beside_others(strange: Sequence[Sighting], group: Sequence[Sighting]) -> tuple[int, int]:
    """The word's places beside other names, those of a told form and the rest.

    A place noted beside two names, of which one is the group's, is the group's: the surname stands
    directly after the word and another capitalised word follows ("… Petrov Bridge").
    """
    own = {(s.account, start) for s in group for start in s.starts}
    forms = "".join(
        form
        for s in strange
        for start, form in zip(s.starts, s.forms, strict=True)
        if (s.account, start) not in own
    )
    return _told(forms), len(forms) - _told(forms)


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


def _followers(
    case: Case, by_word: _Words, beside_name: Mapping[str, set[tuple[str, str]]]
) -> Iterator[Place]:
    """The word's other places: on the other side of the name, inflected or misspelled, beside a form
    of the name that was not recognised as such."""
    if case.elsewhere:
        return
    own = set(case.names)
    for side in ("before", "after"):
        for name, group in by_word.get((case.word, side), {}).items():
            if name not in own or side != case.side:
                yield from _unused_elsewhere(group, untold=name in own)
    others = {pair for name in own for pair in beside_name[name]}
    for word, side in sorted(others):
        if word != case.word and _is_variant(word, case.word):
            for name in case.names:
                yield from _unused_elsewhere(by_word[word, side].get(name, ()), untold=True)


def _unused_elsewhere(group: Sequence[Sighting], untold: bool) -> Iterator[Place]:
    for sighting in group:
        if sighting.elsewhere == 0:
            for place in places_of(sighting):
                if untold or place.told:
                    yield place


def _is_variant(word: str, of: str) -> bool:
    """Whether ``word`` is ``of`` with an ending, without one, or spelled with one letter changed."""
    if len(of) < SHORTEST_VARIANT or len(word) < SHORTEST_VARIANT:
        return False
    longer, shorter = (word, of) if len(word) > len(of) else (of, word)
    ending = longer.startswith(shorter) and len(longer) - len(shorter) <= LONGEST_ENDING
    return ending or one_edit_apart(word, of)


def _hand(place: Place, case: Case, ground: str) -> Hand:
    passage = Passage(
        place.sighting.source, place.start, place.start + len(place.quote), place.quote
    )
    texts = case.texts or case.all_texts
    reasons = [
        f"the same {'bracket' if place.form in BRACKETS else 'word'} stands {case.side} the same name "
        f"in {texts} independent {'text' if texts == 1 else 'texts'}",
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

"""The same thing, in another place: in the lamp room, in the stokehold."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from variorum.confront.context import SHORTEST
from variorum.confront.gaps import gapped
from variorum.confront.laid import Ground
from variorum.confront.told.difference import Difference, Told
from variorum.confront.told.lines import Line
from variorum.confront.told.pairs import Pair
from variorum.confront.told.spans import alike, noun_group, shared_near, words_of
from variorum.confront.told.words import BEINGS, PLAIN
from variorum.read.vocabulary import VERB_RELATIONS
from variorum.read.words import listed

LEAST_NEAR, LEAST_PARALLEL, LEAST_NAMED = 1.0, 0.7, 0.5
"""Rarity shared near two places that makes them places of one thing; the second where a parallel holds
both sentences, the third where it is one kind of place with two names ("country of the …")."""

ORIGINS = frozenset(("began",))
"""Relations after which any thing is a place: "the fire began in the stokehold"."""

SAME = tuple(
    listed(names)
    for names in (
        "lake sea", "tomb grave sepulchre vault", "prison jail gaol", "house home dwelling",
        "ship boat vessel",
        "mountain hill", "road street lane way", "town city village", "river stream creek brook",
        "quay wharf dock",
        "forest wood", "hotel inn tavern", "hospital infirmary", "station depot", "shop store",
        "дом здание", "город посёлок деревня село", "дорога улица", "лес роща", "река речка",
        "гора холм",
        "тюрьма острог", "корабль судно лодка", "школа училище", "больница госпиталь",
    )
)  # fmt: skip
"""Nouns that may name one place."""

TIMES = listed(
    """morning evening night day year minute hour month week noon afternoon midnight dawn dusk time
    beginning end quarter half spring summer autumn winter january february march april may june
    july august september october november december monday tuesday wednesday thursday friday
    saturday sunday earnest fact order утро вечер ночь день год минута час месяц неделя полдень
    полночь рассвет время начало конец весна лето осень зима"""
)
"""Nouns after "in" and "at" that tell when or how."""

WIDE = 12
"""Words on either side of a place among which the sentences must share something."""

LEAST_OF = 0.9
"""The same for one kind of place with two names where no parallel holds the sentences: there are many
villages. What they are called ("village") does not count."""

SURE = 0.5
"""Score of a parallel from which on it counts here."""

_KINDS: Mapping[str, str] = {
    **dict.fromkeys(
        ["in", "into", "at", "within", "inside", "on", "upon", "onto", "в", "во", "на"], "at"
    ),
    **dict.fromkeys(["near", "beside", "by", "opposite", "около", "возле", "у", "близ"], "near"),
    **dict.fromkeys(["from", "из", "от", "с", "со"], "from"),
    **dict.fromkeys(["to", "towards", "toward", "к", "ко", "до"], "to"),
    **dict.fromkeys(("of",), "of"),
}
"""Prepositions by what a place after them is to the thing told."""

PLACES = listed(
    """room loft ward lamp-room house street kitchen hold stokehold deck cabin church chapel yard
    square bank bridge mountain hill field wood forest river lake shore beach sea island village
    town city country land region district road lane gate door tower wall garden courtyard barn
    stable cellar attic roof station hospital school prison jail barracks camp fort trench ditch
    cave pit mine factory mill shop office tavern inn hotel harbour harbor quay jetty pier dock
    wharf ship boat barge train car carriage bed floor table stair staircase corridor hall theatre
    canteen library bakery warehouse saloon engine-room galley valley plain meadow ford creek
    mouth spring well cemetery grave tomb temple palace court synagogue desert wilderness place
    dam sluice комната дом улица кухня трюм палуба каюта церковь двор площадь берег мост гора холм
    поле лес река озеро остров деревня село город страна дорога переулок ворота дверь башня стена
    сад сарай конюшня подвал чердак крыша вокзал станция больница школа тюрьма казарма лагерь окоп
    яма шахта завод фабрика лавка трактир гавань пристань причал корабль лодка баржа поезд вагон
    столовая театр склад долина кладбище могила фонарная кочегарка плотина сушильня"""
)
"""Common nouns that are places."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place after a preposition: [first, end) its words, ``head`` its base form, ``verb`` what
    happened there."""

    at: int
    kind: str
    first: int
    end: int
    head: str
    entity: str
    verb: str
    lead: str


def spots(line: Line, ground: Ground) -> tuple[Spot, ...]:
    """The places a line tells, each with the verb or the noun before its preposition."""
    found = []
    for at, word in enumerate(line.words[:-1]):
        kind = _KINDS.get(word.form)
        if kind is None or word.part in line.unreal or at == 0:
            continue
        first = at + 1
        while first < len(line.words) and line.words[first].form in _SMALL:
            first += 1
        if first >= len(line.words) or line.words[first].part != word.part:
            continue
        if line.words[first].form in PLAIN or not line.words[first].content:
            continue
        end = noun_group(line, first)[1]
        head = line.words[end - 1]
        pointed = any(w.form in _POINTING for w in line.words[at + 1 : end])
        if pointed or len(head.base) < SHORTEST:
            continue
        mention = line.owner.get(first) or line.owner.get(end - 1)
        entity = mention.entity if mention is not None and mention.type == "place" else ""
        if kind == "of":
            unnamed = line.words[first - 1].form in ("a", "an") or head.base in PLACES | BEINGS
            if unnamed or not line.words[first].capital or not _content_before(line, at):
                continue
        verb = next(
            (
                n
                for n in range(at - 1, max(-1, at - 8), -1)
                if line.words[n].verb and line.words[n].clause == word.clause
            ),
            -1,
        )
        if kind != "of" and not entity and head.base not in PLACES:
            begun = verb >= 0 and VERB_RELATIONS.get(line.words[verb].base) in ORIGINS
            timed = any(w.base in TIMES or w.form[0].isdigit() for w in line.words[first:end])
            if not begun or timed or word.form not in ("in", "inside", "в"):
                continue
        if verb >= 0 and verb in line.denied:
            continue
        base = line.words[verb].base if verb >= 0 else ""
        lead = line.words[at - 1].base if line.words[at - 1].content else ""
        found.append(
            Spot(at, kind, first, end, head.base, entity, VERB_RELATIONS.get(base, base), lead)
        )
    return tuple(found)


_POINTING = listed("this that these those same present said which")
_SMALL = listed("""the a an his her its their our my your this that one said same""")


def _content_before(line: Line, at: int) -> bool:
    word = line.words[at - 1]
    return word.content and word.base in PLACES


def places_apart(
    pair: Pair,
    a: Line,
    b: Line,
    mine: tuple[Spot, ...],
    yours: tuple[Spot, ...],
    within: Mapping[str, frozenset[str]],
    nested: frozenset[frozenset[str]],
    ground: Ground,
) -> Iterator[Difference]:
    """Places that two lines give to one thing, neither within the other."""
    for one in mine:
        for other in yours:
            if one.kind != other.kind or one.head == other.head:
                continue
            if one.kind == "of":
                if one.lead != other.lead:
                    continue
            elif not one.verb or one.verb != other.verb:
                continue
            own = _told_of_oneself(a) or _told_of_oneself(b)
            if one.kind in ("to", "from") and own and pair.parallel < SURE:
                continue  # a narrator's ways are his own
            if any(one.head in same and other.head in same for same in SAME):
                continue
            if _named_in(one, b) or _named_in(other, a):
                continue
            if one.kind != "of" and bool(one.entity) != bool(other.entity):
                continue
            if one.entity and pair.parallel < SURE and pair.day < 1 and ground.when is None:
                continue  # in another town, and so likely another event
            if _contained(one, other, within) or frozenset((one.entity, other.entity)) in nested:
                continue
            said, place = words_of(a, one.at, one.end, ground)
            heard, spot = words_of(b, other.at, other.end, ground)
            if alike(one.head, other.head) or _part_of(said, heard):
                continue
            near, words = shared_near(
                a,
                one.first,
                one.end - one.first,
                b,
                other.first,
                other.end - other.first,
                ground,
                WIDE,
            )
            if one.kind == "of" and not pair.parallel:
                near -= ground.rarity.get("t:" + one.lead, 0.0)
            least = LEAST_NAMED if one.kind == "of" else LEAST_PARALLEL
            alone = LEAST_NEAR if ground.when is None else LEAST_PARALLEL
            if one.kind == "of":
                alone = LEAST_OF
            if near < (least if pair.parallel > SURE else alone):
                continue
            yield Difference(
                "place",
                "of" if one.kind == "of" else "spot",
                (one.verb or one.lead) + " " + (words[0] if words else ""),
                _question(one, words, gapped(ground.scenes[a.scene].sentence.passage, place)),
                Told(said, place, a.scene),
                Told(heard, spot, b.scene),
                near,
                ("neither place is known to lie within the other",),
            )


def _told_of_oneself(line: Line) -> bool:
    return any(word.form in ("i", "we", "я", "мы") for word in line.words)


def _question(one: Spot, words: list[str], around: str) -> str:
    """Where it was, in the words of one telling with a gap for the place."""
    told = [word for word in words if word not in (one.verb, one.lead)]
    if one.verb in ORIGINS and one.kind == "at" and told:
        return f"Where did the {told[0]} begin?"
    asked = {"from": "From where", "to": "Where to", "near": "Near what"}.get(one.kind, "Where")
    asked = f"Which {one.lead}" if one.kind == "of" else asked
    return f"{asked} was it: “{around}”?" if around else f"{asked} was it?"


def _named_in(spot: Spot, line: Line) -> bool:
    """Whether a line names the place too, anywhere."""
    return any(
        word.base == spot.head
        or (spot.entity and owner is not None and owner.entity == spot.entity)
        for n, word in enumerate(line.words)
        for owner in (line.owner.get(n),)
    )


def _part_of(said: str, heard: str) -> bool:
    """Whether one name holds all words of the other: "of Grand", "of Grand River"."""
    mine = [word for word in said.casefold().split() if word not in PLAIN]
    yours = [word for word in heard.casefold().split() if word not in PLAIN]
    if set(mine) <= set(yours) or set(yours) <= set(mine) or alike("".join(mine), "".join(yours)):
        return True
    return any(alike(one, other) for one in mine for other in yours)


def _contained(one: Spot, other: Spot, within: Mapping[str, frozenset[str]]) -> bool:
    return other.entity in within.get(one.entity, frozenset()) or one.entity in within.get(
        other.entity, frozenset()
    )

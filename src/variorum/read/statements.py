"""Statements: who was born, died, was killed, held a rank, when, where, how many.

A small closed vocabulary of relations for what people compare. Where a pipeline parses syntax the
arguments are the verb's own dependents; Russian is read by order of words within a sentence.

Values of type ``number`` are written ``42``, ``~300`` (about), ``40..`` (at least), ``..40`` (at most)
or ``10..15`` (between), a unit after a space (``12 mile``); of type ``date`` in EDTF; of type
``place`` or ``person`` as a mention's number here and a mention id in the record.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from variorum.read.dates import DateSpan
from variorum.read.names import NameSpan
from variorum.read.parse import Parse, children, subtree
from variorum.read.quantities import AGE, CLOCK, QuantitySpan
from variorum.read.words import HEDGES, KINSHIP, MILITARY_RANKS, NEGATIONS, OFFICES, TITLES, listed

AGE_RELATION, NUMBER, RANK, ROLE = "age", "number", "rank", "role"
BORN, DIED, KILLED, WOUNDED, MISSING, CAPTURED, RESCUED = (
    "born", "died", "killed", "wounded", "missing", "captured", "rescued",
)  # fmt: skip
HAPPENED, HOUR, LASTED = "happened", "hour", "lasted"

CASUALTIES = frozenset((DIED, KILLED, WOUNDED, MISSING, CAPTURED, RESCUED))

VERB_RELATIONS = {
    "bear": BORN, "die": DIED, "perish": DIED, "drown": DIED, "kill": KILLED, "murder": KILLED,
    "wound": WOUNDED, "injure": WOUNDED, "hurt": WOUNDED, "capture": CAPTURED, "arrest": "arrested",
    "rescue": RESCUED, "save": RESCUED, "marry": "married", "found": "founded",
    "establish": "founded", "build": "built", "begin": "began", "start": "began", "end": "ended",
    "finish": "ended", "sink": "sank", "arrive": "arrived", "return": "returned", "reach": "arrived",
    "leave": "left", "depart": "left", "sail": "left", "appoint": "appointed", "elect": "elected",
    "publish": "published", "land": "landed", "attack": "attacked", "burn": "burned",
    "destroy": "destroyed", "discover": "discovered", "bury": "buried", "retire": "retired",
    "join": "joined", "meet": "met", "sign": "signed", "surrender": "surrendered",
    "happen": HAPPENED, "occur": HAPPENED, "last": LASTED, "invent": "invented",
    "execute": "executed", "shoot": "shot", "open": "opened", "close": "closed",
    "родиться": BORN, "умереть": DIED, "скончаться": DIED, "погибнуть": DIED, "утонуть": DIED,
    "убить": KILLED, "ранить": WOUNDED, "пострадать": WOUNDED, "пропасть": MISSING,
    "спасти": RESCUED, "арестовать": "arrested", "основать": "founded", "построить": "built",
    "начаться": "began", "закончиться": "ended", "затонуть": "sank", "прибыть": "arrived",
    "вернуться": "returned", "уехать": "left", "назначить": "appointed", "похоронить": "buried",
    "произойти": HAPPENED, "случиться": HAPPENED, "длиться": LASTED, "продолжаться": LASTED,
}  # fmt: skip
"""Verbs (base forms) and the relation each states."""

MEASURES = {
    "mile": "distance", "kilometre": "distance", "metre": "distance", "yard": "distance",
    "foot": "distance", "verst": "distance", "league": "distance", "fathom": "depth",
    "nautical mile": "distance", "year": "duration", "month": "duration", "week": "duration",
    "day": "duration", "hour": "duration", "minute": "duration", "second": "duration",
    "dollar": "sum", "pound sterling": "sum", "euro": "sum", "ruble": "sum", "ton": "weight",
    "tonne": "weight", "kilogram": "weight", "pound": "weight", "percent": "share",
}  # fmt: skip
"""Units and what a quantity in them measures."""

RELATIONS = frozenset(VERB_RELATIONS.values()) | frozenset(MEASURES.values()) | {
    AGE_RELATION, NUMBER, RANK, ROLE, HOUR, MISSING,
}  # fmt: skip
"""The closed vocabulary; "age when died" and the like are ages at one of the events."""

_SUBJECTS = frozenset(("nsubj", "nsubjpass"))
_PLANS = listed("plan intend expect hope want mean propose decide")
_MODALS = {
    "will": "planned",
    "shall": "planned",
    "may": "hedged",
    "might": "hedged",
    "could": "hedged",
}
_RELATIVE = listed("later ago after before earlier old previously назад спустя через")
_PERSONAL = listed("he she they it we you him her them who which that this these those")
_PLACE_PREPOSITIONS = listed("in at near on from to off outside into в на под из")
_ROLE_ENDINGS = (
    "er",
    "or",
    "ist",
    "ian",
    "man",
    "woman",
    "eer",
    "master",
    "smith",
    "wright",
    "cook",
)
REACH = 7
"""Tokens between a Russian verb and its subject or number, at most."""


@dataclass(frozen=True, slots=True)
class StatementSpan:
    """A statement on ``[start, end)`` of the reading text. ``subject`` and ``object`` are numbers of
    name spans or -1; then ``subject_words`` and ``value`` hold words."""

    paragraph: int
    start: int
    end: int
    subject: int
    subject_words: str
    relation: str
    value: str
    object: int
    value_type: str
    time: str = ""
    place: int = -1
    polarity: str = "positive"
    modality: str = "asserted"


@dataclass(frozen=True, slots=True)
class _Page:
    """A paragraph with what was read in it, by token."""

    number: int
    parse: Parse
    below: dict[int, list[int]]
    names: list[NameSpan]
    at_token: dict[int, int]
    dates: list[tuple[int, int, DateSpan]]
    quantities: list[QuantitySpan]


def find_statements(
    parses: list[Parse],
    names: list[NameSpan],
    dates: list[DateSpan],
    quantities: list[QuantitySpan],
) -> list[StatementSpan]:
    """The statements of an account in order of their passages."""
    found: list[StatementSpan] = []
    by_paragraph = (_grouped(names), _grouped(dates), _grouped(quantities))
    for number, parse in enumerate(parses):
        name_numbers, date_numbers, quantity_numbers = (g.get(number, []) for g in by_paragraph)
        if parse.tags and not parse.tags[0]:
            continue
        page = _Page(
            number,
            parse,
            children(parse, 0, len(parse.words)),
            names,
            {t: n for n in name_numbers for t in range(names[n].first, names[n].end)},
            [_tokens(parse, dates[n]) for n in date_numbers],
            [quantities[n] for n in quantity_numbers],
        )
        here = [*_titles(page, name_numbers), *_ages(page), *_events(page), *_roles(page)]
        used = {(s.start, s.end) for s in here if s.value_type == "number"}
        here += _numbers(page, sorted(used))
        found += sorted(set(here), key=lambda s: (s.start, s.end, s.relation, s.value))
    return found


def _grouped(spans: Sequence[NameSpan | DateSpan | QuantitySpan]) -> dict[int, list[int]]:
    groups: dict[int, list[int]] = {}
    for number, span in enumerate(spans):
        groups.setdefault(span.paragraph, []).append(number)
    return groups


def _tokens(parse: Parse, span: DateSpan) -> tuple[int, int, DateSpan]:
    return bisect_right(parse.starts, span.start) - 1, bisect_left(parse.starts, span.end), span


def amount(quantity: QuantitySpan) -> str:
    """A quantity's value in the form statements give numbers."""
    low, high = _plain(quantity.low), "" if quantity.high is None else _plain(quantity.high)
    written = {
        "about": f"~{low}",
        "at_least": f"{low}..",
        "at_most": f"..{high}",
        "between": f"{low}..{high}",
    }.get(quantity.exactness, low)
    unit = "" if quantity.counted == AGE or quantity.unit == CLOCK else quantity.unit
    return f"{written} {unit}".rstrip()


def _plain(value: float) -> str:
    return str(int(value)) if value == int(value) else f"{value:.4f}".rstrip("0")


def _titles(page: _Page, numbers: list[int]) -> Iterator[StatementSpan]:
    """Ranks and offices that stand before a name."""
    for number in numbers:
        name = page.names[number]
        if name.kind != "person":
            continue
        for title in name.titles:
            words = [word.rstrip(".").lower() for word in title.replace("-", " ").split()]
            relation = RANK if MILITARY_RANKS.intersection(words) else ROLE
            if relation == ROLE and not _OFFICE_WORDS.intersection(words):
                continue
            at = page.parse.text.rfind(title, 0, name.start - page.parse.start)
            start = page.parse.start + at if at >= 0 else name.start
            yield StatementSpan(
                page.number, start, name.stop, number, "", relation, title.lower(), -1, "text"
            )


def _ages(page: _Page) -> Iterator[StatementSpan]:
    parse = page.parse
    for quantity in page.quantities:
        if quantity.counted != AGE:
            continue
        subject, relation = _aged(page, quantity)
        if subject is None:
            continue
        number, words, first, stop = subject
        start = min(quantity.start, parse.starts[first])
        end = max(quantity.end, parse.ends[stop - 1])
        yield StatementSpan(
            page.number, start, end, number, words, relation, amount(quantity), -1, "number",
            _time(page, *_sentence(parse, quantity.first)),
        )  # fmt: skip


_Subject = tuple[int, str, int, int]
"""A name's number or -1, the words, and the tokens they stand on."""


def _aged(page: _Page, quantity: QuantitySpan) -> tuple[_Subject | None, str]:
    """Whose age it is, and whether it is an age at an event."""
    parse, first = page.parse, quantity.first
    for token in (first - 2, first - 1):
        if token in page.at_token and parse.words[first - 1] in (",", "(", parse.words[token]):
            return _named(page, token), AGE_RELATION
    if not any(parse.deps):
        low, high = _sentence(parse, first)
        for token in [
            *range(quantity.stop, min(high, quantity.stop + 4)),
            *range(first - 1, max(low, first - 4) - 1, -1),
        ]:
            if token in page.at_token and page.names[page.at_token[token]].kind == "person":
                return _named(page, token), AGE_RELATION
        return None, ""
    low, high = _sentence(parse, first)
    following = parse.words[quantity.stop : quantity.stop + 6]
    for step, word in enumerate(following):
        token = quantity.stop + step
        if token in page.at_token and "-" in parse.words[first : quantity.stop]:
            return _named(page, token), AGE_RELATION
        if not (word[0].isalpha() or word in (",", "-")):
            break
    verb = _governor(parse, quantity.stop - 1, first, quantity.stop)
    if verb is None or not low <= verb < high:
        return None, ""
    subject = _subject_of(page, verb)
    if subject is None:
        return None, ""
    event = VERB_RELATIONS.get(parse.lemmas[verb])
    if parse.lemmas[verb] in ("be", "turn") or parse.words[first].lower() == "aged":
        return subject, AGE_RELATION
    return (subject, f"{AGE_RELATION} when {event}") if event else (None, "")


def _governor(parse: Parse, token: int, first: int, stop: int) -> int | None:
    """The verb above a token, climbing at most eight heads out of ``[first, stop)``."""
    for _ in range(8):
        head = parse.heads[token]
        if parse.tags[token][:2] == "VB" and not first <= token < stop:
            return token
        if head == token:
            return None
        token = head
    return None


def _subject_of(page: _Page, verb: int) -> _Subject | None:
    """The subject of a verb, its own or the one it shares ("came and died", "Petrov, born in…")."""
    parse = page.parse
    for _ in range(4):
        for token in page.below.get(verb, ()):
            if parse.deps[token] in _SUBJECTS:
                if parse.words[token].lower() in ("who", "which", "that"):
                    if parse.deps[verb] == "relcl":
                        return _named(page, parse.heads[verb])
                    return None
                return _named(page, token)
        if parse.deps[verb] == "acl":
            return _named(page, parse.heads[verb])
        if parse.deps[verb] not in ("conj", "xcomp", "advcl") or parse.heads[verb] == verb:
            return None
        verb = parse.heads[verb]
    return None


def _named(page: _Page, token: int) -> _Subject | None:
    """What a token stands for: its name, or its noun phrase; pronouns other than "I" are nobody."""
    parse = page.parse
    number = page.at_token.get(token)
    if number is not None:
        name = page.names[number]
        return number, "", name.first, name.end
    low = parse.words[token].lower()
    if low == "i":
        return -1, "I", token, token + 1
    if low in _PERSONAL or parse.tags[token] not in (
        "NN",
        "NNS",
        "NNP",
        "NNPS",
        "NOUN",
        "CD",
        "NUM",
    ):
        return None
    first, stop = token, token + 1
    while first > 0 and parse.heads[first - 1] == token and parse.deps[first - 1] in (
        "amod", "compound", "nmod", "poss",
    ):  # fmt: skip
        first -= 1
    base = parse.start
    words = parse.text[parse.starts[first] - base : parse.ends[stop - 1] - base]
    return -1, " ".join(words.split()), first, stop


def _sentence(parse: Parse, token: int) -> tuple[int, int]:
    at = bisect_right(parse.sentences, token, key=lambda s: s[0]) - 1
    return parse.sentences[at]


def _time(page: _Page, first: int, stop: int) -> str:
    """The one resolved date within the tokens ``[first, stop)``, or empty."""
    values = {d.edtf for f, s, d in page.dates if first <= f and s <= stop and d.edtf}
    return values.pop() if len(values) == 1 else ""


def _events(page: _Page) -> Iterator[StatementSpan]:
    parse = page.parse
    syntax = any(parse.deps)
    for verb, lemma in enumerate(parse.lemmas):
        relation = VERB_RELATIONS.get(lemma)
        if relation and parse.tags[verb][:2] == "VB":
            if syntax:
                yield from _english_event(page, verb, relation)
            else:
                yield from _russian_event(page, verb, relation)
        elif relation and parse.tags[verb] == "VERB":
            yield from _russian_event(page, verb, relation)


def _english_event(page: _Page, verb: int, relation: str) -> Iterator[StatementSpan]:
    parse = page.parse
    under = page.below.get(verb, [])
    objects = [t for t in under if parse.deps[t] == "dobj"]
    passive = (
        any(parse.deps[t] in ("auxpass", "nsubjpass") for t in under) or parse.deps[verb] == "acl"
    )
    subject = _subject_of(page, verb)
    transitive = bool(objects) and relation in CASUALTIES - {DIED}
    theme = _named(page, objects[0]) if transitive else subject
    if theme is None:
        return
    first, stop = subtree(page.below, verb)
    low, high = _sentence(parse, verb)
    first, stop = max(first, low), min(stop, high)
    dates = [(f, s, d) for f, s, d in page.dates if first <= f and s <= stop and d.edtf]
    dates = [item for item in dates if _under(parse, item[0], item[1], verb)]
    place = _place(page, verb)
    time = dates[0][2].edtf if len(dates) == 1 else ""
    polarity, modality = _polarity(page, verb), _modality(page, verb)

    def statement(value: str, object_: int, kind: str, a: int, b: int) -> StatementSpan:
        begin = min(theme[2], verb, a)
        end = max(theme[3], verb + 1, b)
        return StatementSpan(
            page.number, parse.starts[begin], parse.ends[end - 1], theme[0], theme[1], relation,
            value, object_, kind, time, place, polarity, modality,
        )  # fmt: skip

    if relation in CASUALTIES:
        for quantity in page.quantities:
            inside = theme[2] - 6 <= quantity.first and quantity.stop <= theme[3]
            if inside and not quantity.unit and quantity.stop == theme[3]:
                yield statement(amount(quantity), -1, "number", quantity.first, quantity.stop)
    if relation == LASTED:
        for quantity in page.quantities:
            if MEASURES.get(quantity.unit) == "duration" and verb < quantity.first <= verb + 6:
                yield statement(amount(quantity), -1, "number", quantity.first, quantity.stop)
    elif len(dates) == 1:
        yield statement(time, -1, "date", dates[0][0], dates[0][1])
    if place >= 0 and relation in (BORN, DIED, "buried", "landed", "arrived", HAPPENED):
        span = page.names[place]
        yield statement("", place, "place", span.first, span.end)
    if not passive and objects and not transitive and subject and subject[0] >= 0:
        other = page.at_token.get(objects[0], -1)
        if other >= 0 and page.names[other].kind == "person":
            span = page.names[other]
            yield statement("", other, "person", span.first, span.end)


def _under(parse: Parse, first: int, stop: int, verb: int) -> bool:
    """Whether a date hangs on this verb and on no other between them."""
    token = stop - 1
    for inside in range(first, stop):
        if not first <= parse.heads[inside] < stop:
            token = inside
    for _ in range(6):
        token = parse.heads[token]
        if token == verb:
            return True
        if parse.tags[token][:2] == "VB":
            return False
    return False


def _place(page: _Page, verb: int) -> int:
    """The number of the place named in a prepositional phrase of the verb, or -1."""
    parse = page.parse
    for token in page.below.get(verb, ()):
        if parse.deps[token] == "prep" and parse.words[token].lower() in _PLACE_PREPOSITIONS:
            for inner in page.below.get(token, ()):
                number = page.at_token.get(inner, -1)
                if number >= 0 and page.names[number].kind == "place":
                    return number
    return -1


def _polarity(page: _Page, verb: int) -> str:
    parse = page.parse
    under = page.below.get(verb, ())
    negated = any(parse.deps[t] == "neg" or parse.words[t].lower() in NEGATIONS for t in under)
    return "negative" if negated else "positive"


def _modality(page: _Page, verb: int) -> str:
    parse = page.parse
    under = page.below.get(verb, ())
    lemmas = [parse.words[t].lower() for t in under if parse.deps[t] in ("aux", "advmod", "mark")]
    if "if" in lemmas or ("would" in lemmas and "have" in lemmas):
        return "counterfactual"
    head = parse.heads[verb]
    if parse.deps[verb] == "xcomp" and parse.lemmas[head] in _PLANS:
        return "planned"
    for word in lemmas:
        if word in _MODALS:
            return _MODALS[word]
        if word in HEDGES:
            return "hedged"
    return "asserted"


def _russian_event(page: _Page, verb: int, relation: str) -> Iterator[StatementSpan]:
    parse = page.parse
    low, high = _sentence(parse, verb)
    polarity = "negative" if verb > low and parse.words[verb - 1].lower() == "не" else "positive"
    hedged = any(parse.words[t].lower() in HEDGES for t in range(low, high))
    modality = "hedged" if hedged else "asserted"
    time, place = _time(page, low, high), _russian_place(page, low, high)

    def statement(
        subject: int, words: str, value: str, object_: int, kind: str, a: int, b: int
    ) -> StatementSpan:
        return StatementSpan(
            page.number, parse.starts[min(a, verb)], parse.ends[max(b, verb + 1) - 1], subject,
            words, relation, value, object_, kind, time, place, polarity, modality,
        )  # fmt: skip

    if relation in CASUALTIES:
        for quantity in page.quantities:
            gap = max(quantity.first - verb - 1, verb - quantity.stop)
            if not quantity.unit and low <= quantity.first < high and gap <= 2:
                words = quantity.counted
                yield statement(
                    -1, words, amount(quantity), -1, "number", quantity.first, quantity.stop
                )
                return
    subject = _russian_subject(page, verb, low, high)
    if subject < 0:
        return
    name = page.names[subject]
    dates = [(f, s, d) for f, s, d in page.dates if low <= f < high and d.edtf]
    if len(dates) == 1:
        a, b = min(name.first, dates[0][0]), max(name.end, dates[0][1])
        yield statement(subject, "", dates[0][2].edtf, -1, "date", a, b)
    if place >= 0 and relation in (BORN, DIED, "buried"):
        span = page.names[place]
        yield statement(
            subject, "", "", place, "place", min(name.first, span.first), max(name.end, span.end)
        )


def _russian_subject(page: _Page, verb: int, low: int, high: int) -> int:
    """The one person named just before the verb, else just after it; -1 when it is not certain."""
    before = range(verb - 1, max(low, verb - REACH) - 1, -1)
    after = range(verb + 1, min(high, verb + 4))
    for tokens in (before, after):
        for token in tokens:
            number = page.at_token.get(token, -1)
            if number >= 0 and page.names[number].kind == "person":
                return number
            if parse_stops(page.parse, token):
                break
    return -1


def parse_stops(parse: Parse, token: int) -> bool:
    """Whether a subject can no longer be looked for beyond this token."""
    return parse.words[token] in (";", ":", "—") or parse.tags[token] in ("VERB", "PRON")


def _russian_place(page: _Page, low: int, high: int) -> int:
    places = [
        number
        for token, number in page.at_token.items()
        if low < token < high
        and page.names[number].kind == "place"
        and page.names[number].first == token
        and page.parse.words[token - 1].lower() in ("в", "во", "под", "на")
    ]
    return places[0] if len(places) == 1 else -1


def _roles(page: _Page) -> Iterator[StatementSpan]:
    """Appositions and "X was the captain": what somebody was."""
    parse = page.parse
    for token, dep in enumerate(parse.deps):
        if dep == "appos":
            head = parse.heads[token]
            pair = (token, head) if head in page.at_token else (head, token)
        elif dep == "attr" and parse.lemmas[parse.heads[token]] == "be":
            subject = _subject_of(page, parse.heads[token])
            if subject is None or subject[0] < 0:
                continue
            pair = (token, subject[3] - 1)
        else:
            continue
        role, named = pair
        number = page.at_token.get(named, -1)
        if number < 0 or page.names[number].kind != "person" or role in page.at_token:
            continue
        lemma = parse.lemmas[role]
        if parse.tags[role] != "NN" or lemma in KINSHIP:
            continue
        if lemma not in TITLES and not lemma.endswith(_ROLE_ENDINGS):
            continue
        verb = parse.heads[token] if dep == "attr" else token
        yield _role(page, role, number, verb, dep)


def _role(page: _Page, role: int, number: int, verb: int, dep: str) -> StatementSpan:
    parse, name = page.parse, page.names[number]
    first, stop = role, role + 1
    while (
        first > 0
        and parse.heads[first - 1] == role
        and parse.deps[first - 1] in ("amod", "compound")
    ):
        first -= 1
    if stop + 1 < len(parse.words) and parse.words[stop] == "of":
        below = subtree(page.below, stop)
        stop = below[1] if below[1] - stop <= REACH and below[0] == stop else stop
    base = parse.start
    value = " ".join(
        parse.text[parse.starts[first] - base : parse.ends[stop - 1] - base].lower().split()
    )
    words = value.replace("-", " ").split(" ")
    relation = RANK if MILITARY_RANKS.intersection(words) else ROLE
    polarity, modality = ("positive", "asserted")
    if dep == "attr":
        polarity, modality = _polarity(page, verb), _modality(page, verb)
    return StatementSpan(
        page.number,
        parse.starts[min(first, name.first)],
        parse.ends[max(stop, name.end) - 1],
        number, "", relation, value, -1, "text", polarity=polarity, modality=modality,
    )  # fmt: skip


def _numbers(page: _Page, used: list[tuple[int, int]]) -> Iterator[StatementSpan]:
    """How many there were, how far, how long, at what hour: quantities no event took."""
    parse = page.parse
    syntax = any(parse.deps)
    for quantity in page.quantities:
        at = bisect_right(used, (quantity.start, quantity.end + 1)) - 1
        covered = any(
            s <= quantity.start and quantity.end <= e for s, e in used[max(0, at - 1) : at + 2]
        )
        if quantity.counted == AGE or covered:
            continue
        low, high = _sentence(parse, quantity.first)
        time = _time(page, low, high)
        if not quantity.unit:
            words = parse.text[
                parse.starts[quantity.noun] - parse.start : quantity.end - parse.start
            ]
            yield StatementSpan(
                page.number, quantity.start, quantity.end, -1, " ".join(words.split()), NUMBER,
                amount(quantity), -1, "number", time,
            )  # fmt: skip
            continue
        relation = HOUR if quantity.unit == CLOCK else MEASURES.get(quantity.unit, "")
        near = (
            parse.words[max(low, quantity.first - 1) : quantity.first]
            + parse.words[quantity.stop : quantity.stop + 1]
        )
        if not relation or not syntax or _RELATIVE.intersection(word.lower() for word in near):
            continue
        verb = _governor(parse, quantity.stop - 1, quantity.first, quantity.stop)
        subject = _subject_of(page, verb) if verb is not None and low <= verb < high else None
        if verb is None or subject is None:
            continue
        begin, end = min(subject[2], verb, quantity.first), max(subject[3], verb + 1, quantity.stop)
        if end - begin > 4 * REACH:
            continue
        yield StatementSpan(
            page.number, parse.starts[begin], parse.ends[end - 1], subject[0], subject[1], relation,
            amount(quantity), -1, "number", time, _place(page, verb), _polarity(page, verb),
            _modality(page, verb),
        )  # fmt: skip


_OFFICE_WORDS = OFFICES | MILITARY_RANKS

"""Ranks and roles: titles before a name, appositions, "X was the captain", "X — капитан"."""

from collections.abc import Iterator

from variorum.read.names.titles import is_occupation, title_after
from variorum.read.parse import sentence_of, subtree
from variorum.read.russian import word_form
from variorum.read.statements.clauses import AT, Clause, clause_of, cue, place_of, subject_of
from variorum.read.statements.events import REACH
from variorum.read.statements.modality import modality_of, polarity_of
from variorum.read.statements.page import (
    Page,
    StatementSpan,
    Subject,
    in_words,
    part,
    phrase,
    quoted,
    subject_part,
    time_parts,
    time_within,
)
from variorum.read.vocabulary import (
    ENGLISH_TITLES,
    OPEN,
    RANK,
    ROLE,
    SHORT_TITLES,
    WAS_AT,
    WAS_THERE,
)
from variorum.read.words import KINSHIP, MILITARY_RANKS, OFFICES, TITLES

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
_RU_ENDINGS = (
    "ист",
    "тель",
    "щик",
    "чик",
    "лог",
    "граф",
    "ёр",
    "вед",
    "певец",
    "певица",
    "актриса",
)
_NOBODY = frozenset(("nobody", "nothing", "something", "everything", "anything", "one", "somebody"))
_NO_ROLES = frozenset(
    ("brother", "sister", "mother", "father", "other", "member", "number", "winner")
)
_OFFICE_WORDS = OFFICES | MILITARY_RANKS
_RU_COPULAS = frozenset(("быть", "стать", "являться", "работать", "служить"))


def titles(page: Page, numbers: list[int]) -> Iterator[StatementSpan]:
    """Ranks and offices that stand before a name."""
    for number in numbers:
        name = page.names[number]
        if name.kind != "person":
            continue
        for title in name.titles:
            words = [word.rstrip(".").lower() for word in title.replace("-", " ").split()]
            relation = RANK if MILITARY_RANKS.intersection(words) else ROLE
            if relation == ROLE and not any(map(_office, words)):
                continue
            at = page.parse.text.rfind(title, 0, name.start - page.parse.start)
            if title == title_after(page.parse, name.end):
                continue  # an apposition, which ``copulas`` reads
            start = page.parse.start + at if at >= 0 else name.start
            parts = [("subject", name.start, name.stop)]
            if at >= 0:
                parts.append(("value", start, start + len(title)))
            value = _in_english(title.lower()) if page.parse.language == "ru" else _whole(title)
            yield StatementSpan(
                page.number, start, name.stop, number, "", relation, value, -1, "text",
                parts=tuple(parts),
            )  # fmt: skip


def _whole(title: str) -> str:
    """A title in small letters, abbreviations written out."""
    words = title.lower().split()
    return " ".join(SHORT_TITLES.get(word.rstrip("."), word) for word in words)


def _in_english(title: str) -> str:
    """A Russian title in the nominative, by its English name where the table has one."""
    words = title.split(" ")
    for number, word in enumerate(words):
        base, kind = word_form(word)
        words[number] = base
        if kind == "NOUN":
            break  # what follows depends on this noun: "президент Украины"
    base = " ".join(words)
    return ENGLISH_TITLES.get(base, base)


def _office(word: str) -> bool:
    return (
        word in _OFFICE_WORDS
        or word_form(word)[0] in _OFFICE_WORDS
        or (word not in TITLES and is_occupation(word))
    )


def roles(page: Page) -> Iterator[StatementSpan]:
    """Appositions and "X was the captain": what somebody was; "X was in London": where."""
    parse = page.parse
    if parse.language == "ru":
        yield from _russian_roles(page)
        return
    for token, dep in enumerate(parse.deps):
        if dep == "appos":
            head = parse.heads[token]
            pair = (token, head) if head in page.at_token else (head, token)
        elif dep == "attr" and parse.lemmas[parse.heads[token]] in ("be", "become", "remain"):
            subject = subject_of(page, parse.heads[token])
            if subject is None or subject[0] < 0:
                continue
            yield from _role(page, token, subject[0], parse.heads[token], (subject[2], subject[3]))
            continue
        else:
            continue
        role, named = pair
        number = page.at_token.get(named, -1)
        if number >= 0:
            name = page.names[number]
            yield from _role(page, role, number, token, (name.first, name.end))


def _role(
    page: Page, role: int, number: int, verb: int, holder: tuple[int, int]
) -> Iterator[StatementSpan]:
    parse = page.parse
    if page.names[number].kind != "person" or role in page.at_token:
        return
    lemma = parse.lemmas[role]
    if parse.tags[role] != "NN" or lemma in KINSHIP or lemma in _NO_ROLES:
        return
    if lemma in ("man", "woman") or (lemma not in TITLES and not lemma.endswith(_ROLE_ENDINGS)):
        return
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
    value = quoted(page, first, stop).lower()
    copular = verb != role and parse.tags[verb][:2] == "VB"
    yield _held(page, number, holder, value, (first, stop), verb if copular else -1)


def _held(
    page: Page,
    number: int,
    holder: tuple[int, int],
    value: str,
    told: tuple[int, int],
    verb: int,
) -> StatementSpan:
    parse = page.parse
    words = value.replace("-", " ").split(" ")
    relation = RANK if MILITARY_RANKS.intersection(words) else ROLE
    parts = [subject_part(page, (number, "", *holder)), part(page, "value", *told)]
    polarity, modality, time = "positive", "asserted", ""
    if verb >= 0:
        polarity, modality = polarity_of(page, verb), modality_of(page, verb)
        low, high = sentence_of(parse, verb)
        time = time_within(page, low, high)
        parts += [part(page, "cue", verb, verb + 1), *time_parts(page, low, high)]
    return StatementSpan(
        page.number,
        parse.starts[min(told[0], holder[0])],
        parse.ends[max(told[1], holder[1]) - 1],
        number, "", relation, value, -1, "text", time, polarity=polarity, modality=modality,
        parts=tuple(parts),
    )  # fmt: skip


def _russian_roles(page: Page) -> Iterator[StatementSpan]:
    """ "Иванов был капитаном", "Иванов — командир роты", "Иванов, командир роты,"."""
    parse = page.parse
    for token, lemma in enumerate(parse.lemmas):
        if token in page.at_token or not parse.deps[token]:
            continue
        if parse.tags[token] != "NOUN" or not (
            lemma in ENGLISH_TITLES or lemma in _OFFICE_WORDS or lemma.endswith(_RU_ENDINGS)
        ):
            continue
        head, dep = parse.heads[token], parse.deps[token]
        for _ in range(4):
            if dep != "conj" or parse.tags[head] != "NOUN" or head in page.at_token:
                break
            head, dep = parse.heads[head], parse.deps[head]  # "художник, писатель и актёр"
        holder, verb = -1, -1
        if dep in ("xcomp", "obl") and parse.lemmas[head] in _RU_COPULAS:
            subject = subject_of(page, head)
            if subject and subject[0] >= 0:
                holder, verb, place = subject[0], head, (subject[2], subject[3])
        elif dep == "appos" and head in page.at_token:
            holder = page.at_token[head]
            place = (page.names[holder].first, page.names[holder].end)
            if token < place[1] + 1 and parse.words[place[1] : place[1] + 1] != [","]:
                continue
        else:
            subject = subject_of(page, token)
            cop = [t for t in page.below.get(token, ()) if parse.deps[t] == "cop"]
            if subject and subject[0] >= 0 and (cop or _dashed(page, subject[3], token)):
                holder, verb = subject[0], cop[0] if cop else token
                place = (subject[2], subject[3])
        if holder >= 0 and page.names[holder].kind == "person":
            yield _held(
                page, holder, place, ENGLISH_TITLES.get(lemma, lemma), (token, token + 1), verb
            )


def _dashed(page: Page, first: int, token: int) -> bool:
    return any(word in ("—", "–", "-") for word in page.parse.words[first : min(token, first + 3)])


def whereabouts(page: Page) -> Iterator[StatementSpan]:
    """ "X was in London": where a named person was."""
    parse = page.parse
    for verb, lemma in enumerate(parse.lemmas):
        if lemma not in ("be", "быть") or parse.deps[verb] in ("aux", "auxpass", ""):
            continue
        russian = parse.deps[verb] == "cop"
        clause = clause_of(page, parse.heads[verb] if russian else verb)
        at = _copular_place(page, clause.verb) if russian else place_of(page, clause, AT)
        if at < 0 or any(
            parse.deps[t] in ("attr", "acomp", "expl") for t in page.below.get(verb, ())
        ):
            continue
        for subject in clause.subjects:
            if subject[0] >= 0 and page.names[subject[0]].kind != "person":
                continue
            if subject[0] >= 0 or subject[1] == "I":
                yield _present(page, clause, subject, verb, at)


def presence(page: Page) -> Iterator[StatementSpan]:
    """ "There was a moon", "луны не было": what there was or was not, where no number is told."""
    parse = page.parse
    counted = {token for q in page.quantities for token in range(q.first, q.stop)}
    for verb, lemma in enumerate(parse.lemmas):
        if lemma not in ("be", "быть") or not parse.deps[verb]:
            continue
        under = page.below.get(verb, ())
        if parse.language == "ru":
            thing = (
                [t for t in under if parse.deps[t] == "nsubj"] if parse.tags[verb] == "VERB" else []
            )
            if parse.deps[verb] == "cop" or any(parse.deps[t] == "obl" for t in under):
                continue
        elif parse.tags[verb] == "VBD" and any(parse.deps[t] == "expl" for t in under):
            thing = [t for t in under if parse.deps[t] == "attr"]
        else:
            continue
        for token in thing[:1]:
            if (
                parse.tags[token] not in ("NN", "NOUN")
                or token in counted
                or token in page.at_token
            ):
                continue
            if parse.words[token].lower() in _NOBODY:
                continue
            first, stop = phrase(page, token)
            told = (-1, in_words(page, first, stop), first, stop)
            none = any(parse.words[t].lower() == "no" for t in page.below.get(token, ()))
            parts = (subject_part(page, told), cue(page, verb))
            yield StatementSpan(
                page.number, min(p[1] for p in parts), max(p[2] for p in parts), -1, told[1],
                WAS_THERE, "", -1, OPEN, polarity="negative" if none else polarity_of(page, verb),
                modality=modality_of(page, verb), parts=parts,
            )  # fmt: skip


def _copular_place(page: Page, token: int) -> int:
    """The token of a Russian predicate that is a place: "был в Одессе"."""
    parse = page.parse
    number = page.at_token.get(token, -1)
    if number < 0 or page.names[number].kind != "place":
        return -1
    case = (t for t in page.below.get(token, ()) if parse.deps[t] == "case")
    return token if any(parse.words[t].lower() in AT for t in case) else -1


def _present(page: Page, clause: Clause, subject: Subject, verb: int, at: int) -> StatementSpan:
    place = page.at_token[at]
    name = page.names[place]
    parts = [subject_part(page, subject), ("value", name.start, name.stop), cue(page, verb)]
    time = clause.dates[0][2] if len(clause.dates) == 1 else None
    if time is not None:
        parts.append(("time", time.start, time.end))
    return StatementSpan(
        page.number, min(p[1] for p in parts), max(p[2] for p in parts), subject[0], subject[1],
        WAS_AT, "", place, "place", time.edtf if time is not None else "", place, clause.polarity,
        clause.modality, tuple(parts),
    )  # fmt: skip

"""Ranks and roles: titles before a name, appositions, "X was the captain", "X — капитан"."""

from collections.abc import Iterator

from variorum.read.names.titles_after import is_occupation, title_after
from variorum.read.parse import sentence_of, subtree
from variorum.read.russian import is_animate, word_form
from variorum.read.statements.clauses import subject_of
from variorum.read.statements.events import REACH
from variorum.read.statements.modality import modality_of, polarity_of
from variorum.read.statements.page import (
    Page,
    StatementSpan,
    part,
    quoted,
    subject_part,
    time_parts,
    time_within,
)
from variorum.read.vocabulary import (
    ENGLISH_TITLES,
    RANK,
    ROLE,
    SHORT_TITLES,
)
from variorum.read.words import KINSHIP, MILITARY_RANKS, OFFICES, TITLES, listed

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
    "mistress",
    "nurse",
)
_SERVING = frozenset(("serve", "work"))
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
_NO_ROLES = frozenset(
    ("brother", "sister", "mother", "father", "other", "member", "number", "winner", "name")
)
_THEN = listed("then тогда")
_OFFICE_WORDS = OFFICES | MILITARY_RANKS
_RU_SERVING = frozenset(("работать", "служить"))
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
    """Appositions, "X was the captain", "X served as cook": what somebody was."""
    parse = page.parse
    if parse.language == "ru":
        yield from _russian_roles(page)
        return
    for token, dep in enumerate(parse.deps):
        if dep == "appos":
            head = parse.heads[token]
            pair = (token, head) if head in page.at_token else (head, token)
        elif dep == "pobj" and _serving(page, token):
            verb = parse.heads[parse.heads[token]]
            subject = subject_of(page, verb)
            if subject is None or subject[0] < 0:
                continue
            yield from _role(page, token, subject[0], verb, (subject[2], subject[3]))
            continue
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


def _serving(page: Page, token: int) -> bool:
    """ "Served as postmistress", "worked as a cook"."""
    parse = page.parse
    head = parse.heads[token]
    verb = parse.heads[head]
    return parse.words[head].lower() == "as" and parse.lemmas[verb] in _SERVING


def _role(
    page: Page, role: int, number: int, verb: int, holder: tuple[int, int]
) -> Iterator[StatementSpan]:
    parse = page.parse
    if page.names[number].kind != "person" or role in page.at_token:
        return
    lemma = parse.lemmas[role]
    if parse.tags[role] != "NN" or lemma in KINSHIP or lemma in _NO_ROLES:
        return
    served = parse.deps[role] == "pobj"
    known = lemma in TITLES or lemma.endswith(_ROLE_ENDINGS)
    if lemma in ("man", "woman") or not (known or served):
        return
    first, stop = role, role + 1
    while (
        first > 0
        and parse.words[max(0, first - 2) : first] != ["-", "old"]  # "an 84-year-old keeper"
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
    else:
        low, high = _dated(page, told)
        time = time_within(page, low, high)
        parts += time_parts(page, low, high)
    opening = [word.lower() for word in parse.words[max(0, told[0] - 2) : told[0]]]
    if "not" in opening or opening[-1:] == ["не"]:
        polarity = "negative"  # "a captain then, not a major"
    return StatementSpan(
        page.number,
        parse.starts[min(told[0], holder[0])],
        parse.ends[max(told[1], holder[1]) - 1],
        number, "", relation, value, -1, "text", time, polarity=polarity, modality=modality,
        parts=tuple(parts),
    )  # fmt: skip


def _dated(page: Page, told: tuple[int, int]) -> tuple[int, int]:
    """The tokens in which an apposition's own date stands: right after it ("secretary since 1911"),
    in its "of …", or anywhere in the sentence after "then"."""
    parse = page.parse
    low, high = sentence_of(parse, told[0])
    opening = [word.lower() for word in parse.words[max(low, told[0] - 2) : told[0]]]
    if not _THEN.isdisjoint(opening):
        return low, high
    below = subtree(page.below, told[1] - 1)
    own = max(told[1], min(high, below[1] if below[0] >= low else told[1]))
    for first, stop, _ in page.dates:
        if told[1] <= first <= told[1] + 1 and "," not in parse.words[told[1] : first]:
            own = max(own, stop)
    comma = next((t for t in range(told[1], own) if parse.words[t] in (",", ";", ")")), own)
    return told[0], comma


def _russian_roles(page: Page) -> Iterator[StatementSpan]:
    """ "Иванов был капитаном", "Иванов — командир роты", "Иванов, командир роты,"."""
    parse = page.parse
    for token, lemma in enumerate(parse.lemmas):
        if token in page.at_token or not parse.deps[token]:
            continue
        head, dep = parse.heads[token], parse.deps[token]
        known = lemma in ENGLISH_TITLES or lemma in _OFFICE_WORDS or lemma.endswith(_RU_ENDINGS)
        serving = dep in ("xcomp", "obl") and parse.lemmas[head] in _RU_SERVING
        if parse.tags[token] != "NOUN" or not (
            known or (serving and is_animate(parse.words[token]))
        ):
            continue
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

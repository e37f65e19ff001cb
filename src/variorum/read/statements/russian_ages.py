"""Whose age a Russian sentence tells, by the words and cases beside it."""

from variorum.read.coreference.gender import gender_of
from variorum.read.coreference.nominals import person_noun
from variorum.read.parse import sentence_of
from variorum.read.russian import cases, grammemes, is_animate
from variorum.read.spans import QuantitySpan
from variorum.read.statements.clauses import governor, subject_of
from variorum.read.statements.page import Page, Subject, is_verb, named, quoted
from variorum.read.vocabulary import AGE_RELATION, CASUALTIES, VERB_RELATIONS
from variorum.read.words import KINSHIP, listed

Aged = tuple[Subject | None, str]
"""Who has the age, None where nobody alone; and the relation: an age, or an age at an event."""

REACH = 14
"""Words between "34-летний" and the name: an occupation and what it is of."""

_NOBODY: Aged = (None, "")
_DATIVES = listed("ему ей мне")
_TURNING = listed("быть исполниться исполняться стукнуть")
_NO_OWNERS = listed("благодаря вопреки согласно навстречу")
_STOPS = frozenset((",", ".", ";", ":", "(", ")", "—", "–", "!", "?"))
_NO_AGE = listed(
    "назад спустя тюрьмы лишения колонии заключения каторги подряд со с после службы работы"
)
"""After a number of years these make it a time or a sentence."""
_NAMES = frozenset(("Name", "Surn", "Patr"))


def russian_aged(page: Page, quantity: QuantitySpan) -> Aged:
    """Whose age a Russian quantity is, and whether it is an age at an event."""
    words = page.parse.words
    if "летн" in words[quantity.stop - 1].lower():
        if page.parse.lemmas[quantity.stop : quantity.stop + 1] == ["возраст"]:
            subject = _of_sentence(page, quantity)  # "в 16-летнем возрасте"
            return (subject, AGE_RELATION) if subject else _NOBODY
        return _adjective(page, quantity), AGE_RELATION
    if quantity.stop < len(words) and words[quantity.stop].lower() in _NO_AGE:
        return _NOBODY
    subject = _beside(page, quantity)
    relation = _event(page, quantity)
    if subject is None:
        subject = _of_sentence(page, quantity)
    return (subject, relation) if subject else _NOBODY


def is_person(page: Page, token: int) -> bool:
    """Whether a person's name stands on a token."""
    return token in page.at_token and page.names[page.at_token[token]].kind == "person"


def _adjective(page: Page, quantity: QuantitySpan) -> Subject | None:
    """ "34-летний водитель Петров", "Петров, 34-летний водитель", "34-летний водитель"."""
    parse, token = page.parse, quantity.stop
    _, high = sentence_of(parse, quantity.first)
    aged = parse.words[quantity.stop - 1].lower()
    mine = cases(aged[aged.rindex("летн") :])  # "летнего" of "пятидесятилетнего"
    if parse.words[token : token + 3] == ["на", "тот", "момент"]:
        token += 3
    while token < high and (parse.tags[token] == "ADJ" or parse.words[token] == "«"):
        if is_person(page, token):
            break
        token += 1
    if token < high and parse.tags[token] == "VERB" and cases(parse.words[token]) & mine:
        for step in range(token + 1, min(high, token + 5)):  # "62-летнего живущего в Риге врача"
            if parse.tags[step] == "NOUN" and cases(parse.words[step]) & mine:
                token = step
                break
    before = _apposed(page, quantity.first)
    if token >= high:
        return before
    if is_person(page, token):
        return named(page, token)
    noun = token
    if not _means_somebody(page, noun):
        return before
    kin = parse.lemmas[noun] in KINSHIP
    opened = joint = False
    for token in range(noun + 1, min(high, noun + REACH)):
        if parse.words[token] in ("(", ")"):
            opened = parse.words[token] == "("
            continue
        if opened or parse.words[token - 1 : token + 1] == ["по", "имени"]:
            continue
        if is_person(page, token):
            yours = _name_cases(page, page.at_token[token])
            owner = kin and "gent" in yours and "nomn" not in yours
            shown = cases(parse.words[token])
            if (not yours or mine & yours) and (not shown or mine & shown) and not owner:
                return named(page, token)
            break
        joined = parse.words[token] == "и" and parse.tags[token + 1 : token + 2] in (
            ["NOUN"],
            ["ADJ"],
        )
        if parse.words[token] == "," and before is None and not joint and not kin:
            joint = _also_is(page, token + 1, high, mine)  # "54-летний врач, епископ Пётр"
            if joint:
                continue
        if parse.words[token] in _STOPS or (parse.tags[token] in ("VERB", "CCONJ") and not joined):
            break
    if before is not None:
        return before
    if noun in page.pronouns:
        return page.pronouns[noun], "", noun, noun + 1
    return -1, parse.lemmas[noun], noun, noun + 1


def _also_is(page: Page, token: int, high: int, mine: frozenset[str]) -> bool:
    """Whether another noun for the same person stands here, in the same case."""
    return (
        token < high
        and _means_somebody(page, token)
        and bool(cases(page.parse.words[token]) & mine)
    )


def _apposed(page: Page, first: int) -> Subject | None:
    """The person named before a comma, bracket or dash that opens an apposition."""
    opening = first > 1 and page.parse.words[first - 1] in (",", "(", "—", "–")
    return named(page, first - 2) if opening and is_person(page, first - 2) else None


def _means_somebody(page: Page, token: int) -> bool:
    parse = page.parse
    if parse.tags[token] != "NOUN" or token in page.at_token:
        return False
    return is_animate(parse.words[token]) or bool(person_noun(parse.lemmas[token]))


def _beside(page: Page, quantity: QuantitySpan) -> Subject | None:
    """ "Ему было 34 года", "Петров, которому 60 лет", "Герману Кейну 65 лет", "Петров (45 лет)"."""
    parse, first = page.parse, quantity.first
    low, _ = sentence_of(parse, first)
    if first - low > 3 and parse.words[first - 1] == "," and parse.words[first - 2] == ")":
        for token in range(first - 3, max(low, first - REACH), -1):
            if parse.words[token] == "(":  # "Вебер (Weber), 34 года"
                return named(page, token - 1) if is_person(page, token - 1) else None
    for token in range(first - 1, max(low, first - REACH) - 1, -1):
        word = parse.words[token].lower()
        if word in _DATIVES and parse.words[token - 1] == "(" and is_person(page, token - 2):
            return named(page, token - 2)  # "Юнас (ему скоро исполнится 46 лет)"
        if word in _DATIVES and (token == low or parse.words[token - 1].lower() not in _NO_OWNERS):
            if token in page.pronouns:
                return page.pronouns[token], "", token, token + 1
            return (-1, "I", token, token + 1) if word == "мне" else _earlier(page, token, low)
        if word == "я":
            return -1, "I", token, token + 1
        if parse.lemmas[token] == "который" and token > low and parse.words[token - 1] == ",":
            return _antecedent(page, token - 2, low)
        near = first - token <= 3 and not _verb_between(page, token, first)
        if is_person(page, token) and (near or _turned(page, token, first)):
            of_age = parse.words[first - 1].lower() == "возрасте"
            shown = _name_cases(page, page.at_token[token])
            if not of_age or not shown or "nomn" in shown:
                return named(page, token)
        if _means_somebody(page, token) and _turned(page, token, first):
            if token in page.pronouns:
                return page.pronouns[token], "", token, token + 1
            return -1, parse.lemmas[token], token, token + 1
        if parse.words[token] in (".", ";"):
            break
    return None


def _turned(page: Page, token: int, first: int) -> bool:
    """Whether a dative has the age: "Перминову уже исполнилось 65 лет", "поэту было 69 лет"."""
    parse = page.parse
    shown = cases(parse.words[token])
    verbs = [t for t in range(token + 1, first) if parse.tags[t] == "VERB"]
    return (
        "datv" in shown
        and "nomn" not in shown
        and bool(verbs)
        and all(parse.lemmas[t] in _TURNING for t in verbs)
        and not any(parse.words[t] in _STOPS for t in range(token + 1, first))
    )


def _earlier(page: Page, token: int, low: int) -> Subject | None:
    """The one person of fitting gender whom the sentence before names, for "ему" and "ей"."""
    sentences = page.parse.sentences
    place = next((n for n, (begin, _) in enumerate(sentences) if begin == low), 0)
    here = {page.at_token[t] for t in range(low, token) if is_person(page, t)}
    if place == 0 or here:
        return None
    people = {page.at_token[t] for t in range(*sentences[place - 1]) if is_person(page, t)}
    sex = "f" if page.parse.words[token].lower() == "ей" else "m"
    fitting = sorted(n for n in people if gender_of(page.names[n]) in ("", sex))
    forms = {page.names[n].form for n in fitting}
    return (fitting[-1], "", token, token + 1) if len(forms) == 1 else None


def _verb_between(page: Page, low: int, high: int) -> bool:
    return any(page.parse.tags[token] in ("VERB", "CCONJ") for token in range(low + 1, high))


def _antecedent(page: Page, token: int, low: int) -> Subject | None:
    """Whom "который" means: the name before it, or the noun with what it is of."""
    for back in range(token, max(low, token - 4) - 1, -1):
        if is_person(page, back):
            return named(page, back)
        if _means_somebody(page, back):
            if back in page.pronouns:
                return page.pronouns[back], "", back, back + 1
            return -1, page.parse.lemmas[back], back, back + 1
        if page.parse.words[back] in _STOPS:
            break
    return None


def _of_sentence(page: Page, quantity: QuantitySpan) -> Subject | None:
    """Whose age an age without a word of whose is: the subject's, else the one person's."""
    parse, first = page.parse, quantity.first
    low, high = sentence_of(parse, first)
    verb = governor(parse, quantity.stop - 1, first, quantity.stop)
    if verb is not None and low <= verb < high:
        subject = subject_of(page, verb)
        if subject is not None and is_person(page, subject[2]):
            return subject
    people = {page.names[page.at_token[t]].form: t for t in range(low, high) if is_person(page, t)}
    doers = [t for t in people.values() if "nomn" in cases(parse.words[t])]
    if len(people) == 1 and doers:
        return named(page, doers[0])
    for token in range(low, high):
        if parse.words[token].lower() in ("он", "она") and token in page.pronouns:
            return page.pronouns[token], "", token, token + 1
    if len(people) == 1 and not any(w.lower() in ("он", "она") for w in parse.words[low:high]):
        return named(page, next(iter(people.values())))
    return None


def _name_cases(page: Page, number: int) -> frozenset[str]:
    name = page.names[number]
    found: frozenset[str] | None = None
    for word in page.parse.words[name.first : name.end]:
        here = cases(word) if grammemes(word) & _NAMES else None
        if here:
            found = here if found is None else (found & here or found)
    inflected = name.form and quoted(page, name.first, name.end) != name.form
    return (found or frozenset()) - ({"nomn"} if inflected else frozenset())


def _event(page: Page, quantity: QuantitySpan) -> str:
    """ "умер в возрасте 60 лет", "на 67-м году жизни": an age at an event."""
    parse = page.parse
    low, high = sentence_of(parse, quantity.first)
    before = [word.lower() for word in parse.words[max(low, quantity.first - 2) : quantity.first]]
    if "возрасте" not in before and "жизни" not in parse.words[quantity.first : quantity.stop]:
        return AGE_RELATION
    for token in range(low, high):
        relation = VERB_RELATIONS.get(parse.lemmas[token], "")
        if relation in CASUALTIES and is_verb(parse, token):
            return f"{AGE_RELATION} when {relation}"
    return AGE_RELATION

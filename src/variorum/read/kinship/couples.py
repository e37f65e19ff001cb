"""Marriages: "X married Y", "X and Y were divorced", "X женился на Y", "супруги X и Y"."""

from collections.abc import Iterator
from dataclasses import replace

from variorum.read.kinship.page import (
    Kin,
    Page,
    listed_names,
    names_ending,
    owns,
    people_between,
    sex,
    word,
)
from variorum.read.kinship.relations import TELLER
from variorum.read.kinship.russian_owners import (
    earlier_person,
    genitive,
    nominative,
    skip_titles,
)
from variorum.read.kinship.vocabulary import (
    FIANCE,
    GENDERS,
    HUSBAND,
    PARENT,
    RELATIVE,
    RUSSIAN,
    SPOUSE,
    WIFE,
    composed,
)
from variorum.read.words import listed

_MARRY = listed("marry wed divorce remarry")
_MARRIAGE = listed("marriage wedding divorce")
REACH = 10
"""Tokens between a verb of marrying and the name of whom."""

_RUSSIAN = {
    "жениться": "на", "женить": "на", "женатый": "на", "замужем": "за", "замуж": "за",
    "обвенчаться": "с", "венчаться": "с", "развестись": "с", "пожениться": "", "обручиться": "с",
    "помолвить": "с", "расписаться": "с", "брак": "с", "свадьба": "с", "помолвиться": "с",
}  # fmt: skip
_TOGETHER = listed("супруг супруга чета муж семья брак свадьба молодожён развод")
_WEDDING = listed("вступить заключить состоять находиться жить сыграть отпраздновать")
"""Verbs with which a noun says that somebody married: "вступил в брак с …"."""

_BETROTHED = listed("обручиться помолвить помолвиться")
_PLANNED = listed("намерен намерена собирается хочет планирует выйдет женится решил решила")

_FORMS = {"женат": "на", "женился": "на", "поженились": "", "обвенчались": "", "развелись": ""}


def couples(page: Page, first: int, end: int) -> Iterator[Kin]:
    """The marriages a sentence tells of."""
    yield from (_russian if page.parse.language == "ru" else _english)(page, first, end)


def _pair(one: int, other: int, low: int, high: int) -> Kin:
    return Kin((one,), SPOUSE, (other,), low, high)


def _english(page: Page, first: int, end: int) -> Iterator[Kin]:
    parse = page.parse
    for token in range(first, end):
        lemma = parse.lemmas[token]
        low = parse.words[token].lower()
        if low in ("married", "marries", "marry", "wed", "divorced", "remarried", "marrying"):
            yield from _married(page, token, first, end)
        elif low in ("engaged", "betrothed") and word(page, token + 1) == "to":
            for row in _married(page, token, first, end):
                yield replace(row, relation=FIANCE)
        elif low == "born" and word(page, token + 1) in ("to", "of"):
            yield from _born(page, token, first, end)
        elif lemma in _MARRIAGE and parse.tags[token][:2] == "NN":
            yield from _marriage(page, token, first, end)


def _married(page: Page, verb: int, low: int, high: int) -> Iterator[Kin]:
    parse = page.parse
    subjects = _subjects(page, verb, low)
    here = _after(page, verb, high)
    if here >= 0 and not owns(page, page.at[here]):
        other = page.at[here]
        owners = [number for number in subjects if number != other]
        if len(owners) == 1:
            yield _pair(
                owners[0], other, min(verb, _first(page, owners[0], verb)), page.names[other].end
            )
    elif len(subjects) == 2 and here < 0 and TELLER not in subjects:
        one, other = subjects
        yield _pair(one, other, page.names[one].first, verb + 1)
    elif parse.deps[verb] == "amod":
        return


def _born(page: Page, verb: int, low: int, high: int) -> Iterator[Kin]:
    """ "X was born to Y and Z"."""
    here = verb + 2
    while here < min(high, verb + 7) and here not in page.at:
        if page.parse.tags[here][:2] not in ("NN", "DT", "JJ") and word(page, here) != ",":
            return
        here += 1
    if here not in page.at or page.names[page.at[here]].first != here:
        return
    parents = listed_names(page, here, high, 2, commas=False)
    if any(owns(page, number) for number in parents):
        return
    for child in _subjects(page, verb, low):
        others = tuple(number for number in parents if number != child)
        if others:
            yield Kin(
                (child,), PARENT, others, _first(page, child, verb), page.names[others[-1]].end
            )


def _first(page: Page, number: int, verb: int) -> int:
    if number == TELLER or page.names[number].paragraph != page.number:
        return verb
    return min(verb, page.names[number].first) if verb - page.names[number].first < 40 else verb


def _subjects(page: Page, verb: int, low: int) -> list[int]:
    """Who marries, by the syntax: the verb's subject, or that of the verb it is joined to."""
    parse = page.parse
    for _ in range(4):
        for token in range(low, verb):
            if parse.heads[token] == verb and parse.deps[token] in ("nsubj", "nsubjpass"):
                if token in page.at:
                    found = names_ending(page, page.names[page.at[token]].end - 1, low)
                    after = listed_names(
                        page, page.names[page.at[token]].first, verb, 2, commas=False
                    )
                    return after if len(after) > 1 else found[-1:]
                if token in page.pronouns:
                    return [page.pronouns[token]]
                if word(page, token) == "i":
                    return [TELLER]
                if word(page, token) == "they":
                    people = list(people_between(page, low, token).values())
                    joined = (
                        people and page.names[people[0]].end == page.names[people[-1]].first - 1
                    )
                    return people if len(people) == 2 and joined else []
                if word(page, token) in ("who", "whom") and parse.heads[verb] in page.at:
                    return [page.at[parse.heads[verb]]]
                return []
        if parse.deps[verb] in ("relcl", "acl") and parse.heads[verb] in page.at:
            return [page.at[parse.heads[verb]]]
        if parse.deps[verb] not in ("conj", "xcomp", "advcl") or parse.heads[verb] == verb:
            return []
        verb = parse.heads[verb]
    return []


def _after(page: Page, token: int, high: int) -> int:
    """The first token of the name that a verb of marrying takes, over "to", titles and what she was."""
    parse = page.parse
    for here in range(token + 1, min(high, token + REACH)):
        if here in page.at:
            return here if page.names[page.at[here]].first == here else -1
        low, tag = parse.words[here].lower(), parse.tags[here]
        if low in ("in", "on", "at") and here + 1 < high and here + 1 not in page.at:
            continue
        if tag[:2] not in _PASSED and low not in (",", "to", "of"):
            return -1
    return -1


_PASSED = ("NN", "JJ", "DT", "CD", "HY", "PR", "TO", "RB")
"""Tags of what may stand between a verb of marrying and the name of whom."""


def _marriage(page: Page, noun: int, low: int, high: int) -> Iterator[Kin]:
    """ "the marriage of X and Y", "his marriage to Y", "X's marriage to Y"."""
    after = word(page, noun + 1)
    here = noun + 2
    while here < min(high, noun + 6) and here not in page.at:
        here += 1
    if here not in page.at or page.names[page.at[here]].first != here:
        return
    if after in ("of", "between"):
        both = listed_names(page, here, high, 2, commas=False)
        if len(both) == 2:
            yield _pair(both[0], both[1], noun, page.names[both[1]].end)
    elif after in ("to", "with"):
        back = noun - 1
        while back > low and page.parse.tags[back][:2] == "JJ":
            back -= 1
        owner = page.pronouns.get(back, -2)
        if word(page, back) in ("'s", "’s"):
            owner = page.at.get(back - 1, -2)
        if word(page, back) == "my" and owner == -2:
            owner = TELLER
        if owner > -2 and owner != page.at[here]:
            yield _pair(owner, page.at[here], back, page.names[page.at[here]].end)


def _russian(page: Page, first: int, end: int) -> Iterator[Kin]:
    parse = page.parse
    for token in range(first, end):
        low = parse.words[token].lower()
        preposition = _FORMS.get(low, _RUSSIAN.get(parse.lemmas[token]))
        if parse.lemmas[token] in _TOGETHER and token not in page.at:
            here = skip_titles(page, token + 1 + (word(page, token + 1) == ","), end)
            if here in page.at:
                both = listed_names(page, here, end, 2, commas=False)
                also = skip_titles(page, page.names[both[0]].end + 1, end)
                if (
                    len(both) == 1
                    and word(page, page.names[both[0]].end) == "и"
                    and also in page.at
                ):
                    both.append(page.at[also])
                if len(both) == 2 and _couple(page, *both) and _plainly(page, token):
                    yield _pair(both[0], both[1], token, page.names[both[1]].end)
        if low == "семье" and word(page, token - 1) == "в":
            yield from _family(page, token, first, end)
        if preposition:
            yield from _joined(page, token, preposition, first, end)
        elif preposition == "":
            both = list(people_between(page, first, token).values())
            if len(both) == 2:
                yield _pair(both[0], both[1], page.names[both[0]].first, token + 1)


def _family(page: Page, token: int, low: int, high: int) -> Iterator[Kin]:
    """ "X родился в семье Y и Z"."""
    parse = page.parse
    born = any(parse.lemmas[t] == "родиться" for t in range(low, token))
    here = _named_after(page, token + 1, high)
    if here not in page.at:
        return
    parents = [page.at[here]]
    also = skip_titles(page, page.names[parents[0]].end + 1, high)
    if word(page, page.names[parents[0]].end) == "и" and also in page.at:
        parents.append(page.at[also])
        if _couple(page, *parents):
            yield _pair(parents[0], parents[1], token, page.names[parents[1]].end)
    if not born:
        return
    doers = [n for n in people_between(page, low, token).values() if nominative(page, n)]
    if len(doers) == 1 and doers[0] not in parents:
        first = page.names[doers[0]].first
        yield Kin((doers[0],), PARENT, tuple(parents), first, page.names[parents[-1]].end)


def _named_after(page: Page, token: int, high: int) -> int:
    """The first token of a name after what the person is: "в семье актёра театра кукол Петра"."""
    for here in range(token, min(high, token + REACH)):
        if here in page.at:
            return here if page.names[page.at[here]].first == here else -1
        if page.parse.tags[here] not in ("NOUN", "ADJ", "X"):
            return -1
    return -1


def _plainly(page: Page, token: int) -> bool:
    """Whether a noun for two stands for these two: of "муж", "семья" the plural alone says so."""
    lemma, low = page.parse.lemmas[token], word(page, token)
    if lemma in ("супруг", "супруга"):
        return low.startswith("супруги") or low in ("супругов", "супругам", "супругами")
    return lemma != "муж" and lemma != "семья"


def _couple(page: Page, one: int, other: int) -> bool:
    mine, yours = sex(page, one), sex(page, other)
    return not (mine and yours and mine == yours)


def _joined(page: Page, token: int, preposition: str, low: int, high: int) -> Iterator[Kin]:
    """ "X женился в 1902 году на Y", "X замужем за Y", "в браке с Y"."""
    parse = page.parse
    here = -1
    wanted = {preposition, "со"} if preposition == "с" else {preposition}
    noun = parse.tags[token] == "NOUN"
    if noun and _WEDDING.isdisjoint(parse.lemmas[low:token]):
        return
    for step in range(token + 1, min(high, token + (2 if noun else REACH))):
        if parse.lemmas[step] in RUSSIAN:
            return  # "женат на племяннице Петрова"
        if word(page, step) in wanted:
            name = step + 1
            while name < min(high, step + 8) and name not in page.at:
                if parse.lemmas[name] in RUSSIAN:
                    yield from _into_family(page, token, name, low, high)
                    return
                if parse.tags[name] not in ("NOUN", "ADJ", "X") and word(page, name) not in (
                    "—",
                    "–",
                    "«",
                    "»",
                    "-",
                    "по",
                    "имени",
                ):
                    break
                name += 1
            if name in page.at and page.names[page.at[name]].first == name:
                here = name
                break
    if here < 0:
        return
    other = page.at[here]
    doers = [
        n for n in people_between(page, low, token).values() if nominative(page, n) and n != other
    ]
    owner = (
        doers[-1] if len(doers) == 1 or (doers and page.names[doers[-1]].end >= token - 3) else -1
    )
    at = page.names[owner].first if owner >= 0 else token
    if owner < 0:
        for back in range(token - 1, low - 1, -1):
            if word(page, back) in ("он", "она"):
                owner, at = page.pronouns.get(back, -1), back
                if owner < 0:
                    owner = _he(page, back, low, other)
                break
            if word(page, back) == "я":
                owner, at = TELLER, back
                break
    if owner < 0 and at == token and not doers:
        owner = earlier_person(page, low, "")
    if (owner >= 0 or (owner == TELLER and at != token)) and owner != other:
        row = _pair(owner, other, at, page.names[other].end)
        yield replace(row, relation=FIANCE) if _planned(page, token, low) else row


def _planned(page: Page, token: int, low: int) -> bool:
    """Whether a marriage is promised, not made: "обручился с", "намерен жениться", "выйдет замуж"."""
    told = {word(page, t) for t in range(max(low, token - 4), token + 1)}
    return page.parse.lemmas[token] in _BETROTHED or not told.isdisjoint(_PLANNED)


def _he(page: Page, token: int, low: int, other: int) -> int:
    """Whom "он" or "она" means: the one person of that gender named before in the sentence."""
    gender = "m" if word(page, token) == "он" else "f"
    people = [n for n in people_between(page, low, token).values() if n != other]
    fitting = [n for n in people if sex(page, n) in ("", gender)]
    return fitting[0] if len(fitting) == 1 else -1 if fitting else earlier_person(page, low, gender)


def _into_family(page: Page, token: int, term: int, low: int, high: int) -> Iterator[Kin]:
    """ "X женат на дочери Y": Y's son-in-law."""
    here = skip_titles(page, term + 1, high)
    doers = [n for n in people_between(page, low, token).values() if nominative(page, n)]
    relation = RUSSIAN[page.parse.lemmas[term]]
    if here not in page.at or not doers or relation not in GENDERS:
        return
    owner, who = page.at[here], doers[-1]
    if owner == who or not genitive(page, owner) or GENDERS[relation] == sex(page, who):
        return
    wed = HUSBAND if GENDERS[relation] == "f" else WIFE
    if composed(relation, wed) == RELATIVE:
        return
    first, end = page.names[who].first, page.names[owner].end
    yield Kin((owner,), composed(relation, wed), (who,), first, end)

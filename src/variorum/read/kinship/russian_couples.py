"""Russian marriages: "X женился на Y", "супруги X и Y", "родился в семье X и Y"."""

from collections.abc import Iterator
from dataclasses import replace

from variorum.read.kinship.page import (
    Kin,
    Page,
    listed_names,
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


def pair(one: int, other: int, low: int, high: int) -> Kin:
    """Man and wife on the tokens ``[low, high)``."""
    return Kin((one,), SPOUSE, (other,), low, high)


def russian_couples(page: Page, first: int, end: int) -> Iterator[Kin]:
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
                    yield pair(both[0], both[1], token, page.names[both[1]].end)
        if low == "семье" and word(page, token - 1) == "в":
            yield from _family(page, token, first, end)
        if preposition:
            yield from _joined(page, token, preposition, first, end)
        elif preposition == "":
            both = list(people_between(page, first, token).values())
            if len(both) == 2:
                yield pair(both[0], both[1], page.names[both[0]].first, token + 1)


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
            yield pair(parents[0], parents[1], token, page.names[parents[1]].end)
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
        row = pair(owner, other, at, page.names[other].end)
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

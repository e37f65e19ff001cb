"""Whose relation a Russian kin term names: pronouns, "у Петра", lists, labels; the cases of names."""

from variorum.read.kinship.page import (
    Kin,
    Page,
    Term,
    couple_before,
    head_of,
    listed_names,
    name_ending,
    names_ending,
    people_between,
    sex,
    word,
)
from variorum.read.kinship.relations import TELLER
from variorum.read.kinship.vocabulary import (
    FATHER,
    MOTHER,
    RUSSIAN,
    SPOUSES,
)
from variorum.read.russian import cases, grammemes
from variorum.read.words import listed

THEIRS = {"его": "m", "её": "f", "ее": "f", "их": ""}
LIST_REACH = 9
"""Tokens between the parts of one list of relatives."""

MINE = listed("мой наш")
_JOINS = listed("и с со а также вместе вместе")
_PRIESTLY = frozenset((FATHER, MOTHER))


def having(page: Page, low: int, begin: int) -> bool:
    """Whether the sentence begins to say what somebody has: "у Петра …"."""
    return any(word(page, token) == "у" for token in range(low, begin)) or bool(
        _bearing(page, low, begin)
    )


def said_owners(page: Page, begin: int, low: int) -> tuple[tuple[int, ...], int]:
    """Whose relation a pronoun before the term says it is."""
    back = begin - 1
    if back < low:
        return (), begin
    said, lemma = word(page, back), page.parse.lemmas[back]
    if lemma in MINE:
        return (page.pronouns.get(back, TELLER),), back
    if lemma == "свой":
        return _own(page, back, low)
    if said in THEIRS:
        return _meant(page, back, low, THEIRS[said])
    return (), begin


def _own(page: Page, token: int, low: int) -> tuple[tuple[int, ...], int]:
    """ "свой": of the one who does it, the nominative before it or the only one it can be."""
    first = page.at.get(next((t for t in range(low, token) if t in page.at), -1), -1)
    if first >= 0 and word(page, page.names[first].end) in ("—", "–"):
        return (first,), token  # "Пётр — сын Анны — сменил своего брата"
    known = page.pronouns.get(token, -1)
    beside = name_ending(page, token - 2) if word(page, token - 1) == "и" else -1
    if beside >= 0 and word(page, page.names[beside].first - 1) in ("с", "со"):
        earlier = earlier_person(page, low, "")
        return ((earlier,) if earlier >= 0 else ()), token  # "вместе с Верой и своим братом"
    if known >= 0:
        return (known,), token
    people = people_between(page, low, token)
    doers = [number for number in people.values() if nominative(page, number)]
    alone = [n for n in people.values() if word(page, page.names[n].first - 1) not in ("с", "со")]
    if len(doers) == 1 or (not doers and len(people) == 1 and alone):
        return ((doers or list(people.values()))[0],), token
    if any(word(page, t) in ("я", "мы") for t in range(low, token)):
        return (TELLER,), token
    if len(doers) > 1:
        return (doers[-1],), token
    for t in range(token - 1, low - 1, -1):
        if word(page, t) in ("он", "она") and t in page.pronouns:
            return (page.pronouns[t],), token
    return (), token


def _meant(page: Page, token: int, low: int, gender: str) -> tuple[tuple[int, ...], int]:
    """Whom "его", "её" or "их" means."""
    joined = token - 1
    while joined > low and word(page, joined) in _JOINS:
        joined -= 1
    if joined < token - 1:
        beside = names_ending(page, joined, low)
        if gender and beside and not _clash(sex(page, beside[-1]), gender):
            return (beside[-1],), token
        if not gender and len(beside) > 1:
            return tuple(beside), token
    listed = name_ending(page, token - 2) if word(page, token - 1) == "," else -1
    known = page.pronouns.get(token, -1)
    ahead = known < 0 or page.names[known].start > page.parse.starts[token]
    if listed >= 0 and gender and sex(page, listed) in ((gender, "") if ahead else (gender,)):
        return (listed,), token  # "Анна, её дочь Вера"
    if known >= 0 and gender:
        return (known,), token
    before = people_between(page, low, token)
    if not gender:
        couple = tuple(before.values())
        if not couple:
            return couple_before(page, token), token
        return (couple, token) if len(couple) == 2 else ((), token)
    fitting = [number for number in before.values() if not _clash(sex(page, number), gender)]
    if len(fitting) == 1:
        return (fitting[0],), token
    if not fitting:
        earlier = earlier_person(page, low, gender)
        if earlier >= 0:
            return (earlier,), token
    return (), token


def earlier_person(page: Page, low: int, gender: str) -> int:
    """The one person of fitting gender whom the sentence before names; else the lines before."""
    sentences = page.parse.sentences
    position = next((n for n, (first, _) in enumerate(sentences) if first == low), 0)
    if position == 0:
        known = page.before
        return known if known >= 0 and not _clash(sex(page, known), gender) else -1
    people = people_between(page, *sentences[position - 1])
    fitting = [number for number in people.values() if not _clash(sex(page, number), gender)]
    if len(fitting) > 1:
        fitting = [number for number in fitting if nominative(page, number)]
    return fitting[0] if len(fitting) == 1 else -1


def _clash(one: str, other: str) -> bool:
    return bool(one and other and one != other)


def skip_titles(page: Page, token: int, high: int) -> int:
    """The first token of a name after its titles; where none comes, the token it began at."""
    here = token
    while here < high and here - token < 5 and here not in page.at:
        if page.parse.tags[here] not in ("NOUN", "ADJ", "X") or page.parse.lemmas[here] in RUSSIAN:
            return token
        here += 1
    return here


def unsaid_owners(
    page: Page, term: Term, begin: int, low: int, before: Kin | None
) -> tuple[tuple[int, ...], int]:
    """Whose relation it is where no word says so: a list's owner, "у Петра родился сын", who does it."""
    parse = page.parse
    if before is not None and before.owners and continues(page, before, begin):
        return before.owners, before.first
    birth = _bearing(page, low, begin)
    if birth:
        return birth, low
    for token in range(low, begin):
        if word(page, token) == "у":
            here = skip_titles(page, token + 1, begin)
            if here in page.at:
                several = listed_names(page, here, begin, 2, commas=False)
                return (*several, *_and_spouse(page, several, begin)), token
            gender = {"него": "m", "неё": "f", "нее": "f"}.get(word(page, token + 1), "")
            known = page.pronouns.get(token + 1, -1)
            if (
                known >= 0
                and not _clash(sex(page, known), gender)
                and (
                    word(page, token + 1) in ("него", "неё", "нее")
                    or parse.tags[token + 1] == "NOUN"
                )
            ):
                return (known,), token
            if word(page, token + 1) in ("него", "неё", "нее"):
                here_too = people_between(page, low, token).values()
                earlier = earlier_person(page, low, gender)
                if earlier >= 0 and all(_clash(sex(page, n), gender) for n in here_too):
                    return (earlier,), token
            if word(page, token + 1) == "них":
                both = tuple(people_between(page, low, token).values())
                couple = both if len(both) == 2 else () if both else couple_before(page, token)
                return couple, token
            if word(page, token + 1) in ("меня", "нас"):
                return (TELLER,), token
    owners, at = _with_whom(page, low, begin)
    if owners:
        return owners, at
    if term.relation in _PRIESTLY and parse.words[term.head][:1].isupper():
        return (), begin
    back = begin - 1
    if word(page, back) in ("и", "с", "со", ",") and back > low:
        number = name_ending(page, back - 1 - (word(page, back - 1) == ","))
        alone = number >= 0 and word(page, page.names[number].first - 1) not in (",", "и")
        if (
            alone
            and word(page, back) != ","
            and page.parse.tags[page.names[number].first - 1] != "ADJ"
        ):
            return (number,), page.names[number].first
    people = people_between(page, low, begin)
    doers = [number for number in people.values() if nominative(page, number)]
    has = any(parse.lemmas[t] in ("иметь", "воспитывать", "растить") for t in range(low, begin))
    if len(doers) == 1 and has:
        return (doers[0],), page.names[doers[0]].first
    listed = before is not None and not before.owners and doers and doers[0] in before.others
    if len(people) == 1 and doers and term.relation not in _PRIESTLY and not listed:
        return (doers[0],), page.names[doers[0]].first
    if not people and (begin == low or word(page, begin - 1) in (":", "—", "–", ";", ".")):
        earlier = head_of(page, low) if word(page, term.end) in (":", "—", "–") else -1
        earlier = earlier if earlier >= 0 else earlier_person(page, low, "")
        if earlier >= 0 and not any(tag == "VERB" for tag in parse.tags[begin : term.end + 6]):
            return (earlier,), begin
    return (), begin


def _and_spouse(page: Page, owners: list[int], begin: int) -> tuple[int, ...]:
    """ "у Ефима Лосева и его жены Марфы": the other parent."""
    token = page.names[owners[-1]].end
    said = [word(page, t) for t in range(token, token + 3)]
    if len(owners) > 1 or said[0] != "и" or said[1] not in ("его", "её", "ее"):
        return ()
    spouse = RUSSIAN.get(page.parse.lemmas[token + 2], "") in SPOUSES
    here = token + 3
    return (page.at[here],) if spouse and here < begin and here in page.at else ()


def _with_whom(page: Page, low: int, begin: int) -> tuple[tuple[int, ...], int]:
    """ "С ней жили муж Пётр": with whom they did it, where a verb stands between."""
    for token in range(low, begin - 2):
        if word(page, token) not in ("с", "со"):
            continue
        here = token + 1
        said = word(page, here)
        end = page.names[page.at[here]].end if here in page.at else here + 1
        if page.parse.tags[end] != "VERB" or people_between(page, end, begin):
            continue
        if here in page.at:
            return (page.at[here],), token
        if said in ("мной", "мною", "нами"):
            return (TELLER,), token
        gender = {"ним": "m", "ней": "f", "нею": "f"}.get(said, "")
        if gender:
            known = page.pronouns.get(here, -1)
            known = known if known >= 0 else earlier_person(page, low, gender)
            return ((known,), token) if known >= 0 else ((), begin)
    return (), begin


_BIRTH = frozenset(("родила", "родит", "рожает", "подарила"))


def _bearing(page: Page, low: int, begin: int) -> tuple[int, ...]:
    """ "Анна родила Петру сына": the mother, and to whom she bore the child."""
    for token in range(begin - 1, max(low, begin - 8), -1):
        if word(page, token) not in _BIRTH:
            continue
        women = [
            number for number in people_between(page, low, token).values()
            if sex(page, number) != "m"
            and (nominative(page, number) or word(page, token - 1) == "которая")
        ]  # fmt: skip
        if not women:
            return ()
        men = [n for n in people_between(page, token + 1, begin).values() if sex(page, n) != "f"]
        if word(page, token + 1) == "ему":
            known = page.pronouns.get(token + 1, -1)
            others = people_between(page, low, token).values()
            fitting = [n for n in others if n != women[-1] and sex(page, n) != "f"]
            men = [known] if known >= 0 else fitting if len(fitting) == 1 else []
        return (women[-1], *men[:1])
    return ()


def continues(page: Page, before: Kin, begin: int) -> bool:
    """Whether a term goes on with the list of the relation before it."""
    if not 0 <= begin - before.end <= LIST_REACH:
        return False
    for token in range(before.end, begin):
        low, tag = word(page, token), page.parse.tags[token]
        if low not in (",", ";", "и", "а", "также", "—", "–", ")", "(") and tag not in (
            "NOUN",
            "NUM",
            "ADJ",
        ):
            return False
    return True


def _words(page: Page, number: int) -> list[str]:
    name = page.names[number]
    return page.parse.words[name.first : name.end]


_NAMES = frozenset(("Name", "Surn", "Patr"))


def name_cases(page: Page, number: int) -> frozenset[str]:
    """The cases all words of a name can stand in; none where nothing in it is a name the
    dictionary knows how to inflect."""
    found: frozenset[str] | None = None
    for part in _words(page, number):
        here = cases(part) if grammemes(part) & _NAMES else None
        if here:
            found = here if found is None else (found & here or found)
    return found or frozenset()


def genitive(page: Page, number: int) -> bool:
    known = name_cases(page, number)
    return not known or "gent" in known


def dative(page: Page, number: int, low: int, begin: int) -> bool:
    """ "приходится дядей Нине"."""
    told = any(page.parse.lemmas[t] in ("приходиться", "доводиться") for t in range(low, begin))
    return told and "datv" in name_cases(page, number)


def nominative(page: Page, number: int) -> bool:
    known = name_cases(page, number)
    plural = _words(page, number)[-1].endswith(("ии", "ы"))  # "Виктории" is also several Viktorias
    return not known or ("nomn" in known and not plural)

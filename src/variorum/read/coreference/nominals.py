"""Descriptions: nouns that mean a person, and what the account has said each named person is."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from variorum.read.coreference.gender import FEMALE, MALE, kin_gender
from variorum.read.names.titles import PEOPLE
from variorum.read.names.titles_after import is_occupation
from variorum.read.parse import Parse
from variorum.read.russian import cases
from variorum.read.spans import NameSpan
from variorum.read.words import KINSHIP, listed

_MEN = listed(
    """man boy lad gentleman fellow monk priest policeman fisherman watchman seaman sailor king prince
    knight squire butler footman waiter actor widower bachelor youth chap bridegroom hero
    мужчина парень мальчик юноша старик священник человек"""
)
_WOMEN = listed(
    """woman girl lady widow maid nun nurse queen princess housekeeper governess landlady hostess
    actress waitress bride heroine maiden spinster midwife duchess countess dame mistress
    женщина девушка девочка старуха дама вдова"""
)
_OTHERS = listed(
    """child baby person stranger friend companion guest visitor master doctor patient prisoner
    speaker author traveller traveler narrator owner tenant victim suspect murderer killer thief
    hunter rider driver successor predecessor host creature infant orphan leader captive colleague
    neighbour partner rival personage newcomer artist receiver
    suitor beadle clerk hermit enemy kinsman servant slave
    пилот лётчик радист машинист мельник пекарь купец рыбачка издатель учительница скульптор геолог
    альпинист дьякон игумен монах смотритель дворник шофёр водитель дирижёр пианист пианистка
    переводчик переводчица телеграфист агроном лесник конюх портной портниха сапожник аптекарь
    нотариус чиновник дипломат шкипер писарь хорунжий есаул"""
)
GENERIC = listed("man woman boy girl lady gentleman fellow lad мужчина женщина девушка юноша")
_NEVER = listed(
    "master mate second chief general private major minister representative consul count page host "
    "officer fellow partner candidate nominee opponent colleague friend companion neighbour neighbor "
    "rival enemy leader owner guest victim witness person author speaker member player student child "
    "man woman boy girl actor spokesman spokeswoman lawyer attorney reporter writer passenger survivor "
    "друг сосед соседка коллега товарищ гость жертва свидетель свидетельница автор участник участница "
    "член представитель представительница владелец хозяин хозяйка заместитель помощник глава лицо "
    "пассажир рабочий солдат писатель журналист журналистка адвокат студент студентка ученик мать отец"
)
"""Of these the noun alone says too little: "second" and "count" are other words as well, and whose
partner "the partner" is, or which of two candidates, it does not say."""

_DEMONYMS = dict(
    pair.split(":")
    for pair in [
        "danish:dane",
        "swedish:swede",
        "spanish:spaniard",
        "polish:pole",
        "turkish:turk",
        "scottish:scot",
        "finnish:finn",
        "english:englishman",
        "french:frenchman",
        "irish:irishman",
        "dutch:dutchman",
        "welsh:welshman",
        "british:briton",
        "jewish:jew",
        "arab:arab",
        "greek:greek",
    ]
)
_SAME_FORM = (
    "russian german norwegian american italian austrian hungarian canadian australian serbian "
    "bulgarian romanian ukrainian estonian latvian lithuanian georgian armenian belgian czech "
    "croatian greek icelander indian mexican brazilian egyptian persian korean"
)
DEMONYMS = {**_DEMONYMS, **{word: word for word in _SAME_FORM.split()}}
"""Adjectives of nationality and the noun for one of that nation."""

NATIONS = frozenset(DEMONYMS.values())

ARTICLES = listed("the this that этот эта тот та")
INDEFINITE = listed("a an some another one any every each no")
POSSESSIVES = listed("his her my your their our its его её ее мой твой свой наш ваш их")


FORMER, FORMERLY = "former ", listed("former ex ex- late then onetime retired бывший экс")
"""A former president is not the president: the role is another one."""

_LITTLE = listed("old young same little poor tall aged elderly said")
"""Adjectives that leave open which of several somebody is."""

_AND = re.compile(r"\s*(?:,|\band\b|\bи\b)\s*")
_OF = re.compile(r"\s(?:of|for|in|at|to|on|from|по|в|на)\s")
_WRITTEN_OUT = {
    "dr": "doctor", "prof": "professor", "capt": "captain", "cpt": "captain", "lt": "lieutenant",
    "sgt": "sergeant", "col": "colonel", "gen": "general", "maj": "major", "cpl": "corporal",
    "rev": "reverend", "sen": "senator", "gov": "governor", "pres": "president",
    "supt": "superintendent",
    "insp": "inspector", "fr": "priest", "pte": "private", "cdr": "commander", "adm": "admiral",
}  # fmt: skip
_NOBODY = listed("head hand page star brain body house power character general second private")
"""Words that name an occupation somewhere and most often something else."""


@lru_cache(maxsize=20_000)
def person_noun(lemma: str) -> str:
    """``m``, ``f`` or ``?`` for a noun that means one person of that or of either gender, else empty."""
    kin = KINSHIP.get(lemma)
    if kin:
        return kin_gender(kin) or "?"
    if lemma in _WOMEN or lemma.endswith("woman"):
        return FEMALE
    if lemma in _MEN or (lemma.endswith("man") and is_occupation(lemma)):
        return MALE
    if lemma in _NOBODY:
        return ""
    if lemma in NATIONS or lemma in _OTHERS or lemma in PEOPLE or is_occupation(lemma):
        return "?"
    return ""


def determined(parse: Parse, token: int, low: int) -> tuple[int, str]:
    """Where the noun phrase of a noun begins, and how it is determined: ``the``, ``a``, ``his`` (a
    possessive pronoun), ``'s`` or nothing. A number or a plural is nobody single and gives ``a``."""
    first = token
    while first > low and token - first < 5:
        word, tag = parse.words[first - 1].lower(), parse.tags[first - 1]
        if tag == "POS":
            return first - 1, "'s"
        if word in POSSESSIVES or tag == "PRP$":
            return first - 1, "his"
        if word in ARTICLES:
            same = parse.words[first].lower() == "same" and first < token
            return first - 1, "this" if same or word not in ("the", "The") else "the"
        if word in INDEFINITE or tag == "CD":
            return first - 1, "a"
        if tag[:2] not in ("JJ", "NN", "VB", "RB", "HY") and tag != "ADJ":
            break
        if tag[:2] == "VB" and parse.deps[first - 1] != "amod":
            break
        first -= 1
    return first, ""


def descriptions_of(parse: Parse, name: NameSpan) -> Iterator[str]:
    """What a name's titles, apposition, predicate and adjectives say its bearer is, as base forms:
    occupations and offices, nationalities as nouns ("dane"), an age as its digits ("34")."""
    for title in name.titles:
        for word in title_heads(title):
            yield _WRITTEN_OUT.get(word, word)
        for word in title.lower().split():
            if word in DEMONYMS:
                yield DEMONYMS[word]
    if not parse.deps[name.end - 1]:
        if parse.language == "ru":
            yield from (parse.lemmas[noun] for noun in beside_russian(parse, name))
        return
    count, last = len(parse.words), name.end - 1
    head = parse.heads[last]
    if parse.deps[last] == "appos" and name.first - 4 < head < last:
        yield from _phrase(parse, head)
    if parse.deps[last] == "nsubj" and parse.lemmas[head] == "be":
        for token in range(head + 1, min(count, head + 8)):
            if parse.heads[token] == head and parse.deps[token] == "attr":
                yield from _phrase(parse, token)
    for token in range(name.end, min(count, name.end + 10)):
        if parse.heads[token] == last and parse.deps[token] == "appos":
            yield from _phrase(parse, token)
    if (
        name.first > 4
        and parse.words[name.first - 1] == "old"
        and parse.words[name.first - 3] == "year"
    ):
        yield parse.words[name.first - 5]
    if name.end + 2 < count:
        comma, age, closing = parse.words[name.end : name.end + 3]
        if comma == "," == closing and age.isdigit():
            yield age
    for token in range(max(0, name.first - 6), name.first):
        if parse.lemmas[token] in DEMONYMS and name.first <= parse.heads[token] < name.end:
            yield DEMONYMS[parse.lemmas[token]]


def beside_russian(parse: Parse, name: NameSpan) -> Iterator[int]:
    """The nouns right beside a name that say what its bearer is: "Капитан Ренн", "Молль, датский
    инженер,", "Лунд был мэром"."""
    count, before, after = len(parse.words), name.first - 1, name.end
    office = before >= 0 and parse.tags[before] == "NOUN" and person_noun(parse.lemmas[before])
    if office and not anothers(parse, name):
        yield before
    if after + 1 >= count:
        return
    mark, noun = parse.words[after], after + 1
    if mark not in (",", "—", "–") and parse.lemmas[after] != "быть":
        return
    while noun < count - 1 and parse.tags[noun] == "ADJ" and noun - after < 4:
        noun += 1
    ends = parse.words[noun + 1] if noun + 1 < count else "."
    closed = mark != "," or ends in (",", ".")
    if closed and parse.tags[noun] == "NOUN" and person_noun(parse.lemmas[noun]):
        yield noun


def anothers(parse: Parse, name: NameSpan) -> bool:
    """Whether the Russian noun before a name is somebody else's by its case: "дочь капитана Анна"."""
    before = name.first - 1
    if before < 1 or parse.tags[before] != "NOUN":
        return False
    mine, yours = cases(parse.words[before]), cases(parse.words[name.first])
    return "gent" in mine and bool(yours) and not mine & yours


def title_heads(title: str) -> list[str]:
    """The nouns a title names, without what depends on them: "retired colonel and historian of war"
    gives colonel and historian."""
    heads = []
    for part in _AND.split(_OF.split(title.lower(), maxsplit=1)[0]):
        words = part.split()
        if words:
            before = FORMER if FORMERLY.intersection(words[:-1]) else ""
            heads.append(before + words[-1].rstrip("."))
    return heads


def _phrase(parse: Parse, noun: int) -> Iterator[str]:
    """A noun that means a person, and the nationality before it."""
    lemma = parse.lemmas[noun]
    if parse.tags[noun] != "NN" or not person_noun(lemma):
        return
    yield lemma
    for token in range(max(0, noun - 4), noun):
        if parse.heads[token] == noun and parse.lemmas[token] in DEMONYMS:
            yield DEMONYMS[parse.lemmas[token]]


def roles_of(
    parses: list[Parse], names: list[NameSpan], person: list[int]
) -> dict[str, tuple[int, ...]]:
    """Who is called a captain, a Dane, a midwife or aged 34 anywhere in the account, in order."""
    found: dict[str, dict[int, None]] = defaultdict(dict)
    for number, name in enumerate(names):
        if person[number] >= 0:
            for word in descriptions_of(parses[name.paragraph], name):
                found[word][person[number]] = None
    return {word: tuple(people) for word, people in found.items() if len(people) <= MOST_BEARERS}


MOST_BEARERS = 12
"""Bearers of one role among whom "the captain" is sought; more are a crew list, and it stays open."""


def role_words(parse: Parse, first: int, token: int) -> str:
    """The role a description names: "captain", "former president"; empty where its adjectives tell
    somebody else apart ("the Republican candidate", "the second captain")."""
    between = [word.lower() for word in parse.words[first + 1 : token]]
    rest = [
        word for word in between if word not in _LITTLE and word not in FORMERLY and word != "-"
    ]
    if rest:
        return ""
    return (FORMER if FORMERLY.intersection(between) else "") + parse.lemmas[token]


def restricted(parse: Parse, token: int) -> bool:
    """Whether what follows a noun says who is meant: "the captain of the Aurora", "the man who"."""
    after = parse.words[token + 1].lower() if token + 1 < len(parse.words) else ""
    return after in _RESTRICTING


_RESTRICTING = listed("who whom whose of in with that from at")


def telling(lemma: str) -> bool:
    """Whether a noun alone says who is meant, once one person alone has been called it."""
    little = lemma in GENERIC or lemma in _NEVER or lemma in KINSHIP  # "the son": whose?
    return bool(person_noun(lemma)) and not little

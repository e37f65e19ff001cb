"""What is a title, and those that follow a name: ranks, offices and occupations in apposition."""

from variorum.read.parse import Parse
from variorum.read.russian import agree
from variorum.read.words import KINSHIP, TITLES, listed

TITLE_MODIFIERS = listed(
    """vice prime first second third deputy assistant lieutenant major brigadier rear chief former
    ex late then senior junior acting staff petty warrant field grand attorney foreign interim
    defence defense general vice- under sub honorary retired incumbent outgoing onetime one-time
    sometime erstwhile future newly-elected temporary ordinary able leading master flight wing squadron
    group pilot lance colour color regimental company provost executive managing commanding
    naval military political бывший старший младший первый второй третий заместитель зам главный вице
    покойный тогдашний нынешний будущий отставной экс исполняющий обязанность гвардия врио
    действительный тайный статский коллежский надворный титулярный военный народный"""
)
"""Words that belong to the title they stand before."""

_TRADES = (
    "man", "woman", "hand", "ist", "eer", "master", "mistress", "smith", "wright", "monger",
    "keeper", "maker", "driver", "worker", "holder",
)  # fmt: skip
"""Endings of nouns that say what somebody does."""

_NO_TRADES = listed(
    "human roman german norman ottoman talisman woman man hand mist list fist wrist twist grist "
    "beforehand secondhand shorthand longhand offhand career veneer pioneer volunteer sheer beer deer "
    "master mistress exist consist resist insist assist persist"
)

_OCCUPATIONS = listed(
    "sailor soldier farmer baker butcher teacher miner fisher porter tailor clerk cook student sexton "
    "carpenter dyer weaver cooper joiner mason painter plumber printer publisher grocer barber "
    "bosun bugler drummer ostler groom smith miller lamplighter sweep publican bailiff shotfirer viewer "
    "cobbler chandler stewardess cabin-boy schoolmistress lookout "
    "butler gardener maid servant shepherd stoker trimmer helmsman plater riveter diver trader "
    "merchant banker dentist midwife pharmacist apprentice secretary interpreter translator lecturer "
    "author actor actress singer dancer film-maker filmmaker photographer philosopher scientist "
    "mathematician physician physicist politician musician electrician commandant leader founder "
    "commander player striker goalkeeper winner laureate hero owner head матрос "
    "сторож кузнец плотник рыбак крестьянин рабочий помощник боцман повар командир комбат комполка "
    "начштаба замполит политрук военком командующий комендант руководитель основатель владелец лидер "
    "режиссёр режиссер актёр актер актриса певец певица музыкант учёный ученый физик математик "
    "философ адвокат прокурор судья тренер спортсмен чемпион президент спикер губернатор "
    "пресс-секретарь представитель сотрудник заведующий профессор доцент аспирант студент "
    "пекарь мельник смотритель пастух ткач портной сапожник часовщик купец мясник маляр каменщик "
    "санитар санитарка медсестра хирург фотограф продюсер автор лауреат герой"
)

_AFTER_TITLE = listed(", . ; ) of to at on in for from aboard who with — –")

_ARTICLES = frozenset(("the", "a", "an", "our", "their", "its", "his", "her"))

_ENDS = listed(", . ; ) ! ? ( : — – - and и who which что который")

LONGEST_TITLE = 10
"""Tokens of the longest title that is kept: "deputy chairman of the executive committee of X"."""


def is_title(word: str) -> bool:
    """Whether a word is a rank, an office or a form of address."""
    low = word.lower().rstrip(".")
    return low in TITLES or (
        low.startswith(("ex-", "экс-", "вице-")) and low[3:].strip("-") in TITLES
    )


def title_word(parse: Parse, token: int) -> bool:
    """Whether a token is a title, by its form or its base form."""
    low = parse.words[token].lower()
    return is_title(low) or parse.lemmas[token] in TITLES or low in _KINSMEN


_KINSMEN = listed(
    "братья братьев братьям братьями сыновья сыновей сыновьям сыновьями супруги супругов"
)
"""Plurals whose base form a dictionary gives otherwise: "Братья Лев и Осип"."""


def phrase(parse: Parse, first: int, end: int) -> str:
    """The words of tokens ``[first, end)``, on one line."""
    if first >= end:
        return ""
    base = parse.start
    return " ".join(parse.text[parse.starts[first] - base : parse.ends[end - 1] - base].split())


LONGEST_SHORT = 5
"""Letters of the longest title that ends in a full stop of its own: "Messr."."""


def with_modifiers(parse: Parse, token: int) -> int:
    while token > 0:
        before = parse.words[token - 1].lower()
        if not (
            before in TITLE_MODIFIERS
            or before == "-"
            or parse.lemmas[token - 1] in TITLE_MODIFIERS
        ):  # fmt: skip
            break
        token -= 1
    return token


def is_occupation(lemma: str) -> bool:
    """Whether a noun says what somebody does: "purser", "watchman", "stoker"."""
    return (
        lemma in TITLES
        or lemma in _OCCUPATIONS
        or (len(lemma) > 5 and lemma.endswith(_TRADES) and lemma not in _NO_TRADES)
    )


def title_after(parse: Parse, end: int) -> str:
    """What somebody is, after the name: "Oakes the purser", "Penhale, the watchman on the jetty"."""
    found = titles_after(parse, end)
    return found[0] if found else ""


def titles_after(parse: Parse, end: int) -> tuple[str, ...]:
    """The titles that follow a name: "Oakes the purser", "Petrov, mayor of X", "Petrov (captain)"."""
    if end >= len(parse.words):
        return ()
    if parse.language == "ru":
        return _russian_after(parse, end)
    return _english_after(parse, end) if parse.language == "en" else ()


def _english_after(parse: Parse, end: int) -> tuple[str, ...]:
    words, tags, count = parse.words, parse.tags, len(parse.words)
    token = end
    opened = words[token] in (",", "(", "—", "–")
    token += opened
    low = words[token].lower() if token < count else ""
    article = low == "the" or (opened and low in _ARTICLES)
    token += article
    if not (opened or article):
        return ()
    first = token
    while token < min(count, first + 5) and (
        tags[token] in ("JJ", "NN", "NNP", "VBN", "JJR", "JJS", "RB", "HYPH")
    ):
        if tags[token] in ("NN", "NNP") and _role(parse, token):
            after = words[token + 1].lower() if token + 1 < count else "."
            proper = tags[token] == "NNP"
            follower = token + 1 + (after == "." and len(words[token]) <= LONGEST_SHORT)
            if tags[min(follower, count - 1)] == "NNP" and not article and proper:
                return ()  # "Ivan Petrov, Captain Orlov and …": the next man's title
            if after in _AFTER_TITLE or after == "and" or (article and not opened and not proper):
                begun = with_modifiers(parse, token)
                while first < begun and tags[first] not in ("NN", "NNP", "HYPH"):
                    first += 1
                return (phrase(parse, first, _complement(parse, token + 1)),)
            if tags[token + 1] not in ("NN", "HYPH"):
                return ()
        token += 1
    return ()


def _role(parse: Parse, token: int) -> bool:
    """Whether a token after a name says what somebody is; kin and forms of address do not."""
    lemma = parse.lemmas[token].lower()
    return is_occupation(lemma) and lemma not in KINSHIP


def _complement(parse: Parse, token: int) -> int:
    """Where the complement of an office ends: "of the 3rd Army" after "commander"."""
    count = len(parse.words)
    if token >= count or parse.words[token].lower() not in ("of", "for", "at"):
        return token
    begun = token
    token += 1
    proper = token + (token < count and parse.words[token].lower() == "the")
    if parse.words[begun].lower() != "of" and not parse.words[min(proper, count - 1)][:1].isupper():
        return begun  # "the watchman at the pier" says where he stood
    while token < min(count, begun + LONGEST_TITLE) and (
        parse.tags[token] in ("NNP", "NNPS", "CD", "DT", "POS", "HYPH")
        or parse.words[token].lower() in ("of", "the")
        or (parse.tags[token] in ("NN", "NNS", "JJ") and parse.words[token].lower() not in _ENDS)
    ):
        token += 1
    while token > begun and parse.tags[token - 1] in ("DT", "IN", "POS", "HYPH"):
        token -= 1
    return token


def _russian_after(parse: Parse, end: int) -> tuple[str, ...]:
    words, count = parse.words, len(parse.words)
    if words[end] not in (",", "(", "—", "–", "-"):
        return ()
    first = token = end + 1
    while token < min(count, first + 4):
        lemma = parse.lemmas[token]
        if (lemma in TITLES or is_occupation(lemma)) and lemma not in KINSHIP:
            if not agree(words[token], words[end - 1]):
                return ()
            stop = token + 1
            while stop < min(count, token + LONGEST_TITLE) and (
                words[stop] not in ",.;()!?—–:" and parse.tags[stop] in ("NOUN", "ADJ", "NUM", "X")
            ):
                stop += 1
            if stop < count and words[stop] not in ",.;()—–:" and words[end] != "(":
                return ()
            return (phrase(parse, first, stop),)
        if not (lemma in TITLE_MODIFIERS or parse.tags[token] == "ADJ" or lemma == "тогда"):
            return ()
        token += 1
    return ()

"""Titles: the ranks, offices, occupations and forms of address that stand with a name.

All that stand there are kept, each in its own words: "the then mayor of X" before the name, "a retired
colonel and historian" after it, several at once.
"""

from variorum.read.names.first_names import is_given_name
from variorum.read.names.nouns import GROUP_NOUNS, PLACE_NOUNS
from variorum.read.parse import Parse, sentence_of
from variorum.read.russian import agree
from variorum.read.spans import NameSpan
from variorum.read.words import ADDRESS, KINSHIP, MILITARY_RANKS, TITLES, listed

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
PEOPLE = listed(
    "man woman boy girl child lad youth widow orphan passenger survivor witness person fellow "
    "gentleman lady native villager survivor islander relative bystander onlooker eyewitness local "
    "exile colleague comrade refugee prisoner emigrant immigrant pioneer volunteer pensioner neighbour "
    "neighbor friend resident человек мужчина женщина мальчик девочка житель жительница"
)
"""Nouns that say that somebody is a person, and no more."""
_AFTER_TITLE = listed(", . ; ) of to at on in for from aboard who with — –")
_DOCTORS = listed("dr prof capt captain colonel lieutenant sergeant countess prince princess baron")
_ARTICLES = frozenset(("the", "a", "an", "our", "their", "its", "his", "her"))
BRANCHES = listed(
    "artillery engineers infantry cavalry guards marines militia police justice medicine aviation "
    "staff navy army horse foot state war"
)
"""What a general can be "of"."""
_ENDS = listed(", . ; ) ! ? ( : — – - and и who which что который")
_COMPLEMENT = listed("of for at in to the our his her their de la du ' 's ’s")
_PAPER = frozenset(("NNP", "NNPS", "NN", "NNS", "CD", "DT", "JJ", "POS", "HYPH", "IN", "VBN"))
LONGEST_TITLE = 10
"""Tokens of the longest title that is kept: "deputy chairman of the executive committee of X"."""


def is_title(word: str) -> bool:
    """Whether a word is a rank, an office or a form of address."""
    low = word.lower().rstrip(".")
    return low in TITLES or (
        low.startswith(("ex-", "экс-", "вице-")) and low[3:].strip("-") in TITLES
    )


def titles_inside(parse: Parse, first: int, end: int, kind: str) -> tuple[tuple[str, ...], int]:
    """Split "Captain Ivan Petrov" into its titles and its name; "Captain" alone is no name."""
    if kind == "group" and not (first < end and _addressed(parse, first, end)):
        return (), first
    start = first
    while first < end and (
        title_word(parse, first)
        or (first + 1 < end and parse.words[first].lower() in KINSHIP)
        or (
            parse.language == "ru"
            and first + 2 < end
            and is_occupation(parse.lemmas[first])
            and first == sentence_of(parse, first)[0]
        )  # "Кузнец Павел Громов"
        or (words_low := parse.words[first].lower()) in ("-", ".")
        or (words_low in TITLE_MODIFIERS and first + 1 < end and title_word(parse, first + 1))
    ):
        first += 1
    if first == end - 1 and parse.words[first].lower() in GROUP_NOUNS | PLACE_NOUNS:
        return (), start  # "Justice Ministry", "Priest Street"
    found = phrase(parse, start, first)
    return ((found,) if found else ()), first


def _addressed(parse: Parse, first: int, end: int) -> bool:
    """Whether what a model holds to be a group is a person addressed: "Dr. Floss", "Aunt Juley"."""
    while first + 1 < end and (
        parse.words[first].lower() in TITLE_MODIFIERS and title_word(parse, first + 1)
    ):
        first += 1  # "Rear Admiral Jan Holt"
    opening = parse.words[first].lower().rstrip(".")
    words = parse.words[first + 1 : end]
    if opening in MILITARY_RANKS and words and is_given_name(words[0]):
        return len(words) < 4 and words[-1].lower() not in GROUP_NOUNS
    return (
        (opening in ADDRESS or opening in _DOCTORS)
        and 0 < len(words) < 4
        and all(word[:1].isupper() for word in words)
        and words[-1].lower() not in GROUP_NOUNS
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


def titles_before(parse: Parse, first: int) -> tuple[int, str]:
    """Where the run of titles that ends before token ``first`` begins, and its words."""
    english = parse.language == "en"
    if _short_title(parse, first - 1):
        first -= 1  # "Lt. Zherebko", but "Rask was the pilot. Dorn drowned"
    stop = first
    if (
        english
        and first > 2
        and parse.words[first - 1].lower() in BRANCHES
        and parse.words[first - 2].lower() == "of"
        and title_word(parse, first - 3)
    ):
        first -= 2  # "Lieutenant-General of Artillery"
    begin, token = first, first - 1
    while token >= 0 and first - token <= 5:
        low = parse.words[token].lower()
        noun = parse.tags[token][:2] == "NN" or not english or _adjectival(parse, token, first)
        lemma = parse.lemmas[token]
        titled = title_word(parse, token) or is_occupation(lemma)
        if noun and (titled or lemma in KINSHIP) and not _after_title(parse, token, first):
            begin = token
        elif begin == token + 1 and _short_title(parse, token):
            pass  # "Maj. Gen."
        elif not (
            begin < first and (low in TITLE_MODIFIERS or lemma in TITLE_MODIFIERS or low == "-")
        ):
            break
        elif low != "-":
            begin = token
        token -= 1
    if begin == first:
        return stop, ""
    return begin, phrase(parse, begin, stop)


def _adjectival(parse: Parse, token: int, first: int) -> bool:
    """Whether a tagger took the rank before a name for an adjective: "the general Ivan Petrov"."""
    return (
        token == first - 1
        and parse.lemmas[token] in MILITARY_RANKS
        and parse.tags[min(first, len(parse.tags) - 1)] in ("NNP", "NNPS")
    )


def _short_title(parse: Parse, stop: int) -> bool:
    """Whether a token is the full stop of a title's abbreviation."""
    return (
        stop > 0
        and parse.words[stop] == "."
        and parse.ends[stop - 1] == parse.starts[stop]
        and title_word(parse, stop - 1)
        and parse.words[stop - 1][:1].isupper()
        and len(parse.words[stop - 1]) <= LONGEST_SHORT
    )


_LATER = listed("later then afterwards subsequently now formerly позже впоследствии затем позднее")


def ranks_before(parse: Parse, first: int) -> tuple[str, ...]:
    """Two ranks before a name, the second borne at another time: "Captain (later Admiral) Holm",
    "Sergeant, later Lieutenant, Brandt"; () where there are no two."""
    words = parse.words
    stop = first
    if stop > 2 and words[stop - 1] in (")", ","):
        stop -= 1
    begun, second = titles_before(parse, stop)
    later = begun - 1
    if not second or later < 2 or words[later].lower() not in _LATER:
        return ()
    opened = later - 1
    if words[opened] not in ("(", ","):
        return ()
    _, one = titles_before(parse, opened)
    return (one, phrase(parse, later, stop)) if one else ()


def _after_title(parse: Parse, token: int, first: int) -> bool:
    """Whether a Russian title's case shows that it is not this name's: "президенту Иван"."""
    return (
        parse.language == "ru"
        and first < len(parse.words)
        and not agree(parse.words[token], parse.words[first])
    )


def office_before(parse: Parse, first: int) -> str:
    """An office with its complement before a name: "the then mayor of X, " or "мэр Саркала "."""
    token = first - 1
    if token < 1:
        return ""
    comma = parse.words[token] == ","
    if parse.language == "en" and not comma and parse.tags[token] not in ("NNP", "NN"):
        return ""
    stop = token if comma else first
    token = stop - 1
    while token >= 0 and stop - token <= LONGEST_TITLE:
        word, tag = parse.words[token], parse.tags[token]
        if parse.language == "en":
            if title_word(parse, token) or is_occupation(parse.lemmas[token]):
                after = parse.words[token + 1].lower() if token + 1 < stop else ""
                if after in ("of", "for", "at") and tag[:2] == "NN":
                    return phrase(parse, _with_modifiers(parse, token), stop)
                return ""
            if tag not in _PAPER:
                return ""
        elif parse.language == "ru":
            if comma or word in ",.;:()!?—–":
                return ""
            if token + 1 < stop and (
                title_word(parse, token) or is_occupation(parse.lemmas[token])
            ):
                begin = _with_modifiers(parse, token)
                return phrase(parse, begin, stop) if agree(word, parse.words[first]) else ""
            if tag not in ("NOUN", "ADJ", "NUM", "X") and word not in "«»-":
                return ""
        else:
            return ""
        token -= 1
    return ""


def _with_modifiers(parse: Parse, token: int) -> int:
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


def title_length(parse: Parse, span: NameSpan) -> int:
    """Tokens between the words before a name and the name: the titles split off from its mark."""
    if not span.titles:
        return 0
    first = span.first
    begun = parse.ends[first - 1] - len(span.titles[0]) if first else 0
    return sum(1 for token in range(max(0, first - 8), first) if parse.starts[token] >= begun)


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
                begun = _with_modifiers(parse, token)
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


def introduced(parse: Parse, first: int) -> bool:
    """Whether a name follows "a deckhand called" or "a man named"."""
    if first < 2 or parse.words[first - 1].lower() not in ("called", "named", "имени", "фамилии"):
        return False
    noun = first - 2 - (parse.words[first - 2].lower() == "по")
    lemma = parse.lemmas[noun] if noun >= 0 else ""
    return lemma in PEOPLE or lemma in KINSHIP or is_occupation(lemma)

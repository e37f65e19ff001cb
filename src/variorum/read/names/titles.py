"""Titles: the ranks, offices and forms of address that stand with a name."""

from variorum.read.parse import Parse
from variorum.read.spans import NameSpan
from variorum.read.words import KINSHIP, TITLE_MODIFIERS, TITLES, listed

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
    "merchant banker dentist midwife pharmacist apprentice secretary interpreter translator матрос "
    "сторож кузнец плотник рыбак крестьянин рабочий помощник боцман повар"
)
PEOPLE = listed(
    "man woman boy girl child lad youth widow orphan passenger survivor witness person fellow "
    "gentleman lady native refugee prisoner emigrant immigrant pioneer volunteer pensioner neighbour "
    "neighbor friend"
)
"""Nouns that say that somebody is a person, and no more."""
_AFTER_TITLE = listed(", . ; ) of to at on in for from aboard who with — –")
_ARTICLES = frozenset(("the", "a", "an", "our", "their", "its", "his", "her"))


def is_title(word: str) -> bool:
    """Whether a word is a rank, an office or a form of address."""
    return word.lower().rstrip(".") in TITLES


def titles_inside(parse: Parse, first: int, end: int, kind: str) -> tuple[tuple[str, ...], int]:
    """Split "Captain Ivan Petrov" into its titles and its name; "Captain" alone is no name."""
    if kind == "group":
        return (), first
    start = first
    while first < end and (
        title_word(parse, first)
        or (words_low := parse.words[first].lower()) in ("-", ".")
        or (words_low in TITLE_MODIFIERS and first + 1 < end and title_word(parse, first + 1))
    ):
        first += 1
    found = phrase(parse, start, first)
    return ((found,) if found else ()), first


def title_word(parse: Parse, token: int) -> bool:
    return is_title(parse.words[token]) or parse.lemmas[token] in TITLES


def phrase(parse: Parse, first: int, end: int) -> str:
    if first >= end:
        return ""
    base = parse.start
    return " ".join(parse.text[parse.starts[first] - base : parse.ends[end - 1] - base].split())


def titles_before(parse: Parse, first: int) -> tuple[int, str]:
    """Where the run of titles that ends before token ``first`` begins, and its words."""
    begin, token = first, first - 1
    while token >= 0 and first - token <= 5:
        low = parse.words[token].lower()
        noun = parse.tags[token][:2] == "NN" or parse.language != "en"
        lemma = parse.lemmas[token]
        trade = parse.language == "en" and is_occupation(lemma)
        if noun and (title_word(parse, token) or lemma in KINSHIP or trade):
            begin = token
        elif not (begin < first and (low in TITLE_MODIFIERS or low == "-")):
            break
        elif low in TITLE_MODIFIERS:
            begin = token
        token -= 1
    return begin, phrase(parse, begin, first)


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
    words, tags, count = parse.words, parse.tags, len(parse.words)
    token = end
    comma = token < count and words[token] == ","
    token += comma
    article = token < count and words[token].lower() in _ARTICLES
    token += article
    if parse.language != "en" or not (comma or article):
        return ""
    first = token
    while token < min(count, first + 4) and tags[token] in ("JJ", "NN", "VBN", "JJR", "JJS"):
        if tags[token] == "NN" and is_occupation(parse.lemmas[token]):
            after = words[token + 1].lower() if token + 1 < count else "."
            if after in _AFTER_TITLE or (article and not comma):
                while first < token and tags[first] != "NN":
                    first += 1
                return phrase(parse, first, token + 1)
            if tags[token + 1] != "NN":
                return ""
        token += 1
    return ""


def introduced(parse: Parse, first: int) -> bool:
    """Whether a name follows "a deckhand called" or "a man named"."""
    if first < 2 or parse.words[first - 1].lower() not in ("called", "named", "имени", "фамилии"):
        return False
    noun = first - 2 - (parse.words[first - 2].lower() == "по")
    lemma = parse.lemmas[noun] if noun >= 0 else ""
    return lemma in PEOPLE or lemma in KINSHIP or is_occupation(lemma)

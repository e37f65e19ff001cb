"""Titles: the ranks, offices and forms of address that stand with a name."""

from variorum.read.parse import Parse
from variorum.read.spans import NameSpan
from variorum.read.words import KINSHIP, TITLE_MODIFIERS, TITLES


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
        if noun and (title_word(parse, token) or parse.lemmas[token] in KINSHIP):
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

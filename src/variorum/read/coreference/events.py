"""Events: the words of a paragraph that mean somebody: names, pronouns, nouns, in order."""

from variorum.read.coreference.discourse import SEX_OF
from variorum.read.coreference.gender import MALE, ending_gender, is_given
from variorum.read.coreference.nominals import NATIONS, anothers, beside_russian, person_noun
from variorum.read.parse import Parse
from variorum.read.spans import NameSpan

Event = tuple[int, str, int]
"""A token; what it is: name, pronoun, own ("свой"), it, former, latter, age, or the lemma of a noun
that means a person; and the number of the name, or -1."""

_PRONOUNS = frozenset(form for word in SEX_OF for form in (word, word.capitalize(), word.upper()))
_OTHERS = {
    "it": "it", "It": "it", "former": "former", "latter": "latter", "old": "age",
}  # fmt: skip
PERHAPS = "perhaps"
"""A capitalised subject that is no name of a person: perhaps one that was not recognised."""

_SUBJECT = frozenset(("nsubj", "nsubjpass"))
_NO_SUBJECTS = frozenset(("compound", "attr", "appos", "oprd", "amod", "npadvmod"))
_COPULAS = frozenset(("быть", "являться", "стать", "—", "–"))
"""What says that somebody named is a man of some kind, and brings in nobody new."""

_BREAKS = frozenset(",;:()—–.!?«»“”")
_JOINS = frozenset(("и", "а", "но", "что", "который", "как", "когда", "где", "если"))


def events_of(parse: Parse, names: list[NameSpan], numbers: range) -> list[Event]:
    """The events of a paragraph, in order; ``numbers`` are its names'. Linear in its tokens."""
    placed: dict[int, int] = {}
    inside: set[int] = set()
    perhaps: set[int] = set()
    for number in numbers:
        name = names[number]
        if (
            name.kind == "group"
            and name.end - name.first == 1
            and _one_of_a_nation(parse, name.first)
        ):
            continue
        inside.update(range(name.first, name.end))
        if name.kind in ("person", "ship"):
            placed[name.end - 1] = number
        elif name.end - name.first == 1 or any(map(is_given, name.form.split())):
            perhaps.add(name.end - 1)
    if parse.language == "ru":
        people = [names[number] for number in placed.values() if names[number].kind == "person"]
        said = {token for name in people for token in beside_russian(parse, name)}
        whose = {name.first - 1 for name in people if anothers(parse, name)}
        return _russian(parse, placed, inside, said, whose)
    if not parse.deps or not parse.deps[0]:
        return [(token, "name", number) for token, number in sorted(placed.items())]
    found: list[Event] = []
    tags = parse.tags
    inside.update(parse.heads[token] for token in placed if parse.deps[token] == "appos")
    for token, (word, lemma) in enumerate(zip(parse.words, parse.lemmas, strict=True)):
        if token in placed:
            found.append((token, "name", placed[token]))
        elif word in _PRONOUNS:
            found.append((token, "pronoun", -1))
        elif word in _OTHERS:
            what = _OTHERS[word]
            if what == "it" or _stands_alone(parse, token, what):
                found.append((token, what, -1))
        elif (
            tags[token] == "NNP"
            and lemma not in NATIONS
            and (token in perhaps or token not in inside)
        ):
            if parse.deps[token] in _SUBJECT and not (token and parse.words[token - 1] == "the"):
                found.append((token, PERHAPS, -1))
        elif person_noun(lemma) and token not in inside and token + 1 not in inside:
            nation = lemma in NATIONS
            if tags[token] == "NN" or (nation and tags[token] in ("NNP", "JJ")):
                dep = parse.deps[token]
                if dep not in _NO_SUBJECTS and not (nation and _before_noun(parse, token)):
                    found.append((token, lemma, -1))
    return found


def _one_of_a_nation(parse: Parse, token: int) -> bool:
    """Whether it is "the Finn", one man, not his people."""
    return token > 0 and parse.words[token - 1].lower() == "the" and parse.lemmas[token] in NATIONS


def _before_noun(parse: Parse, token: int) -> bool:
    return token + 1 < len(parse.tags) and parse.tags[token + 1][:2] in ("NN", "JJ", "HY", "CD")


def _stands_alone(parse: Parse, token: int, what: str) -> bool:
    """Whether "the former" or "the 34-year-old" has no noun after it."""
    if _before_noun(parse, token):
        return False
    words = parse.words
    if what == "age":
        return (
            token >= 5
            and words[token - 3 : token] == ["-", "year", "-"]
            and words[token - 5].lower() == "the"
        )
    return token > 0 and words[token - 1].lower() == "the"


def _russian(
    parse: Parse, placed: dict[int, int], inside: set[int], said: set[int], whose: set[int]
) -> list[Event]:
    """Nothing tells the syntax here: a noun in the nominative before the verb is taken for a subject,
    as is any noun for a person: "he" after "the steamer" (masculine in Russian) is not the captain."""
    found: list[Event] = []
    for first, end in parse.sentences:
        verb = False
        for token in range(first, end):
            word, tag = parse.words[token], parse.tags[token]
            if token in placed:
                found.append((token, "name", placed[token]))
            elif word in _PRONOUNS:
                found.append((token, "pronoun", -1))
            elif parse.lemmas[token] == "свой":
                found.append((token, "own", -1))
            elif tag == "VERB":
                verb = True
            elif (
                tag == "NOUN"
                and token not in said
                and (token in whose or not {token, token + 1} & inside)
                and not _COPULAS.intersection(parse.lemmas[max(first, token - 2) : token])
                and (
                    person_noun(parse.lemmas[token])
                    or (not verb and word.lower() == parse.lemmas[token])
                )
            ):
                found.append((token, parse.lemmas[token], -1))
    return found


def means_a_thing(parse: Parse, token: int, low: int, sex: str) -> bool:
    """Whether "его" or "её", no possessive here, may be a thing of its gender named before it in the
    sentence: "купил дом и продал его"."""
    if token + 1 < len(parse.tags) and parse.tags[token + 1] in ("NOUN", "ADJ"):
        return False
    return any(
        parse.tags[before] == "NOUN"
        and not parse.words[before][:1].isupper()
        and not person_noun(parse.lemmas[before])
        and (ending_gender(parse.lemmas[before]) or MALE) == sex
        for before in range(max(low, token - REACH), token)
    )


def set_off(parse: Parse, first: int, token: int) -> bool:
    """Whether a noun stands between commas or heads a list: "его брат, генерал, жил в"."""
    before = parse.words[first - 1] if first else ""
    after = parse.words[token + 1].lower() if token + 1 < len(parse.words) else ""
    return before in (",", "—", "–", "-") or after in (",", "и", "—", "–")


REACH = 15
"""Tokens before an object pronoun in which the thing it may mean is sought."""


def same_clause(parse: Parse, one: int, other: int) -> bool:
    """Whether no comma, dash or conjunction stands between two tokens."""
    low, high = sorted((one, other))
    between = range(low + 1, high)
    return not any(
        parse.words[token] in _BREAKS or parse.words[token].lower() in _JOINS for token in between
    )


def means_anybody(parse: Parse, token: int) -> bool:
    """Whether it is "his or her", which means anybody."""
    around = [word.lower() for word in parse.words[max(0, token - 2) : token + 3]]
    here = min(2, token)
    after, before = around[here + 1 :], around[:here]
    joins = ("or", "/", "или")
    return (len(after) == 2 and after[0] in joins and after[1] in SEX_OF) or (
        len(before) == 2 and before[1] in joins and before[0] in SEX_OF
    )

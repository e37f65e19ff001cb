"""What is no speech although a word of speech stands there: what was not, or only not to be, said.

By the clause, never by sentences: a verb of saying that is negated or refused, a wish or an order that
somebody say it, a thing that is asked for, a person who is thanked, a name that somebody is given, a
question word with an infinitive ("told what to say").
"""

from variorum.read.parse import Parse, sentence_of
from variorum.read.voices.lexicon import CLAUSE_VERBS, DIRECT, THINKING
from variorum.read.voices.speakers import PRONOUNS, SpokenPage
from variorum.read.words import NEGATIONS, SPEECH_VERBS, listed

REFUSING = listed("refuse decline fail forget neglect avoid hesitate omit")
"""With an infinitive: it was not done."""

KNOWING = listed("know remember understand learn realize hear see notice discover find")
"""Thoughts that, negated, leave nothing thought: "did not know that"; not so "did not believe that"."""

ORDERING = listed("tell order command instruct bid")
"""With somebody and an infinitive: an order, which affirms nothing."""

REQUESTING = listed("ask beg urge request demand call plead press invite encourage")
"""With an infinitive: what somebody asks for, which is speech but states nothing."""

DISPUTING = listed("dispute deny contradict confirm refute")
"""Verbs that say something of what was said even where it is only "it": others dispute it."""

LONGEST_THING = 3
"""Words of the longest phrase that is a thing asked for: "a glass of water" is longer, and rare."""

LONGEST_NAME = 9
"""Words of somebody and of the longest name they are given: called him “a man of locked rooms”."""

_COMMUNICATING = CLAUSE_VERBS | DIRECT | listed("speak talk interview discuss")
_COMMUNICATING = _COMMUNICATING - THINKING | listed("know hear learn")
_SAYING = SPEECH_VERBS - DISPUTING
_ASKING = listed("ask beg pray plead call cry shout send wish")
_THANKING = listed("thank greet bless congratulate salute welcome curse")
_NAMING = listed("call dub name nickname christen style")
_NOTHING = listed("nothing anything none little something word more less much")
_WISHING = listed("want wish like hope long")
_ASKED = listed("question query call request letter")
_ANSWERING = listed("answer ignore avoid dodge evade hear read take face")
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_MARKS = frozenset(("“", "‘", "«", "„", '"', "``", "'"))
_CLIMB = 4


def unsaid(page: SpokenPage, token: int, part: str, content: tuple[int, int], frame: str) -> bool:
    """Whether a word of speech on ``token`` introduces nothing that was said on the tokens
    ``content``, which it governs in ``frame``. Linear in the dependents of both."""
    parse = page.parse
    lemma = parse.lemmas[token]
    if part == "noun":
        verb = parse.heads[token]
        object_of = parse.deps[token] in ("dobj", "pobj") and parse.tags[verb][:2] == "VB"
        if not object_of:
            return False
        asked = lemma in _ASKED and parse.lemmas[verb] in _ANSWERING
        return asked or not_done(page, verb)
    if lemma in THINKING and lemma not in KNOWING:
        return _wish_to_say(page, token, content)
    if not_done(page, token) or _wish_to_say(page, token, content):
        return True
    if frame in ("clause", "to") and _infinitive(page, token, content):
        return True
    return frame not in ("clause", "to") and _names_nothing_said(page, token, content, frame)


def not_done(page: SpokenPage, verb: int) -> bool:
    """Whether a verb is negated, or completes one that is negated or refuses: "declined to say"."""
    parse = page.parse
    for _ in range(_CLIMB):
        if negated(page, verb) or _inquired(page, verb):
            return True
        head = parse.heads[verb]
        if parse.deps[verb] != "xcomp" or head == verb:
            return False
        wished = parse.lemmas[head] in _WISHING and not _by_me(page, head)
        if parse.lemmas[head] in REFUSING or wished:
            return True
        verb = head
    return False


def _inquired(page: SpokenPage, verb: int) -> bool:
    """ "Did the captain say that …?": whether it was said is what is asked."""
    parse = page.parse
    below = page.below.get(verb, ())
    subject = next((t for t in below if parse.deps[t] == "nsubj"), verb)
    inverted = any(parse.deps[t] == "aux" and t < subject < verb for t in below)
    first, end = sentence_of(parse, verb)
    return inverted and "?" in parse.words[max(first, end - 3) : end]


def _by_me(page: SpokenPage, verb: int) -> bool:
    """Whether "I" or "we" wish: who says "I want to say that" says it."""
    subjects = (t for t in page.below.get(verb, ()) if page.parse.deps[t] == "nsubj")
    return any(page.parse.words[t].lower() in ("i", "we") for t in subjects)


def negated(page: SpokenPage, verb: int) -> bool:
    """Whether a verb has a negation beside it: "did not say", "never spoke"."""
    parse = page.parse
    return any(
        parse.deps[t] == "neg" or parse.words[t].lower() in NEGATIONS
        for t in page.below.get(verb, ())
        if parse.deps[t] not in ("cc", "preconj")
    )


def _wish_to_say(page: SpokenPage, token: int, content: tuple[int, int]) -> bool:
    """A wish, a plan or a refusal to say something says nothing: "wanted me to say it"."""
    parse = page.parse
    if parse.lemmas[token] in REFUSING:
        return True
    if parse.lemmas[token] not in THINKING:
        return False
    return any(
        parse.tags[t] == "VB"
        and parse.lemmas[t] in _COMMUNICATING
        and parse.deps[t] in ("xcomp", "ccomp")
        for t in page.below.get(token, ())
        if content[0] <= t < content[1]
    )


def _infinitive(page: SpokenPage, token: int, content: tuple[int, int]) -> bool:
    """An order ("told him to be quiet") or a question word with an infinitive ("what to say")."""
    parse = page.parse
    for child in page.below.get(token, ()):
        if not content[0] <= child < content[1] or parse.deps[child] not in ("xcomp", "ccomp"):
            continue
        inner = page.below.get(child, ())
        bare = any(parse.tags[t] == "TO" for t in inner) and not any(
            parse.tags[t] in ("MD", "VBD", "VBZ", "VBP") for t in (child, *inner)
        )
        if bare and (parse.lemmas[token] in ORDERING or _asking_word(parse, content)):
            return True
    return False


def _asking_word(parse: Parse, content: tuple[int, int]) -> bool:
    return parse.tags[content[0]] in ("WP", "WRB", "WDT", "WP$")


def _names_nothing_said(page: SpokenPage, token: int, content: tuple[int, int], frame: str) -> bool:
    """What a verb names and does not tell: a thing, a person, a name, a pronoun, nothing."""
    parse = page.parse
    lemma = parse.lemmas[token]
    words = [t for t in range(*content) if parse.words[t][0].isalnum()]
    if lemma in _THANKING or not words:
        return True
    if parse.lemmas[words[0]] in _NOTHING or parse.lemmas[words[-1]] in _NOTHING:
        return True
    if lemma in _SAYING and all(parse.words[t].lower() in PRONOUNS for t in words):
        return True
    verbal = any(parse.tags[t] in _FINITE for t in words)
    if lemma in _ASKING and frame == "for" and not verbal:
        return len(words) <= LONGEST_THING
    if lemma in _NAMING and frame in ("object", "passive"):
        return _is_naming(page, token, words, verbal)
    return False


def _is_naming(page: SpokenPage, verb: int, words: list[int], verbal: bool) -> bool:
    """Whether somebody is given a name, or is only called: "called him “the Dane”", "call my name"."""
    parse = page.parse
    below = page.below.get(verb, ())
    named = [t for t in below if parse.deps[t] == "oprd"]
    objects = [t for t in below if parse.deps[t] in ("dobj", "nsubjpass", "dative", "nsubj")]
    if not named or not any(t in words or parse.deps[t] == "nsubjpass" for t in objects):
        return len(words) <= LONGEST_THING
    if verbal or len(words) > LONGEST_NAME or parse.tags[named[0]][:2] != "NN":
        return False
    inner = page.below.get(named[0], ())
    given = (
        parse.tags[named[0]][:3] == "NNP"
        or any(parse.words[t].lower() == "the" for t in inner)
        or any(parse.words[t] in _MARKS for t in range(words[0], named[0]))
    )
    if not given:
        return False  # "called him a liar" is said of him
    return any(t in words and _is_person(page, t) for t in objects) or _is_person(page, words[0])


def _is_person(page: SpokenPage, token: int) -> bool:
    number = page.at_token.get((page.number, token), -1)
    person = number >= 0 and page.names[number].kind == "person"
    return person or page.parse.words[token].lower() in PRONOUNS

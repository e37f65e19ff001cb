"""Cases: which case a Russian name stands in, by the words beside it.

"Сомова" is a woman who does something or a man whom something is done to, whose something is; the verb
of the clause, the preposition, the title or the noun before it tells which.
"""

import re

from variorum.read.names.titles_after import title_word
from variorum.read.parse import Parse, sentence_of
from variorum.read.russian import OBLIQUE, cases, is_feminine_subject
from variorum.read.spans import NameSpan
from variorum.read.surnames import possessive
from variorum.read.words import KINSHIP, listed

_NOMINATIVE = frozenset(("nomn",))
_GOVERNED = (
    ("у от из до без для против после около возле вокруг кроме мимо из-за вместо ради", "gent"),
    ("к ко благодаря вопреки согласно навстречу", "datv"),
    ("через про сквозь", "accs"),
    ("о об обо при", "loct"),
    ("над перед передо между", "ablt"),
)
_CASE_AFTER = {word: frozenset((case,)) for words, case in _GOVERNED for word in listed(words)}
"""Prepositions that govern one case; all others leave several."""

_NAMING = listed(
    "мужу отцу замужестве девичестве браке урождённая урожденная урожд фамилия фамилии имени псевдоним"
)
"""Words after which a name stands in the nominative: "по мужу Петрова", "по фамилии Сомов"."""
_BOUNDS = frozenset(',;:.!?…—–()«»"“”')
REACH = 8
"""Tokens from a name in which its clause's verb is looked for."""
_HERS = re.compile(r"\w+(?:ла|лась)|\w{3,}(?:на|та)")
"""A woman's past tense or short participle."""
_DATIVE = listed(
    """верить поверить доверять помогать помочь сказать говорить писать написать отвечать ответить дать
    давать передать отдать подарить послать отправить рассказать рассказывать показать сообщить
    объяснить звонить позвонить мешать помешать приказать велеть предложить обещать поручить
    угрожать служить завидовать кричать крикнуть шепнуть ответствовать вручить выдать присвоить
    принадлежать исполниться нравиться удаться пришлось прийтись быть понадобиться повезти"""
)
"""Verbs that govern the dative."""
_PRESENT = re.compile(r"\w+(?:[еёи]т|[еёи]тся)")


def cases_beside(span: NameSpan, parse: Parse) -> frozenset[str]:
    """The cases that the words beside a Russian name leave it; none where nothing tells."""
    before = span.first - 1
    alone = span.end - span.first == 1
    if before >= 0:
        if parse.words[before].lower() in _NAMING:
            return _NOMINATIVE
        if title_word(parse, before):
            kin = parse.lemmas[before] in KINSHIP
            return OBLIQUE if kin and alone else cases(parse.words[before])
        low = parse.words[before].lower()
        if parse.tags[before] == "ADP" or low in _CASE_AFTER:
            return _CASE_AFTER.get(low, OBLIQUE)
    last = parse.words[span.end - 1]
    if not possessive(last) or not (alone or _initials(parse, span)):
        return frozenset()
    if last.endswith("у"):
        return _by_government(span, parse)
    return _by_verb(span, parse) if last.endswith("а") else frozenset()


def _initials(parse: Parse, span: NameSpan) -> bool:
    return all(len(word.rstrip(".")) < 2 for word in parse.words[span.first : span.end - 1])


def _by_verb(span: NameSpan, parse: Parse) -> frozenset[str]:
    """Whether "Сомова" is the subject of its clause: a woman; or of another word: a man."""
    low, high = _clause(span, parse)
    clause = [t for t in range(low, high) if not span.first <= t < span.end]
    verbs = [t for t in clause if parse.tags[t] == "VERB"]
    hers = [t for t in verbs if _HERS.fullmatch(parse.words[t])]
    others = any(is_feminine_subject(parse.words[t]) for t in clause)
    before = span.first - 1
    owned = before >= low and _owned(parse, before)
    if hers:
        if owned:
            return OBLIQUE if others else _NOMINATIVE
        beside = span.end in hers or (
            span.end + 1 in hers and parse.words[span.end].lower() in ("не", "уже", "так", "тоже")
        )
        if others:
            # "Сомова встретила жена": she met, or was met
            return frozenset() if beside else OBLIQUE
        return _NOMINATIVE
    if owned:
        return OBLIQUE
    if not verbs:
        return _after_apposition(parse, high)
    if span.end in verbs and _PRESENT.fullmatch(parse.words[span.end]):
        return _NOMINATIVE
    return OBLIQUE


def _after_apposition(parse: Parse, stop: int) -> frozenset[str]:
    """Whether the first verb after a name without one is a woman's: "Сомова, его вдова, уехала"."""
    end = min(sentence_of(parse, max(0, stop - 1))[1], stop + REACH)
    first = next((t for t in range(stop, end) if parse.tags[t] == "VERB"), -1)
    if first < 0 or not _HERS.fullmatch(parse.words[first]):
        return frozenset()
    return _NOMINATIVE


def _by_government(span: NameSpan, parse: Parse) -> frozenset[str]:
    """Whether "Сомову" is given, told or written something: a man; or is seen or met: a woman."""
    low, high = _clause(span, parse)
    verbs = {parse.lemmas[t] for t in range(low, high) if parse.tags[t] == "VERB"}
    if verbs & _DATIVE or (span.first > low and _owned(parse, span.first - 1)):
        return frozenset(("datv",))
    return frozenset(("accs",)) if verbs else frozenset()


def _owned(parse: Parse, token: int) -> bool:
    """Whether a common noun stands there, whose bearer the name after it may be."""
    plain = parse.words[token].islower() or token == sentence_of(parse, token)[0]
    return parse.tags[token] == "NOUN" and plain


def _clause(span: NameSpan, parse: Parse) -> tuple[int, int]:
    """The tokens from one mark of punctuation to the next, around a name."""
    first, end = sentence_of(parse, span.first)
    low, high = max(first, span.first - REACH), min(end, span.end + REACH)
    for token in range(span.first - 1, low - 1, -1):
        if parse.words[token] in _BOUNDS:
            low = token + 1
            break
    for token in range(span.end, high):
        if parse.words[token] in _BOUNDS:
            high = token
            break
    return low, high

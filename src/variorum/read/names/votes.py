"""Votes: what a name is, decided once per account by what all its mentions show.

The cues of all mentions of a name are counted together; a surname seen in a person's full name is a
person's throughout; then names in one list lend each other their kind. A mention's own words weigh
more than the others', so that "General Washington" and "in Washington" can stand in one account.
"""

from collections import Counter
from dataclasses import replace

from variorum.read.names.cues import LOCAL, NOTHING, SOLID, best, own, scores, share
from variorum.read.parse import Parse
from variorum.read.spans import NameSpan
from variorum.read.words import KINSHIP

LEAST_UNMARKED = 3.0
"""Least score of a name that no pipeline marked; set on sixty documents of LitBank."""

_BETWEEN = frozenset((",", "and", "&", "и", "or", "или", ";"))
_LENT = {"person": "beside persons", "place": "beside places"}


def decided(spans: list[NameSpan], parses: list[Parse]) -> list[NameSpan]:
    """The names that are any, each with its kind; ``spans`` hold the cues of each mention and are in
    the order of the text."""
    keys = [_key(parses[span.paragraph], span) for span in spans]
    ballots: dict[str, Counter[str]] = {}
    for key, span in zip(keys, spans, strict=True):
        ballots.setdefault(key, Counter()).update(span.cues)
    share(ballots)
    spans = _lend(spans, keys, ballots, parses)
    kept = []
    totals = {key: scores(ballot) for key, ballot in ballots.items()}
    for key, span in zip(keys, spans, strict=True):
        total = Counter(totals[key])
        for kind, weight in own(span.cues).items():
            total[kind] += LOCAL * weight  # type: ignore[assignment]
        kind, score = best(total)
        if span.kind and kind == NOTHING and score == 0.0:
            kind = span.kind
        if kind != NOTHING and (span.kind or score >= LEAST_UNMARKED):
            kept.append(replace(span, kind=kind))
    return kept


def _key(parse: Parse, span: NameSpan) -> str:
    words = parse.lemmas if parse.language == "ru" else parse.words
    return " ".join(words[span.first : span.end]).lower()


def _lend(
    spans: list[NameSpan], keys: list[str], ballots: dict[str, Counter[str]], parses: list[Parse]
) -> list[NameSpan]:
    """Names in one list are of one kind: what is certain of one is a cue for the one beside it."""
    solid = {}
    for key, ballot in ballots.items():
        kind, score = best(scores(ballot))
        if kind in _LENT and score >= SOLID:
            solid[key] = kind
    lent: dict[int, str] = dict.fromkeys(_kin_lists(spans, parses), "kin term")
    for at in range(1, len(spans)):
        one, other = spans[at - 1], spans[at]
        if one.paragraph != other.paragraph or not 1 <= other.first - one.end <= 2:
            continue
        words = parses[one.paragraph].words[one.end : other.first]
        if not _BETWEEN.issuperset(words):
            continue
        if at in lent:
            continue
        for giver, taker in ((at - 1, at), (at, at - 1)):
            if keys[giver] in solid and keys[taker] not in solid:
                marked = spans[taker].kind
                if "," in words and len(words) == 1 and marked not in ("", solid[keys[giver]]):
                    continue  # "of Sarkal, Anna Weiss …" is no list
                lent[taker] = _LENT[solid[keys[giver]]]
    for at, cue in lent.items():
        ballots[keys[at]][cue] += 1
        spans[at] = replace(spans[at], cues=tuple(sorted({*spans[at].cues, cue})))
    return spans


def _kin_lists(spans: list[NameSpan], parses: list[Parse]) -> list[int]:
    """The names after the first of a list that a plural word of kin opens: "their sons Lev, Osip and
    Grisha"."""
    found: list[int] = []
    inside = False
    for at, span in enumerate(spans):
        if inside and span.paragraph == spans[at - 1].paragraph:
            between = parses[span.paragraph].words[spans[at - 1].end : span.first]
            inside = 0 < len(between) <= MOST_BETWEEN and _BETWEEN.issuperset(between)
        else:
            inside = False
        if inside:
            found.append(at)
        else:
            inside = _of_several(span, parses[span.paragraph])
    return found


MOST_BETWEEN = 2
"""Tokens between two names of a list: a comma and a conjunction."""


def _of_several(span: NameSpan, parse: Parse) -> bool:
    """Whether a word of kin in the plural stands right before a name."""
    before = span.first - 1
    while before >= 0 and parse.words[before] in (":", ","):
        before -= 1
    if before < 0:
        return False
    word, lemma = parse.words[before].lower(), parse.lemmas[before]
    return lemma in KINSHIP and word != lemma and (parse.language == "ru" or word.endswith("s"))

"""Russian syntax where a statement may stand: slovnet's parser, run on those sentences alone.

The parser (Kukushkin 2020, natasha) takes nearly as long as the tagger of names, so that only a
sentence with a verb of the closed vocabulary, or with a person and a verb, is given to it. Its
Universal labels become the ones the English pipeline uses, so that clauses are read in one way.
"""

import warnings
from dataclasses import replace
from functools import cache
from typing import Any

from variorum.read.parse import Parse
from variorum.read.spans import NameSpan
from variorum.read.vocabulary import VERB_RELATIONS

LONGEST = 120
"""Words of the longest sentence that is parsed: a longer one is a list or a table."""

_LABELS = {
    "nsubj:pass": "nsubjpass", "obj": "dobj", "iobj": "dative", "aux:pass": "auxpass",
    "acl:relcl": "relcl", "nummod:gov": "nummod", "nummod:entity": "nummod", "flat:name": "appos",
    "csubj:pass": "nsubjpass",
}  # fmt: skip
_NEGATIVE = frozenset(("не", "ни"))


@cache
def _parser() -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from natasha import NewsEmbedding, NewsSyntaxParser
    return NewsSyntaxParser(NewsEmbedding())


def with_syntax(parses: list[Parse], names: list[NameSpan]) -> list[Parse]:
    """The parses, Russian ones with the syntax of the sentences that may hold a statement."""
    wanted: list[tuple[int, int, int]] = []
    people: dict[int, list[int]] = {}
    for name in names:
        if name.kind == "person":
            people.setdefault(name.paragraph, []).append(name.first)
    for number, parse in enumerate(parses):
        if parse.language == "ru" and not any(parse.deps):
            firsts = people.get(number, ())
            wanted += [
                (number, a, b) for a, b in parse.sentences if _may_state(parse, a, b, firsts)
            ]
    if not wanted:
        return parses
    wanted.sort(key=lambda place: (place[2] - place[1], place))  # like lengths waste no padding
    found = _parser().map([parses[number].words[a:b] for number, a, b in wanted])
    columns: dict[int, tuple[list[str], list[int]]] = {}
    for (number, first, _), markup in zip(wanted, found, strict=True):
        parse = parses[number]
        deps, heads = columns.setdefault(number, (list(parse.deps), list(parse.heads)))
        for step, token in enumerate(markup.tokens):
            at, head = first + step, int(token.head_id)
            label = _LABELS.get(token.rel, token.rel)
            deps[at] = "neg" if parse.words[at].lower() in _NEGATIVE else label
            heads[at] = first + head - 1 if head else at
        _uncycled(heads, first, first + len(markup.tokens))
    return [
        replace(parse, deps=columns[number][0], heads=columns[number][1])
        if number in columns
        else parse
        for number, parse in enumerate(parses)
    ]


def _uncycled(heads: list[int], first: int, end: int) -> None:
    """Make heads a forest: the parser chooses each head by itself, so that some chase each other."""
    done = [False] * (end - first)
    for token in range(first, end):
        on_path: set[int] = set()
        while not done[token - first]:
            if token in on_path:
                heads[token] = token  # the way came back to itself
                break
            on_path.add(token)
            if heads[token] == token:
                break
            token = heads[token]
        for step in on_path:
            done[step - first] = True


def _may_state(parse: Parse, first: int, end: int, people: list[int] | tuple[int, ...]) -> bool:
    if not 2 < end - first <= LONGEST:
        return False
    if any(lemma in VERB_RELATIONS for lemma in parse.lemmas[first:end]):
        return True
    named = any(first <= token < end for token in people)
    return named and ("VERB" in parse.tags[first:end] or "—" in parse.words[first:end])

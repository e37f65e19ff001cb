"""Sentences as the later steps see them: their content words, their mentions, their voice."""

from variorum.read.parse import Parse
from variorum.read.words import STOP_WORDS, listed

CONTENT_TAGS = listed("NN NNS NNP NNPS VB VBD VBG VBN VBP VBZ JJ JJR JJS NOUN PROPN VERB ADJ")
"""Penn and Universal tags of the words that tell what a sentence is about."""


def sentence_spans(parse: Parse) -> list[tuple[int, int]]:
    """The token ranges of sentences that hold a word, without the spaces around them."""
    spans = []
    for first, end in parse.sentences:
        while first < end and parse.words[first].isspace():
            first += 1
        while end > first and parse.words[end - 1].isspace():
            end -= 1
        if first < end:
            spans.append((first, end))
    return spans


def terms(parse: Parse, first: int, end: int) -> tuple[str, ...]:
    """The base forms of the content words in ``[first, end)``, in order."""
    lemmas, tags = parse.lemmas, parse.tags
    return tuple(
        lemma
        for lemma, tag in zip(lemmas[first:end], tags[first:end], strict=True)
        if (tag in CONTENT_TAGS or not tag)
        and lemma not in STOP_WORDS
        and len(lemma) > 1
        and lemma[0].isalpha()
    )

"""Evidence written by hand: a text with its readings marked in place.

``[Lev Petrov]`` is a person, ``[Port Ellery/place]`` a place; ``{40 people/40//person}`` a quantity
(words / number or low..high / unit / counted / exactness); ``<3 May 1921/1921-05-03>`` a date.
Sentences end in a full stop before a space or at the end; base forms are the words in lower case but
for the few in BASE.
"""

import re
from dataclasses import dataclass

from variorum.confront import Evidence
from variorum.identify import identify
from variorum.model.critique import Account
from variorum.model.passage import Passage, cut
from variorum.model.testimony import DateMention, Mention, Quantity, Sentence, mention_id, resolved

BASE = {
    "killed": "kill", "died": "die", "dead": "dead", "people": "person", "men": "man",
    "wounded": "wound", "began": "begin", "lasted": "last", "born": "bear", "boats": "boat",
    "women": "woman", "started": "start", "sank": "sink", "carried": "carry", "miles": "mile",
    "saw": "see", "met": "meet", "burned": "burn", "left": "leave", "built": "build",
}  # fmt: skip
_STOP = "the and was were had have has been his her that this with from for not but"
STOP = frozenset(_STOP.split())
_MARKED = re.compile(r"\[([^\]]*)\]|\{([^}]*)\}|<([^>]*)>")
_WORD = re.compile(r"[^\W\d_]{3,}")
_SENTENCE = re.compile(r"\S.*?\.(?=\s|$)", re.DOTALL)


@dataclass
class Read:
    text: str
    mentions: list[Mention]
    quantities: list[Quantity]
    dates: list[DateMention]
    sentences: list[Sentence]


def read_by_hand(name: str, marked: str) -> Read:
    """Take the marks out of ``marked`` and read them at their places."""
    source, text, last = f"{name}.txt", "", 0
    spans = []
    for match in _MARKED.finditer(marked):
        text += marked[last : match.start()]
        words, *parts = (match[1] or match[2] or match[3]).split("/")
        spans.append((match[0][0], len(text), len(text) + len(words), parts))
        text += words
        last = match.end()
    text += marked[last:]
    read = Read(text, [], [], [], [])
    for mark, start, end, parts in spans:
        passage = cut(source, text, start, end)
        if mark == "[":
            kind = parts[0] if parts else "person"
            read.mentions.append(
                Mention(passage, kind, mention_id(passage, kind), passage.quote, (), name)
            )
        elif mark == "{":
            number, unit, counted, exactness = [*parts, "", "", ""][:4]
            low, _, high = number.partition("..")
            top = None if exactness == "at_least" else float(high or low)
            read.quantities.append(
                Quantity(passage, float(low), top, unit, counted, exactness or "exact", name)
            )
        else:
            read.dates.append(DateMention(passage, parts[0], account=name))
    for match in _SENTENCE.finditer(text):
        words = (w.group().lower() for w in _WORD.finditer(match.group()))
        terms = tuple(BASE.get(w, w) for w in words if w not in STOP)
        passage = cut(source, text, match.start(), match.end())
        inside = tuple(
            m.entity for m in read.mentions if match.start() <= m.passage.start < match.end()
        )
        read.sentences.append(Sentence(passage, terms, inside, "", "en", name))
    return read


def evidence(*texts: str, dates: tuple[str, ...] = (), kinds: tuple[str, ...] = ()) -> Evidence:
    """The evidence of accounts a0, a1… with these marked texts, identified."""
    accounts, mentions, quantities, days, sentences = [], [], [], [], []
    for number, marked in enumerate(texts):
        name = f"a{number}"
        read = read_by_hand(name, marked)
        date = dates[number] if number < len(dates) else ""
        kind = kinds[number] if number < len(kinds) else "article"
        accounts.append(
            Account(name, f"{name}.txt", 0, len(read.text), "", "", "", date, "en", kind)
        )
        mentions += read.mentions
        quantities += read.quantities
        days += read.dates
        sentences += read.sentences
    found = identify(mentions, accounts)
    meant = {identity.mention: identity.entity for identity in found.identities}
    return Evidence(
        accounts=tuple(accounts),
        sentences=tuple(sentences),
        quantities=tuple(quantities),
        dates=tuple(days),
        mentions=tuple(resolved(mention, meant) for mention in mentions),
    )


def quotes(passages: tuple[Passage, ...]) -> list[str]:
    return [passage.quote for passage in passages]

"""Votes: what a name is, decided once per account by what all its mentions show.

Titles, kin terms, verbs of speech and prepositions beside a name and the pipeline's own labels have
a vote each; a surname seen with a title or a given name is a person's throughout.
"""

from collections import Counter

from variorum.read.names.titles import introduced, title_after, titles_before
from variorum.read.parse import Parse
from variorum.read.spans import NameSpan
from variorum.read.words import GROUP_NOUNS, PLACE_NOUNS, SPEECH_VERBS, listed

TITLE_VOTE, CUE_VOTE, FULL_NAME_VOTE, LABEL_VOTE = 4, 2, 2, 1
"""Weights of the votes on a name's type. A title beside a name outweighs any few labels, because the
small English model mislabels foreign surnames more often than not; set on LitBank and PolNeAR."""

_IN_PLACE = frozenset(("in", "в", "во", "near", "inside"))
_PLACE_OPENERS = listed(
    "new old north south east west port fort camp san santa saint st. st mount lake cape el los la le"
)


def _key(parse: Parse, span: NameSpan) -> str:
    """What the mentions of one name share: its last word's base form."""
    return (parse.lemmas if parse.language == "ru" else parse.words)[span.end - 1].lower()


def count_votes(
    spans: list[NameSpan], parses: list[Parse]
) -> tuple[dict[str, Counter[str]], set[str]]:
    """Votes by last word and by whole name; and the surnames that are certainly people's."""
    votes: dict[str, Counter[str]] = {}
    people: set[str] = set()
    for span in spans:
        parse = parses[span.paragraph]
        key, whole = _key(parse, span), _whole(parse, span)
        ballot = votes.setdefault(whole, Counter())
        ballot[span.kind] += LABEL_VOTE
        titled = (
            bool(span.titles)
            or titles_before(parse, span.first)[0] < span.first
            or introduced(parse, span.first)
            or (span.end - span.first < 4 and bool(title_after(parse, span.end)))
        )
        if titled and not _is_group(parse, span):
            ballot["person"] += TITLE_VOTE
            if span.end - span.first > 1:
                votes.setdefault(key, Counter())["person"] += TITLE_VOTE
            people.add(key)
        elif span.kind == "person" and 2 <= span.end - span.first <= 4:
            people.add(key)
        if _speaks(parse, span):
            ballot["person"] += CUE_VOTE * (span.kind != "group")
        if span.first and parse.words[span.first - 1].lower() == "the" and span.kind == "person":
            ballot["group"] += CUE_VOTE  # "the Aurora" is no person
        if span.first and parse.words[span.first - 1].lower() in _IN_PLACE:
            ballot["place"] += CUE_VOTE
        if span.end - span.first > 1 and span.kind == "person":
            votes.setdefault(key, Counter())["person"] += FULL_NAME_VOTE
            given = parse.words[span.first].lower()
            votes.setdefault(given, Counter())["person"] += LABEL_VOTE
    return votes, people


def _whole(parse: Parse, span: NameSpan) -> str:
    words = parse.lemmas if parse.language == "ru" else parse.words
    return " ".join(words[span.first : span.end]).lower()


def _speaks(parse: Parse, span: NameSpan) -> bool:
    """Whether the name is the subject of a verb of speech."""
    last = span.end - 1
    if parse.deps[last]:
        return parse.deps[last] == "nsubj" and parse.lemmas[parse.heads[last]] in SPEECH_VERBS
    beside = [span.first - 1, span.end]
    return any(0 <= i < len(parse.lemmas) and parse.lemmas[i] in SPEECH_VERBS for i in beside)


def _is_group(parse: Parse, span: NameSpan) -> bool:
    return parse.words[span.end - 1].lower().rstrip(".") in GROUP_NOUNS


def decided(span: NameSpan, parse: Parse, votes: dict[str, Counter[str]], people: set[str]) -> str:
    """The type of a name: by its last word where that tells, else by the account's majority."""
    last = parse.words[span.end - 1].lower().rstrip(".")
    several = span.end - span.first > 1
    if several and last in GROUP_NOUNS:
        return "group"
    if several and last in PLACE_NOUNS:
        return "place"
    if several and _key(parse, span) in people and _plain(parse, span):
        return "person"
    ballot = votes[_whole(parse, span)]
    best = max(ballot.values())
    leaders = sorted(kind for kind, count in ballot.items() if count == best)
    return span.kind if span.kind in leaders else leaders[0]


def _plain(parse: Parse, span: NameSpan) -> bool:
    """Whether every word of the name looks like a person's: a capital and small letters."""
    first = parse.words[span.first].lower()
    return (
        span.end - span.first <= 3
        and first not in _PLACE_OPENERS
        and all(
            word.istitle() or (len(word) == 2 and word.endswith("."))
            for word in parse.words[span.first : span.end]
        )
    )


def mostly_person(ballot: Counter[str] | None) -> bool:
    return ballot is not None and 2 * ballot["person"] > sum(ballot.values())

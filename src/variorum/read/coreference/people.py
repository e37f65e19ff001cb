"""People: which names of an account are one person's, the short after the full."""

from collections import Counter, defaultdict
from dataclasses import dataclass

from variorum.read.coreference.gender import gender_of
from variorum.read.spans import NameSpan
from variorum.read.words import listed

_GENERATIONS = listed("jr sr junior senior esq ii iii iv")
_MISTER = listed("mr monsieur herr señor signor")
_MARRIED, _UNMARRIED = listed("mrs madame mme frau señora"), listed("miss mlle fräulein señorita")
_PATRONYMICS = ("ович", "евич", "ьич", "овна", "евна", "ична", "ovich", "evich", "ovna", "evna")


def people_of(names: list[NameSpan]) -> list[int]:
    """The number of the person each name means, counted from 0; -1 for what is no person's.

    A given name or a surname alone is the one bearer's; of several bearers, the one of fitting title
    and gender whom the account named last. A surname before anybody's full name of its paragraph is
    another's: "Weiss was born in 1894, the son of Karl Weiss". Linear in the names.
    """
    found = _People([], {}, defaultdict(list), defaultdict(list), defaultdict(set))
    person = [-1] * len(names)
    parts = [_parts(name) if name.kind == "person" else () for name in names]
    begun: dict[int, int] = {}
    for number, words in enumerate(parts):
        if len(words) > 1:
            person[number] = _full(found, names[number], words)
            begun.setdefault(person[number], number)
        elif words and gender_of(names[number]):
            found.titled[words[0]].add(gender_of(names[number]))
    latest = [-1] * len(names)
    for number, words in enumerate(parts):
        if len(words) == 1:
            person[number] = _other(found, names, number, words[0], begun)
            if person[number] < 0:
                person[number] = _short(found, names[number], words[0], latest)
            latest += [-1] * (len(found.genders) - len(latest))
        if person[number] >= 0:
            latest[person[number]] = number
    return person


_BARE = "by the surname alone"
MOST_BEARERS = 12
"""Bearers of one surname among whom a short name is sought; more are a genealogy, and it stays apart."""


@dataclass(frozen=True, slots=True)
class _People:
    """People by number: the signs of their gender; their numbers by name; ``titled``: the genders of
    titles before a surname alone."""

    genders: list[Counter[str]]
    known: dict[tuple[str, str], int]
    by_last: dict[str, list[int]]
    by_first: dict[str, list[int]]
    titled: dict[str, set[str]]


def _begun(found: _People, key: tuple[str, str]) -> int:
    found.known[key] = len(found.genders)
    found.genders.append(Counter())
    return found.known[key]


def _full(found: _People, name: NameSpan, words: tuple[str, ...]) -> int:
    key = (words[0], words[-1])
    who = found.known.get(key, -1)
    if who < 0:
        who = _begun(found, key)
        found.by_last[words[-1]].append(who)
        found.by_first[words[0]].append(who)
        if words[1].endswith(_PATRONYMICS):
            found.known.setdefault((words[0], words[1]), who)
    sex = gender_of(name)
    if sex:
        found.genders[who][sex] += 1
    return who


def _other(
    found: _People, names: list[NameSpan], number: int, word: str, begun: dict[int, int]
) -> int:
    """Whom a surname means whose only full bearers so far are yet to come in its paragraph, or who was
    called so before; -1 where it is nobody's like that."""
    key = (_BARE, word)
    if key in found.known:
        return found.known[key]
    bearers = found.by_last.get(word, [])
    here = names[number].paragraph
    coming = [who for who in bearers if begun[who] > number]
    if not bearers or len(coming) < len(bearers):
        return -1
    if not any(names[begun[who]].paragraph == here for who in coming):
        return -1
    return _begun(found, key)


def _short(found: _People, name: NameSpan, word: str, latest: list[int]) -> int:
    sex, title = gender_of(name), _title(name)
    if title and (title, word) in found.known:
        return found.known[title, word]
    bearers = found.by_last.get(word) or found.by_first.get(word) or []
    if len(bearers) <= MOST_BEARERS:
        both = len(found.titled.get(word, ())) > 1
        fitting = [who for who in bearers if _can_be(found.genders[who], sex, both)]
        if title and len(fitting) > 1:
            fitting = []  # "Mrs Weiss" among sisters: who, the title does not say
        if fitting:
            who = max(fitting, key=lambda who: (latest[who], -who))
            found.genders[who].update([sex] if sex else ())
            return who
    key = ("" if title == "mr" and not bearers else title or sex * bool(bearers), word)
    who = found.known[key] if key in found.known else _begun(found, key)
    if sex:
        found.genders[who][sex] += 1
    return who


def _can_be(genders: Counter[str], sex: str, both: bool) -> bool:
    """Whether somebody of these signs can be called with a title of this gender. Where the account
    has a Mr and a Mrs of the name, whoever shows no gender may be either, and is taken for neither."""
    return not sex or genders[sex] > 0 or (not genders and not both)


def _title(name: NameSpan) -> str:
    words = {w.lower().rstrip(".") for title in name.titles for w in title.split()}
    kinds = (("mrs", _MARRIED), ("miss", _UNMARRIED), ("mr", _MISTER))
    return next((kind for kind, forms in kinds if words & forms), "")


def _parts(name: NameSpan) -> tuple[str, ...]:
    words = [w.strip(".,'’").lower() for w in name.form.split()]
    words = [w for w in words if w and w not in _GENERATIONS]
    return tuple(words) or (name.form.lower(),)

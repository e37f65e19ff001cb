"""Kinship in plain phrasings: "X's mother Y", "X, son of Y", "сын X, Y".

Only pairs of names are related; "her brother Y" only where one person alone can be meant. ``object``
is the subject's relation: (X, mother, Y) says that X's mother is Y.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from variorum.read.parse import Parse
from variorum.read.spans import NameSpan
from variorum.read.words import KINSHIP, listed

REACH = 4
"""Tokens that may stand between a kin term and its name: ", the famous diver,"."""

_FILLERS = listed(
    ", late elder older younger eldest youngest oldest only own first second former future twin and "
    "the a his her was is became named called by name ( — – - , whose это был была"
)
_POSSESSIVES = listed("his her его её ее")
SPOUSE = "spouse"


@dataclass(frozen=True, slots=True)
class RelationSpan:
    """A relation on ``[start, end)`` of the reading text; subject and object are name numbers."""

    start: int
    end: int
    subject: int
    relation: str
    object: int


def find_relations(parses: list[Parse], names: list[NameSpan]) -> list[RelationSpan]:
    """The kinship relations of an account, in order, each once per place."""
    people: dict[int, dict[int, int]] = {}
    for number, name in enumerate(names):
        if name.kind == "person":
            at = people.setdefault(name.paragraph, {})
            at.update(dict.fromkeys(range(name.first, name.end), number))
    found: set[RelationSpan] = set()
    for number, parse in enumerate(parses):
        at = people.get(number, {})
        if len(set(at.values())) > 1:
            found.update(_in_paragraph(parse, names, at))
    return sorted(found, key=lambda r: (r.start, r.end, r.relation, r.subject, r.object))


def _in_paragraph(
    parse: Parse, names: list[NameSpan], at: dict[int, int]
) -> Iterator[RelationSpan]:
    for first, end in parse.sentences:
        for token in range(first, end):
            relation = KINSHIP.get(parse.lemmas[token])
            if not relation or (parse.language == "en" and parse.tags[token][:2] != "NN"):
                continue
            if parse.language == "en" and parse.tags[token] == "NNS":
                continue  # "brothers A and B": who is whose needs more than this
            pairs = _english if parse.language == "en" else _russian
            for subject, object_ in pairs(parse, names, at, token, first, end):
                if subject != object_ and names[subject].form != names[object_].form:
                    spans = (names[subject], names[object_])
                    start = min(parse.starts[token], *(span.start for span in spans))
                    stop = max(parse.ends[token], *(span.stop for span in spans))
                    yield RelationSpan(start, stop, subject, relation, object_)


def _english(
    parse: Parse, names: list[NameSpan], at: dict[int, int], token: int, low: int, high: int
) -> Iterator[tuple[int, int]]:
    words = parse.words
    after = words[token + 1].lower() if token + 1 < high else ""
    if after == "of":
        owner = _name_after(parse, at, token + 2, high)
        if owner >= 0:
            who = _name_before(parse, at, token, low)
            who = who if who >= 0 else _apposed(parse, names, at, names[owner].end, high)
            if who >= 0:
                yield owner, who
        return
    owner = _owner(parse, names, at, token, low)
    if owner < 0:
        return
    who = _name_after(parse, at, token + 1, high)
    if who >= 0:
        yield owner, who
        return
    who = _name_before_as(parse, at, token, low, owner)
    if who >= 0:
        yield owner, who


def _name_after(parse: Parse, at: dict[int, int], token: int, high: int) -> int:
    """The name that begins at a token or after a few filling words."""
    for step in range(REACH + 1):
        if token + step >= high:
            return -1
        if token + step in at:
            return at[token + step]
        low = parse.words[token + step].lower()
        if low not in _FILLERS and low not in KINSHIP:
            return -1
        if low in _POSSESSIVES and step == 0:
            return -1
    return -1


def _name_before(parse: Parse, at: dict[int, int], token: int, low: int) -> int:
    """The name before "…, the (elder) son of" or "… was the son of"."""
    for step in range(1, REACH + 3):
        if token - step < low:
            return -1
        if token - step in at:
            return at[token - step]
        word = parse.words[token - step].lower()
        if word not in _FILLERS and parse.tags[token - step][:2] not in ("JJ",):
            return -1
    return -1


def _apposed(parse: Parse, names: list[NameSpan], at: dict[int, int], token: int, high: int) -> int:
    """The name after "the son of Y, " (and nothing else between)."""
    if token + 1 < high and parse.words[token] == "," and token + 1 in at:
        return at[token + 1]
    return at.get(token, -1)


def _owner(parse: Parse, names: list[NameSpan], at: dict[int, int], token: int, low: int) -> int:
    """Whose relation it is: "X's (elder) brother", or "his brother" after one person alone."""
    back = token - 1
    while (
        back >= low
        and token - back <= REACH
        and (
            parse.tags[back][:2] == "JJ"
            or parse.words[back].lower() in ("late", "elder", "own", "first", "second", "-")
        )
    ):
        back -= 1
    if back < low:
        return -1
    if parse.tags[back] == "POS" and back - 1 in at:
        return at[back - 1]
    if parse.words[back].lower() in _POSSESSIVES:
        return _only_before(parse, names, at, back, low)
    return -1


def _only_before(
    parse: Parse, names: list[NameSpan], at: dict[int, int], token: int, low: int
) -> int:
    """The one person named earlier in the sentence, if there is just one."""
    seen = [at[t] for t in range(low, token) if t in at]
    surnames = {names[number].form.rpartition(" ")[2] for number in seen}
    return seen[-1] if len(surnames) == 1 else -1


def _name_before_as(parse: Parse, at: dict[int, int], token: int, low: int, owner: int) -> int:
    """ "Y, X's brother" and "Y was X's brother": the name before the owner's."""
    start = next((t for t in range(low, token) if at.get(t) == owner), -1)
    if start < 0 or parse.words[token - 1].lower() in _POSSESSIVES:
        return -1
    return _name_before(parse, at, start, low)


def _russian(
    parse: Parse, names: list[NameSpan], at: dict[int, int], token: int, low: int, high: int
) -> Iterator[tuple[int, int]]:
    """ "брат Павла Иван", "Иван, брат Павла", "его брат Иван"."""
    next_name = at.get(token + 1, -1)
    before = parse.words[token - 1].lower() if token > low else ""
    if before in _POSSESSIVES:
        owner = _only_before(parse, names, at, token - 1, low)
        if owner >= 0 and next_name >= 0:
            yield owner, next_name
        return
    if next_name < 0 or not _genitive(names[next_name], parse):
        return
    after = names[next_name].end
    while after < high and parse.words[after] in (",", "—", "–", "-"):
        after += 1
    if before == "," and token - 2 in at:
        yield next_name, at[token - 2]
    elif after in at and after < high:
        yield next_name, at[after]


def _genitive(name: NameSpan, parse: Parse) -> bool:
    """Whether a Russian name stands in another form than its nominative."""
    return parse.text[name.start - parse.start : name.stop - parse.start] != name.form

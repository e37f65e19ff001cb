"""The kinship of an account: in every sentence with a kin term or a marriage, then what follows."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from variorum.read.coreference.labels import speaker_labels
from variorum.read.coreference.people import people_of
from variorum.read.kinship import english, russian
from variorum.read.kinship.aliases import other_names
from variorum.read.kinship.couples import couples
from variorum.read.kinship.derived import patronymics, siblings
from variorum.read.kinship.marriages import parents_together, with_marriages
from variorum.read.kinship.page import Kin, Page, sex, word
from variorum.read.kinship.relations import TELLER, RelationSpan
from variorum.read.kinship.vocabulary import GENDERS, RUSSIAN, SPOUSES, by_gender
from variorum.read.parse import Parse
from variorum.read.spans import NameSpan
from variorum.read.words import listed

_GRAMMARS = {"en": english, "ru": russian}


def find_relations(
    parses: list[Parse],
    names: list[NameSpan],
    pronouns: Mapping[tuple[int, int], int] | None = None,
) -> list[RelationSpan]:
    """The relations of an account, in order, each once per place.

    ``pronouns`` are the names that pronouns and descriptions stand for, by paragraph and last token.
    Linear in the account's length.
    """
    if all(name.kind != "person" for name in names):
        return []
    found: dict[RelationSpan, None] = {}
    person = people_of(names)
    for page in _pages(parses, names, pronouns or {}, person):
        for row in _told(page):
            for span in _spans(page, row):
                found[span] = None
    found.update(dict.fromkeys(other_names(parses, names, pronouns or {})))
    found.update(dict.fromkeys(patronymics(names, person, found)))
    return sorted(found, key=lambda r: (r.start, r.end, r.relation, r.subject, r.object))


def _pages(
    parses: list[Parse],
    names: list[NameSpan],
    pronouns: Mapping[tuple[int, int], int],
    person: list[int],
) -> Iterator[Page]:
    here: dict[int, dict[int, int]] = {}
    labels = speaker_labels(parses, names)
    for number, name in enumerate(names):
        if name.kind == "person" and labels.get(name.paragraph) != number:
            at = here.setdefault(name.paragraph, {})
            first = name.first
            if name.end - first > 1 and parses[name.paragraph].lemmas[first] in RUSSIAN:
                first += 1  # "Братья Лев" at the head of a sentence, read as one name
            at.update(dict.fromkeys(range(first, name.end), number))
    meant: dict[int, dict[int, int]] = {}
    for (paragraph, token), number in pronouns.items():
        if number >= 0 and names[number].kind == "person":
            meant.setdefault(paragraph, {})[token] = number
    before = -1
    for number, parse in enumerate(parses):
        at = here.get(number, {})
        if at and parse.language in _GRAMMARS:
            yield Page(number, parse, names, at, meant.get(number, {}), person, before)
        if at:
            people = people_between_all(names, person, at)
            before = next(iter(people.values())) if len(people) == 1 else -1


def people_between_all(
    names: list[NameSpan], person: list[int], at: dict[int, int]
) -> dict[int, int]:
    found: dict[int, int] = {}
    for number in at.values():
        found.setdefault(person[number], number)
    return found


def _told(page: Page) -> Iterator[Kin]:
    grammar = _GRAMMARS[page.parse.language]
    rows = []
    for first, end in page.parse.sentences:
        told = list(grammar.kin(page, first, end))
        if page.parse.language == "ru":
            told = list(with_marriages(page, first, end, told))
        told = [_hedged(page, row) for row in (*told, *couples(page, first, end))]
        wed = [row for row in told if row.relation in SPOUSES and TELLER not in row.owners]
        pairs = [
            (r.end, r.owners[0], r.others[0]) for r in wed if len(r.owners) == 1 == len(r.others)
        ]
        if pairs:
            page = replace(page, couples=(*page.couples, *pairs)[-1:])
        rows += told
    yield from rows
    if rows:
        yield from siblings(page, rows)
        yield from parents_together(page, rows)


_HEDGES = listed(
    "perhaps possibly probably presumably supposedly reputedly allegedly "
    "возможно вероятно предположительно якобы видимо"
)


def _hedged(page: Page, row: Kin) -> Kin:
    """The row, with the word that doubts it as its reason: "perhaps a daughter, Rosa"."""
    if row.reason:
        return row
    doubts = (word(page, token) for token in range(row.first, row.end))
    return replace(row, reason=next((low for low in doubts if low in _HEDGES), ""))


def _spans(page: Page, row: Kin) -> Iterator[RelationSpan]:
    """A relation for each owner and each other, unless gender or identity speaks against it."""
    parse, names = page.parse, page.names
    for owner in row.owners:
        for other in row.others:
            if owner != TELLER and _same(page, row, owner, other):
                continue
            gender = GENDERS.get(row.relation, "")
            if gender and sex(page, other) not in ("", gender):
                continue
            relation = by_gender(row.relation, sex(page, other))
            numbers = [
                n for n in (owner, other) if n != TELLER and names[n].paragraph == page.number
            ]
            inside = [n for n in numbers if row.first - 3 <= names[n].first < row.end + 3]
            start = min(parse.starts[row.first], *(names[n].start for n in inside), parse.ends[-1])
            stop = max(parse.ends[row.end - 1], *(names[n].stop for n in inside), 0)
            yield RelationSpan(start, stop, owner, relation, other, row.reason)


def _same(page: Page, row: Kin, owner: int, other: int) -> bool:
    """Whether two names are one person's. A short name is only taken for the full one's, so where the
    words make kin of "Petrov, son of Ivan Petrov" they are two."""
    one, two = page.names[owner], page.names[other]
    if page.person[owner] != page.person[other]:
        return False
    beside = one.paragraph == page.number and row.first <= one.first < row.end
    namesake = " " in one.form and one.form.split(" ")[0] == two.form
    return one.form == two.form or not (beside or namesake) or bool(row.reason)

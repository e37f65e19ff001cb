"""Values of events: whom somebody met, what somebody received, wore or became."""

from collections.abc import Iterator

from variorum.read.statements.clauses import AT, TO, Clause, cue, place_of
from variorum.read.statements.page import (
    NOUN_TAGS,
    Page,
    Part,
    StatementSpan,
    Subject,
    in_words,
    part,
    phrase,
    quoted,
    subject_part,
)
from variorum.read.vocabulary import (
    APPOINTED,
    ATTACKED,
    BEFALLS,
    BORN,
    CASUALTIES,
    CHOSE,
    COMMANDED,
    DIED,
    ENGLISH_TITLES,
    JOINED,
    MEMBER_OF,
    NAMED,
    PLACED,
    TEXTUAL,
)
from variorum.read.words import listed

LONGEST_VALUE = 8
"""Words of a value that is told in words; longer ones are no name of a thing."""

AWARDING = listed("award наградить удостоить присудить присвоить")


def said_of(
    page: Page,
    clause: Clause,
    subject: Subject,
    relation: str,
    value: str,
    object_: int,
    kind: str,
    told: Part,
    tokens: tuple[int, int] | None = None,
) -> StatementSpan:
    """One statement, its passage from the first to the last of subject, verb and value."""
    parse = page.parse
    time = clause.dates[0][2] if len(clause.dates) == 1 else None
    at = place_of(page, clause, AT | TO) if relation in PLACED else -1
    place = page.at_token[at] if at >= 0 else -1
    parts = [subject_part(page, subject), told, cue(page, clause.verb)]
    if time is not None and kind != "date":
        parts.append(("time", time.start, time.end))
    if place >= 0 and kind != "place":
        parts.append(("place", page.names[place].start, page.names[place].stop))
    start = min(parts[0][1], parse.starts[clause.verb], told[1])
    end = max(parts[0][2], parse.ends[clause.verb], told[2])
    return StatementSpan(
        page.number, start, end, subject[0], subject[1], relation, value, object_, kind,
        time.edtf if time is not None else "", place, clause.polarity, clause.modality, tuple(parts),
    )  # fmt: skip


def objects(page: Page, clause: Clause, relation: str, subject: Subject) -> Iterator[StatementSpan]:
    """Whom somebody met or married, what somebody received or wore."""
    if relation in BEFALLS or relation in CASUALTIES:
        return
    if page.parse.lemmas[clause.verb] in AWARDING:
        yield from _awarded(page, clause, relation, subject)
        return
    tokens = list(clause.objects[:1])
    if clause.passive and clause.agent >= 0:
        tokens = [s[2] for s in clause.subjects[:1]]
    if not tokens:
        tokens = [t for word, t in clause.obliques if word in ("with", "с", "со", "на", "to")][:1]
        if relation == COMMANDED and page.parse.language == "ru":
            tokens = [t for word, t in clause.obliques if not word][:1]
        elif relation == ATTACKED:
            tokens = [t for word, t in clause.obliques if word == "на"][:1]
        elif relation not in ("met", "married"):
            tokens = []
    if relation in (JOINED, MEMBER_OF):
        tokens += [t for word, t in clause.obliques if word in ("in", "with", "to", "в", "во")]
    for token in tokens[:1]:
        number = page.at_token.get(token, -1)
        if number < 0 and token in page.pronouns and page.pronouns[token] != subject[0]:
            number = page.pronouns[token]
            told = part(page, "value", token, token + 1)
            yield said_of(
                page, clause, subject, relation, "", number, page.names[number].kind, told
            )
        elif number >= 0:
            name = page.names[number]
            if name.kind == "place" and relation in PLACED:
                return
            if relation in (BORN, DIED):
                return  # "born Otto Feld" is another name of his
            yield said_of(
                page, clause, subject, relation, "", number, name.kind,
                ("value", name.start, name.stop), (name.first, name.end),
            )  # fmt: skip
        elif relation in TEXTUAL and page.parse.tags[token] in NOUN_TAGS:
            first, stop = phrase(page, token)
            if stop - first <= LONGEST_VALUE:
                yield said_of(
                    page, clause, subject, relation, in_words(page, first, stop), -1, "text",
                    part(page, "value", first, stop), (first, stop),
                )  # fmt: skip


def _awarded(
    page: Page, clause: Clause, relation: str, subject: Subject
) -> Iterator[StatementSpan]:
    """What somebody was awarded: "награждён орденом", "was awarded the medal"."""
    parse = page.parse
    bare = [t for word, t in clause.obliques if not word] if parse.language == "ru" else []
    withs = [t for word, t in clause.obliques if word == "with"]
    for token in (*bare, *clause.objects, *withs):
        if token in range(subject[2], subject[3]) or parse.tags[token] not in NOUN_TAGS:
            continue
        first, stop = _titled(page, token)
        yield said_of(
            page, clause, subject, relation, in_words(page, first, stop), -1, "text",
            part(page, "value", first, stop), (first, stop),
        )  # fmt: skip
        return


def became(page: Page, clause: Clause, relation: str, subject: Subject) -> Iterator[StatementSpan]:
    """What somebody was appointed, elected or named: "appointed commander of the fort"."""
    parse = page.parse
    for token in page.below.get(clause.verb, ()):
        said = parse.deps[token] in ("oprd", "attr", "xcomp") or (
            parse.deps[token] == "dobj" and clause.passive
        )
        if said and parse.tags[token] in NOUN_TAGS and token not in range(subject[2], subject[3]):
            first, stop = _titled(page, token)
            value = in_words(page, first, stop)
            shown = (
                quoted(page, first, stop) if relation == NAMED else ENGLISH_TITLES.get(value, value)
            )
            yield said_of(
                page, clause, subject, relation, shown, -1, "text", part(page, "value", first, stop),
                (first, stop),
            )  # fmt: skip
            return
    for word, token in clause.obliques:
        rank = word in ("to", "as", "в") and relation in (APPOINTED, CHOSE, "elected", MEMBER_OF)
        instrumental = not word and parse.language == "ru" and relation in (APPOINTED, "elected")
        plain = parse.tags[token] in NOUN_TAGS and token not in page.at_token
        if (rank or instrumental) and plain:
            first, stop = _titled(page, token)
            value = in_words(page, first, stop)
            value = ENGLISH_TITLES.get(value, value)
            yield said_of(
                page, clause, subject, relation, value, -1, "text", part(page, "value", first, stop),
                (first, stop),
            )  # fmt: skip
            return


def _titled(page: Page, token: int) -> tuple[int, int]:
    """A title with its "of …"."""
    parse = page.parse
    first, stop = phrase(page, token)
    if stop + 1 < len(parse.words) and parse.words[stop] == "of" and parse.heads[stop] == token:
        last = max((t for t in page.below.get(stop, ())), default=stop)
        stop = last + 1 if last - stop < LONGEST_VALUE else stop
    return first, stop

"""Deeds: the open predicate. Who did what to whom, in the verb's own base form."""

from variorum.read.quantities.clocks import CLOCK
from variorum.read.statements.clauses import AT, Clause, cue, place_of
from variorum.read.statements.modality import told_as_past
from variorum.read.statements.page import (
    NOUN_TAGS,
    Page,
    StatementSpan,
    Subject,
    named,
    part,
    phrase,
    quoted,
    subject_part,
)
from variorum.read.vocabulary import BEFALLS, BORN, BY, OPEN, UNDERGONE
from variorum.read.words import BELIEF_VERBS, SPEECH_VERBS, listed

LONGEST = 30
"""Tokens from the subject to the value of a deed; what lies further apart was misread as soon."""

_LEADING = listed("to into onto at against through across over к против через")
_REACHING = _LEADING | listed("on upon with for from в на с со за из от")
"""Prepositions of a complement: any noun after the first, a name after the others."""
_TIMES = listed(
    """year month week day night morning evening hour minute moment time while end beginning age
    century fact case way course day's год месяц неделя день ночь утро вечер час минута время период
    век течение случай начало конец ход лето"""
)
"""Nouns after a preposition that tell when or how, not what was done to."""
_ENDINGS = frozenset(("died", "sank", "burned", "killed", "destroyed"))
_TOLD = frozenset(("asserted", "denied"))
_DEFINITE = listed("the this that his her its their our my no")
"""Words before a described subject that stands alone: it must be a certain one."""
LIGHT = listed(
    """be have do get put call name make take go come seem appear become let keep begin start continue
    называться try want need use like love hate know see hear feel look think mean help show include
    involve remain contain consist concern require accord base relate follow regard understand
    consider exist быть мочь стать являться иметь сделать делать хотеть знать видеть смотреть
    слышать казаться становиться находиться оказаться получиться составлять относиться начать
    продолжать"""
)
"""Verbs that tell nothing that two accounts would differ in, or only with a clause of their own."""


def deed(page: Page, clause: Clause, relation: str) -> StatementSpan | None:
    """What a clause tells, where it is asserted, its subject known and it has an object or a
    complement with a preposition; None otherwise. ``relation`` is the closed vocabulary's word for
    the verb, or ""; then only a direct object is told."""
    parse = page.parse
    lemma = parse.lemmas[clause.verb]
    if lemma in LIGHT or lemma in SPEECH_VERBS or lemma in BELIEF_VERBS or not lemma.isalpha():
        return None
    if clause.modality not in _TOLD or len(lemma) < 3:
        return None
    if parse.language == "ru" and not told_as_past(parse.words[clause.verb]):
        return None
    doer, done = _sides(page, clause)
    if doer is None or done is None:
        return _bare(page, clause, relation, lemma)
    preposition, object_ = done
    if doer[0] < 0 and parse.lemmas[doer[3] - 1] in _TIMES:
        return None  # "ему идёт 71-й год"
    if relation and (preposition or relation in BY):
        return None
    if relation == BORN:
        return None  # "born Otto Feld": another name of his
    number = page.at_token.get(object_, -1)
    told = named(page, object_)
    if told is None or (doer[0] < 0 and number < 0 and doer[1] != "I"):
        return None
    if number >= 0:
        value, span = "", ("value", page.names[number].start, page.names[number].stop)
    elif told[0] >= 0:
        number, value = told[0], ""
        span = part(page, "value", told[2], told[3])
    elif told[1] == "I":
        return None
    else:
        first, stop = phrase(page, object_)
        value, span = quoted(page, first, stop).lower(), part(page, "value", first, stop)
    if number >= 0 and number == doer[0]:
        return None
    if abs(object_ - doer[2]) > LONGEST:
        return None
    parts = [subject_part(page, doer), span, cue(page, clause.verb)]
    time = clause.dates[0][2] if len(clause.dates) == 1 else None
    if time is not None:
        parts.append(("time", time.start, time.end))
    particle = next(
        (parse.words[t].lower() for t in page.below.get(clause.verb, ()) if parse.deps[t] == "prt"),
        "",
    )
    relation = relation or " ".join(filter(None, (lemma, particle, preposition)))
    return StatementSpan(
        page.number,
        min(parts[0][1], span[1], parse.starts[clause.verb]),
        max(parts[0][2], span[2], parse.ends[clause.verb]),
        doer[0], doer[1], relation, value, number, OPEN, time.edtf if time is not None else "", -1,
        clause.polarity, clause.modality, tuple(parts),
    )  # fmt: skip


def _bare(page: Page, clause: Clause, relation: str, lemma: str) -> StatementSpan | None:
    """An act with nobody and nothing else named: "Varenga did not shout", "the radio was smashed".

    What was done to something by nobody named has that thing as its value, in the closed vocabulary as
    its subject, so that it can be laid against who is said to have done it.
    """
    if not clause.subjects or clause.objects or page.parse.deps[clause.verb] in ("acl", "relcl"):
        return None
    if relation in BEFALLS and not clause.passive and lemma not in UNDERGONE:
        return None
    if any(page.parse.deps[t] in ("xcomp", "ccomp") for t in page.below.get(clause.verb, ())):
        return None
    subject = clause.subjects[0]
    denied = clause.polarity == "negative"
    placed, at_place = _settled(page, clause)
    if clause.obliques and not (denied or clause.passive or relation or placed):
        return None
    known = subject[0] >= 0 or (subject[1] == "I" and (denied or bool(relation)))
    if placed and not known:
        return None
    if not known and (not subject[1] or not (clause.passive or relation in _ENDINGS)):
        return None
    if not known and page.parse.words[max(0, subject[2] - 1)].lower() not in _DEFINITE:
        return None
    turned = clause.passive and not relation
    at = subject_part(page, subject)
    parts = [("value", at[1], at[2]) if turned else at, cue(page, clause.verb)]
    time = clause.dates[0][2] if len(clause.dates) == 1 else None
    if time is not None:
        parts.append(("time", time.start, time.end))
    place = -1
    if placed and at_place >= 0:
        place = page.at_token[at_place]
        parts.append(("place", page.names[place].start, page.names[place].stop))
    start = min(at[1], page.parse.starts[clause.verb])
    end = max(at[2], page.parse.ends[clause.verb])
    edtf = time.edtf if time is not None else ""
    if turned:
        number, words = subject[0], subject[1] if subject[1] != "I" else ""
        if number < 0 and not words:
            return None
        return StatementSpan(
            page.number, start, end, -1, "", lemma, words.lower(), number, OPEN, edtf, -1,
            clause.polarity, clause.modality, tuple(parts),
        )  # fmt: skip
    return StatementSpan(
        page.number, start, end, subject[0], subject[1], relation or lemma, "", -1, OPEN, edtf, place,
        clause.polarity, clause.modality, tuple(parts),
    )  # fmt: skip


def _settled(page: Page, clause: Clause) -> tuple[bool, int]:
    """Whether all that stands with an act says when or where it was, "resigned in May 1922", "spoke in
    Kem"; and the token of the place, or -1."""
    dated = {token for first, stop, _ in clause.dates for token in range(first, stop)}
    place = place_of(page, clause, AT)
    rest = [token for _, token in clause.obliques if token not in dated and token != place]
    return bool(clause.obliques) and not rest, place


def _sides(page: Page, clause: Clause) -> tuple[Subject | None, tuple[str, int] | None]:
    """Who did it, and the preposition and token of what it was done to; a passive is turned round."""
    if clause.passive:
        agent = named(page, clause.agent) if clause.agent >= 0 else None
        if agent is None or not clause.subjects:
            return None, None
        return agent, ("", clause.subjects[0][3] - 1)
    doer = clause.subjects[0] if clause.subjects else None
    if doer is None or (doer[0] < 0 and not doer[1]):
        return None, None
    tags = page.parse.tags
    dated = {token for first, stop, _ in clause.dates for token in range(first, stop)}
    dated |= {t for q in page.quantities if q.unit == CLOCK for t in range(q.first, q.stop)}
    for token in clause.objects[:1]:
        if tags[token] in NOUN_TAGS or token in page.pronouns:
            return doer, ("", token)
    for word, token in clause.obliques:
        timely = token in dated or page.parse.lemmas[token] in _TIMES
        reached = word in _REACHING and (word in _LEADING or token in page.at_token)
        if tags[token] in NOUN_TAGS and reached and not timely:
            return doer, (word, token)
    return None, None

"""Who did what only one did in a story: clefts, "the man who … was", stations, Russian word orders."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from variorum.confront.laid import Ground
from variorum.confront.told.difference import Difference
from variorum.confront.told.lines import Line
from variorum.confront.told.once import Answer, apart, claimed, noun_after, person_at
from variorum.confront.told.pairs import Pair, verb_feature
from variorum.confront.told.spans import alike, noun_group, words_of
from variorum.confront.told.words import BEINGS, GENERIC, PLAIN
from variorum.model.passage import Passage
from variorum.read.words import SPEECH_VERBS, listed

LEAST_RARE = 1.0
"""Rarity of a deed and its object together, so that it was done but once."""

MOST_DOERS = 3
"""Doers that accounts name; what more are named for was done more than once."""

REACH = 8
"""Words between a doer and the verb that are looked through."""

_STATIONS = (
    listed("wheel helm tiller rudder штурвал штурвалом штурвала руль рулём рулем руля румпель"),
    listed("throttle controls регулятор рычаги рычагами"),
    listed("oars вёсла вёслах веслах"),
    listed("telegraph wireless radio рация рацией ключом"),
    listed("gun machine-gun пулемёт пулемётом пулеметом"),
    listed("reins вожжи вожжах"),
)
"""Where but one can be at a time; a row is one station."""

_HAVING = listed("had has took held kept manned steered держал держала")
_AT = listed("at on за у на")
_BEING = listed("was were is stood sat был была стоял стояла сидел сидела")
_RELIEVED = listed(
    """until till then next later relieved first again afterwards before after watch потом затем сначала
    сменил прежде после"""
)
_ONE = listed("one man woman person boy girl officer sailor soldier тот та")
_WHO = listed("who that кто который которая")
_COMMON = listed(
    """see hear know think remember meet visit love want live work feel like find have be make get take
    watch notice recognise recognize understand use need want keep видеть слышать знать помнить
    любить хотеть увидеть услышать понять найти иметь взять"""
)
"""Deeds that many do to one thing."""

_HIMSELF = listed("himself herself then also had alone сам сама потом затем")
_PASSIVE = listed("was were been is being был была было были")


def doers(lines: Mapping[int, Line], ground: Ground) -> Iterator[tuple[Pair, Difference]]:
    """Deeds of a story that accounts give to different named people. Linear in words."""
    rows: dict[str, list[Answer]] = defaultdict(list)
    for _, line in sorted(lines.items()):
        for row in (*_deeds(line, ground), *_stations(line, ground)):
            rows[row.key].append(row)
    once = [
        row
        for _, told in sorted(rows.items())
        if len({row.value for row in told}) <= MOST_DOERS
        for row in told
    ]

    def one_person(one: str, other: str) -> bool:
        mine, yours = (ground.names.get(who, "").split() for who in (one, other))
        return one == other or any(alike(a, b) for a in mine for b in yours)

    yield from apart(once, ground, one_person, reason="one deed, told with other doers")


def _deeds(line: Line, ground: Ground) -> Iterator[Answer]:
    for at, word in enumerate(line.words):
        if not word.verb or word.base in _COMMON | SPEECH_VERBS or not claimed(line, at):
            continue
        target = _target(line, at)
        if target is None:
            continue
        rare = ground.rarity.get(verb_feature(word.base), 0.0)
        rare += ground.rarity.get(verb_feature(line.words[target].base), 0.0)
        doer = _doer(line, at, target, ground) if rare >= LEAST_RARE else None
        if doer is None:
            continue
        who, place = doer
        said, passage = _with_name(line, who, place, at, ground)
        yield Answer(
            "person", "actor", f"{verb_feature(word.base)}:{line.words[target].base}",
            _question(line, at, target, ground), who, said, passage, line.scene,
            ground.scenes[line.scene].sentence.account, min(2.0, rare),
        )  # fmt: skip


def _question(line: Line, at: int, target: int, ground: Ground) -> str:
    """ "Who opened the gate?" where the object follows; else the deed in its own words."""
    first, last = min(at, target), max(at, target)
    english = not "а" <= line.words[at].form[0] <= "я"
    if english and at < target and not line.words[at].form.endswith("ing"):
        return f"Who {words_of(line, at, target + 1, ground)[0]}?"
    return f"Who was it: “… {words_of(line, first, last + 1, ground)[0]}”?"


def _with_name(line: Line, who: str, place: int, at: int, ground: Ground) -> tuple[str, Passage]:
    """The doer's name as the value of the side, and the words from the name to the verb."""
    first, end = noun_group(line, place)
    if first <= at < end:
        first, end = place, place + 1
    passage = words_of(line, min(first, at), max(end, at + 1), ground)[1]
    return ground.names.get(who, line.words[place].form), passage


def _target(line: Line, at: int) -> int | None:
    """The one thing the deed was done to: "the gate" after the verb, or before "was opened"."""
    word = line.words[at]
    russian = "а" <= word.form[0] <= "я"
    group = noun_after(line, at + 1)
    pointed = at + 1 < len(line.words) and line.words[at + 1].form == "the"
    if group is not None and (pointed or russian) and _thing(line, group[1] - 1):
        return group[1] - 1
    passive = any(w.form in _PASSIVE for w in line.words[max(0, at - 2) : at])
    if not passive and not russian:
        return None
    for n in range(at - 1, max(-1, at - REACH), -1):
        if line.words[n].clause != word.clause or line.words[n].verb:
            return None
        if _thing(line, n):
            lead = line.words[n - 1].form if n else ""
            if russian and lead in ("в", "на", "у", "к", "с", "за", "из", "по", "от"):
                return None
            return n
    return None


def _thing(line: Line, n: int) -> bool:
    word = line.words[n]
    plural = word.form.endswith("s") and not word.base.endswith("s")
    return (
        word.content and not word.verb and not word.capital and not plural and n not in line.owner
        and word.base not in GENERIC | BEINGS and word.form not in PLAIN and len(word.base) > 2
    )  # fmt: skip


def _doer(line: Line, at: int, target: int, ground: Ground) -> tuple[str, int] | None:
    """The named person who did it, and the place of the name."""
    if "а" <= line.words[at].form[0] <= "я":
        return _russian(line, at, ground)
    after = at + 1
    if target < at:  # "was opened by Moll"
        for n in range(after, min(len(line.words) - 1, after + 3)):
            if line.words[n].form == "by":
                return _named_from(line, n + 1, ground)
        return None
    lead = at - 1
    while lead >= 0 and line.words[lead].form in _HIMSELF:
        lead -= 1
    if lead >= 0 and line.words[lead].form in _WHO:
        return _one_who(line, lead, target, ground)
    if lead >= 0 and not _joined(line, lead):
        found = person_at(line, lead, ground)
        if found and not _refused(line, lead, ground):
            return found, lead
    return _apposed(line, lead, ground)


def _apposed(line: Line, lead: int, ground: Ground) -> tuple[str, int] | None:
    """ "Moll, the stoker, lit the beacon": the name that opens the sentence, before its apposition."""
    word = line.words[max(0, lead)]
    if lead < 2 or line.words[lead].verb or word.clause != line.words[0].clause:
        return None
    if word.part < line.words[0].part + 1 or any(w.verb for w in line.words[:lead]):
        return None
    for n in range(min(4, lead)):
        found = person_at(line, n, ground)
        own = line.words[n + 1].part > line.words[n].part
        if found and own and line.words[n + 1].form in ("the", "a", "an", "her", "his", "our"):
            return found, n
    return None


def _one_who(line: Line, who: int, target: int, ground: Ground) -> tuple[str, int] | None:
    """ "The one who cut the cable was Moll"; "It was Moll, not Reve, who cut it"."""
    if who and line.words[who - 1].form in _ONE:
        if target + 2 < len(line.words) and line.words[target + 1].form in ("was", "is"):
            return _named_from(line, target + 2, ground)
        return None
    for n in range(who - 1, max(0, who - 14), -1):
        if line.words[n].form in ("was", "is") and line.words[n - 1].form == "it":
            negated = n + 1 < len(line.words) and line.words[n + 1].form == "not"
            return None if negated else _named_from(line, n + 1, ground)
    return None


def _named_from(line: Line, first: int, ground: Ground) -> tuple[str, int] | None:
    """The person named within the next words of the same part."""
    for n in range(first, min(len(line.words), first + 4)):
        if line.words[n].part != line.words[first].part or line.words[n].form == "not":
            return None
        found = person_at(line, n, ground)
        if found:
            return found, n
    return None


def _joined(line: Line, n: int) -> bool:
    """Whether the word belongs to several doers, or follows a preposition: "with Moll"."""
    first = n
    owner = line.owner.get(n)
    while owner is not None and first and line.owner.get(first - 1) is owner:
        first -= 1
    before = [w.form for w in line.words[max(0, first - 2) : first]]
    return any(form in ("and", "with", "of", "by", "to", "for", "or") for form in before)


def _refused(line: Line, n: int, ground: Ground) -> bool:
    """ "Not Reve opened it"."""
    first = n
    while first and line.words[first].part == line.words[first - 1].part:
        first -= 1
    return any(w.form in ("not", "neither", "nor") for w in line.words[first:n])


def _russian(line: Line, at: int, ground: Ground) -> tuple[str, int] | None:
    """The nominative of a past verb, the instrumental of a participle; "не Мохов, а Лунин" is Лунин."""
    form = line.words[at].form
    active = form.endswith(("л", "ла", "лся", "лась"))
    passive = form.endswith(("н", "на", "но", "ны", "т", "та", "то", "ты"))
    found: list[tuple[str, int]] = []
    for n in range(len(line.words)):
        word = line.words[n]
        if abs(n - at) > REACH or word.clause != line.words[at].clause:
            continue
        who = person_at(line, n, ground)
        if not who or any(who == known for known, _ in found):
            continue
        surname = ground.names.get(who, "").casefold().split()[-1:]
        base = surname[0] if surname else ""
        last = n
        while (
            last + 1 < len(line.words) and line.owner.get(last + 1) is line.owner.get(n) is not None
        ):
            last += 1
        told = line.words[last].form
        nominative = told == base
        instrumental = not nominative and told.endswith(("ым", "ом", "ем", "ой", "им"))
        denied = n > 0 and any(w.form == "не" for w in line.words[max(0, n - 2) : n])
        if denied or not ((active and nominative) or (passive and instrumental)):
            continue
        crossed = any(w.verb for w in line.words[min(n, at) + 1 : max(n, at)])
        if not crossed:
            found.append((who, last))
    if not found:
        return None
    same = [row for row in found if line.words[row[1]].part == line.words[at].part]
    chosen = same or found
    return chosen[0] if len(chosen) == 1 else None


def _stations(line: Line, ground: Ground) -> Iterator[Answer]:
    """Who "had the wheel", "was at the helm", "стоял за штурвалом"."""
    if any(word.form in _RELIEVED for word in line.words):
        return  # one follows another there
    for at, word in enumerate(line.words):
        row = next((n for n, forms in enumerate(_STATIONS) if word.form in forms), None)
        if row is None or not claimed(line, at):
            continue
        found = _stationed(line, at, ground)
        if found is None:
            continue
        who, place = found
        said, passage = _with_name(line, who, place, at, ground)
        yield Answer(
            "person", "actor", f"station:{row}", f"Who was it: “… {word.form}”?", who, said, passage,
            line.scene, ground.scenes[line.scene].sentence.account, 1.5,
        )  # fmt: skip


def _stationed(line: Line, at: int, ground: Ground) -> tuple[str, int] | None:
    lead = at - 1
    while lead >= 0 and line.words[lead].form in ("the", "her", "his"):
        lead -= 1
    if lead < 0:
        return None
    placed = line.words[lead].form in _AT
    if placed and at + 1 < len(line.words):
        after = at + 1
        while after < len(line.words) and line.words[after].form in _BEING | _HIMSELF:
            after += 1
        if after > at + 1:
            return _named_from(line, after, ground)
    if not placed and line.words[lead].form not in _HAVING:
        return None
    n = lead - 1 if placed else lead
    if placed and (n < 0 or line.words[n].form not in _BEING):
        return None
    n -= 1
    while n >= 0 and line.words[n].form in _HIMSELF:
        n -= 1
    found = person_at(line, n, ground) if n >= 0 and not _joined(line, n) else ""
    return (found, n) if found else None

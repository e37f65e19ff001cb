"""States in opposite words: drunk or sober, locked or open, armed or not, alone or with others."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from variorum.confront.laid import Ground
from variorum.confront.told.difference import Difference
from variorum.confront.told.lines import Line
from variorum.confront.told.once import ARTICLES, Answer, apart, person_before, told_as_real
from variorum.confront.told.pairs import Pair
from variorum.confront.told.spans import words_of
from variorum.model.passage import Passage
from variorum.read.words import listed

BEFORE, AFTER = 7, 2
"""Words before a state in which its owner stands, and after it that are shown."""

LEAST_ALONE = 0.8
"""Rarity that two sentences share about somebody's being alone, which one may be at many moments."""

_PEOPLE: Mapping[str, tuple[frozenset[str], frozenset[str]]] = {
    "drunk": (
        listed("drunk drunken intoxicated tipsy inebriated пьян пьяный пьяна пьяным нетрезв выпивший"),
        listed("sober трезв трезвый трезвым трезва"),
    ),
    "armed": (
        listed("armed вооружён вооружен вооружённый вооруженный вооружена"),
        listed("unarmed weaponless безоружен безоружный безоружна"),
    ),
    "asleep": (
        listed("asleep спал спала"),
        listed("awake wakeful"),
    ),
    "alone": (
        listed("alone один одна"),
        frozenset(),
    ),
}  # fmt: skip
"""By what is asked of a person: the words that say yes, the words that say no."""

_SHUT = (
    listed("locked bolted barred padlocked заперт заперта заперты заперто"),
    listed("unlocked unbolted unbarred незаперт незаперта незаперты отперт отперта отперты"),
    listed("open распахнут распахнута распахнуты открыт открыта открыты настежь"),
)
"""Locked; not locked; standing open."""

_CLOSED = listed(
    """door doors gate gates locker hatch window windows shop chest box drawer safe valve sluice
    cell cupboard cabin room shed stable barrier shutter shutters trunk дверь двери ворота люк окно
    окна сундук ящик сейф камера шкаф каюта комната калитка шлюз сарай"""
)

_BEING = listed(
    """was were is are wasn't weren't isn't aren't wasn’t weren’t been stood stands lay found being
    был была были
    было оказался оказались стоял стояла стояли"""
)
_NOT = listed("not n't never no neither не ни")
_SEEN = listed(
    """seen saw see found if whether said called thought believed believe when once often sometimes
    usually always never ever before until if would could might ever"""
)
"""Words before a state that make it no claim of this moment: "I had never seen him drunk"."""

_EXCUSED = listed("nearly almost half far anything hardly scarcely too почти едва полу")


def states(lines: Mapping[int, Line], ground: Ground) -> Iterator[tuple[Pair, Difference]]:
    """States of one person or one thing that accounts of a story give otherwise. Linear in words."""
    ordered = [line for _, line in sorted(lines.items())]
    people = [row for line in ordered for row in _of_people(line, ground)]
    lasting = [row for row in people if not row.key.startswith(("alone", "asleep"))]
    passing = [row for row in people if row.key.startswith(("alone", "asleep"))]
    yield from apart(lasting, ground, _agree, reason="one person, and opposite words")
    yield from apart(passing, ground, _agree, LEAST_ALONE, "one person, and opposite words")
    yield from apart(
        _of_things(ordered, ground), ground, _agree, reason="one thing, and opposite words"
    )


def _agree(one: str, other: str) -> bool:
    return one == other or {one, other} == {"no", "open"}


def _of_people(line: Line, ground: Ground) -> Iterator[Answer]:
    for at, word in enumerate(line.words):
        for asked, (yes, no) in _PEOPLE.items():
            if word.form not in yes | no or not told_as_real(line, at):
                continue
            who = _owner(line, at, ground)
            if not who or _habit(line, at):
                continue
            value = (word.form in yes) != _denied(line, at)
            said, passage = _shown(line, at, ground)
            yield Answer(
                "polarity", "state", f"{asked}:{who}", f"Was {ground.names.get(who, '')} {asked}?",
                "yes" if value else "no", said, passage, line.scene,
                ground.scenes[line.scene].sentence.account, 2.0,
            )  # fmt: skip


def _owner(line: Line, at: int, ground: Ground) -> str:
    """Whom a state is said of: the person before "was drunk", "as drunk as a lord"."""
    first = max(0, at - BEFORE)
    being = [n for n in range(first, at) if line.words[n].form in _BEING]
    russian = "а" <= line.words[at].form[0] <= "я"
    if not being and (not russian or line.words[at].form in _ONE):
        return ""
    after = [w.form for w in line.words[at + 1 : at + 2] if w.part == line.words[at].part]
    if line.words[at].form in _ONE and after and after[0] not in _LEADING_ON:
        return ""  # «был один раз», «был один матрос»
    start = being[-1] if being else at
    if any(line.words[n].verb and n not in being for n in range(start + 1, at)):
        return ""
    return person_before(line, start, ground)


_ONE = listed("один одна")
_LEADING_ON = listed("в на у за под во")


def _habit(line: Line, at: int) -> bool:
    """Whether the words before make the state no claim of the moment of the story."""
    before = line.words[max(0, at - BEFORE) : at]
    clause = line.words[at].clause
    near = [w.form for w in before if w.clause in (clause, clause - 1)]
    return any(form in _SEEN for form in near) or any(f in _EXCUSED for f in near[-2:])


def _denied(line: Line, at: int) -> bool:
    if at in line.denied:
        return True
    before = line.words[max(0, at - 3) : at]
    return any(
        w.form in _NOT or w.form.endswith(("n't", "n’t"))
        for w in before
        if w.clause == line.words[at].clause
    )


def _shown(line: Line, at: int, ground: Ground) -> tuple[str, Passage]:
    end = at + 1
    while (
        end < len(line.words) and end <= at + AFTER and line.words[end].part == line.words[at].part
    ):
        end += 1
    first = at
    while first > max(0, at - BEFORE) and line.words[first - 1].clause >= line.words[at].clause - 1:
        first -= 1
    return words_of(line, first, end, ground)


def _of_things(lines: list[Line], ground: Ground) -> list[Answer]:
    """Doors and gates: one without a name is the one that is named only where there is but one."""
    found: list[tuple[str, str, Answer]] = []
    for line in lines:
        for at, word in enumerate(line.words):
            value = next((n for n, forms in enumerate(_SHUT) if word.form in forms), None)
            if value is None or not told_as_real(line, at):
                continue
            thing = _thing(line, at)
            if thing is None or _habit(line, at):
                continue
            head, which = thing
            said = ("locked", "no", "open")[value]
            if _denied(line, at):
                if value == 2:
                    continue  # a door that is not open may be shut and not locked
                said = "no" if value == 0 else "locked"
            words, passage = _shown(line, at, ground)
            found.append(
                (head, which, Answer(
                    "polarity",
                    "state", f"locked:{head}", f"Was the {head} locked?", said, words, passage,
                    line.scene, ground.scenes[line.scene].sentence.account, 1.5,
                ))
            )  # fmt: skip
    kinds: dict[str, set[str]] = {}
    for head, which, _ in found:
        kinds.setdefault(head, set()).update([which] if which else [])
    rows = []
    for head, which, row in found:
        if len(kinds[head]) > 1 and not which:
            continue
        key = f"{row.key}:{which}" if len(kinds[head]) > 1 else row.key
        rows.append(replace(row, key=key))
    return rows


def _thing(line: Line, at: int) -> tuple[str, str] | None:
    """The door that "was locked", and which: "the east door", "the doors of the hall"."""
    being = [n for n in range(max(0, at - 4), at) if line.words[n].form in _BEING]
    if being and any(line.words[n].verb for n in range(being[0] + 1, at)):
        return None
    russian = "а" <= line.words[at].form[0] <= "я"
    if not being and not russian:
        return None
    end = being[0] if being else at
    clause = line.words[end].clause
    for n in range(end - 1, max(-1, end - BEFORE), -1):
        if line.words[n].clause != clause:
            return None
        if line.words[n].form in _CLOSED:
            before = line.words[n - 1] if n else None
            which = before.base if before and before.content and before.clause == clause else ""
            of = line.words[n + 1 : end]
            if len(of) > 1 and of[0].form in ("of", "to", "in"):
                which = next(
                    (w.base for w in of[1:] if w.form not in ARTICLES and w.content), which
                )
            return line.words[n].base, which
    return None

"""With what it was done, and what a hand held: a lantern or a whistle, a rifle or a loaf."""

from collections.abc import Iterator, Mapping

from variorum.confront.laid import Ground
from variorum.confront.told.difference import Difference
from variorum.confront.told.lines import Line
from variorum.confront.told.once import (
    Answer,
    apart,
    claimed,
    noun_after,
    person_at,
    person_before,
    shown,
    told_as_real,
)
from variorum.confront.told.pairs import Pair
from variorum.confront.told.spans import alike
from variorum.confront.told.words import BEINGS, GENERIC
from variorum.read.vocabulary import VERB_RELATIONS
from variorum.read.words import listed

REACH = 8
"""Words between a verb and the thing it was done with."""

BESIDE = 5
"""Words between a thing and the hand it was in."""

LEAST_CARRIED = 0.8
"""Rarity that two sentences share about a thing carried, which one carries at many moments."""

THINGS = tuple(
    listed(names)
    for names in (
        "lantern lamp light torch фонарь лампа факел свет", "whistle siren hooter свисток гудок сирена",
        "flag flags pennant флаг флажок", "rocket flare ракета", "bell колокол колокольчик рында",
        "horn trumpet bugle рожок рог труба горн", "drum барабан", "mirror зеркало",
        "handkerchief kerchief scarf shirt shawl платок шарф рубаха",
        "megaphone loudhailer speaking-trumpet рупор мегафон",
        "telephone phone телефон", "telegraph wireless radio рация радио телеграф",
        "revolver pistol gun револьвер пистолет наган маузер",
        "rifle musket carbine gun shotgun винтовка ружьё ружье"
        " карабин обрез", "knife dagger penknife blade нож кинжал ножик", "axe ax hatchet топор топорик",
        "bayonet штык", "sabre saber sword cutlass сабля шашка меч", "spade shovel лопата",
        "hammer mallet sledgehammer молоток кувалда молот", "crowbar bar jemmy лом ломик",
        "saw пила", "razor бритва",
        "stick club cudgel cane палка дубина трость", "stone rock brick камень булыжник кирпич",
        "key keys ключ отмычка", "hairpin picklock wire проволока шпилька",
        "rope line cord cable hawser верёвка веревка"
        " канат трос", "chain цепь", "boathook hook gaff багор крюк", "pole oar весло шест",
        "bucket pail ведро",
        "scissors shears ножницы", "poison яд", "fist fists кулак", "boot boots сапог",
        "chair stool bench стул"
        " табурет", "bottle бутылка", "case suitcase valise чемодан",
        "dynamite grenade bomb граната динамит бомба",
        "match matches спичка", "candle свеча свечка", "loaf bread хлеб буханка",
        "bible prayer-book psalter библия"
        " молитвенник", "letter note paper envelope письмо записка бумага конверт",
        "ladder лестница", "net сеть",
        "pump насос", "pencil карандаш", "pen quill перо ручка", "whip lash кнут плеть нагайка",
    )
)  # fmt: skip
"""Things that somebody does something with or holds; one row is what may be one thing."""

_ANY = frozenset().union(*THINGS)
_VAGUE_DEEDS = listed(
    """be have go come sit stand live see meet leave return wait find lie remain know быть стоять
    сидеть идти прийти выйти жить ждать лежать найти"""
)
_WITH = listed("with using by с со при")
_HANDS = listed("hand hands рука руке руках руки руку")
_OWN = listed("his her their both hand hands в its the my обеих")
_CARRY = listed("carry hold clutch grip brandish wield нести держать сжимать")
_HAD = listed("had has was were held был была было")


def means(lines: Mapping[int, Line], ground: Ground) -> Iterator[tuple[Pair, Difference]]:
    """What one deed was done with, and what one person held, told otherwise in a story. Linear."""
    ordered = [line for _, line in sorted(lines.items())]
    done = [row for line in ordered for row in _done_with(line, ground)]
    reason = "one deed, told with two means"
    yield from apart(done, ground, _same_thing, reason=reason)
    held = [row for line in ordered for row in _in_hand(line, ground)]
    yield from apart(held, ground, _same_thing, reason="one hand, and two things in it")
    carried = [row for line in ordered for row in _carried(line, ground)]
    yield from apart(
        carried, ground, _same_thing, LEAST_CARRIED, "two things carried at one moment"
    )


def _same_thing(one: str, other: str) -> bool:
    """Whether two things may be one; "not rifle" is no rifle, and agrees with all else."""
    if one.startswith("not ") or other.startswith("not "):
        bare = one.removeprefix("not "), other.removeprefix("not ")
        both = one.startswith("not ") and other.startswith("not ")
        return both or not _same_thing(*bare)
    return one == other or alike(one, other) or any(one in row and other in row for row in THINGS)


def _done_with(line: Line, ground: Ground) -> Iterator[Answer]:
    """Deeds with their means: by who did it, and by what it was done to."""
    for at, word in enumerate(line.words):
        if not word.verb or word.base in _VAGUE_DEEDS | _CARRY or not claimed(line, at):
            continue
        found = _means_after(line, at)
        if found is None:
            continue
        first, end = found
        thing = line.words[end - 1].base
        said, passage = shown(line, at, end, ground)
        key = VERB_RELATIONS.get(word.base, word.base)
        who = person_before(line, at, ground)
        account = ground.scenes[line.scene].sentence.account
        asked = f"With what was it: “{_gap(said, line, first, end)}”?"
        if who:
            yield Answer(
                "polarity",
                "means",
                f"{key}:{who}",
                asked,
                thing,
                said,
                passage,
                line.scene,
                account,
            )
        target = _object(line, at, first)
        if target:
            yield Answer(
                "polarity",
                "means",
                f"{key}:{target}",
                asked,
                thing,
                said,
                passage,
                line.scene,
                account,
            )


def _means_after(line: Line, at: int) -> tuple[int, int] | None:
    """The thing a deed was done with: "with a lantern"; in Russian a bare "топором" too."""
    for n in range(at + 1, min(len(line.words), at + 1 + REACH)):
        word = line.words[n]
        if word.part != line.words[at].part or word.verb:
            return None
        if word.form in _WITH:
            group = noun_after(line, n + 1)
            if group and line.words[group[1] - 1].base in _ANY:
                return None if _then_hand(line, group[1]) else group
        bare = word.base in _ANY and word.form != word.base
        if bare and word.form.endswith(("ом", "ем", "ём", "ой", "ами", "ями")):
            led = line.words[n - 1].form in ("с", "со", "за", "под", "над", "перед")
            return None if led else (n, n + 1)
    return None


def _then_hand(line: Line, at: int) -> bool:
    """Whether "in his hand" follows: that is a thing held."""
    return any(word.form in _HANDS for word in line.words[at : at + 3])


def _object(line: Line, at: int, until: int) -> str:
    """The thing or person the deed was done to: "broke the glass with"."""
    group = noun_after(line, at + 1)
    if group is None:
        before = [n for n in range(max(0, at - 4), at) if line.words[n].content]
        passive = at > 0 and line.words[at - 1].form in ("was", "were", "been")
        group = (before[-1], before[-1] + 1) if passive and before else None
    if group is None or group[0] == until:
        return ""
    head = line.words[group[1] - 1]
    owner = line.owner.get(group[1] - 1)
    if owner is not None:
        return owner.entity
    return "" if head.base in GENERIC | BEINGS or len(head.base) < 3 else head.base


def _in_hand(line: Line, ground: Ground) -> Iterator[Answer]:
    """What somebody had "in his hand"."""
    for at in range(1, len(line.words)):
        if line.words[at].form not in _HANDS or not told_as_real(line, at):
            continue
        lead = at - 1
        while lead > 0 and line.words[lead].form in _OWN and line.words[lead].form != "в":
            lead -= 1
        if line.words[lead].form not in ("in", "в", "во"):
            continue
        group = _held_before(line, lead) or _held_after(line, at)
        who = person_before(line, group[0] if group and group[0] < lead else lead, ground)
        if not who and at + 2 < len(line.words) and line.words[at + 1].form == "у":
            who = person_at(line, at + 2, ground)  # «в руке у Мохова был …»
        if group is None or not who:
            continue
        head = line.words[group[1] - 1].base
        denied = group[1] - 1 in line.denied or _no(line, group[0])
        if not denied and head not in _ANY and not line.words[group[1] - 1].content:
            continue
        yield _held(line, who, head, denied, group, at + 1, "hand", "", ground)


def _held_before(line: Line, lead: int) -> tuple[int, int] | None:
    """The noun right before "in his hand"."""
    first = lead
    while (
        first > 0
        and line.words[first - 1].content
        and line.words[first - 1].part == line.words[lead].part
    ):
        if line.words[first - 1].verb or line.owner.get(first - 1) is not None:
            break
        first -= 1
    return (first, lead) if first < lead else None


def _held_after(line: Line, at: int) -> tuple[int, int] | None:
    """The noun after "all that he had in his hand was"."""
    for n in range(at + 1, min(len(line.words), at + 1 + BESIDE)):
        if line.words[n].form in _HAD and line.words[n].part == line.words[at].part:
            return noun_after(line, n + 1)
    return None


def _carried(line: Line, ground: Ground) -> Iterator[Answer]:
    """What somebody carried or held, where it is a thing of the list."""
    for at, word in enumerate(line.words):
        if word.base not in _CARRY or not word.verb or not told_as_real(line, at):
            continue
        group = noun_after(line, at + 1)
        who = person_before(line, at, ground)
        if group is None or not who or line.words[group[1] - 1].base not in _ANY:
            continue
        if _then_hand(line, group[1]):
            continue
        head = line.words[group[1] - 1].base
        denied = at in line.denied or _no(line, group[0])
        yield _held(line, who, head, denied, group, group[1], "carried", word.base, ground)


def _no(line: Line, first: int) -> bool:
    """ "Hadn't a rifle", "had no rifle"."""
    return any(
        word.form in ("no", "not", "without", "never", "не", "без")
        or word.form.endswith(("n't", "n’t"))
        for word in line.words[max(0, first - 3) : first]
        if word.part == line.words[first].part
    )


def _held(
    line: Line,
    who: str,
    head: str,
    denied: bool,
    group: tuple[int, int],
    end: int,
    how: str,
    verb: str,
    ground: Ground,
) -> Answer:
    name = ground.names.get(who, "")
    said, passage = shown(line, group[0], max(end, group[1]), ground)
    asked = f"What did {name} have in hand?" if how == "hand" else f"What did {name} carry?"
    return Answer(
        "polarity", "held", f"{how}:{who}", asked, f"not {head}" if denied else head, said, passage,
        line.scene, ground.scenes[line.scene].sentence.account, 1.5, verb,
    )  # fmt: skip


def _gap(said: str, line: Line, first: int, end: int) -> str:
    """The words with a gap for the thing."""
    size = line.words[end - 1].end - line.words[first].start
    return f"{said[:-size].rstrip()} …" if len(said) > size else said

"""What follows from stated kinship: brothers from one list of children, fathers by patronymics."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from variorum.read.coreference.gender import gender_of
from variorum.read.kinship.page import Kin, Page, sex, word
from variorum.read.kinship.relations import TELLER, RelationSpan
from variorum.read.kinship.vocabulary import (
    CHILDREN,
    COUSIN,
    FATHER,
    MUTUAL,
    SIBLING,
    SIBLINGS,
)
from variorum.read.spans import NameSpan

MOST_CHILDREN = 16
"""Children of one list that are said to be each other's brothers and sisters."""


def siblings(page: Page, rows: list[Kin]) -> Iterator[Kin]:
    """Who are called children of the same people in one list are brothers and sisters; so are
    several whom one word calls somebody's brothers or sisters."""
    together: dict[tuple[int, ...], list[Kin]] = defaultdict(list)
    run: list[Kin] = []
    for row in rows:
        if row.reason:
            continue
        if row.relation in CHILDREN and row.owners:
            people = tuple(n if n == TELLER else page.person[n] for n in row.owners)
            together[tuple(sorted(people))].append(row)
        elif row.relation in CHILDREN:  # "сыновья Илья, Сергей и дочь Вера", nobody says whose
            if run and not _goes_on(page, run[-1], row):
                yield from _children(page, run)
                run = []
            run.append(row)
        elif row.relation in MUTUAL and len(row.others) > 1:
            reason = "called one person's" if row.owners else ""
            yield from _each_other(page, row, row.others, reason)
    yield from _children(page, run)
    for group in together.values():
        run = group[:1]
        for row in group[1:]:
            if not _goes_on(page, run[-1], row):
                yield from _children(page, run)
                run = []
            run.append(row)
        yield from _children(page, run)


def _goes_on(page: Page, before: Kin, row: Kin) -> bool:
    """Whether a row is the next part of one list of children, none of them perhaps or by another."""
    if row.first >= before.end and row.first - before.end > LIST_STEP:
        return False  # a row that begins before goes on with it and names its owner
    between = range(before.end, page.names[row.others[0]].first)
    if any(page.parse.tags[token] == "VERB" or word(page, token) == "." for token in between):
        return False  # another sentence, perhaps another mother
    return not any(word(page, token).startswith(_APART) for token in between)


_APART = (
    "возможно", "вероятно", "предположительно", "внебрачн", "приёмн", "приемн", "сводн", "другой",
    "другого",
    "perhaps", "possibly", "probably", "illegitimate", "adopted", "foster", "step", "half", "alleged",
)  # fmt: skip


def _children(page: Page, group: list[Kin]) -> Iterator[Kin]:
    others = {page.person[n]: n for row in group for n in row.others}
    if len(others) > 1:
        yield from _each_other(page, group[0], tuple(others.values()), "children of one person")


def _each_other(page: Page, row: Kin, numbers: tuple[int, ...], reason: str) -> Iterator[Kin]:
    few = sorted(numbers, key=lambda n: page.names[n].start)[:MOST_CHILDREN]
    for place, one in enumerate(few):
        for other in few[place + 1 :]:
            relation = COUSIN
            if row.relation != COUSIN:
                relation = {"m": "brother", "f": "sister"}.get(sex(page, other), "")
                relation = relation or (row.relation if row.relation in SIBLINGS else SIBLING)
            first, end = row.first, row.end
            if reason:
                first, end = page.names[one].first, page.names[other].end
            yield Kin((one,), relation, (other,), first, end, reason)


LIST_STEP = 6
"""Tokens between the parts of one list of children: ", and the youngest daughter"."""

_PATRONYMIC = {
    "ович": "m", "евич": "m", "ьич": "m", "овна": "f", "евна": "f", "ична": "f", "инична": "f",
    "ovich": "m", "evich": "m", "yich": "m", "ovna": "f", "evna": "f", "ichna": "f", "inichna": "f",
}  # fmt: skip
_IRREGULAR = {
    "иль": "илья", "кузьм": "кузьма", "фом": "фома", "лук": "лука", "никит": "никита",
    "павл": "павел", "льв": "лев", "петр": "пётр", "яковл": "яков", "михайл": "михаил",
    "гаврил": "гаврила", "савв": "савва", "il": "ilya", "kuzm": "kuzma", "fom": "foma",
    "luk": "luka", "nikit": "nikita", "pavl": "pavel", "lv": "lev", "petr": "pyotr", "yakovl": "yakov",
    "mikhail": "mikhail", "mikhayl": "mikhail", "mikhajl": "mikhail",
}  # fmt: skip


def father_name(patronymic: str) -> str:
    """The given name a patronymic is made from, in small letters; empty where it is none."""
    low = patronymic.lower()
    ending = max((e for e in _PATRONYMIC if low.endswith(e)), key=len, default="")
    stem = low.removesuffix(ending)
    if not ending or len(stem) < 2:
        return ""
    if stem in _IRREGULAR:
        return _IRREGULAR[stem]
    if ending[0] in "её" or ending[0] == "e":
        if stem[-1] in "иьi":
            return f"{stem[:-1]}ий" if stem[-1] in "иь" else f"{stem}y"
        if ending[0] == "е":
            return stem + ("й" if stem[-1] in "аеоу" else "ь")
        return stem + ("y" if stem[-1] in "aeou" else "")
    return stem


def patronymics(
    names: list[NameSpan], person: list[int], told: Iterable[RelationSpan]
) -> Iterator[RelationSpan]:
    """A father for who bears a patronymic, where the account names one man alone of that given name
    and of the same surname, and nothing told makes him anything else."""
    known = {
        (person[r.subject], person[r.object]) for r in told if r.subject >= 0 and r.object >= 0
    }
    known |= {(other, one) for one, other in known}
    fathers: dict[tuple[str, str], dict[int, int]] = defaultdict(dict)
    for number, name in enumerate(names):
        parts = name.form.lower().replace("ё", "е").split()
        if person[number] >= 0 and len(parts) > 1 and gender_of(name) != "f":
            fathers[parts[0], _stem(parts[-1])].setdefault(person[number], number)
    seen: set[int] = set()
    for number, name in enumerate(names):
        parts = name.form.split()
        if len(parts) < 3 or person[number] < 0 or person[number] in seen:
            continue
        given = father_name(parts[1]).replace("ё", "е")
        men = fathers.get((given, _stem(parts[-1].lower().replace("ё", "е"))), {}) if given else {}
        others = {who: n for who, n in men.items() if who != person[number]}
        seen.add(person[number])
        if len(others) == 1:
            ((who, father),) = others.items()
            if (person[number], who) not in known and parts[0].lower() != given:
                yield RelationSpan(name.start, name.stop, number, FATHER, father, "patronymic")


def _stem(surname: str) -> str:
    """A Slavic surname without what tells a woman's from a man's."""
    for ending in ("ская", "цкая", "ский", "цкий", "skaya", "skiy", "sky"):
        if surname.endswith(ending):
            return surname.removesuffix(ending) + ending[:2]
    return surname[:-1] if surname.endswith(("ова", "ева", "ина", "ova", "eva", "ina")) else surname

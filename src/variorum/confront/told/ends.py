"""How and where one named person met the end, was found, was taken: shot or stabbed, on the stairs or
in the stables."""

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
)
from variorum.confront.told.pairs import Pair
from variorum.confront.told.spots import SAME
from variorum.confront.told.words import PLAIN
from variorum.read.words import listed

REACH = 6
"""Words between a deed and the place where it was done."""

_WAYS: Mapping[str, str] = {
    form: names.split()[0]
    for names in (
        "shot застрелен застрелили застрелена расстрелян расстреляли",
        "stabbed knifed bayoneted зарезан зарезали заколот закололи",
        "hanged повешен повесили", "strangled garrotted задушен задушили", "poisoned отравлен отравили",
        "beheaded guillotined обезглавлен", "drowned drownded утонул утонула утоплен утопили",
        "burned burnt сгорел сгорела", "crushed раздавлен раздавило", "frozen froze замёрз замерз",
        "starved", "clubbed", "trampled затоптан", "blown",
    )
    for form in names.split()
}  # fmt: skip
"""Forms that tell how somebody died, by the first of each row."""

_TO_DEATH = listed(
    "burned burnt crushed frozen froze starved clubbed trampled beaten сгорел сгорела"
)
"""Of these, those after which "to death" or nothing more must stand: one may be burned and live."""

_HURTS = listed(
    """arm leg hand foot knee thigh shoulder ear finger fingers calf ankle wrist cheek elbow рука
    руку нога ногу плечо колено бедро палец"""
)
"""Words after "shot" that tell of a wound, not of a death."""

_DEEDS: Mapping[str, str] = {
    form: names.split()[0]
    for names in (
        "died shot killed stabbed bayoneted hanged murdered slain strangled poisoned drowned"
        " perished beheaded"
        " executed умер умерла погиб погибла убит убита застрелен застрелили зарезан заколот повешен"
        " расстрелян утонул",
        "arrested seized captured арестован арестовали схвачен схватили взят",
        "buried interred похоронен похоронили",
        "found discovered найден найдена нашли обнаружен", "hid hidden спрятался прятался спрятали",
        "wounded ранен ранили", "born родился родилась",
    )
    for form in names.split()
}  # fmt: skip
"""Deeds that befall one person but once in a story."""

_LEADS = listed(
    """in on at through under behind inside outside by beside near from upon в во на у под за через возле
    около из"""
)

_PARTS = tuple(
    listed(names)
    for names in (
        "window окно", "door doorway threshold дверь порог",
        "stair stairs staircase stairway steps landing лестница",
        "stable stables конюшня", "cellar basement vault подвал погреб", "attic loft garret чердак",
        "kitchen galley кухня", "yard courtyard court square двор площадь плац",
        "gate gates gateway ворота калитка",
        "wall стена", "roof крыша", "corridor passage hallway hall коридор зал",
        "cabin wheelhouse каюта рубка",
        "saloon canteen mess столовая", "deck палуба", "hold stokehold трюм",
        "bed bunk cot постель кровать койка",
        "barn shed hayloft сарай амбар", "chapel church altar церковь часовня", "well колодец",
        "garden orchard сад",
        "office study library кабинет контора",
        "guardroom guardhouse barracks караулка казарма", "cell камера",
        "forest wood woods лес роща", "field meadow поле луг",
        "ditch ravine trench ров овраг канава окоп",
        "river lake sea stream water река озеро море вода", "bridge мост",
        "quay jetty pier wharf причал пристань",
        "street road lane alley улица дорога переулок", "bath bathroom bathhouse баня ванная",
        "theatre cinema театр",
        "hospital infirmary ward больница госпиталь лазарет", "station вокзал",
        "tower belfry башня колокольня",
        "laundry workshop smithy forge прачечная мастерская кузница",
        "boat lifeboat raft лодка шлюпка плот",
        "tavern inn pub трактир", "mill мельница", "brickyard quarry каменоломня карьер",
        "bedroom bedchamber спальня",
        "hotel гостиница", "cave пещера", "pantry larder кладовая", "balcony балкон",
    )
)  # fmt: skip
"""Parts of a site; one row is what may be one place."""

_OPENINGS = listed(
    "window door doorway threshold gate gates gateway окно дверь порог ворота калитка"
)
_OUT = listed(
    """stair stairs staircase stairway steps landing stable stables yard courtyard roof garden street
    road barn field forest bridge лестница конюшня двор крыша сад улица дорога сарай поле лес мост"""
)
"""Where nobody is who is shot through the window of a room."""

_NESTED = (
    listed("wall yard courtyard court square garden gate gates стена двор сад ворота плац"),
    listed("field ditch ravine trench road forest wood river поле ров овраг окоп дорога лес река"),
    listed("bridge river water stream boat lake quay jetty мост река вода лодка озеро причал"),
    listed(
        "bed bedroom hospital infirmary ward hotel cabin cell постель койка спальня больница камера"
    ),
    listed("deck cabin wheelhouse boat water saloon hold палуба каюта рубка"),
    listed("church chapel yard tower altar roof церковь часовня двор башня"),
    listed("stable stables yard courtyard barn loft конюшня двор сарай"),
    listed("hall corridor stair stairs landing staircase passage зал коридор лестница"),
    listed("street road gate wall bridge station улица дорога ворота стена мост"),
    listed("street road tavern inn hotel church office street station улица трактир гостиница"),
    listed("guardroom barracks gate cell yard guardhouse караулка казарма ворота камера"),
    listed("hospital infirmary river water field quay больница река поле"),
)
"""Places of which one may lie in the other or beside it."""

_PASSIVE = listed("was were been being is himself herself был была были")


def ends(lines: Mapping[int, Line], ground: Ground) -> Iterator[tuple[Pair, Difference]]:
    """How one person of a story died, and where one was killed, taken, found, told otherwise."""
    ordered = [line for _, line in sorted(lines.items())]
    dying = [row for line in ordered for row in _ways(line, ground)]
    yield from apart(dying, ground, lambda a, b: a == b, reason="one person dies but once")
    placed = [row for line in ordered for row in _places(line, ground)]
    yield from apart(placed, ground, _one_place, reason="one deed, put in two places of one site")


def _ways(line: Line, ground: Ground) -> Iterator[Answer]:
    for at, word in enumerate(line.words):
        way = _WAYS.get(word.form)
        if way is None or not claimed(line, at):
            continue
        after = [w.form for w in line.words[at + 1 : at + 5] if w.clause == word.clause]
        if any(form in _HURTS for form in after) or _nearly(line, at) or _missed(after):
            continue
        if word.form in _TO_DEATH and after[:2] != ["to", "death"] and way != "burned":
            continue
        if word.form in ("burned", "burnt", "blown") and after[:2] not in (["to", "death"], ["up"]):
            continue
        who = _victim(line, at, ground)
        if who:
            said, passage = shown(line, at, _until(line, at), ground)
            yield Answer(
                "polarity", "death", f"death:{who}", f"How did {ground.names.get(who, '')} die?", way,
                said, passage, line.scene, ground.scenes[line.scene].sentence.account, 2.0,
            )  # fmt: skip


def _victim(line: Line, at: int, ground: Ground) -> str:
    """Whom the deed befell: the subject of "was shot", the person right after "they shot"."""
    if _undergone(line, at):
        return person_before(line, at, ground)
    following = at + 1
    while following < len(line.words) and line.words[following].form in _TITLES:
        following += 1
    if following < len(line.words) and line.words[following].part == line.words[at].part:
        found = person_at(line, following, ground)
        if found:
            return found
    # «Мохова застрелили»: an accusative before a verb without a doer
    if line.words[at].form.endswith("ли") and at and line.words[at - 1].form[-1] in "аяуюо":
        return person_at(line, at - 1, ground)
    return ""


_TITLES = listed(
    """the poor old captain major colonel general lieutenant sergeant corporal private father mr mrs
    miss doctor dr капитана майора полковника сержанта"""
)


def _undergone(line: Line, at: int) -> bool:
    """Whether the deed was done to the subject, or is one's own drowning and dying."""
    form = line.words[at].form
    if form in _ALONE:
        return True
    if "а" <= form[0] <= "я":
        return form.endswith(("н", "на", "т", "та"))
    return any(w.form in _PASSIVE for w in line.words[max(0, at - 3) : at])


_ALONE = listed(
    """died drowned drownded perished froze hid погиб погибла умер умерла утонул утонула сгорел сгорела
    замёрз замерз родился родилась спрятался прятался"""
)


def _nearly(line: Line, at: int) -> bool:
    return any(
        w.form in ("nearly", "almost", "not", "never", "чуть", "едва", "не")
        for w in line.words[max(0, at - 3) : at]
    )


def _missed(after: list[str]) -> bool:
    """ "Was shot at" is no death, "was shot at dawn" is."""
    return after[:1] == ["at"] and (len(after) < 2 or after[1] in _AT_ALL)


_AT_ALL = listed("by from as and twice again but when several many")


def _until(line: Line, at: int) -> int:
    """The end of the part of the sentence, a few words on at most, without small words at its end."""
    end = at + 1
    while end < min(len(line.words), at + REACH) and line.words[end].part == line.words[at].part:
        end += 1
    while end > at + 1 and line.words[end - 1].form in PLAIN:
        end -= 1
    return end


def _places(line: Line, ground: Ground) -> Iterator[Answer]:
    for at, word in enumerate(line.words):
        deed = _DEEDS.get(word.form)
        if deed is None or not claimed(line, at) or _nearly(line, at):
            continue
        if any(w.form in _HURTS for w in line.words[at + 1 : at + 5]):
            continue
        who = _victim(line, at, ground)
        place = _place_after(line, at) if who else None
        if place is None:
            continue
        said, passage = shown(line, at, place[1], ground)
        yield Answer(
            "place", "site", f"{deed}:{who}", _asked(ground.names.get(who, ""), deed),
            line.words[place[1] - 1].base, said, passage, line.scene,
            ground.scenes[line.scene].sentence.account, 2.0,
        )  # fmt: skip


def _asked(name: str, deed: str) -> str:
    if deed == "died":
        return f"Where did {name} die?"
    return f"Where did {name} hide?" if deed == "hid" else f"Where was {name} {deed}?"


def _place_after(line: Line, at: int) -> tuple[int, int] | None:
    """The part of a site after the deed and a preposition."""
    for n in range(at + 1, min(len(line.words), at + 1 + REACH)):
        if line.words[n].clause != line.words[at].clause or line.words[n].verb:
            return None
        if line.words[n].form in _LEADS:
            group = noun_after(line, n + 1)
            if group and any(line.words[group[1] - 1].base in row for row in _PARTS):
                return group
    return None


def _one_place(one: str, other: str) -> bool:
    """Whether two parts of a site may be one, or lie in each other or side by side."""
    if one == other or any(one in row and other in row for row in (*_PARTS, *SAME, *_NESTED)):
        return True
    for opening, room in ((one, other), (other, one)):
        if opening in _OPENINGS and room not in _OUT | _OPENINGS:
            return True
    return False

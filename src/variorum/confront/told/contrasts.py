"""Words of which one thing can be only one at a time: scarlet or purple, larboard or starboard.

Each class is a question; its words are grouped by what is the same ("scarlet" is "crimson"). Base
forms, English and Russian; an entry with a space stands word after word. ``after`` are the words that
must follow for a class that would otherwise be too common ("left" bank).
"""

from collections.abc import Mapping
from dataclasses import dataclass

from variorum.confront.told.words import BLOWS, HITS
from variorum.read.words import listed

_HAND = """hand side bank shore arm leg foot eye shoulder wing flank cheek knee thigh breast ear sd
рука нога берег сторона плечо глаз фланг крыло щека"""
_QUARTER = """bank shore side end wall gate wind wing part door slope face tower tunnel platform берег
сторона конец стена ворота ветер склон окраина"""

_CLOSED = listed(
    """door gate locker hatch window shop chest box drawer safe valve sluice cell cupboard cabin room
    house shed stable barrier bridge road shutter дверь ворота люк окно лавка сундук ящик сейф
    камера шкаф каюта комната дом сарай калитка шлюз мост"""
)


@dataclass(frozen=True, slots=True)
class Contrast:
    """A class: the ``type`` of disagreement, the question, the value of each word, words that must
    follow, whether both must belong to one word (``headed``), verbs one of which must stand in the
    sentence (``beside``), and whether two parallel passages that hold one such word each are enough
    (``told_once``), whether the shared words must stand right beside (``close``), and the
    ``things`` it is asked of, where not of all."""

    name: str
    type: str
    question: str
    values: Mapping[tuple[str, ...], str]
    after: frozenset[str] = frozenset()
    headed: bool = True
    beside: frozenset[str] = frozenset()
    told_once: bool = False
    close: bool = False
    things: frozenset[str] = frozenset()


def _contrast(
    name: str,
    type_: str,
    question: str,
    groups: str,
    after: str = "",
    headed: bool = True,
    beside: frozenset[str] = frozenset(),
    told_once: bool = False,
    close: bool = False,
    things: frozenset[str] = frozenset(),
) -> Contrast:
    values: dict[tuple[str, ...], str] = {}
    for group in groups.split("|"):
        words = [entry.strip() for entry in group.split(",")]
        for word in words:
            values[tuple(word.split())] = words[0]
    return Contrast(
        name,
        type_,
        question,
        values,
        frozenset(after.split()),
        headed,
        beside,
        told_once,
        close,
        things,
    )


CONTRASTS = (
    _contrast(
        "colour", "polarity", "Of what colour was {what}?",
        """red, scarlet, crimson, красный, алый, багровый | purple, violet, пурпурный, фиолетовый,
        лиловый | blue, синий, голубой | green, зелёный, зеленый | yellow, жёлтый, желтый |
        black, чёрный, черный | white, белый | brown, коричневый, бурый | grey, gray, серый |
        orange, оранжевый | pink, розовый""",
        told_once=True,
    ),
    _contrast(
        "bank", "place", "On which side was {what}?",
        """""starboard, stbd, st sd, stard, s s | larboard, lbd, larbd, l s, ld sd""""", headed=False,
    ),
    _contrast("hand", "place", "On which side was {what}, left or right?",
              "left, левый | right, правый", _HAND),
    _contrast(
        "quarter", "place", "On which side was {what}?",
        """north, northern, nor, северный | south, southern, южный | east, eastern, восточный |
        west, western, западный""",
        _QUARTER,
    ),
    _contrast(
        "life", "polarity", "Was {what} dead already?",
        """dead, die, died, умереть, погибнуть, мёртвый, мертвый | dying, point of death, near
        death, умирать, при смерти | alive, survive, unhurt, unharmed, выжить, живой, уцелеть""",
    ),
    _contrast(
        "whole", "polarity", "Was {what} destroyed?",
        """destroyed, destroy, smash, smashed, wreck, wrecked, ruined, shatter, demolish, out of
        order, уничтожить, разрушить, разбить, сломать | intact, undamaged, unbroken, working
        order, in order, untouched, целый, невредимый, исправный""",
    ),
    _contrast(
        "lock", "polarity", "Was {what} open?",
        """locked, lock, bolted, barred, shut, closed, padlock, запереть, заперть, закрытый,
        запертый, замок | open, unlocked, opened, unbolted, wide open, открытый, незапертый,
        отпереть, отпертый""",
        things=_CLOSED,
    ),
    _contrast("arms", "polarity", "Was {what} armed?",
              """armed, вооружённый, вооруженный, вооружить | unarmed, безоружный, невооружённый"""),
    _contrast("drink", "polarity", "Was {what} sober?",
              """drunk, drunken, intoxicated, пьяный, нетрезвый | sober, трезвый"""),
    _contrast(
        "guilt", "polarity", "Was {what} found guilty?",
        """guilty, convict, convicted, виновный, осудить | innocent, acquit, acquitted, невиновный,
        оправдать""",
    ),
    _contrast(
        "wed", "polarity", "Was {what} married?",
        """married, женатый, замужний, замужем | unmarried, single, bachelor, spinster, холостой,
        холостяк, незамужний | widow, widower, widowed, вдова, вдовец""",
    ),
    _contrast("sleep", "polarity", "Was {what} asleep?",
              "asleep, sleeping, спать | awake, wakeful, бодрствовать"),
    _contrast("load", "polarity", "Was {what} empty?",
              """empty, unloaded, пустой, порожний | full, laden, loaded, полный, гружёный, груженый"""),
    _contrast(
        "will", "polarity", "Was it done freely?",
        """voluntarily, freely, own accord, own will, willingly, добровольно, сам | by force,
        forcibly, against will, unwillingly, силой, насильно, принудительно""",
        headed=False,
    ),
    _contrast(
        "ride", "polarity", "How did {what} go?",
        """on foot, пешком, пеший | on horseback, верхом, конный | by train, поезд | by car, by
        motorcar, автомобиль | by boat, лодка | by bus, автобус | by lorry, by truck, грузовик""",
        headed=False,
    ),
    _contrast("light", "polarity", "Was {what} lit?",
              """lit, lighted, burning, гореть, зажжённый | unlit, dark, extinguished, потушить,
              погасить"""),
    _contrast(
        "stuff", "polarity", "Of what was {what} made?",
        """wood, wooden, timber, деревянный | stone, каменный | iron, железный | steel, стальной |
        brick, кирпичный | brass, медный, copper | bronze, бронзовый | silver, серебряный |
        gold, golden, золотой | tin, жестяной | lead, leaden, свинцовый""",
    ),
    _contrast(
        "weapon", "polarity", "With what was it done?",
        """knife, нож, dagger, кинжал | axe, ax, hatchet, топор | sword, sabre, saber, cutlass,
        сабля, меч, шашка | bayonet, штык | pistol, revolver, пистолет, револьвер, наган |
        rifle, musket, винтовка, ружьё, ружье | spear, lance, копьё, копье, пика | saw, пила |
        hammer, молоток | poison, яд | spade, shovel, лопата | club, stick, дубина, палка""",
        headed=False, beside=BLOWS,
    ),
    _contrast(
        "body", "polarity", "Where was {what} hit?",
        """head, голова | neck, шея | arm, рука | hand, кисть | leg, нога | foot, ступня | chest,
        breast, грудь | stomach, belly, abdomen, живот | back, спина | shoulder, плечо | thigh,
        бедро | knee, колено | eye, глаз | hip | side, бок""",
        headed=False, beside=HITS,
    ),
    _contrast(
        "way", "sequence", "Was it on coming to {what} or on leaving it?",
        """enter, approach, come near, draw near, came near, come into, arrive, войти,
        въехать, подойти, приблизиться | leave, depart, go out, went out, come out, going out,
        set out, выйти, выехать, покинуть""",
        headed=False,
    ),
    _contrast(
        "address", "person", "Who was spoken to ({what})?",
        "this is, he is, she is | you are, thou art, ye are", headed=False,
    ),
    _contrast(
        "soon", "sequence", "How soon was it ({what})?",
        """immediately, at once, instantly, straightway, that moment, same hour, тотчас, сразу,
        немедленно, тут же | in the morning, next morning, next day, following day, morrow, day
        after, days later, weeks later, наутро, на следующий день, утром""",
        headed=False,
    ),
    _contrast(
        "daytime", "date", "At what time of the day was it?",
        """dawn, daybreak, sunrise, рассвет, заря | morning, утро, утром | noon, midday, полдень |
        afternoon | dusk, sunset, twilight, evening, закат, сумерки, вечер, вечером | midnight,
        полночь""",
        headed=False, close=True,
    ),
)  # fmt: skip

OVERLAPPING = frozenset(
    (
        frozenset(("dead", "dying")), frozenset(("morning", "dawn")), frozenset(("noon", "afternoon")),
        frozenset(("arm", "hand")), frozenset(("leg", "knee")), frozenset(("leg", "foot")),
        frozenset(("leg", "thigh")), frozenset(("arm", "shoulder")), frozenset(("back", "side")),
        frozenset(("chest", "side")), frozenset(("afternoon", "dusk")), frozenset(("hip", "leg")),
        frozenset(("thigh", "hip")),  frozenset(("head", "eye")), frozenset(("head", "neck")),
    )
)  # fmt: skip
"""Values that may both be true, or differ by too little."""

STILL_APART = frozenset((frozenset(("dead", "dying")),))
"""Of OVERLAPPING, those that differ where both are told of one moment in one thing's words."""

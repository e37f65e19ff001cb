"""Joined: when somebody entered a ship's crew, an army, a party, a school, a workplace.

One person joins many things in a life, but hardly two of one sort: only acts of one sort answer one
question.
"""

import re

from variorum.confront.laid import Scene
from variorum.model.passage import Passage

REACH = 60
"""Characters before a date in which the joining is told."""

WORKS = "joined the works"

JOINED: dict[str, str] = {
    "joined the crew": r"ferry|ship|boat|steamer|vessel|crew|aboard|судно|судн[ае]|корабл\w+"
    r"|пароход\w*|парому?|экипаж\w*|команд[уы]",
    "joined the army": r"army|regiment|battalion|company|battery|squadron|navy|militia|detachment"
    r"|brigade|partisans|guards|арми\w+|полку?|батальон\w*|отряд\w*|флоту?|партизан\w*|бригад\w+",
    "joined the party": r"party|union|league|movement|society|парти[юи]|союз\w*|комсомол\w*",
    "entered the school": r"school|university|college|seminary|gymnasium|institute|школ\w+"
    r"|университет\w*|институт\w*|гимнази\w+|училищ\w+|семинари\w+",
    WORKS: r"works|factory|mill|mine|pit|firm|bank|railway|shipyard|завод\w*"
    r"|фабрик\w+|шахт\w+|мельниц\w+",
}
"""Acts by what was joined; the words are those of its sort."""

_ENTERED = (
    r"(?:joined|entered|enlisted\sin|signed\son(?:\sto|\swith|\sin)?|(?:came|went)\s(?:to|into|aboard)"
    r"|(?:have|has|had)\s(?:been|served|worked)\s(?:in|on|at|with|aboard)|was\staken\son(?:\sby|\sat)?"
    r"|поступил[аи]?\s(?:в|на|во)|вступил[аи]?\sв|приш[её]л\s(?:в|на)|пришла\s(?:в|на)|ушл?[её]?л?а?\sв)"
)
_SORTS = "|".join(f"(?P<{name.split()[-1]}>{words})" for name, words in JOINED.items())
_JOINING = re.compile(
    rf"\b{_ENTERED}\s(?:(?:the|a|an|his|her|our|my|this|that)\s)?(?:[\w'’-]+\s){{0,2}}?(?:{_SORTS})\b"
    r"|\bcame\s(?P<aboard>aboard)\b",
    re.IGNORECASE,
)
_ACTS = {name.split()[-1]: name for name in JOINED} | {"aboard": "joined the crew"}


def joined(scene: Scene, at: Passage) -> str:
    """The act of joining that the date at ``at`` dates, by its sort; "" for none."""
    begin = at.start - scene.sentence.passage.start
    before = scene.sentence.passage.quote[max(0, begin - REACH) : begin]
    found = list(_JOINING.finditer(before))  # the nearest one is dated
    return _ACTS[str(found[-1].lastgroup)] if found else ""

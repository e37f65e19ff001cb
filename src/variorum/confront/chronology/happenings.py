"""Happenings: the year of a thing that befell once, as the dossier knows it: the sinking, the fire."""

import re
from collections import defaultdict
from collections.abc import Mapping

from variorum.confront.laid import Ground
from variorum.model.edtf import Bounds, bounds

CLASSES = {
    "sinking": r"s[au]nk|sink(?:ing)?|went down|wreck(?:ed)?|founder(?:ed|ing)|capsiz(?:ed|ing)|"
    r"утонул\w*|затонул\w*|пош[её]л\w* ко дну|гибел\w+|крушени\w+|перевернул\w*|тонул\w*",
    "fire": r"burn(?:ed|t)|caught fire|(?<!under )fire|blaze|burning|"
    r"сгорел\w*|загорел\w*|пожар\w*|горел\w*",
    "blast": r"explo(?:ded|sion)|blew up|blast|взорвал\w*|взрыв\w*",
    "flood": r"flood(?:ed)?|dam (?:broke|burst)|наводнени\w+|прорвал\w*",
    "collapse": r"collapsed?|caved in|fell in|landslide|avalanche|обрушил\w*|обвал\w*|рухнул\w*",
    "rising": r"mutin(?:y|ied)|ris(?:ing|en)|revolt(?:ed)?|uprising|rebellion|"
    r"восстани\w+|мятеж\w*|восстал\w*|бунт\w*",
    "strike": r"strike|walk-?out|забастовк\w+|стачк\w+",
    "crash": r"crash(?:ed)?|derail(?:ed|ment)|collision|collided|столкнул\w*|крушени\w+",
}  # fmt: skip
"""Words for one kind of happening. A dossier that dates several of a kind otherwise knows no year."""

_CLASS = {
    name: re.compile(rf"(?<![\w-])(?:{words})\b", re.IGNORECASE) for name, words in CLASSES.items()
}
WHEN = re.compile(
    r"\W{0,3}(?:years?(?:\sold|\sof age)?|лет|год\w?)?\W{0,3}"
    r"(?:when|the (?:day|night|year|morning|evening|summer|autumn|winter|spring)(?: that| when)?|"
    r"at the time (?:of|when)|когда|в (?:день|ночь|год)|во время)\s(?P<clause>[^.;:!?]{3,70})",
    re.IGNORECASE,
)
"""After an age: at what it was."""

CLOSEST = 1
"""Years within which all dates of one happening must lie for its year to be known."""


def happenings(ground: Ground) -> Mapping[str, Bounds]:
    """When each kind of happening was, in a small dossier of one story: by the sentences that name it
    beside one date; none where they date it apart by more than CLOSEST years."""
    if not ground.story:
        return {}
    told = {
        name
        for name in _CLASS
        if any(_CLASS[name].search(scene.sentence.passage.quote) for scene in ground.scenes)
    }
    found: dict[str, set[Bounds]] = defaultdict(set)
    for scene in ground.scenes:
        dates = [row for row in scene.dates if row.edtf[:4].isdigit()]
        if scene.sentence.account not in ground.story or not dates:
            continue
        quote, at = scene.sentence.passage.quote, scene.sentence.passage.start
        years = {row.edtf[:4] for row in dates}
        reach = _BESIDE if len(years) == 1 else _CLOSE
        for name in sorted(_CLASS):
            for match in _CLASS[name].finditer(quote):
                for row in dates:
                    begin, end = row.passage.start - at, row.passage.end - at
                    span = bounds(row.edtf)
                    gap = quote[match.end() : begin] or quote[end : match.start()]
                    near = len(gap) <= reach and (len(years) == 1 or "," not in gap)
                    if near and span is not None and span[0].year == span[1].year:
                        found[name].add(span)
    # what the dossier is of is of its year, where no sentence dates it
    known = dict.fromkeys(sorted(told - found.keys()), ground.when) if ground.when else {}
    for name, when in found.items():
        first, last = min(span[0] for span in when), max(span[1] for span in when)
        if last.year - first.year <= CLOSEST:
            known[name] = (first, last)
    return known


_BESIDE, _CLOSE = 90, 6
"""Characters between a happening and its date, and where the sentence has dates of several years."""


def when_of(clause: str, known: Mapping[str, Bounds]) -> Bounds | None:
    """When what a clause tells of was: "when the barge went down"; None where that is not known, or the
    clause tells of several."""
    named = [name for name in sorted(_CLASS) if _CLASS[name].search(clause)]
    return known.get(named[0]) if len(named) == 1 else None

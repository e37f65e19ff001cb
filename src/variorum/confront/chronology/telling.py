"""Told before it happened: what an account tells as past, later than its own date."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from variorum.confront.chronology.datelines import Dateline
from variorum.confront.chronology.network import units
from variorum.confront.chronology.row import DOUBTFUL, LIKELY, impossible
from variorum.confront.evidence import Evidence
from variorum.confront.laid import Ground, Scene
from variorum.confront.wording import date_in_words
from variorum.model.critique import Hand
from variorum.model.edtf import bounds
from variorum.model.findings import Impossibility
from variorum.model.passage import Passage
from variorum.model.testimony import DateMention

MOST_LATER = 2
"""Sentences of an account that may tell of later dates before its own is taken to be misread."""

LEAST_DAYS, STYLES, LAST_OLD_STYLE = 2, 13, 1924
"""Days by which a day must be later: more than a paper's date runs ahead; and, as long as two calendars
were in use, than they differ by."""

_CLOSING = (".", "!", "?", "…", "»", "”", '"', ")", "'")
LONGEST_BRACKET = 400
REACH = 90
"""Characters around a date in its clause in which its verb is looked for; and of a bracket."""

_TOLD_KINDS = frozenset(
    ("article", "interview", "letter", "testimony", "post", "comment", "memoir")
)
_OTHERS_WORDS = frozenset(
    (
        "note", "insertion", "completion", "gloss", "caption", "boilerplate", "byline", "heading",
        "comment", "marker", "sic",
    )
)  # fmt: skip
"""Kinds of hand whose words may be younger than the account around them."""

_PLAIN = re.compile(r"\d{4}(?:-\d{2}){0,2}")
_PAST = re.compile(
    r"\b(?:was|were|had|did|came|went|saw|bought|sold|began|built|wrote|met|took|gave|found|"
    r"became|held|fell|rose|lost|won|kept|made|said|told|spoke|sent|brought|stood|ran|led|sank|broke|"
    r"struck|fought|taught|drove|put|paid|laid|hung|shut|burnt|lit|grew|drew|threw|flew|wore|chose|"
    r"rang|heard|felt|hid|dug|[a-z]{3,}ed|"
    r"[а-яё]{2,}(?:[аяиеуоы]л(?:а|о|и|ся|ась|ось|ись)?)|ш[её]?л[аои]?|умер\w*|"
    r"wurden?|war(?:en)?|hatten?|kam(?:en)?|ging(?:en)?|starb(?:en)?|[a-zäöü]{3,}ten?)\b"
)
_NOT_YET = re.compile(
    r"\b(?:will|shall|would|won['’]t|may|might|could|should|must|can|to be|is to|are to|was to|were to|"
    r"be|due|plan\w*|expect\w*|hop(?:e|es|ed|ing)|promis\w*|"
    r"predict\w*|prophe\w*|forecast\w*|foretold|foresee\w*|dream\w*|imagin\w*|next|going to|if|when|"
    r"tomorrow|expires?|lease|term|intend\w*|schedul\w*|propos\w*|projected|set for|postpon\w*|"
    r"appointed for|novel|film|edition|reprint\w*|press|copyright|revis\w*|vol|pp?|isbn|accessed|"
    r"буд\w*|станет|предсто\w*|намеч\w*|план\w*|долж\w*|если|обещ\w*|ожида\w*|через|собира\w*|"
    r"хоте\w*|завтра|предска\w*|издан\w*|роман\w*|срок\w*|назнач\w*|"
    r"wird|werden|soll\w*|wenn|würde\w*|geplant)\b",
    re.IGNORECASE,
)
"""Words of what was not past yet, or of which the date is another's: a plan, a term, a book."""

_UP_TO = re.compile(
    r"\b(?:by|until|till|before|after|since|to|for|from|as of|до|к|ко|после|с|со|на|bis|nach|vor|seit)\s"
    r"(?:the\s)?(?:(?:end|spring|summer|autumn|winter|year|month|middle|конца|начала|лета)\s(?:of\s)?)?$",
    re.IGNORECASE,
)
"""Right before a date: a term rather than a day on which something was."""

_CAPTION = re.compile(r"\b(?:in|в|im Jahre?|en)\s\d{4}(?:\sгоду|\sг\.)?\W*$", re.IGNORECASE)
"""A line that dates a picture rather than a text: "Ann Lee in 1912"."""

_REISSUED = re.compile(
    r"\b(?:(?:second|third|fourth|new|revised|enlarged|\d(?:nd|rd|th)) (?:edition|printing)|"
    r"re-?(?:printed|issued|published)|updated|afterword|postscript|P\. ?S\.|"
    r"переиздан\w*|второе издание|послесловие|дополненн\w*|обновл\w*)",
    re.IGNORECASE,
)
"""An account that was given again may tell of what came between."""


def telling(
    evidence: Evidence, ground: Ground, lines: Mapping[str, Dateline]
) -> Iterator[Impossibility]:
    """What an account tells as past that is later than the date in its own dateline.

    Silent where the account was issued again, tells more than MOST_LATER times of later dates or more
    often of those than of others (its date is rather misread), where the words are a plan's or a note's.
    One pass over the sentences.
    """
    later: dict[str, list[tuple[Scene, DateMention]]] = defaultdict(list)
    others: dict[str, int] = defaultdict(int)
    again: set[str] = set()
    young = _others_words(evidence.hands)
    for scene in ground.scenes:
        account = ground.accounts.get(scene.sentence.account)
        line = lines.get(scene.sentence.account)
        if account is None or line is None or account.kind not in _TOLD_KINDS:
            continue
        if _CAPTION.search(line.passage.quote) or scene.sentence.passage.start >= line.until:
            continue
        if _REISSUED.search(scene.sentence.passage.quote):
            again.add(account.id)
        for row in scene.dates:
            if not _PLAIN.fullmatch(row.edtf) or row.passage == line.passage:
                continue
            if not _after(row.edtf, line):
                others[account.id] += 1
            elif not row.anchor and not _within(young, row.passage) and _past(scene, row):
                later[account.id].append((scene, row))
    for account_id in sorted(later):
        rows = later[account_id]
        told = {scene.number for scene, _ in rows}
        if account_id in again or len(told) > min(MOST_LATER, others[account_id]):
            continue
        for _, row in rows:
            yield _row(row, lines[account_id], others[account_id])


def _after(edtf: str, line: Dateline) -> bool:
    told = bounds(edtf)
    if told is None or told[0] <= line.bounds[1]:
        return False
    if len(edtf) == len("1950-10-09") == len(line.edtf):
        days = units(told[0]) - units(line.bounds[1])
        return days > (STYLES if told[0].year < LAST_OLD_STYLE else LEAST_DAYS - 1)
    return True


def _past(scene: Scene, row: DateMention) -> bool:
    """Whether the clause around a date tells what was, and nothing of what was to be."""
    place = scene.sentence.passage
    if not place.quote.rstrip().endswith(_CLOSING):
        return False  # a line of a forum, a caption
    begin, end = row.passage.start - place.start, row.passage.end - place.start
    near = place.quote[max(0, begin - LONGEST_BRACKET) : begin]
    if near.rfind("[") > near.rfind("]"):
        return False
    before = re.split(r"[,;:(\[]", place.quote[max(0, begin - REACH) : begin])[-1]
    pieces = re.split(r"[,;:)\]]", place.quote[end : end + REACH])
    if _UP_TO.search(before):
        return False
    # "In October 1911, the fan was started": the comma ends no clause
    alone = len(before.split()) < 3 and not pieces[0].strip()
    clause = f"{before} {' '.join(pieces[:2] if alone else pieces[:1])}"
    return _PAST.search(clause) is not None and _NOT_YET.search(clause) is None


def _row(row: DateMention, line: Dateline, others: int) -> Impossibility:
    told, given = date_in_words(row.edtf), date_in_words(line.edtf)
    reason = f"An account of {given} cannot tell as past what happened {_on(row.edtf)}{told}"
    first, last = int(line.edtf[:4]), int(row.edtf[:4])
    sums = (f"{last} − {first} = {last - first}",) if last > first else ()
    sure = LIKELY if others >= MOST_LATER else DOUBTFUL
    return impossible((line.passage, row.passage), (reason, *sums), sure)


def _on(edtf: str) -> str:
    return "on " if len(edtf) > len("1950-10") else "in "


def _others_words(hands: Sequence[Hand]) -> dict[str, tuple[list[int], list[int]]]:
    """Where words of another hand stand in each source: starts, and the furthest end up to each."""
    rows: dict[str, list[Passage]] = defaultdict(list)
    for hand in hands:
        if hand.kind in _OTHERS_WORDS:
            rows[hand.passage.source].append(hand.passage)
    found: dict[str, tuple[list[int], list[int]]] = {}
    for source, passages in rows.items():
        passages.sort()
        ends: list[int] = []
        for passage in passages:
            ends.append(max(passage.end, ends[-1] if ends else 0))
        found[source] = [passage.start for passage in passages], ends
    return found


def _within(young: Mapping[str, tuple[list[int], list[int]]], passage: Passage) -> bool:
    starts, ends = young.get(passage.source, ([], []))
    index = bisect_right(starts, passage.start) - 1
    return index >= 0 and ends[index] > passage.start

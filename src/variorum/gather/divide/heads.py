"""Heads: where exactly in a gap an account begins, and what its head and its end say about it."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from variorum.gather.divide import cues
from variorum.gather.divide.blocks import Block
from variorum.gather.divide.bylines import (
    SURE,
    Byline,
    is_name_shaped,
    names_a_person,
    parse_byline,
)
from variorum.gather.divide.datelines import dateline
from variorum.gather.divide.roles import (
    BODY,
    BOILERPLATE,
    BYLINE,
    CAPTION,
    COMMENT,
    FIELD,
    NOTE,
    RULE,
    SECTION,
    TITLE,
    Reading,
    is_headed,
    supplies,
)
from variorum.gather.divide.style import script_of
from variorum.model.transcript import Transcript

HEAD_BLOCKS = 10
"""How many blocks at the beginning may belong to the head."""
TAIL_BLOCKS = 6
"""How many blocks at the end may hold a byline."""

CUSTOM = 1.0
"""How much the custom of the file weighs beside what one boundary shows (see ``_votes``)."""
UNSIGNED = 1.0
"""How much it speaks for the end that the text before has no byline yet, and against it that it has."""

_TAIL_ROLES = frozenset({BOILERPLATE, CAPTION, COMMENT, NOTE})
_AFTER_DASH = re.compile(r"^\s*(?:--?|—|–)\s*")
_FROM = re.compile(r"^(?:from|из)\s+", re.IGNORECASE)
_MARK_OF = re.compile(r",?\s+(?:his|her)\s+(?:x\s+)?mark\.?$", re.IGNORECASE)
_CLOSE_AND_NAME = re.compile(
    r"^(?i:yours(?: \w+)?|your \w+(?: \w+)?|sincerely|love|with love|signed|\(signed\)|подпись"
    r"|твой|твоя|ваш"
    r"|ваша|с уважением|целую|deine?|euer|ihre?)[,:]?\s+(?P<name>[^\W\d_a-zа-яё].{1,50})$",
)
_DEPONENT = re.compile(
    r"^(?i:deposition|testimony|statement|affidavit|evidence|confession|declaration)\s(?:of|by)\s(?P<name>.{3,80})$"
)
_TITLE_BY = re.compile(
    r"^(?P<title>.{3,150}?)[,.]?\s+(?:by|автор:?)\s+(?P<author>[^\W\d_a-zа-яё].{2,60})$"
)


@dataclass(frozen=True, slots=True)
class Head:
    """What an account says about itself; ``reasons`` name where each part was found."""

    title: str = ""
    author: str = ""
    publisher: str = ""
    date: str = ""
    translator: str = ""
    reasons: tuple[str, ...] = ()


def signed_at_end(readings: Sequence[Reading]) -> float:
    """How much this file signs its texts at the end: from -1 (above the text) to 1 (below it).

    Every stretch of short lines with a byline votes: before the first text for the head, after the
    last for the end (and their lack the other way, less strongly); those between as ``_votes`` says.
    It is only what is expected: each boundary decides for itself (``first_block``).
    """
    vote, zones = 0.0, 0
    start, count = 0, len(readings)
    while start <= count:
        end = start
        while end < count and readings[end].role != BODY:
            end += 1
        zone = readings[start:end]
        if _is_signed(zone):
            zones += 1
            if start == 0:
                vote -= 2.0
            elif end == count:
                vote += 2.0
            else:
                vote += _votes(readings, start, end)
        elif start == 0 or end == count:
            vote += 0.5 if start == 0 else -0.5
        start = end + 1
    return max(-1.0, min(1.0, vote / max(2, zones) * 2))


def titles_first(readings: Sequence[Reading]) -> float:
    """Whether this file sets titles above bylines (1) or below them (-1), where both stand."""
    first = second = 0
    title = byline = -1
    for i, reading in enumerate([*readings, None]):
        if reading is None or reading.role == BODY:
            if title >= 0 and byline >= 0:
                first, second = first + (title < byline), second + (byline < title)
            title = byline = -1
        elif reading.role == TITLE and title < 0:
            title = i
        elif reading.role == BYLINE and byline < 0:
            byline = i
    return (first - second) / (first + second) if first + second else 0.0


def _votes(readings: Sequence[Reading], start: int, end: int) -> float:
    """What the lines ``[start, end)`` between two texts say: a title before the byline speaks for the
    head; page machinery between a byline and a title for the end; a byline nearer by blank lines, or
    alike in script, to the text before it for the end and to the one after it for the head."""
    signed = [i for i in range(start, end) if readings[i].role == BYLINE]
    titles = [i for i in range(start, end) if readings[i].role == TITLE]
    machinery = [i for i in range(start, end) if readings[i].role in _TAIL_ROLES]
    after = titles[0] if titles and titles[0] > signed[-1] else end
    vote = 0.0
    if titles and titles[0] < signed[0]:
        vote -= 1.0
    if any(signed[-1] < i < after for i in machinery):
        vote += 1.0
    if any(i < signed[0] for i in machinery):
        vote -= 1.0
    before_gap = readings[signed[0]].block.gap
    after_gap = readings[signed[-1] + 1].block.gap
    if before_gap != after_gap:
        vote += 0.5 if before_gap < after_gap else -0.5
    own = script_of(readings[signed[0]].block.text)
    left = script_of(readings[start - 1].block.text)
    right = script_of(readings[end].block.text)
    if left != right and own in (left, right):
        vote += 1.0 if own == left else -1.0
    return vote


def _is_signed(zone: Sequence[Reading]) -> bool:
    return sum(r.byline.score for r in zone if r.byline is not None) >= SURE


def has_signed_head(readings: Sequence[Reading], start: int) -> bool:
    """Whether a byline stands above the running text of the account that begins at ``start``."""
    for reading in readings[start : start + HEAD_BLOCKS]:
        if reading.role == BODY:
            return False
        if reading.role == BYLINE:
            return True
    return False


def first_block(
    readings: Sequence[Reading],
    left: int,
    right: int,
    at_end: float,
    order: float,
    signed_before: bool,
) -> int:
    """The block between ``left`` and ``right`` (both running text) with which the account begins.

    What closes a text stays with the text before: captions, page machinery, comments, notes,
    signatures, and bylines that are the end of the one rather than the head of the other
    (``at_end`` and ``order`` are the file's custom, see ``signed_at_end`` and ``titles_first``;
    ``signed_before`` says whether the text before has its byline already).
    """
    zone = range(left + 1, right)
    opened = [i for i in zone if "article" in readings[i].block.opens]
    if opened:
        return opened[0]
    rules = [i for i in zone if readings[i].role == RULE]
    if rules:
        return rules[-1] + 1
    heads = [i for i in zone if readings[i].role in (TITLE, BYLINE, SECTION)]
    if not heads:
        return right
    start = left + 1
    titles = [i for i in heads if readings[i].role == TITLE]
    for i in zone:
        # machinery between title and byline ("Title / Share / By A. B.") does not end a head
        closes = readings[i].role in _TAIL_ROLES
        if closes and (not any(start <= h < i for h in heads) or any(t > i for t in titles)):
            start = i + 1
    own, other = script_of(readings[left].block.text), script_of(readings[right].block.text)
    first = readings[start].byline
    if first is not None and first.translator and not first.author and own != other:
        # whom the translator's name stands in the script of, he translated
        start += script_of(readings[start].block.text) == own
    if _is_signature(readings, start, right):
        start += 1
    signed = [i for i in heads if i >= start and readings[i].role == BYLINE]
    titles = [i for i in heads if i >= start and readings[i].role in (TITLE, SECTION)]
    if signed and not (titles and titles[0] < signed[0]):
        before = [i for i in signed if not titles or i < titles[0]]
        custom = CUSTOM * at_end + (order if titles else 0.0)
        custom += -UNSIGNED if signed_before else UNSIGNED
        if _closes(readings, left, right, before, signed[len(before) :], custom):
            return before[-1] + 1
    if at_end > 0 and not signed and not titles:
        return right
    widest = max(readings[i].block.gap for i in range(start, right + 1))
    wide = [i for i in range(start, right + 1) if readings[i].block.gap == widest]
    if widest > 1 and len(wide) == 1 and any(i >= wide[0] for i in heads):
        return wide[0]
    if signed and signed[0] == start and titles and _AFTER_DASH.match(readings[start].block.text):
        return start + 1
    return start


def _is_signature(readings: Sequence[Reading], index: int, right: int) -> bool:
    """Whether a short line closes the text above: a name, or a letter's close, over a marked heading."""
    following = readings[index + 1] if index + 1 < right else None
    if following is None or is_headed(readings[index].block):
        return False
    text = readings[index].block.text
    if not (names_a_person(text) or is_name_shaped(text) or cues.closes_letter(text)):
        return False
    return following.role == TITLE and (
        is_headed(following.block) or cues.names_a_document(following.block.text)
    )


def opening_block(readings: Sequence[Reading], transcript: Transcript) -> int:
    """The block with which the first of several accounts begins: below what belongs to the whole file.

    That is the page's machinery with the heading between it, the file's own title, or the title page
    above a document that is named by its kind.
    """
    whole = {" ".join(value.split()) for key, value in transcript.meta if key == "title"}
    body = next((i for i, r in enumerate(readings) if r.role == BODY), len(readings))
    titles = [i for i in range(body) if readings[i].role == TITLE]
    named = [i for i in titles if cues.names_a_document(readings[i].block.text)]
    if named:
        return named[-1]
    pieces = [i for i in range(body) if "article" in readings[i].block.opens and i]
    if pieces:
        return pieces[-1]
    headed = [i for i in titles if is_headed(readings[i].block)]
    if len(headed) > 1 and _levels(readings[headed[0]]) < _levels(readings[headed[-1]]):
        signed = [i for i in range(body) if readings[i].role == BYLINE]
        if signed and headed[-1] < signed[-1] and not any(i < headed[-1] for i in signed):
            return headed[-1]
    page = [i for i in range(body) if readings[i].role == BOILERPLATE]
    page += [i for i in titles if any(" ".join(readings[i].block.text.split()) in t for t in whole)]
    if page and any(i > max(page) for i in titles):
        return max(page) + 1
    return 0


def _levels(reading: Reading) -> list[str]:
    return sorted(m for m in reading.block.marks if m == "title" or m.startswith("heading"))


def _closes(
    readings: Sequence[Reading],
    left: int,
    right: int,
    before: Sequence[int],
    after: Sequence[int],
    custom: float,
) -> bool:
    """Whether the bylines ``before`` the title end the text above; ``after`` are those below the title.

    Two bylines that tell the same belong to two texts; else the lines' own company and the custom of
    the file decide.
    """
    told = {fact for i in before for fact in supplies(readings[i])}
    if told & {fact for i in after for fact in supplies(readings[i])} & {"author", "date"}:
        return True
    return _votes(readings, left + 1, right) + custom > 0


def read_head(
    readings: Sequence[Reading], start: int, stop: int, at_end: float, repeated: frozenset[str]
) -> Head:
    """Title, author, publisher and date of the account of blocks ``[start, stop)``.

    ``repeated`` are lines that stand over several accounts of the file: a series' name is no title.
    """
    body = next((i for i in range(start, stop) if readings[i].role == BODY), stop)
    head = list(range(start, min(body, start + HEAD_BLOCKS)))
    title = _title(readings, head, repeated)
    spare = [i for i in head if i != title]
    facts = _facts(readings, spare, {})
    reasons = ["title above the text"] if title is not None else []
    if facts:
        reasons.append("byline above the text")
    last = next((i for i in range(stop - 1, start - 1, -1) if readings[i].role == BODY), start)
    tail = list(range(last + 1, min(stop, last + 1 + TAIL_BLOCKS)))
    if at_end > 0 or "author" not in facts or "date" not in facts:
        before = len(facts)
        facts = _facts(readings, tail, facts)
        if len(facts) > before:
            reasons.append("byline below the text")
    words = _title_words(readings[title].block) if title is not None else ""
    words, facts = _titled(words, facts)
    if "author" not in facts:
        signature = _signature(readings, tail if tail else [last])
        if signature:
            facts["author"] = signature
            reasons.append("signed below the text")
    if "date" not in facts:
        date = _noted_date(readings, [*head, *range(body, min(stop, body + 1))])
        if date:
            facts["date"] = date
            reasons.append("dated by a note below the heading")
    return Head(
        " ".join(words.split()),
        facts.get("author", ""),
        facts.get("publisher", ""),
        facts.get("date", ""),
        facts.get("translator", ""),
        tuple(reasons),
    )


def _title_words(block: Block) -> str:
    """A title's words, without the name of the field in a message's header."""
    if "title" in block.marks and "article" in block.marks:
        return FIELD.sub("", block.text)
    return block.text


def _titled(title: str, facts: dict[str, str]) -> tuple[str, dict[str, str]]:
    """The title and the facts, where the heading names the author too, or the author alone."""
    facts = dict(facts)
    match = _TITLE_BY.match(title) if len(title) <= 220 else None
    if match:
        signed = parse_byline(f"by {match['author']}")
        if signed is not None and signed.author:
            title = match["title"]
            facts.setdefault("author", signed.author)
    match = _DEPONENT.match(title)
    if match and is_name_shaped(match["name"].split(",")[0]):
        facts.setdefault("author", match["name"].split(",")[0].strip())
    if "author" in facts:
        return title or facts.get("work", ""), facts
    name, _, rest = title.partition(". ") if ". " in title else title.partition(": ")
    if rest and (names_a_person(name) or ("work" in facts and is_name_shaped(name))):
        facts["author"] = name
        return _FROM.sub("", rest), facts
    if facts.get("work") and is_name_shaped(title):
        facts["author"] = title
        return facts["work"], facts
    return title or facts.get("work", ""), facts


def _signature(readings: Sequence[Reading], tail: Sequence[int]) -> str:
    """The name with which a text is signed: alone on the line below it, or after a letter's close."""
    for i in tail:
        text = readings[i].block.text
        match = _CLOSE_AND_NAME.match(text)
        name = _MARK_OF.sub("", match["name"] if match else text).strip(" .,–—-")
        if len(name) <= 60 and (is_name_shaped(name) or names_a_person(name)):
            return " ".join(
                w.capitalize() if w.isupper() and len(w) > 3 else w for w in name.split()
            )
    return ""


def _noted_date(readings: Sequence[Reading], blocks: Sequence[int]) -> str:
    """A full date in a line that says when the text was taken down, delivered or copied."""
    for i in blocks:
        text = readings[i].block.text
        if cues.is_head_note(text):
            date, _ = dateline(text)
            if date and not date.startswith("XXXX"):
                return date
    return ""


def _title(
    readings: Sequence[Reading], head: Sequence[int], repeated: frozenset[str]
) -> int | None:
    """The head's title: a marked heading, else a line above the byline, else the first below it;
    a series' name only when there is nothing else."""
    titles = [i for i in head if readings[i].role == TITLE]
    marked = [i for i in titles if {"heading1", "title"} & readings[i].block.marks]
    if marked:
        return marked[0]
    own = [i for i in titles if readings[i].block.text not in repeated] or titles
    first_byline = next((i for i in head if readings[i].role == BYLINE), -1)
    own = [i for i in own if i < first_byline] or own
    if len(own) > 1 and _is_series(readings[own[0]].block.text, readings[own[1]].block.text):
        own = own[1:]
    return own[0] if own else None


def _is_series(first: str, second: str) -> bool:
    """Whether the first of two headings names a series rather than the text."""
    return cues.names_a_series(first) or (
        first.isupper() and not second.isupper() and len(first.split()) <= 4
    )


def _facts(
    readings: Sequence[Reading], blocks: Sequence[int], known: dict[str, str]
) -> dict[str, str]:
    facts = dict(known)
    bylines: list[Byline] = []
    for i in blocks:
        byline = readings[i].byline
        if byline is not None and readings[i].role == BYLINE:
            bylines.append(byline)
    for byline in sorted(bylines, key=lambda b: not b.cued):
        for name in ("author", "publisher", "date", "translator", "work"):
            value = getattr(byline, name)
            if value:
                if name == "date" and len(facts.get("date", "")) < len(value):
                    facts["date"] = value
                facts.setdefault(name, value)
    return facts


def repeated_lines(readings: Sequence[Reading]) -> frozenset[str]:
    """Short lines that stand in the file more than once."""
    counts = Counter(r.block.text for r in readings if r.role in (TITLE, BYLINE))
    return frozenset(text for text, count in counts.items() if count > 1)

"""Lines that no author wrote: captions, bylines, signed notes, the furniture of web pages."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from variorum.establish.hands import cues
from variorum.establish.hands.grammar import Verdict
from variorum.establish.hands.notes import note_verdict
from variorum.establish.hands.segments import Segment, segment_at
from variorum.model.critique import Account
from variorum.model.transcript import Transcript

_LINE = re.compile(r"[^\n]+")
_BYLINE_START = re.compile(
    r"^(?:By|BY|Written by|Story by|Text by|Interview by|Reported by)\s+(?=[A-ZА-ЯЁ])|^(?:Автор"
    r"|Текст|Беседовал[аи]?|Записал[аи]?)\s*:?\s+(?=[А-ЯЁA-Z])"
)
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_DIGITS = re.compile(r"\d+")
HEAD_LINES = 6
"""A byline stands among an account's first lines."""
LONGEST_BYLINE = 150
MARGIN_LINES = 2
"""Running heads and feet are among the first or last lines of their page or account."""
REPEATS = 3
"""A line is furniture when so many pages, or so many accounts, have it in their margins."""
SHORTEST_REPEATED = 8

Line = tuple[int, int, str]
Found = tuple[int, int, Verdict]


def lines(text: str, start: int = 0, end: int | None = None) -> Iterator[Line]:
    """The lines that hold anything, short enough to be a cue: start, end, words without margins."""
    for match in _LINE.finditer(text, start, len(text) if end is None else end):
        if match.end() - match.start() > 4 * cues.LONGEST_CUE_LINE:
            continue
        line = match.group()
        stripped = line.strip()
        if not stripped:
            continue
        begin = match.start() + len(line) - len(line.lstrip())
        yield begin, begin + len(stripped), stripped


def furniture(transcript: Transcript, parts: Sequence[Segment]) -> Iterator[Found]:
    """Captions, boilerplate and signed notes that stand on lines of their own."""
    was_furniture = False
    weak: list[Line] = []
    for start, end, line in lines(transcript.text):
        verdict = _line_verdict(line)
        if verdict:
            yield start, end, verdict
        elif len(line) < cues.LONGEST_CUE_LINE and cues.WEAK_BOILERPLATE_LINE.match(line):
            weak.append((start, end, line))
            continue
        is_furniture = verdict is not None and verdict.kind == "boilerplate"
        if weak and (was_furniture or is_furniture or len(weak) >= REPEATS):
            for weak_start, weak_end, _ in weak:
                yield weak_start, weak_end, _FURNITURE
        weak = []
        was_furniture = is_furniture
    if weak and (was_furniture or len(weak) >= REPEATS):
        yield from ((start, end, _FURNITURE) for start, end, _ in weak)
    yield from _margins(transcript, parts)


_FURNITURE = Verdict(
    "machine", "boilerplate", "web page furniture", ("the words of a web page's own controls",)
)


def _line_verdict(line: str) -> Verdict | None:
    if cues.NOTE_LINE.match(line):
        signed = note_verdict(line[: cues.LONGEST_CUE_LINE])
        hand = signed.hand if signed.hand != "author" else "editor"
        return Verdict(hand, "note", "cue at the start of a line", ("announced as a note",))
    if len(line) >= cues.LONGEST_CUE_LINE:
        return None
    if cues.BOILERPLATE_LINE.match(line):
        return _FURNITURE
    if line[0] not in "[(" and cues.CAPTION.match(line) and _is_caption(line):
        return Verdict("editor", "caption", "caption line", ("a line that describes a picture",))
    return None


def _is_caption(line: str) -> bool:
    """Whether the cue is followed as in a caption, not as in a sentence ("Video shows him…")."""
    return (
        bool(re.match(r"^[^:]{0,60}[:—–|/]|^[^.]{0,40}\d\w?\.", line))
        or len(line) < LONGEST_BYLINE // 2
    )


def bylines(text: str, accounts: Sequence[Account]) -> Iterator[Found]:
    """The lines that name author, publisher or date at the head of each account."""
    for account in accounts:
        if account.kind in ("caption", "boilerplate"):
            continue
        for number, (start, end, line) in enumerate(lines(text, account.start, account.end)):
            if number >= HEAD_LINES:
                break
            if len(line) <= LONGEST_BYLINE and line != account.title and _is_byline(line, account):
                yield (
                    start,
                    end,
                    Verdict("editor", "byline", "byline", ("names author, publisher or date",)),
                )


def _is_byline(line: str, account: Account) -> bool:
    if _BYLINE_START.match(line) and len(line.split()) <= LONGEST_BYLINE // 10:
        return True
    named = bool(account.author) and account.author in line
    published = bool(account.publisher) and account.publisher in line
    dated = bool(_YEAR.search(line))
    rest = len(line) - named * len(account.author) - published * len(account.publisher)
    return (
        (named or published)
        and (dated or rest <= LONGEST_BYLINE // 5)
        and rest <= LONGEST_BYLINE // 2
    )


def _margins(transcript: Transcript, parts: Sequence[Segment]) -> Iterator[Found]:
    """Lines that come again in the margins of several pages, or of several accounts."""
    seen: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for unit, start, end in (*_pages(transcript), *_whole_accounts(parts)):
        found = list(lines(transcript.text, start, end))
        margin = (
            found
            if len(found) <= 2 * MARGIN_LINES
            else found[:MARGIN_LINES] + found[-MARGIN_LINES:]
        )
        for line_start, line_end, line in margin:
            if SHORTEST_REPEATED <= len(line) <= cues.LONGEST_CUE_LINE:
                kind = unit.split(":")[0]
                seen[f"{kind} {_DIGITS.sub('#', line)}"].append((line_start, line_end, unit))
    for places in seen.values():
        if len({unit for _, _, unit in places}) >= REPEATS:
            for start, end in sorted({(start, end) for start, end, _ in places}):
                yield (
                    start,
                    end,
                    Verdict(
                        "machine",
                        "boilerplate",
                        "line repeated across texts",
                        (f"the same line stands in the margins of {len(places)} pages or texts",),
                    ),
                )


def _pages(transcript: Transcript) -> Iterator[tuple[str, int, int]]:
    spans: dict[int, tuple[int, int]] = {}
    for origin in transcript.origins:
        if origin.page is not None:
            first, last = spans.get(origin.page, (origin.start, origin.end))
            spans[origin.page] = (min(first, origin.start), max(last, origin.end))
    for page, (start, end) in sorted(spans.items()):
        yield f"page:{page}", start, end


def _whole_accounts(parts: Sequence[Segment]) -> Iterator[tuple[str, int, int]]:
    for part in parts:
        if part.account.kind not in ("caption", "boilerplate"):
            yield f"account:{part.account.id}", part.start, part.end


def account_of(parts: Sequence[Segment], position: int) -> str:
    """The id of the account that holds ``position``, or an empty string."""
    part = segment_at(parts, position)
    return part.account.id if part else ""

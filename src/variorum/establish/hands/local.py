"""The hands that one source shows by itself, by grammar and by marks."""

from collections.abc import Iterator, Sequence

from variorum.establish.hands import cues
from variorum.establish.hands.brackets import ROUND, SQUARE, Bracket, find_brackets
from variorum.establish.hands.confidence import confidence
from variorum.establish.hands.folding import script
from variorum.establish.hands.furniture import account_of, bylines, furniture
from variorum.establish.hands.grammar import Setting, Verdict, judge
from variorum.establish.hands.marks import marked
from variorum.establish.hands.notes import footnotes, note_numbers, note_verdict
from variorum.establish.hands.segments import Segment, segments
from variorum.model.critique import Account, Hand
from variorum.model.ids import content_id
from variorum.model.passage import cut
from variorum.model.transcript import Transcript

DEEPEST = 6
"""Brackets nested deeper than this are not read for cues, so that hostile nesting costs nothing."""
SAMPLE = 4000
"""Characters of an account that are looked through for a translator's name and the script."""
INDENT = 40
"""A note's number is indented by fewer characters."""
_DEEP = Verdict(
    "author", "parenthesis", "round bracket", ("nested too deeply to tell whose it is",)
)

Found = tuple[int, int, Verdict]


def local_hands(transcript: Transcript, accounts: Sequence[Account]) -> tuple[Hand, ...]:
    """Whose every bracket, note, caption, byline, comment and piece of page furniture is.

    Each bracket pair has a row, the author's own parentheses too. Spans may nest (a marker inside a
    note). What no row covers is the author's. Time is linear in the text.
    """
    text = transcript.text
    parts = segments(accounts)
    found: dict[tuple[int, int], Verdict] = {}
    for start, end, verdict in _all(transcript, accounts, parts):
        known = found.get((start, end))
        if known is None or confidence(verdict.ground) > confidence(known.ground):
            found[start, end] = verdict
    return tuple(
        Hand(
            content_id("h", transcript.source, start, end, verdict.hand, verdict.kind),
            cut(transcript.source, text, start, end),
            verdict.hand,
            verdict.kind,
            confidence(verdict.ground),
            verdict.reasons,
            account_of(parts, start),
        )
        for (start, end), verdict in sorted(
            found.items(), key=lambda item: (item[0][0], -item[0][1])
        )
    )


def _all(
    transcript: Transcript, accounts: Sequence[Account], parts: Sequence[Segment]
) -> Iterator[Found]:
    text = transcript.text
    yield from marked(transcript, parts)
    yield from furniture(transcript, parts)
    yield from bylines(text, accounts)
    yield from _of_kinds(text, parts)
    own: dict[str, list[Segment]] = {}
    for part in parts:
        own.setdefault(part.account.id, []).append(part)
    for account in accounts:
        setting = setting_of(account, text)
        called: dict[str, int] = {}
        for part in own.get(account.id, ()):
            yield from _bracketed(text, part, setting, called)
        yield from footnotes(text, account.start, account.end, called)


def setting_of(account: Account, text: str) -> Setting:
    """What an account's brackets must be read against."""
    head = text[account.start : min(account.end, account.start + SAMPLE)]
    tail = text[max(account.start, account.end - SAMPLE) : account.end]
    translated = bool(cues.TRANSLATED.search(head) or cues.TRANSLATED.search(tail))
    return Setting(
        translated,
        account.kind in ("interview", "testimony"),
        {"ru": "cyrillic", "uk": "cyrillic", "en": "latin"}.get(account.language[:2])
        or _script(head),
        {
            sign: note_verdict(text[start:end]).hand
            for sign, (start, end) in note_numbers(text, account.start, account.end).items()
        },
    )


def _script(sample: str) -> str:
    words = [script(word) for word in sample.split()[:200]]
    return max(("latin", "cyrillic", "other"), key=words.count)


def _bracketed(
    text: str, part: Segment, setting: Setting, called: dict[str, int]
) -> Iterator[Found]:
    for bracket in find_brackets(text, part.start, part.end):
        verdict = judge(bracket, text, setting) if bracket.depth <= DEEPEST else _DEEP
        if bracket.shape in (SQUARE, ROUND) and _starts_note(bracket, text, part, setting):
            continue
        if verdict.kind == "marker":
            called.setdefault(text[bracket.start + 1 : bracket.end - 1].strip(), bracket.start)
        yield bracket.start, bracket.end, verdict


def _starts_note(bracket: Bracket, text: str, part: Segment, setting: Setting) -> bool:
    """Whether the bracket is the number at the head of a note's own line."""
    if text[bracket.start + 1 : bracket.end - 1] not in setting.notes:
        return False
    before = text[max(part.start, bracket.start - INDENT) : bracket.start]
    return not before.rpartition("\n")[2].strip()


def _of_kinds(text: str, parts: Sequence[Segment]) -> Iterator[Found]:
    """Accounts that are wholly a caption, a note or furniture."""
    for part in parts:
        content = text[part.start : part.end]
        start = part.start + len(content) - len(content.lstrip())
        end = part.start + len(content.rstrip())
        if end <= start:
            continue
        if part.account.kind == "caption":
            yield start, end, Verdict("editor", "caption", "account of this kind", ("a caption",))
        elif part.account.kind == "boilerplate":
            why = ("furniture of the page",)
            yield start, end, Verdict("machine", "boilerplate", "account of this kind", why)
        elif part.account.kind == "notes":
            said = note_verdict(content[:SAMPLE])
            yield (
                start,
                end,
                Verdict(said.hand, "note", "account of this kind", ("a piece of notes",)),
            )

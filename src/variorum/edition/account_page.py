"""An account's page: its text with the hands in it, and the findings in the margin."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from variorum.edition.apparatus import Copied, Elsewhere
from variorum.edition.cast import LONGEST_PAGE
from variorum.edition.layout import Block, blocks
from variorum.edition.segments import Segment, Span, segments, sentence_ends
from variorum.edition.voices import ChainLink, Voiced, VoiceNote
from variorum.model.critique import Account, Hand
from variorum.model.masking import Piece
from variorum.model.transcript import Mark

BLOCK_SHARE = 0.8
"""Share of a block's characters that one hand must have put there for the block to look like it."""

LOOKS = {
    "insertion": ("words", "inserted by a later hand"),
    "completion": ("[words]", "completed by an editor"),
    "sic": ("[sic]", "an editor’s “sic”"),
    "note": ("words", "a note"),
    "marker": ("1", "a note’s marker"),
    "gloss": ("[words]", "a translator’s gloss"),
    "parenthesis": ("(words)", "the author’s own parenthesis"),
    "ellipsis": ("[…]", "left out by an editor"),
    "caption": ("words", "a caption"),
    "heading": ("Words", "a heading set by the compiler"),
    "byline": ("words", "a byline"),
    "boilerplate": ("words", "boilerplate of the page"),
    "comment": ("words", "a comment"),
    "deletion": ("words", "struck out"),
    "alteration": ("words", "altered, as another copy shows"),
}
"""How the key under a text's title shows each kind of hand, and what it says of it."""

APPARATUS = ("caption", "notes", "boilerplate", "comment")
"""Kinds of accounts that are shown in the text they stand in; others only by a reference."""

_BLOCK_LOOKS = ("note", "caption", "heading", "byline", "boilerplate", "comment", "deletion")


@dataclass(frozen=True, slots=True)
class Note:
    """A finding in the margin. ``places`` counts its passages in this account; ``elsewhere`` is
    for words that stand in other places too."""

    finding: str
    kind: str
    summary: str
    page: str
    confidence: str
    places: int
    elsewhere: Elsewhere | None = None


@dataclass(frozen=True, slots=True)
class Pinned:
    """A passage of a finding; ``note`` is an index into the page's notes."""

    note: int
    anchor: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class NameAt:
    """A name, description or pronoun ``[start, end)`` of the source, and whose page it leads to."""

    start: int
    end: int
    href: str
    pronoun: bool


@dataclass(frozen=True, slots=True)
class Relative:
    """An account that this one stands in or that stands in it; of captions and the like, which are
    shown where they stand, the ``excerpt`` is the text."""

    id: str
    label: str
    kind: str
    by: str
    start: int
    end: int
    language: str = ""
    excerpt: tuple[Piece, ...] = ()
    excerpt_cut: bool = False


@dataclass(frozen=True, slots=True)
class AccountInputs:
    """Everything an account's page is made from. ``text`` is the account's, from ``account.start``;
    ``hidden``, ``removed`` and all records are in offsets of the source. ``anchors`` are the places that
    other pages lead to; ``teller`` says whatever no voice says."""

    account: Account
    label: str
    by: str
    imprint: str
    source: str
    text: str
    marks: tuple[Mark, ...]
    hands: tuple[Hand, ...]
    hidden: tuple[tuple[int, int], ...]
    removed: tuple[tuple[int, int], ...]
    pinned: tuple[Pinned, ...]
    notes: tuple[Note, ...]
    parent: Relative | None
    children: tuple[Relative, ...]
    names: tuple[NameAt, ...] = ()
    anchors: tuple[int, ...] = ()
    teller: tuple[ChainLink, ...] = ()
    voices: tuple[VoiceNote, ...] = ()
    voiced: tuple[Voiced, ...] = ()
    copied: tuple[Copied, ...] = ()


@dataclass(frozen=True, slots=True)
class Unit:
    """A stretch of a paragraph with the notes that stand beside its beginning."""

    segments: tuple[Segment, ...]
    notes: tuple[tuple[int, Note], ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block as the page shows it, or (``child``) the place where another account stands."""

    number: int
    kind: str
    look: str
    cut: bool
    units: tuple[Unit, ...]
    child: Relative | None = None


@dataclass(frozen=True, slots=True)
class AccountView:
    """``runs`` are paragraphs, boilerplate that follows one another taken together; ``kept`` are the
    numbers of the findings that touch words of the reading text; ``looks`` are rows of the key."""

    runs: tuple[tuple[bool, tuple[Paragraph, ...]], ...]
    looks: tuple[tuple[str, str, str], ...]
    masks: bool
    left_out: int
    changed: bool
    kept: frozenset[int]


def account_view(page: AccountInputs) -> AccountView:
    """Lay an account out for its page."""
    end = min(page.account.end, page.account.start + LONGEST_PAGE)
    paragraphs = tuple(_paragraphs(page, end))
    every = [segment for p in paragraphs for unit in p.units for segment in unit.segments]
    used = {kind for segment in every for kind in segment.hands}
    return AccountView(
        tuple(_runs(paragraphs)),
        tuple((kind, *look) for kind, look in LOOKS.items() if kind in used),
        any(segment.hidden for segment in every),
        page.account.end - end,
        any(segment.cut for segment in every),
        frozenset(
            int(pin)
            for segment in every
            if not segment.cut
            for pin in (*segment.pins, *segment.opens)
        ),
    )


def _paragraphs(page: AccountInputs, end: int) -> Iterator[Paragraph]:
    start = page.account.start
    references = [c for c in page.children if c.start < end]
    text = page.text
    marks = [
        Mark(m.start - start, m.end - start, m.kind, m.detail) for m in page.marks if m.start < end
    ]
    own = _own_ranges(references, start, end)
    spans = sorted(_spans(page), key=lambda span: span.start)
    taken, open_ = 0, list[Span]()
    seen: set[int] = set()
    anchored: set[str] = set()
    waiting = iter(references)
    child = next(waiting, None)
    for number, block in enumerate(blocks(text, own, marks), 1):
        while child and child.start - start <= block.start:
            yield Paragraph(0, "child", "", True, (), child)
            child = next(waiting, None)
        while taken < len(spans) and spans[taken].start < block.end:
            open_.append(spans[taken])
            taken += 1
        open_ = [span for span in open_ if span.end > block.start]
        yield _paragraph(page, block, number, open_, seen, anchored)
    while child:
        yield Paragraph(0, "child", "", True, (), child)
        child = next(waiting, None)


def _paragraph(
    page: AccountInputs,
    block: Block,
    number: int,
    spans: list[Span],
    seen: set[int],
    anchored: set[str],
) -> Paragraph:
    cuts = [block.start, *sentence_ends(page.text, block.start, block.end), block.end]
    pieces: list[list[Segment]] = [[]]
    edges = [Span(a, b, "piece") for a, b in pairwise(cuts)]
    inner, position = set(cuts[1:-1]), block.start
    for segment in segments(page.text, block.start, block.end, [*spans, *edges], anchored):
        pieces[-1].append(segment)
        position += len(segment.text)
        if position in inner:
            pieces.append([])
    units: list[Unit] = []
    for piece in pieces:
        fresh = sorted({int(n) - 1 for s in piece for n in (*s.pins, *s.opens)} - seen)
        seen.update(fresh)
        if fresh or not units:
            units.append(Unit(tuple(piece), tuple((n + 1, page.notes[n]) for n in fresh)))
        else:
            units[-1] = Unit((*units[-1].segments, *piece), units[-1].notes)
    every = [segment for piece in pieces for segment in piece]
    return Paragraph(
        number,
        block.kind,
        _look(every),
        all(segment.cut or segment.text.isspace() for segment in every),
        tuple(units),
    )


def _look(every: list[Segment]) -> str:
    """The kind of hand that nearly the whole block comes from, or nothing."""
    total = sum(len(segment.text) for segment in every)
    lengths: Counter[str] = Counter()
    for segment in every:
        for kind in segment.hands:
            lengths[kind] += len(segment.text)
    return next((k for k in _BLOCK_LOOKS if lengths[k] >= BLOCK_SHARE * total), "")


def _runs(paragraphs: tuple[Paragraph, ...]) -> Iterator[tuple[bool, tuple[Paragraph, ...]]]:
    """Two or more blocks of boilerplate in a row are folded together; everything else stands alone."""
    waiting: list[Paragraph] = []
    for paragraph in paragraphs:
        if paragraph.look == "boilerplate":
            waiting.append(paragraph)
            continue
        if waiting:
            yield len(waiting) > 1, tuple(waiting)
            waiting = []
        yield False, (paragraph,)
    if waiting:
        yield len(waiting) > 1, tuple(waiting)


def _own_ranges(children: list[Relative], start: int, end: int) -> list[tuple[int, int]]:
    """The account's own stretches, from the start of its text, without those of its children."""
    ranges, position = [], start
    for child in children:
        if child.start > position:
            ranges.append((position - start, child.start - start))
        position = max(position, child.end)
    if position < end:
        ranges.append((position - start, end - start))
    return ranges


def _spans(page: AccountInputs) -> Iterator[Span]:
    base = page.account.start
    for hand in page.hands:
        yield Span(hand.passage.start - base, hand.passage.end - base, "hand", hand.kind)
    for start, end in page.hidden:
        yield Span(start - base, end - base, "hidden")
    for start, end in page.removed:
        yield Span(start - base, end - base, "cut")
    for mark in page.marks:
        if mark.kind == "emphasis":
            yield Span(mark.start - base, mark.end - base, "emphasis")
        elif mark.kind == "language" and mark.detail != page.account.language:
            yield Span(mark.start - base, mark.end - base, "language", mark.detail)
    for pin in page.pinned:
        sort = "shared" if page.notes[pin.note].elsewhere else "pin"
        yield Span(pin.start - base, pin.end - base, sort, str(pin.note + 1), pin.anchor)
    for start in page.anchors:
        yield Span(start - base, start - base + 1, "anchor", "", f"w{start - base}")
    for name in page.names:
        sort = "pronoun" if name.pronoun else "name"
        yield Span(name.start - base, name.end - base, sort, name.href)
    for said in page.voiced:
        yield Span(said.start - base, said.end - base, "voice", said.letter)

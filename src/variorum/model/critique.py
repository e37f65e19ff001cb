"""Rows about the text itself: accounts, hands, parallels, variants, dependences, images."""

from dataclasses import dataclass

from variorum.model.passage import Passage

ACCOUNT_KINDS = (
    "article",
    "interview",
    "memoir",
    "letter",
    "testimony",
    "post",
    "comment",
    "caption",
    "notes",
    "boilerplate",
)
HANDS = ("author", "editor", "translator", "compiler", "machine")
HAND_KINDS = (
    "insertion",  # words put into another's text
    "completion",  # an editor's completion in brackets: "[the] harbour"
    "sic",
    "note",  # a footnote's text, a translator's or editor's remark
    "marker",  # a footnote's marker
    "gloss",  # a translator's word in the original language, a rendering, an explanation
    "parenthesis",  # the author's own
    "ellipsis",
    "caption",
    "heading",  # set by whoever compiled, not by the author
    "byline",
    "boilerplate",
    "comment",
    "deletion",  # struck out, still in the file
    "alteration",  # other words than another copy shows to have stood there
)


@dataclass(frozen=True, slots=True)
class Account:
    """A row of ``accounts``: one self-standing text ``[start, end)`` inside a source.

    ``date`` is EDTF or empty; ``language`` a BCP 47 tag or ``und``; ``parent`` the id of the account
    it stands inside, or None. The children's characters are not the parent's own text.
    """

    id: str
    source: str
    start: int
    end: int
    title: str
    author: str
    publisher: str
    date: str
    language: str
    kind: str
    parent: str | None = None
    confidence: float = 1.0
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Hand:
    """A row of ``hands``: who put these characters there. What no row covers is the author's."""

    id: str
    passage: Passage
    hand: str
    kind: str
    confidence: float
    reasons: tuple[str, ...]
    account: str = ""


@dataclass(frozen=True, slots=True)
class Sighting:
    """One word or short phrase that stands next to one name in one account (kept in the store only).

    What a later hand set before a name throughout other people's texts shows only when all accounts
    are seen together; a sighting is what an account contributes to that. ``unit`` is the same for
    texts that are not independent (one author, one publisher; a caption inside its article). ``word``
    and ``name`` are folded over case, script, spelling and inflection. ``side``: before or after the
    name. ``named`` counts the name's mentions in the account, ``full`` those that follow another
    capitalised word, ``common`` those after an article and the same word in small letters,
    ``elsewhere`` the found word's uses away from the name. For each place, in parallel: ``starts`` and
    ``quotes`` (the exact span with its brackets), ``lefts`` (the text from up to three words before
    to it), ``nexts`` (the name as written), ``forms`` (one character each: the bracket or quotation
    mark, ``-`` for a bare word, ``=`` for one joined by a hyphen, ``^`` for a capitalised one) and
    ``runs`` (one digit each: 1 when the name stands next to it, 2 with a word between…, 0 when it is
    next to it and only begins its run).
    """

    account: str
    source: str
    unit: str
    word: str
    name: str
    side: str
    named: int
    full: int
    common: int
    elsewhere: int
    starts: tuple[int, ...]
    quotes: tuple[str, ...]
    lefts: tuple[str, ...]
    nexts: tuple[str, ...]
    forms: str
    runs: str


@dataclass(frozen=True, slots=True)
class Parallel:
    """A row of ``parallels``: two passages that carry one text or one episode.

    ``kind``: copy, retelling, translation, or formula (a stock phrase many accounts have).
    ``direction``: ``a→b`` when b follows a, ``b→a``, or ``unknown``; ``a`` is whichever stands first
    among the sources. ``score`` is the calibrated probability of the parallel. ``manner``: verbatim,
    quotation or adapted for a copy; whole or sentence for a translation; else empty. ``group`` is the
    same for all rows of one passage with many witnesses, of one pair of translations, of one episode.
    """

    id: str
    a: Passage
    b: Passage
    kind: str
    direction: str
    score: float
    reasons: tuple[str, ...] = ()
    manner: str = ""
    group: str = ""


@dataclass(frozen=True, slots=True)
class Variant:
    """A row of ``variants``: a place where the two sides of a parallel differ.

    ``kind``: omission, addition, substitution or transposition, seen from the original where the
    parallel's direction is known, else from ``a`` to ``b``; a side that has nothing is None.
    ``what``: number, date, name, place, polarity, hedge, kin, sentence, clause,
    spelling, misprint or wording.
    ``weight`` (0 to 1) says how much it changes the sense: the weightiest are shown first.
    """

    parallel: str
    a: Passage | None
    b: Passage | None
    kind: str
    what: str
    confidence: float = 1.0
    reasons: tuple[str, ...] = ()
    weight: float = 0.0


@dataclass(frozen=True, slots=True)
class Meaning:
    """An account's sentences, each with a vector of its meaning (kept in the store only).

    ``starts`` and ``ends`` are offsets of the reading text; ``vectors`` is base64 of int8 rows of
    ``width`` numbers, each row scaled so that its length is about 127; empty where no encoder knows
    the ``language``.
    """

    account: str
    language: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    width: int
    vectors: str


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """The shingles of an account's reading text (kept in the store only): ``hashes`` is base64 of
    little-endian unsigned 64-bit numbers, ``starts`` and ``ends`` of unsigned 32-bit offsets."""

    account: str
    hashes: str
    starts: str
    ends: str


@dataclass(frozen=True, slots=True)
class Dependence:
    """A row of ``dependences``: one account draws on another; ``evidence`` lists parallel ids."""

    account_a: str
    account_b: str
    direction: str
    probability: float
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Region:
    """A rectangle in pixels of an image, from its upper left corner."""

    x: int
    y: int
    w: int
    h: int


@dataclass(frozen=True, slots=True)
class ImagePair:
    """A row of ``images``: two pictures of which one was altered."""

    a: str
    b: str
    regions: tuple[Region, ...]
    kind: str
    score: float

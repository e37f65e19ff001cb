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
class Parallel:
    """A row of ``parallels``: two passages that carry one text or one episode."""

    id: str
    a: Passage
    b: Passage
    kind: str
    direction: str
    score: float
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Variant:
    """A row of ``variants``: a place where the two sides of a parallel differ."""

    parallel: str
    a: Passage | None
    b: Passage | None
    kind: str
    what: str


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

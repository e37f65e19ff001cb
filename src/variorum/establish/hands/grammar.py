"""The grammar of brackets: from a pair's shape, contents and place to whose it is and what it does."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from variorum.establish.hands import cues
from variorum.establish.hands.brackets import ANGLE, CURLY, ROUND, SQUARE, Bracket
from variorum.establish.hands.folding import script

NOTE_WORDS = 20
"""A square bracket with more words is a remark, not a completion. Set so on the labelled list, where
the longest completion has 9 words and the shortest uncued note 14."""
LONGEST_SIGNED = 40
"""Characters at the end of a note in which it is signed."""
SENTENCE_WORDS = 4
"""Words of the shortest remark that is a sentence of its own."""
EDGE = 3
"""A cue must begin or end its bracket, give or take this many characters of punctuation: "(the
translator smiled)" is nobody's note."""
CONTENT = 6000
GLOSS_WORDS = 6
"""An original-language word or phrase in brackets has at most so many words."""

_WORD = re.compile(r"\w+(?:[-'’]\w+)*")


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whose a passage is, what it does, on which ground, and the reasons in plain words."""

    hand: str
    kind: str
    ground: str
    reasons: tuple[str, ...]


AUTHOR_NOTE = Verdict(
    "author", "note", "footnote", ("a note the text calls, signed by nobody else",)
)


@dataclass(frozen=True, slots=True)
class Setting:
    """What decides between readings of one bracket: whether its account is a translation, an
    interview or transcript, its script, and whose note each number is."""

    translated: bool
    spoken: bool
    script: str
    notes: Mapping[str, str] = field(default_factory=dict)


def judge(bracket: Bracket, text: str, setting: Setting) -> Verdict:
    """Whose bracket this is. ``text`` is the whole source's."""
    content = text[bracket.start + 1 : bracket.end - bracket.closed][:CONTENT].strip()
    said = _by_contents(content, bracket.shape)
    if said:
        return said
    if not bracket.closed:
        return _unclosed(setting)
    if bracket.shape == SQUARE:
        return _square(bracket, text, content, setting)
    if bracket.shape == ROUND:
        return _round(bracket, text, content, setting)
    return _angle(bracket.shape, content, setting)


def _by_contents(content: str, shape: str) -> Verdict | None:
    """What the words inside say by themselves, whatever the bracket's shape."""
    if cues.ELLIPSIS.match(content):
        return Verdict("editor", "ellipsis", "ellipsis", ("marks words left out",))
    if cues.SIC.match(content) and (shape != ROUND or len(content) > 2):
        return Verdict("editor", "sic", "named by its cue", ("vouches for the reading before it",))
    for pattern, hand, who in (
        (cues.AUTHOR, "author", "the author"),
        (cues.TRANSLATOR, "translator", "a translator"),
        (cues.COMPILER, "compiler", "the compiler"),
        (cues.EDITOR, "editor", "an editor"),
    ):
        cue = at_edge(pattern, content)
        if cue:
            return Verdict(hand, "note", "named by its cue", (f"signed as {who}'s by “{cue}”",))
    if cues.CAPTION.match(content) or (
        len(content) < cues.LONGEST_CUE_LINE and cues.AGENCY.search(content)
    ):
        return Verdict("editor", "caption", "named by its cue", ("describes or credits a picture",))
    return None


def at_edge(pattern: re.Pattern[str], content: str) -> str:
    """The cue with which ``content`` begins or ends, or an empty string."""
    for cue in pattern.finditer(content):
        if cue.start() <= EDGE or cue.end() >= len(content) - EDGE:
            return cue.group().strip()
    return ""


def _square(bracket: Bracket, text: str, content: str, setting: Setting) -> Verdict:
    if not content:
        return Verdict("editor", "ellipsis", "square bracket", ("an empty bracket marks a gap",))
    if cues.MARKER.match(content) and not content.isalpha():
        return Verdict(
            setting.notes.get(content, "author"),
            "marker",
            "marker",
            ("a note's number or sign in square brackets",),
        )
    if cues.TRANSCRIBER.match(content):
        return Verdict("editor", "note", "named by its cue", ("a transcriber's remark",))
    if cues.MACHINE.match(content) and content.casefold() in _MACHINE_WORDS:
        return Verdict("machine", "boilerplate", "named by its cue", ("a control of the web page",))
    words = len(_WORD.findall(content))
    if _alone_on_its_lines(bracket, text):
        kind = "heading" if words <= NOTE_WORDS // 2 and content[-1] not in ".!?" else "note"
        return Verdict(
            "editor", kind, "line in square brackets", ("fills its line in square brackets",)
        )
    hand, where = _square_hand(setting)
    initials = _INITIALS.search(content[-LONGEST_SIGNED:])
    if initials and words > 2:
        return Verdict(
            hand, "note", "square bracket", (f"signed with “{initials['name']}” {where}",)
        )
    # a whole sentence of its own completes nobody's words
    sentence = words >= SENTENCE_WORDS and content[0].isupper() and content[-1] in ".!"
    if words > NOTE_WORDS or sentence:
        return Verdict(hand, "note", "square bracket", (f"a remark in square brackets {where}",))
    if _is_gloss(content, setting):
        return Verdict(
            hand, "gloss", "square bracket", (f"explains a word in square brackets {where}",)
        )
    return Verdict(hand, "completion", "square bracket", (f"completes the sentence {where}",))


_INITIALS = re.compile(
    r"[.!?]?\s*[-–—]{1,2}\s*(?P<name>(?:[A-ZА-ЯЁ]\.\s?-?){2,3}|(?:[A-ZА-ЯЁ]\.\s?){1,2}[A-ZА-ЯЁ][\w'’-]+)\s*$"
)
"""Whose note it is, by initials behind a dash: "The roll has ten. – J. H."."""
_MACHINE_WORDS_LIST = """
    edit hide show close reply link permalink quote report expand collapse more править
    ответить ссылка скрыть показать источник?
"""
_MACHINE_WORDS = frozenset(_MACHINE_WORDS_LIST.split()) | {
    "citation needed",
    "read more",
    "править код",
    "нужна цитата",
}


def _square_hand(setting: Setting) -> tuple[str, str]:
    if setting.translated:
        return "translator", "in a translated text"
    return "editor", "in another's words"


def _round(bracket: Bracket, text: str, content: str, setting: Setting) -> Verdict:
    if content in setting.notes and cues.MARKER.match(content) and not _starts_line(bracket, text):
        return Verdict(setting.notes[content], "marker", "marker", ("calls a note below",))
    if setting.spoken and cues.TRANSCRIBER.match(content) and len(content) < cues.LONGEST_CUE_LINE:
        return Verdict("editor", "note", "named by its cue", ("a transcriber's remark",))
    if setting.translated and _is_gloss(content, setting) and _other_script(content, setting):
        return Verdict(
            "translator",
            "gloss",
            "other script in round brackets",
            ("gives a word in another script in a translated text",),
        )
    return Verdict("author", "parenthesis", "round bracket", ("the author's own parenthesis",))


def _angle(shape: str, content: str, setting: Setting) -> Verdict:
    if (
        shape == ANGLE
        and cues.MACHINE.match(content)
        and (content[:1] in "/h" or "@" in content or content.casefold() in _TAGS)
    ):
        return Verdict(
            "machine", "boilerplate", "angle or curly bracket", ("left over from markup",)
        )
    hand, where = _square_hand(setting)
    name = "curly" if shape == CURLY else "angle"
    kind = "note" if len(_WORD.findall(content)) > NOTE_WORDS else "completion"
    return Verdict(hand, kind, "angle or curly bracket", (f"{name} brackets {where}",))


_TAGS_LIST = """
    a b i u p br hr em strong div span img ul ol li td tr th table font center sup sub h1 h2
    h3 h4 blockquote
"""
_TAGS = frozenset(_TAGS_LIST.split())


def _unclosed(setting: Setting) -> Verdict:
    hand, where = _square_hand(setting)
    return Verdict(hand, "note", "unclosed bracket", (f"a square bracket left open {where}",))


def _is_gloss(content: str, setting: Setting) -> bool:
    if cues.GLOSS.match(content):
        return True
    return _other_script(content, setting) and len(_WORD.findall(content)) <= GLOSS_WORDS


def _other_script(content: str, setting: Setting) -> bool:
    found = script(content)
    return found != "other" and setting.script != "other" and found != setting.script


def _alone_on_its_lines(bracket: Bracket, text: str) -> bool:
    after = bracket.end
    while after < len(text) and text[after] in " \t\r.":
        after += 1
    return _starts_line(bracket, text) and (after == len(text) or text[after] == "\n")


def _starts_line(bracket: Bracket, text: str) -> bool:
    before = bracket.start
    while before and text[before - 1] in " \t\r":
        before -= 1
    return before == 0 or text[before - 1] == "\n"

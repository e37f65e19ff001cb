"""What the file's own format says about hands: tracked changes, comments, notes, hidden parts."""

from collections.abc import Iterator, Sequence

from variorum.establish.hands.grammar import Verdict
from variorum.establish.hands.notes import note_verdict
from variorum.establish.hands.segments import Segment, segment_at
from variorum.model.transcript import Mark, Transcript

_SAYS = "marked by the file"
_PLAIN = {
    "navigation": Verdict("machine", "boilerplate", _SAYS, ("a menu, header, footer or sidebar",)),
    "hidden": Verdict("machine", "boilerplate", _SAYS, ("not shown to a reader of the page",)),
    "form": Verdict("machine", "boilerplate", _SAYS, ("a form or button of the page",)),
    "caption": Verdict("editor", "caption", _SAYS, ("the file says: a caption",)),
    "byline": Verdict("editor", "byline", _SAYS, ("the file says: a byline",)),
    "footnote_marker": Verdict("author", "marker", _SAYS, ("the file says: a note's marker",)),
}
OWN_ACCOUNT = 0.8
"""A comment that fills this share of an account is that account's own text, not a remark on it."""
HEAD = 1500
"""A byline's mark further into its account than this is a name in the running text."""


def marked(transcript: Transcript, parts: Sequence[Segment]) -> Iterator[tuple[int, int, Verdict]]:
    """The hands that marks name, as spans with verdicts."""
    for mark in transcript.marks:
        if mark.end <= mark.start:
            continue
        part = segment_at(parts, mark.start)
        verdict = _verdict(mark, transcript.text, part)
        if verdict:
            yield mark.start, mark.end, verdict


def _verdict(mark: Mark, text: str, part: Segment | None) -> Verdict | None:
    if mark.kind == "byline" and part and mark.start - part.start > HEAD:
        return None
    if mark.kind in _PLAIN:
        return _PLAIN[mark.kind]
    if mark.kind == "footnote":
        said = note_verdict(text[mark.start : min(mark.end, mark.start + HEAD)])
        return Verdict(said.hand, "note", _SAYS, ("the file says: a note", *said.reasons))
    if mark.kind == "comment":
        if part and mark.end - mark.start >= OWN_ACCOUNT * (part.end - part.start):
            return None
        return Verdict("editor", "comment", _SAYS, (f"a comment{_by(mark)}",))
    if mark.kind == "inserted":
        own = bool(mark.who) and part is not None and mark.who == part.account.author
        if own:
            return None
        return Verdict("editor", "insertion", _SAYS, (f"a tracked insertion{_by(mark)}",))
    if mark.kind == "deleted":
        return Verdict("editor", "deletion", _SAYS, (f"struck out{_by(mark)}, still in the file",))
    return None


def _by(mark: Mark) -> str:
    date = f" on {mark.detail}" if mark.detail else ""
    return (f" by {mark.who}" if mark.who else "") + date

"""Put bytes into a file, gather it, and check what must hold of every transcript."""

from pathlib import Path

from variorum.gather import gather
from variorum.model.transcript import MARK_KINDS, Source, Transcript


def gathered(folder: Path, name: str, data: bytes) -> tuple[Source, Transcript | None]:
    """Gather ``data`` as a file called ``name``, with the invariants checked."""
    path = folder / name
    path.write_bytes(data)
    source, transcript = gather(path, name)
    assert source.source == name
    assert path.read_bytes() == data
    if transcript is None:
        assert (source.reader == "image") != bool(source.note)
        assert source.length == 0
        assert source.reader == "image" or name in source.note
        return source, None
    check(transcript)
    assert source.reader
    assert source.length == len(transcript.text)
    assert source.media_type
    return source, transcript


def transcript_of(folder: Path, name: str, data: bytes) -> Transcript:
    """The transcript of a file that must be readable."""
    source, transcript = gathered(folder, name, data)
    assert transcript is not None, source.note
    return transcript


def unread(folder: Path, name: str, data: bytes) -> str:
    """The sentence about a file that must not be readable."""
    source, transcript = gathered(folder, name, data)
    assert transcript is None
    assert source.reader == ""
    return source.note


def check(transcript: Transcript) -> None:
    """Origins cover every character once and in order; marks are sorted and inside the text."""
    position = 0
    for origin in transcript.origins:
        assert origin.start == position < origin.end
        position = origin.end
    assert position == len(transcript.text)
    order = [(mark.start, -mark.end) for mark in transcript.marks]
    assert order == sorted(order)
    for mark in transcript.marks:
        assert 0 <= mark.start <= mark.end <= len(transcript.text)
        assert mark.kind in MARK_KINDS
    transcript.text.encode("utf-8")


def marked(transcript: Transcript, kind: str) -> list[str]:
    """The words under the marks of a kind."""
    return [transcript.text[m.start : m.end] for m in transcript.marks if m.kind == kind]


def details(transcript: Transcript, kind: str) -> list[tuple[str, str]]:
    """(words, detail) of the marks of a kind."""
    return [
        (transcript.text[m.start : m.end], m.detail) for m in transcript.marks if m.kind == kind
    ]


def bytes_at(transcript: Transcript, data: bytes, words: str) -> bytes:
    """The bytes of the file that the origin of ``words`` names."""
    position = transcript.text.index(words)
    origin = next(o for o in transcript.origins if o.start <= position < o.end)
    assert origin.byte_start is not None
    return data[origin.byte_start : origin.byte_end]

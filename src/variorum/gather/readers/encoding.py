"""Which encoding a text file is in, decided from its bytes alone."""

import codecs
import re
from dataclasses import dataclass, replace

from variorum.gather.readers.language import word_evidence
from variorum.model.transcript import Origin

SAMPLE_BYTES = 200_000
"""Legacy encodings are told apart on this much of the file: more changes no verdict."""

SPARSE_ERRORS = 0.02
"""A file with fewer broken bytes than this share of its non-ASCII ones is damaged UTF-8, not legacy."""

CYRILLIC_CODECS = ("cp1251", "koi8-r", "cp866", "iso8859-5", "mac-cyrillic", "koi8-u")

COMMON_CYRILLIC = dict(zip("оеаинтсрвлкмдпу", range(30, 0, -2), strict=True))
"""The fifteen commonest letters of Russian, commonest first, make up four fifths of any Russian,
Ukrainian or Bulgarian text; a wrong codec scatters them. Their rank decides between two codecs."""

CYRILLIC_FIT = 0.55
"""Least share of common letters (see ``_cyrillic_fit``) of a right Cyrillic codec: of 990 lines of
Russian news all but one in a hundred have .74 or more in theirs. Western letters may reach it too, but
stand alone among ASCII ones, so only text with longer runs of high bytes is looked at."""

LATIN_CODECS = ("cp1252", "cp1250", "cp1254", "cp1257", "cp1253", "iso8859-2", "latin-1")
"""Of equals the first is taken: what Windows wrote in Western Europe."""

EAST_ASIAN_SHARE = 0.3
"""Only where more of the bytes than this are above ASCII is the general detector asked: on European
text it errs more often than the choice above, in East Asian encodings most bytes are."""

EAST_ASIAN_BYTES = 12
OTHER_CODECS = ("gb18030", "big5", "cp932", "euc_jp", "cp949", "cp1253", "cp1255", "cp1256")

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_HIGH_RUN = re.compile(rb"[\x80-\xff]+")
_MIXED_WORD = re.compile(r"[A-Za-z][А-яЁёІіЇїЄє]|[А-яЁёІіЇїЄє][A-Za-z]")
_CYRILLIC_WORD = re.compile(r"[А-Яа-яЁёІіЇїЄєҐґЎў]+")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A decoded file: ``text == data.decode(codec, "replace" if broken else "strict")``.

    ``broken`` is the offset of the first byte that is not valid, or None.
    """

    text: str
    codec: str
    broken: int | None = None


def decode(data: bytes, declared: str = "") -> Decoded:
    """Decode a file: byte order mark, UTF-8, ``declared``, UTF-16 or 32 by its zeros, legacy.

    The text is exactly ``data.decode(codec)``: Python's "utf-8" keeps a byte order mark as U+FEFF,
    "utf-16" and "utf-32" take theirs away.
    """
    codec = next((name for bom, name in _BOMS if data.startswith(bom)), "") or _by_zeros(data)
    for name in (codec, "utf-8", _known(declared)):
        if name:
            try:
                return Decoded(data.decode(name), name)
            except UnicodeDecodeError as error:
                if codec or (name == "utf-8" and _sparse(data, name)):
                    return Decoded(data.decode(name, "replace"), name, error.start)
    codec = legacy_codec(data[:SAMPLE_BYTES])
    try:
        return Decoded(data.decode(codec), codec)
    except UnicodeDecodeError as error:
        return Decoded(data.decode(codec, "replace"), codec, error.start)


def legacy_codec(sample: bytes) -> str:
    """The 8-bit or East Asian codec a sample that is not Unicode is most likely in."""
    runs = _HIGH_RUN.findall(sample)
    if max(map(len, runs), default=0) >= 3 or any(run == sample for run in runs):
        fits = [(_cyrillic_fit(sample, codec), codec) for codec in CYRILLIC_CODECS]
        (share, _), codec = max(fits, key=lambda fit: sum(fit[0]))  # of equals the first, commonest
        if share >= CYRILLIC_FIT:
            return codec
    evidence = [(_latin_fit(sample, codec), codec) for codec in LATIN_CODECS]
    fit, codec = max(evidence, key=lambda pair: pair[0])
    high = sum(map(len, runs))
    if fit < 1 and high > EAST_ASIAN_SHARE * len(sample) and high >= EAST_ASIAN_BYTES:
        return _guessed(sample) or codec
    return codec


def byte_offsets(text: str, codec: str, positions: list[int]) -> list[int]:
    """Byte offsets of ascending ``positions`` of a text decoded strictly from ``codec``."""
    encode = codecs.getencoder("utf-16-le" if codec == "utf-16" else codec)
    if codec == "utf-32":
        return [4 * p + 4 for p in positions]
    offset = 2 if codec == "utf-16" else 0
    last, result = 0, []
    for position in positions:
        offset += len(encode(text[last:position])[0])
        result.append(offset)
        last = position
    return result


def in_bytes(origins: tuple[Origin, ...], decoded: Decoded, size: int) -> tuple[Origin, ...]:
    """Character ranges of the decoded file turned into bytes; none where the codec keeps no count."""
    ends = sorted({p for o in origins for p in (o.byte_start, o.byte_end) if p is not None})
    ends.append(len(decoded.text))
    try:
        offsets = byte_offsets(decoded.text, decoded.codec, ends)
    except UnicodeError:
        offsets = [-1]
    if decoded.broken is not None or offsets[-1] != size:
        return tuple(replace(o, byte_start=None, byte_end=None) for o in origins)
    at: dict[int | None, int | None] = {None: None, **dict(zip(ends, offsets, strict=True))}
    return tuple(Origin(o.start, o.end, o.path, at[o.byte_start], at[o.byte_end]) for o in origins)


def _known(name: str) -> str:
    """The codec a page means by ``name``; what browsers read as windows-1252 is read so here."""
    try:
        codec = codecs.lookup(name.strip()).name
    except (LookupError, ValueError):
        return ""
    if codec in ("iso8859-1", "ascii", "utf-7"):
        return "cp1252"
    try:
        return codec if isinstance(b"a".decode(codec), str) else ""
    except (LookupError, UnicodeError, ValueError):
        return ""


def _by_zeros(data: bytes) -> str:
    """UTF-16 or 32 without a byte order mark, told by where the zero bytes of spaces and ends stand."""
    head = data[:4096]
    if len(head) < 4 or len(data) % 2 or not 0.2 < head.count(0) / len(head) < 0.9:
        return ""
    zeros = [head[i::4].count(0) for i in range(4)]
    quarter = len(head) // 4
    if zeros[0] == zeros[1] == quarter > 2 * zeros[3]:
        return "utf-32-be"
    if zeros[2] == zeros[3] == quarter > 2 * zeros[0]:
        return "utf-32-le"
    even, odd = zeros[0] + zeros[2], zeros[1] + zeros[3]
    if even > 8 * odd:
        return "utf-16-be"
    return "utf-16-le" if odd > 8 * even else ""


def _sparse(data: bytes, codec: str) -> bool:
    text = data[:SAMPLE_BYTES].decode(codec, "replace")
    wrong = text.count("\ufffd")
    right = sum(1 for c in text if c > "\x7f") - wrong
    return wrong <= max(1, SPARSE_ERRORS * right) and right >= 3 * wrong


def _cyrillic_fit(sample: bytes, codec: str) -> tuple[float, float]:
    """How Russian a sample looks in ``codec``: at most (1, 1).

    First the share of common letters among the characters above ASCII, less capitals that follow a
    small letter, letters in one word with Latin ones, and signs that are no letters: KOI8-R and cp1251
    swap case in each other's bytes. Second the letters' mean rank.
    """
    text = sample.decode(codec, "replace")
    high = sum(1 for c in text if c > "\x7f" and c not in "«»—–…“”„№\xa0")
    if not high:
        return (0.0, 0.0)
    common = letters = rank = 0
    odd = 2.0 * len(_MIXED_WORD.findall(text))
    for word in _CYRILLIC_WORD.findall(text):
        letters += len(word)
        common += sum(1 for c in word.lower() if c in COMMON_CYRILLIC)
        rank += sum(COMMON_CYRILLIC.get(c, 0) for c in word.lower())
        if not word.isupper():
            odd += sum(1 for c in word[1:] if c.isupper())
        elif len(word) > 1:
            odd += 0.3  # a wrong codec turns words into capitals; a headline pays little
    return ((common - 2 * odd - 2 * (high - letters)) / high, rank / 30 / high)


def _latin_fit(sample: bytes, codec: str) -> float:
    """How many function words with letters above ASCII stand in a sample; -1 if it cannot be decoded."""
    try:
        return word_evidence(sample.decode(codec))
    except UnicodeDecodeError:
        return -1.0 if codec != "latin-1" else 0.0


def _guessed(sample: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(sample, cp_isolation=list(OTHER_CODECS)).best()
    return best.encoding if best else ""

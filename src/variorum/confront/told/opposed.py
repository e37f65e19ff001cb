"""Two words of one class said of one thing: a scarlet and a purple robe, entering and leaving a town."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from variorum.confront.laid import Ground
from variorum.confront.told.contrasts import CONTRASTS, OVERLAPPING, STILL_APART, Contrast
from variorum.confront.told.difference import Difference, Told
from variorum.confront.told.lines import Line
from variorum.confront.told.pairs import Pair
from variorum.confront.told.spans import nearby, phrase, shared_near, thing
from variorum.read.words import listed

LEAST_NEAR = 0.6
"""Rarity that must be shared there, unless a parallel holds both sentences."""

SURE, AROUND = 0.8, 3.0
"""Score of a parallel, and rarity its sentences share around these two, from which on the only colour
of one telling answers the only colour of the other."""

CLOSE, LEAST_CLOSE = 4, 0.5
"""Words right beside a word, and the rarity the two sentences must share there."""

LIKE = 0.35
"""Likeness of two sentences that tell of one wound: many are hit."""

TELLING = 1.5
"""Rarity shared beside "this is" and "you are"."""


@dataclass(frozen=True, slots=True)
class Sign:
    """A word of a class in a line: its place, its length in words and what it says."""

    contrast: Contrast
    at: int
    length: int
    value: str


def signs(line: Line) -> tuple[Sign, ...]:
    """The words of all classes in a line that are claimed, not denied or supposed."""
    found = []
    for number, word in enumerate(line.words):
        for contrast, length, value in _values(line, number):
            if word.part in line.unreal or any(
                n in line.denied for n in range(number, number + length)
            ):
                continue
            if contrast.beside and not any(w.base in contrast.beside for w in line.words):
                continue
            if contrast.after and not _followed(line, number + length, contrast):
                continue
            found.append(Sign(contrast, number, length, value))
    return tuple(found)


def _values(line: Line, number: int) -> Iterator[tuple[Contrast, int, str]]:
    for length in (3, 2, 1):
        words = line.words[number : number + length]
        if len(words) < length or words[0].part != words[-1].part:
            continue
        keys = {tuple(w.form for w in words), tuple(w.base for w in words)}
        got = False
        for key in sorted(keys):
            for contrast, value in _INDEX.get(key, ()):
                yield contrast, length, value
                got = True
        if got:
            return


def _followed(line: Line, at: int, contrast: Contrast) -> bool:
    following = line.words[at : at + 2]
    return any(word.base in contrast.after or word.form in contrast.after for word in following)


def opposed(
    pair: Pair, a: Line, b: Line, seen: Mapping[int, tuple[Sign, ...]], ground: Ground
) -> Iterator[Difference]:
    """What the two lines say of one thing by two words of one class.

    Each word is held against the word of the other line that stands among the same words.
    """
    mine, yours = seen[a.scene], seen[b.scene]
    for one in mine:
        best = _likeliest(one, a, yours, b, ground)
        if best is None or best[0] == 0.0:
            continue
        near, other, words = best
        back = _likeliest(other, b, mine, a, ground)
        if back is None or back[1] != one or one.value == other.value:
            continue
        values = frozenset((one.value, other.value))
        if values in OVERLAPPING and values not in STILL_APART:
            continue
        head = _same_head(a, one, b, other)
        alone = _alone(one, mine) and _alone(other, yours)
        if near < LEAST_NEAR or (one.contrast.headed and not (head and alone)):
            continue
        if one.contrast.things and head not in one.contrast.things:
            continue
        if one.contrast.close and not _close(a, one, b, other, ground):
            continue
        if one.contrast.name == "weapon" and all(word in one.contrast.beside for word in words):
            continue  # many things are cut
        if one.contrast.name == "body" and pair.likeness < LIKE:
            continue
        if one.contrast.name == "bank" and near < TELLING:
            continue
        if one.contrast.name == "way" and not _same_goal(a, one, b, other):
            continue
        if one.contrast.name == "address" and (near < TELLING or not pair.parallel):
            continue
        what = thing(a, one.at, one.length, head, words)
        key = head or (words[0] if words else "")
        yield _difference(a, one, b, other, what, key, near + (1.0 if head else 0.0), ground)


def told_once(
    pair: Pair, a: Line, b: Line, seen: Mapping[int, tuple[Sign, ...]], ground: Ground
) -> Iterator[Difference]:
    """The only colour of one telling against the only colour of the other: two parallel passages that
    have one word of a class each, whatever it is said of ("a scarlet robe", "clothed with purple")."""
    if pair.parallel <= SURE or pair.around <= AROUND:
        return
    for one in seen[a.scene]:
        for other in seen[b.scene]:
            if one.contrast is not other.contrast or not one.contrast.told_once:
                continue
            if one.value == other.value or _more(one, a.scene, seen) or _more(other, b.scene, seen):
                continue
            if _same_head(a, one, b, other):
                continue  # opposed finds these
            what = next((f"the {h}" for h in (*_heads(a, one), *_heads(b, other))), "it")
            yield _difference(a, one, b, other, what, what, pair.around / 4, ground)


def _more(sign: Sign, scene: int, seen: Mapping[int, tuple[Sign, ...]]) -> bool:
    """Whether the class says something else too in the sentence or those around it."""
    return any(
        other.contrast is sign.contrast and other.value != sign.value
        for near in range(scene - 3, scene + 4)
        for other in seen.get(near, ())
    )


def _difference(
    a: Line, one: Sign, b: Line, other: Sign, what: str, key: str, near: float, ground: Ground
) -> Difference:
    return Difference(
        one.contrast.type,
        one.contrast.name,
        key,
        one.contrast.question.format(what=what),
        Told(*phrase(a, one.at, one.length, ground), a.scene),
        Told(*phrase(b, other.at, other.length, ground), b.scene),
        near,
        (f"“{one.value}” and “{other.value}” cannot both be true of one thing",),
    )


def _likeliest(
    sign: Sign, line: Line, others: Sequence[Sign], there: Line, ground: Ground
) -> tuple[float, Sign, list[str]] | None:
    """The word of the same class in the other line that shares most of what stands around it; of two
    that share as much, one that says the same."""
    best: tuple[float, Sign, list[str]] | None = None
    for other in others:
        if other.contrast is not sign.contrast:
            continue
        near, words = shared_near(line, sign.at, sign.length, there, other.at, other.length, ground)
        near += 0.001 + (0.3 if other.value == sign.value else 0.0)
        if best is None or near > best[0]:
            best = near, other, words
    return best


def _alone(sign: Sign, signs: Sequence[Sign]) -> bool:
    """Whether no other word of the class with another value stands in the line."""
    return all(s.value == sign.value for s in signs if s.contrast is sign.contrast)


def _close(a: Line, one: Sign, b: Line, other: Sign, ground: Ground) -> bool:
    """Whether the words right beside are the same, and neither tells of another day."""
    for line, sign in ((a, one), (b, other)):
        if sign.at and line.words[sign.at - 1].form in _OTHER_TIMES:
            return False
    mine = nearby(a, one.at, one.length, CLOSE)
    yours = nearby(b, other.at, other.length, CLOSE)
    return sum(ground.rarity.get(f, 0.0) for f in sorted(mine.keys() & yours.keys())) >= LEAST_CLOSE


_OTHER_TIMES = frozenset(
    ("last", "next", "yesterday", "tomorrow", "after", "fore", "until", "till")
)


def _same_goal(a: Line, one: Sign, b: Line, other: Sign) -> bool:
    """Whether both go to or from one named place, named right after."""
    return bool(_goal(a, one) & _goal(b, other))


def _goal(line: Line, sign: Sign) -> set[str]:
    found = set()
    end = sign.at + sign.length
    for n in range(end, min(len(line.words), end + 3)):
        if line.words[n].verb:
            break
        mention = line.owner.get(n)
        if mention is not None and mention.type == "place":
            found.add(mention.entity)
    return found


def _same_head(a: Line, one: Sign, b: Line, other: Sign) -> str:
    """The base form that both words stand before ("robe") or after ("the robe was"), or ""."""
    mine, yours = _heads(a, one), _heads(b, other)
    for base in mine:
        if base in yours:
            return base
    return ""


def _heads(line: Line, sign: Sign) -> list[str]:
    """What a word is said of: the noun after it, or the one before "is" or "was"."""
    end = sign.at + sign.length
    part = line.words[sign.at].part
    after = [w for w in line.words[end : end + 2] if w.content and w.part == part]
    if after and not after[0].verb:
        return [after[0].base]
    before = line.words[max(0, sign.at - 5) : sign.at]
    if not any(w.form in _BEING for w in before):
        return []
    nouns = [w.base for w in before if w.content and not w.verb and w.part == part]
    return nouns[-1:]


_BEING = listed("""is was are were be been has had have being был была было были""")


def _indexed() -> Mapping[tuple[str, ...], tuple[tuple[Contrast, str], ...]]:
    index: dict[tuple[str, ...], tuple[tuple[Contrast, str], ...]] = {}
    for contrast in CONTRASTS:
        for words, value in contrast.values.items():
            index[words] = (*index.get(words, ()), (contrast, value))
    return index


_INDEX = _indexed()

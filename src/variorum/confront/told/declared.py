"""What a text itself declares disputed: "people say … it is not true", "some say …, others …"."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from variorum.confront.laid import Ground, Scene
from variorum.confront.told.difference import Difference, Told
from variorum.confront.told.lines import Line, line
from variorum.confront.told.pairs import Pair, features_of
from variorum.confront.told.spans import feature, words_of
from variorum.confront.told.words import DISPUTES, HEARSAY, NOBODY, NOT, OTHERS, STRONG_DISPUTES
from variorum.model.passage import Passage
from variorum.read.words import listed

AFTER = 2
"""Sentences after a hearsay in which its denial may stand."""

LEAST_SHARED, LEAST_LIKE = 1.6, 0.3
"""Rarity that a disputing sentence and one of another account must share, and their likeness."""

LEAST_COMMON, LEAST_BRIEF = 0.8, 0.5
"""Rarity that a hearsay and its denial share; the second where the denial is brief."""

LONG = 25
"""Words of the longest sentence that denies the one before by a word like "mistaken"."""

POINTING = listed("this that it these это этого этим тому этому")
"""First or last words by which a short sentence speaks of the one before it."""

ANSWERING = listed("no not it that this there nobody none never нет это никто")
"""First words of a short sentence that answers the one before it."""

AGREEING = ("это правда", "и правда", "it is true", "that is true", "so it was", "and it was")

LEAST_NOTED, MOST_SCENES = 0.5, 2000
"""Rarity that a note shares with the sentence it corrects, and sentences of the text looked through."""

BRIEF = 160
"""Characters of the longest sentence that is held to give and deny one thing."""

LONGEST = 300
"""Characters of the longest sentence whose dispute is taken for one of the whole."""

SHORT = 9
"""Words of a denial that needs nothing in common with what it denies: "That is not true."."""


def declared(
    found: Sequence[Pair], lines: Mapping[int, Line], ground: Ground
) -> Iterator[tuple[Pair, Difference]]:
    """Versions that a text sets against each other in so many words."""
    by_scene: dict[int, list[Pair]] = defaultdict(list)
    for pair in found:
        by_scene[pair.a].append(pair)
        by_scene[pair.b].append(pair)
    for scene in ground.scenes:
        low = scene.sentence.passage.quote.casefold()
        if low.rstrip('”"»').endswith("?"):
            continue
        versions = _versions(scene, low)
        if versions is not None:
            yield versions
        back = _disputed_before(scene, low, ground)
        if back is not None:
            yield back
        denial = _denied_at_once(scene, low, ground) or _hearsay_denied(scene, low, ground)
        if denial is not None:
            yield denial
        if any(_word_at(low, cue) >= 0 for cue in STRONG_DISPUTES) and len(low) <= LONGEST:
            yield from _elsewhere(scene, by_scene.get(scene.number, ()), lines, ground)


def _versions(scene: Scene, low: str) -> tuple[Pair, Difference] | None:
    """ "Some say A, others B": both versions stand in the sentence."""
    for first, second in OTHERS:
        at = _word_at(low, first)
        then = _word_at(low, second, at + len(first)) if at >= 0 else -1
        if then > at >= 0 and then - at < 240 and len(low) == len(scene.sentence.passage.quote):
            whole = scene.sentence.passage
            one = _part(whole, at, then)
            other = _part(whole, then, len(whole.quote))
            if one is None or other is None:
                return None
            return _pair_of(scene.number, scene.number), Difference(
                "polarity", "versions", "", "Which version is right?",
                Told(_short(one), one, scene.number), Told(_short(other), other, scene.number),
                2.0, ("the text itself gives both versions",),
            )  # fmt: skip
    return None


def _word_at(low: str, words: str, begin: int = 0) -> int:
    at = low.find(words, begin)
    while at >= 0 and not _whole_words(low, at, words):
        at = low.find(words, at + 1)
    return at


def _whole_words(low: str, at: int, words: str) -> bool:
    """Whether words stand there as words; a Russian one may go on, for its endings change."""
    end = at + len(words)
    begins = at == 0 or not low[at - 1].isalnum()
    return begins and (not words.isascii() or end == len(low) or not low[end].isalnum())


def _part(whole: Passage, start: int, end: int) -> Passage | None:
    quote = whole.quote[start:end]
    stripped = quote.strip(" ,;:.\n")
    if len(stripped) < 12:
        return None
    begin = whole.start + start + quote.index(stripped)
    return Passage(whole.source, begin, begin + len(stripped), stripped)


def _hearsay_denied(scene: Scene, low: str, ground: Ground) -> tuple[Pair, Difference] | None:
    """What "people say", and the denial in the next sentences of the same account."""
    if len(low) > LONGEST or not _hearsay(low):
        return None
    mine = features_of(scene)
    for number in range(scene.number + 1, min(len(ground.scenes), scene.number + 1 + AFTER)):
        after = ground.scenes[number]
        if after.sentence.account != scene.sentence.account:
            return None
        laid = line(after)
        forms = {word.form for word in laid.words}
        denies = bool(forms & (NOT | NOBODY | {"no"})) or any(
            form.endswith(("n't", "n’t")) for form in forms
        )
        said = after.sentence.passage.quote.casefold()
        disputes = any(_word_at(said, cue) >= 0 for cue in DISPUTES)
        agrees = any(cue in said for cue in AGREEING) and not disputes
        if laid.asks or agrees or len(said) > LONGEST or not (denies or disputes):
            continue
        if _hearsay(said) and not disputes:
            continue  # one rumour after the other
        shared = sum(ground.rarity.get(f, 0.0) for f in sorted(mine & features_of(after)))
        answers = len(laid.words) <= SHORT and laid.words and laid.words[0].form in ANSWERING
        least = LEAST_BRIEF if len(laid.words) <= SHORT else LEAST_COMMON
        points = bool(laid.words) and bool({laid.words[0].form, laid.words[-1].form} & POINTING)
        brief = disputes and points and len(laid.words) <= LONG
        if shared < least and not answers and not brief:
            continue
        if not (disputes or answers or _bears_on(laid, mine)):
            continue  # a "not" of other matters
        return _pair_of(scene.number, number), Difference(
            "polarity", "hearsay", "", f"Is it so: “{_short(scene.sentence.passage)}”?",
            Told(_short(scene.sentence.passage), scene.sentence.passage, scene.number),
            Told(_short(after.sentence.passage), after.sentence.passage, number),
            1.0 + shared + disputes, ("the text gives it as hearsay and denies it",),
        )  # fmt: skip
    return None


def _hearsay(low: str) -> bool:
    """Whether a sentence gives what others say; "whatever they say" only waves it away."""
    for cue in HEARSAY:
        at = _word_at(low, cue)
        if at >= 0 and not _WAVED_AWAY.search(low[max(0, at - REACH_BACK) : at]):
            return True
    return False


_WAVED_AWAY = re.compile(
    r"(?:\b(?:whatever|no\smatter\s(?:what|how)|however\smuch)\s(?:\w+\s){0,2}"
    r"|(?:что|сколько|как)\sбы\s(?:\w+\s){0,2}ни\s)$"
)
REACH_BACK = 30
"""Characters before "they say" in which "whatever" stands."""


def _bears_on(laid: Line, told: frozenset[str]) -> bool:
    """Whether what is denied, or its clause, is what the hearsay tells."""
    clauses = {laid.words[n].clause for n in laid.denied if n < len(laid.words)}
    return any(
        word.clause in clauses and feature(laid, n) in told
        for n, word in enumerate(laid.words)
        if word.content or n in laid.owner
    )


def _disputed_before(scene: Scene, low: str, ground: Ground) -> tuple[Pair, Difference] | None:
    """ "Others dispute this.": what the sentence before tells."""
    words = line(scene).words if len(low) <= BRIEF else ()
    if not 0 < len(words) <= SHORT or not any(_word_at(low, cue) >= 0 for cue in DISPUTES):
        return None
    before = ground.scenes[scene.number - 1] if scene.number else None
    if before is None or before.sentence.account != scene.sentence.account:
        return None
    told = before.sentence.passage.quote.casefold()
    if _hearsay(told) or not {words[0].form, words[-1].form} & POINTING:
        return None
    return _pair_of(before.number, scene.number), Difference(
        "polarity", "hearsay", "", f"Is it so: “{_short(before.sentence.passage)}”?",
        Told(_short(before.sentence.passage), before.sentence.passage, before.number),
        Told(_short(scene.sentence.passage), scene.sentence.passage, scene.number),
        2.0, ("the text itself says that it is disputed",),
    )  # fmt: skip


def _denied_at_once(scene: Scene, low: str, ground: Ground) -> tuple[Pair, Difference] | None:
    """ "People say he shouted; he did not shout": hearsay and denial in one sentence."""
    if len(low) > BRIEF or not _hearsay(low):
        return None
    laid = line(scene)
    for place in sorted(laid.denied):
        for at, word in enumerate(laid.words[:place]):
            if word.base != laid.words[place].base or at in laid.denied:
                continue
            if word.clause == laid.words[place].clause:
                continue
            one, other = _clause_of(laid, at, ground), _clause_of(laid, place, ground)
            return _pair_of(scene.number, scene.number), Difference(
                "polarity", "hearsay", "", f"Is it so: “{_short(one)}”?",
                Told(_short(one), one, scene.number), Told(_short(other), other, scene.number),
                2.0, ("the text gives it as hearsay and denies it",),
            )  # fmt: skip
    return None


def _clause_of(laid: Line, at: int, ground: Ground) -> Passage:
    clause = laid.words[at].clause
    here = [n for n, word in enumerate(laid.words) if word.clause == clause]
    return words_of(laid, here[0], here[-1] + 1, ground)[1]


def _elsewhere(
    scene: Scene, pairs: Sequence[Pair], lines: Mapping[int, Line], ground: Ground
) -> Iterator[tuple[Pair, Difference]]:
    """The sentence of another account that a disputing sentence speaks of most likely."""
    best: tuple[float, Pair, int] | None = None
    for pair in pairs:
        other = pair.b if pair.a == scene.number else pair.a
        there = ground.scenes[other]
        if there.sentence.account == scene.sentence.account or lines[other].asks:
            continue
        if pair.parallel or pair.day < 0:
            continue  # the same words once more: both dispute it
        quote = there.sentence.passage.quote.casefold()
        if (
            any(cue in quote for cue in DISPUTES)
            or pair.shared < LEAST_SHARED
            or pair.likeness < LEAST_LIKE
        ):
            continue
        weight = pair.shared * (0.5 + pair.likeness)
        if best is None or weight > best[0]:
            best = weight, pair, other
    if best is None:
        return
    weight, pair, other = best
    told = ground.scenes[other].sentence.passage
    yield pair, Difference(
        "polarity", "disputed", "", f"Is it so: “{_short(told)}”?",
        Told(_short(told), told, other),
        Told(_short(scene.sentence.passage), scene.sentence.passage, scene.number),
        weight, ("one account says outright that what is told is not so",),
    )  # fmt: skip


def _pair_of(a: int, b: int) -> Pair:
    return Pair(a, b, 0.0, 0.0, 0.0, 0.0, 1.0, 0)


def _short(passage: Passage, most: int = 110) -> str:
    words = " ".join(passage.quote.split())
    return words if len(words) <= most else words[:most].rsplit(" ", 1)[0] + " …"


def noted(ground: Ground) -> Iterator[tuple[Pair, Difference]]:
    """An editor's note that says that its text is mistaken, against the sentence it speaks of."""
    told: dict[str, list[Scene]] = defaultdict(list)
    parents = {a.parent for a in ground.accounts.values() if a.kind == "notes" and a.parent}
    for scene in ground.scenes:
        if scene.sentence.account in parents:
            told[scene.sentence.account].append(scene)
    for scene in ground.scenes:
        account = ground.accounts.get(scene.sentence.account)
        if account is None or account.kind != "notes" or not account.parent:
            continue
        low = scene.sentence.passage.quote.casefold()
        if not any(_word_at(low, cue) >= 0 for cue in STRONG_DISPUTES):
            continue
        mine = features_of(scene)
        best = max(
            told.get(account.parent, ())[:MOST_SCENES],
            key=lambda other: (_shared(mine, other, ground), -other.number),
            default=None,
        )
        if best is None or _shared(mine, best, ground) < LEAST_NOTED:
            continue
        there, note = best.sentence.passage, scene.sentence.passage
        yield _pair_of(best.number, scene.number), Difference(
            "polarity", "noted", "", f"Is it so: “{_short(there)}”?",
            Told(_short(there), there, best.number), Told(_short(note), note, scene.number),
            _shared(mine, best, ground), ("a note to the text says that it is mistaken",),
        )  # fmt: skip


def _shared(mine: frozenset[str], other: Scene, ground: Ground) -> float:
    return sum(ground.rarity.get(f, 0.0) for f in sorted(mine & features_of(other)))

"""Places: which mentions mean one place, and where it lies."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from variorum.identify.folding import folded
from variorum.identify.gazetteer import Gazetteer
from variorum.model.ids import content_id
from variorum.model.testimony import Mention, Sentence

Bearing = tuple[str, str]
"""A name of a place in an account: the account's id and the form."""


def places(
    mentions: Mapping[Bearing, Sequence[Mention]],
    sentences: Sequence[Sentence],
    gazetteer: Gazetteer | None,
) -> list[tuple[str, list[Bearing]]]:
    """The places that bearings mean: an id and the bearings of each."""
    by_words: dict[str, list[Bearing]] = defaultdict(list)
    for bearing in mentions:
        words = folded(bearing[1]).removeprefix("the ") or bearing[1]
        by_words[words].append(bearing)
    return [(content_id("e", "place", words), group) for words, group in by_words.items()]

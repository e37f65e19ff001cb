"""The verb: what cannot be true whoever is right."""

from collections.abc import Iterator, Sequence

from variorum.confront.answers import Answer
from variorum.confront.chronology.lives import lives
from variorum.confront.chronology.sentences import sentences
from variorum.confront.chronology.sums import sums
from variorum.confront.chronology.weekdays import weekdays
from variorum.confront.context import Ground
from variorum.confront.evidence import Evidence
from variorum.model.findings import Impossibility


def impossibilities(
    evidence: Evidence, found: Sequence[Answer], ground: Ground
) -> Iterator[Impossibility]:
    """What cannot be true whoever is right, each with the passages that cannot stand together.

    Weekdays against their dates; sums and series against their parts; lengths of time against their
    ends; lives: births, ages, deeds and deaths as one network of moments a person. One pass over the
    sentences and one over every person's facts, of which at most ``lives.MOST_FACTS`` are weighed.
    """
    yield from weekdays(ground)
    yield from sentences(ground)
    yield from sums(found, ground)
    yield from lives(evidence, found, ground)

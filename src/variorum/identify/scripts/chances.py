"""The verb: the chance that two words in different scripts are one name."""

import math
from collections import defaultdict
from collections.abc import Sequence

from variorum.identify.scripts.alphabets import LATIN, LEARNED, latin_letters, script_of, units


def chances(pairs: Sequence[tuple[str, str]]) -> list[float]:
    """For each pair of words, one of them Latin, the chance (0 to 1) that they are one name.

    A pair that no model was trained for has the chance 0. The weights are read only when a pair
    needs them. The chance is calibrated where a wrong name is as frequent as a right one and was
    chosen for its likeness; see ``scripts.model.log_odds`` for what is raised.
    """
    result = [0.0] * len(pairs)
    asked: dict[str, list[tuple[int, str, str]]] = defaultdict(list)
    for index, (a, b) in enumerate(pairs):
        one, other = script_of(a), script_of(b)
        if other == LATIN and one in LEARNED:
            a, b, other = b, a, one
        elif one != LATIN or other not in LEARNED:
            continue
        letters, written = latin_letters(a), units(b)
        if letters and written:
            asked[other].append((index, letters, written))
    for script, rows in sorted(asked.items()):
        # numpy and the weights cost a tenth of a second: only for who needs them
        from variorum.identify.scripts.model import log_odds

        odds = log_odds(script, [(letters, written) for _, letters, written in rows])
        for (index, _, _), odd in zip(rows, odds.tolist(), strict=True):
            result[index] = 1 / (1 + math.exp(-max(-30.0, min(30.0, odd))))
    return result

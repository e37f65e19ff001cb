"""What was changed on the way: numbers, dates, names, negation, hedges and kin terms of a bead.

Only what stands on both sides and differs, or plainly stands on one side alone, is called a change. A
free translator names the person where the original says "he", says "a couple" for "two": such things are
no changes.
"""

from collections.abc import Iterator, Sequence

from variorum.establish.translation.amounts import numbers
from variorum.establish.translation.chain import Link
from variorum.establish.translation.differing import WEIGHT, Altered
from variorum.establish.translation.naming import by_sentence, known, names
from variorum.establish.translation.sides import Side
from variorum.establish.translation.wording import hedges, kin, polarity

__all__ = ["WEIGHT", "Altered", "altered", "by_sentence"]


def altered(a: Side, b: Side, links: Sequence[Link]) -> Iterator[tuple[Link, Altered]]:
    """The changes in every bead."""
    both = known(a, b, links)
    for number, link in enumerate(links):
        xs = [p for i in range(link.a, link.a_end) for p in both.a[i]]
        ys = [p for j in range(link.b, link.b_end) for p in both.b[j]]
        near = links[max(0, number - 1) : number + 2]
        around_x = [p for n in near for i in range(n.a, n.a_end) for p in both.a[i]]
        around_y = [p for n in near for j in range(n.b, n.b_end) for p in both.b[j]]
        found = [
            *numbers(a, b, link, xs, ys, around_x, around_y),
            *names(a, b, link, xs, ys, around_x, around_y, both),
            *kin(xs, ys, around_x, around_y),
            *hedges(a, b, link, xs, ys),
            *polarity(a, b, link, xs, ys),
        ]
        for one in sorted(found, key=lambda f: (f.a or f.b or (0, 0), f.what)):
            yield link, one

"""Children of a named marriage, and who are husband and wife because they are parents together."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from variorum.read.kinship.page import Kin, Page, sex, word
from variorum.read.kinship.relations import TELLER
from variorum.read.kinship.vocabulary import CHILDREN, PARENT, SPOUSE, SPOUSES

NEAR = 8
"""Tokens between a child's name and the words of which marriage it is, or the other way round."""

DESCRIBED = 12
"""Tokens of what somebody is, before the name."""

_GRANDCHILDREN = frozenset(("grandson", "granddaughter", "grandchild"))
TITLE_GAP = 4
"""Tokens between two parents' names: "князя Романа и графини Прасковьи"."""


@dataclass(frozen=True, slots=True)
class _Marriage:
    """ "от второго брака с актрисой Верой": its tokens and with whom."""

    first: int
    end: int
    partner: int


def with_marriages(page: Page, low: int, high: int, rows: list[Kin]) -> Iterator[Kin]:
    """The relations of a Russian sentence, children given both parents where a marriage is named."""
    named = list(_marriages(page, low, high))
    children = [n for row in rows if row.relation in CHILDREN for n in row.others]
    after = bool(named and children) and named[0].first > min(page.names[n].first for n in children)
    wed: dict[tuple[int, int], Kin] = {}
    for row in rows:
        found = _of_row(page, named, row, after) if row.relation in CHILDREN else None
        if found is None or found.partner in row.others:
            yield row
            continue
        owners = [n for n in row.owners if n != found.partner]
        if owners != [TELLER]:
            owners = owners[:1]
        first, end = min(row.first, found.first), max(row.end, found.end)
        yield Kin((*owners, found.partner), row.relation, row.others, first, end)
        for owner in owners:
            wed[owner, found.partner] = Kin((owner,), SPOUSE, (found.partner,), first, end)
    yield from wed.values()


def _marriages(page: Page, low: int, high: int) -> Iterator[_Marriage]:
    """Marriages named as what children are from; "второго с Анной" after a first goes on with them."""
    begun = False
    token = low
    while token < high:
        here = token + 1
        if word(page, token) == "от":
            while here < min(high, token + 4) and page.parse.tags[here] == "ADJ":
                here += 1
            noun = word(page, here) in ("брака", "браков")
            if noun or (begun and here > token + 1):
                found = _partner(page, here + noun, high)
                if found >= 0:
                    begun = True
                    yield _Marriage(token, page.names[found].end, found)
                    here = page.names[found].end
        token = here


def _partner(page: Page, token: int, high: int) -> int:
    while token < high and word(page, token) in ("—", "–", "-"):
        token += 1
    if word(page, token) not in ("с", "со"):
        return -1
    for here in range(token + 1, min(high, token + 1 + DESCRIBED)):
        if here in page.at:
            return page.at[here] if page.names[page.at[here]].first == here else -1
        if page.parse.tags[here] == "VERB" or word(page, here) in (",", ";", ".", ":", "—"):
            return -1
    return -1


def _of_row(page: Page, named: list[_Marriage], row: Kin, after: bool) -> _Marriage | None:
    """The marriage told right after the children's names; where the sentence begins with one, the last
    told before them."""
    start = min(page.names[n].first for n in row.others)
    for one in named:
        if after and 0 <= one.first - row.end <= NEAR - 2 and _free(page, row.end, one.first):
            return one
    before = [one for one in named if 0 <= start - one.end <= NEAR and _free(page, one.end, start)]
    return before[-1] if before else None


def _free(page: Page, low: int, high: int) -> bool:
    """Whether nobody is named on these tokens."""
    return all(token not in page.at for token in range(low, high))


def parents_together(page: Page, rows: list[Kin]) -> Iterator[Kin]:
    """Man and wife by "сын Романа и Прасковьи", "родители Борис и Марина": two parents in one phrase."""
    wed = {
        frozenset((page.person[owner], page.person[other]))
        for row in rows if row.relation in SPOUSES
        for owner in row.owners if owner != TELLER
        for other in row.others
    }  # fmt: skip
    for row in rows:
        both = row.owners if row.relation in CHILDREN | _GRANDCHILDREN else row.others
        if row.reason or len(both) != 2 or TELLER in both:
            continue
        if frozenset(page.person[n] for n in both) in wed:
            continue
        if row.relation not in CHILDREN | _GRANDCHILDREN | {PARENT}:
            continue
        one, two = both
        gap = page.names[two].first - page.names[one].end
        same = page.names[one].paragraph == page.names[two].paragraph == page.number
        known = sex(page, one), sex(page, two)
        joined = same and 0 < gap <= TITLE_GAP and word(page, page.names[one].end) in ("и", "and")
        if joined and "" not in known and known[0] != known[1]:
            first, end = page.names[one].first, page.names[two].end
            yield replace(
                row, owners=(one,), relation=SPOUSE, others=(two,), first=first, end=end,
                reason="parents of one child",
            )  # fmt: skip

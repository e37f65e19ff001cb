"""The page of parallels: who has what from whom, drawn and as a table; translations; stock phrases."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from variorum.edition.cast import Words, words
from variorum.edition.charts.lending import Account, Lending, Loan, lending
from variorum.edition.concordance import STOCK_PLACES, Company, Concordance, Shared, anchor
from variorum.edition.press import page
from variorum.edition.shelf import Page
from variorum.edition.survey import Survey
from variorum.edition.synopsis_page import title_of
from variorum.edition.wording import counted, date_words, listed
from variorum.model.homes import home
from variorum.model.masking import masked, plain
from variorum.model.summaries import in_words

SHOWN_ACCOUNTS = 32
"""Accounts the drawing holds, those that share most."""

SHOWN_LINES = 70
"""Lines the drawing holds, the thickest."""

SHOWN_PAIRS = 300
"""Rows of the table of pairs."""

SHOWN_PASSAGES = 6
"""Passages that a row of the table leads to; the others are counted and stand in the synopses."""

SHOWN_SYNOPSES = 300
SHOWN_STOCK = 200
ALIKE = 5
"""Accounts that share the same passages and nothing else, from which on they are drawn as one."""

SORTS = {"copy": "copied", "translation": "translated", "retelling": "told in other words"}
_LONGEST_OPENING = 60


@dataclass(frozen=True, slots=True)
class PairRow:
    """Two accounts, who has it from whom in words, what they share, and the passages behind it."""

    id: str
    giver: tuple[str, str]
    taker: tuple[str, str]
    how: str
    what: str
    sure: str
    passages: tuple[tuple[str, str], ...]
    left: int


@dataclass(frozen=True, slots=True)
class StockRow:
    """A stock phrase: its words, in how many accounts, the first places."""

    words: Words
    accounts: int
    places: tuple[tuple[str, str], ...]
    left: int


@dataclass(frozen=True, slots=True)
class ParallelsInputs:
    """Everything the page of parallels is made from."""

    summary: str
    accounts: tuple[Account, ...]
    loans: tuple[Loan, ...]
    undrawn: int
    pairs: tuple[PairRow, ...]
    pairs_left: int
    translations: tuple[tuple[str, str, str], ...]
    synopses: tuple[tuple[str, str, str], ...]
    synopses_left: int
    stock: tuple[StockRow, ...]
    stock_left: int


@dataclass(slots=True)
class _Pair:
    """What two accounts share, gathered row by row; ``a`` stands before ``b`` among the accounts."""

    a: str
    b: str
    amount: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    ways: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    groups: dict[str, None] = field(default_factory=dict)
    sure: float = 0.0


def parallels_page(known: Survey, shared: Concordance) -> Page:
    """``parallels.html``."""
    pairs = _pairs(known, shared)
    one = _taken_together(shared)
    order = {a.id: (not a.date, a.date, a.id) for a in known.accounts.values()}
    accounts, loans, undrawn = _drawn(known, shared, pairs, one, order)
    companies = [c for c in shared.companies if c.number == 1 and not c.translation]
    totals: dict[str, int] = defaultdict(int)
    for company in shared.companies:
        totals[company.id] += len(company.groups)
    rows = sorted(pairs, key=lambda p: (-sum(p.amount.values()), order[p.a], order[p.b]))
    alone = [p for p in rows if not (p.a in one or p.b in one)]
    stock = sorted(shared.stock, key=lambda g: (-len(g.witnesses), g.id))
    inputs = ParallelsInputs(
        summary(shared),
        accounts,
        loans,
        undrawn,
        tuple(_row(known, shared, pair, order) for pair in alone[:SHOWN_PAIRS]),
        max(0, len(alone) - SHOWN_PAIRS),
        tuple(_translation(known, c) for c in shared.companies if c.translation),
        tuple(
            (c.page, title_of(known, c), counted(totals[c.id], "passage"))
            for c in companies[:SHOWN_SYNOPSES]
        ),
        max(0, len(companies) - SHOWN_SYNOPSES),
        tuple(_stock(known, group) for group in stock[:SHOWN_STOCK]),
        max(0, len(stock) - SHOWN_STOCK),
    )
    return page("parallels.html", "parallels.html", inputs, lambda: {"chart": _chart(inputs)})


def summary(shared: Concordance) -> str:
    """How much is shared, counted by passages and not by their copies."""
    kinds: dict[str, int] = defaultdict(int)
    for group in shared.groups.values():
        kinds[group.kind] += 1
    said = [
        counted(kinds["copy"], "copied passage"),
        counted(kinds["translation"], "translation"),
        counted(kinds["retelling"], "retold episode"),
        counted(len(shared.stock), "stock phrase"),
    ]
    return listed([s for s in said if not s.startswith("0 ")])


def _chart(inputs: ParallelsInputs) -> Lending | None:
    return lending(inputs.accounts, inputs.loans) if inputs.loans else None


def _pairs(known: Survey, shared: Concordance) -> list[_Pair]:
    found: dict[tuple[str, str], _Pair] = {}
    number = {account: index for index, account in enumerate(known.accounts)}
    for group in shared.groups.values():
        for row in group.rows:
            if group.kind == "translation" and row.manner != "whole":
                continue
            a, b = home(known.homes, row.a), home(known.homes, row.b)
            if not a or not b or a == b:
                continue
            turned = number[b] < number[a]
            key = (b, a) if turned else (a, b)
            pair = found.setdefault(key, _Pair(*key))
            amount = len(row.a.quote)
            pair.amount[group.kind] += amount
            if row.direction in ("a→b", "b→a"):
                forward = (row.direction == "a→b") != turned
                pair.ways["a→b" if forward else "b→a"] += amount * row.score
            pair.groups[group.id] = None
            pair.sure = max(pair.sure, row.score)
    for dependence in shared.dependences:
        a, b, way = dependence.account_a, dependence.account_b, dependence.direction
        key = (a, b) if (a, b) in found else (b, a)
        if key in found and way in ("a→b", "b→a"):
            forward = (way == "a→b") == (key == (a, b))
            found[key].ways = {"a→b" if forward else "b→a": dependence.probability}
            found[key].sure = dependence.probability
    return list(found.values())


def _way(pair: _Pair) -> tuple[str, str, bool]:
    """Giver, taker, and whether it is known that they are; where both give, it is not."""
    forward, back = pair.ways.get("a→b", 0.0), pair.ways.get("b→a", 0.0)
    if back > 2 * forward:
        return pair.b, pair.a, True
    return pair.a, pair.b, forward > 2 * back


def _taken_together(shared: Concordance) -> dict[str, str]:
    """Accounts that share the same passages and no others, many of them: the group they stand for. The
    witness that all are set beside is not among them."""
    by_groups: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for account, held in shared.held.items():
        by_groups[tuple(sorted({group.id for group, _ in held}))].append(account)
    one = {}
    for groups, accounts in by_groups.items():
        first = shared.groups[groups[0]].witnesses[0].account
        others = sorted(a for a in accounts if a != first)
        if len(others) > ALIKE:
            one.update(dict.fromkeys(others, f"{groups[0]}"))
    return one


def _drawn(
    known: Survey,
    shared: Concordance,
    pairs: Sequence[_Pair],
    one: dict[str, str],
    order: dict[str, tuple[bool, str, str]],
) -> tuple[tuple[Account, ...], tuple[Loan, ...], int]:
    merged: dict[tuple[str, str, bool, str], int] = defaultdict(int)
    behind: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    amounts: dict[str, int] = defaultdict(int)
    for pair in pairs:
        giver, taker, sure = _way(pair)
        giver, taker = one.get(giver, giver), one.get(taker, taker)
        if giver == taker:
            continue
        behind[giver, taker] |= pair.groups
        for kind, amount in pair.amount.items():
            merged[giver, taker, sure, kind] = max(merged[giver, taker, sure, kind], amount)
            amounts[giver] += amount
            amounts[taker] += amount
    sizes: dict[str, int] = defaultdict(int)
    for whom in one.values():
        sizes[whom] += 1
    shown = set(sorted(amounts, key=lambda a: (-amounts[a], a))[:SHOWN_ACCOUNTS])
    loans = [
        Loan(giver, taker, sure, kind, amount, _href(shared, behind[giver, taker]), _title(
            known, giver, taker, sure, kind, len(behind[giver, taker]), sizes))
        for (giver, taker, sure, kind), amount in merged.items()
        if giver in shown and taker in shown
    ]  # fmt: skip
    loans.sort(key=lambda loan: (-loan.amount, loan.giver, loan.taker, loan.sort))
    drawn = {a for loan in loans[:SHOWN_LINES] for a in (loan.giver, loan.taker)}
    before: dict[str, tuple[bool, str, str]] = {}
    for loan in loans:
        if loan.known and loan.taker in order:
            before[loan.giver] = min(before.get(loan.giver, order[loan.taker]), order[loan.taker])
    accounts = sorted(drawn, key=lambda a: (*_when(a, order, before), a))
    return (
        tuple(_node(known, shared, a, sizes) for a in accounts),
        tuple(loans[:SHOWN_LINES]),
        len(amounts) - len(drawn),
    )


def _when(
    account: str,
    order: dict[str, tuple[bool, str, str]],
    before: dict[str, tuple[bool, str, str]],
) -> tuple[bool, str, int]:
    """The sort key of an account in the drawing: one without a date stands before the first that has
    words from it; copies taken together stand last."""
    own = order.get(account)
    if own is None:
        return True, "~", 1
    if own[0] and account in before:
        return before[account][0], before[account][1], 0
    return own[0], own[1], 1


def _node(known: Survey, shared: Concordance, identity: str, sizes: dict[str, int]) -> Account:
    if identity in sizes:
        group = shared.groups[identity]
        label = f"{counted(sizes[identity], 'more copy', 'more copies')}"
        return Account(identity, label, f"{group.page}#{anchor(group)}", "")
    account = known.accounts[identity]
    return Account(
        identity, known.labels[identity], f"accounts/{identity}.html", date_words(account.date)
    )


def _label(known: Survey, identity: str, sizes: dict[str, int]) -> str:
    return known.labels.get(identity) or counted(sizes[identity], "more copy", "more copies")


def _title(
    known: Survey,
    giver: str,
    taker: str,
    sure: bool,
    kind: str,
    passages: int,
    sizes: dict[str, int],
) -> str:
    a, b = _label(known, giver, sizes), _label(known, taker, sizes)
    between = f"{a} → {b}" if sure else f"{a} – {b}"
    return f"{between}: {counted(passages, 'passage')}, {SORTS.get(kind, kind)}"


def _href(shared: Concordance, groups: dict[str, None]) -> str:
    """Where a line leads: to the synopsis that has the first of the passages behind it."""
    group = shared.groups[min(groups)]
    pages = {shared.groups[g].page for g in groups}
    return f"{group.page}#{anchor(group)}" if len(groups) == 1 else min(pages)


def _row(
    known: Survey, shared: Concordance, pair: _Pair, order: dict[str, tuple[bool, str, str]]
) -> PairRow:
    giver, taker, sure = _way(pair)
    if not sure and order[taker] < order[giver]:
        giver, taker = taker, giver
    groups = sorted(
        (shared.groups[g] for g in pair.groups), key=lambda g: (g.kind, g.witnesses[0].passage)
    )
    kinds: dict[str, int] = defaultdict(int)
    for group in groups:
        kinds[group.kind] += 1
    what = listed([f"{counted(n, 'passage')} {SORTS.get(kind, kind)}" for kind, n in kinds.items()])
    if set(kinds) == {"translation"}:
        what = "a translation"
    return PairRow(
        f"e-{giver}-{taker}",
        (f"accounts/{giver}.html", known.labels[giver]),
        (f"accounts/{taker}.html", known.labels[taker]),
        "gives to" if sure else "shares with",
        what,
        in_words(pair.sure),
        tuple(
            (f"{g.page}#{anchor(g)}", _opening(known, g)) for g in groups[:SHOWN_PASSAGES]
        ),
        max(0, len(groups) - SHOWN_PASSAGES),
    )  # fmt: skip


def _opening(known: Survey, group: Shared) -> str:
    """The first words of a passage."""
    passage = group.witnesses[0].passage
    quote = passage.quote[: 4 * _LONGEST_OPENING]
    line = " ".join(plain(masked(known.masks, quote, passage.source, passage.start)).split())
    if len(line) <= _LONGEST_OPENING:
        return line
    return f"{line[:_LONGEST_OPENING].rsplit(' ', 1)[0]}…"


def _translation(known: Survey, company: Company) -> tuple[str, str, str]:
    group = company.groups[0]
    changes = sum(len(rows) for rows in group.variants.values())
    return company.page, title_of(known, company), counted(changes, "difference")


def _stock(known: Survey, group: Shared) -> StockRow:
    first = group.witnesses[0]
    accounts = len({w.account for w in group.witnesses})
    places = []
    for witness in group.witnesses[:STOCK_PLACES]:
        at = words(known, witness.account, witness.passage)
        mark = f"#{at.anchor}" if at.anchor else ""
        places.append((f"accounts/{witness.account}.html{mark}", at.label))
    return StockRow(
        words(known, first.account, first.passage),
        accounts,
        tuple(places),
        max(0, len(group.witnesses) - STOCK_PLACES),
    )

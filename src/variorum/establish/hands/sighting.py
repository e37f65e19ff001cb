"""Sightings: in one account, the words that stand next to names and may be a compiler's.

Nothing is decided here. Every word an author would set before a name by himself (``lexicon``) is
passed over, and so is every word the account uses freely elsewhere; what remains is counted.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from variorum.establish.hands.beside import (
    APPOSED,
    BARE,
    CAPITAL,
    FILE,
    JOINED,
    SHORTEST,
    UNTOLD,
    bare_before,
    bracket_before,
    content,
    look_after,
)
from variorum.establish.hands.folding import key, phrase_key
from variorum.establish.hands.lexicon import CALENDAR, DETERMINERS, FUNCTION, is_ordinary, is_title
from variorum.establish.hands.segments import Segment, segments
from variorum.establish.hands.words import (
    LEFT_WORDS,
    WORD,
    Words,
    is_capital,
    joined,
    words_of,
)
from variorum.model.critique import Account, Hand, Sighting
from variorum.model.transcript import Transcript

FREE_USE = 2
"""A word the account uses elsewhere more than this often, and more often than before the name, is
its own vocabulary."""
LEAST_SHARE = {"before": 0.15, "after": 0.34}
"""A word that stands beside a smaller share of a name's mentions in an account is passed over,
unless the account has it nowhere else."""
RARE_LAST = 0.34
"""The last of several capitalised words is the surname unless it is so much rarer than another of
them ("Petrov Foundation")."""
LEAST_AFTER = 2
"""What follows a name without brackets is mostly a verb; once is not looked at."""
WITHIN = 0
"""The distance noted where the word touches a name that only begins its run: an apposition before a
full name looks the same, so that it must never be most of the places."""
_BRACKETED = frozenset({"completion", "gloss", "parenthesis", "note", "insertion"})
_CLAUSE = re.compile(r"(?:s|ed|ing|ly|л|ла|ли|лся|лась|ет|ит|ют|ят)$")
_POSSESSIVE = re.compile(r"(?:['’]s?)$")
_PARTS = frozenset({"caption", "notes", "comment"})
"""Kinds of accounts that are of one making with the account they stand in."""


@dataclass(slots=True)
class _Places:
    starts: list[int] = field(default_factory=list)
    quotes: list[str] = field(default_factory=list)
    lefts: list[str] = field(default_factory=list)
    nexts: list[str] = field(default_factory=list)
    forms: list[str] = field(default_factory=list)
    runs: list[str] = field(default_factory=list)


def sightings(
    transcript: Transcript, accounts: Sequence[Account], hands: Sequence[Hand]
) -> tuple[Sighting, ...]:
    """What each account of one source has beside its names that may be a compiler's word.

    ``hands`` are the rows ``local_hands`` gave for the source. Sorted by account, word and name;
    time is linear in the text.
    """
    text = transcript.text
    own: dict[str, list[Segment]] = defaultdict(list)
    for part in segments(accounts):
        own[part.account.id].append(part)
    brackets: dict[str, list[Hand]] = defaultdict(list)
    for hand in hands:
        if hand.kind in _BRACKETED and hand.passage.quote[0] in "([<{⟨‹［（":
            brackets[hand.account].append(hand)
    units = _units(transcript, accounts)
    found: list[Sighting] = []
    for account in accounts:
        if account.kind == "boilerplate":
            continue
        words = words_of(text, own.get(account.id, ()))
        found.extend(_of_account(account, units[account.id], words, brackets.get(account.id, ())))
    return tuple(sorted(found, key=lambda s: (s.account, s.word, s.name, s.side)))


def _units(transcript: Transcript, accounts: Sequence[Account]) -> dict[str, str]:
    """What makes accounts one witness: one author and publisher, or a caption in its article.

    Where one page holds several accounts, an author that the page as a whole names is no evidence:
    it is whoever pasted the texts together as often as whoever wrote them.
    """
    by_id = {account.id: account for account in accounts}
    whole = [account for account in accounts if account.kind not in _PARTS]
    pages = {phrase_key(value) for name, value in transcript.meta if name == "author"}
    if len(whole) < 2:
        pages = set()
    return {account.id: _unit(account, by_id, pages) for account in accounts}


def _unit(account: Account, by_id: Mapping[str, Account], pages: set[str]) -> str:
    seen = {account.id}
    while account.parent and account.parent in by_id and account.parent not in seen:
        parent = by_id[account.parent]
        part = account.kind in _PARTS
        if account.author or (not part and phrase_key(parent.author) in {"", *pages}):
            break
        account = parent
        seen.add(account.id)
    author = phrase_key(account.author)
    if author and author not in pages:
        return f"{author}|{phrase_key(account.publisher)}"
    return account.id


def _of_account(
    account: Account, unit: str, words: Words, brackets: Sequence[Hand]
) -> Iterator[Sighting]:
    names, small, spelled = _counts(words)
    full: Counter[str] = Counter()
    common: Counter[str] = Counter()
    places: dict[tuple[str, str, str], _Places] = defaultdict(_Places)
    twice: Counter[str] = Counter()
    ends = {hand.passage.end: hand for hand in brackets}
    starts = {hand.passage.start: hand for hand in brackets}
    index, size = 0, len(words.starts)
    while index < size:
        if not is_capital(words.word(index)):
            _look_at_file_name(words, index, names, places)
            index += 1
            continue
        last = index
        while last + 1 < size and _goes_on(words, last + 1):
            last += 1
        if last > index:
            full.update({key(words.word(last)): 1})
        elif index and words.word(index - 1).casefold() in DETERMINERS:
            common.update({key(words.word(index)): 1})
        _look(words, index, last, names, ends, starts, places, twice)
        index = last + 1
    beside = Counter(_last_word(quote) for seen in places.values() for quote in seen.quotes)
    beside.subtract(twice)
    for (word, name, side), seen in sorted(places.items()):
        own = {_last_word(quote) for quote in seen.quotes}
        phrase = " " in word
        elsewhere = 0 if phrase else sum(max(0, spelled[form] - beside[form]) for form in own)
        if _is_free(seen, side, names[name], elsewhere):
            continue
        yield Sighting(
            account.id,
            account.source,
            unit,
            word,
            name,
            side,
            names[name],
            full[name],
            small[name] + common[name],
            elsewhere,
            tuple(seen.starts),
            tuple(seen.quotes),
            tuple(seen.lefts),
            tuple(seen.nexts),
            "".join(seen.forms),
            "".join(seen.runs),
        )


def _goes_on(words: Words, index: int) -> bool:
    """Whether a run of capitalised words goes on with this one: in a heading all in capitals a small
    word ends it, as it would in small letters."""
    word = words.word(index)
    if not is_capital(word) or not joined(words.gap(index)):
        return False
    return not (len(word) > 1 and word.isupper() and word.casefold() in FUNCTION)


def _is_free(seen: _Places, side: str, named: int, elsewhere: int) -> bool:
    """Whether the account's own use of the word and the name leaves nothing to explain."""
    count = len(seen.starts)
    if any(form not in (BARE, JOINED, APPOSED, *UNTOLD) for form in seen.forms):
        return False
    if side == "after" and count < LEAST_AFTER:
        return elsewhere > 0 or _is_clause(seen)
    if elsewhere > max(FREE_USE, count):
        return True
    return elsewhere > 0 and count < LEAST_SHARE[side] * named


def _is_clause(seen: _Places) -> bool:
    """Whether the one bare word after the name is plainly its verb or what it owns."""
    return seen.forms[0] == BARE and bool(
        _CLAUSE.search(seen.quotes[0]) or _POSSESSIVE.search(seen.nexts[0])
    )


def _counts(words: Words) -> tuple[Counter[str], Counter[str], Counter[str]]:
    """How often the account has each folded name, each folded word in small letters, and each word
    as it is spelled, whatever its case."""
    names: Counter[str] = Counter()
    small: Counter[str] = Counter()
    spelled: Counter[str] = Counter()
    for word, count in Counter(words.word(index) for index in range(len(words.starts))).items():
        spelled[word.casefold()] += count
        (names if is_capital(word) else small)[key(word)] += count
    return names, small, spelled


def _last_word(quote: str) -> str:
    found = WORD.findall(quote)
    return found[-1].casefold() if found else ""


def _look_at_file_name(
    words: Words,
    index: int,
    names: Counter[str],
    places: dict[tuple[str, str, str], _Places],
) -> None:
    """A name in small letters joined to the word before, as in a file's name or an address.

    Joined by anything but a low line, it must be a name the account has elsewhere.
    """
    if not index or words.gap(index) not in ("_", "-", "+", "%20"):
        return
    name, word = key(words.word(index)), words.word(index - 1)
    known = names[name] or words.gap(index) == "_"
    if not known or len(word) < SHORTEST or is_ordinary(word):
        return
    begin, end = words.starts[index - 1], words.starts[index]
    _note(words, places[key(word), name, "before"], begin, end, index - 2, index, FILE, 1)


def _note(
    words: Words,
    seen: _Places,
    begin: int,
    end: int,
    left: int,
    named: int,
    form: str,
    run: int,
) -> None:
    seen.starts.append(begin)
    seen.quotes.append(words.text[begin:end])
    seen.lefts.append(words.left(left, begin))
    seen.nexts.append(words.word(named))
    seen.forms.append(form)
    seen.runs.append(str(min(run, 9)))


def _look(
    words: Words,
    first: int,
    last: int,
    names: Counter[str],
    ends: Mapping[int, Hand],
    starts: Mapping[int, Hand],
    places: dict[tuple[str, str, str], _Places],
    twice: Counter[str],
) -> None:
    """Note what stands next to one run of capitalised words, and inside it.

    A bare word before a run whose first word may itself be the name ("… Petrov Bridge") is noted
    beside both, and counted in ``twice``.
    """
    start = first
    while start < last and (is_title(words.word(start)) or len(words.word(start)) < SHORTEST):
        start += 1
    candidates = [index for index in range(start, last + 1) if _may_be_name(words.word(index))]
    if not candidates:
        return
    named = candidates[-1]
    most = max(candidates, key=lambda index: (names[key(words.word(index))], index))
    if names[key(words.word(named))] < RARE_LAST * names[key(words.word(most))]:
        named = most
    name = key(words.word(named))

    def note(word: str, side: str, begin: int, end: int, left: int, form: str, run: int) -> None:
        _note(words, places[word, name, side], begin, end, left, named, form, run)

    before = bracket_before(words.text, words.starts[first], ends)
    if before:
        inside = content(before)
        if inside:
            left = first
            while left and words.starts[left - 1] >= before.passage.start:
                left -= 1
            span = before.passage.start, before.passage.end
            note(inside, "before", *span, left - 1, before.passage.quote[0], named - first + 1)
    elif first:
        bare = bare_before(words, first, last)
        if bare:
            begin, end, form, left = bare
            word = phrase_key(words.text[begin:end])
            note(word, "before", begin, end, left, form, named - first + 1)
            if first != named and first in candidates and key(words.word(first)) != name:
                seen = places[word, key(words.word(first)), "before"]
                _note(words, seen, begin, end, left, first, form, WITHIN)
                twice[_last_word(words.text[begin:end])] += 1
    for index in range(first, named):
        word = words.word(index)
        if len(word) >= SHORTEST and not is_ordinary(word) and named - index <= LEFT_WORDS:
            begin, end = words.starts[index], words.ends[index]
            note(key(word), "before", begin, end, index - 1, CAPITAL, named - index)
    look_after(words, last, named, starts, note)


def _may_be_name(word: str) -> bool:
    head = re.split(r"[’']", word)[0]
    return (
        len(word) >= SHORTEST
        and word.casefold() not in CALENDAR
        and not is_ordinary(word)
        and not (head != word and is_ordinary(head))
    )

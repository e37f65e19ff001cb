"""Sightings: in one account, the words that stand next to names and may be a compiler's.

Nothing is decided here. Every word an author would set before a name by himself (``lexicon``) is
passed over, and so is every word the account uses freely elsewhere; what remains is counted.
"""

import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from variorum.establish.hands.cues import CAPTION_PLACE, TRANSCRIBER
from variorum.establish.hands.folding import key, phrase_key
from variorum.establish.hands.lexicon import CALENDAR, DETERMINERS, is_ordinary, is_title
from variorum.establish.hands.segments import Segment, segments
from variorum.model.critique import Account, Hand, Sighting
from variorum.model.transcript import Transcript

BARE, JOINED, CAPITAL = "-=^"
"""Forms of a place beside the brackets: a bare word, one joined by a hyphen, a capitalised one."""
SHORTEST = 3
"""Letters of a word or name; shorter ones are initials, particles and chance."""
WORDS_IN_BRACKETS = 4
FREE_USE = 2
"""A word the account uses elsewhere more than this often, and more often than before the name, is
its own vocabulary."""
LONGEST_GAP = 3
LEFT_WORDS = 3
LONGEST_LEFT = 60
LEAST_SHARE = {"before": 0.15, "after": 0.34}
"""A word that stands beside a smaller share of a name's mentions in an account is passed over."""
RARE_LAST = 0.34
"""The last of several capitalised words is the surname unless it is so much rarer than another of
them ("Petrov Foundation")."""
LEAST_AFTER = 2
"""What follows a name without brackets is mostly a verb; once is not looked at."""
_WORD = re.compile(r"[^\W\d_]+(?:[\u0300-\u036f’'][^\W\d_]+)*")
_BRACKETED = frozenset({"completion", "gloss", "parenthesis", "note", "insertion"})
_OPEN_QUOTES, _CLOSE_QUOTES = "\"“„«‘'", "\"”“»’'"
_STOPS = frozenset(".!?…")
_LETTERS = re.compile(r"^[\W\d_]*(?:[^\W\d_]+[’'!?,. -]*)+$")
_Note = Callable[[str, str, int, int, int, str, int], None]


@dataclass(slots=True)
class _Places:
    starts: list[int] = field(default_factory=list)
    quotes: list[str] = field(default_factory=list)
    lefts: list[str] = field(default_factory=list)
    nexts: list[str] = field(default_factory=list)
    forms: list[str] = field(default_factory=list)
    runs: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Tokens:
    """The words of an account as offsets, two machine integers each."""

    text: str
    starts: "array[int]"
    ends: "array[int]"

    def word(self, index: int) -> str:
        return self.text[self.starts[index] : self.ends[index]]

    def gap(self, index: int) -> str:
        """What stands between the word before ``index`` and this one."""
        return self.text[self.ends[index - 1] : self.starts[index]] if index else "\n\n"


def sightings(
    transcript: Transcript, accounts: Sequence[Account], hands: Sequence[Hand]
) -> tuple[Sighting, ...]:
    """What each account of one source has beside its names that may be a compiler's word.

    ``hands`` are the rows ``local_hands`` gave for the source. Sorted by account, word and name;
    time is linear in the text.
    """
    text = transcript.text
    by_id = {account.id: account for account in accounts}
    own: dict[str, list[Segment]] = defaultdict(list)
    for part in segments(accounts):
        own[part.account.id].append(part)
    brackets: dict[str, list[Hand]] = defaultdict(list)
    for hand in hands:
        if hand.kind in _BRACKETED and hand.passage.quote[0] in "([<{⟨‹［（":
            brackets[hand.account].append(hand)
    found: list[Sighting] = []
    for account in accounts:
        if account.kind == "boilerplate":
            continue
        tokens = _tokens(text, own.get(account.id, ()))
        unit = _unit(account, by_id)
        found.extend(_of_account(account, unit, tokens, brackets.get(account.id, ())))
    return tuple(sorted(found, key=lambda s: (s.account, s.word, s.name, s.side)))


def _unit(account: Account, by_id: Mapping[str, Account]) -> str:
    """What makes two accounts one witness: one author and publisher, or a caption in its article."""
    seen = {account.id}
    while not account.author and account.parent and account.parent not in seen:
        if account.parent not in by_id:
            break
        account = by_id[account.parent]
        seen.add(account.id)
    if account.author:
        return f"{phrase_key(account.author)}|{phrase_key(account.publisher)}"
    return account.id


def _tokens(text: str, parts: Iterable[Segment]) -> _Tokens:
    starts, ends = array("Q"), array("Q")
    for part in parts:
        for match in _WORD.finditer(text, part.start, part.end):
            starts.append(match.start())
            ends.append(match.end())
    return _Tokens(text, starts, ends)


def _of_account(
    account: Account, unit: str, tokens: _Tokens, brackets: Sequence[Hand]
) -> Iterator[Sighting]:
    names, small, words = _counts(tokens)
    full: Counter[str] = Counter()
    common: Counter[str] = Counter()
    places: dict[tuple[str, str, str], _Places] = defaultdict(_Places)
    ends = {hand.passage.end: hand for hand in brackets}
    starts = {hand.passage.start: hand for hand in brackets}
    index, size = 0, len(tokens.starts)
    while index < size:
        if not _is_capital(tokens.word(index)):
            index += 1
            continue
        last = index
        while (
            last + 1 < size and _joined(tokens.gap(last + 1)) and _is_capital(tokens.word(last + 1))
        ):
            last += 1
        if last > index:
            full.update({key(tokens.word(last)): 1})
        elif index and tokens.word(index - 1).casefold() in DETERMINERS:
            common.update({key(tokens.word(index)): 1})
        _look(tokens, index, last, names, ends, starts, places)
        index = last + 1
    beside = Counter(_last_word(quote) for seen in places.values() for quote in seen.quotes)
    for (word, name, side), seen in sorted(places.items()):
        own = {_last_word(quote) for quote in seen.quotes}
        phrase = " " in word
        elsewhere = 0 if phrase else sum(max(0, words[form] - beside[form]) for form in own)
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


def _is_free(seen: _Places, side: str, named: int, elsewhere: int) -> bool:
    """Whether the account's own use of the word and the name leaves nothing to explain."""
    count = len(seen.starts)
    if any(form not in "-=^" for form in seen.forms):
        return False
    if side == "after" and count < LEAST_AFTER:
        return True
    return elsewhere > max(FREE_USE, count) or count < LEAST_SHARE[side] * named


def _counts(tokens: _Tokens) -> tuple[Counter[str], Counter[str], Counter[str]]:
    """How often the account has each folded name, each folded word in small letters, and each word
    as it is spelled, whatever its case."""
    names: Counter[str] = Counter()
    small: Counter[str] = Counter()
    words: Counter[str] = Counter()
    for word, count in Counter(tokens.word(index) for index in range(len(tokens.starts))).items():
        words[word.casefold()] += count
        (names if _is_capital(word) else small)[key(word)] += count
    return names, small, words


def _last_word(quote: str) -> str:
    found = _WORD.findall(quote)
    return found[-1].casefold() if found else ""


def _is_capital(word: str) -> bool:
    return word[0].isupper()


def _joined(gap: str) -> bool:
    """Whether a gap is what stands inside one name: blanks, an initial's stop."""
    return len(gap) <= LONGEST_GAP and gap.strip() in ("", ".") and gap.count("\n") < 2


def _look(
    tokens: _Tokens,
    first: int,
    last: int,
    names: Counter[str],
    ends: Mapping[int, Hand],
    starts: Mapping[int, Hand],
    places: dict[tuple[str, str, str], _Places],
) -> None:
    """Note what stands next to one run of capitalised words, and inside it."""
    start = first
    while start < last and (is_title(tokens.word(start)) or len(tokens.word(start)) < SHORTEST):
        start += 1
    candidates = [index for index in range(start, last + 1) if _may_be_name(tokens.word(index))]
    if not candidates:
        return
    named = candidates[-1]
    most = max(candidates, key=lambda index: (names[key(tokens.word(index))], index))
    if names[key(tokens.word(named))] < RARE_LAST * names[key(tokens.word(most))]:
        named = most
    name = key(tokens.word(named))

    def note(word: str, side: str, begin: int, end: int, left: int, form: str, run: int) -> None:
        seen = places[word, name, side]
        seen.starts.append(begin)
        seen.quotes.append(tokens.text[begin:end])
        seen.lefts.append(_left(tokens, left, begin))
        seen.nexts.append(tokens.word(named))
        seen.forms.append(form)
        seen.runs.append(str(min(run, 9)))

    before = _bracket_before(tokens.text, tokens.starts[first], ends)
    if before:
        inside = _content(before)
        if inside:
            left = first
            while left and tokens.starts[left - 1] >= before.passage.start:
                left -= 1
            span = before.passage.start, before.passage.end
            note(inside, "before", *span, left - 1, before.passage.quote[0], named - first + 1)
    elif first:
        bare = _bare_before(tokens, first)
        if bare:
            begin, end, form, left = bare
            word = phrase_key(tokens.text[begin:end])
            note(word, "before", begin, end, left, form, named - first + 1)
    for index in range(first, named):
        word = tokens.word(index)
        if len(word) >= SHORTEST and not is_ordinary(word) and named - index <= LEFT_WORDS:
            begin, end = tokens.starts[index], tokens.ends[index]
            note(key(word), "before", begin, end, index - 1, CAPITAL, named - index)
    _look_after(tokens, last, named, starts, note)


def _look_after(
    tokens: _Tokens, last: int, named: int, starts: Mapping[int, Hand], note: _Note
) -> None:
    text, position = tokens.text, tokens.ends[last]
    while (
        position < len(text)
        and position - tokens.ends[last] < LONGEST_GAP
        and text[position] == " "
    ):
        position += 1
    after = starts.get(position)
    if after:
        inside = _content(after)
        if inside:
            span = after.passage.start, after.passage.end
            note(inside, "after", *span, last, after.passage.quote[0], last - named + 1)
    elif last + 1 < len(tokens.starts) and tokens.gap(last + 1) in (" ", "-"):
        word = tokens.word(last + 1)
        if len(word) >= SHORTEST and not _is_capital(word) and not is_ordinary(word):
            hyphen = tokens.gap(last + 1) == "-"
            begin, end = tokens.starts[last + 1] - hyphen, tokens.ends[last + 1]
            note(key(word), "after", begin, end, last, JOINED if hyphen else BARE, last - named + 1)


def _may_be_name(word: str) -> bool:
    head = re.split(r"[’']", word)[0]
    return (
        len(word) >= SHORTEST
        and word.casefold() not in CALENDAR
        and not is_ordinary(word)
        and not (head != word and is_ordinary(head))
    )


def _bracket_before(text: str, position: int, ends: Mapping[int, Hand]) -> Hand | None:
    floor = position - LONGEST_GAP
    while position > max(floor, 0) and text[position - 1] in " \n-":
        position -= 1
    return ends.get(position)


def _content(hand: Hand) -> str:
    """The folded words of a bracket that holds a short phrase and nothing else, or nothing."""
    inside = hand.passage.quote[1:-1].strip()
    count = len(_WORD.findall(inside)) if len(inside) < 80 else 0
    if not 1 <= count <= WORDS_IN_BRACKETS or not _LETTERS.match(inside):
        return ""
    if TRANSCRIBER.match(inside) or CAPTION_PLACE.match(inside):
        return ""
    words = _WORD.findall(inside)
    if all(is_ordinary(word) for word in words) or is_title(words[0]):
        return ""
    return phrase_key(inside)


def _bare_before(tokens: _Tokens, first: int) -> tuple[int, int, str, int] | None:
    """The small word directly before a name: its span, its form, and the index of what precedes."""
    text, gap, index = tokens.text, tokens.gap(first), first - 1
    begin, end, form = tokens.starts[index], tokens.ends[index], BARE
    if gap == "-":
        end, form = end + 1, JOINED
    elif (
        gap.strip() and len(gap) <= LONGEST_GAP and gap[0] in _CLOSE_QUOTES and not gap[1:].strip()
    ):
        return _quoted(tokens, index)
    elif not _joined(gap) or gap.strip():
        return None
    word = tokens.word(index)
    if _is_capital(word) or is_ordinary(word) or len(word) < SHORTEST:
        return None
    while index and tokens.gap(index) == "-" and not _is_capital(tokens.word(index - 1)):
        index -= 1
        begin = tokens.starts[index]
    if is_ordinary(text[begin : end - (form == JOINED)]) or not _is_word_start(text, begin):
        return None
    return begin, end, form, index - 1


def _is_word_start(text: str, begin: int) -> bool:
    """Whether nothing unreadable stands before: half a word is no word."""
    return begin == 0 or text[begin - 1].isspace() or text[begin - 1] in "-–—/(<[{«„“\"‘'*_"


def _quoted(tokens: _Tokens, last: int) -> tuple[int, int, str, int] | None:
    """A short phrase in quotation marks whose last word is ``last``: as a nickname is set."""
    for index in range(last, max(-1, last - WORDS_IN_BRACKETS), -1):
        if _is_capital(tokens.word(index)):
            return None
        begin = tokens.starts[index]
        if begin and tokens.text[begin - 1] in _OPEN_QUOTES:
            if all(is_ordinary(tokens.word(i)) for i in range(index, last + 1)):
                return None
            return begin - 1, tokens.ends[last] + 1, '"', index - 1
        if tokens.gap(index) != " ":
            return None
    return None


def _left(tokens: _Tokens, index: int, begin: int) -> str:
    """The text from up to three words before ``begin`` to it; empty at the head of an account."""
    first = max(0, index - LEFT_WORDS + 1)
    if index < 0 or begin - tokens.ends[index] > LONGEST_LEFT:
        return ""
    while begin - tokens.starts[first] > LONGEST_LEFT:
        first += 1
        if first > index:
            return ""
    return tokens.text[tokens.starts[first] : begin]

"""One row a place, whoever reported it."""

from variorum.establish import partition, settled
from variorum.model.critique import Account, Hand
from variorum.model.passage import Passage

TEXT = "Then [zharpik] Morvath (he [smiled]) left; photo: zharpik Morvath. See [zharpik, he says]."


def row(quote: str, hand: str, kind: str, occurrence: int = 0) -> Hand:
    start = -1
    for _ in range(occurrence + 1):
        start = TEXT.index(quote, start + 1)
    passage = Passage("t", start, start + len(quote), quote)
    return Hand(f"h_{hand}_{start}", passage, hand, kind, 0.9, ())


EDITORS = row("[zharpik]", "editor", "completion")
CAPTION = row("photo: zharpik Morvath.", "editor", "caption")
OTHER = row("[smiled]", "editor", "completion")
LONGER = row("[zharpik, he says]", "editor", "completion")


def test_the_compilers_row_replaces_the_same_bracket() -> None:
    compilers = row("[zharpik]", "compiler", "insertion")
    assert settled([EDITORS, OTHER, compilers]) == [compilers, OTHER]


def test_and_the_brackets_around_its_word() -> None:
    compilers = row("zharpik", "compiler", "insertion")
    assert settled([EDITORS, compilers]) == [compilers]


def test_rows_that_reach_further_stay() -> None:
    inside = row("zharpik", "compiler", "insertion", 1)
    third = row("zharpik", "compiler", "insertion", 2)
    assert settled([CAPTION, inside, LONGER, third]) == [CAPTION, inside, LONGER, third]


def test_nothing_changes_without_a_compiler() -> None:
    assert settled([OTHER, EDITORS]) == [EDITORS, OTHER]


def test_the_division_of_characters_follows_the_same_rule() -> None:
    account = Account("a", "t", 0, len(TEXT), "", "", "", "", "en", "article")
    compilers = row("zharpik", "compiler", "insertion")
    shares = partition(account, (account,), (EDITORS, compilers))
    assert [(s.hand, TEXT[s.start : s.end]) for s in shares if s.kind != "text"] == [
        ("compiler", "zharpik")
    ]


def test_a_bracket_that_another_copy_shows_to_be_put_in_completes_nothing() -> None:
    put_in = row("[smiled]", "author", "insertion")
    assert settled([EDITORS, OTHER, put_in]) == [EDITORS, put_in]

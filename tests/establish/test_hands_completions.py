"""Brackets in a quotation that another copy shows to be put in."""

import pytest

from variorum.establish.collate import Witness, collate
from variorum.establish.hands.completions import PutIn, put_in
from variorum.establish.hands.roles import Copy
from variorum.model.critique import Account, Hand
from variorum.model.passage import cut
from variorum.model.reading import reading_text

LETTER = (
    "We kept the mill for nine days with six men. I have nothing else to report. Send bread soon."
)


def judged(page: str, chance: float = 0.9) -> tuple[PutIn, ...]:
    """What is seen of the bracket of a page that quotes the letter."""
    start = page.index("[")
    passage = cut("page", page, start, page.index("]") + 1)
    known = Hand("h", passage, "editor", "completion", 0.9, ())
    accounts = [
        Account("letter", "letter", 0, len(LETTER), "", "", "", "", "en", "letter"),
        Account("page", "page", 0, len(page), "", "", "", "", "en", "article"),
    ]
    own = reading_text(accounts[1], page, [(passage.start, passage.end)])
    begins, ends = own.text.index("We kept"), own.text.index(" soon")
    copies = [
        Copy("letter", reading_text(accounts[0], LETTER, []), LETTER, 0),
        Copy("page", own, page, begins),
    ]
    witnesses = [Witness("letter", LETTER, "en"), Witness("page", own.text[begins:ends], "en")]
    return put_in(collate(witnesses), copies, accounts, {("letter", "page"): chance}, [known])


@pytest.mark.parametrize(
    ("words", "put", "replaced", "kind"),
    [
        ("mill", "mill [of thieves]", "", "insertion"),
        ("nothing else", "[plenty]", "nothing else", "alteration"),
    ],
)
def test_what_a_quoter_puts_in(words: str, put: str, replaced: str, kind: str) -> None:
    page = f"In his letter he says: “{LETTER.replace(words, put)}” Nobody sent any."
    (found,) = judged(page)
    assert (found.witness, found.against) == ("page", "letter")
    assert LETTER[slice(*found.replaced)] == replaced
    assert found.hand is not None
    assert (found.hand.hand, found.hand.kind, found.hand.confidence) == ("author", kind, 0.9)
    quote = found.hand.passage.quote
    assert quote.startswith("[")
    assert page[found.hand.passage.start : found.hand.passage.end] == quote


def test_without_quotation_marks_or_a_direction_there_is_no_row() -> None:
    bare = f"He says. {LETTER.replace('mill', 'mill [of thieves]')} Nobody sent any."
    assert [found.hand for found in judged(bare)] == [None]
    quoted = f"He says: “{LETTER.replace('mill', 'mill [of thieves]')}” Nobody sent any."
    assert [found.hand for found in judged(quoted, 0.75)] == [None]
    assert [found.confidence for found in judged(quoted, 0.2)] == [0.5]


def test_where_the_other_goes_on_otherwise_nothing_is_said() -> None:
    page = f"He says: “{LETTER.replace('for nine days', '[and more]')}” Nobody sent any."
    (found,) = judged(page)
    assert LETTER[slice(*found.replaced)] == "for nine days"


def test_small_words_only_complete_a_sentence() -> None:
    page = f"In his letter he says: “{LETTER.replace('mill', 'mill [of the]')}” Nobody sent any."
    assert judged(page) == ()

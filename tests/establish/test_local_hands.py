"""What one source shows by itself: marks, lines, bylines, and the author's reading text."""

from hypothesis import given
from hypothesis import strategies as st

from variorum.establish import local_hands, partition, reading
from variorum.model.critique import Account
from variorum.model.reading import to_source
from variorum.model.transcript import Mark, Origin, Transcript


def account(
    text: str, start: int = 0, end: int | None = None, ident: str = "a_1", **given: str
) -> Account:
    fields = {"title": "", "author": "", "publisher": "", "date": "", "language": "en"} | given
    parent = fields.pop("parent", None)
    kind = fields.pop("kind", "article")
    stop = len(text) if end is None else end
    return Account(ident, "t.html", start, stop, **fields, kind=kind, parent=parent)


def test_marks_name_hands() -> None:
    text = "Home Menu\nThe ferry was badly late.\nCheck this date."
    menu, late, remark = (text.index(w) for w in ("Home", "badly ", "Check"))
    marks = (
        Mark(menu, menu + 9, "navigation"),
        Mark(late, late + 6, "inserted", "1999-03-03", "R. Holm"),
        Mark(remark, len(text), "comment", "", "R. Holm"),
    )
    accounts = (account(text),)
    hands = local_hands(Transcript("t.html", text, (), marks), accounts)
    assert [(h.passage.quote, h.hand, h.kind) for h in hands] == [
        ("Home Menu", "machine", "boilerplate"),
        ("badly ", "editor", "insertion"),
        ("Check this date.", "editor", "comment"),
    ]
    assert hands[1].reasons == ("a tracked insertion by R. Holm on 1999-03-03",)
    assert reading(accounts[0], accounts, hands, text).text.strip() == "The ferry was late."


def test_an_authors_own_tracked_insertion_is_his() -> None:
    text = "The ferry was badly late."
    mark = Mark(14, 20, "inserted", "", "R. Holm")
    accounts = (account(text, author="R. Holm"),)
    assert local_hands(Transcript("t.html", text, (), (mark,)), accounts) == ()


def test_running_heads_of_pages_are_furniture() -> None:
    pages = [f"Harbour Annual {n}\nStory part {w} goes on.\n" for n, w in enumerate("abcd", 10)]
    text, origins = "", []
    for number, page in enumerate(pages, 1):
        origins.append(Origin(len(text), len(text) + len(page), page=number))
        text += page
    hands = local_hands(Transcript("t.html", text, tuple(origins)), (account(text),))
    assert [h.passage.quote for h in hands] == [f"Harbour Annual {n}" for n in range(10, 14)]


def test_reading_text_keeps_the_author_and_nobody_else() -> None:
    text = (
        "By Ada Berg, Harbour News, March 3, 1999\n\n"
        "“I saw [the] boat [...] go,” he said (twice).[1] It was lates [sic].\n\n"
        "[1] So he told me.\n\nLeave a reply"
    )
    accounts = (account(text, author="Ada Berg", publisher="Harbour News"),)
    hands = local_hands(Transcript("t.html", text), accounts)
    found = reading(accounts[0], accounts, hands, text)
    assert found.text.strip() == (
        "“I saw boat [...] go,” he said (twice). It was lates.\n\n[1] So he told me."
    )
    for position, letter in enumerate(found.text):
        assert text[to_source(found, position)] == letter


def test_the_accounts_inside_are_not_the_parents_words() -> None:
    text = "Outer begins. INNER [its] TEXT. Outer ends."
    outer = account(text)
    inner = account(text, 14, 31, "a_2", parent="a_1", kind="interview")
    hands = local_hands(Transcript("t.html", text), (outer, inner))
    assert [h.account for h in hands] == ["a_2"]
    assert reading(outer, (outer, inner), hands, text).text == "Outer begins. Outer ends."
    assert reading(inner, (outer, inner), hands, text).text == "INNER TEXT."


def test_a_caption_keeps_its_own_words() -> None:
    text = "The quay in winter, 1931"
    accounts = (account(text, kind="caption"),)
    hands = local_hands(Transcript("t.html", text), accounts)
    assert [(h.kind, h.passage.quote) for h in hands] == [("caption", text)]
    assert reading(accounts[0], accounts, hands, text).text == text


@given(st.text(alphabet="ab ([{<>}])*¹\n.", max_size=160))
def test_every_character_has_one_hand(text: str) -> None:
    accounts = (account(text),) if text else ()
    for item in accounts:
        hands = local_hands(Transcript("t.html", text), accounts)
        shares = partition(item, accounts, hands)
        assert [s.start for s in shares] == [item.start, *(s.end for s in shares)][:-1]
        assert shares[-1].end == item.end


def test_partition_speaks_for_the_innermost() -> None:
    text = "He said (so [I think] he did)."
    accounts = (account(text),)
    hands = local_hands(Transcript("t.html", text), accounts)
    shares = [
        (text[s.start : s.end], s.hand, s.kind) for s in partition(accounts[0], accounts, hands)
    ]
    assert shares == [
        ("He said ", "author", "text"),
        ("(so ", "author", "parenthesis"),
        ("[I think]", "editor", "completion"),
        (" he did)", "author", "parenthesis"),
        (".", "author", "text"),
    ]

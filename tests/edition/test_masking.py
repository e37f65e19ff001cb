"""A compiler's words are masked wherever a person would see them, and nothing else is."""

from hypothesis import given
from hypothesis import strategies as st
from small_dossier import PASTED, find, hand, small

from variorum.model.masking import MASK, hidden_spans, inserted_words, masked, masks, plain
from variorum.model.passage import Passage, cut
from variorum.model.summaries import findings

TEXTS = {"pasted.txt": PASTED}
BARE = find(TEXTS, "pasted.txt", "zharpik ")
BRACKETED = find(TEXTS, "pasted.txt", "[zharpik] ")
MASKS = masks([hand(BARE, "compiler", "insertion"), hand(BRACKETED, "compiler", "insertion")])


def test_in_a_text_the_inserted_places_are_masked():
    shown = plain(masked(MASKS, PASTED, "pasted.txt", 0))
    assert "zharpik" not in shown
    assert shown.count(MASK) == 2
    assert shown.replace(MASK, "") == PASTED.replace("zharpik ", "").replace("[zharpik] ", "")


def test_the_same_word_elsewhere_in_a_text_is_the_authors_own():
    text = PASTED + "His dog was called zharpik."
    assert plain(masked(MASKS, text, "pasted.txt", 0)).endswith("His dog was called zharpik.")


def test_a_passage_that_cuts_through_an_insertion_shows_no_part_of_it():
    piece = PASTED[BARE.start + 3 : BARE.end + 5]
    assert plain(masked(MASKS, piece, "pasted.txt", BARE.start + 3)) == f"{MASK}Pavel"


def test_in_titles_and_names_the_word_is_masked_as_a_whole_word_in_any_case():
    assert plain(masked(MASKS, "ZHARPIK Orlov; the_zharpik_file.html")) == (
        f"{MASK} Orlov; the_{MASK}_file.html"
    )
    assert plain(masked(MASKS, "the zharpikov family")) == "the zharpikov family"


def test_only_a_compilers_insertions_are_masked():
    editor = hand(BARE, "editor", "insertion")
    note = hand(BARE, "compiler", "note")
    assert plain(masked(masks([editor, note]), PASTED, "pasted.txt", 0)) == PASTED


def test_brackets_and_case_make_no_other_word():
    assert inserted_words("[Zharpik] ") == inserted_words("zharpik ") == "zharpik"
    assert inserted_words(" (the  old\nzharpik), ") == "the old zharpik"
    assert inserted_words("[…]") == ""


def test_punctuation_alone_masks_nothing_in_a_title():
    brackets = masks([hand(cut("s", "a [...] b", 2, 8), "compiler", "insertion")])
    assert plain(masked(brackets, "a [...] b")) == "a [...] b"


@given(
    st.text(max_size=60),
    st.lists(st.tuples(st.integers(0, 60), st.integers(1, 9)), max_size=6),
    st.integers(0, 20),
)
def test_masking_loses_nothing(text, spans, start):
    hands = [
        hand(Passage("s", a, a + length, "x" * length), "compiler", "insertion")
        for a, length in spans
    ]
    pieces = masked(masks(hands), text, "s", start)
    assert "".join(piece.text for piece in pieces) == text
    hidden = {
        i for i in range(len(text)) if any(a <= i + start < a + length for a, length in spans)
    }
    position = 0
    for piece in pieces:
        inside = set(range(position, position + len(piece.text)))
        assert inside <= hidden if piece.hidden else not inside & hidden
        position += len(piece.text)
    assert hidden_spans(masks(hands), "t", 0, 99) == ()


def test_one_finding_for_one_inserted_word_with_every_passage():
    found = [finding for finding in small().findings() if finding.kind == "insertion"]
    assert [finding.passages for finding in found] == [
        (BARE, BRACKETED),
        (found[1].passages[0],),
    ]
    assert "2 places" in found[0].summary


def test_no_summary_and_no_reason_repeats_the_word():
    for finding in small().findings():
        told = " ".join((finding.summary, *finding.reasons)).casefold()
        assert "zharpik" not in told
        assert "жарпик" not in told


def test_findings_come_weightiest_first_whatever_the_order_of_the_rows():
    dossier = small()
    forward = list(dossier.findings())
    backward = list(findings(lambda name: reversed(list(dossier.table(name)))))
    assert [f.id for f in forward] == [f.id for f in backward]
    assert [f.kind for f in forward] == [
        "insertion",
        "insertion",
        "impossibility",
        "disagreement",
        "growth",
        "identity",
    ]


def test_an_empty_dossier_has_no_findings():
    assert list(findings(lambda name: [])) == []

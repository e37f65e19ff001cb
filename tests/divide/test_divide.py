"""Dividing a source into accounts: planted boundaries, heads and inner texts, and invariants."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.gather.divide import divide
from variorum.model.critique import ACCOUNT_KINDS, Account
from variorum.model.transcript import Mark, Transcript

NEWS = (
    "The nine hikers left the town of Vardy on the morning of January 27. They carried food for "
    "twelve days and a tent that Ilse Brandt had sewn herself.\n"
    '"We thought they would be back by the twelfth," said her brother, Tobin Brandt, who still '
    "lives in Vardy. He keeps her letters in a tin box under the stairs.\n"
    "The search party found the tent three weeks later. It was cut open from the inside, and the "
    "boots stood in a row along the wall. Tobin Brandt was told in April.\n"
)
CAPTION = "Photo: the tent as it was found (archive of the club)\n"
SUBHEAD = "What the searchers saw\n"
NEWS_TWO = (
    'According to Brandt, the searchers were told not to speak. "They signed a paper," he said. '
    "The paper has never been found, and the club in Vardy denies that it existed.\n"
)
MACHINERY = (
    "img_0123.jpgportrait2.jpg\nShare this article\nLeave a Reply\n"
    "Your email address will not be published. Required fields are marked *\n"
)
ECONOMY = (
    "The grain exchange in Port Lisle closed higher on Tuesday after Marcel Duhamel, its chairman, "
    "promised cheaper freight. Barley rose by four cents, oats by two.\n"
    "Duhamel told the brokers that three new steamers would sail before the harvest. Millers along "
    "the canal had complained since spring that their flour could not reach the market.\n"
    "Analysts expect the exchange to publish its yearly accounts in June. The bank of Port Lisle "
    "holds a tenth of its shares, and its directors meet on Friday.\n"
)
MEMOIR = (
    "I was nineteen that winter and I had never seen so much snow. My mother packed my bag and my "
    "father did not come to the station to see me off, and I did not look back.\n"
    "We walked for two days behind the dogs. I remember that my hands would not close, and that "
    "nobody sang any more after the first night. We slept in our coats.\n"
    "On the third day I saw the tent. I did not go in. I have told this to my children, and now I "
    "write it down because I am the last of us who was there.\n"
)
MEMOIR_RU = (
    "Мне было девятнадцать лет в ту зиму, и я никогда не видел столько снега. Мать собрала мне "
    "сумку, а отец не пришёл на станцию проводить меня, и я не оглянулся.\n"
    "Мы шли два дня за собаками. Я помню, что руки у меня не сгибались и что после первой ночи "
    "никто больше не пел. Мы спали в пальто и шапках.\n"
    "На третий день я увидел палатку. Я не вошёл в неё. Я рассказывал об этом детям, а теперь "
    "записываю, потому что я последний из тех, кто там был.\n"
)


def accounts(text: str, *marks: Mark) -> list[Account]:
    return list(divide(Transcript("pile.txt", text, (), marks)))


def outer(text: str, *marks: Mark) -> list[Account]:
    return [account for account in accounts(text, *marks) if account.parent is None]


def test_one_article_with_caption_subhead_and_machinery_is_one_account() -> None:
    text = "Nine Went Up the Ridge\n" + NEWS + CAPTION + SUBHEAD + NEWS_TWO + MACHINERY
    assert len(outer(text)) == 1
    inner = [(a.kind, text[a.start : a.end]) for a in accounts(text) if a.parent]
    assert inner[0] == ("caption", CAPTION.strip())
    assert inner[1] == ("caption", "img_0123.jpgportrait2.jpg")
    assert inner[2][0] == "boilerplate"
    assert inner[2][1].startswith("Share this article\n")


@pytest.mark.parametrize(
    ("byline", "author", "publisher", "date"),
    [
        ("Harbour News, March 3, 1999", "", "Harbour News", "1999-03-03"),
        ("By A. B. Kern, City Times, Oct. 2 2011", "A. B. Kern", "City Times", "2011-10-02"),
        (
            "A. B. Kern, Lecturer, University X\nWeekly Z, 2016-05-30",
            "A. B. Kern",
            "Weekly Z",
            "2016-05-30",
        ),
        ("By Mara Kern on 7 Feb 2008, 09:12", "Mara Kern", "", "2008-02-07"),
        ("Posted by nightowl on 7 Feb 2008", "nightowl", "", "2008-02-07"),
        ("Source: The Coast Gazette, 5 March 1999", "", "The Coast Gazette", "1999-03-05"),
        ("© The Coast Gazette, 1999", "", "The Coast Gazette", "1999"),
        ("Автор: Игорь Ветлугин\n5 марта 1998 г.", "Игорь Ветлугин", "", "1998-03-05"),
        ("«Речная газета» от 5 марта 1998", "", "Речная газета", "1998-03-05"),
    ],
)
def test_the_second_account_is_found_by_its_byline_whatever_its_shape(
    byline: str, author: str, publisher: str, date: str
) -> None:
    head = f"Barley Rises Again\n{byline}\n"
    first = "Nine Went Up the Ridge\nBy Odile Vesper, Hill Post, 1 May 2001\n" + NEWS
    found = outer(first + head + ECONOMY)
    assert [a.start for a in found] == [0, len(first)]
    second = found[1]
    assert (second.title, second.author) == ("Barley Rises Again", author)
    assert (second.publisher, second.date) == (publisher, date)
    assert second.reasons


def test_a_post_on_the_matter_of_the_article_before_it_is_a_text_of_its_own() -> None:
    first = "Nine Went Up the Ridge\nBy Odile Vesper, Hill Post, 1 May 2001\n" + NEWS
    post = "Posted by nightowl on 7 Feb 2008, 23:08\n\n"
    found = outer(first + "\n\n" + post + NEWS)
    assert [(a.author, a.date) for a in found] == [
        ("Odile Vesper", "2001-05-01"), ("nightowl", "2008-02-07"),
    ]  # fmt: skip


def test_a_byline_may_stand_above_the_title() -> None:
    first = "Hill Post, 1 May 2001\nNine Went Up the Ridge\n" + NEWS
    found = outer(first + "Coast Gazette, 5 March 1999\nBarley Rises Again\n" + ECONOMY)
    assert [a.start for a in found] == [0, len(first)]
    assert [a.title for a in found] == ["Nine Went Up the Ridge", "Barley Rises Again"]
    assert [a.date for a in found] == ["2001-05-01", "1999-03-05"]


def test_bylines_at_the_end_belong_to_the_text_before() -> None:
    first = "Nine Went Up the Ridge\n" + NEWS + "By Odile Vesper, Hill Post, 1 May 2001\n"
    second = "Barley Rises Again\n" + ECONOMY + "By Anna Kern, Coast Gazette, 5 March 1999\n"
    found = outer(first + second)
    assert [a.start for a in found] == [0, len(first)]
    assert [a.author for a in found] == ["Odile Vesper", "Anna Kern"]


def test_the_same_memoir_in_two_languages_is_two_accounts() -> None:
    first = "My Winter on the Ridge\n" + MEMOIR
    found = outer(first + "Моя зима на хребте\n" + MEMOIR_RU)
    assert [a.start for a in found] == [0, len(first)]
    assert [a.language for a in found] == ["en", "ru"]
    assert found[0].kind == "memoir"


def test_the_translators_closing_note_stands_inside_the_translation() -> None:
    note = "Translator's note: the word rendered as tent means any shelter made of cloth.\n"
    text = "My Winter on the Ridge\n" + MEMOIR + note
    found = accounts(text)
    assert [(a.kind, a.parent is None) for a in found] == [("memoir", True), ("notes", False)]
    assert text[found[1].start : found[1].end] == note.strip()
    assert found[1].parent == found[0].id


def test_an_interview_inside_an_article_is_nested() -> None:
    turns = (
        "Q: When did you hear of the hikers?\nA: On the twentieth of February, at the set.\n"
        "Q: What did the message say?\nA: That they had seen a tent and nobody near it.\n"
        "Q: Did you keep the log?\nA: No, it was taken away in March.\n"
    )
    text = (
        "Nine Went Up the Ridge\n" + NEWS + turns + NEWS_TWO + NEWS_TWO.replace("club", "town") * 4
    )
    found = accounts(text)
    assert [a.kind for a in found] == ["article", "interview"]
    assert text[found[1].start : found[1].end] == turns.strip()


def test_a_letter_quoted_whole_is_nested() -> None:
    letter = "Dear Tobin,\nwe leave tomorrow at six and the snow is fresh.\nYours, Ilse\n"
    text = "Nine Went Up the Ridge\n" + NEWS + letter + NEWS_TWO
    inner = [a for a in accounts(text) if a.parent]
    assert [(a.kind, text[a.start : a.end]) for a in inner] == [("letter", letter.strip())]


def test_days_chapters_and_headlines_do_not_split() -> None:
    days = "".join(
        f"{day} September 1871\nWe went on along the river, and I wrote to my sister. Wind from the "
        "north. The horses were tired and we rested them at noon by the ford.\n"
        for day in range(2, 12)
    )
    assert len(outer(days)) == 1
    chapters = "".join(f"CHAPTER {n}\n{MEMOIR}" for n in ("I", "II", "III"))
    assert len(outer(chapters)) == 1
    headlines = "".join(f"{place} Votes For a New Bridge\n" for place in ("Vardy", "Lisle") * 10)
    assert len(outer(headlines)) == 1


def test_article_marks_divide_without_any_cue() -> None:
    text = NEWS + ECONOMY
    split = len(NEWS)
    marks = (Mark(0, split - 1, "article"), Mark(split, len(text), "article"))
    assert [a.start for a in outer(text, *marks)] == [0, split]


def test_a_single_text_takes_what_the_file_says_of_itself() -> None:
    meta = (("title", "A Page"), ("author", "M. Kern"), ("date", "2004-02-01T10:00:00"))
    found = divide(Transcript("one.html", NEWS, (), (), meta))
    assert len(found) == 1
    assert (found[0].title, found[0].author, found[0].date) == ("A Page", "M. Kern", "2004-02-01")


def test_nothing_gives_nothing() -> None:
    assert divide(Transcript("empty.txt", "")) == ()
    assert divide(Transcript("blank.txt", " \n\t\n")) == ()


def test_a_repeated_text_has_two_ids() -> None:
    head = "By Odile Vesper, Hill Post, 1 May 2001\n"
    found = outer((head + ECONOMY + "Share this article\n" + head + NEWS) * 2)
    assert len({a.id for a in found}) == len(found)


_LINES = st.lists(
    st.one_of(
        st.sampled_from(
            [
                *(NEWS, ECONOMY, MEMOIR, MEMOIR_RU, CAPTION, SUBHEAD, MACHINERY),
                *("By A. Kern, City Times, Oct. 2 2011\n", "***\n", "\n"),
                *("CHAPTER I\n", "Dear X,\n"),
            ]
        ),
        st.text(max_size=60),
    ),
    max_size=12,
)


@settings(max_examples=60, deadline=None)
@given(_LINES)
def test_outer_accounts_tile_the_text_and_inner_ones_lie_within(parts: list[str]) -> None:
    text = "".join(parts)
    found = divide(Transcript("pile.txt", text))
    assert found == divide(Transcript("pile.txt", text))
    tops = [a for a in found if a.parent is None]
    covered = 0
    for account in tops:
        assert not text[covered : account.start].strip()
        covered = account.end
    assert not text[covered:].strip()
    by_id = {a.id: a for a in found}
    assert len(by_id) == len(found)
    for account in found:
        assert account.start < account.end <= len(text)
        assert account.kind in ACCOUNT_KINDS
        assert 0.0 <= account.confidence <= 1.0
        assert account.reasons
        if account.parent:
            parent = by_id[account.parent]
            assert parent.start <= account.start
            assert account.end <= parent.end


@pytest.mark.parametrize(
    "text",
    [
        "(" * 200_000,
        "\n" * 1_000_000,
        "word and Words. " * 20_000,
        "March 3, 1999\n" * 3_000,
        "img.jpg" * 30_000,
        "A B " * 50_000,
        "“a b\n" * 10_000,
        " - " * 60_000,
    ],
    ids=["brackets", "empty lines", "one line", "dates", "files", "capitals", "quotes", "dashes"],
)
def test_hostile_text_takes_no_longer_than_any_other(text: str) -> None:
    began = time.perf_counter()
    assert len([a for a in divide(Transcript("x.txt", text)) if a.parent is None]) <= 1
    assert time.perf_counter() - began < 10


FEATURE = (
    "The mill at Sorrel burned in a night, and the miller's boy was blamed before the ashes were "
    "cold. He had the keys, the neighbours told us, and he had quarrelled with the miller.\n\n"
    "“I never saw him near the stove,” said the widow Tamm. “I was at my window and I saw my own "
    "hens run.” The constable has written down her words and believes the neighbours.\n\n"
)
RECALLED = (
    "I was the boy. I had the keys of the mill in my pocket and I slept, and my father carried me "
    "out. I have told this to nobody, because I was never asked by anyone I trusted.\n\n"
    "I remember the widow's hens. I remember my keys burning my leg. I remember that I did not cry "
    "until I saw my cap on another boy's head.\n\n"
)
TALK = (
    "You knew the miller?\n\nHe was my uncle, a hard man with flour in his eyebrows, who gave us "
    "a bun each on Saturdays.\n\nAnd the boy?\n\nThe boy had the keys. Everybody in Sorrel knew "
    "it, and it has never been a crime to have keys.\n\nWho burned it?\n\nThe stove, if you "
    "ask me. It was older than the house and it drew badly.\n\n"
)


def _headed(*pieces: tuple[str, str]) -> tuple[str, list[Mark], list[int]]:
    """A page of headings with what stands below each, its marks, and where the pieces begin."""
    text, marks, starts = "", [], []
    for heading, rest in pieces:
        starts.append(len(text))
        marks.append(Mark(len(text), len(text) + len(heading), "heading", "2"))
        text += f"{heading}\n\n{rest}"
    return text, marks, starts


def test_marked_headings_with_whatever_byline_below_them_divide_accounts_of_one_event() -> None:
    text, marks, starts = _headed(
        ("FIRE AT SORREL MILL", "Sorrel Packet, October 17, 1923\n\n" + FEATURE),
        (
            "“The stove drew badly”",
            "Hedda Tamm talks to Ulla Brandt. Translated from the Danish by M. Ashby.\n"
            "Mill Folk Quarterly, Spring 1974\n\n" + TALK,
        ),
        ("Edvin Sorrel", "from Flour and Ash, Tamm & Sons, 1961\n\n" + RECALLED),
        ("Re: the mill, facts and figures", "By stovepipe_9 on 7 Feb 2008, 09:12\n\n" + FEATURE),
    )
    found = outer(text, *marks)
    assert [a.start for a in found] == starts
    assert [a.kind for a in found] == ["article", "interview", "memoir", "post"]
    assert [a.author for a in found] == ["", "Hedda Tamm", "Edvin Sorrel", "stovepipe_9"]
    assert [a.publisher for a in found][:3] == [
        "Sorrel Packet",
        "Mill Folk Quarterly",
        "Tamm & Sons",
    ]
    assert found[2].title == "Flour and Ash"
    assert [a.date for a in found] == ["1923-10-17", "1974", "1961", "2008-02-07"]


def test_a_page_keeps_its_machinery_and_comments_out_of_its_accounts() -> None:
    menu, body = "Home\n\n", "Nine Went Up the Ridge\n\n" + NEWS.replace("\n", "\n\n")
    comment = "lantern_9 says:\n\nMarch 9, 2012 at 6:02 pm\n\nThank you for this page.\n\n"
    footer = "Proudly powered by hand"
    text = menu + body + comment + footer
    last = len(text) - len(footer)
    found = accounts(
        text,
        Mark(0, 4, "navigation"),
        Mark(len(menu + body), last - 2, "comment"),
        Mark(last, len(text), "navigation"),
    )
    assert [(a.kind, a.parent) for a in found] == [
        ("boilerplate", None),
        ("article", None),
        ("comment", None),
        ("boilerplate", None),
    ]
    assert text[found[1].start : found[1].end] == body.strip()
    assert (found[2].author, found[2].date) == ("lantern_9", "2012-03-09")


def test_a_message_is_a_letter_by_its_header() -> None:
    head = "From: Anna Kern <a.kern@example.org>\nTo: b@example.org\n"
    sent, subject = "Date: Mon, 09 Feb 2009 19:40:58 +0000\n", "Subject: The mill\n\n"
    text = f"{head}{sent}{subject}Dear Tobin,\n\n{RECALLED}Yours sincerely,\n\nAnna Kern"
    at = len(head)
    found = accounts(
        text,
        Mark(0, len(text), "article"),
        Mark(6, 36, "byline", "From"),
        Mark(at + 6, at + len(sent) - 1, "time", "2009-02-09T19:40:58+00:00"),
        Mark(at + len(sent) + 9, at + len(sent) + 17, "title", "Subject"),
    )
    (letter,) = found
    assert (letter.author, letter.date) == ("Anna Kern", "2009-02-09")
    assert (letter.title, letter.publisher, letter.kind) == ("The mill", "", "letter")


def test_a_letter_is_signed_at_its_end_and_its_place_is_no_publisher() -> None:
    text = (
        "Сорель, 21 января 1934 года\n\nМилая тётя Агата!\n\nМельница сгорела, мальчик жив. Пишу "
        "тебе коротко, потому что бумаги мало.\n\nТвоя Анна Керн"
    )
    (letter,) = accounts(text)
    assert (letter.author, letter.publisher, letter.kind) == ("Анна Керн", "", "letter")
    assert letter.date == "1934-01-21"


def test_a_list_of_facts_is_no_interview() -> None:
    facts = "".join(
        f"{key}: {n} of them\n" for n, key in enumerate(("Built", "Lost", "Found", "Left", "Kept"))
    )
    assert all(a.kind != "interview" for a in accounts(NEWS + facts + NEWS_TWO))

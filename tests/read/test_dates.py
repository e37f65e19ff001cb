"""Dates: phrase to EDTF, anchors said, nothing guessed."""

import pytest
from accounts import read_one


def dates(text: str, **how: str) -> list[tuple[str, str]]:
    return [(d.passage.quote, d.edtf) for d in read_one(text, **how).dates]


@pytest.mark.parametrize(
    ("text", "quote", "edtf"),
    [
        ("It began in the 1880s.", "1880s", "188X"),
        ("He came c. 1790 to the town.", "c. 1790", "1790~"),
        ("In the spring of 1871 she left.", "spring of 1871", "1871-21"),
        ("It was built in the late 17th century.", "the late 17th century", "1667/1699"),
        (
            "Between March and July 1812 they sailed.",
            "Between March and July 1812",
            "1812-03/1812-07",
        ),
        ("From 1958 on he lived there.", "From 1958 on", "1958/.."),
        ("It was done by the end of May 1920.", "by the end of May 1920", "../1920-05-31"),
        ("On Monday, 4 March 1931, it burned.", "Monday, 4 March 1931", "1931-03-04"),
        ("The house stood until 1975.", "until 1975", "../1975"),
        ("He served from 1914 to 1918.", "from 1914 to 1918", "1914/1918"),
        ("She died in early 1999.", "early 1999", "1999-01/1999-04"),
        ("Perhaps in 1790 it was sold.", "Perhaps in 1790", "1790?"),
        ("The order of 19-Nov-12 is lost.", "19-Nov-12", ""),
        ("In the winter of 1871 snow fell.", "winter of 1871", "1871-24"),
        ("In the winter of 1941-42 snow fell.", "winter of 1941-42", "1941-12/1942-02"),
        ("On the second of March 1931 it thawed.", "the second of March 1931", "1931-03-02"),
        ("It was 4 or 5 March 1931.", "4 or 5 March 1931", "[1931-03-04,1931-03-05]"),
        ("Not before 1712 was it built.", "Not before 1712", "1712/.."),
        ("It was built no later than 1715.", "no later than 1715", "../1715"),
        ("On 12 March 1801 O.S. he died.", "12 March 1801 O.S.", "1801-03-24"),
        ("On 12 (24) March 1801 he died.", "12 (24) March 1801", "1801-03-24"),
        ("On 25 October (7 November) 1917 it fell.", "25 October (7 November) 1917", "1917-11-07"),
        ("It was sold at Easter 1916.", "Easter 1916", "1916-04-23"),
        ("It was in the first half of 1942.", "the first half of 1942", "1942-40"),
        ("It took place in nineteen forty-one.", "nineteen forty-one", "1941"),
        ("From 3 to 5 May 1942 they fought.", "From 3 to 5 May 1942", "1942-05-03/1942-05-05"),
        ("They fought May to July 1942.", "May to July 1942", "1942-05/1942-07"),
        ("In 264 B.C. war began.", "264 B.C.", "-0263"),
        ("He fell on 17.08.42 at the ford.", "17.08.42", "XX42-08-17"),
        ("He drank after the First World War.", "after the First World War", "1918-11-11/.."),
        ("In the eighties they came back.", "the eighties", "XX8X"),
    ],
)
def test_english(text: str, quote: str, edtf: str) -> None:
    assert dates(text) == [(quote, edtf)]


@pytest.mark.parametrize(
    ("text", "quote", "edtf"),
    [
        ("В 1931 году начался пожар.", "1931 году", "1931"),
        ("Это было в марте 1920 г. в порту.", "марте 1920 г.", "1920-03"),
        ("Весной 1871 года он уехал.", "Весной 1871 года", "1871-21"),
        ("До 1917 года здесь жили.", "До 1917 года", "../1917"),
        ("С 1914 по 1918 год он служил.", "С 1914 по 1918 год", "1914/1918"),
        ("Всё случилось 5 мая 1945 года ночью.", "5 мая 1945 года", "1945-05-05"),
        (
            "Он умер 12 марта 1801 года по старому стилю.",
            "12 марта 1801 года по старому стилю",
            "1801-03-24",
        ),
        (
            "В начале марта 1943 года ударил мороз.",
            "начале марта 1943 года",
            "1943-03-01/1943-03-10",
        ),
        ("В 1920-х годах здесь жили.", "1920-х годах", "192X"),
        ("В конце XVIII века построили мост.", "конце XVIII века", "1767/1799"),
        ("С марта по июль 1812 года шли бои.", "С марта по июль 1812 года", "1812-03/1812-07"),
        ("Между 1914 и 1918 годами его не было.", "Между 1914 и 1918 годами", "1914/1918"),
        ("Дом построен не раньше 1712 года.", "не раньше 1712 года", "1712/.."),
        ("Второго марта 1942 года выпал снег.", "Второго марта 1942 года", "1942-03-02"),
        ("С 1958 года он жил один.", "С 1958 года", "1958/.."),
        ("До Октябрьской революции тут была лавка.", "До Октябрьской революции", "../1917-11-07"),
        ("Рядовой погиб 17.08.42 у брода.", "17.08.42", "XX42-08-17"),
        ("Приказ от 03.09.1942 утерян.", "03.09.1942", "1942-09-03"),
    ],
)
def test_russian(text: str, quote: str, edtf: str) -> None:
    assert dates(text, language="ru") == [(quote, edtf)]


def test_a_count_is_no_year() -> None:
    assert dates("They walked past 1200 homes, and in 1500 houses lamps burned.") == []


def test_a_day_without_year_takes_the_accounts_own_and_says_so() -> None:
    (found,) = read_one("It burned on 7 March and went out.", date="1999-03-10").dates
    assert (found.edtf, found.anchor) == ("1999-03-07", "account 1999-03-10")


def test_a_day_of_an_old_story_takes_the_storys_year() -> None:
    text = "In 1931 the mill burned. On 7 March the roof fell."
    found = read_one(text, date="1999-03-10").dates[1]
    assert (found.edtf, found.anchor) == ("1931-03-07", "narrative 1931")


def test_a_day_without_any_year_stays_unresolved() -> None:
    (found,) = read_one("It burned on 7 March and went out.", kind="memoir").dates
    assert (found.edtf, found.anchor) == ("XXXX-03-07", "")


def test_bare_years_of_ships_and_people() -> None:
    found = read_one("Steam ferry, built 1911, scrapped 1952. Zherdev d. 1970 in Odessa.").dates
    assert [(date.passage.quote, date.edtf) for date in found] == [
        ("1911", "1911"),
        ("1952", "1952"),
        ("1970", "1970"),
    ]

"""Retellings in small dossiers: a few sentences told again years later, with hardly a word in
common."""

import re

import pytest

from variorum.establish.meaning import meaning, open_encoder
from variorum.establish.retell import Retelling, retellings
from variorum.establish.stretches import Stretch
from variorum.model.critique import Account
from variorum.model.reading import ReadingText, reading_text

# A telling stands between ⟦ and ⟧.

HARBOUR = (
    """Conversation with Joost Verbeek, tug master, retired
Q: How long were you on the river?
A: Forty-one years. I began as a deck boy on my uncle's barge and could not swim.
Q: What was the strangest day?
A: ⟦The day of the elephant. A circus ship had run aground by the grain elevator. They had to
lighten her, so
they led the elephant down a plank onto my afterdeck. The tug settled until the water came in at the
scuppers.
The keeper sat on the winch and fed her loaves all the way to the fish dock. When we made fast she
would not
leave, and in the end a little girl drew her ashore with an apple.⟧
Q: Do you miss the work?
A: I miss the mornings. My wife says that I still get up at four and look for the tide.""",
    """The River and Its Men
By Liese Hartog
The pilots are proud and the dredgers are poor. Nobody ever wrote a song about a dredger.
In the winter of the great ice the ferries stood still for eleven weeks and people walked across
with prams.
⟦Old Verbeek once carried a stranger cargo than coal. A steamer with a menagerie on board was stuck
on the
mud, and to get her off the heaviest beast was taken over on his stern by means of a gangway. His
boat lay so
deep that the river washed over the deck. A man perched on the capstan gave the animal bread as long
as the
trip lasted. At the quay it refused to walk off until a child came with fruit and coaxed it on
land.⟧
Today the harbour has cranes that no man drives. The tugs are called by numbers.""",
)
SIEGE = (
    """Diary of the apothecary Wenzel Lauber
3 May. Sold the last of the quinine. The baker's boy has the measles.
⟦4 May. Before daybreak the enemy sent a trumpeter with a white cloth to the Water Gate. The mayor
received
him in his dressing gown. The letter demanded forty hostages and all the gunpowder. The mayor read
it twice,
folded it into a little boat, and set it on the moat before the trumpeter's eyes. The man laughed,
saluted
and rode off.⟧
6 May. Rain. They have shot the weathercock from the tower.""",
    """Recollections of Fanny Orsini, dictated in 1889
My father kept the inn at the sign of the Pike. I learned to reckon from the chalk marks behind the
door.
⟦I was carrying milk when the messenger arrived, and so I saw it all from the bridge. He held up a
pale flag
and blew his horn as though we were all still asleep, which we were. Our burgomaster came out in
slippers. He
was told to give up his powder and two score citizens. Without a word he made a paper ship of what
was
written there and let it swim among the ducks. Even the soldier had to smile, and he put his hand to
his hat.⟧
I married a cooper and buried him. The inn has been sold to people from the city.""",
)
KITCHEN = (
    """Aunt Roza's Kitchen
I. The stove
My aunt's stove had come from Trieste on an ox cart, and it had a door with a lion on it.
⟦One winter a bishop was snowed in with us. He had asked for nothing but broth, and my aunt, who
despised
broth, cooked him the goose that was meant for the wedding. He ate it down to the bones without a
word. Then
he took off his ring, laid it on the plate beside the drumstick and fell asleep in his chair. My
aunt kept
that ring in the salt until he sent a monk for it at Easter.⟧
II. The garden
Behind the house there were currants and a walnut tree that bore every other year.
My cousin Bela fell out of it and was never again good at sums.
The neighbours kept turkeys. We were forbidden to imitate them.
III. The city
I went to the university with a basket of eggs and a letter to a professor.
The professor had died. I sold the eggs, and lived for a month on the money.
In the evenings we sat in a cafe that had no coffee and talked about the theatre.
IV. Old age
Now that I am old I cook for one, and badly.
⟦People ask me for the tale of the prelate. He was caught by a snowstorm, I tell them, and begged
for a bowl
of soup. Roza thought soup an insult and roasted the bridal goose instead. The holy man finished all
of it,
silently, put the ring from his finger next to the leg bone and began to snore. Until spring it lay
in our
salt box, and then a friar came to fetch it.⟧
They never believe the part about the salt.""",
)
FOREST = (
    """Протокол беседы с лесником Сысоевым
Служу я тут с двадцать девятого года. Дом поставил сам, печку клал тесть.
⟦Осенью к кордону вышел мальчик лет семи, босой, с петухом под мышкой. Имени своего он не говорил,
только
показывал рукой на болото. Мы пошли туда с фонарями и к полуночи нашли телегу, а под телегой спала
его бабка.
Она обругала нас за то, что разбудили. Петух потом три года жил у нас на крыльце.⟧
Браконьеров я ловил, но не много. Жалованье платят исправно.""",
    """Letter from the district doctor's wife
The roads are bad and the samovar leaks. I read the same four novels in turn.
⟦Our forester has had a visitor. A barefoot little boy came out of the woods with a cockerel in his
arms. He
would not tell what he was called and pointed to the swamp. They took lanterns and searched, and
about
midnight they came upon a cart with the grandmother asleep beneath it. She scolded them for waking
her. The
bird has remained on the forester's porch.⟧
My husband has gone to Tver about the vaccine. It has been snowing since Thursday.""",
)
PLANTED = {"harbour": HARBOUR, "siege": SIEGE, "kitchen": KITCHEN, "forest": FOREST}

STRIKES = (
    """The strike at the glassworks began with a broken kettle. The foreman had kicked it over in
the night.
By noon two hundred men stood in the yard with their hands in their pockets. The owner spoke from a
window and
nobody took off his cap. After nine days he bought a new kettle, a larger one, and the furnaces were
lit.""",
    """In the tannery they struck over the clock. It lost four minutes a day and always in the same
direction.
The women walked out first and sat on the bridge with their knitting. A priest was sent to them and
came back
with a scarf. The clock was sold to a museum, and wages were raised by a penny.""",
    """The dockers of Sall refused to unload the guano ship. It was August and even the gulls had
left. The
company fetched men from the hills, who fainted. On the third evening the mayor himself took a
shovel, to
shame them, and had to be carried home.""",
)
CHILDHOODS = (
    """I was born in a house with nine clocks. My father repaired them and never knew what time it
was. My
mother sang in the choir and kept accounts in a green book. On Sundays we walked to the reservoir
and threw
sticks for a dog that was not ours. I had a sister who could whistle with two fingers. At ten I was
sent to
the Jesuits, who took away my accent.""",
    """We were poor but we had a horse. My grandfather slept in the stable because he said that it
was warmer.
There were seven of us at table and six plates. My brother Imre ate from the lid of the pot. In
winter we went
to school on skis made of barrel staves. The teacher was in love with the postmistress and taught us
nothing.""",
    """My earliest memory is of a curtain. Behind it my mother was being photographed by
a Hungarian. We moved
every year, always to a street with a longer name. I was taught by governesses, of whom the third
stole spoons.
At twelve I decided to become a nun, and at thirteen an actress.""",
)
UNRELATED = {"strikes": STRIKES, "childhoods": CHILDHOODS}


def account(name: str, text: str) -> tuple[ReadingText, list[tuple[int, int]]]:
    """A reading text without the marks, and the spans they stand around."""
    text = re.sub(r"(?<=\S)\n(?=[a-zа-яà-ÿ“])", " ", text)
    plain, spans, begun = "", [], 0
    for piece in re.split("([⟦⟧])", text):
        if piece == "⟦":
            begun = len(plain)
        elif piece == "⟧":
            spans.append((begun, len(plain)))
        else:
            plain += piece
    language = "ru" if re.search("[а-я]", plain) else "en"
    whole = Account(name, f"{name}.txt", 0, len(plain), name, "", "", "", language, "article")
    return reading_text(whole, plain, []), spans


def found(
    readings: list[ReadingText], known: tuple[tuple[Stretch, Stretch], ...] = ()
) -> tuple[Retelling, ...]:
    encoder = open_encoder()
    return retellings(readings, {r.account.id: meaning(r, encoder) for r in readings}, known)


def lies_in(stretch: Stretch, account: str, span: tuple[int, int]) -> bool:
    inside = min(stretch.end, span[1]) - max(stretch.start, span[0])
    return stretch.account == account and 2 * inside > stretch.end - stretch.start


@pytest.mark.parametrize("name", PLANTED)
def test_a_retelling_is_found_and_nothing_else(name: str) -> None:
    made = [account(f"{name}-{n}", text) for n, text in enumerate(PLANTED[name])]
    places = [(r.account.id, span) for r, spans in made for span in spans]
    assert len(places) == 2
    told = found([r for r, _ in made])
    assert told
    for one in told:
        assert lies_in(one.a, *places[0])
        assert lies_in(one.b, *places[1])


@pytest.mark.parametrize("name", UNRELATED)
def test_stories_of_one_kind_are_no_retellings(name: str) -> None:
    assert found([account(f"{n}", text)[0] for n, text in enumerate(UNRELATED[name])]) == ()


def test_strangers_in_one_dossier_stay_strangers() -> None:
    readings = [
        account(f"{name}-{n}", texts[n])[0]
        for name, texts in (PLANTED | UNRELATED).items()
        for n in range(len(texts))
    ]
    for one in found(readings):
        assert one.a.account.split("-")[0] == one.b.account.split("-")[0]


def test_the_questions_of_an_interview_are_no_story() -> None:
    asked = (
        "Where were you born?",
        "What did your father do?",
        "When did you leave school?",
        "Did you marry?",
    )
    first = (
        "In a lighthouse.",
        "He bred canaries and quarrelled with the bishop.",
        "Never.",
        "A dentist, twice.",
    )
    second = (
        "At sea, off Malta.",
        "I was told that he sold maps.",
        "At eleven, by the window.",
        "Not that I know.",
    )
    one, other = (
        "\n".join(f"Q: {q}\nA: {a}" for q, a in zip(asked, answers, strict=True))
        for answers in (first, second)
    )
    assert found([account("one", one)[0], account("other", other)[0]]) == ()


def test_copies_named_beside_the_first_alone_are_all_known() -> None:
    text = SIEGE[0].replace("⟦", "").replace("⟧", "")
    readings = [account(f"copy{n}", text)[0] for n in range(4)]
    first, *others = (Stretch(r.account.id, 0, len(r.text)) for r in readings)
    assert found(readings, tuple((first, other) for other in others)) == ()

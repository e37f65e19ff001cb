"""Small words that decide what a clause claims, English and Russian."""

from variorum.read.words import listed

NOT = listed(
    """not never cannot hadn didn wasn weren isn aren cant dont didnt doesnt wasnt isnt
    wont couldnt wouldnt hasnt hadnt don doesn won couldn wouldn hasn haven не нет"""
)
"""Also the halves of words that a page or a scanner has broken at the apostrophe."""
DENYING = listed("fail refuse deny отказаться отказываться отрицать")
"""Verbs that deny the one after them."""

WITHOUT = listed("""no without neither nor без ни никакой никакого никакая никаких никаким""")
NOBODY = listed("nobody none nothing никто никого никому ничто ничего")
EXCEPT = listed("except save excepting кроме")
NOT_ONLY = listed("withstanding longer only just merely simply yet even только лишь просто")

UNREAL = listed(
    """if unless due would could might may should shall will lest whether ought wish wished let must
    going если бы пусть чтобы разве ли будет будут может мог могли должен должны хотел"""
)
SUPPOSING = listed("if unless lest whether если бы чтобы разве ли")
"""Of these, words that make a whole clause a supposition."""

UNREAL_PAIRS = frozenset((("as", "if"), ("as", "though"), ("как", "будто"), ("в", "случае")))
"""Words of clauses that suppose, wish, plan or ask."""

AND = listed("and or but и или но а")
BREAKS = listed(
    """that who whom which whose because when while where after before until since although though as
    что кто который которая которые которого которой когда пока где потому хотя чтобы если как"""
)

LIGHT = listed(
    "had has have was were is are be been got went made did do does said will would could"
)
"""Verbs that no reading keeps, for they tell little; a name does not go on over them."""

PAST_ALIKE = listed(
    """cut put hit set shut burst cast hurt let spread quit split bet beat swam clung trod forsook
    forgave"""
)
"""Verbs whose past is written as their base form, or is left so by the reading."""
NO_VERB_AFTER = listed(
    """the a an this that his her its our my your their of in on at by with from for no any some each
    every first second last one two three"""
)
"""Words after which one of them is a noun: "the cut", "a set"."""

IRREGULAR_PLURALS = listed(
    """men women children feet teeth people mice geese oxen lice brethren wives lives knives"""
)
PLAIN = listed(
    """the a an of to in on at by with from for and or but not no as is was were are be been being am
    he she it they we i you him her them us me his hers its their our my your this that these
    those there here who whom which what when where how why had has have having do did does done
    so up down out off over into onto upon about after before than then too very all any some each
    both one if would could should will shall may might must can cannot also just only even still
    again himself herself themselves itself и в на с со к ко у о об от до из за по под над при не
    ни но а да же бы ли то это этот эта эти тот та те он она оно они мы вы я ты его её ее их ему
    ей им меня мне нас нам был была было были быть есть как так что кто где когда там тут уже ещё
    еще только все всё"""
)
"""Words that carry no base form among a sentence's terms."""

ALMOST_NOT = listed(
    """little few hardly scarcely impossible unable rarely seldom nearly almost unknown unlikely
    unclear yet мало едва почти невозможно редко чуть"""
)
"""Words beside which a claim is no claim."""

PRONOUNS = listed(
    """i you he she it we they this that these those who which what there one all both each some many
    someone everybody everyone nobody none anyone я ты он она оно мы вы они это кто что все всё
    оба"""
)

BLOWS = listed(
    """kill murder slay cut behead hack execute assassinate stab shoot strike hit wound убить
    зарезать рубить перерубить зарубить застрелить ударить ранить разрубить"""
)
"""Verbs of what is done with a weapon or a tool."""

HITS = listed(
    """wound shoot hit strike stab injure hurt bite pierce beat bruise ранить попасть ударить
    выстрелить поразить"""
)
"""Verbs of what is done to a part of the body."""

LIGHT_VERBS = listed(
    """is are was were be been has have had do does did went go gone goes said say says got get made
    make makes took came could would saw take give come lies lay stood there's 's был была было
    были есть стал стала сказал сказала пошёл пошел пошла имел имела стоял стояла лежал лежала"""
)
"""Forms of verbs that do not stand among a sentence's terms, and some that are easily missed."""

BEINGS = listed(
    """mother father brother sister son daughter wife husband uncle aunt cousin nephew niece
    grandfather grandmother widow boy girl officer captain major colonel general lieutenant
    sergeant corporal private soldier sailor seaman mate pilot driver engineer stoker fireman
    policeman constable sheriff guard sentry guide doctor surgeon nurse teacher priest bishop monk
    nun rabbi king queen prince emperor governor mayor judge lawyer clerk secretary minister
    president deputy commissar director manager foreman worker miner farmer peasant fisherman
    hunter merchant baker butcher smith carpenter servant maid cook steward passenger prisoner
    witness neighbour neighbor stranger friend enemy rebel robber thief disciple apostle elder
    centurion angel devil demon crew deckhand porter watchman gatekeeper commander chief master
    boss owner leader student pupil author editor reporter journalist translator interpreter ruler
    scribe pharisee militiaman partisan cossack german russian frenchman englishman indian turk
    pole jew мать отец брат сестра сын дочь жена муж дядя тётя тетка дед дедушка бабушка вдова
    офицер капитан майор полковник генерал лейтенант сержант ефрейтор солдат матрос боцман
    машинист кочегар шофёр водитель милиционер полицейский сторож часовой проводник врач доктор
    медсестра учитель учительница священник царь король князь губернатор судья секретарь министр
    председатель комиссар директор начальник мастер рабочий шахтёр крестьянин рыбак охотник купец
    слуга повар пассажир пленный свидетель сосед соседка друг враг партизан казак немец командир
    хозяин студент редактор журналист переводчик"""
)
"""Common nouns that can do a deed."""

GENERIC = listed(
    """first second third fourth last next same behold look lo man woman person people somebody
    someone one boy girl child other others another many several crowd multitude everybody
    everyone anybody anyone nobody group party lot number body part all men women children guy
    gentleman lady fellow thing hand voice word day night time year morning evening hour it he she
    they we i you who that which this these those there человек мужчина женщина люди ребёнок
    мальчик девочка некто кто-то другой народ толпа группа он она они мы я ты вы который кто это
    день ночь время год утро вечер час"""
)
"""Fillers that may be anybody or anything: a refinement of the other side, no contradiction."""


def _phrases(listed_by_commas: str) -> tuple[str, ...]:
    return tuple(" ".join(phrase.split()) for phrase in listed_by_commas.split(","))


HEARSAY = _phrases(
    """people say, people said, it was rumoured, it is rumoured, everybody said, they say, some say,
    some said, it is said, it was said, people will tell, it has been said, has been told, it is
    told, they claim, is claimed, was claimed, it was claimed, some claim, the story is, the story
    goes, rumour has, rumor has, legend has, legend says, has been written, have written, it is
    written that, newspapers wrote, the papers said, the papers say, i have heard, i heard that,
    говорят, рассказывают, говорили, ходят слухи, по слухам, пишут, писали, утверждают,
    утверждается"""
)
"""Frames in which a text gives what others claim."""

DISPUTES = _phrases(
    """disputes, disputed, dispute this, mistaken, is wrong, was wrong, are wrong, wrongly,
    incorrect, not true, untrue, is false, was false, no truth, nonsense, a lie, contradict, in
    error, erroneous, misremember, contrary to, not correct, does not agree, do not agree, there
    was no such, never happened, invention, invented by, confuses, a slip, denied, denies, deny,
    refute, оспаривает, оспаривают, ошибается, ошибка, ошибочно, ошибся, неверно, неправда, не
    правда, вопреки, противоречит, путает, опроверг, отрица, вымысел, выдумка, ложь, не
    соответствует, на самом деле, в действительности, врут, не верьте"""
)
"""Words by which a text itself says that something told is not so."""

STRONG_DISPUTES = tuple(
    cue
    for cue in DISPUTES
    if cue
    not in ("disputes", "disputed", "denied", "denies", "deny", "a lie", "a slip", "ложь", "отрица")
)
"""Words that dispute what another account tells, whoever is spoken of."""

OTHERS = (
    ("some say", "others"), ("some said", "others"), ("some", "others say"), ("some", "others said"),
    ("some", "others dispute"), ("одни", "другие"), ("по одним", "по другим"),
    ("one account", "another"),
    ("some accounts", "others"), ("some sources", "others"), ("some witnesses", "others"),
)  # fmt: skip
"""Two frames of one sentence: the first leads one version, the second the other."""

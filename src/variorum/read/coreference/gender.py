"""Gender: whether a name is a man's or a woman's, from its titles, its given name and its endings."""

import re
from collections import Counter, defaultdict
from functools import lru_cache

from variorum.read.spans import NameSpan
from variorum.read.words import KINSHIP, listed

MALE, FEMALE = "m", "f"

_MALE_TITLES = listed(
    """mr sir lord herr monsieur señor signor don master mister king prince emperor tsar czar duke
    count baron earl viscount marquis friar brother father uncle grandpa husband son widower
    chairman congressman spokesman priest monk abbot pope bishop m господин г-н гражданин отец брат
    дядя дед дедушка сын муж король император царь князь граф барон священник протоиерей"""
)
_FEMALE_TITLES = listed(
    """mrs miss ms lady madam madame mme mlle mademoiselle frau fräulein señora señorita signora
    signorina doña dame queen princess empress duchess countess baroness nun sister mother aunt
    auntie granny grandma wife widow daughter chairwoman congresswoman spokeswoman mistress
    госпожа г-жа гражданка мать сестра тётя тетя тётка бабушка жена вдова дочь королева
    императрица царица княгиня графиня баронесса"""
)
_MALE_KIN = frozenset(
    [
        "father",
        "son",
        "brother",
        "husband",
        "grandfather",
        "grandson",
        "uncle",
        "nephew",
        "stepfather",
        "stepson",
        "godfather",
        "father-in-law",
        "son-in-law",
        "brother-in-law",
        "fiancé",
        "great-grandfather",
    ]
)
_FEMALE_KIN = frozenset(
    [
        "mother",
        "daughter",
        "sister",
        "wife",
        "grandmother",
        "granddaughter",
        "aunt",
        "niece",
        "stepmother",
        "stepdaughter",
        "godmother",
        "mother-in-law",
        "daughter-in-law",
        "sister-in-law",
        "fiancée",
        "great-grandmother",
    ]
)
_MEN = listed(
    """aaron abraham adam adolf adrian alan albert aldo alec aleksandr aleksei alessandro alex
    alexander alexei alexey alfred ali allan allen anatoly anders andre andreas andrei andrew andrey
    andrzej angelo anthony anton antonio archibald arkady arne arnold arthur august augustus axel
    barney benjamin bernard bert bill billy bob boris brian bruce bruno carl carlo carlos cecil
    charles charley charlie chester christian christopher clarence claude clement clifford conrad
    craig cyril dan daniel david denis dennis derek dick diego dieter dimitri dmitri dmitry donald
    douglas duncan ebenezer eddie edgar edmund edward edwin eli elias emil enrico eric erik ernest
    ernst eugene evan evgeny felix fernando filip francis francisco franco frank franz fred frederic
    frederick fritz fyodor gabriel gavin geoffrey george georg gerald gerard gerhard gilbert
    giovanni giuseppe gleb godfrey gordon graham greg gregory grigory guido günther gustav guy hans
    harald harold harry harvey hassan heinrich helmut henri henrik henry herbert herman hermann
    horace howard hubert hugh hugo humphrey ian ignacy igor ilya isaac ivan ivar jack jacob jacques
    jakob james jan janos jean jeffrey jens jeremy jerome jerry jim jimmy joachim joe joel johan
    johann john johnny jonas jonathan jorge jose josef joseph joshua josé juan jules julian jürgen
    karel karl keith kenneth kevin kirill klaus knut konrad konstantin kurt lars laurence lawrence
    leo leon leonard leonid leopold leslie lev lewis lionel lloyd louis luca lucas ludwig luigi luis
    luke magnus malcolm manuel marc marcel marco mario mark markus martin marvin matthew maurice max
    maxim michael michel miguel mike mikhail milan miles miroslav mitchell mohammed morris moses
    muhammad nathan nathaniel ned neil nicholas nick nicolas niels nigel nikita nikolai nikolay
    norman olaf oleg oliver orlando oscar oskar osip otto owen pablo paolo pascal patrick paul pavel
    pedro percy peter petr philip philippe pierre piotr pyotr ralph ramon raymond reginald rené
    richard rob robert roberto robin rodney roger roland rolf roman ronald rory rudolf rudolph rufus
    rupert russell sam samuel sandro scott sean sebastian sergei sergey sidney siegfried sigurd
    simon stanislav stanley stefan stephen steve steven stewart stuart sven taras ted terence theo
    theodore thomas tim timothy toby tom tomas tommy tony tristram umberto vadim valentin valery
    vasily victor viktor vincent vincenzo vittorio vitaly vladimir vladislav walter warren werner
    wilfred wilhelm will willem william willie wolfgang yakov yegor yuri zachary александр алексей
    анатолий андрей антон аркадий артём артем борис вадим валентин валерий василий виктор виталий
    владимир владислав вячеслав гаврила геннадий георгий герман глеб григорий давид даниил денис
    дмитрий евгений егор ефим захар иван игнат игорь илья иннокентий иосиф карл кирилл константин
    кузьма лаврентий лев леонид лука макар максим марк матвей михаил моисей назар никита николай
    олег осип павел пётр петр платон прохор родион роман савелий самуил семён семен сергей соломон
    спиридон станислав степан тарас терентий тимофей тихон трофим фёдор федор филипп фома алан
    альберт артур барак бенджамин билл винсент вильгельм генри ганс герхард густав давид дэвид
    дональд джеймс джек джо джозеф джон джонатан джордж жан жак йозеф кевин курт ларс людвиг майкл
    майк марио марко мартин мохаммед мухаммед отто пабло патрик пауль пьер ричард роберт рональд
    рудольф сэм стив стивен том томас уильям уолтер фрэнк франсуа франц фридрих фрэнсис хуан хосе
    чарльз эдвард эмиль эндрю эрик эрнст эдуард юрий яков ярослав саша миша коля ваня петя вася митя
    гриша лёша алёша серёжа костя"""
)
_WOMEN = listed(
    """abigail ada adela adele agatha agnes aileen alexandra alice alicia alma althea amalia amanda
    amelia amy anastasia andrea angela anita ann anna anne annette annie antonia astrid audrey
    barbara beatrice becky berta bertha beryl bessie beth betsy betty blanche brenda bridget
    brigitte britta camilla carmen carol carolina caroline catherine cathy cecilia charlotte chiara
    christina christine clara claire clarissa claudia constance cora cordelia cornelia cynthia daisy
    daphne daria deborah delia diana dinah dolores dora doris dorothea dorothy edith effie eileen
    elaine eleanor elena elisabeth eliza elizabeth ella ellen elsa elsie emilia emily emma erika
    ernestine esther ethel eugenia eva eve evelyn fanny flora florence frances francesca frieda
    galina gemma genevieve georgiana gertrude gina giulia gladys gloria grace greta gretchen
    gwendolen hanna hannah harriet hazel hedwig heidi helen helena helene helga henrietta hester
    hetty hilda ida ilse imogen ines inga ingeborg ingrid irena irene irina iris irma isabel
    isabella isobel ivy jane janet jean jeanne jennifer jenny jessica jessie joan joanna johanna
    josephine joyce juana judith judy julia juliet julie karen karin kate katerina katharina
    katharine katherine kathleen kathryn katya kitty klara larisa laura lavinia lena leonora letitia
    lidia lillian lily linda lisa liza lizzie lois lola louisa louise lucia lucille lucinda lucretia
    lucy ludmila luisa lydia lyudmila mabel madeleine maggie magdalena margaret margarita margery
    margot maria marian marianne marie marina marion marjorie martha mary mathilde matilda maud
    maude maureen mavis maya melissa mercedes mercy mildred millicent millie mina minna minnie
    miranda miriam moira molly monica muriel nadia nadezhda nancy naomi natalia natalie natasha nell
    nellie nelly nina nora norma odile olga olive olivia ophelia pamela patricia patsy paula paulina
    pauline pearl peggy penelope philippa phoebe phyllis polly priscilla prudence rachel raisa
    rebecca regina rhoda rita roberta rosa rosalie rosalind rosamond rose rosemary ruby ruth sally
    samantha sandra sara sarah sheila shirley sigrid silvia sofia sonia sonya sophia sophie stella
    stephanie susan susanna susannah susie svetlana sybil sylvia tamara tanya tatiana teresa tess
    thelma theodora theresa tina ursula valentina valeria vanessa varvara vera verity veronica
    victoria viola violet virginia vivian wanda wilhelmina winifred xenia yelena yvonne zelda
    zinaida zoe zoya агафья аграфена аделаида александра алина алиса алла анастасия ангелина анна
    антонина валентина валерия варвара василиса вера вероника виктория галина глафира дарья евгения
    евдокия екатерина елена елизавета ефросинья жанна зинаида зоя инна ирина капитолина кира клавдия
    клара ксения лариса лидия лилия любовь людмила маргарита марина мария марфа матрёна надежда
    наталия наталья нина нонна оксана ольга пелагея полина прасковья раиса римма роза светлана
    серафима софия софья тамара татьяна ульяна устинья фаина фёкла ада
    аделина анжела берта грета ева ида ирма рита эльза
    ядвига антонелла
    барбара вирджиния джейн
    дженнифер джессика джоан джулия диана ингрид изабелла каролина кейт кристина кэтрин линда лора
    луиза марта меган мелания мишель моника нэнси памела роза сара сьюзан хиллари шарлотта элизабет
    эмили эллен элеонора эмма юлия яна маша катя лена оля таня наташа настя даша аня надя варя соня
    лиза люба галя нюра дуня"""
)
_DEPENDS = re.compile(r"\s(?:of|for|in|at|to|on|from|and|и|по|в|на)\s|'s\s|’s\s")
"""What stands after it in a title says nothing of who bears it: "minister to the king"."""
_MALE_ENDINGS = ("ович", "евич", "ьич", "ovich", "evich", "yich")
_FEMALE_ENDINGS = ("овна", "евна", "ична", "ovna", "evna", "ichna")
_FEMALE_SURNAMES = (
    "ова", "ева", "ёва", "ина", "ская", "цкая", "ova", "eva", "skaya", "tskaya",
)  # fmt: skip
_MALE_SURNAMES = ("ов", "ев", "ёв", "ин", "ский", "цкий", "sky", "skiy", "skii", "tsky")


def gender_of(name: NameSpan) -> str:
    """``m``, ``f``, or empty where nothing in the name shows it or its signs contradict each other.

    Titles and kin terms outweigh given names, and these the endings of Slavic names.
    """
    return _gender(name.form, name.titles)


@lru_cache(maxsize=50_000)
def _gender(form: str, titles: tuple[str, ...]) -> str:
    heads = (_DEPENDS.split(title.lower(), maxsplit=1)[0] for title in titles)
    titled = [word.rstrip(".") for head in heads for word in head.split()]
    words = form.lower().replace("’", "'").split()
    return (
        _one_of(any(map(_male_title, titled)), any(map(_female_title, titled)))
        or _one_of(
            any(word.endswith(_MALE_ENDINGS) for word in words[1:-1]),
            any(word.endswith(_FEMALE_ENDINGS) for word in words[1:]),
        )
        or _given(words)
        or _patronymic(words)
        or _surname(words)
    )


def _patronymic(words: list[str]) -> str:
    """A man's by a last word that is a father's name: "Гуревич" after a woman's name is none."""
    if len(words) < 2 or not words[-1].endswith(_MALE_ENDINGS):
        return ""
    return MALE if words[0][-1] in _HARD and not words[0].isascii() else ""


def _male_title(word: str) -> bool:
    return word in _MALE_TITLES or KINSHIP.get(word, "") in _MALE_KIN


def _female_title(word: str) -> bool:
    return word in _FEMALE_TITLES or KINSHIP.get(word, "") in _FEMALE_KIN


def kin_gender(relation: str) -> str:
    """The gender of who stands in a relation: ``m`` for a brother; empty for a cousin."""
    return _one_of(relation in _MALE_KIN, relation in _FEMALE_KIN)


def ending_gender(lemma: str) -> str:
    """The grammatical gender of a Russian noun by its ending; empty for those in -ь and neuters."""
    return _one_of(lemma[-1:] in _HARD, lemma[-1:] in "ая" and bool(lemma))


def leaning(name: NameSpan) -> str:
    """``f`` for a full name whose given name, known or not, ends like most women's: "Jelena Marsh"."""
    first, _, rest = name.form.partition(" ")
    return FEMALE if rest and len(first) > 3 and first.endswith(("a", "а")) else ""


_HARD = frozenset("бвгджзйклмнпрстфхцчшщ")


def is_given(word: str) -> bool:
    """Whether a word is a given name of this list."""
    low = word.lower()
    return low in _MEN or low in _WOMEN


def _given(words: list[str]) -> str:
    for word in words[:1]:
        found = _one_of(word in _MEN, word in _WOMEN)
        # "Петра Соколова" is a man's genitive sooner than a woman's name
        if not found and word[-1:] in "ая" and {word[:-1], word[:-1] + "й"} & _MEN:
            found = MALE if not word.isascii() else ""
        if found:
            return found
    return ""


def _surname(words: list[str]) -> str:
    if not words:
        return ""
    male = words[-1].endswith(_MALE_SURNAMES) and len(words[-1]) > 4
    female = words[-1].endswith(_FEMALE_SURNAMES) and len(words[-1]) > 4
    if words[-1].isascii() and len(words) == 1:
        male = False  # English calls women by their fathers' and husbands' form too
    return _one_of(male, female)


def _one_of(male: bool, female: bool) -> str:
    return "" if male == female else MALE if male else FEMALE


def sexes_of(names: list[NameSpan], person: list[int]) -> dict[int, str]:
    """The gender of every person whose names show one, by most of them."""
    votes: dict[int, Counter[str]] = defaultdict(Counter)
    for name, who in zip(names, person, strict=True):
        sex = gender_of(name) if who >= 0 else ""
        if sex:
            votes[who][sex] += 1
    found = {}
    for who, count in votes.items():
        (best, most), *rest = count.most_common()
        if not rest or most > rest[0][1]:
            found[who] = best
    return found

"""Words that stand before names in ordinary prose: offices, ranks, kin, particles, function words.

Small lists of our own, English and Russian, of what an author himself sets before a name. They are
not meant to be complete: what is missing here must still fail the tests of ``insertion``, above all
that a word be set before the name throughout texts that have nothing else in common.
"""

import re


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


FUNCTION = _words(
    """
    a an the this that these those my your his her its our their whose which what who whom some
    any no every each either neither both all half such same other another many few more most
    much own and or but nor yet so for if as than because while when where whereas though
    although since until unless whether lest once of in on at by to from with without within
    into onto upon over under above below between among amid against about around across after
    before behind beside besides beyond during except inside outside near off out per plus via
    versus vs v through throughout till toward towards unlike like despite down up along is are
    was were be been being am do does did done has have had having will would shall should can
    could may might must ought not never ever also even just only still again already almost
    always often then there here now thus hence therefore however indeed perhaps maybe too very
    quite rather really yes oh well why how i you he she it we they me him us them one two three
    four five six seven eight nine ten first second third last next former latter late early ex
    dear poor old young little big great good bad new true real former-president then-president
    fellow future onetime one-time longtime long-time veteran senior junior deputy assistant
    acting vice chief head top lead main interim incoming outgoing retired alleged suspected
    accused convicted so-called self-styled famous famed legendary iconic popular beloved noted
    renowned eminent said says say told tells tell asked asks ask added adds replied answered
    wrote writes write called calls call named names name saw sees see met meets meet knew knows
    know thinks thought think let makes made make gave gives give took takes take quoting citing
    according including included includes nominated elected cried exclaimed returned continued
    began observed remarked thanks thank today yesterday tomorrow tonight later earlier ago dr
    mr mrs ms m и а но да или либо ни не что чтобы как так где когда куда откуда если хотя пока
    потому поэтому в во на над под по при про для до от ото из изо за к ко с со у о об обо без
    через между перед передо после вокруг около кроме вместо ради среди вдоль мимо против насчет
    насчёт благодаря согласно это этот эта эти этого этому этим этом тот та те того тому тем том
    сам сама сами самого самому весь вся все всех всем свой своя свои своего своему его её ее их
    мой моя мои твой наш наша наши ваш ваша ваши я ты он она оно мы вы они мне мной меня тебя
    тебе ему ей им нам нас вам вас был была было были есть быть будет будут же ли бы вот вон
    лишь только уже ещё еще даже тоже также потом затем тогда теперь сейчас здесь там тут очень
    сказал сказала говорит говорил говорила заявил заявила сообщил сообщила отметил отметила
    добавил добавила считает пояснил подчеркнул подчеркнула написал написала рассказал
    рассказала спросил спросила ответил ответила назвал один одна два три первый второй третий
    бывший бывшего бывшему бывшим молодой старый старик покойный покойного известный знаменитый
    легендарный
    """
)
"""Function words, common verbs of saying, and adjectives that are said of anybody."""

DETERMINERS = _words(
    """
    a an the this that these those my your his her its our their another no any some every each
    этот эта это эти тот та те свой своя своё свои мой моя мои твой наш наша наши ваш их его её
    der die das des dem den ein eine einer eines einem einen kein keine sein seine ihr ihre le
    la les un une ce cette ces mon ma mes son sa ses leur leurs el los las una uno unos il lo
    gli
    """
)
"""Articles and their like: an adjective or common noun follows them, a person's name hardly."""

ADDRESSES = _words(
    """
    mr mrs ms miss mx sir lady dame dr prof rev st gen maj col lt capt cmdr adm sgt sergt serjt cpl
    pvt sen rep gov hon messrs monsieur madame mme mlle herr frau signor signora señor señora
    господин госпожа гражданин гражданка товарищ
    """
)
"""Titles that stand before a name and nowhere else; "the President met …" is a whole sentence."""

SUBJECTS = _words(
    """
    i you he she it we they who which that what to not never also still я ты он она оно мы вы они
    кто который которая которые не
    """
)
"""What may stand before a verb: a word after it need not be beside a name by anybody's hand."""

PARTICLES = _words(
    """
    von van de del della der den di da do dos das du la le les lo los las el al ul ud bin ibn
    bint ben bar abu ap af av zu zum zur ten ter te y e ní ni mac mc o san santa saint st ste
    fitz und und-zu фон ван де дер ди да дель ла ле аль эль ибн бен бин оглы
    """
)
"""Words inside names themselves; written small in many families."""

PREFIXES = _words(
    """
    pro anti ex non pre post mid neo ultra self co vice then now trans pan inter sub semi quasi
    half all one two al el bin ibn un re arch over under counter про анти экс пост вице квази
    нео псевдо лже контр супер
    """
)
"""What prose itself joins to a name with a hyphen."""

TITLES = _words(
    """
    mr mrs ms miss mx sir lady lord dame madam madame mme mlle mademoiselle monsieur messrs
    master mistress esquire dr doctor prof professor rev reverend revd fr father mother brother
    sister sr br pastor priest vicar curate chaplain deacon dean bishop archbishop cardinal pope
    patriarch abbot abbess monk nun rabbi imam mullah mollah ayatollah sheikh sheik shaikh
    caliph sultan emir amir pasha bey effendi khan shah maharaja raja rani nawab sahib swami
    guru lama saint apostle prophet evangelist king queen prince princess emperor empress tsar
    czar tsarina kaiser duke duchess archduke marquis marquess marquise count countess earl
    viscount baron baroness baronet knight chevalier don dona doña donna signor signora señor
    señora senor senora senhor herr frau fraulein fräulein hon honourable honorable president
    vice-president chairman chairwoman chairperson chair premier prime minister chancellor
    secretary undersecretary ambassador envoy consul attaché governor gov senator sen
    congressman congresswoman rep representative delegate deputy mayor alderman councillor
    councilman councilwoman councilor commissioner commissar speaker leader whip judge justice
    magistrate sheriff marshal prosecutor attorney lawyer barrister solicitor counsel counselor
    counsellor general gen major maj colonel col lieutenant lieut lt captain capt cap commander
    cmdr commodore admiral adm brigadier sergeant serjeant sergt sgt serjt corporal cpl private
    pvt ensign midshipman boatswain bosun mate skipper pilot officer soldier trooper guardsman
    seaman sailor mariner navigator helmsman stoker engineer mechanic constable inspector
    detective superintendent agent ranger warden guard field-marshal hetman ataman voivode
    politruk comrade citizen mister uncle aunt auntie grandfather grandmother grandpa grandma
    granny son daughter husband wife widow widower cousin nephew niece dad mom mum father-in-law
    mother-in-law son-in-law daughter-in-law brother-in-law sister-in-law stepfather stepmother
    stepson stepdaughter godfather godmother friend colleague neighbour neighbor partner spouse
    ally rival opponent predecessor successor director manager boss ceo cfo coo founder
    co-founder cofounder owner entrepreneur businessman businesswoman tycoon mogul magnate
    billionaire millionaire banker broker trader merchant shopkeeper grocer baker butcher tailor
    farmer peasant fisherman hunter trapper worker labourer laborer driver porter servant maid
    butler cook clerk teacher schoolmaster schoolmistress tutor headmaster student pupil
    lecturer researcher scientist scholar historian archaeologist anthropologist sociologist
    psychologist psychiatrist physician surgeon nurse physicist chemist biologist geologist
    geographer astronomer mathematician economist analyst pollster strategist adviser advisor
    aide assistant staffer consultant lobbyist spokesman spokeswoman spokesperson expert
    specialist operative organizer organiser activist campaigner candidate nominee contender
    frontrunner front-runner incumbent challenger newcomer politician statesman lawmaker
    legislator diplomat journalist reporter correspondent editor publisher columnist commentator
    author writer novelist poet playwright dramatist essayist critic biographer translator
    interpreter artist painter sculptor architect designer photographer cameraman filmmaker
    film-maker producer actor actress comedian singer songwriter composer conductor musician
    pianist violinist guitarist drummer rapper dancer host anchor anchorman presenter announcer
    coach trainer player footballer goalkeeper keeper defender midfielder striker forward winger
    quarterback pitcher golfer boxer cyclist swimmer athlete champion medallist star superstar
    celebrity model suspect defendant accused victim survivor witness gunman shooter attacker
    bomber terrorist killer murderer inmate prisoner convict patient passenger resident native
    immigrant migrant refugee orphan baby boy girl man woman child kid teenager toddler twin
    twins city town village river mount mountain mt lake cape fort port island isle isles bay
    gulf strait county state street avenue road square bridge castle church cathedral abbey
    school college university hotel hospital station airport theatre theater company firm agency
    team club band hurricane typhoon cyclone storm comet planet operation ship steamer schooner
    frigate yacht господин госпожа г гг товарищ тов гражданин гражданка президент вице-президент
    премьер премьер-министр министр замминистра канцлер секретарь генсек посол консул губернатор
    сенатор депутат мэр глава начальник заместитель зам председатель спикер лидер вождь судья
    прокурор адвокат следователь генерал генерал-майор генерал-лейтенант генерал-полковник
    полковник подполковник майор капитан лейтенант старшина сержант ефрейтор рядовой прапорщик
    мичман адмирал контр-адмирал маршал командир командующий комиссар политрук атаман гетман
    матрос боцман штурман лоцман радист шкипер рулевой кочегар солдат боец офицер летчик лётчик
    пилот космонавт инженер механик техник мастер бригадир рабочий крестьянин рыбак охотник
    водитель шофёр шофер доктор врач хирург медсестра фельдшер профессор академик доцент учёный
    ученый историк физик химик биолог геолог экономист аналитик эксперт специалист политолог
    социолог психолог философ учитель учительница преподаватель директор ректор декан студент
    студентка школьник ученик журналист корреспондент репортёр репортер редактор писатель
    писательница поэт прозаик драматург критик автор переводчик художник скульптор архитектор
    композитор музыкант певец певица актёр актер актриса режиссёр режиссер продюсер ведущий
    фотограф оператор бизнесмен предприниматель олигарх миллиардер миллионер банкир купец
    помещик князь княгиня княжна граф графиня барон баронесса герцог герцогиня король королева
    принц принцесса царь царица царевич император императрица султан хан шах шейх эмир папа
    патриарх митрополит архиепископ епископ священник батюшка отец мать матушка игумен монах
    раввин имам мулла святой апостол пророк брат сестра сын дочь муж жена вдова дед дедушка
    бабушка бабка дядя тётя тетя внук внучка племянник племянница друг подруга коллега сосед
    соседка соратник соперник кандидат активист активистка правозащитник оппозиционер политик
    дипломат чиновник тренер игрок футболист хоккеист вратарь нападающий защитник полузащитник
    боксёр боксер шахматист теннисист теннисистка спортсмен чемпион чемпионка пресс-секретарь
    представитель сотрудник сопредседатель основатель владелец совладелец руководитель мальчик
    девочка девушка парень женщина мужчина старик город село деревня посёлок поселок станица
    хутор река озеро гора остров мыс залив море улица проспект площадь район область край
    республика станция порт пароход корабль крейсер судно яхта теплоход катер шхуна ураган
    тайфун операция партия фонд компания фирма группа клуб команда телеканал газета журнал
    агентство издательство университет институт
    """
)
"""Titles, ranks, offices, trades, kin, forms of address, and the generic words of places."""

CALENDAR = _words(
    """
    january february march april may june july august september october november december monday
    tuesday wednesday thursday friday saturday sunday christmas easter
    """
)
"""Capitalised words that are no names of persons, however often they come."""

_RUSSIAN_ENDINGS = _words(
    """
    а я у ю е и ы о ом ем ём ой ей ою ею ам ям ами ями ах ях ов ев ого его ому ему ым им ых их
    ими ыми ую юю ая яя ое ее ый ий ь й
    """
) | {""}
_LONGEST_ENDING = 3
_FINAL = re.compile(r"[аяуюеиыоьй]$")
_CYRILLIC_STEMS = frozenset(
    _FINAL.sub("", word) for word in TITLES | FUNCTION if re.match(r"[а-яё]{4}", word)
)


def is_ordinary(word: str) -> bool:
    """Whether ``word`` is one an author sets before a name: a title, kin term, particle or small word.

    Inflected Russian forms and English plurals count; of a hyphenated word the last part does
    ("co-founder"), and a prefix alone ("ex-", "vice-") does not spoil it.
    """
    folded = word.casefold().rstrip(".").replace("’", "'").removesuffix("'s")
    if _known(folded):
        return True
    parts = folded.split("-")
    return len(parts) > 1 and (_known(parts[-1]) or _known(parts[0]))


def _known(word: str) -> bool:
    if word in FUNCTION or word in TITLES or word in PARTICLES:
        return True
    if word.endswith("s") and (word[:-1] in TITLES or word[:-2] in TITLES):
        return True
    if not word or not "а" <= word[-1] <= "ё":
        return False
    return any(
        word[: len(word) - cut] in _CYRILLIC_STEMS and word[len(word) - cut :] in _RUSSIAN_ENDINGS
        for cut in range(min(_LONGEST_ENDING, len(word) - 3) + 1)
    )


def is_title(word: str) -> bool:
    """Whether ``word`` is a title, rank, office, trade, kin term or generic of a place."""
    folded = word.casefold().rstrip(".")
    return folded in TITLES or (
        _known(folded) and folded not in FUNCTION and folded not in PARTICLES
    )

"""Nouns that show what a name beside them names; closed lists in base form and lower case."""

from variorum.read.words import listed

GROUP_NOUNS = listed(
    """company committee party navy union university institute association society council ministry
    department bureau agency bank corporation corp inc ltd llc plc gmbh club church commission board
    league federation academy school college hospital press office police guard court senate
    congress parliament government foundation museum group team band orchestra choir trust service
    services authority administration alliance movement front brotherhood order gang family house
    network airlines airways railway railroad industries holdings partners brothers sons works
    duma soviet politburo cabinet assembly chamber tribunal constabulary corps army fleet force
    forces militia staff command headquarters"""
)
PLACE_NOUNS = listed(
    """street avenue road lane drive square place terrace crescent bridge river creek brook lake sea
    ocean bay gulf strait sound channel island islands isle isles archipelago mountain mountains
    mount hills range valley county province state republic kingdom city town village hamlet
    harbour harbor port haven district region territory oblast krai cape point peninsula coast
    beach airport station hill park forest woods heath moor desert plain plains pass gate falls
    canal quay pier wharf dock docks castle abbey palace tower fort hotel inn farm lodge manor
    cemetery cathedral chapel hall gardens green common heights basin delta glacier volcano
    highway boulevard blvd mill prison barracks courthouse"""
)
PLACE_OPENERS = listed(
    """new north south east west northern southern eastern western upper lower port fort camp san
    santa saint st. st mount mt mt. lake cape el los la le las rio great little old isle gulf river
    bay"""
)
SHIP_NOUNS = listed(
    """ship steamer steamship schooner brig brigantine barque bark frigate destroyer cruiser submarine
    tug tugboat trawler ferry liner yacht sloop lugger cutter vessel boat battleship gunboat
    icebreaker lifeboat tanker freighter packet whaler minesweeper corvette collier clipper ketch
    smack drifter barge galleon paddle-steamer motorboat launch dreadnought u-boat hulk dhow
    пароход теплоход крейсер эсминец миноносец броненосец линкор шхуна баржа катер танкер ледокол
    судно корабль траулер сейнер буксир паром яхта фрегат бриг барк подлодка лодка канонерка
    тральщик сторожевик лайнер шлюп баркас пароходик сухогруз"""
)
SHIP_PREFIXES = listed(
    "hms uss ss rms mv ms smv sms hmas hmcs hmnzs usns ps rv fv mt h.m.s. u.s.s. s.s. r.m.s. m.v. "
    "h.m.s s.s u.s.s тх пх"
)
SHIP_VERBS = listed(
    """sail founder sink anchor capsize steam dock moor berth torpedo wreck beach refloat scuttle
    strand disembark"""
)
WORK_NOUNS = listed(
    """novel book film movie story poem play song article essay painting portrait opera symphony
    newspaper magazine journal weekly daily memoir memoirs pamphlet documentary drama comedy
    tragedy series album hymn ballad story-book textbook treatise paper report column editorial
    anthology trilogy biography autobiography monograph picture musical sitcom show episode piece
    роман книга фильм кинофильм картина повесть рассказ стихотворение поэма пьеса песня статья очерк
    эссе опера симфония балет газета журнал еженедельник мемуары воспоминание брошюра спектакль
    комедия драма трагедия сериал альбом сборник заметка интервью передача программа издание
    мультфильм оперетта баллада трактат"""
)
TITLED = listed(
    "titled entitled called headlined under названием заглавием заголовком озаглавленный"
)
NEWSPAPERS = listed(
    """times post tribune herald news gazette newspaper chronicle courier mirror telegraph guardian
    journal observer dispatch examiner mail express standard echo argus inquirer enquirer
    register sentinel bulletin review magazine globe advertiser monitor independent spectator
    pravda izvestia weekly"""
)
QUOTED_GROUPS = listed(
    """компания фирма завод фабрика партия издательство клуб общество ансамбль группа агентство
    концерн колхоз совхоз артель трест объединение организация корпорация холдинг банк телеканал
    радиостанция канал движение фонд ооо оао зао пао ао"""
)
QUOTED_PLACES = listed(
    """отель гостиница ресторан кафе кинотеатр шахта рудник станция санаторий лагерь пансионат площадка
    стадион рынок парк усадьба аэропорт"""
)
KIN_OF = listed(
    """wife husband son daughter father mother brother sister uncle aunt nephew niece cousin widow
    grandfather grandmother grandson granddaughter face hand hands eyes voice heart mind head
    body arm arms shoulder lips mouth hair smile breast chest feet eye cheek death birthday
    funeral grave lawyer friend friends girlfriend boyfriend parents family"""
)
"""What a person has and hardly anything else: "X's wife", "X's face"."""

PERSON_VERBS = listed(
    """think feel smile laugh sit stand walk look turn know want nod sigh weep marry die live hear see
    love hate hope wish try glance stare rise kneel sleep wake dream eat drink kiss grin frown
    shrug blush gaze listen speak talk read get come go put take hold throw pull push run wonder
    understand forget meet born bear arrest marry divorce graduate retire resign"""
)
"""Verbs whose subject is somebody; a place or a thing seldom does these."""

NO_NAMES = listed(
    """i he she it they we you who god lord sir madam mr mrs ms am pm a.m p.m etc ibid chapter part page
    figure fig table photo source editor translator note notes majesty highness excellency
    christmas easter whom mem sahib internet english russian q a esq esquire p.s reckon lecturer emeritus
    professor correspondent"""
)
"""Capitalised words that are no names by themselves."""

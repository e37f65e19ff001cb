"""Given names: which are one name in another language, and which are short or pet forms of which."""

from functools import lru_cache

from variorum.identify.folding import folded, skeleton

_SAME = """aleksandr oleksandr alexander aleksander alexandre alejandro alessandro iskander|
aleksandra alexandra| aleksey alexis alexei alexey| anastasiya anastasia| andrey andrew
andrei andreas andre andres andrzej| anna anne ann ana hanna hannah| anton anthony antony
antonio antoine| boris| daniil daniel danila| dmitry demetrius dmitri dimitri| ekaterina
catherine katherine yekaterina katarina katharina| elena helen yelena helena| elizaveta
elizabeth yelizaveta elisabeth| evgeny eugene yevgeny| fyodor theodore feodor theodor
fedor| gavriil gabriel gavrila| georgy george georg georges jorge yegor jerzy| grigory
gregory grigori gregor| ilya elijah| ivan john johann johannes johan jan ion giovanni juan
ioann| iosif joseph osip josef jozef jose giuseppe| karl charles carl carlos karel carlo|
konstantin constantine| lev leo leon| lidiya lydia| luka luke lucas lukas| margarita
margaret marguerite margarete| mariya maria mary marie marya| mark marc marcus markus
marco| matvey matthew matthias| mikhail michael michel miguel michal| nataliya natalie
natalia natalya| nikolay mykola nicholas nicolas nikolai nikolaus niccolo| pavel paul
pablo paolo| pyotr peter pierre pedro piotr petr pietro| roman| sergey sergius serge
sergei sergio| semyon simon simeon| sofiya sofya sophia sophie sofia| stepan stephen
steven stefan etienne esteban| timofey timothy| tatyana tatiana| tomas thomas tommaso|
vasily basil vasili| viktor victor| vilgelm william wilhelm guillaume guillermo| vladimir
wladimir volodymyr| varvara barbara| yakov jacob jakob jacques| yefim efim| yuliya julia
yulia| yury yuri george| zinaida zenaida| genrikh henry heinrich henri enrique| fridrikh
frederick friedrich frederic| eduard edward edouard| ludvig louis ludwig luis| muhammad
mohammed mohammad muhammed mohamed mohamad mukhamed magomed| hussein husayn hussain
hossein| ahmed ahmad akhmed| yusuf youssef yousef| usama osama| abdullah abdallah abdulla|
hassan hasan| omar umar| khalid khaled| said saeed sayid| charlotte| elias ilias| filipp
philip philippe felipe filippo phillip| robert roberto| richard ricardo riccardo| frank
francis francois francisco francesco franz frantisek| martin martino| raphael rafael"""
"""Each family: the first is its name."""

_SHORT = """aleksandr: sasha shura sanya alex sandy alec sashka shurik al xander|aleksandra: sasha
shura sanya sandra|aleksey: alyosha lyosha alex lyokha|anastasiya: nastya asya stasya nastenka|
andrey: andryusha andy drew|anna: anya nyura nyusha anyuta annushka annie nancy asya|anton: antosha tony
toni|agafya: gasha|agrippina: grusha|benjamin: ben benny bibi|boris: borya|christopher: chris kit
topher|christina: chris tina christy|
daniil: danya dan danny|david: dave davy davey|deborah: debbie deb|dmitry: dima mitya dimka mitka|
donald: don donnie|dorothy: dot dolly dottie|edmund: ed ned|eduard: ed eddie ned ted edik teddy|
ekaterina: katya katyusha kate katie kitty cathy kathy|elena: lena alyona lenochka nelly nell|
elizaveta: liza beth betsy betty liz lizzie bess eliza lisa bessie|evgeny: zhenya gene|
evgeniya: zhenya|filipp: phil pip|fyodor: fedya ted teddy theo|frank: frankie|francisco: paco|
galina: galya|gavriil: gavryusha gabe|georgy: zhora gosha goga yura|genrikh: harry hal hank|gerald: gerry
jerry|grigory: grisha greg|igor: gosha|ilya: ilyusha|irina: ira irisha|iosif: joe joey jo yosya osya|
ivan: vanya vanka jack johnny jackie vanyusha|james: jim jimmy jamie jem|jennifer: jenny jen|
karl: charlie chuck|kenneth: ken kenny|kirill: kira|klavdiya: klava|konstantin: kostya kostik|
kseniya: ksyusha|lawrence: larry|larisa: lara|leonid: lyonya|lev: lyova leva lyovushka|lidiya: lida|
lyubov: lyuba|lyudmila: lyuda lyusya mila|margarita: rita maggie meg peg peggy margie madge daisy|
mariya: masha manya marusya musya molly polly mashenka mashka minnie|matvey: matt motya|
mikhail: misha mike mick mishka mickey mitch|nadezhda: nadya|nataliya: natasha nata tasha|
nikolay: kolya nick nicky nikolasha kolka nicolai|nina: ninochka|oksana: ksyusha|olga: olya olechka|
oliver: ollie|pamela: pam|patrick: pat paddy|patricia: pat patty tricia trish|pavel: pasha pavlik|
pelageya: palasha polya|praskovya: parasha pasha|pyotr: petya pete petka|raisa: raya|rebecca: becky|
richard: dick rick rich ricky|robert: bob bobby rob robbie bert|roman: roma|ronald: ron ronnie|
rostislav: slava|samuel: sam sammy|samantha: sam|sarah: sally sadie|semyon: syoma senya|
sergey: seryozha serezha serzh|sofiya: sonya sofa sonia sophy|stanislav: stas slava|stepan: styopa steve
stevie|susan: sue susie suzy|svetlana: sveta|taras: tarasik|tamara: toma|tatyana: tanya|
terence: terry|tereza: terry tess|timofey: tima tim|tomas: tom tommy|valentin: valya|
valentina: valya|valery: valera|varvara: varya babs|vasily: vasya vaska|vera: verochka|
veronika: nika|viktor: vitya vic|viktoriya: vika vicky|vilgelm: bill billy will willie liam willy|
vitaly: vitalik vitya|vladimir: volodya vova vovka|vladislav: vlad slava vladik|vyacheslav: slava|
walter: walt wally|yakov: yasha jake|yekaterina: katya|yefim: fima|yuliya: yulya|yury: yura|
zinaida: zina|zoya: zoyka|harriet: hattie|herbert: bert|albert: bert al|alfred: alf fred alfie|
frederick: fred freddie|fridrikh: fritz|iohannes: hans|johann: hans hansi|abraham: abe|
andrew: andy|arthur: art|augustus: gus|cornelius: neil|eleanor: ellie nell nora|emily: emmy em|
florence: flo florrie|gilbert: gil|gwendolen: gwen|isabella: bella belle|jeremiah: jerry|
jessica: jess jessie|joshua: josh|judith: judy|katherine: kay|leonard: len lenny|lewis: lew|
lucille: lucy|malcolm: mal|mildred: millie|nathaniel: nat nate nathan|philippa: pippa|raymond: ray|
reginald: reg reggie|roderick: rod|rosalind: ros|sidney: sid|stanley: stan|sylvester: sly|
victoria: vicky|vincent: vince vinny|winifred: winnie|zachary: zach"""
"""Pet and short forms in English and Russian; one form may be short for several names."""


def _pairs() -> tuple[dict[str, str], dict[str, frozenset[str]]]:
    same = {
        skeleton(name): skeleton(family.split()[0])
        for family in _SAME.split("|")
        for name in family.split()
    }
    short: dict[str, set[str]] = {}
    for entry in _SHORT.split("|"):
        full, _, forms = entry.partition(":")
        key = skeleton(full.strip())
        for form in forms.split():
            short.setdefault(skeleton(form), set()).add(same.get(key, key))
    return same, {form: frozenset(names) for form, names in short.items() if form not in same}


_FULL, _PET = _pairs()

_WOMEN_WORDS = """anna mariya elena elizabeth ekaterina margarita sofiya olga nina vera lidiya irina
galina tatyana nataliya aleksandra agafya varvara yuliya zinaida sarah susan dorothy
deborah jennifer pamela patricia rebecca samantha harriet eleanor emily florence
isabella judith mildred winifred victoria evgeniya kseniya lyubov lyudmila nadezhda
pelageya praskovya raisa svetlana tamara valentina viktoriya zoya klavdiya larisa
jane alice ada iris martha ruth rose clara edith grace agnes hilda jadwiga charlotte
christina caroline helga ingrid greta gerda ilse agrippina anastasiya gwendolen
jessica lucille oksana philippa rosalind tereza veronika amelia bridget beatrice
bertha cecilia clarissa constance cora daphne diana dora edna elsie emma esther
ethel eva evelyn fanny frances georgina gertrude gladys gloria hazel henrietta
hester ida irene isabel janet jean joan josephine joyce julia juliet katharine
kathleen laura lavinia leah lucy lydia mabel marion marjorie matilda maud may
melissa muriel nancy naomi nora olive pauline phoebe phyllis polly priscilla
prudence rachel rosa rosemary roxana sheila sylvia theresa ursula viola violet
virginia vivian wilhelmina yvonne zuleika aisha fatima leila maryam zaynab marfa
akulina avdotya daria darya evdokiya fedosya glafira inna kira lyusya matryona
ulyana vasilisa yana zhanna hannah heidi inge karin lotte mathilde monika renate
sabine brigitte chantal claire colette genevieve jeanne marcelle odette simone
solange giulia lucia paola carmen dolores ines pilar"""
_WOMEN = frozenset(_WOMEN_WORDS.split())
_WOMEN_KEYS = frozenset(_FULL.get(skeleton(name), skeleton(name)) for name in _WOMEN)


@lru_cache(maxsize=1 << 16)
def given_key(name: str) -> str:
    """A folded given name levelled by ``skeleton``; translations and pet forms that are short for one
    name alone become that name."""
    key = skeleton(name)
    pet = _PET.get(key, ())
    return next(iter(pet)) if len(pet) == 1 else _FULL.get(key, key)


@lru_cache(maxsize=1 << 16)
def given_keys(name: str) -> frozenset[str]:
    """Every ``given_key`` that a folded given name may be short for; at least its own."""
    return _PET.get(skeleton(name)) or frozenset((given_key(name),))


def is_pet_form(name: str) -> bool:
    """Whether a folded given name is a short form that is no full name itself."""
    return skeleton(name) in _PET


def is_known_given(word: str) -> bool:
    """Whether a word, in any script that ``folded`` reads, is a given name of the lists above."""
    key = skeleton(folded(word))
    return key in _FULL or key in _PET or key in _FULL_NAMES


_FULL_NAMES = frozenset(_FULL.values()) | frozenset().union(*_PET.values()) | _WOMEN_KEYS


def gender_of_given(name: str) -> str:
    """``f`` or ``m`` where only women, or only men of the lists above, bear a folded given name."""
    keys = given_keys(name)
    if keys <= _WOMEN_KEYS:
        return "f"
    return "m" if keys <= _MEN_KEYS else ""


_MEN_KEYS = (frozenset(_FULL.values()) | frozenset().union(*_PET.values())) - _WOMEN_KEYS

"""The commonest words and the telling letters of the languages testimony most often comes in."""

FUNCTION_WORDS: dict[str, str] = {
    "en": """the of and to in a is was that for it with as his he be on i by at from had not are
        but have they which you were this their or her she him we my been has would there
        who what when will more if no out so said up into them me about then could our than
        its after over other before where did do how can only some such also being between
        because under against during each these those while never just very must should may
        might your any us""",
    "de": """der die und das den von zu ist mit sich des auf für nicht ein eine als auch es an
        war er wie dem aus bei hat sie nach wird einer um am sind noch einen so zum kann wir
        ich aber nur wenn oder über dass daß durch zur werden hatte ihr ihm mir uns sein
        seine waren vor wurde im diese dieser dieses unter gegen zwischen bis ohne während
        was wer doch schon mehr sehr kein keine hier dort dann man ab ihre ihren ihrer
        seiner vom ins beim""",
    "fr": """le de la les et des en un une du est que dans qui par pour pas au il sur ne plus se
        avec son ce elle sont mais à ses nous je vous ou leur été était lui fait cette aux
        sa ils où tout même c'est d'un qu'il n'est on y avait sans être comme fut furent
        aussi bien puis entre sous après avant deux leurs ces cet ont étaient très peu si
        quand encore dont vers chez jusque depuis car j'ai l'on jamais alors""",
    "es": """el de la que y en los se del las un por con no una su para es al lo como más o pero
        sus le ya fue este ha sí porque esta entre cuando muy sin sobre también me hasta hay
        donde desde nos todos él era años está había eran yo fueron he aquí dijo cual cuales
        así hizo después antes contra entonces ella ellos nosotros os te tu sino nada será
        han ser tal si""",
    "it": """di il che la e in un per non è del una le si da con i al della sono come anche dei
        più nel lo alla ha gli ma se nella delle era suo mi questo ci sua quando essere io
        lui questa aveva perché dopo degli dal fu cosa""",
    "pt": """de a o que e do da em um para com não uma os no se na por mais as dos como mas ao
        ele das à seu sua ou quando muito nos já eu também só pelo pela até isso ela entre
        depois sem mesmo aos seus foi está são tinha era você""",
    "nl": """de het een van en in is dat op te met voor niet zijn die er aan om ook als dan maar
        bij nog uit naar ik hij ze was had worden werd heeft door over hebben wel geen deze
        tot je mijn wij zij hun kan""",
    "sv": """och att det i som en på är av för med till den har de inte om ett han men var jag
        sig från vi så kan hon när nu skulle efter eller också hade mig där under över sin
        hans blev ska vid""",
    "da": """og i at det er en til af på som med de den for der ikke har et var han jeg fra vi
        sig men om kan hun så efter eller blev også havde mig da hvor ved sin hans være
        blive nogle ud""",
    "no": """og i det er en til av på som med de den for ikke har et var han jeg fra vi seg men
        om kan hun så etter eller ble også hadde meg da hvor ved sin hans være bli noen ut å
        opp nå mot""",
    "is": """og að í á sem er til það við um en var ekki fyrir með af hann þeir hún því þá þeim
        eru frá eða ég hafa þú upp þetta eftir hafði honum voru sér vera mér mun yfir nú svo
        verið allt hefur hefði þess þessi þeirra hans hennar okkur eins fram alla mjög saman
        milli gegn vegna síðan""",
    "fi": """ja on ei että se oli hän kun mutta niin ovat myös joka en kuin olen hänen tai jos
        mitä minä sen ole sitä nyt mukaan vain he olivat jo me tämä kaikki ollut minun voi
        jotka sitten""",
    "et": """ja on ei et see oli ta kui aga ka mis ma nii siis oma selle mida kes või seda veel
        ning olid pole siin välja tema oleks kuid nende juba üle pärast""",
    "pl": """w i na z nie się do że to jest o jak po co ale od za przez jego tak był była tym są
        było dla ten już tylko jej ich może który która które czy przed jako oraz ze mnie mu
        gdy bardzo""",
    "cs": """a v se na je že s z do o to i ve jsem ale za jako by si po tak od které který jsou
        byl byla bylo podle jeho při jsme když až nebo také už před jen není pro jej jejich
        být""",
    "sk": """a v sa na je že s z do o to i vo som ale za ako by si po tak od ktoré ktorý sú bol
        bola bolo podľa jeho pri sme keď až alebo tiež už pred len nie pre jej ich byť čo""",
    "sl": """in je v na se da za so ki z pa s po tudi ne kot od bi bil bila iz ali še pri jih ko
        sem bilo njegov lahko kar tako zelo ker med vse pred""",
    "hr": """i je u na se da su za od s a što koji nije o kao iz ali do bi sam ili samo bio bila
        kako po koja ne te već bilo to kad ga mu će prije nakon gdje oni on""",
    "hu": """a az és hogy nem is egy volt van de meg ez ha csak már mint azt vagy ki azért ezt
        volna kell még el amely után nagyon fel aki mert majd szerint lehet minden én itt""",
    "ro": """de și în a la pe cu nu că o să din care se un este pentru mai ca sau au fost lui al
        dar prin sunt era după sa ei ce acest această fi când până fără""",
    "tr": """ve bir bu da de için ile o çok ne gibi daha olarak var kadar sonra en ama ben her
        olan olduğu değil diye ki mi ya bana onu oldu içinde göre iki dedi""",
    "lt": """ir į kad yra su iš buvo tai kaip ne bet už jo apie nuo ar jau tik jis per po dar
        savo jie prie kai jos mes aš visi taip""",
    "lv": """un ir ar no kas uz par ka bija tas to arī kā bet vai pie viņš tā pēc tika ja tikai
        lai nav vēl līdz viņa es kad mēs""",
    "la": """et in est non ad cum qui ut quod ex sed si ab quae enim per autem de eius esse eum
        quia sunt nec hoc ne dixit erat ergo sicut illi eis vos ei me te quem super ante""",
    "id": """yang dan di itu dengan untuk tidak ini dari dalam akan pada saya dia ada ke juga
        mereka kami telah oleh sebagai karena orang bahwa adalah""",
    "sq": """të e në dhe i që për me një nuk është nga ka si më u do por kjo ishte ai ky kishte
        pas janë duke edhe""",
    "eo": """la de kaj en estas al ne ke por li mi ĝi kun sed el estis pri oni ili ŝi kiu tiu per
        aŭ ankaŭ kiel sur""",
    "ru": """и в не на я что он с как это по но из у за к от то же бы его а для она так мы они
        был были было была есть который которые меня мне ещё еще когда или все всё если уже
        до только при их ее её нас нет где ему очень даже после о со во ним ибо тогда будет
        один этот эта эти может сам под чем между через лишь чтобы быть перед своих своей
        себя сказал году года время против ли ни вот там тут потом сейчас себе свою свой без
        можно надо ж об""",
    "uk": """і в не на я що він з як це по але із у за до від то ж би його а для вона так ми вони
        був були було була є який які мене мені ще коли або всі все якщо вже та й лише при
        їх її нас немає де йому дуже навіть після про зі між також цього цей ця ці під час
        року роки щоб бути перед своїх своєї себе сказав проти чи ні ось там тут потім зараз
        собі свою свій без можна треба через над цьому тому того""",
    "be": """і ў не на я што ён з як гэта па але за да ад то ж бы яго а для яна так мы яны быў
        былі было была ёсць які якія мяне мне яшчэ калі або ўсе усё ужо ўжо толькі пры іх яе
        нас дзе яму пасля пра са таксама гэтага гэты гэтая пад час года каб быць перад сваіх
        сябе сказаў супраць ці вось там тут потым цяпер сабе сваю свой без можна трэба праз
        над гэтым таму""",
    "bg": """и в не на аз че той с как това по но от у за към то бе беше го а тя така ние те бил
        били била има който която които мен още когато или всички ако вече до само при им
        нас няма където му много дори след се да са съм си ще със във също този тази тези
        под време година години срещу пред своите себе каза ли ни ето там тук после сега без
        може трябва през над между бяха защото""",
    "sr": """и у не на ја што он с као то по али из је за ка од би га а она тако ми они био били
        било била има који која које мене још када или сви ако већ до само при их нас нема
        где му врло после се да су сам ће са такође овај ова ово под време године годину
        против пред своје себе рекао ли ни ево там ту сада без може треба кроз над између
        јер није нису""",
    "mk": """и во не на јас што тој со како тоа по но од е за кон би го а таа така ние тие бил
        биле била има кој која кои мене уште кога или сите ако веќе до само при им нас нема
        каде му многу се да сум си ќе ги исто овој оваа овие под време година години против
        пред своите себе рече ли ни еве таму тука потоа сега без може треба низ над меѓу
        беше бидејќи""",
}
"""Some thirty to a hundred words that carry grammar, not subject, so that they stand in any text of the
language; our own choice from grammars."""

TELLING_LETTERS: dict[str, str] = {
    "de": "äöüß",
    "fr": "éèêàçœûîù",
    "es": "ñáéíóú¿¡",
    "it": "èàòìù",
    "pt": "ãõçáéêâó",
    "sv": "åäö",
    "da": "åøæ",
    "no": "åøæ",
    "is": "þðæáéíóúýö",
    "fi": "äö",
    "et": "õäöü",
    "pl": "ąćęłńóśźż",
    "cs": "řěůčšžýáíé",
    "sk": "ľŕôäčšžýáíé",
    "sl": "čšž",
    "hr": "čćđšž",
    "hu": "őűáéíóöü",
    "ro": "ășțâîşţ",
    "tr": "ğışçöü",
    "lt": "ėįųąčęšūž",
    "lv": "āēģīķļņū",
    "sq": "ëç",
    "eo": "ĉĝĥĵŝŭ",
    "ru": "ыэёъ",
    "uk": "іїєґ",
    "be": "ўіыэ",
    "bg": "ъ",
    "sr": "јђљњћџ",
    "mk": "ѓќѕјљњџ",
}
"""Letters that stand in the language and in few of its neighbours."""

TELLING_ENDINGS: dict[str, str] = {
    "en": "ing ness ght ould tion ers ies",
    "de": "ung ungen lich lichen isch ischen heit keit cht sch gen ten",
    "fr": "tion tions eux aient ait ment eur eurs oir elle ière aux",
    "es": "ción ciones aba ado idad mente ieron ando",
    "pt": "ção ções dade mente ava aram ando",
    "it": "zione zioni mente ella ato ità ono",
    "nl": "ijk ijke heid aar ende",
    "sv": "ningen arna igt erna",
    "da": "ningen erne igt ede",
    "no": "ningen ene ig et",
    "is": "inn num anna unum ður una",
    "fi": "ssa ssä lla llä sta stä inen",
    "pl": "ego ych ość owie ował ieś",
    "cs": "ého ých ost ová ení ích",
    "hu": "nak nek ban ben tott ság ség",
    "ro": "ului ilor ător ește",
    "tr": "lar ler ların lerin dan den ında",
    "ru": "ться ого его ый ых ые ая ение ости лся ния ему ами",
    "uk": "ться ого ння ській ський ість ів ою ських ому ами ії",
    "be": "цца ага ыя ых ання асць ў ам",
    "bg": "ите ият ът ата ето ха ния та ство",
    "sr": "ски ста ога ије ћи ије ање ама",
    "mk": "ите иот та то ски ње ија",
    "la": "orum arum ibus atus tur unt itur",
}
"""Endings that running text of the language is full of."""

SCRIPT_LANGUAGES: dict[str, str] = {
    "GREEK": "el",
    "HEBREW": "he",
    "ARMENIAN": "hy",
    "GEORGIAN": "ka",
    "THAI": "th",
    "HANGUL": "ko",
    "HIRAGANA": "ja",
    "KATAKANA": "ja",
    "CJK": "zh",
    "DEVANAGARI": "hi",
    "BENGALI": "bn",
    "TAMIL": "ta",
    "TELUGU": "te",
    "GUJARATI": "gu",
    "GURMUKHI": "pa",
    "KANNADA": "kn",
    "MALAYALAM": "ml",
    "SINHALA": "si",
    "KHMER": "km",
    "LAO": "lo",
    "MYANMAR": "my",
    "ETHIOPIC": "am",
    "ARABIC": "ar",
}
"""The language a script most often writes, where the text itself is not told apart further."""

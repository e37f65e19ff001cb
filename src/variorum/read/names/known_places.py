"""Rivers, seas, mountains and lands that everybody knows by one name, and the endings of town names.

A gazetteer of towns holds none of these, and reading has no gazetteer at hand.
"""

import re
from functools import lru_cache

from variorum.read.words import listed

_KNOWN = listed(
    """volga dnieper dniester danube rhine elbe oder vistula neva dvina pechora yenisei irtysh
    angara amur kama desna prut niemen neman seine loire rhône rhone garonne meuse moselle somme
    marne yser scheldt thames severn mersey tyne tees humber tiber arno ebro tagus
    guadalquivir nile congo niger zambezi euphrates tigris ganges indus brahmaputra mekong yangtze
    yalu tumen mississippi missouri hudson potomac yukon amazon orinoco klondike
    crimea siberia kamchatka sakhalin chukotka karelia caucasus transcaucasia chechnya dagestan
    donbas donbass volhynia galicia bukovina bessarabia transnistria podolia polesia livonia courland
    lapland scandinavia balkans carpathians alps pyrenees apennines urals himalayas andes rockies
    pamirs tatras ardennes silesia pomerania prussia saxony bavaria westphalia rhineland alsace
    lorraine brittany normandy burgundy provence flanders wallonia catalonia andalusia galloway
    cornwall dorset sussex suffolk cumbria northumberland yorkshire
    lancashire wales scotland ireland ulster connacht munster leinster hebrides orkney shetland
    anatolia mesopotamia palestine galilee judea sinai sahara maghreb punjab bengal kashmir tibet
    manchuria mongolia xinjiang formosa indochina korea sumatra borneo celebes
    balkan baltic adriatic aegean caspian atlantic pacific arctic antarctic antarctica mediterranean
    bosporus bosphorus dardanelles gallipoli kattegat skagerrak jutland zealand scania dalmatia
    macedonia thrace bosnia herzegovina slovenia croatia serbia montenegro kosovo albania
    europe asia africa america australia oceania eurasia russia ukraine belarus poland germany austria
    hungary romania bulgaria greece france spain portugal italy switzerland belgium
    netherlands holland denmark norway sweden finland estonia latvia lithuania iceland england
    britain japan india persia iran iraq syria lebanon egypt libya algeria tunisia morocco
    canada mexico brazil argentina chile peru cuba armenia azerbaijan kazakhstan uzbekistan
    turkmenistan afghanistan pakistan vietnam cambodia thailand burma indonesia philippines"""
)
_ENDING = re.compile(
    r"[a-z]{2,}(?:ovka|evka|ivka|insk|ansk|omsk|ovsk|evsk|[rtlnzd]sk|grad|gorsk|abad|stadt|stetten"
    r"|hausen|shire|borough|bury|minster|mouth|sbad|pils|opol|stan|ovo|evo|oye|gorod)"
)
"""Endings that a village or town has and hardly a surname."""


@lru_cache(maxsize=100_000)
def is_known_place(name: str) -> bool:
    """Whether a capitalised word in Latin letters is a river, sea or land of the list above."""
    return name.lower() in _KNOWN


@lru_cache(maxsize=100_000)
def has_place_ending(name: str) -> bool:
    """Whether a capitalised word in Latin letters ends as the names of towns and villages do."""
    return bool(_ENDING.fullmatch(name.lower()))

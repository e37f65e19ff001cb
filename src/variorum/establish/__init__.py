"""Establish: is this what the author wrote, and whose copy is it?"""

from variorum.establish.hands.authorship import partition, reading
from variorum.establish.hands.insertion import compiler_hands
from variorum.establish.hands.local import local_hands
from variorum.establish.hands.settled import settled
from variorum.establish.hands.sighting import sightings
from variorum.establish.meaning import meaning, open_encoder
from variorum.establish.parallels import Parallels, parallels
from variorum.establish.reuse import fingerprint

__all__ = [
    "Parallels",
    "compiler_hands",
    "fingerprint",
    "local_hands",
    "meaning",
    "open_encoder",
    "parallels",
    "partition",
    "reading",
    "settled",
    "sightings",
]

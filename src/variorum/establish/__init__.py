"""Establish: is this what the author wrote, and whose copy is it?"""

from variorum.establish.hands.authorship import partition, reading
from variorum.establish.hands.insertion import compiler_hands
from variorum.establish.hands.local import local_hands
from variorum.establish.hands.settled import settled
from variorum.establish.hands.sighting import sightings

__all__ = ["compiler_hands", "local_hands", "partition", "reading", "settled", "sightings"]

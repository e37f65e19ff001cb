"""Identify: who and where is that?"""

from variorum.identify.gazetteer import open_gazetteer
from variorum.identify.identification import Identification, identify

__all__ = ["Identification", "identify", "open_gazetteer"]

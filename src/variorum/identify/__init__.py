"""Identify: who and where is that?"""

from variorum.identify.identification import Identification, identify

__all__ = ["Identification", "identify"]

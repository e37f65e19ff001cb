"""Names across scripts: whether a Latin and, say, an Arabic spelling are one name."""

from variorum.identify.scripts.alphabets import script_of
from variorum.identify.scripts.chances import chances

__all__ = ["chances", "script_of"]

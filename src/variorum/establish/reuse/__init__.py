"""Reuse: what is copied, by whom all, and what is only a stock phrase."""

from variorum.establish.reuse.engine import EngineError
from variorum.establish.reuse.search import Shared, reuse
from variorum.establish.reuse.shingles import fingerprint

__all__ = ["EngineError", "Shared", "fingerprint", "reuse"]

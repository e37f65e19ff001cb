"""Growth: a story that grows, shrinks or gains a name as it is told again."""

from variorum.confront.growth.growths import growths
from variorum.confront.growth.tellings import growth

__all__ = ["growth", "growths"]

"""Growth: a story that grows, shrinks or gains a name as it is told again."""

from variorum.confront.growth.growths import growths

__all__ = ["growths"]

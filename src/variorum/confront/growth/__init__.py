"""Growth: a story that grows, shrinks or gains a name as it is told again."""

from variorum.confront.growth.retold import retold
from variorum.confront.growth.tellings import growth

__all__ = ["growth", "retold"]

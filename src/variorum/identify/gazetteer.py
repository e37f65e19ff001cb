"""The gazetteer: places of the world by all their names."""


class Gazetteer:
    """An open gazetteer."""


def open_gazetteer() -> Gazetteer | None:
    """The gazetteer, or None where it is not installed or cannot be kept."""
    return None
